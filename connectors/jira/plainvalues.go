package jira

// This file reads ids, texts and times. Jira writes the same id as a number here and as a
// string there, and times in four ways. Most are plain, and read without the json package.

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// id is an identifier, whether it came as a number or as a string; "" for null.
type id string

// UnmarshalJSON takes a string, a number or null.
func (i *id) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		*i = ""
	case len(b) > 0 && b[0] == '"':
		s, err := textOf(b)
		if err != nil {
			return err
		}
		*i = id(s)
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		*i = id(b)
	default:
		return fmt.Errorf("%.20q is no id", b)
	}
	return nil
}

// textOf reads a JSON string; most need no more than their quotes taken off, and few have
// other marks in them than ends of lines.
func textOf(b []byte) (s string, err error) {
	if len(b) > 1 && b[0] == '"' && utf8.Valid(b) {
		if plain, ok := unescaped(b[1 : len(b)-1]); ok {
			return plain, nil
		}
	}
	err = unmarshal(b, &s)
	return s, err
}

// unescaped is a text without its escapes, where all of them are of one letter.
func unescaped(b []byte) (string, bool) {
	at := bytes.IndexByte(b, '\\')
	if at < 0 {
		return string(b), true
	}
	var out strings.Builder
	out.Grow(len(b))
	for ; at >= 0; at = bytes.IndexByte(b, '\\') {
		if at+1 == len(b) {
			return "", false
		}
		which := strings.IndexByte(escapes, b[at+1])
		if which < 0 {
			return "", false
		}
		out.Write(b[:at])
		out.WriteByte(meanings[which])
		b = b[at+2:]
	}
	out.Write(b)
	return out.String(), true
}

// The escapes of one letter, and what each of them means.
const (
	escapes  = `"\/bfnrt`
	meanings = "\"\\/\b\f\n\r\t"
)

// number orders ids as Jira gives them out: by value.
func (i id) number() int64 {
	n, err := strconv.ParseInt(string(i), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// stamp is a time; zero for null and "".
type stamp struct{ time.Time }

// The four forms met in real answers.
var layouts = []string{"2006-01-02T15:04:05.999-0700", time.RFC3339Nano, "2006-01-02T15:04-0700", time.DateOnly}

// UnmarshalJSON takes Jira's two string forms, a bare date, and epoch numbers:
// milliseconds, or seconds where a number is too small to be milliseconds.
func (t *stamp) UnmarshalJSON(b []byte) error {
	if n, ok := milliseconds(b); ok {
		t.Time = time.UnixMilli(n).UTC()
		return nil
	}
	s := strings.Trim(string(b), `"`)
	if strings.Contains(s, `\`) { // some that pass answers on write the plus sign so
		s, _ = textOf(b)
	}
	if s == "" || s == "null" {
		t.Time = time.Time{}
		return nil
	}
	if strings.ContainsAny(s[1:], "T-") {
		return t.parse(s)
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		if n < 1e11 {
			n *= 1000
		}
		if n < 0 || n > 1e14 {
			return fmt.Errorf("%.30q is no time", s)
		}
		t.Time = time.UnixMilli(int64(n)).UTC()
		return nil
	}
	return t.parse(s)
}

// milliseconds reads the form in which Cloud writes most times: thirteen digits, until 2286.
func milliseconds(b []byte) (n int64, ok bool) {
	if len(b) != 13 || b[0] == '0' {
		return 0, false
	}
	return digits(b)
}

// digits reads a number of up to eighteen digits that has nothing else in it.
func digits(b []byte) (n int64, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, len(b) > 0 && len(b) <= 18
}

func (t *stamp) parse(s string) error {
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil {
			t.Time = at.UTC()
			return nil
		}
	}
	return fmt.Errorf("%.30q is no time", s)
}

// serial is the number that an id is; 0 where it is none.
type serial int64

// UnmarshalJSON takes what an id takes.
func (n *serial) UnmarshalJSON(b []byte) error {
	if plain, ok := digits(bytes.Trim(b, `"`)); ok {
		*n = serial(plain)
		return nil
	}
	var i id
	err := i.UnmarshalJSON(b)
	*n = serial(i.number())
	return err
}

// instant is a time in milliseconds since 1970, which is as exactly as Jira knows it; 0
// where there is none.
type instant int64

// UnmarshalJSON takes what a stamp takes.
func (t *instant) UnmarshalJSON(b []byte) error {
	var s stamp
	err := s.UnmarshalJSON(b)
	if *t = 0; !s.IsZero() {
		*t = instant(s.UnixMilli())
	}
	return err
}

// Time is the same as the rest of the program has it.
func (t instant) Time() time.Time {
	if t == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(t)).UTC()
}

// loose is a string, or the raw text of whatever came in its place.
type loose string

// UnmarshalJSON takes anything.
func (l *loose) UnmarshalJSON(b []byte) error {
	switch s, err := textOf(b); {
	case err == nil: // null leaves the text empty
		*l = loose(s)
	default:
		*l = loose(b)
	}
	return nil
}
