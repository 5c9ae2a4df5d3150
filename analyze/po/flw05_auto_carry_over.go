package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file finds items that pass from Sprint to Sprint without a new decision.

//go:embed flw05_auto_carry_over.md
var autoCarryOverDoc string

var autoCarryOver = analyze.Check{
	ID: "FLW-05", Name: "auto-carry-over", Group: analyze.Flow, Class: analyze.Observed, Doc: autoCarryOverDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.NoSprints, guards.Parking, guards.Edges, guards.Clusters},
	Rule: autoCarryOverRule{
		Share:   analyze.Share{Amber: 0.15, Red: 0.25, MinN: 30, Origin: "our judgement; in nine open-source projects the median is 0.025 and the highest 0.21"},
		Sprints: 3, Days: 3, Carried: 20, Decided: 0.50,
	},
}

type autoCarryOverRule struct {
	analyze.Share `yaml:",inline"`
	Sprints       int     `yaml:"sprints" means:"Sprints from which an item has travelled" origin:"measured base rate: one carry-over is normal, with a median of 25 % of the items in nine open-source projects"`
	Days          int     `yaml:"days" means:"working days after a carry-over within which a new decision belongs to it" origin:"our judgement"`
	Carried       int     `yaml:"carried" means:"carry-overs needed to speak about the decisions on them" origin:"our judgement"`
	Decided       float64 `yaml:"decided" means:"share of carry-overs with a new decision above which work does not roll on by itself" origin:"our judgement"`
}

func (c autoCarryOverRule) Run(p *analyze.Pass) {
	p.Counts("item that was in a Sprint", "items that were in a Sprint")
	carried, decided := 0, 0
	visited := make([]int, max(6, c.Sprints+2)+1) // items by the Sprints they were in; the last class is open
	for _, it := range p.Items {
		path := travels(p, it)
		if len(path) == 0 || path[len(path)-1].Sprint.Over().Before(p.From) {
			continue
		}
		if !p.Facts.Functional(it) && !p.Facts.Urgent(it) {
			p.LeaveOut("spikes and technical items", 1)
			continue
		}
		last := path[len(path)-1]
		subject := analyze.Subject{Item: it, Sprint: last.Sprint, At: last.From}
		p.Examine(subject)
		visited[min(len(path), len(visited)-1)]++
		if len(path) >= c.Sprints {
			p.Report(subject, p.Fact(it, last.From, last.By, "in %d Sprints, from %s to %s", len(path), p.Told(path[0].Sprint.Name), p.Told(last.Sprint.Name)))
		}
		for i := range path[1:] {
			if !rolls(p, path[i], path[i+1]) {
				continue
			}
			carried++
			if a := c.decision(p, it, path[i+1].From); a != nil {
				decided++
				p.Counter(p.Fact(it, a.At, a.By, "was decided on anew after it was carried over"))
			}
		}
	}
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, visited) })
	if carried < c.Carried {
		return
	}
	p.Also("Of %d carry-overs at the close of a Sprint, %d saw no new order, estimate, split or text within %d working days.", carried, carried-decided, c.Days)
	if float64(decided) > c.Decided*float64(carried) {
		p.CapAtWatch("most of what is carried over is decided on anew")
	}
}

// picture is in how many Sprints the items were.
func (c autoCarryOverRule) picture(f analyze.Finding, visited []int) analyze.Picture {
	picture := analyze.Picture{
		Kind: analyze.Bars, Head: "Was in", Series: []analyze.Series{{Name: "items"}},
		Title: fmt.Sprintf("%d of %d items were in one Sprint; %s travelled through %d or more", visited[1], f.N, some(f.K), c.Sprints),
	}
	last := len(visited) - 1
	for ; last > c.Sprints && visited[last] == 0; last-- {
	}
	for n := 1; n <= last; n++ {
		label := fmt.Sprintf("%d Sprints", n)
		switch {
		case n == 1:
			label = "1 Sprint"
		case n == len(visited)-1:
			label = fmt.Sprintf("%d or more", n)
		}
		picture.Rows = append(picture.Rows, analyze.ClassRow(label, n >= c.Sprints, visited[n]))
	}
	return picture
}

// travels are the item's stays in Sprints that ran, one after the other. A stay counts
// if it outlasts the planning, begins before the tidying up, and the item was not yet at
// its end.
func travels(p *analyze.Pass, it *backlog.Item) []backlog.Stay {
	if it.Level() != backlog.BacklogLevel {
		return nil
	}
	end := it.Ending()
	stays := slices.DeleteFunc(it.Stays(), func(st backlog.Stay) bool {
		s := st.Sprint
		return !s.Started(p.TakenAt) || !s.Over().After(p.Facts.Imported()) ||
			!st.To.IsZero() && !st.To.After(s.Start.Add(backlog.PlanningGrace)) ||
			!s.Completed.IsZero() && !st.From.Before(s.Completed.Add(-backlog.ClosingGrace)) ||
			end != nil && (!st.From.Before(end.At) || !s.Start.Before(end.At))
	})
	slices.SortStableFunc(stays, func(a, b backlog.Stay) int { return a.Sprint.Start.Compare(b.Sprint.Start) })
	var path []backlog.Stay
	for _, st := range stays {
		if n := len(path); n == 0 || !st.Sprint.Start.Before(path[n-1].Sprint.Over().Add(-backlog.PlanningGrace)) {
			path = append(path, st)
		}
	}
	return path
}

// rolls reports whether the item went on to the next Sprint with the close of the one
// before, within the window.
func rolls(p *analyze.Pass, from, to backlog.Stay) bool {
	closed := from.Sprint.Completed
	return !closed.IsZero() && to.From.After(p.From) && to.From.Sub(closed).Abs() <= backlog.ClosingGrace
}

// decision is what somebody decided about the item in the days after t; nil if nobody did.
func (c autoCarryOverRule) decision(p *analyze.Pass, it *backlog.Item, t time.Time) *guards.Act {
	const decisions = backlog.RankField | backlog.PriorityField | backlog.EstimateField | backlog.LinkField | backlog.ContentFields
	for a := range p.Facts.Acts(it) {
		if a.At.After(t) && a.Changed.Has(decisions) && p.Calendar.Days(t, a.At) <= c.Days {
			return &a
		}
	}
	return nil
}
