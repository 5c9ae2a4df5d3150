package jira

// This file turns an issue and its history into revisions. Jira keeps the present
// values and, for every change, what was before and after. So the walk goes
// backwards: from the present, undoing one history after another, to the creation.
// Where a change does not fit what came after it, the newer state is believed.

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// moment is what an issue was at one time. The resolution is the id of Jira's own
// word for how it ended.
type moment struct {
	*backlog.State
	resolution string
}

// fill gives an entry's item its story, comments and links.
func (r *reader) fill(e *entry, site string) {
	if e.created.After(r.snap.PulledAt) {
		r.odd.unborn++
		return
	}
	it := e.item
	if site != "" {
		it.URL = site + "/browse/" + e.Key
	}
	it.NoRecord = !e.recorded
	born := backlog.Revision{At: e.created, By: r.creator(e), Changed: backlog.Created}
	now := r.present(e)
	e.histories = withoutEchoes(e.histories)
	it.Revisions = r.walk(e, now, born)
	r.tie(e)
	it.Comments = r.talk(e)
}

// walk goes back from the present to the birth, and gives the revisions oldest first.
func (r *reader) walk(e *entry, at moment, born backlog.Revision) []backlog.Revision {
	back := make([]backlog.Revision, 0, len(e.histories)+1)
	var birth *backlog.State // what acts before it had led to
	for _, h := range slices.Backward(e.histories) {
		on := h.Created.Time()
		late := on.After(r.snap.PulledAt)
		if late {
			r.odd.late++
		}
		before, changed, rank := r.undo(at, h)
		e.touched |= changed
		after := at
		at = before
		if late {
			continue
		}
		by := r.person(h.Author)
		r.acts, r.signed = r.acts+1, r.signed || by != nil
		if h.Created == 0 {
			r.odd.timeless += len(h.Items)
		}
		if on.Before(born.At) { // of an import: the state keeps it, but it is no act on this item
			birth = cmp.Or(birth, after.State)
			continue
		}
		if before.Outcome != after.Outcome {
			changed |= backlog.OutcomeField
		}
		if changed != 0 {
			back = append(back, backlog.Revision{At: on, By: by, Changed: changed, Rank: rank, State: after.State})
		}
	}
	born.State = cmp.Or(birth, at.State)
	back = append(back, born)
	slices.Reverse(back)
	return back
}

