package text

// Technical work in the dress of a story.

import "strings"

// longTitle is how many words of a first line are looked at.
const longTitle = 16

// technical is what shows a story to be about the system and not about its users: a
// persona from development, or a title or wish that works on a part of the software.
// A benefit for users speaks against it. Technical work that says so openly (by its
// type, see KindOf) is another matter.
func (r *reader) technical(reading *Reading) (Span, bool) {
	if reading.Why && r.userBenefit(reading) {
		return Span{}, false
	}
	if reading.TechnicalWho {
		return reading.Spans.Who, true
	}
	if r.wish > 0 {
		for _, g := range r.known {
			if s, ok := r.act(g, r.wish, r.wishStop(reading), !reading.WhoSpecific, true); ok {
				return s, true
			}
		}
	}
	from, end := r.firstLine()
	if r.wish > 0 && end > r.wish {
		return Span{}, false
	}
	for _, g := range everyGrammar { // a title may be in another language than the rest
		if s, ok := r.act(g, from, end, !reading.WhoSpecific, g.verbLast); ok {
			return s, true
		}
	}
	return Span{}, false
}

var everyGrammar = readyEvery()

func readyEvery() (all []*grammar) {
	for _, l := range languages {
		all = append(all, grammars[l])
	}
	return all
}

// userBenefit reports whether the why of a story is one for its users: it does not
// repeat the wish and is not about the system alone.
func (r *reader) userBenefit(reading *Reading) bool {
	if reading.WeakWhy {
		return false
	}
	inner := reading.TechnicalWho
	for _, t := range r.within(reading.Spans.Why) {
		for _, g := range r.known {
			if g.users.has(t.word) {
				return true
			}
			inner = inner || g.parts.has(t.word) || g.softParts.has(t.word) || g.technical.has(t.word)
		}
	}
	return !inner
}

// act is a technical act on a part of the software between two tokens. Soft parts
// count where nobody in particular wishes it, and for acts that are seldom done to
// anything else; anywhere is for languages and clauses that do not begin with the verb.
func (r *reader) act(g *grammar, from, end int, soft, anywhere bool) (Span, bool) {
	for i, n := from, 0; i < end && n < longTitle; i++ {
		if r.tokens[i].mark != word {
			continue
		}
		if n++; n > 2 && !anywhere {
			break
		}
		if r.tokens[i].set&cueAct == 0 {
			continue
		}
		if s := g.rebuilds.at(r.tokens, i); s > 0 {
			return Span{r.tokens[i].from, r.tokens[s-1].to}, true
		}
		soft := soft && g.acts.at(r.tokens, i) > 0
		if !soft && g.acts.at(r.tokens, i) == 0 && g.changes.at(r.tokens, i) == 0 {
			continue
		}
		for k := from; k < min(end, i+longTitle); k++ {
			if k != i && r.part(g, r.tokens[k], soft) {
				return Span{r.tokens[min(i, k)].from, r.tokens[max(i, k)].to}, true
			}
		}
	}
	return Span{}, false
}

// part reports whether a word names a part of the software, by its word or by how it
// is written: customer_id, OrderMapper.
func (r *reader) part(g *grammar, t token, soft bool) bool {
	switch {
	case t.mark != word:
		return false
	case g.parts.has(t.word), soft && g.softParts.has(t.word):
		return true
	}
	written := r.text[t.from:t.to]
	if strings.Contains(strings.Trim(written, "_"), "_") {
		return true
	}
	for i := 2; soft && i+1 < len(written); i++ {
		if written[i] >= 'a' && written[i] <= 'z' && written[i+1] >= 'A' && written[i+1] <= 'Z' {
			return true
		}
	}
	return false
}

// firstLine is the title, or the first line: its tokens behind a tag such as "[API]".
func (r *reader) firstLine() (from, end int) {
	line := strings.IndexByte(r.text, '\n')
	if line < 0 {
		line = len(r.text)
	}
	start := 0
	if strings.HasPrefix(r.text, "[") {
		start = strings.IndexByte(r.text[:line], ']') + 1
	}
	for end < len(r.tokens) && r.tokens[end].to <= line && r.tokens[end].mark != stop {
		if r.tokens[end].from < start {
			from = end + 1
		}
		end++
	}
	return from, end
}

// wishStop is the token where a persona's wish ends: at its reason, or its sentence.
func (r *reader) wishStop(reading *Reading) int {
	for i := r.wish; i < r.wishEnd; i++ {
		if reading.Why && r.tokens[i].from >= reading.Spans.Why.From && reading.Spans.Why.From > r.tokens[r.wish-1].from {
			return i
		}
	}
	return r.wishEnd
}
