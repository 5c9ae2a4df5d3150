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

// leaner moves what stays of a page together, in place, while the page is read.
type leaner struct {
	on   bool
	kept int // so much of the page, from its beginning, is what stays
	from int // of the page up to here
}

// span is the place of a part of what stays of a page.
type span struct{ from, to int }

func (p span) of(page []byte) []byte { return page[p.from:p.to:p.to] }

// tight reports whether the name that began there, and was just read, has nothing but the
// signs of JSON around it. Ballast is looked for in no other places: Jira writes no blanks.
func (s *scanner) tight(begin int) bool {
	return s.on && begin > 0 && (s.page[begin-1] == '{' || s.page[begin-1] == ',') && s.at < len(s.page) && s.page[s.at] == ':'
}

// sheds reports whether the value that comes next is ballast: a text or an object under
// one of those names.
func (s *scanner) sheds(name []byte) bool {
	return isBallast(name) && s.at < len(s.page) && (s.page[s.at] == '"' || s.page[s.at] == '{')
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
