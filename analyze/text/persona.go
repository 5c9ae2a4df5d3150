package text

// Who a story is for, by the persona form: "As a buyer who pays by card, I want …".

import (
	"slices"
	"strings"
)

// How long the name of a persona may be, in words. A bare opener ("as admin, I
// want") is only believed for short names: "as discussed with the board we want".
// Small words do not count there, and a relative clause may follow.
const (
	longName  = 18
	shortName = 4
)

// persona is a persona form in the text: the whole form up to its wish, the name of
// the persona, and the token that follows the wish.
type persona struct {
	form, name Span
	wish       int
}

// persona is the first persona form of the story.
func (r *reader) persona(g *grammar) (persona, bool) {
	for _, i := range r.cued {
		if t := r.tokens[i]; t.set&cueWho == 0 || t.code {
			continue
		}
		if p, ok := r.personaAt(g, i); ok {
			return p, true
		}
	}
	return persona{}, false
}

// personaAt tries the openers at token i, the clearest first.
func (r *reader) personaAt(g *grammar, i int) (persona, bool) {
	if p, ok := r.afterWish(g, i); ok {
		return p, true
	}
	if start := max(g.openers.at(r.tokens, i), g.unmarked.at(r.tokens, i)); start > 0 {
		// "I, as a buyer, want": the subject stands before.
		if before := r.wordBefore(i); before >= 0 && g.i.has(r.tokens[before].word) {
			return r.form(g, before, start, g.verbs, shortName)
		}
	}
	if start := g.openers.at(r.tokens, i); start > 0 {
		return r.form(g, i, start, g.wishes, longName)
	}
	if start := g.definite.at(r.tokens, i); start > 0 {
		p, ok := r.form(g, i, start, g.myWish, shortName)
		return p, ok && !g.machine(r.text[p.name.From:p.name.To])
	}
	start := g.bare.at(r.tokens, i)
	if start == 0 {
		return persona{}, false
	}
	if first := inSentence(r.tokens, start); first < 0 || g.notOpening.has(r.tokens[first].word) {
		return persona{}, false
	}
	return r.form(g, i, start, g.wishes, shortName)
}

// form reads a name from token start up to a wish.
func (r *reader) form(g *grammar, from, start int, wishes phrases, most int) (persona, bool) {
	short, words, counted := most < longName, 0, 0
	for k := start; k < len(r.tokens) && r.tokens[k].mark != stop; k++ {
		if r.tokens[k].mark != word {
			continue
		}
		if words > 0 {
			if end := wishes.at(r.tokens, k); end > 0 {
				return r.named(g, from, start, k, end)
			}
			if r.tokens[k-1].mark == block {
				break
			}
		}
		little := g.little.has(r.tokens[k].word)
		if words++; !short || !little {
			counted++
		}
		if little && r.tokens[k-1].mark == comma {
			most = longName
		}
		if counted > most || words > longName {
			break
		}
	}
	return persona{}, false
}

// afterWish reads the form with the wish in front, "möchte ich als Techniker": the
// name is the one word that follows, with a noun we know behind it.
func (r *reader) afterWish(g *grammar, i int) (persona, bool) {
	start := max(g.openers.at(r.tokens, i), g.unmarked.at(r.tokens, i))
	if start == 0 || start >= len(r.tokens) || r.tokens[start].mark != word || g.notOpening.has(r.tokens[start].word) {
		return persona{}, false
	}
	from := i - 1
	for from >= 0 && i-from <= 3 && !r.wishedBefore(g, from, i) {
		from--
	}
	if from < 0 || i-from > 3 {
		return persona{}, false
	}
	end := start + 1
	if end < len(r.tokens) && (g.generic.has(r.tokens[end].word) || g.technical.has(r.tokens[end].word)) {
		end++
	}
	return r.named(g, from, start, end, end)
}

