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

// isRepeated tells the members that hold things of which a page has few, again and again.
func isRepeated(name []byte) bool {
	switch string(name) {
	case "author", "updateAuthor", "assignee", "reporter", "creator", "status", "issuetype", "priority", "resolution", "project":
		return true
	}
	return false
}

// leaner moves what stays of a page together, in place, while the page is read.
type leaner struct {
	on   bool
	kept int    // so much of the page, from its beginning, is what stays
	from int    // of the page up to here
	met  []twin // the one met last comes first
	new  bool   // a twin is being met for the first time: within it, no others are looked for
}

// twin is a thing in the words in which it came, and what stays of them.
type twin struct{ words, stays string }

const manyTwins = 50 // of a page: further ones are read each time

// span is the place of a part of what stays of a page.
type span struct{ from, to int }

func (p span) of(page []byte) []byte { return page[p.from:p.to:p.to] }

// pass passes over the value of the member that began there, and sheds ballast. Only what
// has nothing but the signs of JSON around its name is shed: Jira writes no blanks.
func (s *scanner) pass(name []byte, begin int) error {
	tight := s.at == begin+len(name)+len(`"":`) && begin > 0 && (s.page[begin-1] == '{' || s.page[begin-1] == ',')
	if s.on && tight && s.at < len(s.page) && (s.page[s.at] == '"' || s.page[s.at] == '{') && isBallast(name) {
		return s.shed(begin)
	}
	return s.member(name)
}

// member passes over the value of a member of that name.
func (s *scanner) member(name []byte) error {
	if s.on && !s.new && s.kind() == '{' && isRepeated(name) {
		return s.repeated()
	}
	return s.skip()
}

// shed drops the member that began there, and whose value comes next, with the comma behind
// it; that before it, where it is the last one.
func (s *scanner) shed(begin int) error {
	err := s.skipWhole() // of what goes as a whole, no part must go
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

// repeated passes over an object. One that came in the same words before is not read again.
func (s *scanner) repeated() error {
	for i, t := range s.met {
		if end := s.at + len(t.words); end <= len(s.page) && string(s.page[s.at:end]) == t.words {
			s.keep(s.at)
			s.kept += copy(s.page[s.kept:], t.stays)
			s.at, s.from = end, end
			copy(s.met[1:], s.met[:i])
			s.met[0] = t
			return nil
		}
	}
	if len(s.met) == manyTwins {
		return s.skip()
	}
	begin := s.at
	if err := s.skipWhole(); err != nil {
		return err
	}
	words, place := string(s.page[begin:s.at]), s.kept+begin-s.from
	s.at, s.new = begin, true
	err := s.skip()
	s.new = false
	s.keep(s.at)
	s.met = append(s.met, twin{words, string(s.page[place:s.kept])})
	return err
}

// skipWhole passes over the value that comes next, and leaves the ballast in it.
func (s *scanner) skipWhole() error {
	s.on = false
	defer func() { s.on = true }()
	return s.skip()
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
