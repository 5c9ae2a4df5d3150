package text

// Results that can be measured, and beliefs that are to be tested.

import "strings"

// How far from each other the words of a measured result may stand, in words: a
// direction and its measure, a figure and its rate, a comparative and what leads to it.
const (
	nearMeasure = 8
	nearFigure  = 12
	nearLead    = 4
)

// outcome is the first result that can be measured: a measure with a direction ("fewer
// calls", "the waiting time falls"), a rate with a percentage, a share to be reached.
// A section for measures of success is one, too.
func (r *reader) outcome() (Span, bool) {
	for _, g := range r.known {
		for _, i := range r.cued {
			if t := r.tokens[i]; t.set&cueOutcome == 0 || t.code {
				continue
			}
			if at := r.measured(g, i); at >= 0 {
				from, to := min(i, at), max(i, at)
				return Span{r.tokens[from].from, r.clauseEnd(to)}, true
			}
		}
	}
	return r.firstUnder(outcomeSection, func(l line) bool { return r.says(l, itemWords) && r.counts(l) })
}

// Measured reports whether a text tells a figure together with what it measures, as
// people do who looked at a result: "calls are down to 20 a week".
func Measured(s string) bool {
	figure, measure := false, false
	for w := range wordsIn(capped(s)) {
		figure = figure || isNumber(w)
		for _, g := range everyGrammar {
			measure = measure || g.rates.has(w) || g.measures.has(w)
		}
	}
	return figure && measure
}

// counts reports whether a line has a figure or names what is measured.
func (r *reader) counts(at line) bool {
	for _, t := range r.within(Span{at.from, at.to}) {
		if isNumber(t.word) {
			return true
		}
		for _, g := range everyGrammar {
			if g.rates.has(t.word) || g.measures.has(t.word) {
				return true
			}
		}
	}
	return false
}

// measured is the token of the measure that the word at i belongs to, or -1.
func (r *reader) measured(g *grammar, i int) int {
	w := r.tokens[i].word
	countable := func(w string) bool { return g.measures.has(w) || g.rates.has(w) }
	switch {
	case g.directions.has(w):
		return r.nearest(i, nearMeasure, nearMeasure, countable)
	case g.more.has(w):
		if !r.percent(r.back(i)) && r.nearest(i, nearLead, 0, g.leads.has) < 0 {
			return -1
		}
		return r.nearest(i, 0, nearLead, countable)
	case r.percent(i):
		if at := r.nearest(i, nearFigure, nearFigure, g.rates.has); at >= 0 {
			return at
		}
		return r.shareOf(g, i+1, countable)
	case g.numerals.has(w):
		// nine of ten baskets
		of := r.forward(i)
		if of < 0 || !g.partitive.has(r.tokens[of].word) {
			return -1
		}
		if all := r.forward(of); all >= 0 && (g.numerals.has(r.tokens[all].word) || isNumber(r.tokens[all].word)) {
			return r.nearest(all, 0, nearLead, countable)
		}
	}
	return -1
}

// shareOf is the measure that a percentage is a share of: "10 % of the baskets".
func (r *reader) shareOf(g *grammar, i int, countable func(string) bool) int {
	if at := inSentence(r.tokens, i); at >= 0 && g.partitive.has(r.tokens[at].word) {
		return r.nearest(at, 0, nearLead, countable)
	}
	return -1
}

// nearest is the first word that fits within so many words before or behind i, in the
// same sentence, those behind first; -1 if there is none.
func (r *reader) nearest(i, before, behind int, fits func(string) bool) int {
	for k, n := r.forward(i), 0; k >= 0 && n < behind; k, n = r.forward(k), n+1 {
		if fits(r.tokens[k].word) {
			return k
		}
	}
	for k, n := r.back(i), 0; k >= 0 && n < before; k, n = r.back(k), n+1 {
		if fits(r.tokens[k].word) {
			return k
		}
	}
	return -1
}

// forward is the next word of the sentence behind i, or -1.
func (r *reader) forward(i int) int { return inSentence(r.tokens, i+1) }

// back is the word of the sentence before i, or -1.
func (r *reader) back(i int) int {
	for i--; i >= 0; i-- {
		switch r.tokens[i].mark {
		case word:
			return i
		case stop, block:
			return -1
		}
	}
	return -1
}

// percent reports whether the word at i is the figure, or the word, of a percentage.
func (r *reader) percent(i int) bool {
	if i < 0 {
		return false
	}
	t := r.tokens[i]
	if percents.has(t.word) {
		return true
	}
	if !isNumber(t.word) {
		return false
	}
	if strings.HasPrefix(strings.TrimLeft(r.text[t.to:min(len(r.text), t.to+4)], " \u00a0"), "%") {
		return true
	}
	next := r.forward(i)
	return next >= 0 && percents.has(r.tokens[next].word)
}

var percents = newVocabulary(`percent prozent prozentpunkte procent procenten procenteenheter procentenheter cent ciento cento points puntos pontos punkte`)

// hypothesis is the first belief that is to be tested, or a section for one.
func (r *reader) hypothesis() (Span, bool) {
	for _, g := range r.known {
		if s, ok := r.firstPhrase(g.hypotheses, cueHypothesis); ok {
			return s, true
		}
	}
	return r.firstUnder(hypothesisSection, func(l line) bool { return r.says(l, lineWords) })
}

// firstPhrase is the clause that the first of the phrases opens.
func (r *reader) firstPhrase(set phrases, cue languageSet) (Span, bool) {
	for _, i := range r.cued {
		if t := r.tokens[i]; t.set&cue == 0 || t.code {
			continue
		}
		if end := set.at(r.tokens, i); end > 0 {
			return Span{r.tokens[i].from, r.clauseEnd(end - 1)}, true
		}
	}
	return Span{}, false
}

// firstUnder is the first line that fits under the headings of a kind.
func (r *reader) firstUnder(s section, fits func(line) bool) (found Span, ok bool) {
	r.headed(s, func(_ line, content []line) bool {
		for _, l := range content {
			if fits(l) {
				found, ok = Span{l.from, l.to}, true
				return false
			}
		}
		return true
	})
	return found, ok
}
