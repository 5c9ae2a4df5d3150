package jira

// This file keeps the tables of what ids stand for: statuses with their board
// columns, types, priorities, Sprints and people. Histories name things that no list
// has any more; those are added as they are met.

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// lists is what the document "about" holds in raw parts.
type lists struct {
	board                   board
	config                  configuration
	fields                  []field
	statuses                []status
	types                   []issueType
	priorities, resolutions []named
}

func (a about) read() (*lists, error) {
	l := &lists{}
	return l, errors.Join(decode(a.Board, &l.board), decode(a.Configuration, &l.config), decode(a.Fields, &l.fields), decode(a.Statuses, &l.statuses),
		decode(a.Types, &l.types), decode(a.Priorities, &l.priorities), decode(a.Resolutions, &l.resolutions))
}

// tables knows the lists of the site and the columns of the board.
func (r *reader) tables() {
	for _, res := range r.lists.resolutions {
		r.resolutions[string(res.ID)] = res.UntranslatedName + "\n" + res.Name
	}
	r.lastColumn = -1
	for i, column := range r.config.ColumnConfig.Columns {
		for _, s := range column.Statuses {
			r.columns[string(s.ID)] = i
			r.lastColumn = i
		}
	}
	for _, s := range r.lists.statuses {
		r.addStatus(s)
	}
	for _, t := range r.lists.types {
		r.addType(t)
	}
	for i, p := range r.lists.priorities {
		r.priorities[string(p.ID)] = &backlog.Priority{ID: string(p.ID), Name: p.Name, Rank: i}
	}
}

func (r *reader) addStatus(s status) *backlog.Status {
	category, ok := categories[s.StatusCategory.Key]
	if !ok {
		category = categories[string(s.StatusCategory.ID)]
	}
	out := &backlog.Status{ID: string(s.ID), Name: s.Name, Category: category, Column: -1}
	r.statuses[out.ID] = r.settle(out)
	return out
}

// settle gives a status its board column. Jira counts the last column that
// has a status as done, whatever the category says.
func (r *reader) settle(s *backlog.Status) *backlog.Status {
	if column, ok := r.columns[s.ID]; ok {
		s.Column = column
		if column == r.lastColumn {
			s.Category = backlog.Done
		}
	}
	return s
}

// statusOf finds the status that an issue shows.
func (r *reader) statusOf(s status) *backlog.Status {
	if known := r.statuses[string(s.ID)]; known != nil {
		return known
	}
	return r.addStatus(s)
}

// status finds the status of that id, and remembers it by name where no list has it.
func (r *reader) status(id, name string) *backlog.Status {
	if s := r.statuses[id]; s != nil {
		return s
	}
	category, ok := bygone[id]
	if !ok {
		category = bygone[plainWord(name)]
	}
	s := &backlog.Status{ID: id, Name: name, Category: category, Column: -1}
	r.statuses[id] = r.settle(s)
	return s
}

func (r *reader) addType(t issueType) *backlog.Type {
	out := &backlog.Type{ID: string(t.ID), Name: t.Name, Level: levelOf(t), Bug: isBug(t)}
	r.types[out.ID] = out
	return out
}

func (r *reader) typeOf(key, name string) *backlog.Type {
	if t := r.types[key]; t != nil {
		return t
	}
	return r.addType(issueType{named: named{ID: id(key), Name: name}})
}

// priority finds a priority. One that the list has no more ranks below all listed
// ones; without any list, Jira's own ids tell the order.
func (r *reader) priority(key, name string) *backlog.Priority {
	if key == "" {
		return nil
	}
	if r.priorities[key] == nil {
		rank := len(r.priorities)
		if len(r.lists.priorities) == 0 {
			rank = max(0, int(id(key).number())-1)
		}
		r.priorities[key] = &backlog.Priority{ID: key, Name: name, Rank: rank}
	}
	return r.priorities[key]
}

// resolution remembers the words for a resolution, and gives its key; "" for none.
func (r *reader) resolution(id, name string) string {
	key := cmp.Or(id, plainWord(name))
	if _, ok := r.resolutions[key]; !ok && key != "" {
		r.resolutions[key] = name
	}
	return key
}

// plan knows the board's Sprints, and tells by them how the team plans.
func (r *reader) plan() {
	for _, s := range r.planned {
		r.addSprint(s)
	}
	kind := strings.ToLower(r.board.Type)
	if kind == "" {
		kind = strings.ToLower(r.config.Type)
	}
	r.snap.Process = backlog.Scrum
	if kind == "kanban" || kind != "scrum" && len(r.snap.Sprints) == 0 {
		r.snap.Process = backlog.Kanban
	}
}

func (r *reader) addSprint(s sprint) *backlog.Sprint {
	if old := r.sprints[string(s.ID)]; old != nil {
		return old
	}
	s.State = strings.ToLower(s.State)
	out := &backlog.Sprint{ID: string(s.ID), Name: s.Name, Goal: strings.TrimSpace(s.Goal),
		Start: s.StartDate.Time, End: s.EndDate.Time, Completed: s.CompleteDate.Time}
	switch {
	case s.State == "future":
		out.Start = time.Time{} // only planned: it has not begun
	case s.State == "closed" && out.Completed.IsZero():
		out.Completed = out.End
	}
	r.sprints[out.ID] = out
	r.snap.Sprints = append(r.snap.Sprints, out)
	return out
}

// sprintsOf reads an issue's own Sprint field. Where the board did not list its
// Sprints, those that its items are in take the list's place. Others that it
// does not list are other teams' business, or were deleted since the issue was fetched.
func (r *reader) sprintsOf(raw jsontext.Value) []*backlog.Sprint {
	var out []*backlog.Sprint
	shown, _ := once(r.shownIn, raw, func(raw []byte) ([]sprint, error) { return sprintValues(raw), nil })
	for _, s := range shown {
		known := r.sprints[string(s.ID)]
		ours := (s.BoardID == r.board.ID || s.BoardID == "") && !r.about.SprintsListed
		if known == nil && ours {
			known = r.addSprint(s)
		}
		if known == nil {
			r.odd.foreign[string(s.ID)] = true
			continue
		}
		out = append(out, known)
	}
	return out
}

// person finds or adds somebody; nil where Jira names nobody.
func (r *reader) person(u *user) *backlog.Person {
	if u == nil {
		return nil
	}
	key := u.AccountID
	if key == "" {
		key = u.Key
	}
	if key == "" {
		key = u.Name
	}
	if key == "" || key == "unknown" {
		return nil
	}
	p := r.people[key]
	if p == nil {
		p = &backlog.Person{ID: key}
		r.people[key] = p
	}
	fill := func(into *string, value string) {
		if *into == "" {
			*into = value
		}
	}
	fill(&p.Name, u.DisplayName)
	fill(&p.Mail, u.EmailAddress)
	fill(&p.Login, u.Name)
	if u.Name != "" {
		r.logins[u.Name] = p
	}
	p.App = p.App || u.AccountType == "app"
	p.Customer = p.Customer || u.AccountType == "customer"
	return p
}
