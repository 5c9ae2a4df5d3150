package jira

// This file reads the links that an issue shows.

import (
	"cmp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

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

// shownTies are the present links of an issue.
func (r *reader) shownTies(e *entry) []tie {
	var out []tie
	for _, l := range e.shown.links {
		other, words := cmp.Or(l.Outward, l.Inward), l.Type.Inward
		if other == nil || other.Key == "" {
			continue
		}
		if l.Outward != nil {
			words = l.Type.Outward
		}
		key := r.keyNow(other.Key) // the other issue may have moved since this one was fetched
		link := backlog.Link{
			Relation: relation(l.Type.Name, l.Type.Inward, l.Type.Outward, l.Outward != nil),
			Key:      key,
			Customer: r.desks[projectOf(key)] || isRequest(other.Fields.IssueType.original()),
		}
		r.lore.learn(words, link)
		out = append(out, tie{PastLink: backlog.PastLink{Link: link}, words: words})
	}
	return out
}

func projectOf(key string) string {
	project, _, _ := strings.Cut(key, "-")
	return project
}
