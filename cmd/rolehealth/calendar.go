package main

// This file makes a team's calendar: its zone, the public holidays of its country,
// and the days it adds itself.

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// calendar is a configured calendar. Which years matter is known with the data.
type calendar struct {
	zone     *time.Location
	country  string // two letters; empty: none
	holidays []string
}

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// over gives the calendar with its gaps filled from another one.
func (c CalendarConfig) over(general CalendarConfig) CalendarConfig {
	if c.TimeZone == "" {
		c.TimeZone = general.TimeZone
	}
	if c.Country == "" {
		c.Country = general.Country
	}
	if c.Holidays == nil {
		c.Holidays = general.Holidays
	}
	return c
}

func (r *resolver) calendar(path string, c CalendarConfig) (calendar, error) {
	zone, err := time.LoadLocation(c.TimeZone)
	switch {
	case err != nil || c.TimeZone == "Local":
		return calendar{}, r.errorf(path+".time_zone", "unknown time zone %q; write it as Europe/Stockholm", c.TimeZone)
	case c.Country != "" && !countryCode.MatchString(c.Country):
		return calendar{}, r.errorf(path+".country", "%q is no country code; write two capital letters such as SE", c.Country)
	}
	for i, holiday := range c.Holidays {
		if _, err := r.date(path+".holidays["+strconv.Itoa(i)+"]", holiday, zone); err != nil {
			return calendar{}, err
		}
	}
	return calendar{zone, c.Country, c.Holidays}, nil
}

// longest is how many years of holidays are worked out at most: an item that a
// migration dates to 1970 should not cost half a century of them.
const longest = 30

// between makes the calendar for everything from one moment to another. The warning
// is for the team's report; empty if there is none.
func (c calendar) between(from, to time.Time) (made *backlog.Calendar, warning string) {
	made = &backlog.Calendar{Zone: c.zone, Holidays: map[string]bool{}}
	for _, date := range c.holidays {
		made.Holidays[date] = true
	}
	if c.country == "" {
		return made, ""
	}
	list, ok := holidaysOf()[c.country]
	if !ok {
		return made, fmt.Sprintf("The public holidays of %s are not known to this version and count as working days, unless the configuration lists them under calendar.holidays.", c.country)
	}
	for year := max(from.Year(), to.Year()-longest); year <= to.Year()+1; year++ {
		for _, holiday := range list {
			mark(made, holiday, year)
		}
	}
	return made, ""
}

// mark takes out the day that is really free: the substitute, where there is one.
func mark(made *backlog.Calendar, holiday *cal.Holiday, year int) {
	if _, observed := holiday.Calc(year); !observed.IsZero() {
		made.Holidays[observed.Format(time.DateOnly)] = true
	}
}
