package jira

// This file reads what is said on issues.

import (
	"cmp"
	"errors"
	"slices"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// call is a comment that calls on people. Whom, is settled once everybody is known.
type call struct {
	item *backlog.Item
	at   int
	on   []string
}

// inside reads the comments that an issue itself holds.
func (t *thrift) inside(raw []byte) (read []comment, err error) {
	s := scanner{page: raw}
	if kind := s.kind(); kind != '{' && kind != 'n' {
		return nil, errors.New("the comments are no object")
	}
	err = s.members(func(name []byte) (bool, error) {
		if string(name) != "comments" {
			return false, nil
		}
		read, err = t.comments(&s)
		return true, err
	})
	return read, err
}

// comments reads a list of comments, and sorts them oldest first.
func (t *thrift) comments(s *scanner) ([]comment, error) {
	if kind := s.kind(); kind != '[' && kind != 'n' {
		return nil, errors.New("the comments are no list")
	}
	read := t.talk[:0]
	err := s.elements(func() error {
		c, err := t.comment(s)
		read = append(read, c)
		return err
	})
	slices.SortStableFunc(read, func(a, b comment) int {
		return cmp.Or(a.Created.Compare(b.Created.Time), cmp.Compare(a.ID.number(), b.ID.number()))
	})
	t.talk = read
	return slices.Clone(read), err
}

func (t *thrift) comment(s *scanner) (c comment, err error) {
	if kind := s.kind(); kind != '{' && kind != 'n' {
		return c, errors.New("a comment is no object")
	}
	err = s.members(func(name []byte) (_ bool, err error) {
		switch string(name) {
		case "id":
			err = s.into(&c.ID)
		case "author":
			c.Author, err = again(t.users, s, "}", plainly)
		case "body":
			var raw []byte
			raw, err = s.value()
			c.said = heard(raw)
		case "created":
			err = s.into(&c.Created)
		default:
			return false, nil
		}
		return true, err
	})
	return c, err
}

// talk tells what was said on an issue.
func (r *reader) talk(e *entry) []backlog.Comment {
	var out []backlog.Comment
	for _, c := range e.comments {
		if c.Created.After(r.snap.PulledAt) {
			r.odd.late++
			continue
		}
		if c.Created.IsZero() {
			r.odd.unsaid++
			continue
		}
		text := r.text(c.said)
		if on := c.said.on; len(on) > 0 {
			r.calls = append(r.calls, call{e.item, len(out), on})
		}
		out = append(out, backlog.Comment{ID: string(c.ID), At: c.Created.Time, By: r.person(c.Author), Text: text})
	}
	return out
}

// connect turns mentioned accounts into people. Somebody who never did anything on
// this backlog is not one of its people.
func (r *reader) connect() {
	for _, c := range r.calls {
		comment := &c.item.Comments[c.at]
		for _, account := range c.on {
			if p := r.mentioned(account); p != nil && !slices.Contains(comment.Mentions, p) {
				comment.Mentions = append(comment.Mentions, p)
			}
		}
	}
}
