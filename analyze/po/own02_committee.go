package po

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

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
	blocks := roles.Blocks(p.Snapshot)
	var periods []analyze.Window
	for _, b := range blocks[max(0, len(blocks)-c.Of):] {
		periods = append(periods, analyze.Window{From: b[0], To: b[1]})
	}
	p.Periods(periods)
	decisions := slices.DeleteFunc(decisionsOf(p), func(a guards.Act) bool { return a.By == nil || p.Roles.Of(a.By, a.At) == roles.Developer })
	for _, w := range periods {
		c.look(p, w, decisions)
	}
}

// holder is one person's part in the ordering of a period.
type holder struct {
	who   *backlog.Person
	dates map[string]time.Time // when, by date
	last  guards.Act
}

func (c committeeRule) look(p *analyze.Pass, w analyze.Window, decisions []guards.Act) {
	holders := holdersOf(p, w, decisions)
	total := 0
	var counts []int
	for _, h := range holders {
		total += len(h.dates)
		counts = append(counts, len(h.dates))
	}
	if total < c.Days {
		p.LeaveOut(fmt.Sprintf("periods with fewer than %d ordering days", c.Days), 1)
		return
	}
	subject := analyze.Subject{At: w.To}
	p.Examine(subject)
	n := stats.EffectiveNumber(counts)
	p.Measure(n, "equal holders")
	if n < c.Amber || len(holders) < 2 || float64(counts[1]) < c.Second*float64(counts[0]+counts[1]) {
		return
	}
	if succeeds(holders[0], holders[1]) || succeeds(holders[1], holders[0]) {
		p.Doubt("between " + p.Calendar.Date(w.From) + " and " + p.Calendar.Date(w.To) + " one person followed another: a handover")
		return
	}
	var facts []analyze.Cite
	for _, h := range holders {
		if share := float64(len(h.dates)) / float64(total); share >= 0.10 {
			facts = append(facts, p.Fact(h.last.Item, h.last.At, h.who, "ordered on %d of %d ordering days since %s, last here", len(h.dates), total, p.Calendar.Date(w.From)))
		}
	}
	reversed, moves := c.reversals(p, w, decisions)
	p.Report(subject, append(facts, reversed...)...)
	p.Say("people", fmt.Sprint(len(facts)))
	if n >= c.Red || float64(len(reversed)) > c.Conflict*float64(moves) {
		p.Severe()
	}
}

// holdersOf are the people who ordered in the window with the days on which they did,
// the busiest first.
func holdersOf(p *analyze.Pass, w analyze.Window, decisions []guards.Act) []holder {
	var list []holder
	for _, d := range decisions {
		if !d.At.After(w.From) || d.At.After(w.To) {
			continue
		}
		i := slices.IndexFunc(list, func(h holder) bool { return h.who == d.By })
		if i < 0 {
			i = len(list)
			list = append(list, holder{who: d.By, dates: map[string]time.Time{}})
		}
		list[i].dates[p.Calendar.Date(d.At)] = d.At
		list[i].last = d
	}
	slices.SortStableFunc(list, busiest)
	list = withoutCover(p, list)
	slices.SortStableFunc(list, busiest)
	return list
}

func busiest(a, b holder) int {
	return cmp.Or(cmp.Compare(len(b.dates), len(a.dates)), cmp.Compare(a.who.ID, b.who.ID))
}

// withoutCover drops the days on which somebody ordered while the busiest was away.
func withoutCover(p *analyze.Pass, list []holder) []holder {
	for i := range list {
		for date, at := range list[i].dates {
			if i > 0 && p.Facts.Away(list[0].who, at) {
				delete(list[i].dates, date)
			}
		}
	}
	return slices.DeleteFunc(list, func(h holder) bool { return len(h.dates) == 0 })
}

// succeeds reports whether nearly all days of the first lie before those of the second.
func succeeds(first, second holder) bool {
	var days []string
	for d := range first.dates {
		days = append(days, d)
	}
	slices.Sort(days)
	end := days[len(days)*9/10:][0]
	late := 0
	for d := range second.dates {
		if strings.Compare(d, end) > 0 {
			late++
		}
	}
	return late*10 >= len(second.dates)*9
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
				way(d.Rank), p.Who(before.By), way(before.Rank), p.Calendar.Date(before.At)))
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
