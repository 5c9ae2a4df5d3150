package jira

// This file reads JSON by walking over it once: every value is proved whole and
// well-formed, those that somebody wants are given as they stand there, and ballast drops
// out on the way (lean.go). It takes what the json package takes, leniently, and does all of
// that in less time than the package needs to pass over the page (go test -bench Scan).

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// scanner walks one text.
type scanner struct {
	page  []byte
	at    int // what lies before is read
	depth int // of the value under way
	slash int // where the last text that has an escape begins, behind its quote

	leaner
}

// deepest is how deep values may be nested.
const deepest = 10_000

var errGarbled = errors.New("it is no JSON, or not all of it")

// kind is the first byte of the value that comes next; 0 at the end.
func (s *scanner) kind() byte {
	for ; s.at < len(s.page); s.at++ {
		switch c := s.page[s.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// members calls each with the name of every member of the object that comes next. It
// reports whether it read the value; one that it did not is passed over, and dropped if it is
// ballast. Anything but an object is passed over too.
func (s *scanner) members(each func(name []byte) (read bool, err error)) error {
	if s.kind() != '{' {
		return s.skip()
	}
	for more, err := s.open('}'); more || err != nil; more, err = s.more('}') {
		if err != nil {
			return err
		}
		if s.kind() != '"' {
			return errGarbled
		}
		begin := s.at
		name, err := s.text()
		if err == nil && s.slash == begin+1 { // Jira itself writes none
			name, err = plainName(s.page[begin:s.at])
		}
		if err != nil {
			return err
		}
		if s.kind() != ':' {
			return errGarbled
		}
		s.at++
		read := false
		if each != nil {
			read, err = each(name)
		}
		if err == nil && !read {
			err = s.pass(name, begin)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// whole calls each as members does, for a text that is one object and nothing else.
func (s *scanner) whole(each func(name []byte) (read bool, err error)) error {
	if s.kind() != '{' {
		return errGarbled
	}
	err := s.members(each)
	if s.kind(); err == nil && s.at < len(s.page) {
		return errGarbled
	}
	return err
}

// elements calls each for every element of the array that comes next, which reads it.
// Anything but an array is passed over.
func (s *scanner) elements(each func() error) error {
	if s.kind() != '[' {
		return s.skip()
	}
	for more, err := s.open(']'); more || err != nil; more, err = s.more(']') {
		if err == nil {
			err = each()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// open goes into an object or an array, and reports whether anything is in it.
func (s *scanner) open(end byte) (more bool, err error) {
	if s.depth++; s.depth > deepest {
		return false, errGarbled
	}
	s.at++
	if s.kind() != end {
		return true, nil
	}
	s.at++
	s.depth--
	return false, nil
}

// more goes on behind a part of an object or an array, and reports whether another follows.
func (s *scanner) more(end byte) (bool, error) {
	switch s.kind() {
	case ',':
		s.at++
		return true, nil
	case end:
		s.at++
		s.depth--
		return false, nil
	}
	return false, errGarbled
}

// skip passes over the value that comes next.
func (s *scanner) skip() (err error) {
	switch c := s.kind(); c {
	case '"':
		_, err = s.text()
	case '{':
		err = s.members(nil)
	case '[':
		err = s.elements(s.skip)
	case 't':
		err = s.word("true")
	case 'f':
		err = s.word("false")
	case 'n':
		err = s.word("null")
	default:
		err = s.number()
	}
	return err
}

// value gives the text of the value that comes next. In a page that sheds ballast it is
// good until more of it is read.
func (s *scanner) value() ([]byte, error) {
	s.kind()
	begin := s.at
	err := s.skip()
	return s.page[begin:s.at], err
}

func (s *scanner) word(word string) error {
	if end := s.at + len(word); end <= len(s.page) && string(s.page[s.at:end]) == word {
		s.at = end
		return nil
	}
	return errGarbled
}

// number reads a number: digits without a leading zero, a fraction, an exponent.
func (s *scanner) number() error {
	s.one("-")
	whole := s.one("0") || s.digits()
	if whole && s.one(".") {
		whole = s.digits()
	}
	if whole && s.one("eE") {
		s.one("+-")
		whole = s.digits()
	}
	if !whole {
		return errGarbled
	}
	return nil
}

// one reads one of those characters, if it comes next.
func (s *scanner) one(of string) bool {
	if s.at < len(s.page) {
		for i := range len(of) {
			if s.page[s.at] == of[i] {
				s.at++
				return true
			}
		}
	}
	return false
}

func (s *scanner) digits() bool {
	begin := s.at
	for s.at < len(s.page) && s.page[s.at]-'0' <= 9 {
		s.at++
	}
	return s.at > begin
}

// text reads the string that begins here, and gives what stands between its quotes.
func (s *scanner) text() ([]byte, error) {
	begin := s.at + 1
	for at := begin; ; {
		at = plainEnd(s.page, at)
		switch {
		case at == len(s.page):
			return nil, errGarbled
		case s.page[at] == '"':
			s.at = at + 1
			return s.page[begin:at], nil
		}
		size := escape(s.page[at:])
		if size == 0 {
			return nil, errGarbled
		}
		at += size
		s.slash = begin
	}
}

func plainName(quoted []byte) ([]byte, error) {
	name, err := textOf(quoted)
	return []byte(name), err
}

// plainEnd is where the next quote, backslash or control character stands; the end of the
// page if there is none. It looks at eight bytes at a time.
func plainEnd(page []byte, at int) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for ; at+8 <= len(page); at += 8 {
		eight := binary.LittleEndian.Uint64(page[at:])
		quote, slash := eight^'"'*ones, eight^'\\'*ones
		if met := ((eight-' '*ones)&^eight | (quote-ones)&^quote | (slash-ones)&^slash) & tops; met != 0 {
			return at + bits.TrailingZeros64(met)/8 // above the first, the borrows make some up
		}
	}
	for at < len(page) && page[at] >= ' ' && page[at] != '"' && page[at] != '\\' {
		at++
	}
	return at
}

// escape is the length of what a text begins with, an escaped character; 0 if it is none.
func escape(text []byte) int {
	if len(text) < 2 || text[0] != '\\' {
		return 0
	}
	switch text[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if len(text) >= 6 && isHex(text[2]) && isHex(text[3]) && isHex(text[4]) && isHex(text[5]) {
			return 6
		}
	}
	return 0
}

func isHex(c byte) bool { return c-'0' <= 9 || c|0x20 >= 'a' && c|0x20 <= 'f' }
