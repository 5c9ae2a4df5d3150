package roles

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var mailAddress = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN.-]+\.\pL{2,}`)

// replaceWord replaces whole-word occurrences of from in s, whatever their case.
func replaceWord(s, from, to string) string {
	var b strings.Builder
	for {
		i, n := indexFold(s, from)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		b.WriteString(s[:i])
		if wordly(before) || wordly(after) {
			b.WriteString(s[i : i+n])
		} else {
			b.WriteString(to)
		}
		s = s[i+n:]
	}
}

func wordly(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// indexFold finds the first occurrence of sub in s under case folding, and its length there.
func indexFold(s, sub string) (at, length int) {
	want := utf8.RuneCountInString(sub)
	for i := range s {
		end, n := i, 0
		for ; n < want && end < len(s); n++ {
			_, size := utf8.DecodeRuneInString(s[end:])
			end += size
		}
		if n < want {
			return -1, 0
		}
		if strings.EqualFold(s[i:end], sub) {
			return i, end - i
		}
	}
	return -1, 0
}
