package text

// Whether an answer leaves the decision to somebody else.

// Defers finds in an answer the words by which it is passed on: "I'll ask", "let me
// confirm with", "waiting for legal to approve". The span goes to the end of the
// clause. It must be what the comment mainly does: its first statement, behind no more
// than a greeting, "good question" or "I do not know". So nothing is found where an
// answer comes first ("Euro only. I'll ask Ben for a note") or right behind a colon
// ("Let me confirm: yes"), nor where somebody is asked to do something, where
// customers or users are asked, which is good practice, or where an answer tells what
// somebody else has decided: see Relays.
func Defers(s string) (Span, bool) {
	r := comment(s)
	from, to := r.statement()
	for i := from; i < min(to, from+farInto); i++ {
		if r.tokens[i].mark != word {
			continue
		}
		for _, g := range everyGrammar {
			end := max(g.defers.at(r.tokens, i), r.awaited(g, i))
			if end > 0 && !r.announces(end) && !r.toUsers(g, i, end) && !r.errand(g, i, end) {
				return Span{r.tokens[i].from, r.clauseEnd(end - 1)}, true
			}
		}
	}
	return Span{}, false
}

// farInto is how many words of a clause may stand before those that pass it on: "on
// the rounding rule I must ask finance".
const farInto = 9

// awaited is the place behind "waiting for Karin" or "waiting for legal" at token i, if the
// clause ends there; 0 where that is not said. Where every noun has a capital letter only
// a role is told from a thing.
func (r *reader) awaited(g *grammar, i int) int {
	who := g.awaits.at(r.tokens, i)
	if who == 0 || who >= len(r.tokens) {
		return 0
	}
	end := r.decider(g, who)
	if end == 0 && !g.capitals {
		end = r.somebody(g, ours, who)
	}
	if end < len(r.tokens) && r.tokens[end].mark == word && !joins.has(r.tokens[end].word) {
		return 0
	}
	return end
}

// announces reports whether a colon follows right behind token end-1: what comes then
// is the answer.
func (r *reader) announces(end int) bool {
	return end < len(r.tokens) && r.tokens[end].mark == comma && r.text[r.tokens[end].from] == ':'
}

// errand reports whether in or right behind the phrase i..end somebody is asked to do
// work, not to decide.
func (r *reader) errand(g *grammar, i, end int) bool {
	for k := i; k < end; k++ {
		if r.tokens[k].mark == word && g.errands.at(r.tokens, k) > 0 {
			return true
		}
	}
	return false
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
