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

//go:embed ord02_frozen_order.md
var frozenOrderDoc string

var frozenOrder = analyze.Check{
	ID: "ORD-02", Name: "frozen-order", Group: analyze.Ordering, Class: analyze.Observed, Doc: frozenOrderDoc,
	Needs:  backlog.RankHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.Unused, guards.Edges},
	Rule: frozenOrderRule{
		Share: analyze.Share{Amber: 0.50, Red: 0.75, MinN: 4, FlagFrom: 6, Origin: "our judgement; one real team reordered every day, with a longest gap of 33 days"},
		News:  5, OrderingDays: 2,
	},
}

type frozenOrderRule struct {
	analyze.Share `yaml:",inline"`
	News          int `yaml:"news" means:"new or changed items from which a period brought something to react to" origin:"our judgement"`
	OrderingDays  int `yaml:"ordering_days" means:"days of ordering outside planning that a period has at least" origin:"our judgement"`
}

func (c frozenOrderRule) Run(p *analyze.Pass) {
	p.Counts("period with news", "periods with news")
	decisions := decisionsOf(p)
	if !slices.ContainsFunc(decisions, func(a guards.Act) bool { return a.Changed.Has(backlog.RankField | backlog.PriorityField) }) {
		p.CannotTell("nobody ever changed the order in the tracker; it may be kept elsewhere")
		return
	}
	planning := planningDays(p)
	for _, w := range lastTwelve(p.Windows) {
		if p.Facts.WorkedDays(w.From, w.To) < 4 {
			p.LeaveOut("periods of holidays or shutdown", 1)
			continue
		}
		if w.Sprint != nil && !w.Sprint.Closed(p.TakenAt) {
			continue
		}
		news := changedItems(p, w)
		if news < c.News {
			p.LeaveOut("periods with hardly any new or changed items", 1)
			continue
		}
		ordered := map[string]bool{}
		for _, d := range decisions {
			if !d.At.Before(w.From) && !d.At.After(w.To) && !planning[p.Calendar.Date(d.At)] {
				ordered[p.Calendar.Date(d.At)+d.By.ID] = true
			}
		}
		subject := analyze.Subject{Sprint: w.Sprint, At: w.To}
		p.Examine(subject)
		if len(ordered) < c.OrderingDays {
			p.Report(subject, p.WindowFact(w, "%d items were new or changed; the order moved on %s outside planning", news, nDays(len(ordered))))
		} else {
			p.Counter(p.WindowFact(w, "the order moved on %s outside planning", nDays(len(ordered))))
		}
	}
	p.Say("gap", fmt.Sprintf("%d", c.longestGap(p, decisions)))
}

// longestGap is the longest time in the window without an ordering decision, in days
// on which the team worked.
func (c frozenOrderRule) longestGap(p *analyze.Pass, decisions []guards.Act) int {
	longest, last := 0, p.From
	for _, d := range decisions {
		if d.At.After(p.From) {
			longest = max(longest, p.Facts.WorkedDays(last, d.At)-2)
			last = d.At
		}
	}
	return max(longest, p.Facts.WorkedDays(last, p.TakenAt)-1)
}

// decisionsOf lists the ordering decisions of all history, oldest first.
func decisionsOf(p *analyze.Pass) []guards.Act {
	var list []guards.Act
	for _, it := range p.Items {
		if it.Level() != backlog.BacklogLevel {
			continue
		}
		for a := range p.Facts.Acts(it) {
			if a.Before() != nil && guards.Orders(a) {
				list = append(list, a)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b guards.Act) int { return a.At.Compare(b.At) })
	return list
}

// planningDays are the dates around the start of every Sprint: the day, the working
// day before and the one after.
func planningDays(p *analyze.Pass) map[string]bool {
	dates := map[string]bool{}
	for _, s := range p.Sprints {
		if !s.Start.IsZero() {
			for _, t := range []time.Time{p.Calendar.Add(s.Start, -1), s.Start, p.Calendar.Add(s.Start, 1)} {
				dates[p.Calendar.Date(t)] = true
			}
		}
	}
	return dates
}

// changedItems counts the Product Backlog items that were new or changed in the
// window, in more than their place.
func changedItems(p *analyze.Pass, w analyze.Window) int {
	n := 0
	for _, it := range p.Items {
		if it.Level() != backlog.BacklogLevel {
			continue
		}
		for a := range p.Facts.Acts(it) {
			if !a.At.Before(w.From) && !a.At.After(w.To) && a.Changed&^backlog.RankField != 0 {
				n++
				break
			}
		}
	}
	return n
}

func lastTwelve(w []analyze.Window) []analyze.Window { return w[max(0, len(w)-12):] }

func nDays(n int) string {
	switch n {
	case 0:
		return "no day"
	case 1:
		return "one day"
	}
	return fmt.Sprintf("%d days", n)
}
