package jira

// This file reads what an issue shows of itself: the fields that every site has, and the
// raw values of the others, whose meaning the list of fields tells.

import (
	"cmp"
	"errors"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// shown is an issue as its answer shows it. A value of another shape counts as none.
type shown struct {
	ID                          id
	Key                         string
	created                     stamp
	title                       string
	description                 said
	kind                        *issueType
	status                      *status
	resolution, priority        *named
	assignee, creator, reporter *user
	labels                      []string
	project                     *project
	links                       []linked
	comments                    []comment
	hasLinks, hasComments       bool // the field came, be it empty
	others                      others
}

// others are the fields beyond those that every site has. There are few of them, and many
// issues.
type others []fieldValue

type fieldValue struct {
	name string
	raw  jsontext.Value
}

// of is the value of a field; nil if it did not come, or was empty.
func (all others) of(name string) jsontext.Value {
	for _, f := range all {
		if f.name == name {
			return f.raw
		}
	}
	return nil
}

type project struct {
	Key            string `json:"key"`
	ProjectTypeKey string `json:"projectTypeKey"`
}

// issue reads an issue with the values of its fields.
func (t *thrift) issue(body []byte) (is *shown, err error) {
	s := scanner{page: body}
	if s.kind() != '{' {
		return is, errors.New("it is no object")
	}
	is = &shown{kind: &t.blank.kind, status: &t.blank.status, project: &t.blank.project}
	rest := t.rest[:0]
	err = s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "id":
			return true, s.into(&is.ID)
		case "key":
			return true, s.into(&is.Key)
		case "fields":
			return true, s.members(func(name []byte) (bool, error) {
				raw, err := s.value()
				if err != nil {
					return true, err
				}
				return true, t.show(is, &rest, name, raw)
			})
		}
		return false, nil
	})
	t.rest, is.others = rest, slices.Clone(rest)
	return is, err
}

// show puts the value of a field in its place. Comments that cannot be read are an error:
// that nobody said anything would be another story.
func (t *thrift) show(is *shown, rest *others, name, raw []byte) (err error) {
	switch string(name) {
	case "created":
		_ = is.created.UnmarshalJSON(raw)
	case "summary":
		is.title, _ = textOf(raw)
	case "description":
		if is.description = heard(raw); t.twice { // the team's configuration names it
			*rest = append(*rest, fieldValue{t.name(name), t.value(raw)})
		}
	case "issuetype":
		is.kind = cmp.Or(shared(t.types, raw), is.kind)
	case "status":
		is.status = cmp.Or(shared(t.statuses, raw), is.status)
	case "resolution":
		is.resolution = shared(t.named, raw)
	case "priority":
		is.priority = shared(t.named, raw)
	case "assignee":
		is.assignee = shared(t.users, raw)
	case "creator":
		is.creator = shared(t.users, raw)
	case "reporter":
		is.reporter = shared(t.users, raw)
	case "labels":
		is.labels, _ = once(t.labels, raw, plainly)
	case "project":
		is.project = cmp.Or(shared(t.projects, raw), is.project)
	case "issuelinks":
		is.links, _ = once(t.links, raw, linksOf)
		is.hasLinks = true
	case "comment":
		is.comments, err = t.inside(raw)
		is.hasComments = true
	case "updated": // a Pull alone asks for it
	default:
		if string(raw) != "null" {
			*rest = append(*rest, fieldValue{t.name(name), t.value(raw)})
		}
	}
	return err
}
