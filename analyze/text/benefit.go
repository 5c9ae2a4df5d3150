package text

// Why a story is wanted, and for whom, as told by clauses and sections.

import (
	"strings"
	"unicode/utf8"
)

const (
	enoughWhy  = 40 // characters that a section needs to count as a reason
	longClause = 40 // words of a clause that a span covers
	longWho    = 12 // words of a line that names somebody
)

// why is a benefit clause of the story, or a section that gives its reason.
func (r *reader) why() (Span, bool) {
	for _, g := range r.known {
		for _, i := range r.cued {
			if t := r.tokens[i]; t.set&cueWhy == 0 || t.code {
				continue
			}
			if s, ok := r.benefit(g, i); ok {
				return s, true
			}
		}
	}
	return r.whySection()
}

// benefit reads a benefit clause at token i.
func (r *reader) benefit(g *grammar, i int) (Span, bool) {
	end, own := g.benefits.at(r.tokens, i), 2
	if end == 0 && (r.inWish(i) || r.followsWish(g, i)) {
		end, own = g.reasons.at(r.tokens, i), 1
	}
	if end == 0 || r.forMeans(g, i) {
		return Span{}, false
	}
	clause := Span{r.tokens[i].from, r.clauseEnd(max(end-1, i))}
	if r.wish > 0 && clause.From < r.opening.From {
		clause.To = min(clause.To, r.trim(Span{clause.From, r.opening.From}, " ,\t\r\n").To)
	}
	if marker := r.tokens[end-1].to; clause.To > marker && isPlaceholder(r.text[marker:r.closed(clause.To)]) {
		return Span{}, false
	}
	for k := i + own; k < len(r.tokens) && r.tokens[k].to <= clause.To; k++ {
		if r.tokens[k].mark == word && !g.little.has(r.tokens[k].word) {
			return clause, true
		}
	}
	return Span{}, false
}

// forMeans reports whether the words at token i say what something is for, and not why
// it is wanted: "a button to save the draft", "to be able to save". What is followed
// by "that" is a reason all the same.
func (r *reader) forMeans(g *grammar, i int) bool {
	if !g.purpose.has(r.tokens[i].word) {
		return false
	}
	before, next := r.back(i), r.forward(i)
	return before >= 0 && g.means.has(r.tokens[before].word) && (next < 0 || !subjunctions.has(r.tokens[next].word))
}

// subjunctions follow a preposition of purpose and begin a clause with a subject.
var subjunctions = newVocabulary(`que qu`)

// inWish reports whether token i belongs to the sentence of a persona's wish, and is
// not the wish itself: "I want to ensure" gives no reason.
func (r *reader) inWish(i int) bool { return r.wish > 0 && i >= r.wish+2 && i < r.wishEnd }

// followsWish reports whether token i opens the sentence behind a persona's wish, as the
// "because" of it or by pointing back to it: "This saves an hour."
func (r *reader) followsWish(g *grammar, i int) bool {
	w := r.tokens[i].word
	return r.wish > 0 && i > r.wishEnd && (g.because.has(w) || pointers.has(w)) && r.beforeBreaks(i) == r.wishEnd
}

// pointers point back to what was said.
var pointers = newVocabulary(`this that`)

// beforeBreaks is the last token before i that is no line break.
func (r *reader) beforeBreaks(i int) int {
	for i--; i > 0 && (r.tokens[i].mark == wrap || r.tokens[i].mark == block); i-- {
	}
	return i
}

// sentenceEnd is the first token at or after i that ends a sentence, or the end.
func (r *reader) sentenceEnd(i int) int {
	for i < len(r.tokens) && r.tokens[i].mark != stop {
		i++
	}
	return i
}

// clauseEnd is the byte where the clause that holds token i ends.
func (r *reader) clauseEnd(i int) int {
	end := r.tokens[i].from
	for n := 0; i < len(r.tokens) && n < longClause; i++ {
		switch r.tokens[i].mark {
		case word:
			n++
			end = r.tokens[i].to
		case stop, block:
			return end
		}
	}
	return end
}

// closed takes in a bracket that closes right at byte i.
func (r *reader) closed(i int) int {
	if i < len(r.text) && strings.IndexByte(">]})", r.text[i]) >= 0 {
		return i + 1
	}
	return i
}

// whySection is the content of the first section that gives a reason and is long enough.
func (r *reader) whySection() (found Span, ok bool) {
	r.headed(whySection, func(_ line, content []line) bool {
		length := 0
		for _, l := range content {
			length += utf8.RuneCountInString(strings.Join(strings.Fields(r.text[l.from:l.to]), " "))
		}
		if ok = length >= enoughWhy; ok {
			found = Span{content[0].from, content[len(content)-1].to}
		}
		return !ok
	})
	return found, ok
}

// whoSection is the name in the first section that says whom the story is for. Access
// data for a test ("User: jdoe", "Password: …") name nobody.
func (r *reader) whoSection() (found Span, ok bool) {
	r.headed(whoSection, func(h line, content []line) bool {
		l := content[0]
		s := r.text[l.from:l.to]
		n := 0
		for range wordsIn(s) {
			n++
		}
		if n == 0 || n > longWho || strings.ContainsAny(s, "@/\\_") || r.credentials(h) {
			return true
		}
		found, ok = Span{l.from, l.to}, true
		return false
	})
	return found, ok
}

// credentials reports whether a password stands in the line of a heading or the next.
func (r *reader) credentials(h line) bool {
	after := r.text[h.from:min(len(r.text), h.to+40)]
	for w := range wordsIn(after) {
		if passwords.has(w) {
			return true
		}
	}
	return false
}

var passwords = newVocabulary(`password pass passwd pwd pw passwort kennwort motdepasse contraseña clave senha wachtwoord lösenord`)
