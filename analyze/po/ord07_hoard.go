package po

// This file is ORD-07: how long the open items would last at the pace of the team.

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

//go:embed ord07_hoard.md
var hoardDoc string

var hoard = analyze.Check{
	ID: "ORD-07", Name: "hoard", Group: analyze.Ordering, Class: analyze.Observed, Doc: hoardDoc,
	Needs:  backlog.ItemHistory,
	Guards: []guards.ID{guards.Import, guards.NewTeam},
	Rule: hoardRule{
		Supply: analyze.Supply{Amber: 9, Red: 18, AmberItems: 100, RedItems: 300, MinN: 3, Finished: 5,
			Origin: "rules of thumb in the literature; they say 3 to 7 months, 50 to 100 items, and above 300 unmanageable"},
		Months: 6, Old: 365,
	},
}

type hoardRule struct {
	analyze.Supply `yaml:",inline"`
	Months         int `yaml:"months" means:"months of 30 days whose median is the pace" origin:"our judgement"`
	Old            int `yaml:"old" means:"days after which an open item is called old" origin:"our judgement"`
}

func (c hoardRule) Run(p *analyze.Pass) {
	p.Counts("item", "items")
	months := c.months(p)
	p.Periods(months)
	old, frozen := 0, 0
	var lying []*backlog.Item // what is counted now
	for _, it := range p.Backlog {
		if end := it.Ending(); len(months) > 0 && end != nil && end.State.Outcome == backlog.Delivered && end.At.After(months[0].From) {
			p.Examine(analyze.Subject{Item: it, At: end.At})
		}
	}
	for _, m := range months {
		for it := range p.Open(m.To) {
			switch subject := (analyze.Subject{Item: it, At: m.To}); {
			case p.Facts.Icebox(it.At(m.To)):
			case m.To.Before(p.TakenAt):
				p.ReportPast(subject)
			default:
				lying = append(lying, it)
				p.Report(subject, p.Fact(it, it.CreatedAt(), it.Creator(), "open since then"))
			}
		}
	}
	for it := range p.Open(p.TakenAt) {
		switch {
		case p.Facts.Icebox(it.Now()):
			frozen++
		case p.TakenAt.Sub(it.CreatedAt()) > days(c.Old):
			old++
		}
	}
	p.LeaveOut("items in the declared icebox", frozen)
	p.Say("months", fmt.Sprint(len(months)))
	if old > 0 {
		p.Also("Older than %d days: %d of them.", c.Old, old)
	}
	p.Draw(c.pace)
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.ages(p, lying, len(months)) })
}

// pace is what lay there at the end of every month against what was finished in it.
func (c hoardRule) pace(f analyze.Finding) analyze.Picture {
	picture := analyze.Picture{
		Kind: analyze.Pairs, Head: "Month of 30 days",
		Series: []analyze.Series{{Name: "open at its end", Shows: true}, {Name: "finished in it"}},
	}
	var finished []float64
	for _, m := range f.SubWindows {
		picture.Rows = append(picture.Rows, analyze.PictureRow{From: m.From, To: m.To, Values: []float64{float64(m.K), float64(m.N)}})
		finished = append(finished, float64(m.N))
	}
	picture.Title = fmt.Sprintf("From %d to %d open items in %d months; the median month finishes %g",
		f.SubWindows[0].K, f.K, len(f.SubWindows)-1, stats.Median(finished))
	return picture
}

// ages is how long the items have been open, those apart that nobody looked at in the
// months whose pace counts.
func (c hoardRule) ages(p *analyze.Pass, lying []*backlog.Item, months int) analyze.Picture {
	var open ages
	since := p.TakenAt.Add(-days(30 * months))
	for _, it := range lying {
		open.add(p.TakenAt.Sub(it.CreatedAt()), p.Facts.LastTouch(it, p.TakenAt).After(since))
	}
	looked, not := open.overAYear()
	return analyze.Picture{
		Kind: analyze.Bars, Head: "Written before", Rows: open.rows(),
		Title:  fmt.Sprintf("Written over a year ago: %s of the %d open items", some(looked+not), len(lying)),
		Series: []analyze.Series{{Name: fmt.Sprintf("looked at in the last %d days", 30*months)}, {Name: "untouched since", Shows: true}},
	}
}

// months are the last months of 30 days, oldest first, as far as acts are known.
func (c hoardRule) months(p *analyze.Pass) []analyze.Window {
	var list []analyze.Window
	for to := p.TakenAt; len(list) < c.Months && !to.Add(-days(30)).Before(knownSince(p)); to = to.Add(-days(30)) {
		list = append(list, analyze.Window{From: to.Add(-days(30)), To: to})
	}
	slices.Reverse(list)
	return list
}
