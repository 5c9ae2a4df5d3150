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

const secondsOfDay = 24 * 60 * 60

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

// DayNumber counts the team's days: that of t, from 1 January 1970, which is 0. It tells
// days apart as Date does, and costs less.
func (c *Calendar) DayNumber(t time.Time) int {
	_, offset := t.In(c.Location()).Zone()
	local := t.Unix() + int64(offset)
	number := local / secondsOfDay
	if local%secondsOfDay < 0 {
		number--
	}
	return int(number)
}

// Works reports whether the team's day that holds t is a working day.
func (c *Calendar) Works(t time.Time) bool { return c.worksOn(c.DayNumber(t)) }

// worksOn reports whether the day with that number is a working day.
func (c *Calendar) worksOn(number int) bool {
	day := time.Unix(int64(number)*secondsOfDay, 0).UTC()
	if c == nil || len(c.Weekend) == 0 {
		if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			return false
		}
	} else if slices.Contains(c.Weekend, day.Weekday()) {
		return false
	}
	if c == nil || len(c.Holidays) == 0 {
		return true
	}
	var date [len(time.DateOnly)]byte
	return !c.Holidays[string(day.AppendFormat(date[:0], time.DateOnly))]
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
	return c.between(c.DayNumber(a), c.DayNumber(b)+1)
}

// between counts the working days after one day and before another.
func (c *Calendar) between(first, last int) int {
	n := 0
	for day := first + 1; day < last; day++ {
		if c.worksOn(day) {
			n++
		}
	}
	return n
}

// Hours is the working time between two moments: the hours from nine to five of
// working days. Zero if b is not after a.
func (c *Calendar) Hours(a, b time.Time) time.Duration {
	first, last := c.DayNumber(a), c.DayNumber(b)
	if first == last {
		return c.hoursOf(a, a, b)
	}
	whole := time.Duration(c.between(first, last))
	return c.hoursOf(a, a, b) + whole*(dayEnds-dayBegins) + c.hoursOf(b, a, b)
}

// hoursOf is the working time on the day that holds t, from a to b.
func (c *Calendar) hoursOf(t, a, b time.Time) time.Duration {
	if !c.Works(t) {
		return 0
	}
	day := c.Midnight(t)
	from, to := day.Add(dayBegins), day.Add(dayEnds)
	if a.After(from) {
		from = a
	}
	if b.Before(to) {
		to = b
	}
	return max(0, to.Sub(from))
}
