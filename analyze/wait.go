package analyze

import (
	"fmt"
	"math"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file judges how long something waits. A share of those that wait too long does
// not tell whether the others wait a minute or a day, and a median does not tell of the
// few that wait for ever: either may be worth talking about.

// Wait judges a share as Share does, of the subjects that wait too long, and beside it
// the median wait of all of them, in working hours. What still waits counts until it was
// last seen. The lower bounds decide.
type Wait struct {
	Share    `yaml:",inline"`
	Hours    float64 `yaml:"hours" means:"median wait in working hours from which it is worth talking about" origin:"our judgement; in person the norm is minutes, but a tracker sees only what was not said aloud"`
	HoursRed float64 `yaml:"hours_red" means:"median wait in working hours from which it dominates" origin:"our judgement"`
}

// wait is how long one subject waited, and in which window.
type wait struct {
	stats.Span
	window int
}

// Waited tells for how many working hours an examined subject waited; not ended means
// that it still waits, or was lost sight of then.
func (p *Pass) Waited(s Subject, hours float64, ended bool) {
	if w := p.window(s); w >= 0 {
		p.waits = append(p.waits, wait{stats.Span{Length: hours, Ended: ended}, w})
	}
}

func (s Wait) judge(t *tally) verdict {
	v := s.Share.judge(t)
	if v.status == Insufficient || len(t.waits) == 0 {
		return v
	}
	m := s.median(t, v.effective/float64(v.n))
	v.beside = m.words(s)
	v.chance = min(1, 2*min(v.chance, m.chance)) // two ways to be found
	if weight(verdict{status: m.status, level: m.level}) > weight(v) {
		v.status, v.level = m.status, m.level
	}
	return v
}

// medianWait is the verdict on the median alone.
type medianWait struct {
	hours, low float64
	open       bool // half were not seen to end: it is longer than told
	status     Status
	level      Level
	chance     float64
}

// median judges the median wait. Each wait is worth the given part of an independent one.
func (s Wait) median(t *tally, worth float64) medianWait {
	var spans []stats.Span
	windows := tally{windows: make([]windowTally, len(t.windows))}
	for i, w := range t.windows {
		windows.windows[i].running = w.running
	}
	for _, w := range t.waits {
		spans = append(spans, w.Span)
		if !w.Ended && w.Length <= s.Hours {
			continue // nobody knows on which side it would have ended
		}
		windows.windows[w.window].n++
		if w.Length > s.Hours {
			windows.windows[w.window].k++
		}
	}
	curve := stats.KaplanMeier(spans)
	share, _ := stats.MedianPlaces(float64(len(spans)) * worth)
	longest := 0.0 // nobody saw further
	for _, span := range spans {
		longest = max(longest, span.Length)
	}
	m := medianWait{hours: min(longest, curve.Quantile(0.5)), open: math.IsInf(curve.Quantile(0.5), 1), status: OK}
	if share > 0 {
		m.low = min(longest, curve.Quantile(share))
	}
	longer, known := windows.count()
	m.chance = stats.AtLeast(float64(longer)*worth, float64(known)*worth, 0.5)
	lasts := windows.persists(func(k, n int) bool { return 2*k > n })
	switch {
	case m.low > s.HoursRed && lasts:
		m.status, m.level = Flag, Red
	case m.low > s.Hours && lasts:
		m.status, m.level = Flag, Amber
	case m.hours > s.Hours:
		m.status = Watch
	}
	return m
}

func (m medianWait) words(s Wait) string {
	is := "is"
	if m.open {
		is = "is longer than"
	}
	origin, _, _ := strings.Cut(s.Origin, ";")
	return fmt.Sprintf("The median wait %s %s working hours (at least %s; worth talking about from %s, %s).", is, number(m.hours), number(m.low), number(s.Hours), origin)
}
