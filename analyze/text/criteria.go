package text

// By what a story will be accepted.

import (
	"slices"
	"sort"
	"strings"
)

// Words that make a line say something; "TBD" and "OK" do not.
const (
	itemWords = 2 // for an item of a list
	lineWords = 3 // for a line of prose
)

// longExample is how many tokens may lie between "given" and "then".
const longExample = 120

// bareVague is how many words of content, besides vague ones, a criterion may have and
// still say nothing that can be checked: "the lookup should be really fast".
const bareVague = 3

// criteria are the acceptance criteria found: how many, the first one, and the first
// that can be checked.
type criteria struct {
	count        int
	first, crisp Span
	given        bool // the last one is an example, which goes on below
}

// accepted finds the acceptance criteria: in their field, under a heading, as a
// checklist or as examples.
func (r *reader) accepted() criteria {
	for _, find := range []func() criteria{r.criteriaField, r.criteriaList, r.checklist} {
		if c := find(); c.count > 0 {
			return c
		}
	}
	for _, g := range r.known {
		if c := r.examples(g); c.count > 0 {
			return c
		}
	}
	return criteria{}
}

// criteriaField are the lines with content in the field for criteria.
func (r *reader) criteriaField() (c criteria) {
	for _, line := range r.lines {
		if line.from < r.criteria {
			continue
		}
		if line.section != noSection {
			line.from = line.value
		}
		if line.from < line.to && r.says(line, itemWords) {
			r.criterion(&c, line)
		}
	}
	return c
}

// criteriaList are the criteria under a heading: the items of a list, the value on the
// line of the heading, or several lines.
func (r *reader) criteriaList() (c criteria) {
	r.headed(criteriaSection, func(h line, content []line) bool {
		var prose []line
		for _, line := range content {
			switch {
			case line.item && r.says(line, itemWords), line.from == h.value && r.says(line, lineWords):
				r.criterion(&c, line)
			case r.says(line, lineWords):
				prose = append(prose, line)
			}
		}
		if c.count == 0 && len(prose) > 1 {
			for _, line := range prose {
				r.criterion(&c, line)
			}
		}
		return c.count == 0
	})
	return c
}

func (r *reader) checklist() (c criteria) {
	for _, line := range r.lines {
		if line.checkbox && r.says(line, itemWords) {
			r.criterion(&c, line)
		}
	}
	return c
}

// criterion counts a line, unless it carries on an example that began above.
func (r *reader) criterion(c *criteria, at line) {
	from := r.tokenAt(at.from)
	if c.given && r.carriesOn(from) {
		return
	}
	c.given = false
	for _, g := range r.known {
		c.given = c.given || from < len(r.tokens) && g.given.at(r.tokens, from) > 0
	}
	r.found(c, Span{at.from, at.to}, c.given || !r.vague(at))
}

// found counts a criterion.
func (r *reader) found(c *criteria, s Span, crisp bool) {
	if c.count++; c.count == 1 {
		c.first = s
	}
	if crisp && c.crisp == (Span{}) {
		c.crisp = s
	}
}

// carriesOn reports whether the line that begins at a token is a later part of an example.
func (r *reader) carriesOn(from int) bool {
	if from >= len(r.tokens) {
		return false
	}
	for _, g := range r.known {
		if g.when.at(r.tokens, from) > 0 || g.then.at(r.tokens, from) > 0 {
			return true
		}
	}
	return ands.has(r.tokens[from].word)
}

// ands go on with an example.
var ands = newVocabulary(`and but und aber et mais y pero e mas en maar och men`)

// vague reports whether a criterion has only words that everybody understands in their
// own way. A number or a quotation makes it one that can be checked.
func (r *reader) vague(at line) bool {
	if strings.ContainsAny(r.text[at.from:at.to], "\"“„«") {
		return false
	}
	vague, other := 0, 0
	for _, t := range r.within(Span{at.from, at.to}) {
		switch {
		case t.mark != word:
		case isNumber(t.word):
			return false
		case r.any(func(g *grammar) bool { return g.vague.has(t.word) }):
			vague++
		case !r.any(func(g *grammar) bool { return g.little.has(t.word) }):
			other++
		}
	}
	return vague > 0 && other <= bareVague
}

// any reports whether something holds in one of the story's languages.
func (r *reader) any(holds func(*grammar) bool) bool {
	return slices.ContainsFunc(r.known, holds)
}

// tokenAt is the first token that begins at byte from or later.
func (r *reader) tokenAt(from int) int {
	return sort.Search(len(r.tokens), func(i int) bool { return r.tokens[i].from >= from })
}

// within are the tokens inside a span.
func (r *reader) within(s Span) []token {
	from := r.tokenAt(s.From)
	return r.tokens[from:max(from, r.tokenAt(s.To))]
}

// examples are the Given-When-Thens.
func (r *reader) examples(g *grammar) (c criteria) {
	for _, i := range r.cued {
		if t := r.tokens[i]; t.set&cueExample == 0 || t.from < c.first.To || !opensClause(r.tokens, i) {
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
			r.found(&c, Span{r.tokens[i].from, r.clauseEnd(then)}, true)
		}
	}
	return c
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
	return l.to-l.from > longPlaceholder || r.wordsOf(l) >= least && !isPlaceholder(r.text[l.from:l.to])
}

// wordsOf is how many words a line has.
func (r *reader) wordsOf(l line) int {
	n := 0
	for _, t := range r.within(Span{l.from, l.to}) {
		if t.mark == word {
			n++
		}
	}
	return n
}
