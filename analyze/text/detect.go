package text

// Which language a text is in, by its small words. Cheap enough to ask of every item,
// and it would rather not know than guess.

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is one of the languages whose stories can be read, by its ISO 639-1 code,
// or "" where it cannot be told or is not one of them.
type Language string

// The languages that are read.
const (
	Unknown    Language = ""
	English    Language = "en"
	German     Language = "de"
	French     Language = "fr"
	Spanish    Language = "es"
	Portuguese Language = "pt"
	Dutch      Language = "nl"
	Swedish    Language = "sv"
)

// What it takes to name a language. Our judgement: running text has 35 to 55 small
// words in a hundred, a title or a listing few.
const (
	enoughWords = 400  // reading more changes nothing
	enoughScore = 1.5  // two small words, one of them of this language only; one that k of our languages share is worth 1/k
	enoughShare = 0.2  // small words of the language among all words
	enoughLead  = 1.25 // over the second best
	otherScript = 0.2  // letters that are not Latin among all letters
	letterWorth = 0.3  // a telling letter, against a telling word

	enoughSpoken = 8 // words of a text that has a language of its own

	foreignWorth = 0.5 // what a small word of no language of ours adds for its own
)

// Detect tells the language of a text: one of the seven, or "" when the text is too
// short, looks like code, mixes languages, or is in another language.
func Detect(s string) Language {
	ts := tokens(capped(s))
	lookUp(ts)
	return detect(ts, s)
}

// lookUp finds every word in the lexicon.
func lookUp(ts []token) {
	for i := range ts {
		switch w := ts[i].word; {
		case ts[i].mark != word:
		case isNumber(w):
			ts[i].set = lexicon[w] | cueOutcome
		default:
			ts[i].set = lexicon[w]
		}
	}
}

// cued appends the places of the tokens that have a cue to at.
func cued(at []int, ts []token) []int {
	for i := range ts {
		if ts[i].set&cues != 0 {
			at = append(at, i)
		}
	}
	return at
}

// speaks reports whether there are words enough to tell a language by, which is not so
// of code and of lists of names.
func speaks(ts []token) bool {
	n := 0
	for _, t := range ts {
		if t.mark == word && !t.code && spoken(t.word) {
			n++
		}
	}
	return n >= enoughSpoken
}

func detect(ts []token, text string) Language {
	var score, hits tally
	words, bytes, otherLetters := 0, 0, 0
	for _, t := range ts {
		if t.mark != word || t.code || !spoken(t.word) {
			continue
		}
		if words++; words > enoughWords {
			break
		}
		bytes += t.to - t.from
		if set := t.set &^ cues; set != 0 {
			score.share(set&ours, 1)
			hits.add(set, 1)
			if set&ours == 0 {
				hits.add(set, foreignWorth)
			}
		}
		if t.plain {
			continue
		}
		for _, r := range accented(text[t.from:t.to]) {
			if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				otherLetters++
			}
			set := letters[unicode.ToLower(r)]
			score.share(set&ours, letterWorth)
			hits.add(set, letterWorth)
		}
	}
	if words == 0 || float64(otherLetters) > otherScript*float64(bytes) {
		return Unknown
	}
	best, lead := score.best(len(languages))
	switch {
	case score[best] < enoughScore, lead < enoughLead, hits[best] < enoughShare*float64(words):
		return Unknown
	case slices.Max(hits[len(languages):]) > hits[best]:
		return Unknown
	}
	return languages[best]
}

// tally is a number for each language, ours first.
type tally [64]float64

func (n *tally) add(set languageSet, weight float64) {
	for ; set != 0; set &= set - 1 {
		n[bits.TrailingZeros64(uint64(set))] += weight
	}
}

// share divides a weight among the languages of a set: what all use tells little.
func (n *tally) share(set languageSet, weight float64) {
	if set != 0 {
		n.add(set, weight/float64(bits.OnesCount64(uint64(set))))
	}
}

// best is the highest of the first so many, and how many times the second it is.
func (n *tally) best(first int) (best int, lead float64) {
	second := -1
	for i := 1; i < first; i++ {
		switch {
		case n[i] > n[best]:
			best, second = i, best
		case second < 0 || n[i] > n[second]:
			second = i
		}
	}
	return best, n[best] / max(n[second], 1e-9)
}

// spoken tells words from addresses, numbers, names of the code, and single letters
// that are variables as often as words.
func spoken(w string) bool {
	if len(w) == 1 {
		return strings.Contains("aeiouy", w)
	}
	for i := range len(w) {
		if c := w[i]; c < 'a' || c > 'z' && c < utf8.RuneSelf {
			return false
		}
	}
	return true
}

// accented gives a word's letters if some of them are not plain, else none.
func accented(written string) string {
	for i := range len(written) {
		if written[i] >= utf8.RuneSelf {
			return written
		}
	}
	return ""
}

// ours are the languages that are read.
const ours languageSet = 1<<7 - 1

// The cues mark the words with which something that is looked for may begin, in
// whatever language: the others need no second look.
const (
	cueWho languageSet = 1 << (63 - iota)
	cueWhy
	cueExample
	cueOutcome
	cueHypothesis
	cueVoice
	cueAct

	cues = cueWho | cueWhy | cueExample | cueOutcome | cueHypothesis | cueVoice | cueAct
)

// languageSet has a bit for each of languages, and after them one for each of foreign.
type languageSet uint64

func of(some ...Language) languageSet {
	var set languageSet
	for i, l := range languages {
		for _, one := range some {
			if l == one {
				set |= 1 << i
			}
		}
	}
	return set
}

func others(some ...int) languageSet {
	var set languageSet
	for _, i := range some {
		set |= 1 << (len(languages) + i)
	}
	return set
}

// lexicon gives the languages of every small word and title word, and the cues.
var lexicon = readyLexicon()

func readyLexicon() map[string]languageSet {
	all := map[string]languageSet{}
	enter := func(words string, bit int) {
		for w := range newVocabulary(words).words {
			all[w] |= 1 << bit
		}
	}
	for i, language := range languages {
		enter(tables[language].function, i)
		enter(tables[language].titles, i)
	}
	for i, words := range foreign {
		enter(words, len(languages)+i)
	}
	for _, g := range grammars {
		for cue, sets := range map[languageSet][]phrases{
			cueWho: {g.openers, g.unmarked, g.definite}, cueWhy: {g.benefits, g.reasons}, cueExample: {g.given},
			cueHypothesis: {g.hypotheses}, cueVoice: {g.voices, g.requests}, cueAct: {g.rebuilds, g.acts, g.changes},
		} {
			for _, set := range sets {
				for first := range set {
					all[first] |= cue
				}
			}
		}
		for _, set := range []vocabulary{g.directions, g.more, g.numerals} {
			for w := range set.words {
				all[w] |= cueOutcome
			}
		}
	}
	return all
}
