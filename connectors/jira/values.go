package jira

// This file reads single values: those of the present out of an issue's fields, and
// those of the past out of the id and the words of a change.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// present is an issue as its fields show it.
func (r *reader) present(e *entry) moment {
	m := moment{State: &backlog.State{
		Type: r.types[string(e.kind.ID)], Status: r.statusOf(*e.status), Assignee: r.person(e.assignee), Labels: e.labels,
		Text: &backlog.Text{Title: e.title, Description: r.text(e.description), Criteria: r.written(e, r.fields.criteria), Goal: r.written(e, r.fields.goal)},
	}}
	if m.Type == nil {
		m.Type = r.addType(*e.kind)
	}
	if e.resolution != nil {
		m.resolution = r.resolution(string(e.resolution.ID), e.resolution.Name)
	}
	if e.shown.priority != nil {
		m.Priority = r.priority(string(e.shown.priority.ID), e.shown.priority.Name)
	}
	for _, parent := range r.fields.parentOf(e.others.of) {
		m.Parent = cmp.Or(m.Parent, r.item(parent, parent))
		m.Hidden = m.Parent == nil
	}
	for _, field := range r.fields.sprint {
		m.Sprints = append(m.Sprints, r.sprintsOf(e.others.of(field))...)
	}
	m.Estimate = r.estimate(e)
	isSet := func(f string) bool { return len(list(e.others.of(f))) > 0 }
	m.Flagged = slices.ContainsFunc(r.fields.flagged, isSet) || isSet("flagged")
	for _, field := range r.fields.customers {
		m.Customers = append(m.Customers, list(e.others.of(field))...)
	}
	r.close(&m)
	return m
}

// creator is who entered the issue.
func (r *reader) creator(e *entry) *backlog.Person {
	asked := r.person(e.reporter)
	if by := r.person(e.shown.creator); by != nil {
		return by
	}
	return asked
}

// written is the first text among some fields.
func (r *reader) written(e *entry, fields []string) string {
	for _, field := range fields {
		if text := r.text(heard(e.others.of(field))); text != "" {
			return text
		}
		if values := list(e.others.of(field)); len(values) > 0 {
			return strings.Join(values, "\n")
		}
	}
	return ""
}

// estimate is the first number among the estimate fields; hours, where the board
// estimates in time.
func (r *reader) estimate(e *entry) float64 {
	for _, field := range r.fields.points {
		var n float64
		if raw := e.others.of(field); len(raw) > 0 && raw.Kind() == '0' && unmarshal(raw, &n) == nil {
			return inUnit(field, n)
		}
	}
	return 0
}

func inUnit(field string, n float64) float64 {
	if field == timeEstimate {
		return n / 3600
	}
	return n
}

// list reads a field that may hold one thing or several, each a text or an object
// with a name, as texts. A true flag is a value, a false one is none.
func list(raw jsontext.Value) []string {
	if len(raw) == 0 {
		return nil
	}
	var out []string
	switch raw.Kind() {
	case '[':
		var several []jsontext.Value
		_ = decode(raw, &several)
		for _, one := range several {
			out = append(out, list(one)...)
		}
	case '"':
		var s string
		if decode(raw, &s) == nil && strings.TrimSpace(s) != "" {
			out = append(out, strings.TrimSpace(s))
		}
	case '{':
		var thing struct {
			Value       string `json:"value"`
			Name        string `json:"name"`
			DisplayName string `json:"displayName"`
		}
		if decode(raw, &thing) == nil && thing.Value+thing.Name+thing.DisplayName != "" {
			out = append(out, cmp.Or(thing.Value, thing.Name, thing.DisplayName))
		}
	case 't', '0':
		out = append(out, string(raw))
	}
	return out
}

// item finds a parent by id or key; nil where it is not among the items.
func (r *reader) item(key, name string) *backlog.Item {
	parent := r.byID[id(key)]
	if parent == nil {
		parent = r.byKey[name]
	}
	if parent == nil || parent.created.After(r.snap.PulledAt) {
		return nil
	}
	return parent.item
}

// set writes a value of a change into a moment: id is Jira's id of it, said its words.
func (r *reader) set(m *moment, kind backlog.Fields, c change, key, said string) {
	switch kind {
	case backlog.TitleField:
		m.Text.Title = said
	case backlog.DescriptionField:
		m.Text.Description, _ = wiki(said)
	case backlog.CriteriaField:
		m.Text.Criteria, _ = wiki(said)
	case backlog.GoalField:
		m.Text.Goal, _ = wiki(said)
	case backlog.TypeField:
		m.Type = r.typeOf(key, said)
	case backlog.StatusField:
		m.Status = r.status(key, said)
	case backlog.OutcomeField:
		m.resolution = r.resolution(key, said)
	case backlog.PriorityField:
		m.Priority = r.priority(key, said)
	case backlog.AssigneeField:
		m.Assignee = r.account(key, said)
	case backlog.ParentField:
		m.Parent = r.item(key, said)
		m.Hidden = m.Parent == nil && key+said != ""
	case backlog.SprintField:
		m.Sprints = r.sprintsBy(key)
	case backlog.EstimateField:
		n := 0.0
		if said = cmp.Or(said, key); said != "" {
			n, _ = strconv.ParseFloat(said, 64)
		}
		m.Estimate = inUnit(cmp.Or(c.FieldID, strings.ToLower(c.Field)), n)
	case backlog.FlagField:
		m.Flagged = said != "" || key != ""
	case backlog.LabelsField:
		m.Labels = r.labelsBy(said)
	case backlog.CustomersField:
		m.Customers = nil
		if strings.HasPrefix(key, "[") { // ids of several options
			m.Customers = strings.Split(said, ", ")
		} else if said != "" {
			m.Customers = []string{said}
		}
	}
}

// labelsBy reads labels as histories write them. Equal ones are read once.
func (r *reader) labelsBy(said string) []string {
	known, ok := r.labels[said]
	if !ok {
		known = strings.Fields(said)
		r.labels[said] = known
	}
	return known
}

// sprintsBy reads a membership as histories write it: ids with commas. Equal ones are read once.
func (r *reader) sprintsBy(ids string) []*backlog.Sprint {
	if known, ok := r.memberships[ids]; ok {
		return known
	}
	var out []*backlog.Sprint
	for one := range strings.SplitSeq(ids, ",") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		if s := r.sprints[one]; s != nil {
			out = append(out, s)
		} else {
			r.odd.foreign[one] = true
		}
	}
	r.memberships[ids] = out
	return out
}
