package text

// What a team's templates put into every item says nothing about the one item.

import "strings"

// When a line is a template's. Our judgement, and common to all teams.
const (
	templateTexts = 10  // fewer texts show no template
	templateShare = 0.2 // of the texts that have the same line
)

// Templates are the lines that a team's texts have from templates. The nil Templates
// has none.
type Templates struct{ lines map[string]bool }

// FindTemplates finds the lines that are the same in at least a fifth of at least ten
// texts, whatever their formatting. Empty texts are not counted. A line that opens a
// story or an example in words of its own ("As a buyer", "Given I am logged in") is
// never a template's.
func FindTemplates(texts []string) *Templates {
	count := map[string]int{}
	n := 0
	for _, text := range texts {
		seen := map[string]bool{}
		text = capped(text)
		for _, l := range splitLines(text) {
			if key := lineKey(text[l.from:l.to]); key != "" && !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
		if len(seen) > 0 {
			n++
		}
	}
	t := &Templates{lines: map[string]bool{}}
	if n < templateTexts {
		return t
	}
	for key, c := range count {
		if float64(c) >= templateShare*float64(n) && !opensStory(key) {
			t.lines[key] = true
		}
	}
	return t
}

// Strip takes the template lines out of a text, and headings that are left without
// content. A template's heading with content of the item's own stays.
func (t *Templates) Strip(s string) string {
	if t == nil || len(t.lines) == 0 {
		return s
	}
	s = capped(s)
	all := splitLines(s)
	drop := make([]bool, len(all))
	filled := false // whether own content follows before the next heading
	for i := len(all) - 1; i >= 0; i-- {
		l := all[i]
		known := t.lines[lineKey(s[l.from:l.to])]
		switch {
		case l.heading && l.value >= l.to:
			drop[i] = !filled
			filled = false
		case l.heading:
			drop[i] = known
			filled = false
		default:
			drop[i] = known
			filled = filled || !known
		}
	}
	return without(s, all, drop)
}

// without gives s without the dropped lines.
func without(s string, all []line, drop []bool) string {
	var b strings.Builder
	from := 0
	for i, l := range all {
		if !drop[i] {
			continue
		}
		start := strings.LastIndexByte(s[:l.from], '\n') + 1
		end := strings.IndexByte(s[l.to:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += l.to + 1
		}
		b.WriteString(s[from:max(from, start)])
		from = max(from, end)
	}
	b.WriteString(s[from:])
	return b.String()
}

// lineKey is a line as it is compared: its folded words.
func lineKey(s string) string {
	var b strings.Builder
	for i, t := range words(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.word)
	}
	return b.String()
}

// opensStory reports whether a line begins a persona form or an example with words of
// its own behind the opener.
func opensStory(key string) bool {
	ts := tokens(key)
	for _, l := range languages {
		g := grammars[l]
		for _, openers := range []phrases{g.openers, g.bare, g.given, g.when, g.then} {
			if end := openers.at(ts, 0); end > 0 && end < len(ts) && !isPlaceholder(key[ts[end].from:]) {
				return true
			}
		}
	}
	return false
}
