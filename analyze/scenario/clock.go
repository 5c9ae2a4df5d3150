package scenario

import (
	"fmt"
	"time"
)

// clock finds moments for the acts told of a day: between twenty past ten and ten to
// four, the sentences spread over the day, their items more than a minute apart.
type clock struct {
	sentences map[time.Time]int // by day
	day       time.Time
	nth       int // sentence of the day
	now       time.Time
}

const (
	telltime  = 5*time.Hour + 30*time.Minute
	mostShare = 30 * time.Minute // of one sentence
	unhurried = 70 * time.Second // no bulk act is that slow
	atOnce    = 2 * time.Second
)

func newClock(deeds []deed) clock {
	c := clock{sentences: map[time.Time]int{}}
	for _, d := range deeds {
		if d.phase == telling {
			c.sentences[d.day]++
		}
	}
	return c
}

// begin turns to the next sentence of a day.
func (c *clock) begin(day time.Time) {
	if !c.day.Equal(day) {
		c.day, c.nth, c.now = day, 0, time.Time{}
	}
	share := min(mostShare, telltime/time.Duration(max(c.sentences[day], 1))).Truncate(time.Second)
	due := oclock(day, 10, 20).Add(time.Duration(c.nth) * share)
	if due.After(c.now) {
		c.now = due
	}
	c.nth++
}

// next is the moment of the next act.
func (c *clock) next(bulk bool) (time.Time, error) {
	at := c.now
	if at.After(oclock(c.day, 10, 20).Add(telltime)) {
		return at, fmt.Errorf(`too many facts on %s: spread them over several days, or end a sentence with "in bulk"`, c.day.Format(time.DateOnly))
	}
	if bulk {
		c.now = at.Add(atOnce)
	} else {
		c.now = at.Add(unhurried)
	}
	return at, nil
}

// oclock is a time of day.
func oclock(day time.Time, hour, minute int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}
