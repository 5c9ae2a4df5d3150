package backlog

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestWorkingDays(t *testing.T) {
	c := &Calendar{Holidays: map[string]bool{"2026-05-01": true}}
	for _, x := range []struct {
		a, b string
		want int
	}{
		{"2026-03-02 09:00", "2026-03-02 17:00", 0}, // one Monday
		{"2026-03-06 17:00", "2026-03-09 09:00", 1}, // Friday to Monday
		{"2026-03-06 17:00", "2026-03-08 09:00", 0}, // Friday to Sunday
		{"2026-03-02 09:00", "2026-03-13 16:00", 9}, // a Sprint of two weeks
		{"2026-04-30 09:00", "2026-05-04 09:00", 1}, // over a holiday and a weekend
		{"2026-03-09 09:00", "2026-03-06 17:00", -1},
	} {
		if got := c.Days(at(x.a), at(x.b)); got != x.want {
			t.Errorf("%s to %s: %d working days, want %d", x.a, x.b, got, x.want)
		}
	}
}

func TestWorkingHours(t *testing.T) {
	var c *Calendar // the plain one
	for _, x := range []struct {
		a, b string
		want time.Duration
	}{
		{"2026-03-02 10:00", "2026-03-02 12:30", 150 * time.Minute},
		{"2026-03-02 16:00", "2026-03-03 10:00", 2 * time.Hour},
		{"2026-03-06 16:00", "2026-03-09 10:00", 2 * time.Hour}, // a weekend between
		{"2026-03-07 10:00", "2026-03-07 15:00", 0},             // a Saturday
		{"2026-03-03 10:00", "2026-03-02 10:00", 0},
	} {
		if got := c.Hours(at(x.a), at(x.b)); got != x.want {
			t.Errorf("%s to %s: %v, want %v", x.a, x.b, got, x.want)
		}
	}
}

// A working week has five days and forty hours wherever the clocks change, also where the
// day of the change has no midnight, as in Cairo and on the Azores.
func TestWeeksAcrossClockChanges(t *testing.T) {
	for _, zone := range []string{"Europe/Stockholm", "Africa/Cairo", "Atlantic/Azores"} {
		at, err := time.LoadLocation(zone)
		if err != nil {
			t.Skip("no time zone data here")
		}
		c := &Calendar{Zone: at}
		for day := range 700 {
			start := time.Date(2026, 1, 1+day, 12, 0, 0, 0, at)
			week := start.AddDate(0, 0, 7)
			if got := c.Days(start, week); got != 5 {
				t.Errorf("a week from %v has %d working days", start, got)
			}
			if got, want := c.Hours(c.Midnight(start), c.Midnight(week)), 40*time.Hour; got != want {
				t.Errorf("a week from %v has %v working hours", start, got)
			}
		}
	}
}

func TestDayNumber(t *testing.T) {
	c := &Calendar{Zone: time.FixedZone("", 2*60*60)}
	for date, want := range map[string]int{"1969-12-31 21:59": -1, "1969-12-31 22:00": 0, "1970-01-01 21:59": 0, "2026-11-20 12:00": 20777} {
		if got := c.DayNumber(at(date)); got != want {
			t.Errorf("%s is day %d, want %d", date, got, want)
		}
	}
}

func TestAddIsTheWayBackOfDays(t *testing.T) {
	c := &Calendar{Holidays: map[string]bool{"2026-04-03": true, "2026-04-06": true}}
	rapid.Check(t, func(t *rapid.T) {
		from := at("2026-03-02 11:00").AddDate(0, 0, rapid.IntRange(0, 60).Draw(t, "day"))
		n := rapid.IntRange(1, 30).Draw(t, "n")
		there := c.Add(from, n)
		if got := c.Days(from, there); got != n || !c.Works(there) {
			t.Fatalf("%v and %d working days is %v, which is %d on", from, n, there, got)
		}
	})
}
