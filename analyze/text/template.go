package text

// What a team's templates put into every item says nothing about the one item.

import (
	"hash/maphash"
	"slices"
	"strings"
)

// When a line is a template's. Our judgement, and common to all teams.
const (
	TemplateTexts = 10  // fewer texts show no template
	TemplateShare = 0.2 // of the texts that have the same line
)

// Templates are the lines that a team's texts have from templates. The nil Templates
// has none.
type Templates struct {
	seed  maphash.Seed
	lines map[uint64]bool // by lineHash
}

// FindTemplates finds the lines that are the same in at least a fifth of at least ten
// texts, whatever their formatting. Empty texts are not counted. A line that says
// something about the one item is never a template's, however often it recurs: one
// that opens a story or an example in words of its own ("As a buyer", "Given I am
// logged in"), and one that says for whom or why the item is wanted ("Persona: buyer").
func FindTemplates(texts []string) *Templates {
	type recurring struct {
		line  string
		last  int // the text that had it last, from 1
		texts int
	}
	t := &Templates{seed: maphash.MakeSeed(), lines: map[uint64]bool{}}
	count := map[uint64]recurring{}
	n := 0
	var all []line
	for k, text := range texts {
		text = capped(text)
		all = linesInto(all[:0], text)
		answers := answered(text, all)
		own := false
		for i, l := range all {
			hash := t.lineHash(text[l.from:l.to])
			if hash == 0 {
				continue
			}
			own = true
			r := count[hash]
			if r.last == k+1 {
				continue
			}
			r.line, r.last = text[l.from:l.to], k+1
			if !answers[i] {
				r.texts++
			}
			count[hash] = r
		}
		if own {
			n++
		}
	}
	if n < TemplateTexts {
		return t
	}
	for hash, r := range count {
		if float64(r.texts) >= TemplateShare*float64(n) && !opensStory(lineKey(r.line)) {
			t.lines[hash] = true
		}
	}
	return t
}

// answered marks the lines that say for whom or why: a value behind such a label, and
// what stands under a heading for whom. The template's own instructions are none.
func answered(s string, all []line) []bool {
	marked := make([]bool, len(all))
	under := noSection
	for i, l := range all {
		if !l.heading {
			marked[i] = (under == whoSection || under == customerSection) && !instructs(s[l.from:l.to])
			continue
		}
		valued := l.value < l.to
		marked[i] = valued && (l.gives(whoSection) || l.gives(whySection)) && !instructs(s[l.value:l.to])
		if under = l.section; valued {
			under = noSection
		}
	}
	return marked
}

// instructs reports whether a line tells what to write in its place.
func instructs(s string) bool {
	ts := words(s)
	return isPlaceholder(s) || len(ts) > 0 && instructions.has(ts[0].word) || strings.HasSuffix(strings.TrimRight(s, ornaments), "?")
}

// instructions begin what a template asks for.
var instructions = newVocabulary(`describe explain name list enter add insert write state specify tell define who which
		what why please fill give provide beschreibe beschreiben erkläre nenne nennen trage bitte wer welche welcher was
		warum décrire décrivez expliquer expliquez nommer indiquez indiquer précisez qui quel quelle quels pourquoi
		describe describa describir explique explica explicar indique indica indicar quién qué cuál descreva descrever
		explicar informe quem qual quais beschrijf omschrijf noem leg vul wie welke wat waarom beskriv förklara ange
		skriv fyll vem vilken vilka vad varför`)

// Strip takes the template lines out of a text, and all headings without content,
// whether from a template or not. A heading with content of the item's own stays.
// Nothing is left of a text that has no more than that.
func (t *Templates) Strip(s string) string {
	s = capped(s)
	all := splitLines(s)
	answers := answered(s, all)
	drop := make([]bool, len(all))
	code := codeSpans(s)
	filled := false // whether own content follows before the next heading
	for i := len(all) - 1; i >= 0; i-- {
		l := all[i]
		for len(code) > 0 && code[len(code)-1].From > l.from {
			code = code[:len(code)-1]
		}
		inCode := len(code) > 0 && code[len(code)-1].To > l.to
		known := t != nil && len(t.lines) > 0 && !answers[i] && t.lines[t.lineHash(s[l.from:l.to])]
		switch {
		case inCode || !l.heading || !title(s, l):
			drop[i] = known
			filled = filled || !known && (inCode || !isPlaceholder(s[l.from:l.to]))
		case l.value < l.to:
			drop[i] = known || isPlaceholder(s[l.value:l.to]) && !filled
			filled = false
		default:
			drop[i] = !filled
			filled = false
		}
	}
	switch {
	case !slices.Contains(drop, false):
		return ""
	case !slices.Contains(drop, true):
		return s
	}
	return without(s, all, drop)
}

// title reports whether a heading only names what follows. A whole sentence or story
// in the marks of a heading is content.
func title(s string, l line) bool {
	if l.section != noSection {
		return true
	}
	content := s[l.from:l.to]
	return len(words(content)) <= labelWords && !strings.ContainsAny(content[len(content)-1:], ".!") && !opensStory(lineKey(content))
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
	b.Grow(len(s))
	for w := range wordsIn(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// lineHash is a line as it is compared, in one number; 0 for a line without words.
func (t *Templates) lineHash(s string) uint64 {
	const prime = 1099511628211 // makes the order of the words count
	hash := uint64(0)
	for w := range wordsIn(s) {
		hash = (hash ^ maphash.String(t.seed, w)) * prime
	}
	return hash
}

// opensStory reports whether a line begins a persona form or an example with words of
// its own behind the opener.
func opensStory(key string) bool {
	ts := tokens(key)
	if len(ts) == 0 {
		return false
	}
	for _, g := range everyGrammar {
		for _, openers := range []phrases{g.openers, g.bare, g.given, g.when, g.then} {
			if end := openers.at(ts, 0); end > 0 && end < len(ts) && !isPlaceholder(key[ts[end].from:]) {
				return true
			}
		}
	}
	return false
}
