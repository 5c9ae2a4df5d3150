package files

// This file reads the dates of tables. Their writers follow the country: 3/4/26 is in
// March or in April. The whole table tells which, or nothing does; then the table is
// refused, because a guess would be right half the time and never noticed.

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// order is in which order a table writes day and month, where both are numbers.
type order int

const (
	unsettled order = iota // no date of the table leaves a doubt
	dayFirst
	monthFirst
)

// months are the names of the months by their first letters, in the languages whose
// exports are read.
var months = map[string]time.Month{
	"jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7,
	"aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}

var (
	isoDate   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|[ ,]+|$)`)
	dayName   = regexp.MustCompile(`^(\d{1,2})[-/. ]+(\p{L}{3,10})\.?[-/., ]+(\d{4}|\d{2})(?:[ ,]+|$)`)
	nameDay   = regexp.MustCompile(`^(\p{L}{3,10})\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\d{4}|\d{2})(?:[ ,]+|$)`)
	numbers   = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[ ,]+|$)`)
	clockTime = regexp.MustCompile(`^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s*(?i:(am|pm|a\.m\.|p\.m\.|vorm\.?|nachm\.?))?\s*(Z|[+-]\d{2}:?\d{2})?$`)
)

// evidence is what the dates of a table tell about their order.
type evidence struct {
	day, month string // dates that can only be read in the one order, or in the other
	either     string // one that can be read in both
	short      string // one whose year has two digits, and might come first
	noYear     bool   // no year comes first: one such date would lie in the future
}

// note looks at a date. No date of the table lies after now.
func (e *evidence) note(text string, now time.Time) {
	m := numbers.FindStringSubmatch(text)
	if m == nil {
		return
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	if m[2] != "." && len(m[4]) == 2 {
		e.short = text
		e.noYear = e.noYear || a > now.Year()%100 || b > 12
	}
	switch {
	case m[2] == ".": // whoever writes dots begins with the day
	case a > 12 && b <= 12:
		e.day = text
	case b > 12 && a <= 12:
		e.month = text
	case a != b:
		e.either = text
	}
}

func (e *evidence) order() (order, error) {
	switch {
	case e.day != "" && e.month != "":
		return unsettled, fmt.Errorf("its dates contradict one another: %q begins with the day, %q with the month", e.day, e.month)
	case e.short != "" && !e.noYear:
		return unsettled, fmt.Errorf("its dates can be read in two ways: nothing in it tells whether %q begins with the day or with the year", e.short)
	case e.day != "":
		return dayFirst, nil
	case e.month != "":
		return monthFirst, nil
	case e.either != "":
		return unsettled, fmt.Errorf("its dates can be read in two ways: nothing in it tells whether %q begins with the day or with the month", e.either)
	}
	return unsettled, nil
}

// parseTime reads a date with or without a time. Without a zone it is taken for UTC.
func parseTime(text string, days order) (time.Time, bool) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "\u202f", " ")), " ")
	y, m, d, rest, err := parseDate(text, days)
	if err != nil {
		return time.Time{}, false
	}
	at := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if at.Day() != d || at.Month() != m || y < 1970 || y > 9000 {
		return time.Time{}, false
	}
	if rest == "" {
		return at, true
	}
	return parseClock(at, rest)
}

var errNoDate = errors.New("no date")

func parseDate(text string, days order) (y int, m time.Month, d int, rest string, err error) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	year := func(s string) int {
		n := number(s)
		if len(s) == 2 && n < 70 {
			return 2000 + n
		} else if len(s) == 2 {
			return 1900 + n
		}
		return n
	}
	if f := isoDate.FindStringSubmatch(text); f != nil {
		return number(f[1]), time.Month(number(f[2])), number(f[3]), text[len(f[0]):], nil
	}
	if f := dayName.FindStringSubmatch(text); f != nil {
		return year(f[3]), monthOf(f[2]), number(f[1]), text[len(f[0]):], nil
	}
	if f := nameDay.FindStringSubmatch(text); f != nil {
		return year(f[3]), monthOf(f[1]), number(f[2]), text[len(f[0]):], nil
	}
	f := numbers.FindStringSubmatch(text)
	if f == nil {
		return 0, 0, 0, "", errNoDate
	}
	first, second := number(f[1]), number(f[3])
	if f[2] != "." && (days == monthFirst || days == unsettled && first != second) {
		if days == unsettled {
			return 0, 0, 0, "", errNoDate
		}
		first, second = second, first
	}
	return year(f[4]), time.Month(second), first, text[len(f[0]):], nil
}

// monthOf is the month of that name; 0 for another word.
func monthOf(name string) time.Month {
	letters := []rune(strings.ToLower(name))
	return months[string(letters[:min(3, len(letters))])]
}

func parseClock(at time.Time, text string) (time.Time, bool) {
	f := clockTime.FindStringSubmatch(strings.TrimSpace(text))
	if f == nil {
		return time.Time{}, false
	}
	hour, _ := strconv.Atoi(f[1])
	minute, _ := strconv.Atoi(f[2])
	second, _ := strconv.Atoi(f[3])
	half := strings.ToLower(f[4])
	switch {
	case half != "" && (hour < 1 || hour > 12), hour > 23, minute > 59, second > 60:
		return time.Time{}, false
	case half != "":
		if hour %= 12; strings.HasPrefix(half, "p") || strings.HasPrefix(half, "n") {
			hour += 12
		}
	}
	at = at.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second)
	if zone := strings.ReplaceAll(f[5], ":", ""); zone != "" && zone != "Z" {
		offset, err := time.Parse("-0700", zone)
		if err != nil {
			return time.Time{}, false
		}
		_, seconds := offset.Zone()
		at = at.Add(-time.Duration(seconds) * time.Second)
	}
	return at.UTC(), true
}
