package jira

// This file drops from an answer what nobody will ever ask for: pictures of people and
// of types, and the addresses of everything. They are a good half of what Jira sends.

import "bytes"

// isBallast tells the members to drop.
func isBallast(name []byte) bool {
	switch string(name) {
	case "avatarUrls", "self", "iconUrl", "timeZone":
		return true
	}
	return false
}

// isPerson tells the members that hold people, of whom a page is full, and whom nobody looks
// at before the page is read.
func isPerson(name []byte) bool {
	switch string(name) {
	case "author", "assignee", "reporter", "creator":
		return true
	}
	return false
}

// leaner moves what stays of a page together, in place, while the page is read.
type leaner struct {
	on   bool
	kept int               // so much of the page, from its beginning, is what stays
	from int               // of the page up to here
	met  map[string]string // people as they came, and what stays of them
}

// span is the place of a part of what stays of a page.
type span struct{ from, to int }

func (p span) of(page []byte) []byte { return page[p.from:p.to:p.to] }

// lighten reads the value of the member that began there, if it is ballast or a person, and
// reports whether it was. Only what has nothing but the signs of JSON around its name is
// looked at: Jira writes no blanks.
func (s *scanner) lighten(name []byte, begin int) (read bool, err error) {
	tight := s.on && s.at == begin+len(name)+len(`"":`) && begin > 0 && (s.page[begin-1] == '{' || s.page[begin-1] == ',')
	switch {
	case !tight || s.at == len(s.page):
		return false, nil
	case isBallast(name) && (s.page[s.at] == '"' || s.page[s.at] == '{'):
		return true, s.shed(begin)
	case isPerson(name) && s.page[s.at] == '{':
		return true, s.person()
	}
	return false, nil
}

// shed drops the member that began there, and whose value comes next, with the comma behind
// it; that before it, where it is the last one.
func (s *scanner) shed(begin int) error {
	s.on = false // of what goes as a whole, no part must go
	err := s.skip()
	s.on = true
	if err != nil || s.at == len(s.page) || s.page[s.at] != ',' && s.page[s.at] != '}' {
		return err
	}
	s.keep(begin)
	s.from = s.at
	switch {
	case s.page[s.at] == ',':
		s.from++
	case s.page[s.kept-1] == ',':
		s.kept--
	}
	return nil
}

// person passes over somebody. Who was met in the same words before is not read again.
func (s *scanner) person() error {
	size := objectSize(s.page[s.at:min(len(s.page), s.at+longPerson)])
	if stays, known := s.met[string(s.page[s.at:s.at+size])]; known {
		s.keep(s.at)
		s.kept += copy(s.page[s.kept:], stays)
		s.at += size
		s.from = s.at
		return nil
	}
	if size == 0 || len(s.met) >= manyPeople {
		return s.skip()
	}
	begin, place, words := s.at, s.place(), string(s.page[s.at:s.at+size])
	if err := s.skip(); err != nil || s.at != begin+size {
		return err
	}
	s.keep(s.at)
	if s.met == nil {
		s.met = map[string]string{}
	}
	s.met[words] = string(s.page[place:s.kept])
	return nil
}

const (
	longPerson = 2_000 // bytes
	manyPeople = 1_000 // of a page
)

// objectSize guesses the size of the object that comes next, as if no text in it held a
// brace; 0 if it has no end.
func objectSize(page []byte) int {
	for size := 0; ; {
		end := bytes.IndexByte(page[size:], '}')
		if end < 0 {
			return 0
		}
		size += end + 1
		if bytes.Count(page[:size], []byte("{")) <= bytes.Count(page[:size], []byte("}")) {
			return size
		}
	}
}

// keep moves what lies before to where it stays.
func (s *scanner) keep(before int) {
	s.kept += copy(s.page[s.kept:], s.page[s.from:before])
	s.from = before
}

// place is where what comes next will stay.
func (s *scanner) place() int { return s.kept + s.at - s.from }

// spanOf gives the place of whatever read reads.
func (s *scanner) spanOf(read func() error) (span, error) {
	s.kind() // passes over what stands between values
	begin := s.place()
	err := read()
	return span{begin, s.place()}, err
}

// lean is a copy of what stays of the page; the page itself, where everything does.
func (s *scanner) lean() []byte {
	if !s.on {
		return s.page
	}
	s.keep(len(s.page))
	return bytes.Clone(s.page[:s.kept])
}
