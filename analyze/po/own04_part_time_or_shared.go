package po

// This file is OWN-04: on how many working days the Product Owner is visible.

import (
	_ "embed"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed own04_part_time_or_shared.md
var partTimeDoc string

var partTime = analyze.Check{
	ID: "OWN-04", Name: "part-time-or-shared", Group: analyze.Ownership, Class: analyze.Proxy, Doc: partTimeDoc,
	Needs:  backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.SmallTeam, guards.TalksAway, guards.Handover, guards.ScaledSetups},
	Rule: partTimeRule{
		TooFew: analyze.TooFew{Amber: 0.40, Red: 0.20, MinN: 40, Origin: "literature; practitioners name half of the time as the least, and the tracker sees only a part of it"},
		Pause:  5, Leave: 20, Leaves: 30,
	},
}

type partTimeRule struct {
	analyze.TooFew `yaml:",inline"`
	Pause          int `yaml:"pause" means:"working days without a trace, from which a pause may be an absence" origin:"our judgement"`
	Leave          int `yaml:"leave" means:"working days without a trace, above which a pause is an absence whatever comes" origin:"our judgement"`
	Leaves         int `yaml:"leaves" means:"working days in shorter pauses together, above which they are how the role is lived and no absence" origin:"our judgement"`
}

func (c partTimeRule) Run(p *analyze.Pass) {
	p.Counts("working day", "working days")
	if !owned(p) {
		return
	}
	if p.Missing&backlog.Comments != 0 {
		p.CapAtWatch("comments are not visible, so days on which the Product Owner only commented cannot be seen")
	}
	if _, sure := p.Roles.Owner(p.TakenAt); sure == roles.Medium {
		p.CapAtWatch("the Product Owner was inferred, and not surely")
	}
	days := c.presence(p)
	c.leaveOutAbsences(p, days)
	longest, pause := 0, 0
	for w, share := range perWindow(p, days) {
		if seen, all := share[0], share[1]; float64(seen) < c.Amber*float64(all) {
			p.Show(p.WindowFact(p.Windows[w], "the Product Owner is visible on %d of %d working days", seen, all))
		}
	}
	for _, d := range days {
		if d.away {
			continue
		}
		subject := analyze.Subject{At: d.at, Sprint: p.Windows[d.window].Sprint}
		p.Examine(subject)
		pause++
		if d.seen {
			p.Count(subject)
			pause = 0
		}
		longest = max(longest, pause)
	}
	p.Also("The longest other pause was %d working days.", longest)
}

// day is a working day of the team with a known Product Owner.
type day struct {
	at     time.Time
	window int
	seen   bool // the Product Owner left a trace
	away   bool // in an absence
}

// presence lists the working days of the windows, oldest first. Days on which nobody at all
// left a trace say nothing about one person.
func (c partTimeRule) presence(p *analyze.Pass) []day {
	seen, lively := map[int]bool{}, map[int]bool{} // of the Product Owner, and of anybody
	trace := func(by *backlog.Person, at time.Time) {
		if !p.Facts.Human(by) {
			return
		}
		number := p.Calendar.DayNumber(at)
		lively[number] = true
		if !seen[number] && p.Roles.Owns(by, at) {
			seen[number] = true
		}
	}
	for _, it := range p.Items {
		for a := range p.Facts.Acts(it) {
			trace(a.By, a.At)
		}
		for said := range p.Facts.Said(it) {
			trace(said.By, said.At)
		}
	}
	var list []day
	listed := map[int]bool{}
	since := knownSince(p)
	for i, w := range p.Windows {
		for at := p.Calendar.Midnight(w.From).Add(12 * time.Hour); !p.Calendar.Midnight(at).After(w.To); at = at.AddDate(0, 0, 1) {
			number := p.Calendar.DayNumber(at)
			if listed[number] || !lively[number] || !ownedAt(p, at) || !p.Facts.Worked(at) || at.Before(p.From) || at.Before(since) {
				continue
			}
			listed[number] = true
			list = append(list, day{at: at, window: i, seen: seen[number]})
		}
	}
	return list
}

// leaveOutAbsences marks the pauses that are absences: long ones, and shorter ones
// unless there are so many that they are a habit. Why somebody was away is not asked.
func (c partTimeRule) leaveOutAbsences(p *analyze.Pass, days []day) {
	var short, long [][]day
	inShort, inLong := 0, 0
	for from := 0; from < len(days); from++ {
		to := from
		for to < len(days) && !days[to].seen {
			to++
		}
		switch n := to - from; {
		case n > c.Leave:
			long, inLong = append(long, days[from:to]), inLong+n
		case n >= c.Pause:
			short, inShort = append(short, days[from:to]), inShort+n
		}
		from = to
	}
	absences := long
	if inShort <= c.Leaves {
		absences, inLong = append(absences, short...), inLong+inShort
	}
	for _, pause := range absences {
		for i := range pause {
			pause[i].away = true
		}
	}
	p.LeaveOut("working days in pauses of a week or more", inLong)
}

// perWindow counts for each window the days with a trace and all days.
func perWindow(p *analyze.Pass, days []day) [][2]int {
	counts := make([][2]int, len(p.Windows))
	for _, d := range days {
		if d.away {
			continue
		}
		counts[d.window][1]++
		if d.seen {
			counts[d.window][0]++
		}
	}
	return counts
}
