package backlog

import (
	"slices"
	"time"
)

// Calendar tells a team's working days. The zero value, and nil, is Monday to Friday
// in UTC without holidays.
type Calendar struct {
	Zone     *time.Location
	Holidays map[string]bool // by date, 2006-01-02
	Weekend  []time.Weekday  // empty: Saturday and Sunday
}

// A working day, in the team's zone. Only durations are measured with it; no output
// ever tells a time of day.
const (
	dayBegins = 9 * time.Hour
	dayEnds   = 17 * time.Hour
)

// Location is the team's zone.
func (c *Calendar) Location() *time.Location {
	if c == nil || c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}

// Date is the team's date at t, 2006-01-02.
func (c *Calendar) Date(t time.Time) string { return t.In(c.Location()).Format(time.DateOnly) }

// Day is the same as people write it, 2 Jan 2006.
func (c *Calendar) Day(t time.Time) string { return t.In(c.Location()).Format("2 Jan 2006") }

// Midnight is the beginning of the team's day that holds t.
func (c *Calendar) Midnight(t time.Time) time.Time {
	y, m, d := t.In(c.Location()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, c.Location())
}

// Works reports whether the team's day that holds t is a working day.
func (c *Calendar) Works(t time.Time) bool {
	t = t.In(c.Location())
	if c == nil || len(c.Weekend) == 0 {
		if t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
			return false
		}
	} else if slices.Contains(c.Weekend, t.Weekday()) {
		return false
	}
	return c == nil || !c.Holidays[t.Format(time.DateOnly)]
}

// Add is t moved by n working days, keeping the time of day; n may be negative. From
// a free day, the first step lands on the nearest working day in that direction.
func (c *Calendar) Add(t time.Time, n int) time.Time {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	t = t.In(c.Location())
	for guard := 0; n > 0 && guard < 10000; guard++ {
		t = t.AddDate(0, 0, step)
		if c.Works(t) {
			n--
		}
	}
	return t
}

// Days counts the working days whose beginning lies after a and not after b: 0 for
// two moments of one day, 1 from a Friday to the next Monday. Negative if b is first.
func (c *Calendar) Days(a, b time.Time) int {
	if b.Before(a) {
		return -c.Days(b, a)
	}
	n := 0
	for d, end := c.Midnight(a).AddDate(0, 0, 1), c.Midnight(b); !d.After(end); d = d.AddDate(0, 0, 1) {
		if c.Works(d) {
			n++
		}
	}
	return n
}

// Hours is the working time between two moments: the hours from nine to five of
// working days. Zero if b is not after a.
func (c *Calendar) Hours(a, b time.Time) time.Duration {
	var sum time.Duration
	for d := c.Midnight(a); d.Before(b); d = c.Midnight(d.AddDate(0, 0, 1).Add(time.Hour)) {
		if !c.Works(d) {
			continue
		}
		from, to := d.Add(dayBegins), d.Add(dayEnds)
		if a.After(from) {
			from = a
		}
		if b.Before(to) {
			to = b
		}
		if to.After(from) {
			sum += to.Sub(from)
		}
	}
	return sum
}
