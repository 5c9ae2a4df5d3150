package jira

// This file says how complete a Snapshot is: what came, what could not be told, and
// what looked odd on the way.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func (r *reader) finish() {
	s := r.snap
	for _, e := range r.entries {
		if len(e.item.Revisions) == 0 {
			continue // created after the pull's own time
		}
		s.Items = append(s.Items, e.item)
		if e.item.NoRecord {
			s.Coverage.WithoutRecord++
		}
	}
	r.connect()
	r.recall()
	for _, p := range r.people {
		s.People = append(s.People, p)
	}
	s.Coverage.Items = len(s.Items)
	if s.Since.IsZero() {
		s.Since = s.TakenAt
		for _, it := range s.Items {
			if it.CreatedAt().Before(s.Since) {
				s.Since = it.CreatedAt()
			}
		}
	}
	s.Missing |= r.missing()
	r.warnings()
	s.Sort()
}

// missing tells what neither the lists nor the items hold. A field that no item
// carries at all was not given; a field that is merely empty was.
func (r *reader) missing() backlog.Aspects {
	var missing backlog.Aspects
	if r.order == nil {
		missing |= backlog.CurrentOrder
	}
	if len(r.entries) == 0 {
		return missing
	}
	if !r.hasComments {
		missing |= backlog.Comments
	}
	if !r.hasLinks {
		missing |= backlog.Links
	}
	if r.snap.Process == backlog.Scrum && len(r.fields.sprint) == 0 {
		missing |= backlog.SprintHistory
	}
	if len(r.fields.rank) == 0 {
		missing |= backlog.RankHistory
	}
	if r.acts > 0 && !r.signed {
		missing |= backlog.Authors
	}
	return missing
}

func (r *reader) warnings() {
	warn := func(format string, args ...any) {
		r.snap.Coverage.Warnings = append(r.snap.Coverage.Warnings, fmt.Sprintf(format, args...))
	}
	s := r.snap
	if r.base != "" && r.about.Site != "" && r.about.Site != r.base {
		warn("This was pulled from another site than the one that is configured now: pull the team again.")
	}
	if r.base != "" && r.team.Board != "" && !r.board.called(r.team.Board) {
		warn("This was pulled from another board than the one that is configured now: pull the team again.")
	}
	sprintless := s.Process == backlog.Scrum && len(s.Sprints) == 0 && r.about.SprintsListed
	switch {
	case len(s.Items) == 0 && sprintless:
		warn("The %s board has no items that this account can see, and no Sprints: %s.", r.kind(), emptyHint)
	case len(s.Items) == 0:
		warn("The %s board has no items that this account can see: %s.", r.kind(), emptyHint)
	case sprintless:
		warn("The %s board has no Sprints: check that it is the board on which the team starts its Sprints; a team without Sprints needs a Kanban board.", r.kind())
	}
	for _, field := range r.odd.unknown {
		if column, custom := strings.CutPrefix(field, "customfield_"); custom && strings.Trim(column, "0123456789") != "" {
			field = column // of a table
		}
		if said := fmt.Sprintf(r.unknown, field); !slices.Contains(s.Coverage.Warnings, said) { // a Pull said so too, once
			warn("%s", said)
		}
	}
	if n := len(r.odd.undated); n > 0 {
		slices.Sort(r.odd.undated)
		warn("Left out, because they have no date of creation that can be read: %d, such as %s.", n, strings.Join(r.odd.undated[:min(n, 5)], ", "))
	}
	if s.Coverage.WithoutRecord > 0 {
		warn("Items whose history did not come, so that only their present state is known: %d.", s.Coverage.WithoutRecord)
	}
	if r.odd.unborn+r.odd.late > 0 {
		warn("Left out, because they are dated after the pull: items %d, changes and comments %d.", r.odd.unborn, r.odd.late)
	}
	if r.odd.timeless > 0 {
		warn("Recorded changes without a date, which are taken for older than their items: %d.", r.odd.timeless)
	}
	if r.odd.unsaid > 0 {
		warn("Left out, because they have no date: comments %d.", r.odd.unsaid)
	}
	if r.odd.long > 0 {
		warn("Texts of which only the first mebibyte was read: %d.", r.odd.long)
	}
	if n := len(r.odd.foreign); n > 0 && s.Process == backlog.Scrum {
		warn("Sprints left out, because this board does not list them although its items are or were in them: %d.", n)
	}
	var fields []string
	n := 0
	for field, count := range r.odd.broken {
		fields = append(fields, field)
		n += count
	}
	if n > 0 {
		slices.Sort(fields)
		warn("Recorded changes that do not fit what came after them (%s), so that the newer state was believed: %d.", strings.Join(fields, ", "), n)
	}
}

// emptyHint is what to do about a board without items.
const emptyHint = "check the board's filter, and that the account may browse its projects"

// kind is the board's type in Jira's words, which team-managed projects call simple.
func (r *reader) kind() string {
	switch kind := strings.ToLower(cmp.Or(r.board.Type, r.config.Type)); kind {
	case "scrum":
		return "Scrum"
	case "kanban":
		return "Kanban"
	case "simple":
		return "team-managed"
	}
	return "Jira"
}
