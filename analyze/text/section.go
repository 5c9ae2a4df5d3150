package text

// Lines, headings and what stands under them. Headings are looked up in all languages
// at once: teams mix them.

import "strings"

type section uint8

const (
	noSection section = iota
	whoSection
	whySection
	criteriaSection
	outcomeSection
	hypothesisSection
	customerSection
	otherSection
)

// line is one line without its marks: where its content is, what kind of line it is,
// and, if it begins with a label such as "Persona: buyer", where the value begins.
type line struct {
	from, to int
	value    int
	section  section
	heading  bool // by its marks, its label, or a colon at its end
	item     bool // of a list
	checkbox bool
}

// splitLines gives the lines of a text that have content.
func splitLines(text string) []line { return linesInto(nil, text) }

// linesInto appends them to all.
func linesInto(all []line, text string) []line {
	for from := 0; from < len(text); {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			end = len(text) - from
		}
		if l := readLine(text[from : from+end]); l.to > l.from {
			l.from, l.to, l.value = l.from+from, l.to+from, l.value+from
			all = append(all, l)
		}
		from += end + 1
	}
	return all
}

const (
	ornaments      = " \t\r|*_~\"“”"
	quoteOrnaments = ornaments + ">" // at the beginning of a line ">" quotes
)

func readLine(s string) line {
	l := line{to: len(strings.TrimRight(s, " \t\r|"))}
	rest := strings.TrimLeft(s[:l.to], " \t|>")
	for {
		n := marker(rest)
		if n == 0 {
			break
		}
		m := strings.TrimRight(rest[:n], " \t")
		l.heading = l.heading || m[0] == 'h' || strings.HasPrefix(m, "##")
		l.checkbox = l.checkbox || m[0] == '[' || strings.Contains("☐☑☒", m)
		l.item = l.item || !l.heading
		rest = strings.TrimLeft(rest[n:], " \t")
	}
	bold := strings.HasPrefix(rest, "*") && strings.HasSuffix(strings.TrimRight(rest, ": "), "*") ||
		strings.HasPrefix(rest, "__") && strings.HasSuffix(rest, "__")
	l.heading = l.heading || bold && !l.item
	rest = strings.TrimLeft(rest, quoteOrnaments)
	l.from = l.to - len(rest)
	l.to = l.from + len(strings.TrimRight(rest, ornaments))
	if l.to > l.from {
		l.label(s)
	}
	return l
}

// marker is the length of the list or heading mark that a line begins with, the space
// behind it included, or 0.
func marker(s string) int {
	n := 0
	switch {
	case s == "":
		return 0
	case len(s) > 3 && s[0] == 'h' && s[1] >= '1' && s[1] <= '6' && s[2] == '.':
		return 3
	case strings.HasPrefix(s, "[ ]") || strings.HasPrefix(s, "[x]") || strings.HasPrefix(s, "[X]"):
		return 3
	case strings.HasPrefix(s, "[]"):
		return 2
	case strings.HasPrefix(s, "•") || strings.HasPrefix(s, "☐") || strings.HasPrefix(s, "☑") || strings.HasPrefix(s, "☒"):
		return 3
	}
	for n < len(s) && strings.IndexByte("-*#+", s[n]) >= 0 {
		n++
	}
	if strings.HasPrefix(s, "–") {
		n = len("–")
	}
	if n == 0 {
		n = enumerator(s)
	}
	if n > 0 && n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		return n + 1
	}
	return 0
}

// enumerator is the length of "1.", "2)", "(3)" or "a)" at the beginning of s.
func enumerator(s string) int {
	n := 0
	if s[0] == '(' {
		n++
	}
	digits := n
	for n < len(s) && n < digits+3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == digits && len(s) > n+1 && s[n+1] == ')' && isWordByte(s[n]) {
		n++
	}
	if n == digits || n >= len(s) || s[n] != ')' && (s[n] != '.' || s[0] == '(') {
		return 0
	}
	return n + 1
}

// A label is short, or it is the beginning of a sentence.
const (
	longLabel  = 80 // bytes
	labelWords = 7
)

// label finds out whether the line begins with a label, or is one.
func (l *line) label(s string) {
	content := s[l.from:l.to]
	label, value, found := strings.Cut(content, ":")
	for _, dash := range []string{"-", "–"} {
		if !found && strings.Contains(content, dash) { // rare, and found sooner than with spaces
			label, value, found = strings.Cut(content, " "+dash+" ")
		}
	}
	l.value = l.to
	colon := strings.HasSuffix(content, ":") || l.to < len(s) && strings.HasPrefix(strings.TrimLeft(s[l.to:], ornaments), ":")
	if len(label) > longLabel || !colon && !opensSection(label) {
		return
	}
	var space [longLabel + 1]byte
	key, n := labelKey(space[:0], label)
	if l.section = sections[string(key)]; l.section != noSection {
		l.heading = true
		l.value = l.to - len(strings.TrimLeft(value, ornaments))
		return
	}
	l.heading = l.heading || colon && !l.item && n <= labelWords
}

// opensSection reports whether some label in sections begins with the same word, as few
// lines do.
func opensSection(label string) bool {
	for w := range wordsIn(label) {
		if w = unnumbered(w); w != "" {
			return firstWords[w]
		}
	}
	return false
}

// unnumbered is a word without the digits at its end.
func unnumbered(w string) string {
	for len(w) > 0 && isNumber(w[len(w)-1:]) {
		w = w[:len(w)-1]
	}
	return w
}

// labelKey appends to key a label as sections knows it: folded, without brackets and
// numbers, so that "AC 2" and "Acceptance criteria (draft)" are found. It also counts
// the words.
func labelKey(key []byte, label string) (found []byte, n int) {
	label, _, _ = strings.Cut(label, "(")
	for w := range wordsIn(label) {
		if w = unnumbered(w); w == "" {
			continue
		}
		if n++; n > labelWords {
			return nil, n
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = append(key, w...)
	}
	return key, n
}

// under gives the content under heading k: its own value, then the lines up to the
// next heading, not beyond the field that the heading stands in.
func (r *reader) under(k int) []line {
	var content []line
	h := r.lines[k]
	if h.value < h.to {
		content = append(content, line{from: h.value, to: h.to, value: h.to})
	}
	for _, l := range r.lines[k+1:] {
		if l.heading || h.from < r.criteria && l.from >= r.criteria {
			break
		}
		content = append(content, l)
	}
	return content
}

// filled leaves out the lines that are placeholders.
func (r *reader) filled(lines []line) []line {
	var kept []line
	for _, l := range lines {
		if !isPlaceholder(r.text[l.from:l.to]) {
			kept = append(kept, l)
		}
	}
	return kept
}

// gives reports whether a section answers what s asks: a customer is a who, and a
// hypothesis is a why.
func (l line) gives(s section) bool {
	return l.section == s || s == whoSection && l.section == customerSection || s == whySection && l.section == hypothesisSection
}

// headed gives the filled content under each heading of a kind in the body, and where
// the heading begins, until yield says stop.
func (r *reader) headed(s section, yield func(heading line, content []line) bool) {
	for k, l := range r.lines {
		if !l.gives(s) || l.from < r.body {
			continue
		}
		if content := r.filled(r.under(k)); len(content) > 0 && !yield(l, content) {
			return
		}
	}
}
