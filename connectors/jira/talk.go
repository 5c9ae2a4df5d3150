package jira

// This file reads what is said on issues.

import (
	"cmp"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// call is a comment that calls on people. Whom, is settled once everybody is known.
type call struct {
	item *backlog.Item
	at   int
	on   []string
}

// inside reads the comments that an issue itself holds.
func inside(raw jsontext.Value) ([]comment, error) {
	var field commentField
	if err := decode(raw, &field); err != nil {
		return nil, err
	}
	return commentsOf(field.Comments)
}

// commentsOf reads comments, and sorts them oldest first.
func commentsOf(raw []jsontext.Value) ([]comment, error) {
	read := make([]comment, len(raw))
	for i, one := range raw {
		if err := decode(one, &read[i]); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(read, func(a, b comment) int {
		return cmp.Or(a.Created.Compare(b.Created.Time), cmp.Compare(a.ID.number(), b.ID.number()))
	})
	return read, nil
}

// talk tells what was said on an issue.
func (r *reader) talk(e *entry) []backlog.Comment {
	var out []backlog.Comment
	for _, c := range e.comments {
		if c.Created.After(r.snap.PulledAt) {
			r.odd.late++
			continue
		}
		text, on := r.text(c.Body)
		if len(on) > 0 {
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