// unique sorts histories by time and id, and drops repetitions.
func unique(all []history) []history {
	slices.SortStableFunc(all, func(a, b history) int {
		return cmp.Or(cmp.Compare(a.Created, b.Created), cmp.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(all, func(a, b history) bool { return a.ID != 0 && a.ID == b.ID })
}

// echo is how far apart Jira writes the two records of one change of parent.
const echo = 5 * time.Second

// withoutEchoes drops the older forms of a change of parent (Epic Link, Parent Link)
// where Jira recorded the same change as an IssueParentAssociation too, in a history
// of its own right beside it.
func withoutEchoes(all []history) []history {
	for i := range all {
		repeated := func(c change) bool {
			return c.form == olderForm && slices.ContainsFunc(all, func(h history) bool {
				return h.ID != all[i].ID && h.Created.Time().Sub(all[i].Created.Time()).Abs() <= echo && slices.ContainsFunc(h.Items, func(o change) bool {
					return o.form == association && o.ToString == c.ToString && o.FromString == c.FromString
				})
			})
		}
		if slices.ContainsFunc(all[i].Items, repeated) {
			all[i].deed = &deed{slices.DeleteFunc(slices.Clone(all[i].Items), repeated)}
		}
	}
	return all
}

// stateless are the fields whose changes leave no trace in a State.
const stateless = backlog.RankField | backlog.LinkField | backlog.AttachmentField | backlog.DatesField |
	backlog.EffortField | backlog.ProjectField | backlog.OtherField

// undo gives the moment before a history, and what the history changed.
func (r *reader) undo(after moment, h history) (before moment, changed backlog.Fields, rank int8) {
	for _, c := range slices.Backward(h.Items) {
		if !c.isComment() {
			changed |= r.fields.kind(c)
			rank = cmp.Or(rank, ranked(c))
		}
	}
	if changed&^stateless == 0 {
		return after, changed, rank
	}
	draft := r.draft(after.State)
	if changed.Has(backlog.ContentFields) {
		text := *after.Text
		draft.Text = &text
	}
	before = moment{draft, after.resolution}
	parent := parentChange(h.Items, &r.fields)
	var forms []change // of a change of parent
	for i, c := range slices.Backward(h.Items) {
		if c.isComment() {
			continue // a deleted comment is nobody's business any more
		}
		kind := r.fields.kind(c)
		if kind == backlog.ParentField {
			forms = append(forms, c)
		}
		if kind == backlog.ParentField && i != parent {
			continue // another form of the same change
		}
		if kind != backlog.ParentField && !r.fits(before, kind, c) {
			r.odd.broken[strings.ToLower(c.Field)]++
		}
		r.set(&before, kind, c, string(c.From), string(c.FromString))
	}
	r.undoParent(&before, after, forms)
	r.close(&before)
	if before.resolution == after.resolution && sameState(before.State, after.State) {
		before.State = after.State
		return before, changed, rank
	}
	r.states = r.states[1:]
	if *before.Text == *after.Text {
		before.Text = after.Text
	}
	return before, changed, rank
}

// draft is a copy of a state in the room for the next one, which it takes only if it turns
// out to be another.
func (r *reader) draft(of *backlog.State) *backlog.State {
	if len(r.states) == 0 {
		r.states = make([]backlog.State, stateRoom)
	}
	r.states[0] = *of
	return &r.states[0]
}

// stateRoom is for how many states room is made at a time.
const stateRoom = 64

// parentChange picks, of the forms in which one change of parent is recorded, the
// one to believe: the one that always has the id.
func parentChange(items []change, fields *fieldMap) int {
	best, at := -1, -1
	for i, c := range items {
		if fields.kind(c) != backlog.ParentField {
			continue
		}
		rank := slices.Index([]string{"parent link", "epic link", "parent", "issueparentassociation"}, strings.ToLower(c.Field))
		if rank > best || at < 0 {
			best, at = rank, i
		}
	}
	return at
}

// undoParent looks at all forms of a change of parent together: Data Center records
// that a story became a sub-task as a parent won and, beside it, an epic lost.
func (r *reader) undoParent(before *moment, after moment, forms []change) {
	if len(forms) == 0 {
		return
	}
	for _, c := range forms {
		if before.Parent == nil {
			before.Parent = r.item(string(c.From), string(c.FromString))
			before.Hidden = before.Parent == nil && (before.Hidden || c.From+c.FromString != "")
		}
	}
	if !slices.ContainsFunc(forms, func(c change) bool { return r.fits(after, backlog.ParentField, c) }) {
		r.odd.broken["parent"]++
	}
}

// fits reports whether the outcome of a change is what the next moment shows. Texts
// are not compared: Jira writes them in more than one way.
func (r *reader) fits(after moment, kind backlog.Fields, c change) bool {
	if kind.Has(backlog.ContentFields | backlog.CustomersField | stateless) {
		return true
	}
	r.scratch = *after.State
	check := moment{&r.scratch, after.resolution}
	r.set(&check, kind, c, string(c.To), string(c.ToString))
	r.scratch.Hidden = after.Hidden // a parent that is not visible cannot contradict
	return check.resolution == after.resolution && sameState(check.State, after.State)
}

// ending is what an outcome is told by.
type ending struct {
	status     *backlog.Status
	resolution string
}

// close derives what follows from the rest.
func (r *reader) close(m *moment) {
	end := ending{m.Status, m.resolution}
	outcome, known := r.endings[end]
	if !known {
		outcome = ended(m.Status.Category, m.Status.Name, r.resolutions[m.resolution])
		r.endings[end] = outcome
	}
	m.Outcome = outcome
}

func sameState(a, b *backlog.State) bool {
	return a.Type == b.Type && a.Status == b.Status && a.Outcome == b.Outcome && a.Priority == b.Priority &&
		a.Assignee == b.Assignee && a.Parent == b.Parent && a.Hidden == b.Hidden && a.Estimate == b.Estimate && a.Flagged == b.Flagged &&
		sameSet(a.Sprints, b.Sprints) && sameSet(a.Labels, b.Labels) && slices.Equal(a.Customers, b.Customers) &&
		*a.Text == *b.Text
}

func sameSet[T comparable](a, b []T) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x T) bool { return !slices.Contains(b, x) })
}
