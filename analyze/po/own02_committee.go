package po

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

//go:embed own02_committee.md
var committeeDoc string

var committee = analyze.Check{
	ID: "OWN-02", Name: "committee", Group: analyze.Ownership, Class: analyze.Proxy, Doc: committeeDoc,
	Needs:  backlog.Authors | backlog.RankHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Handover, guards.ScaledSetups},
	Rule: committeeRule{
		Repeated: analyze.Repeated{Amber: 1.8, Red: 3, Need: 2, Of: 3, Origin: "our judgement"},
		Days:     30, Second: 0.30, Conflict: 0.10, Reversal: 10,
	},
}

type committeeRule struct {
	analyze.Repeated `yaml:",inline"`
	Days             int     `yaml:"days" means:"ordering days, each of one person, that a period needs" origin:"our judgement"`
	Second           float64 `yaml:"second" means:"part of the second person in what the two busiest hold, from which it is no mere help" origin:"our judgement"`
	Conflict         float64 `yaml:"conflict" means:"share of decisions reversed by another person, above which a period shows it strongly" origin:"our judgement"`
	Reversal         int     `yaml:"reversal" means:"working days within which a contrary move is a reversal" origin:"our judgement"`
}

func (c committeeRule) Run(p *analyze.Pass) {
	p.Counts("period of 90 days", "periods of 90 days")
	decisions := slices.DeleteFunc(slices.Clone(p.Decisions()), func(a guards.Act) bool { return p.Roles.Of(a.By, a.At) == roles.Developer })
	var periods []holdings
	for _, w := range rolePeriods(p, c.Of) {
		if looked, ok := c.look(p, w, decisions); ok {
			periods = append(periods, looked)
		}
	}
	p.Draw(func(f analyze.Finding) analyze.Picture {
		picture := shared(periods)
		picture.Title = fmt.Sprintf("One person led the ordering in %s of %d periods of 90 days", some(f.N-f.K), f.N)
		picture.Note = "In ordering days, each of one person, without those of developers and those on which somebody stood in for the busiest."
		return picture
	})
}

// look judges one period, and tells who ordered in it; not ok where it says nothing.
func (c committeeRule) look(p *analyze.Pass, w analyze.Window, decisions []guards.Act) (who holdings, ok bool) {
	holders := withoutCover(p, holdersOf(p, w, decisions))
	total := 0
	var counts []int
	who.PictureRow = p.Row(w)
	for _, h := range holders {
		total += len(h.days)
		counts = append(counts, len(h.days))
		who.parts = append(who.parts, holding{who: p.Who(h.who), days: len(h.days)})
	}
	if total < c.Days {
		p.LeaveOut(fmt.Sprintf("periods with fewer than %d ordering days", c.Days), 1)
		return who, false
	}
	subject := analyze.Subject{At: w.To}
	p.Examine(subject)
	n := stats.EffectiveNumber(counts)
	p.Measure(n, "equal holders")
	if n < c.Amber || len(holders) < 2 || float64(counts[1]) < c.Second*float64(counts[0]+counts[1]) {
		return who, true
	}
	if succeeds(holders[0], holders[1]) || succeeds(holders[1], holders[0]) {
		p.Doubt("between " + p.Calendar.Day(w.From) + " and " + p.Calendar.Day(w.To) + " one person followed another: a handover")
		return who, true
	}
	var facts []analyze.Cite
	for _, h := range holders {
		if share := float64(len(h.days)) / float64(total); share >= 0.10 {
			facts = append(facts, orderedOn(p, w, h.last, h.who, len(h.days), total))
		}
	}
	reversed, moves := c.reversals(p, w, decisions)
	who.Shows = true
	p.Report(subject, append(facts, reversed...)...)
	p.Say("people", fmt.Sprint(len(facts)))
	if n >= c.Red || float64(len(reversed)) > c.Conflict*float64(moves) {
		p.Severe()
	}
	return who, true
}

// withoutCover drops the days on which somebody ordered while the busiest was away, and
// gives who is left, the busiest first.
func withoutCover(p *analyze.Pass, list []holder) []holder {
	for i := range list {
		for day, at := range list[i].days {
			if i > 0 && p.Facts.Away(list[0].who, at) {
				delete(list[i].days, day)
			}
		}
	}
	list = slices.DeleteFunc(list, func(h holder) bool { return len(h.days) == 0 })
	slices.SortStableFunc(list, busiest)
	return list
}

// succeeds reports whether nearly all days of the first lie before those of the second.
func succeeds(first, second holder) bool {
	var days []int
	for d := range first.days {
		days = append(days, d)
	}
	slices.Sort(days)
	end := days[len(days)*9/10:][0]
	late := 0
	for d := range second.days {
		if d > end {
			late++
		}
	}
	return late*10 >= len(second.days)*9
}

// reversals are the moves in the window that another person turned round soon after,
// and the number of all moves with a direction.
func (c committeeRule) reversals(p *analyze.Pass, w analyze.Window, decisions []guards.Act) (reversed []analyze.Cite, moves int) {
	last := map[*backlog.Item]guards.Act{}
	for _, d := range decisions {
		if !d.At.After(w.From) || d.At.After(w.To) || d.Rank == 0 {
			continue
		}
		moves++
		before, ok := last[d.Item]
		if ok && before.By != d.By && before.Rank == -d.Rank && p.Calendar.Days(before.At, d.At) <= c.Reversal {
			reversed = append(reversed, p.Fact(d.Item, d.At, d.By, "moved %s what %s had moved %s on %s",
				way(d.Rank), p.Who(before.By), way(before.Rank), p.Calendar.Day(before.At)))
		}
		last[d.Item] = d
	}
	return reversed, moves
}

func way(rank int8) string {
	if rank > 0 {
		return "up"
	}
	return "down"
}
