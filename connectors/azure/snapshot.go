package azure

// This file builds the Snapshot once all documents came, and says how complete it is.

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"net/url"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// Snapshot builds it.
func (r *reader) Snapshot() (*backlog.Snapshot, error) {
	if r.about == nil {
		return nil, &connectors.Error{Doing: "reading the team", Kind: connectors.ErrNotFound, Err: errors.New("the last pull did not come to its end"), Hint: "pull the team again"}
	}
	r.snap = &backlog.Snapshot{
		Team:     backlog.Team{Name: r.team.Name, Connection: r.team.Connection, Tracker: "azure-boards", Board: cmp.Or(r.about.Team, r.about.Project)},
		PulledAt: r.about.PulledAt, TakenAt: r.about.PulledAt, Since: r.about.Since, Missing: r.about.Missing,
		Coverage: backlog.Coverage{Expected: r.about.Expected, Warnings: slices.Clone(r.about.Warnings)},
	}
	r.meaning, r.levels = r.about.meaning(), r.about.levels()
	r.recognise()
	r.sprints()
	slices.SortFunc(r.entries, func(a, b *entry) int { return cmp.Compare(a.id, b.id) })
	r.entries = slices.DeleteFunc(r.entries, r.unborn)
	for _, e := range r.entries {
		r.fill(e)
		r.snap.Items = append(r.snap.Items, e.item)
	}
	now := r.rank()
	r.goals()
	for _, e := range r.entries {
		r.complete(e)
	}
	r.connect()
	r.process()
	r.place(now)
	r.finish(len(now) > 0)
	return r.snap, nil
}

// unborn leaves out work items of which nobody knows when they began, and those that are
// dated after the pull. Nothing may lead to them.
func (r *reader) unborn(e *entry) bool {
	at := e.born()
	switch {
	case at.IsZero():
		r.odd.undated = append(r.odd.undated, e.id)
	case at.After(r.snap.PulledAt):
		r.odd.late++
	default:
		return false
	}
	delete(r.byID, e.id)
	return true
}

// complete gives an item what is no revision, and drops revisions that say nothing.
func (r *reader) complete(e *entry) {
	e.item.URL = fmt.Sprintf("%s/%s/_workitems/edit/%d", r.about.Site, url.PathEscape(r.about.Project), e.id)
	e.item.Revisions = slices.DeleteFunc(e.item.Revisions, func(rev backlog.Revision) bool { return rev.Changed == 0 })
	said, apart := r.said[e.id]
	if !apart {
		said = e.heard
	}
	for i := range said {
		if said[i].by != nil {
			said[i].person = r.person(said[i].by)
		}
	}
	r.said[e.id] = said
	slices.SortStableFunc(said, func(a, b spoken) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	for _, s := range said {
		if s.at.IsZero() {
			continue // of a revision that is left out
		}
		if s.at.After(r.snap.PulledAt) {
			r.odd.late++
			continue
		}
		e.item.Comments = append(e.item.Comments, backlog.Comment{ID: key(s.id), At: s.at, By: s.person, Text: s.text})
	}
	r.relate(e)
}

// connect turns mentioned accounts into people. Somebody who never did anything on this
// backlog is not one of its people.
func (r *reader) connect() {
	byID := map[string]*backlog.Person{}
	for _, p := range r.snap.People {
		byID[strings.ToLower(p.ID)] = p
	}
	for _, e := range r.entries {
		on := map[string][]string{}
		for _, s := range r.said[e.id] {
			on[key(s.id)] = s.on
		}
		for i := range e.item.Comments {
			c := &e.item.Comments[i]
			for _, account := range on[c.ID] {
				if p := byID[strings.ToLower(account)]; p != nil && !slices.Contains(c.Mentions, p) {
					c.Mentions = append(c.Mentions, p)
				}
			}
		}
	}
}

// process tells how the team plans: in Sprints, where it has some with dates and has ever
// put something into one. Every team is given iterations, and many never use them.
func (r *reader) process() {
	r.snap.Process = backlog.Kanban
	used := len(r.snap.Items) == 0
	for _, it := range r.snap.Items {
		used = used || slices.ContainsFunc(it.Revisions, func(rev backlog.Revision) bool {
			return slices.ContainsFunc(rev.State.Sprints, func(s *backlog.Sprint) bool { return !s.End.IsZero() })
		})
	}
	if used && slices.ContainsFunc(r.snap.Sprints, func(s *backlog.Sprint) bool { return !s.End.IsZero() }) {
		r.snap.Process = backlog.Scrum
	}
}

func (r *reader) finish(ordered bool) {
	s := r.snap
	s.Coverage.Items = len(s.Items)
	s.Coverage.Expected -= r.odd.goals
	acts, signed := 0, 0
	for _, it := range s.Items {
		if it.NoRecord {
			s.Coverage.WithoutRecord++
		}
		for _, rev := range it.Revisions {
			acts++
			if rev.By != nil {
				signed++
			}
			if rev.Changed != backlog.Created {
				s.Coverage.Changes += bits.OnesCount32(uint32(rev.Changed))
			}
		}
	}
	if s.Since.IsZero() {
		s.Since = s.TakenAt
		for _, it := range s.Items {
			if it.CreatedAt().Before(s.Since) {
				s.Since = it.CreatedAt()
			}
		}
	}
	for _, lack := range []struct {
		is   bool
		what backlog.Aspects
	}{
		{!ordered && len(s.Items) > 0, backlog.CurrentOrder | backlog.RankHistory},
		{acts > 0 && signed == 0, backlog.Authors},
		{r.about.NoLinks, backlog.Links},
		{r.about.NoLinks && !r.carried[parentField] && len(s.Items) > 0, backlog.Hierarchy},
		{r.about.NoSprints, backlog.SprintHistory},
		{!slices.ContainsFunc(s.Sprints, func(s *backlog.Sprint) bool { return s.Goal != "" }), backlog.SprintGoals},
	} {
		if lack.is {
			s.Missing |= lack.what
		}
	}
	r.warnings()
	s.Sort()
}

func (r *reader) warnings() {
	s := r.snap
	warn := func(format string, args ...any) {
		s.Coverage.Warnings = append(s.Coverage.Warnings, wire.OneLine(fmt.Sprintf(format, args...)))
	}
	warn("Work items in areas that this account may not read do not show, and are not counted by Azure either: nothing can prove that all came.")
	if len(s.Items) == 0 {
		warn("The team's backlogs have no items that this account can see: check its areas, and that the account may read them.")
	}
	if n := len(r.odd.undated); n > 0 {
		warn("Left out, because they have no date of creation that can be read: %d, such as %s.", n, some(r.odd.undated))
	}
	if s.Coverage.WithoutRecord > 0 {
		warn("Items whose history did not come, so that only their present state is known: %d.", s.Coverage.WithoutRecord)
	}
	if r.odd.late > 0 {
		warn("Left out, because they are dated after the pull: changes and comments %d.", r.odd.late)
	}
	if r.odd.forged > 0 {
		warn("Changes that one account entered in the name of another, as imports do: %d. Nobody is named for them.", r.odd.forged)
	}
	if states := slices.Sorted(maps.Keys(r.odd.states)); len(states) > 0 {
		warn("States that no list knows, so that nobody can tell what they mean: %s.", strings.Join(states[:min(len(states), 5)], ", "))
	}
}
