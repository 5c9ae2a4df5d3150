package po

import (
	_ "embed"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// This file finds finished items that nobody who wanted them visibly looked at.

//go:embed flw04_no_evaluation.md
var noEvaluationDoc string

var noEvaluation = analyze.Check{
	ID: "FLW-04", Name: "no-evaluation", Group: analyze.Flow, Class: analyze.Proxy, Doc: noEvaluationDoc,
	Needs: backlog.Comments | backlog.Authors | backlog.ItemHistory,
	Reads: backlog.Links,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.TalksAway, guards.Handover,
		guards.Clusters, guards.UrgentLane},
	Rule: noEvaluationRule{
		Share: analyze.Share{Amber: 0.60, Red: 0.85, MinN: 20, Origin: "our judgement"},
		Days:  5, FollowUpDays: 2, Reviewed: 0.50, Burst: 0.80, BurstMinutes: 30, Batches: 0.66,
	},
}

type noEvaluationRule struct {
	analyze.Share `yaml:",inline"`
	Days          int     `yaml:"days" means:"working days after the end within which a response may come" origin:"our judgement"`
	FollowUpDays  int     `yaml:"follow_up_days" means:"working days after a Sprint within which linked items tell of a review" origin:"our judgement"`
	Reviewed      float64 `yaml:"reviewed" means:"share of Sprints with such items from which reviews happen elsewhere" origin:"our judgement"`
	Burst         float64 `yaml:"burst" means:"share of a Sprint's acceptances in one go that makes it a batch" origin:"our judgement"`
	BurstMinutes  int     `yaml:"burst_minutes" means:"minutes that one go takes at most" origin:"our judgement"`
	Batches       float64 `yaml:"batches" means:"share of Sprints accepted in a batch above which it is told" origin:"our judgement"`
}

func (c noEvaluationRule) Run(p *analyze.Pass) {
	p.Counts("finished item", "finished items")
	if !owned(p) {
		return
	}
	items := map[string]*backlog.Item{}
	for _, it := range p.Items {
		items[it.Key] = it
	}
	reviewed := map[*backlog.Sprint]bool{}
	accepted := map[*backlog.Sprint][]time.Time{}
	for _, it := range p.Items {
		e, ok := c.ended(p, it)
		if !ok {
			continue
		}
		owner, _ := p.Roles.Owner(e.At)
		if e.sprint != nil && c.followedUp(p, e, items) {
			reviewed[e.sprint] = true
		}
		switch {
		case owner == nil:
			p.LeaveOut("items finished while no Product Owner was known", 1)
			continue
		case e.State.Assignee == owner:
			p.LeaveOut("items that the Product Owner built", 1)
			continue
		case p.TakenAt.Before(e.until):
			p.LeaveOut("items finished so lately that a response may still come", 1)
			continue
		case e.By == owner && e.sprint != nil:
			accepted[e.sprint] = append(accepted[e.sprint], e.At)
		}
		subject := analyze.Subject{Item: it, Sprint: e.sprint, At: e.At}
		p.Examine(subject)
		if fact := e.response(p, items); fact != nil {
			p.Counter(*fact)
		} else {
			p.Report(subject, p.Fact(it, e.At, e.By, "was finished, with no visible response since its hand-over"))
		}
	}
	sprints := p.ClosedSprints()
	if len(reviewed) > 0 && float64(len(reviewed)) >= c.Reviewed*float64(len(sprints)) {
		p.CapAtWatch("linked items are written right after many Sprints: their reviews seem to happen in person")
	}
	if batches := c.batches(sprints, accepted); float64(batches) > c.Batches*float64(len(sprints)) {
		p.Also("In %d of %d Sprints nearly all was accepted in one go on the last day.", batches, len(sprints))
	}
}

// ending is how an item was finished, and how long a response may take.
type ending struct {
	*backlog.Revision
	item        *backlog.Item
	sprint      *backlog.Sprint // which ran then; nil without one
	from, until time.Time
}

