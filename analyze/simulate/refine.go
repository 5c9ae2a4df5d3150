package simulate

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what happens to items between their arrival and a Sprint: requests
// are decided on and rewritten, the team refines, and what nobody wants is closed.

// triage puts decisions about some of the open requests on today's agenda.
func (t *team) triage() {
	for _, w := range t.backlog() {
		if !w.accepted && t.calendar.Days(w.born, t.now) >= 1 && t.chance(0.3) {
			t.sometime(func() { t.decide(w) })
		}
	}
}

// decide answers a request: no, yes, or yes in other words.
func (t *team) decide(w *work) {
	by := t.decider()
	if by == nil || by.Role == master || w.accepted || w.state != scenario.ToDo {
		return
	}
	if t.Habits.Shielded {
		t.acknowledge(w)
	}
	if t.chance(t.Habits.Declined) {
		t.say(by, w, pick(t, refusals), w.by)
		t.finish(by, w, backlog.Declined)
		return
	}
	w.accepted = true
	t.park(by, w)
	if epic := t.home(w.about); epic != nil && w.epic == nil {
		w.epic = epic
		t.change(by, w, backlog.ParentField, func(s *backlog.State) { s.Parent = epic.Item })
	}
	if t.chance(t.Habits.Reshaped) {
		t.reshape(by, w)
	} else if t.chance(t.Habits.Talk) {
		t.acknowledge(w)
	}
}

// reshape writes a request anew around the need behind it, perhaps as two items.
func (t *team) reshape(by *person, w *work) {
	description := t.note(w.about)
	if t.chance(t.Habits.Named) {
		description = t.story(w.about)
	}
	t.rewrite(by, w, "", description)
	if !t.chance(t.Habits.Split) {
		return
	}
	text := &backlog.Text{
		Title:       t.title(w.about) + " (" + pick(t, splitParts) + ")",
		Description: description + "\n\nSplit from " + w.Key + " to keep both small.",
	}
	part := t.create(by, w.epic, backlog.State{Type: w.kind, Text: text})
	part.about, part.accepted = w.about, true
	t.rec.Link(t.now, part.Item, backlog.SplitFrom, w.Item)
}

// refine holds the weekly refinement on Wednesdays, and the clearing out on Fridays.
func (t *team) refine() {
	switch {
	case t.now.Weekday() == time.Wednesday:
		t.at(13, 0, t.refineTop)
	case t.now.Weekday() == time.Friday:
		t.at(11, 0, t.closeOld)
	}
}

// refineTop estimates the top of the backlog, and lets developers add to items.
func (t *team) refineTop() {
	developers := t.present(developer)
	left, next := 8, t.ready()
	if n := t.Habits.Refines; n > 0 && n < len(next) {
		next = next[:n]
	}
	for _, w := range next {
		if w.points > 0 || left == 0 || len(developers) == 0 {
			continue
		}
		left--
		by := pick(t, developers)
		w.points = pick(t, sizes)
		points := w.points
		if owners := t.present(owner); t.Habits.Estimated && len(owners) > 0 {
			by = owners[0]
		}
		t.change(by, w, backlog.EstimateField, func(s *backlog.State) { s.Estimate = points })
		if w.kind != scenario.Story || !t.chance(t.Habits.Refined) {
			continue
		}
		if t.chance(0.5) {
			t.ask(by, w)
			continue
		}
		t.addTo(by, w)
	}
}

// addTo lets a developer add a criterion that is not there yet.
func (t *team) addTo(by *person, w *work) {
	t.tick()
	w.touched = t.now
	criteria := t.Stock.Criteria
	first := t.rng.IntN(len(criteria))
	t.rec.Rewrite(t.now, by.Person, w.Item, backlog.DescriptionField, func(x *backlog.Text) {
		for i := range criteria {
			if line := "\n- " + criteria[(first+i)%len(criteria)]; !strings.Contains(x.Description, line) {
				x.Description += line
				return
			}
		}
	})
}

// closeOld lets the owner close items that nobody has touched for long, a few at a time.
func (t *team) closeOld() {
	by := t.decider()
	if t.Habits.ClosesAfter == 0 || by == nil || by.Role == master {
		return
	}
	old := slices.DeleteFunc(t.backlog(), func(w *work) bool {
		return t.now.Sub(w.touched) < time.Duration(t.Habits.ClosesAfter)*24*time.Hour
	})
	for _, w := range old[:min(3, len(old))] {
		t.say(by, w, fmt.Sprintf(pick(t, farewells), w.born.Format("January")))
		t.finish(by, w, backlog.Declined)
	}
}
