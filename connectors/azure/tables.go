package azure

// This file keeps the tables of what words stand for: types, states, priorities and
// Sprints. Histories name things that no list has any more; those are added as they are
// met.

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// status is what makes one step of the workflow: types may share a state and not what it
// means.
type status struct {
	name     string
	category string
	column   int
}

func (r *reader) typeOf(name string) *backlog.Type {
	lower := strings.ToLower(name)
	if r.types[lower] == nil {
		bug := slices.ContainsFunc(r.about.Bugs, func(b string) bool { return strings.EqualFold(b, name) })
		r.types[lower] = &backlog.Type{ID: name, Name: name, Level: r.levels[lower], Bug: bug}
	}
	return r.types[lower]
}

// step is a state of a type, and Azure's category of it.
type step struct {
	status   *backlog.Status
	category string
}

// statusOf finds a state of a type.
func (r *reader) statusOf(kind, name string) step {
	if known, ok := r.steps[[2]string{kind, name}]; ok {
		return known
	}
	s := status{name, r.meaning.category(kind, name), -1}
	if s.category == "" {
		r.odd.states[name] = true
	}
	for i, c := range r.about.Columns {
		for mapped, state := range c.States {
			if s.column < 0 && strings.EqualFold(mapped, kind) && strings.EqualFold(state, name) {
				s.column = i
			}
		}
	}
	if r.statuses[s] == nil {
		r.statuses[s] = &backlog.Status{ID: name, Name: name, Category: categoryOf(s.category), Column: s.column}
	}
	out := step{r.statuses[s], s.category}
	r.steps[[2]string{kind, name}] = out
	return out
}

// priority reads Azure's number, of which 1 is the highest.
func (r *reader) priority(said string) *backlog.Priority {
	n, err := strconv.ParseFloat(said, 64)
	if err != nil || n < 0 || n > 1e6 {
		return nil
	}
	p := r.priorities[int(n)]
	if p == nil {
		p = &backlog.Priority{ID: strconv.Itoa(int(n)), Name: strconv.Itoa(int(n)), Rank: max(int(n)-1, 0)}
		r.priorities[int(n)] = p
	}
	return p
}

// sprints reads the team's iterations. A Sprint lasts through the last of its days, and
// closes by itself. One without dates, or that is still to come, has not begun.
func (r *reader) sprints() {
	numbers := map[string]int{}
	for _, n := range r.about.Nodes {
		numbers[n.Identifier] = int(n.ID)
	}
	for _, i := range r.about.Iterations {
		s := &backlog.Sprint{ID: i.ID, Name: i.Name, Start: i.Attributes.Start.Time}
		if !i.Attributes.Finish.IsZero() {
			s.End = i.Attributes.Finish.AddDate(0, 0, 1).Add(-time.Second)
		}
		if s.End.Before(r.snap.PulledAt) {
			s.Completed = s.End
		}
		if s.Start.After(r.snap.PulledAt) || s.Start.IsZero() {
			s.Start, s.Completed = time.Time{}, time.Time{}
		}
		r.snap.Sprints = append(r.snap.Sprints, s)
		if n := numbers[i.ID]; n > 0 {
			r.places[strconv.Itoa(n)] = s
		}
		r.places[strings.ToLower(i.Path)] = s
	}
}

// sprint finds the Sprint by the iteration's number, and where that is not known by its
// path. The part of the tree above the Sprints, and other teams' Sprints, are none.
func (r *reader) sprint(number, path string) *backlog.Sprint {
	if s := r.places[number]; s != nil && number != "" {
		return s
	}
	if number == "" || len(r.about.Nodes) == 0 {
		return r.places[strings.ToLower(path)]
	}
	return nil
}

// moved is which Sprints an item is or was in after it left one for another at that
// time. Azure tells only the one it is in; the model keeps those that were over, as a
// Sprint's unfinished items stay a part of it.
func moved(before []*backlog.Sprint, to *backlog.Sprint, at time.Time) []*backlog.Sprint {
	var now []*backlog.Sprint
	for _, s := range before {
		over := !s.Start.IsZero() && !s.End.IsZero() && !at.Before(s.End.Add(-backlog.ClosingGrace))
		if over && s != to {
			now = append(now, s)
		}
	}
	if to != nil {
		now = append(now, to)
	}
	return now
}