// ended reports whether the functional item was delivered within the window, and how.
func (c noEvaluationRule) ended(p *analyze.Pass, it *backlog.Item) (ending, bool) {
	end := it.Ending()
	if end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(p.From) || !end.At.After(p.Facts.Imported()) || !p.Facts.Functional(it) {
		return ending{}, false
	}
	e := ending{Revision: end, item: it, from: handedOver(it, end), until: p.Calendar.Add(end.At, c.Days)}
	for _, s := range end.State.Sprints {
		if s.Started(end.At) && !s.Closed(end.At) {
			e.sprint = s
		}
	}
	if e.sprint != nil && e.sprint.Over().After(e.until) {
		e.until = e.sprint.Over()
	}
	return e, true
}

// handedOver is when the developers were done with the item: the entry into the last
// status before its end, unless that is the one in which work began.
func handedOver(it *backlog.Item, end *backlog.Revision) time.Time {
	var last *backlog.Status
	var entered time.Time
	for i := range it.Revisions {
		r := &it.Revisions[i]
		if r == end {
			break
		}
		if r.State.Status != last {
			last, entered = r.State.Status, r.At
		}
	}
	if last != nil && last.Category == backlog.InProgress && entered.After(it.Begun()) {
		return entered
	}
	return end.At
}

// response is the first visible response to the finished item; nil if there is none.
func (e ending) response(p *analyze.Pass, items map[string]*backlog.Item) *analyze.Cite {
	fact := func(at time.Time, by *backlog.Person, what string) *analyze.Cite {
		f := p.Fact(e.item, at, by, "%s", what)
		return &f
	}
	for a := range p.Facts.Acts(e.item) {
		before := a.Before()
		if before == nil || !evaluates(p, a.By, a.At) || !a.Changed.Has(responding) {
			continue
		}
		reopened := before.Outcome != backlog.Open && a.State.Outcome == backlog.Open
		if reopened || e.spans(a.At) {
			return fact(a.At, a.By, "was accepted, changed or reopened after the hand-over")
		}
	}
	for said := range p.Facts.Said(e.item) {
		if e.spans(said.At) && evaluates(p, said.By, said.At) {
			return fact(said.At, said.By, "was commented on after the hand-over")
		}
	}
	for _, l := range e.item.Links {
		if other := items[l.Key]; other != nil && other.CreatedAt().After(e.from) && e.spans(other.CreatedAt()) {
			return fact(other.CreatedAt(), other.Creator(), "led to "+other.Key)
		}
	}
	return nil
}

// spans reports whether t lies in the time for a response.
func (e ending) spans(t time.Time) bool { return !t.Before(e.from) && !t.After(e.until) }

const responding = backlog.StatusField | backlog.OutcomeField | backlog.ContentFields | backlog.FlagField | backlog.LinkField | backlog.AttachmentField

// evaluates reports whether the person is one whose response counts: whoever is neither
// a developer nor a Scrum Master. Somebody whose part is not known may be a stakeholder.
func evaluates(p *analyze.Pass, who *backlog.Person, t time.Time) bool {
	switch p.Roles.Of(who, t) {
	case roles.ProductOwner, roles.Stakeholder, roles.Other:
		return who != nil
	}
	return false
}

// followedUp reports whether an item linked to this one was written right after its Sprint.
func (c noEvaluationRule) followedUp(p *analyze.Pass, e ending, items map[string]*backlog.Item) bool {
	over := e.sprint.Over()
	return slices.ContainsFunc(e.item.Links, func(l backlog.Link) bool {
		other := items[l.Key]
		return other != nil && other.CreatedAt().After(over) && !other.CreatedAt().After(p.Calendar.Add(over, c.FollowUpDays))
	})
}

// batches counts the Sprints in which nearly all acceptances came in one go on the last day.
func (c noEvaluationRule) batches(sprints []*backlog.Sprint, accepted map[*backlog.Sprint][]time.Time) int {
	n, window := 0, time.Duration(c.BurstMinutes)*time.Minute
	for _, s := range sprints {
		times := slices.SortedFunc(slices.Values(accepted[s]), time.Time.Compare)
		if need := int(c.Burst*float64(len(times)) + 0.999); len(times) > 1 {
			last := times[len(times)-1]
			if last.Sub(times[len(times)-need]) <= window && s.Over().Sub(last) < hours(24) {
				n++
			}
		}
	}
	return n
}
