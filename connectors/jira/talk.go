package jira

// This file reads what is said on issues and how they are tied to one another.

import (
	"cmp"
	"slices"
	"strings"

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

// linked is one link as an issue shows it, from its own side.
type linked struct {
	Type struct {
		Name    string `json:"name"`
		Inward  string `json:"inward"`
		Outward string `json:"outward"`
	} `json:"type"`
	Inward  *otherEnd `json:"inwardIssue"`
	Outward *otherEnd `json:"outwardIssue"`
}

type otherEnd struct {
	Key    string `json:"key"`
	Fields struct {
		IssueType named `json:"issuetype"`
	} `json:"fields"`
}

// linksOf reads links, and passes over those of another shape.
func linksOf(raw []byte) ([]linked, error) {
	var all []jsontext.Value
	if err := unmarshal(raw, &all); err != nil {
		return nil, err
	}
	var links []linked
	for _, one := range all {
		var l linked
		if decode(one, &l) == nil {
			links = append(links, l)
		}
	}
	return links, nil
}

// links tells the present links of an issue.
func (r *reader) links(e *entry) []backlog.Link {
	var out []backlog.Link
	for _, l := range e.shown.links {
		other := cmp.Or(l.Outward, l.Inward)
		if other == nil || other.Key == "" {
			continue
		}
		project, _, _ := strings.Cut(other.Key, "-")
		out = append(out, backlog.Link{
			Relation: relation(l.Type.Name, l.Type.Inward, l.Type.Outward, l.Outward != nil),
			Key:      other.Key,
			Customer: r.desks[project] || isRequest(other.Fields.IssueType.original()),
		})
	}
	return out
}
