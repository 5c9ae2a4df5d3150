package azure

// This file turns the revisions of a work item into those of an item. Azure tells what
// the work item was from each revision on; ties between work items change in between,
// without any revision, and are put where they belong in time.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// act is one recorded act: a revision, or a change of a link.
type act struct {
	at    time.Time
	by    *backlog.Person
	named *backlog.Person // in whose name it was entered
	seq   int             // of the revision that it is, or belongs to, or follows
	rev   *revision
	tie   *knot
}

// replaying is one work item being replayed.
type replaying struct {
	*reader
	entry  *entry
	values [fieldCount]string // as they are at the moment
	whos   [fieldCount]*who
	state  backlog.State
	text   backlog.Text
	in     *backlog.Sprint // that the work item is in at the moment
	byTies bool            // the parent is told by links

	order    float64
	hasOrder bool
	out      []backlog.Revision
}

// fill gives an entry's item its story.
func (r *reader) fill(e *entry) {
	p := &replaying{reader: r, entry: e}
	p.byTies = slices.ContainsFunc(e.ties, func(k knot) bool { return k.Rel == toParent })
	for _, c := range e.now {
		p.values[c.field] = c.text
	}
	p.firstParent()
	for _, a := range p.acts() {
		if a.at.After(r.snap.PulledAt) {
			r.odd.late++
			continue
		}
		if a.rev != nil {
			p.revise(a)
		} else {
			p.tie(a)
		}
	}
	e.item.Revisions = p.out
}

// born is when the work item came into being; zero where nothing tells.
func (e *entry) born() time.Time {
	var changed, created time.Time
	for _, c := range e.revisions[0].changes {
		switch c.field {
		case changedDateField:
			changed = timeOf(c.text)
		case createdDateField:
			created = timeOf(c.text)
		}
	}
	if !created.IsZero() && (changed.IsZero() || e.part || created.Before(changed)) {
		return created
	}
	return changed
}

// acts lists what happened, by time. What belongs to a revision comes with it.
func (p *replaying) acts() []act {
	var acts []act
	var at time.Time
	for i := range p.entry.revisions {
		rev := &p.entry.revisions[i]
		p.glance(rev)
		if said := timeOf(p.values[changedDateField]); said.After(at) {
			at = said // of one that is dated before its predecessor, the order is believed
		}
		if i == 0 {
			at = p.entry.born()
		}
		by, named := p.author(i)
		acts = append(acts, act{at: at, by: by, named: named, seq: i, rev: rev})
	}
	revisions := slices.Clone(acts)
	for i := range p.entry.ties {
		acts = append(acts, p.placed(&p.entry.ties[i], revisions))
	}
	slices.SortStableFunc(acts, func(a, b act) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.seq, b.seq)) })
	return acts
}

// glance takes over those values that say when and by whom.
func (p *replaying) glance(rev *revision) {
	for _, c := range rev.changes {
		if c.field >= changedByField {
			p.values[c.field], p.whos[c.field] = c.text, c.who
		}
	}
}

// author is who made the revision, and in whose name: nobody, where somebody else entered
// it in that name.
func (p *replaying) author(i int) (by, named *backlog.Person) {
	said, entered := p.whos[changedByField], p.whos[authorizedField]
	if said == nil && i == 0 {
		said = p.whos[createdByField]
	}
	named = p.person(said)
	if said != nil && entered != nil && said.person != entered.person {
		p.odd.forged++
		return nil, named
	}
	return named, named
}

// timeOf reads a time that a document tells; zero for none.
func timeOf(said string) time.Time {
	var m moment
	_ = m.UnmarshalJSON([]byte(said)) // what is no time is none
	return m.Time
}