// wishedBefore reports whether a wish begins at from and ends at the token i, or at a
// comma before it.
func (r *reader) wishedBefore(g *grammar, from, i int) bool {
	end := g.wishes.at(r.tokens, from)
	return end == i || end > 0 && end == i-1 && r.tokens[end].mark == comma
}

// named accepts the words between start and wish as a name, unless they are a
// placeholder, name a thing ("as a result"), or are a clause.
func (r *reader) named(g *grammar, from, start, wish, end int) (persona, bool) {
	name := Span{r.tokens[start-1].to, len(r.text)}
	if wish < len(r.tokens) {
		name.To = r.tokens[wish].from
	}
	name = r.trim(name, " \t\r\n,;:*_-–—\"'“”„«»|.")
	head := r.head(g, start, wish)
	if len(head) == 0 || isPlaceholder(r.text[name.From:name.To]) {
		return persona{}, false
	}
	if g.notPeople.has(g.noun(head)) || g.nounFirst && slices.ContainsFunc(head, g.notPeople.has) {
		return persona{}, false
	}
	if g.clause && len(head) > 1 && (g.generic.has(head[0]) || strings.HasSuffix(head[len(head)-1], "en")) {
		return persona{}, false
	}
	name = r.unwrapped(name)
	return persona{form: Span{r.tokens[from].from, r.tokens[end-1].to}, name: name, wish: end}, true
}

// head is the words of a name up to the first small word after one that is not: "user"
// in "user of the shop", "senior buyer" in "senior buyer who pays".
func (r *reader) head(g *grammar, start, end int) []string {
	var head []string
	for _, t := range r.tokens[start:end] {
		switch {
		case t.mark != word:
			if len(head) > 0 {
				return head
			}
		case g.little.has(t.word):
			if len(head) > 0 {
				return head
			}
		default:
			head = append(head, t.word)
		}
	}
	return head
}

// noun is the word of a head that says what it is: the last, or the first where
// adjectives follow.
func (g *grammar) noun(head []string) string {
	if g.nounFirst {
		return head[0]
	}
	return head[len(head)-1]
}

// machine reports whether a name has a system in it: "as the validator" says what the
// validator does, not whom the story is for.
func (g *grammar) machine(name string) bool {
	return slices.ContainsFunc(words(name), func(t token) bool { return g.machines.has(t.word) })
}

// judge tells whether a name says more than "user", and whether it is technical. It
// looks into the story's language and English: "Als User" is German.
func (r *reader) judge(name string) (specific, technical bool) {
	ts := tokens(name)
	known := r.known
	if len(known) == 0 {
		known = knownTo[English]
	}
	for _, t := range ts {
		if t.mark != word {
			continue
		}
		said := false
		for _, g := range known {
			said = said || g.generic.has(t.word) || g.qualifiers.has(t.word) || g.little.has(t.word)
		}
		specific = specific || !said
	}
	inName := reader{text: name, tokens: ts}
	for _, g := range known {
		head := inName.head(g, 0, len(ts))
		technical = technical || slices.ContainsFunc(head, g.technical.has) || len(head) > 0 && g.machines.has(g.noun(head))
	}
	return specific || technical, technical
}

func (r *reader) wordBefore(i int) int {
	for i--; i >= 0 && r.tokens[i].mark == comma; i-- {
	}
	if i < 0 || r.tokens[i].mark != word {
		return -1
	}
	return i
}

// trim takes the characters of set off both ends of a span.
func (r *reader) trim(s Span, set string) Span {
	in := r.text[s.From:s.To]
	left := strings.TrimLeft(in, set)
	s.From += len(in) - len(left)
	s.To = s.From + len(strings.TrimRight(left, set))
	return s
}

// unwrapped takes the brackets off a name that stands in them: "As a [buyer]".
func (r *reader) unwrapped(s Span) Span {
	if end := closer(r.text[s.From]); end != 0 && r.text[s.To-1] == end {
		return r.trim(Span{s.From + 1, s.To - 1}, " *_")
	}
	return s
}
