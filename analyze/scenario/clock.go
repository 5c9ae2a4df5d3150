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
	dayBegins  = 10*time.Hour + 20*time.Minute
	dayEnds    = 15*time.Hour + 50*time.Minute
	unhurried  = 70 * time.Second // no bulk act is that slow
	atOnce     = 2 * time.Second
	mostShared = 30 * time.Minute
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
	share := min(mostShared, (dayEnds-dayBegins)/time.Duration(max(c.sentences[day], 1)))
	due := day.Add(dayBegins - 12*time.Hour + time.Duration(c.nth)*share.Truncate(time.Second))
	if due.After(c.now) {
		c.now = due
	}
	c.nth++
}

// next is the moment of the next act.
func (c *clock) next(bulk bool) (time.Time, error) {
	at := c.now
	if at.After(c.day.Add(dayEnds - 12*time.Hour)) {
		return at, fmt.Errorf(`too many facts on %s: spread them over several days, or end a sentence with "in bulk"`, c.day.Format(time.DateOnly))
	}
	if bulk {
		c.now = at.Add(atOnce)
	} else {
		c.now = at.Add(unhurried)
	}
	return at, nil
}
