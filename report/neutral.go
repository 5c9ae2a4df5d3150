package report

// Titles, names and comments come from strangers. This file makes them plain text:
// no terminal escapes, no characters that reorder or hide their neighbours, no line
// breaks, no towers of accents. Escaping for a format (HTML, JSON) comes on top and
// is the business of that format.

import (
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rolehealth/rolehealth/analyze"
)

// maxMarks is how many combining marks one letter may carry; no script needs more.
const maxMarks = 4

// escapes are whole terminal sequences: CSI, OSC up to its end, and two-character ones.
var escapes = regexp.MustCompile(`(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-_]?`)

// neutral is a deep copy of the report with every text made plain, and with empty
// lists in place of absent ones: readers of the JSON need not tell them apart.
func neutral(r analyze.Report) analyze.Report {
	neutralise(reflect.ValueOf(&r).Elem())
	return r
}

// neutralise works on the shape by reflection, so that a field added later is not
// forgotten. What v points into is copied before it is changed.
func neutralise(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(clean(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			neutralise(v.Field(i))
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			neutralise(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			v.Set(c)
			neutralise(c.Elem())
		}
	}
}

// clean is s on one line without escapes, control and formatting characters. The
// joiners stay, because scripts and emoji are written with them.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = escapes.ReplaceAllString(strings.ToValidUTF8(s, "\uFFFD"), "")
	var b strings.Builder
	marks := 0
	for _, r := range s {
		switch {
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			r = ' '
		case r == '\u200c', r == '\u200d':
		case unicode.In(r, unicode.Cc, unicode.Cf):
			continue
		}
		if marks++; !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
		}
		if marks <= maxMarks {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isPlain reports whether clean would leave s alone. It may say no too often.
func isPlain(s string) bool {
	for _, r := range s {
		if r < ' ' || r > '~' && !isSign(r) {
			return false
		}
	}
	return !strings.Contains(s, "  ") && strings.TrimSpace(s) == s
}

// isSign reports whether r is seen, and alone: no mark on a letter, no space.
func isSign(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsNumber(r))
}
