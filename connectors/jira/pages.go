package jira

// This file reads the large answers in one go: it notes where the parts begin and end,
// and decodes only what a Pull itself must know. The parts stay in the memory of the
// page they came in.

import (
	"errors"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// into reads the value that comes next into something small.
func (s *scanner) into(small any) error {
	raw, err := s.value()
	if err != nil {
		return err
	}
	switch small := small.(type) {
	case interface{ UnmarshalJSON([]byte) error }:
		return small.UnmarshalJSON(raw)
	case *string:
		*small, err = textOf(raw)
		return err
	}
	return unmarshal(raw, small)
}

// logPage is an answer about histories.
type logPage struct {
	logs map[id]*told
	next string
}

// logScanner reads one.
type logScanner struct {
	scanner
	told        []toldOf
	first, last []byte // when the first and the last history of an issue were created
}

// toldOf is what one entry of a page tells.
type toldOf struct {
	issue id
	list  span
	told
}

// scan reads a page.
func (p *logPage) scan(page []byte) error {
	*p = logPage{}
	s := &logScanner{scanner: scanner{page: page, leaner: leaner{on: true}}, told: make([]toldOf, 0, fetchGroup)}
	err := s.whole(func(name []byte) (bool, error) {
		switch string(name) {
		case "issueChangeLogs":
			return true, s.elements(s.issue)
		case "nextPageToken":
			var token *string
			err := s.into(&token)
			if token != nil {
				p.next = *token
			}
			return true, err
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	page = s.lean()
	p.logs = make(map[id]*told, len(s.told))
	for i := range s.told {
		t := &s.told[i]
		if t.count > 0 {
			t.lists = []jsontext.Value{t.list.of(page)}
		}
		p.logs[t.issue] = p.logs[t.issue].with(&t.told)
	}
	return nil
}

func (s *logScanner) issue() error {
	var t toldOf
	err := s.members(func(name []byte) (read bool, err error) {
		switch string(name) {
		case "issueId":
			return true, s.into(&t.issue)
		case "changeHistories":
			return true, s.histories(&t)
		}
		return false, nil
	})
	s.told = append(s.told, t)
	return err
}

// histories reads a list of histories, and looks at no more of each than its time. They
// come oldest first, or newest first.
func (s *logScanner) histories(t *toldOf) (err error) {
	t.count, s.first, s.last = 0, s.first[:0], s.last[:0]
	created := func(name []byte) (bool, error) {
		if string(name) != "created" {
			return false, nil
		}
		raw, err := s.value()
		if s.last = append(s.last[:0], raw...); t.count == 1 {
			s.first = append(s.first[:0], raw...)
		}
		return true, err
	}
	t.list, err = s.spanOf(func() error {
		return s.elements(func() error { t.count++; return s.members(created) })
	})
	t.newest = later(s.first, s.last)
	return err
}

// issuePage is an answer with whole issues.
type issuePage struct {
	wanted []string // the fields to look at; the others are in the text alone
	issues []*detailed
	errors int // issues that Jira could not give, for a while
}

// issueScanner reads issues.
type issueScanner struct {
	scanner
	wanted []string
	parts  []part
}

// part is the place of an issue, or of one of its fields.
type part struct {
	of    *detailed
	field string // "": the whole of it
	span
}

func (p *issuePage) scan(page []byte) error {
	*p = issuePage{wanted: p.wanted}
	s := &issueScanner{scanner: scanner{page: page, leaner: leaner{on: true}}, wanted: p.wanted}
	s.parts = make([]part, 0, fetchPage*(len(p.wanted)+1))
	came := false
	err := s.whole(func(name []byte) (bool, error) {
		switch string(name) {
		case "issues":
			came = s.kind() == '[' || s.kind() == 'n' // some write an empty list so
			return true, s.elements(func() error {
				d := &detailed{}
				p.issues = append(p.issues, d)
				return s.issue(d)
			})
		case "issueErrors":
			return true, s.elements(func() error { p.errors++; return s.skip() })
		}
		return false, nil
	})
	if err == nil && !came && p.errors == 0 {
		err = errors.New("it holds no issues")
	}
	if err == nil {
		s.share()
	}
	return err
}

// lookAt reads of an issue that came by itself what a Pull must know.
func (p *pull) lookAt(raw jsontext.Value) (*detailed, error) {
	d := &detailed{}
	s := &issueScanner{scanner: scanner{page: raw}, wanted: p.fields.glanced()}
	if s.issue(d) != nil {
		return nil, &strangeError{what: "the answer is no JSON of the promised shape"}
	}
	s.share()
	return d, nil
}

// issue reads an issue, and notes the places of the fields that are wanted.
func (s *issueScanner) issue(d *detailed) error {
	field := func(name []byte) (bool, error) {
		at := slices.IndexFunc(s.wanted, func(one string) bool { return one == string(name) })
		if at < 0 {
			return false, nil
		}
		return true, s.part(d, s.wanted[at], func() error { return s.member(name) })
	}
	return s.part(d, "", func() error {
		return s.members(func(name []byte) (bool, error) {
			switch string(name) {
			case "id":
				return true, s.into(&d.ID)
			case "key":
				return true, s.into(&d.Key)
			case "fields":
				if s.kind() == '{' {
					d.fields = others{}
				}
				return true, s.members(field)
			}
			return false, nil
		})
	})
}

// part notes the place of whatever read reads.
func (s *issueScanner) part(of *detailed, field string, read func() error) error {
	place, err := s.spanOf(read)
	s.parts = append(s.parts, part{of, field, place})
	return err
}

// share gives the issues their parts, once all is read.
func (s *issueScanner) share() {
	page := s.lean()
	all := make(others, 0, len(s.parts))
	for _, p := range s.parts {
		if p.field != "" {
			all = append(all, fieldValue{p.field, p.span.of(page)})
			continue
		}
		p.of.raw = p.span.of(page)
		if p.of.fields != nil {
			p.of.fields, all = all[:len(all):len(all)], all[len(all):]
		}
		var updated stamp
		_ = updated.UnmarshalJSON(p.of.fields.of("updated")) // of another form, it tells nothing
		p.of.updated = updated.Time
	}
}
