package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

//go:embed ord01_stale_backlog.md
var staleBacklogDoc string

var staleBacklog = analyze.Check{
	ID: "ORD-01", Name: "stale-backlog", Group: analyze.Ordering, Class: analyze.Observed, Doc: staleBacklogDoc,
	Needs:  backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam},
	Rule: staleBacklogRule{
		Stock:     analyze.Stock{Share: analyze.Share{Amber: 0.30, Red: 0.50, MinN: 30, Origin: "our judgement"}},
		Untouched: 180, Young: 30, TopUntouched: 60,
	},
}

type staleBacklogRule struct {
	analyze.Stock `yaml:",inline"`
	Untouched     int `yaml:"untouched" means:"days without a touch after which an item is stale" origin:"vendor practice: public bots and practitioners close after 180 days"`
	Young         int `yaml:"young" means:"days below which an item is too new to look at" origin:"our judgement"`
	TopUntouched  int `yaml:"top_untouched" means:"days without a touch that are long for the next items in the order" origin:"our judgement"`
}

func (c staleBacklogRule) Run(p *analyze.Pass) {
	p.Counts("open item", "open items")
	var open ages // now
	p.Census(func(at time.Time, now bool) { open = c.count(p, at, now) })
	p.Say("untouched", fmt.Sprint(c.Untouched))
	c.top(p)
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, open) })
}

func (c staleBacklogRule) count(p *analyze.Pass, t time.Time, now bool) (open ages) {
	for it := range p.Open(t) {
		if t.Sub(it.CreatedAt()) <= days(c.Young) {
			continue
		}
		if now && p.Facts.Icebox(it.Now()) {
			p.LeaveOut("items in the declared icebox", 1)
		}
		if p.Facts.Icebox(it.At(t)) {
			continue
		}
		subject := analyze.Subject{Item: it, At: t}
		p.Examine(subject)
		last := p.Facts.LastTouch(it, t)
		fresh := t.Sub(last) <= days(c.Untouched)
		open.add(t.Sub(it.CreatedAt()), fresh)
		switch {
		case fresh:
		case now:
			p.Report(subject, c.evidence(p, it, last, t))
		default:
			p.ReportPast(subject)
		}
	}
	return open
}

// picture is the age of the open items.
func (c staleBacklogRule) picture(f analyze.Finding, open ages) analyze.Picture {
	title := fmt.Sprintf("Somebody looked at each of the %d open items within %d days", f.N, c.Untouched)
	if f.K > 0 {
		title = fmt.Sprintf("%d of %d open items lay untouched for %d days", f.K, f.N, c.Untouched)
		if _, old := open.overAYear(); old > 0 {
			title += fmt.Sprintf("; over a year old: %d", old)
		}
	}
	return analyze.Picture{
		Kind: analyze.Bars, Title: title, Head: "Written before", Rows: open.rows(),
		Note:   fmt.Sprintf("Items of the last %d days are not in it.", c.Young),
		Series: []analyze.Series{{Name: "looked at since"}, {Name: fmt.Sprintf("untouched for %d days", c.Untouched), Shows: true}},
	}
}

// evidence is the last recorded touch; where an import hides it, the creation.
func (c staleBacklogRule) evidence(p *analyze.Pass, it *backlog.Item, last, t time.Time) analyze.Cite {
	ago := int(t.Sub(last).Hours() / 24)
	if last.Equal(p.Facts.Imported()) {
		return p.Fact(it, it.CreatedAt(), nil, "not touched since the import %d days ago", ago)
	}
	return p.Fact(it, last, nil, "last touched %d days ago", ago)
}

// top tells how many of the next items in the order nobody touched lately, where the
// order is known.
func (c staleBacklogRule) top(p *analyze.Pass) {
	next := nextUp(p)
	untouched := 0
	for _, it := range next {
		if p.TakenAt.Sub(p.Facts.LastTouch(it, p.TakenAt)) > days(c.TopUntouched) {
			untouched++
		}
	}
	if untouched > 0 {
		p.Also("Not touched for %d days: %d of the next %d in the order.", c.TopUntouched, untouched, len(next))
	}
}

// nextUp lists the top of the current order: as many items as two median Sprints, or
// months of a flow, finish.
func nextUp(p *analyze.Pass) []*backlog.Item {
	done := make([]float64, len(p.Windows))
	for _, it := range p.Backlog {
		if end := it.Ending(); end != nil && end.State.Outcome == backlog.Delivered {
			for i, w := range p.Windows {
				if end.At.After(w.From) && !end.At.After(w.To) {
					done[i]++
				}
			}
		}
	}
	var ordered []*backlog.Item
	for _, it := range p.Items {
		if it.Order >= 0 && it.OpenAt(p.TakenAt) {
			ordered = append(ordered, it)
		}
	}
	slices.SortFunc(ordered, func(a, b *backlog.Item) int { return a.Order - b.Order })
	return ordered[:min(len(ordered), int(2*stats.Median(done)))]
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }
