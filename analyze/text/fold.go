package text

// Words as they are compared: lower case, without accents.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold makes words comparable: lower case, without accents, ß as ss.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		if r >= utf8.RuneSelf {
			r = base(unicode.ToLower(r))
		}
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case r == 'œ':
			b.WriteString("oe")
		case r >= 0 && !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// base is the letter under an accent, for the accents of the languages we read.
// Letters of other languages stay: they tell those languages apart.
func base(r rune) rune {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	}
	return r
}

// lowered is a plain word without capitals. Most words that have one begin a sentence
// and are known.
func lowered(w string, capitals bool) string {
	if !capitals {
		return w
	}
	if small, known := capitalised[w]; known {
		return small
	}
	return strings.ToLower(w)
}

// capitalised gives the words of the lexicon as they stand at the beginning of a sentence.
var capitalised = readyCapitalised()

func readyCapitalised() map[string]string {
	all := map[string]string{}
	for w := range lexicon {
		if c := w[0]; c >= 'a' && c <= 'z' {
			all[string(c-'a'+'A')+w[1:]] = w
		}
	}
	return all
}
