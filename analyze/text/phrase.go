package text

// Phrases: the small pattern language in which the language tables are written.
//
//	so that                    these words in a row, whatever is between them but a
//	                           full stop or a new paragraph
//	want|need|like             one of these words
//	(really)                   may be there
//	!not|t                     the next word is none of these
//	~6                         up to six words of any kind
//	*zu  auf*                  a word that ends, or begins, so
//	^as                        at the beginning of a clause only
//	$                          the sentence ends here
//	#                          a number
//
// Words are folded like texts: no capitals, accents do not matter, and apostrophes
// and hyphens separate words. The first step must be plain words, since phrases are
// found by their first word.

import (
	"strconv"
	"strings"
)

type step struct {
	vocabulary
	optional, not, opening, closing, number bool
	gap                                     int
}

type phrase []step

// phrases is a set of phrases by their first word.
type phrases map[string][]phrase

func compile(lines ...string) phrases {
	set := phrases{}
	for _, line := range lines {
		p := phrase{}
		for _, field := range strings.Fields(line) {
			p = append(p, newStep(field))
		}
		first := p[0]
		if first.optional || first.not || first.gap > 0 || first.number || len(first.ends)+len(first.begins) > 0 {
			panic("text: a phrase must begin with plain words: " + line)
		}
		for w := range first.words {
			set[w] = append(set[w], p)
		}
	}
	return set
}

func newStep(field string) step {
	s := step{}
	switch {
	case field == "$":
		s.closing = true
		return s
	case field == "#":
		s.number = true
		return s
	case field[0] == '~':
		n, err := strconv.Atoi(field[1:])
		if err != nil {
			panic("text: a gap needs a number: " + field)
		}
		s.gap = n
		return s
	case field[0] == '!':
		s.not, field = true, field[1:]
	case field[0] == '^':
		s.opening, field = true, field[1:]
	case field[0] == '(':
		s.optional, field = true, strings.Trim(field, "()")
	}
	s.vocabulary = newVocabulary(strings.ReplaceAll(field, "|", " "))
	return s
}

// at matches one of the phrases at token i. It returns the place after the last
// token matched, the longest match if several phrases fit, and 0 if none does.
func (set phrases) at(ts []token, i int) int {
	longest := 0
	for _, p := range set[ts[i].word] {
		if p[0].opening && !opensClause(ts, i) {
			continue
		}
		longest = max(longest, match(p, ts, i))
	}
	return longest
}

// match gives the place after the match of p at i, or 0. The steps left bound the
// depth, the gaps bound the work.
func match(p phrase, ts []token, i int) int {
	if len(p) == 0 {
		return i
	}
	s, rest := p[0], p[1:]
	at := inSentence(ts, i)
	here := at >= 0 && (s.has(ts[at].word) || s.number && isNumber(ts[at].word))
	switch {
	case s.closing && at >= 0:
		return 0
	case s.closing:
		return match(rest, ts, i)
	case s.not && here:
		return 0
	case s.not:
		return match(rest, ts, i)
	case s.gap > 0:
		for n := 0; n <= s.gap; n++ {
			if end := match(rest, ts, i); end > 0 {
				return end
			}
			if i = inSentence(ts, i); i < 0 {
				return 0
			}
			i++
		}
		return 0
	}
	if here {
		if end := match(rest, ts, at+1); end > 0 {
			return end
		}
	}
	if s.optional {
		return match(rest, ts, i)
	}
	return 0
}

// isNumber reports whether a word begins with a digit.
func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// opensClause reports whether the word at i is the first after a mark.
func opensClause(ts []token, i int) bool {
	return i == 0 || ts[i-1].mark != word && ts[i-1].mark != wrap
}

// inSentence is the next word at or after i of the same sentence and paragraph, or -1.
func inSentence(ts []token, i int) int {
	for ; i < len(ts); i++ {
		switch ts[i].mark {
		case word:
			return i
		case stop, block:
			return -1
		}
	}
	return -1
}

// vocabulary is a set of words, some given by how they begin or end.
type vocabulary struct {
	words        map[string]bool
	begins, ends []string
}

func newVocabulary(lines ...string) vocabulary {
	v := vocabulary{words: map[string]bool{}}
	for _, line := range lines {
		for _, w := range strings.Fields(line) {
			switch w = fold(w); {
			case w[0] == '*':
				v.ends = append(v.ends, w[1:])
			case w[len(w)-1] == '*':
				v.begins = append(v.begins, w[:len(w)-1])
			default:
				v.words[w] = true
			}
		}
	}
	return v
}

func (v vocabulary) has(w string) bool {
	if v.words[w] {
		return true
	}
	for _, end := range v.ends {
		if len(w) > len(end) && strings.HasSuffix(w, end) {
			return true
		}
	}
	for _, begin := range v.begins {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}
