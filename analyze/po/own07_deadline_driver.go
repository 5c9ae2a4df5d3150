package po

// This file is OWN-07: whether the Product Owner tends dates and progress rather than
// what is wanted.

import (
	_ "embed"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed own07_deadline_driver.md
var deadlineDriverDoc string

var deadlineDriver = analyze.Check{
	ID: "OWN-07", Name: "deadline-driver", Group: analyze.Ownership, Class: analyze.Proxy, Doc: deadlineDriverDoc,
	Needs:  backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Languages, guards.Clusters, guards.Handover},
	Rule: deadlineDriverRule{
		Share: analyze.Share{Amber: 0.40, Red: 0.60, MinN: 60, Origin: "our judgement"},
	},
}

type deadlineDriverRule struct {
	analyze.Share `yaml:",inline"`
}

// What the Product Owner does to an item, by what it is about.
const (
	datesFields = backlog.DatesField | backlog.EffortField
	valueFields = backlog.Created | backlog.ContentFields | backlog.RankField | backlog.PriorityField | backlog.OutcomeField
)

func (c deadlineDriverRule) Run(p *analyze.Pass) {
	p.Counts("act on an item", "acts on items")
	if !owned(p) {
		return
	}
	dated := false
	for _, it := range p.Items {
		e := events{p: p, it: it, counted: map[event]bool{}}
		for a := range p.Facts.Acts(it) {
			dated = dated || a.Changed.Has(datesFields)
			e.act(a)
		}
		e.talk(slices.Collect(p.Facts.Said(it)))
	}
	switch {
	case p.Missing&backlog.Comments == 0:
	case !dated:
		p.CannotTell("comments are not visible, and no dates or efforts are kept in the tracker")
	default:
		p.Doubt("comments are not visible, so only changes of items were looked at")
	}
}

// events are the Product Owner's acts on one item: one a day of each kind.
type events struct {
	p       *analyze.Pass
	it      *backlog.Item
	counted map[event]bool
}

type event struct {
	day      int // its number
	schedule string
}

// act looks at a change. One that says what is wanted too is about that.
func (e events) act(a guards.Act) {
	switch {
	case a.Changed.Has(valueFields), guards.Orders(a):
		e.count(a.By, a.At, "")
	case a.Changed.Has(datesFields):
		e.count(a.By, a.At, "changed a date or an effort")
	}
}

// talk looks at comments: about dates and progress, or an answer to somebody's question.
// All others are neither.
func (e events) talk(said []backlog.Comment) {
	since := 0 // the first comment after the Product Owner's last
	for i, c := range said {
		if !e.p.Roles.Owns(c.By, c.At) {
			continue
		}
		switch {
		case c.At.Before(e.p.From):
		case len([]rune(c.Text)) >= short && text.Detect(c.Text) == "":
			e.p.LeaveOut("comments in a language that cannot be read", 1)
		case text.Scheduling(c.Text):
			e.count(c.By, c.At, "commented on a date or on progress")
		case slices.ContainsFunc(said[since:i], func(before backlog.Comment) bool { return text.Question(before.Text) }):
			e.count(c.By, c.At, "")
		}
		since = i + 1
	}
}

// count examines one act of a Product Owner, and reports it if it was about a schedule.
func (e events) count(by *backlog.Person, at time.Time, schedule string) {
	if at.Before(e.p.From) || !e.p.Roles.Owns(by, at) {
		return
	}
	on := event{e.p.Calendar.DayNumber(at), schedule}
	if e.counted[on] {
		return
	}
	e.counted[on] = true
	subject := analyze.Subject{Item: e.it, At: at}
	e.p.Examine(subject)
	if schedule != "" {
		e.p.Report(subject, e.p.Fact(e.it, at, by, "%s", schedule))
	}
}
