package report

// This file draws the period on a strip of time: its Sprints, when somebody took over a
// role, and when nothing happened. The template in page/period.html draws it. As in
// chart.go, horizontal places are in percent of the width.

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// periodStrip is a period with what stands on it. Vertical places are in pixels.
type periodStrip struct {
	Claim, Caption, Alt string
	Months              []tick
	Sprints             []sprintBar
	Gaps                []stretch
	Turns               []turn
	Goals               bool // Sprint Goals are written here, so that their lack tells something

	Top, Foot, GapTop, GapHigh, Labels, Axis, Height int
}

// stretch is a time on the strip, in full and as wide as it is drawn.
type stretch struct {
	analyze.Period
	At, Span float64
}

// sprintBar is a Sprint on the strip. Those that overlap lie in different lanes.
type sprintBar struct {
	analyze.Sprint
	stretch
	Lane, Y int
	Label   string // empty where labels would collide
	Centre  float64
	Days    string // its dates in words
}

const (
	laneHigh  = 16 // pixels from one lane to the next
	mostLanes = 4
	turnsHigh = 22 // pixels for the names above

	monthLabels = 7

	twoFigures, fourFigures = 5.0, 8.0 // percent of the width that a label needs on a phone

	told = 3 // of a kind, below the drawing; the fold has all
)

// timeline places days on the strip.
type timeline struct {
	from time.Time
	days float64
}

// newTimeline is that of a period, both days included; false where it is none.
func newTimeline(p analyze.Period) (timeline, bool) {
	from, err := parseDate(p.From)
	to, err2 := parseDate(p.To)
	if err != nil || err2 != nil || to.Before(from) {
		return timeline{}, false
	}
	return timeline{from, to.Sub(from).Hours()/24 + 1}, true
}

func (l timeline) at(day time.Time) float64 {
	return min(100, max(0, tenth(100*day.Sub(l.from).Hours()/24/l.days)))
}

// stretch is where a period lies, both days included; one without an end goes on. False
// where nothing of it can be seen.
func (l timeline) stretch(p analyze.Period) (stretch, bool) {
	from, err := parseDate(p.From)
	if err != nil {
		return stretch{}, false
	}
	end := 100.0
	if p.To != "" {
		to, err := parseDate(p.To)
		if err != nil {
			return stretch{}, false
		}
		end = l.at(to.AddDate(0, 0, 1))
	}
	at := l.at(from)
	return stretch{p, at, tenth(end - at)}, end > at
}

// months labels the first days of months, as many as fit.
func (l timeline) months() []tick {
	var list []tick
	every := int(l.days/30)/monthLabels + 1
	first := time.Date(l.from.Year(), l.from.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	for m := first; m.Sub(l.from).Hours()/24 < l.days; m = m.AddDate(0, every, 0) {
		if at := l.at(m); at < 95 {
			list = append(list, tick{at, m.Format("Jan"), "start"})
		}
	}
	return list
}

// newPeriod is the strip of a team's period; nil where there is nothing on it.
func newPeriod(t analyze.TeamReport) *periodStrip {
	line, ok := newTimeline(t.Window)
	if !ok {
		return nil
	}
	p := &periodStrip{Months: line.months(), Turns: turnsOf(t, line)}
	for _, gap := range t.Gaps {
		if s, seen := line.stretch(gap); seen {
			p.Gaps = append(p.Gaps, s)
		}
	}
	lanes := p.layOut(t.Sprints, line)
	if len(p.Sprints)+len(p.Gaps)+len(p.Turns) == 0 {
		return nil
	}
	if p.Top = 4; len(p.Turns) > 0 {
		p.Top = turnsHigh
	}
	for i := range p.Sprints {
		p.Sprints[i].Y = p.Top + laneHigh*p.Sprints[i].Lane
	}
	p.Foot = p.Top + laneHigh*lanes - 4
	p.GapTop, p.GapHigh = p.Top-3, p.Foot-p.Top+6
	if p.Axis = p.Foot + 6; lanes == 1 && len(p.Sprints) > 0 {
		p.label()
		p.Labels, p.Axis = p.Foot+15, p.Foot+22
	}
	p.Height = p.Axis + 18
	p.words(t)
	return p
}

// layOut places the Sprints, and gives the number of lanes that they need.
func (p *periodStrip) layOut(sprints []analyze.Sprint, line timeline) int {
	var ends []string // the last days of the lanes so far
	for _, s := range sprints {
		place, seen := line.stretch(analyze.Period{From: s.From, To: s.To})
		if !seen {
			continue
		}
		p.Goals = p.Goals || s.Goal != nil && *s.Goal
		lane := 0
		for lane < len(ends) && lane < mostLanes-1 && s.From < ends[lane] { // one day may be both
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, "")
		}
		ends[lane] = cmp.Or(s.To, "9999")
		b := sprintBar{Sprint: s, stretch: place, Lane: lane, Centre: tenth(place.At + place.Span/2), Days: period(place.Period)}
		if s.To == "" {
			b.Days = date(s.From) + ", still running"
		}
		p.Sprints = append(p.Sprints, b)
	}
	return max(1, len(ends))
}

// Lacks reports whether the Sprint is known to have no Sprint Goal.
func (b sprintBar) Lacks() bool { return b.Goal != nil && !*b.Goal }

// lastNumber is what tells the Sprints of a team apart, where their names have it.
var lastNumber = regexp.MustCompile(`(\d{1,4})\D*$`)

// label numbers as many Sprints as have room, each by the last number in its name.
func (p *periodStrip) label() {
	room, free := twoFigures, -twoFigures
	numbers := make([]string, len(p.Sprints))
	for i, b := range p.Sprints {
		if found := lastNumber.FindStringSubmatch(b.Name); found != nil {
			numbers[i] = found[1]
		}
		if len(numbers[i]) > 2 {
			room = fourFigures
		}
	}
	for i := range p.Sprints {
		if b := &p.Sprints[i]; b.Centre >= free {
			b.Label, free = numbers[i], b.Centre+room
		}
	}
}

// words tells the strip.
func (p *periodStrip) words(t analyze.TeamReport) {
	var claim, caption []string
	if n := len(p.Sprints); n > 0 {
		claim = append(claim, several(n, "Sprint"))
	}
	switch n := len(p.Turns); {
	case n == 1:
		claim = append(claim, "a change of roles")
	case n > 1:
		claim = append(claim, number(n)+" changes of roles")
	}
	if n := len(p.Gaps); n > 0 {
		claim = append(claim, several(n, "gap"))
	}
	if p.Goals {
		caption = append(caption, "Filled: a Sprint with something written as its Sprint Goal; hollow: one without.")
	}
	if len(p.Turns) <= told {
		for _, turn := range p.Turns {
			caption = append(caption, turn.Words+".")
		}
	}
	if len(p.Gaps) > 0 {
		caption = append(caption, "Dashed: ten working days or more in which nothing was recorded"+p.gapDays()+".")
	}
	p.Claim = "The period: " + enumerated(claim)
	p.Caption = strings.Join(caption, " ")
	p.Alt = fmt.Sprintf("%s, %s. %s", p.Claim, period(t.Window), p.Caption)
}

// gapDays are the dates of the gaps, where they are few.
func (p *periodStrip) gapDays() string {
	if len(p.Gaps) > told {
		return ""
	}
	var days []string
	for _, gap := range p.Gaps {
		days = append(days, period(gap.Period))
	}
	return ", " + enumerated(days)
}

// enumerated is "a, b and c".
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
