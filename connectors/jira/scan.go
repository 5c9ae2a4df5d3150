package jira

// This file reads the large answers in one go: it notes where the parts begin and end,
// and decodes only what a Pull itself must know. The parts stay in the memory of the
// page they came in.

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// scanner walks one page.
type scanner struct {
	page []byte
	from *jsontext.Decoder
}

func newScanner(page []byte) scanner {
	return scanner{page, jsontext.NewDecoder(bytes.NewBuffer(page), lenient)}
}

// members calls each with the name of every member of the object that comes next. It
// reports whether it read the value; one that it did not is passed over. Anything but an
// object is passed over too.
func (s scanner) members(each func(name []byte) (read bool, err error)) error {
	if s.from.PeekKind() != '{' {
		return s.from.SkipValue()
	}
	if _, err := s.from.ReadToken(); err != nil {
		return err
	}
	for s.from.PeekKind() == '"' {
		quoted, err := s.from.ReadValue()
		if err != nil {
			return err
		}
		read, err := each(quoted[1 : len(quoted)-1]) // Jira writes no name with a backslash
		if err == nil && !read {
			err = s.from.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	_, err := s.from.ReadToken()
	return err
}

// elements calls each for every element of the array that comes next, which reads it.
func (s scanner) elements(each func() error) error {
	if s.from.PeekKind() != '[' {
		return s.from.SkipValue()
	}
	if _, err := s.from.ReadToken(); err != nil {
		return err
	}
	for kind := s.from.PeekKind(); kind != ']' && kind != 0; kind = s.from.PeekKind() {
		if err := each(); err != nil {
			return err
		}
	}
	_, err := s.from.ReadToken()
	return err
}

// value reads the value that comes next into something small.
func (s scanner) value(into any) error {
	raw, err := s.from.ReadValue()
	if err != nil {
		return err
	}
	switch into := into.(type) {
	case *id:
		return into.UnmarshalJSON(raw)
	case *string:
		*into, err = textOf(raw)
		return err
	}
	return unmarshal(raw, into)
}

// span gives the text of whatever read reads.
func (s scanner) span(read func() error) (jsontext.Value, error) {
	s.from.PeekKind() // passes over what stands between values
	before := s.from.InputOffset()
	err := read()
	return bytes.TrimLeft(s.page[before:s.from.InputOffset()], ":, \t\r\n"), err
}

// logPage is an answer about histories.
type logPage struct {
	logs map[id]*told
	next string
}

// scan reads a page.
func (p *logPage) scan(page []byte) error {
	*p = logPage{logs: map[id]*told{}}
	s := newScanner(page)
	return s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "issueChangeLogs":
			return true, s.elements(func() error { return p.scanIssue(s) })
		case "nextPageToken":
			var token *string
			err := s.value(&token)
			if token != nil {
				p.next = *token
			}
			return true, err
		}
		return false, nil
	})
}

func (p *logPage) scanIssue(s scanner) error {
	var issue id
	var t told
	err := s.members(func(name []byte) (read bool, err error) {
		switch string(name) {
		case "issueId":
			return true, s.value(&issue)
		case "changeHistories":
			return true, t.scan(s)
		}
		return false, nil
	})
	p.logs[issue] = p.logs[issue].with(&t)
	return err
}

// scan reads a list of histories, and looks at no more of each than its time. They come
// oldest first, or newest first.
func (t *told) scan(s scanner) error {
	var first, last jsontext.Value
	list, err := s.span(func() error {
		return s.elements(func() error {
			t.count++
			return s.members(func(name []byte) (bool, error) {
				if string(name) != "created" {
					return false, nil
				}
				var err error
				if last, err = s.from.ReadValue(); t.count == 1 {
					first = last
				}
				return true, err
			})
		})
	})
	if t.count > 0 {
		t.lists = []jsontext.Value{list}
		t.newest = later(first, last)
	}
	return err
}

// issuePage is an answer with whole issues.
type issuePage struct {
	wanted map[string]bool // the fields to look at; the others are in the text alone
	issues []*detailed
	errors int // issues that Jira could not give, for a while
}

func (p *issuePage) scan(page []byte) error {
	*p = issuePage{wanted: p.wanted}
	s := newScanner(page)
	return s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "issues":
			return true, s.elements(func() (err error) {
				d := &detailed{}
				d.raw, err = s.span(func() error { return d.scan(s, p.wanted) })
				p.issues = append(p.issues, d)
				return err
			})
		case "issueErrors":
			return true, s.elements(func() error { p.errors++; return s.from.SkipValue() })
		}
		return false, nil
	})
}

func (d *detailed) scan(s scanner, wanted map[string]bool) error {
	return s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "id":
			return true, s.value(&d.ID)
		case "key":
			return true, s.value(&d.Key)
		case "fields":
			if s.from.PeekKind() == '{' {
				d.Fields = map[string]jsontext.Value{}
			}
			return true, s.members(func(name []byte) (bool, error) {
				if !wanted[string(name)] {
					return false, nil
				}
				raw, err := s.from.ReadValue()
				d.Fields[string(name)] = raw
				return true, err
			})
		}
		return false, nil
	})
}
