package jira

// This file reads what an issue shows of itself: the fields that every site has, and the
// raw values of the others, whose meaning the list of fields tells.

import (
	"errors"

	"github.com/go-json-experiment/json/jsontext"
)

// shown is an issue as its answer shows it. A value of another shape counts as none.
type shown struct {
	ID                          id
	Key                         string
	created                     stamp
	title                       string
	kind                        issueType
	status                      status
	resolution, priority        *named
	assignee, creator, reporter *user
	labels                      []string
	project                     project
	links                       []linked
	comments                    []comment
	hasLinks, hasComments       bool // the field came, be it empty
	others                      map[string]jsontext.Value
}

type project struct {
	Key            string `json:"key"`
	ProjectTypeKey string `json:"projectTypeKey"`
}

// issue reads an issue with the values of its fields.
func (t *thrift) issue(body []byte) (is shown, err error) {
	s := scan(t.outer, body)
	if s.from.PeekKind() != '{' {
		return is, errors.New("it is no object")
	}
	is.others = map[string]jsontext.Value{}
	err = s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "id":
			return true, s.value(&is.ID)
		case "key":
			return true, s.value(&is.Key)
		case "fields":
			return true, s.members(func(name []byte) (bool, error) {
				raw, err := s.from.ReadValue()
				if err != nil {
					return true, err
				}
				return true, t.show(&is, name, raw)
			})
		}
		return false, nil
	})
	return is, err
}

// show puts the value of a field in its place. Comments that cannot be read are an error:
// that nobody said anything would be another story.
func (t *thrift) show(is *shown, name, raw []byte) (err error) {
	switch string(name) {
	case "created":
		_ = is.created.UnmarshalJSON(raw)
	case "summary":
		is.title, _ = textOf(raw)
	case "issuetype":
		is.kind, _ = once(t.types, raw, plainly)
	case "status":
		is.status, _ = once(t.statuses, raw, plainly)
	case "resolution":
		is.resolution, _ = once(t.named, raw, plainly)
	case "priority":
		is.priority, _ = once(t.named, raw, plainly)
	case "assignee":
		is.assignee, _ = once(t.users, raw, plainly)
	case "creator":
		is.creator, _ = once(t.users, raw, plainly)
	case "reporter":
		is.reporter, _ = once(t.users, raw, plainly)
	case "labels":
		is.labels, _ = once(t.labels, raw, plainly)
	case "project":
		is.project, _ = once(t.projects, raw, plainly)
	case "issuelinks":
		is.links, _ = once(t.links, raw, linksOf)
		is.hasLinks = true
	case "comment":
		is.comments, err = inside(raw)
		is.hasComments = true
	default:
		if string(raw) != "null" {
			is.others[t.name(name)] = t.value(raw)
		}
	}
	return err
}
