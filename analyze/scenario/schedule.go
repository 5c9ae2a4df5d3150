package scenario

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file lays out by day what a journal tells, and finds a moment for each act.

// deed is something to be done on one day.
type deed struct {
	day   time.Time // at noon
	phase phase
	line  int
	do    func() error
}

// phase is the part of a day: Sprints are planned in the morning and closed in the
// afternoon.
type phase int

const (
	planning phase = iota
	telling
	closing
)

// schedule prepares what was there before, and gives the rest by day.
func (p *play) schedule(wrong *mistakes) []deed {
	j := p.journal
	if j.lastDay().IsZero() {
		wrong.add(1, errors.New("nothing in this history has a date"))
		return nil
	}
	for _, t := range j.epics {
		wrong.add(t.line, p.epic(t))
	}
	for _, t := range j.standing {
		wrong.add(t.line, p.stand(t))
	}
	for _, t := range j.parking {
		p.boxes = append(p.boxes, &timebox{Sprint: p.rec.Sprint(backlog.Sprint{Name: t.args.word})})
	}
	var deeds []deed
	for _, b := range j.blocks {
		for i, said := range b.boxes {
			box, err := p.open(said, b.line)
			wrong.add(b.line, err)
			if err == nil {
				deeds = append(deeds, p.lay(b, i, box)...)
			}
		}
	}
	for _, t := range j.acts {
		days, err := p.dates(t.when)
		wrong.add(t.line, err)
		for _, day := range days {
			deeds = append(deeds, deed{day, telling, t.line, func() error { return p.tell(t, day, nil) }})
		}
	}
	p.numberSprints()
	slices.SortStableFunc(deeds, func(a, b deed) int {
		if a.day.Equal(b.day) {
			return int(a.phase) - int(b.phase)
		}
		return a.day.Compare(b.day)
	})
	p.clock = newClock(deeds)
	return deeds
}

// lay gives the deeds of one Sprint.
func (p *play) lay(b *block, nth int, box *timebox) []deed {
	first, last := box.days[0], box.days[len(box.days)-1]
	if first.After(p.today) {
		if !b.single || len(b.plans)+len(b.acts) == 0 {
			return nil
		}
		return []deed{{first, planning, b.line, func() error {
			return fmt.Errorf(`%s starts after today; to fill it, write a dated line: "2026-03-04: Ada puts PAY-5 in sprint 8"`, box.Name)
		}}}
	}
	var deeds []deed
	for _, t := range b.plans {
		deeds = append(deeds, deed{first, planning, t.line, func() error { return p.plan(t, box) }})
	}
	for _, t := range b.acts {
		for _, n := range t.when.days {
			deeds = append(deeds, p.onDay(b, t, box, n)...)
		}
	}
	for _, t := range b.kept {
		deeds = append(deeds, deed{last, closing, t.line, func() error { return p.keep(t, box) }})
	}
	return append(deeds, deed{last, closing, b.line, func() error { p.close(box); return nil }})
}

// onDay is an act on the n-th working day of a Sprint. Days after today have not come
// yet; only many Sprints under one header may speak of them.
func (p *play) onDay(b *block, t told, box *timebox, n int) []deed {
	if n > len(box.days) {
		return []deed{{box.days[0], telling, t.line, func() error {
			return fmt.Errorf("there is no day %d: %s has %d working days", n, box.Name, len(box.days))
		}}}
	}
	day := box.days[n-1]
	if day.After(p.today) && !b.single {
		return nil
	}
	return []deed{{day, telling, t.line, func() error {
		if day.After(p.today) {
			return fmt.Errorf("day %d is after today, %s", n, p.cal.Date(p.today))
		}
		return p.tell(t, day, box)
	}}}
}

// dates are the days of a dated sentence: the one it names, or every n-th working day
// of a span.
func (p *play) dates(w when) ([]time.Time, error) {
	first, last := noon(w.from, p.journal.zone), noon(w.to, p.journal.zone)
	if last.After(p.today) {
		return nil, fmt.Errorf("%s is after today, %s", w.to.Format(time.DateOnly), p.cal.Date(p.today))
	}
	if first.Equal(last) {
		return []time.Time{first}, nil
	}
	var days []time.Time
	for i, day := range p.workingDays(first, last) {
		if i%w.every == 0 {
			days = append(days, day)
		}
	}
	return days, nil
}

func (p *play) workingDays(first, last time.Time) []time.Time {
	var days []time.Time
	for d := first; !d.After(last); d = d.AddDate(0, 0, 1) {
		if p.cal.Works(d) {
			days = append(days, d)
		}
	}
	return days
}

// firstDay is the earliest day mentioned, lastDay is today, or the latest.
func (j *journal) firstDay() date { return slices.MinFunc(j.days(), time.Time.Compare) }

func (j *journal) lastDay() date {
	days := j.days()
	if !j.today.IsZero() || len(days) == 0 {
		return j.today
	}
	return slices.MaxFunc(days, time.Time.Compare)
}

func (j *journal) days() []date {
	var days []date
	if !j.today.IsZero() {
		days = append(days, j.today)
	}
	for _, t := range j.standing {
		written := min(len(t.args.items), standingDays)*7/5 + 7
		days = append(days, t.args.dates[0], t.args.dates[0].AddDate(0, 0, -written))
	}
	for _, b := range j.blocks {
		for _, box := range b.boxes {
			days = append(days, box.from, box.to)
		}
	}
	for _, t := range j.acts {
		days = append(days, t.when.from, t.when.to)
	}
	return days
}

func noon(d date, zone *time.Location) time.Time { return oclock(midnight(d, zone), 12, 0) }
