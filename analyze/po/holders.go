package po

// This file divides the time in which roles are looked at, and says who ordered in it.

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// rolePeriods makes the last periods of 90 days the windows of the check: roles change
// slowly, and are looked at further back than other things.
func rolePeriods(p *analyze.Pass, last int) []analyze.Window {
	blocks := roles.Blocks(p.Snapshot)
	var periods []analyze.Window
	for _, b := range blocks[max(0, len(blocks)-last):] {
		periods = append(periods, analyze.Window{From: b[0], To: b[1]})
	}
	p.Periods(periods)
	return periods
}

// holder is one person's part in the ordering of a period.
type holder struct {
	who  *backlog.Person
	days map[int]time.Time // when, by the number of the day
	last guards.Act
}

// holdersOf are the known people who made the decisions within the window, with the days
// on which they did, the busiest first.
func holdersOf(p *analyze.Pass, w analyze.Window, decisions []guards.Act) []holder {
	var list []holder
	for _, d := range decisions {
		if d.By == nil || !d.At.After(w.From) || d.At.After(w.To) {
			continue
		}
		i := slices.IndexFunc(list, func(h holder) bool { return h.who == d.By })
		if i < 0 {
			i = len(list)
			list = append(list, holder{who: d.By, days: map[int]time.Time{}})
		}
		list[i].days[p.Calendar.DayNumber(d.At)] = d.At
		list[i].last = d
	}
	slices.SortStableFunc(list, busiest)
	return list
}

func busiest(a, b holder) int {
	return cmp.Or(cmp.Compare(len(b.days), len(a.days)), cmp.Compare(a.who.ID, b.who.ID))
}

// orderedOn cites the last decision of one person, or of the developers where by is nil, and
// tells how many days of ordering they had in the period. Days are counted for each person:
// one on which three people ordered is three of all.
func orderedOn(p *analyze.Pass, w analyze.Window, last guards.Act, by *backlog.Person, days, all int) analyze.Cite {
	says := fmt.Sprintf("ordered on %s since %s, %.0f %% of the ordering days of all people added up; last here",
		nDays(days), p.Calendar.Day(w.From), percentage(days, all))
	if by == nil {
		says = "developers " + says
	}
	return p.Fact(last.Item, last.At, by, "%s", says)
}
