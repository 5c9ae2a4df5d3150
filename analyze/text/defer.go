package text

// Whether an answer leaves the decision to somebody else.

// Defers finds in an answer the words by which it is passed on: "I'll ask", "let me
// confirm with", "waiting for legal to approve". The span goes to the end of the
// clause. Asking customers or users is good practice and not found here; nor is an
// answer that tells what somebody else has decided.
func Defers(s string) (Span, bool) {
	s = said(capped(s))
	r := reader{text: s, tokens: tokens(s)}
	for i, t := range r.tokens {
		if t.mark != word {
			continue
		}
		for _, l := range languages {
			g := grammars[l]
			if end := g.defers.at(r.tokens, i); end > 0 && !r.toUsers(g, i, end) {
				return Span{t.from, r.clauseEnd(end - 1)}, true
			}
		}
	}
	return Span{}, false
}

// How far around the words that pass a question on their addressee is looked for.
const (
	wordsBefore = 2
	wordsAfter  = 6
)

// toUsers reports whether those who are asked are customers or users: named around
// the phrase i..end, and before the matter in question is ("I'll ask Dana whether
// users need it" is asked of Dana).
func (r *reader) toUsers(g *grammar, i, end int) bool {
	for k := i - 1; k >= max(0, i-wordsBefore) && r.tokens[k].mark == word; k-- {
		if g.users.has(r.tokens[k].word) {
			return true
		}
	}
	for k := i; k < min(len(r.tokens), end+wordsAfter); k++ {
		switch t := r.tokens[k]; {
		case t.mark >= comma && k >= end, t.mark == word && k > i && g.about.has(t.word) && k >= end-1:
			return false
		case g.users.has(t.word):
			return true
		}
	}
	return false
}
