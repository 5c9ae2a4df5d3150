package report

import (
	"strings"
	"testing"
	"unicode"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                           "plain",
		"a\tb\r\nc  d ":                   "a b c d",
		"\x1b[31mred\x1b[0m":              "red",
		"\x1b]8;;http://evil\x07link":     "link",
		"\x1b]0;title":                    "",
		"\u009b5mC1":                      "C1",
		"\u202egnp.exe\u2066":             "gnp.exe",
		"zero\u200bwidth\ufeff":           "zerowidth",
		"line\u2028break":                 "line break",
		"支払い 👩\u200d👧":                    "支払い 👩\u200d👧",
		"e\u0301":                         "e\u0301",
		"z" + strings.Repeat("\u0335", 9): "z\u0335\u0335\u0335\u0335",
		"bad\xffbyte":                     "bad\ufffdbyte",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(attack)
	f.Add("\x1b\x1b[[31m")
	f.Add("a\u0301\u202e\u0301 \u0301")
	f.Fuzz(func(t *testing.T, s string) {
		once := clean(s)
		if harmful(once) {
			t.Errorf("clean(%q) = %q", s, once)
		}
		if again := clean(once); again != once {
			t.Errorf("clean is not stable: %q, then %q", once, again)
		}
	})
}

// harmful reports characters that can move the cursor or reorder and hide text.
func harmful(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		joiner := r == '\u200c' || r == '\u200d'
		return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && !joiner || r == '\u2028' || r == '\u2029'
	})
}
