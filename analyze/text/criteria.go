package text

// By what a story will be accepted.

// Words that make a line say something; "TBD" and "OK" do not.
const (
	itemWords = 2 // for an item of a list
	lineWords = 3 // for a line of prose
)

// longExample is how many tokens may lie between "given" and "then".
const longExample = 120

// accepted finds the acceptance criteria, and the first of them.
func (r *reader) accepted(l Language) (Span, bool) {
	for _, find := range []func() (Span, bool){r.criteriaField, r.criteriaList, r.checklist} {
		if s, ok := find(); ok {
			return s, true
		}
	}
	for _, g := range r.grammars(l) {
		if s, ok := r.example(g); ok {
			return s, true
		}
	}
	return Span{}, false
}

// criteriaField is the first line with content in the field for criteria.
func (r *reader) criteriaField() (Span, bool) {
	for _, l := range r.lines {
		if l.from < r.criteria {
			continue
		}
		if l.section != noSection {
			l.from = l.value
		}
		if l.from < l.to && r.says(l, itemWords) {
			return Span{l.from, l.to}, true
		}
	}
	return Span{}, false
}

// criteriaList is the first criterion under a heading: an item of a list, the value
// on the line of the heading, or the first of several lines.
func (r *reader) criteriaList() (found Span, ok bool) {
	r.headed(criteriaSection, func(h line, content []line) bool {
		lines := 0
		for _, l := range content {
			switch {
			case l.item && r.says(l, itemWords), l.from == h.value && r.says(l, lineWords):
				found, ok = Span{l.from, l.to}, true
				return false
			case r.says(l, lineWords):
				lines++
			}
		}
		if ok = lines > 1; ok {
			found = Span{content[0].from, content[len(content)-1].to}
		}
		return !ok
	})
	return found, ok
}

func (r *reader) checklist() (Span, bool) {
	for _, l := range r.lines {
		if l.checkbox && r.says(l, itemWords) {
			return Span{l.from, l.to}, true
		}
	}
	return Span{}, false
}

// example is the first Given-When-Then.
func (r *reader) example(g *grammar) (Span, bool) {
	for i, t := range r.tokens {
		if t.set&cue == 0 || !opensClause(r.tokens, i) {
			continue
		}
		given := g.given.at(r.tokens, i)
		if given == 0 {
			continue
		}
		when := r.follows(g.when, given, i+longExample)
		if when == 0 {
			continue
		}
		if then := r.follows(g.then, when, i+longExample); then > 0 && then < len(r.tokens) {
			return Span{t.from, r.clauseEnd(then)}, true
		}
	}
	return Span{}, false
}

// follows finds a later part of an example: at the start of a clause, or anywhere
// before the sentence ends.
func (r *reader) follows(part phrases, i, limit int) (end int) {
	ended := false
	for ; i < min(limit, len(r.tokens)); i++ {
		if r.tokens[i].mark != word {
			ended = ended || r.tokens[i].mark >= block
			continue
		}
		if ended && !opensClause(r.tokens, i) {
			continue
		}
		if end := part.at(r.tokens, i); end > 0 {
			return end
		}
	}
	return 0
}

// says reports whether a line has content of its own.
func (r *reader) says(l line, least int) bool {
	s := r.text[l.from:l.to]
	return !isPlaceholder(s) && (len(s) > longPlaceholder || len(words(s)) >= least)
}
