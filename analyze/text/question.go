package text

// Whether a comment asks somebody something.

import (
	"strings"
	"unicode"
)

// Question reports whether s holds a question to somebody: a sentence with a question
// mark, or an indirect question such as "please clarify". Quotations, code, addresses,
// headings, common rhetorical questions and those that answer themselves are none.
// With a question mark it works in any language, without one in the seven.
func Question(s string) bool {
	s = said(capped(s))
	ts := tokens(s)
	from := 0
	for i, t := range ts {
		switch {
		case t.mark == stop && asking(s, ts, from, i):
			return true
		case t.mark == stop || t.mark == block:
			from = i + 1
		case t.mark == word && indirect.at(ts, i) > 0:
			return true
		}
	}
	return false
}

// indirect are the questions without a question mark of all languages, to be looked for
// in one go.
var indirect = readyIndirect()

func readyIndirect() phrases {
	all := phrases{}
	for _, g := range everyGrammar {
		for first, asks := range g.asks {
			all[first] = append(all[first], asks...)
		}
	}
	return all
}

// asking reports whether the tokens from..end are a question; end is the mark.
func asking(s string, ts []token, from, end int) bool {
	if !strings.ContainsAny(s[ts[end].from:ts[end].to], "?？؟") || !afterWord(s[:ts[end].from]) {
		return false
	}
	sentence := ts[from:end]
	n := 0
	for _, t := range sentence {
		if t.mark == word {
			n++
		}
	}
	line := s[strings.LastIndexByte(s[:ts[end].from], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	switch {
	case n == 0 || n == 1 && !asksAlone.has(lastWord(sentence)) && !unspaced(lastWord(sentence)):
		return false
	case isHeading(line), strings.Contains(line[strings.IndexAny(line, "?？؟"):], " : "):
		return false
	}
	return !rhetorical(ts, from, end)
}

// afterWord reports whether what stands before a question mark can end a question:
// "id = ?" and "(?)" cannot.
func afterWord(before string) bool {
	before = strings.TrimRight(before, " \u00a0\u202f\t*_~")
	if before == "" {
		return false
	}
	r := []rune(before[max(0, len(before)-4):])
	last := r[len(r)-1]
	return unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")]}'’\"”»!%€$", last)
}

func lastWord(ts []token) string {
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].mark == word {
			return ts[i].word
		}
	}
	return ""
}

// unspaced tells scripts whose sentences are written without spaces.
func unspaced(w string) bool {
	for _, r := range w {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			return true
		}
	}
	return false
}

func isHeading(s string) bool {
	l := readLine(s)
	return l.heading && (l.section != noSection || strings.HasSuffix(strings.TrimSpace(s), "?") || !strings.ContainsAny(s, "?"))
}

// rhetorical reports whether the question from..end asks nobody.
func rhetorical(ts []token, from, end int) bool {
	first := from
	for first < end && ts[first].mark != word {
		first++
	}
	for _, g := range everyGrammar {
		if m := g.rhetorical.at(ts, first); m > 0 && end-m <= 3 {
			return true
		}
		if next := end + 1; next < len(ts) && ts[next].mark == word && g.because.has(ts[next].word) {
			return true
		}
	}
	return false
}

// asksAlone are the words that are a whole question.
var asksAlone = newVocabulary(`why when who where how which what whose eta wdyt thoughts opinions ideas updates
		update news status warum wieso wann wer wo wie was welche meinungen ideen neuigkeiten pourquoi quand qui où
		comment combien lequel laquelle avis nouvelles quién cuándo cuál dónde cómo cuánto novedades opiniones quem
		quando qual onde como quanto novidades opiniões waarom wanneer wie waar hoe welke meningen nieuws varför när
		vem var hur vilken vilka åsikter nyheter`)