// revise takes one revision.
func (p *replaying) revise(a act) {
	for i := range p.entry.heard {
		if said := &p.entry.heard[i]; said.id == a.rev.rev {
			said.at, said.person = a.at, a.by
		}
	}
	var changed backlog.Fields
	seen, talk, planned, dragged := 0, false, false, false
	hadColumn := p.values[columnField] != ""
	for _, c := range a.rev.changes {
		p.values[c.field], p.whos[c.field] = c.text, c.who
		switch {
		case c.field >= changedByField && c.field <= createdDateField:
		case c.field == commentsField:
			talk = true
		default:
			seen++
			changed |= kinds[c.field]
			dragged = dragged || c.field == columnField && hadColumn
			planned = planned || c.field == iterationField || c.field == iterationPathField && !p.carried[iterationField]
		}
	}
	first := len(p.out) == 0
	before := p.state
	text := p.text
	p.describe()
	if p.text == text && before.Text != nil {
		p.state.Text = before.Text
	} else {
		said := p.text
		p.state.Text = &said
	}
	changed |= p.settle(before, a.at)
	switch {
	case first:
		changed = backlog.Created
	case seen == 0 && talk:
		return // it is a comment
	case seen == 0:
		changed = backlog.OtherField // of something that was not asked for
	case dragged && !changed.Has(backlog.StatusField):
		changed |= backlog.OtherField // within one state
	case planned && !changed.Has(backlog.SprintField):
		changed |= backlog.OtherField // among iterations that are no Sprints of the team
	}
	state := &p.state
	if !first && same(&before, state) {
		state = p.out[len(p.out)-1].State
	} else {
		copied := p.state
		state = &copied
	}
	p.out = append(p.out, backlog.Revision{At: a.at, By: a.by, Changed: changed, State: state})
	p.ordered(a.rev)
}

// kinds are what a change of a field is to the model.
var kinds = [fieldCount]backlog.Fields{
	typeField: backlog.TypeField, stateField: backlog.StatusField, titleField: backlog.TitleField,
	descriptionField: backlog.DescriptionField, stepsField: backlog.DescriptionField, criteriaField: backlog.CriteriaField, goalField: backlog.GoalField,
	customerField: backlog.CustomersField, assigneeField: backlog.AssigneeField, priorityField: backlog.PriorityField, tagsField: backlog.LabelsField,
	areaField: backlog.OtherField, projectField: backlog.ProjectField,
	effortField: backlog.EstimateField, attachmentsField: backlog.AttachmentField, blockedField: backlog.FlagField,
	startField: backlog.DatesField, targetField: backlog.DatesField, dueField: backlog.DatesField, finishField: backlog.DatesField,
	remainField: backlog.EffortField, plannedField: backlog.EffortField, spentField: backlog.EffortField,
}

// describe works out the state by the present values, but for Sprints and parent.
func (p *replaying) describe() {
	s, v := &p.state, &p.values
	now := p.statusOf(v[typeField], v[stateField])
	s.Type, s.Status, s.Outcome = p.typeOf(v[typeField]), now.status, ended(now.category, v[reasonField])
	if v[deletedField] == "true" && s.Outcome == backlog.Open {
		s.Outcome = backlog.Discarded
	}
	s.Priority, s.Assignee = p.priority(v[priorityField]), p.person(p.whos[assigneeField])
	s.Estimate, _ = strconv.ParseFloat(v[effortField], 64) // what is no number is none
	s.Flagged = strings.EqualFold(v[blockedField], "yes") || v[blockedField] == "true"
	s.Labels = split(s.Labels, v[tagsField])
	s.Customers = split(s.Customers, v[customerField])
	p.text = backlog.Text{Title: v[titleField], Description: cmp.Or(v[descriptionField], v[stepsField]), Criteria: v[criteriaField], Goal: v[goalField]}
}

// split reads a list with semicolons. The old one is kept where nothing changed.
func split(old []string, said string) []string {
	n := 0
	changed := false
	for part := range strings.SplitSeq(said, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if !changed && (n >= len(old) || old[n] != part) {
			old, changed = slices.Clone(old[:n]), true
		}
		if changed {
			old = append(old, part)
		}
		n++
	}
	return old[:n:n]
}

// settle works out Sprints, parent and outcome, and what of it changed.
func (p *replaying) settle(before backlog.State, at time.Time) (changed backlog.Fields) {
	v := &p.values
	if to := p.sprint(v[iterationField], v[iterationPathField]); to != p.in {
		p.state.Sprints, p.in = moved(before.Sprints, to, at), to
		changed |= backlog.SprintField
	}
	if !p.byTies {
		id, _ := strconv.ParseFloat(v[parentField], 64) // none is 0
		if p.setParent(int(id)) {
			changed |= backlog.ParentField
		}
	}
	if before.Outcome != p.state.Outcome {
		changed |= backlog.OutcomeField
	}
	return changed
}

func same(a, b *backlog.State) bool {
	return a.Type == b.Type && a.Status == b.Status && a.Outcome == b.Outcome && a.Priority == b.Priority && a.Assignee == b.Assignee &&
		a.Parent == b.Parent && a.Hidden == b.Hidden && a.Estimate == b.Estimate && a.Flagged == b.Flagged && a.Text == b.Text &&
		slices.Equal(a.Sprints, b.Sprints) && slices.Equal(a.Labels, b.Labels) && slices.Equal(a.Customers, b.Customers)
}
