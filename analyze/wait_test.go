package analyze

import (
	"strings"
	"testing"
)

// waiting is a rule that examines four subjects in each of the ten Sprints of a history:
// so long each waits, by Sprint, and so many of the four wait too long.
type waiting struct {
	Wait
	hours [10]float64
	late  int
	ended bool
	each  int
}

func (r waiting) Run(p *Pass) {
	p.Counts("thing", "things")
	p.Say("what", "things wait")
	for i, w := range p.Windows {
		for j := range r.each {
			s := Subject{Sprint: w.Sprint, At: w.From}
			p.Examine(s)
			p.Waited(s, r.hours[i], r.ended)
			if j < r.late {
				p.Report(s, p.SprintFact(w.Sprint, w.From, "waits"))
			}
		}
	}
}

func each(h float64) (a [10]float64) {
	for i := range a {
		a[i] = h
	}
	return a
}

func TestWait(t *testing.T) {
	limits := Wait{Share: Share{Amber: 0.25, Red: 0.40, MinN: 15, Origin: "our judgement"}, Hours: 8, HoursRed: 16}
	short := each(2)
	for i := range 4 {
		short[i] = 30
	}
	late := each(2)
	late[9] = 30
	for name, c := range map[string]struct {
		rule   waiting
		status Status
		level  Level
		says   string
	}{
		"answered soon":            {waiting{limits, each(2), 0, true, 4}, OK, "", "are well"},
		"half a day is no finding": {waiting{limits, each(8), 0, true, 4}, OK, "", "are well"},
		"all wait a day and a bit": {waiting{limits, each(12), 0, true, 4}, Flag, Amber, "The median wait is 12 working hours (at least 12; worth talking about from 8, our judgement)."},
		"all wait for days":        {waiting{limits, each(30), 4, true, 4}, Flag, Red, "The median wait is 30"},
		"half wait for days":       {waiting{limits, each(2), 2, true, 4}, Flag, Red, "The median wait is 2 "},
		"not seen to end":          {waiting{limits, each(30), 4, false, 4}, Flag, Red, "The median wait is longer than 30 "},
		"lost sight of at once":    {waiting{limits, each(1), 0, false, 4}, OK, "", "are well"},
		"it was so once":           {waiting{limits, short, 0, true, 4}, OK, "", "are well"},
		"only of late":             {waiting{limits, late, 0, true, 4}, OK, "", "are well"},
		"few":                      {waiting{limits, each(30), 1, true, 1}, Insufficient, "", ""},
	} {
		got := first(t, check(c.rule))
		if got.Status != c.status || got.Level != c.level || !strings.Contains(got.Message, c.says) {
			t.Errorf("%s: %s %s %q, want %s %s %q", name, got.Status, got.Level, got.Message, c.status, c.level, c.says)
		}
	}
}

// A median over the limit that does not hold lately stays at watch.
func TestWaitPersists(t *testing.T) {
	limits := Wait{Share: Share{Amber: 0.25, Red: 0.40, MinN: 15, Origin: "our judgement"}, Hours: 8, HoursRed: 16}
	over := each(30)
	over[8], over[9] = 2, 2
	if got := first(t, check(waiting{limits, over, 0, true, 4})); got.Status != Watch {
		t.Errorf("%s %q, want watch", got.Status, got.Message)
	}
}
