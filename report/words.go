package report

// This file words the facts that every format for people tells in the same way:
// numbers, dates, completeness, who was taken for the Product Owner.

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// isShare tells a share of cases, which can be drawn from 0 to 100 %, from a measure
// in some other unit, which speaks through its message alone.
func isShare(f analyze.Finding) bool {
	for _, v := range []*float64{f.Estimate, f.Low, f.High} {
		if v == nil || !(*v >= 0 && *v <= 1) {
			return false
		}
	}
	for _, v := range []*float64{f.Amber, f.Red} {
		if v != nil && !(*v >= 0 && *v <= 1) {
			return false
		}
	}
	return f.N > 0
}

// tooFew reports whether less than the threshold is what is worth talking about.
func tooFew(f analyze.Finding) bool { return f.Direction == "low" }

// doubt is the bound that decided: "at least 29 %", or "at most 3 %" where too few is
// the question. Findings that are well are bounded from the other side.
func doubt(f analyze.Finding) string {
	if tooFew(f) == (f.Status == analyze.OK) {
		return "at least " + percent(*f.Low)
	}
	return "at most " + percent(*f.High)
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", math.Round(share*100)) }

// number writes n with a comma between the thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// several is n of a thing, with its plural: "1 item", "5,310 items".
func several(n int, thing string) string {
	switch {
	case n == 1:
		return "1 " + thing
	case thing == "person":
		return number(n) + " people"
	}
	return number(n) + " " + thing + "s"
}

// date writes 2006-01-02, or the date of an RFC 3339 moment, as 2 Jan 2006. Anything
// else stays as it is.
func date(s string) string {
	t, err := parseDate(s)
	if err != nil {
		return s
	}
	return t.Format("2 Jan 2006")
}

func parseDate(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	return time.Parse(time.RFC3339, s)
}

// period writes two dates, the year only once where it is the same, and one day once.
func period(p analyze.Period) string {
	from, err := parseDate(p.From)
	to, err2 := parseDate(p.To)
	switch {
	case p.From == "" && p.To == "":
		return ""
	case err != nil || err2 != nil:
		return p.From + " – " + p.To
	case from.Equal(to):
		return to.Format("2 Jan 2006")
	case from.Year() == to.Year():
		return from.Format("2 Jan") + " – " + to.Format("2 Jan 2006")
	}
	return from.Format("2 Jan 2006") + " – " + to.Format("2 Jan 2006")
}

// subject is what a recorded fact is about: the key of an item, the name of a Sprint, or
// the days of a period, which it has in dates.
func subject(e analyze.Evidence) string {
	from, to, _ := strings.Cut(e.Item, " to ")
	_, err := parseDate(from)
	_, err2 := parseDate(to)
	if err != nil || err2 != nil {
		return e.Item
	}
	return period(analyze.Period{From: from, To: to})
}

// process is the way of working as a name.
func process(s string) string {
	switch s {
	case "scrum":
		return "Scrum"
	case "kanban":
		return "Kanban"
	}
	return s
}

// headline is what a report says under a team's name; parts that are unknown are left out.
func headline(t analyze.TeamReport) string {
	var parts []string
	for _, s := range []string{process(t.Process), period(t.Window)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// size is who the items belong to, and how many Sprints the period has, or the data where
// a report does not list them; completeness counts the items themselves.
func size(t analyze.TeamReport) string {
	s := several(t.Coverage.People, "person")
	if n := cmp.Or(len(t.Sprints), t.Coverage.Sprints); n > 0 {
		s += ", " + several(n, "Sprint")
	}
	return s
}

// completeness says how much of what the tracker holds was read, and what was not.
func completeness(c analyze.Coverage) string {
	read := several(c.Items, "item")
	switch {
	case c.Items == 0 && c.ItemsExpected == 0:
		return "nothing was read"
	case c.ItemsExpected == 0:
		read += " (the tracker names no total to compare with)"
	case c.Items > c.ItemsExpected:
		read += " (the tracker counted " + number(c.ItemsExpected) + ")"
	case c.Items < c.ItemsExpected || c.ItemsWithoutHistory > 0:
		read = fmt.Sprintf("incomplete: %s of %s", number(c.Items), several(c.ItemsExpected, "item"))
	case len(c.Warnings) > 0:
		read = fmt.Sprintf("%s of %s, with %s", number(c.Items), several(c.ItemsExpected, "item"), several(len(c.Warnings), "warning"))
	default:
		read = fmt.Sprintf("complete: %s of %s", number(c.Items), several(c.ItemsExpected, "item"))
	}
	read += ", " + several(c.Changes, "change")
	if c.ItemsWithoutHistory > 0 {
		read += "; the history of " + several(c.ItemsWithoutHistory, "item") + " is missing"
	}
	return read
}

// verdicts is the whole team in a sentence of counts.
func verdicts(o outline) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{len(o.Works) + len(o.AlsoWorks), "say that it works well"},
		{len(o.Talk), "have something to talk about"},
		{o.unjudged(), "cannot tell"},
	} {
		if p.n > 0 {
			parts = append(parts, number(p.n)+" "+p.what)
		}
	}
	return several(len(o.Works)+len(o.AlsoWorks)+len(o.Talk)+o.unjudged(), "check") + " looked at this team: " + strings.Join(parts, ", ") + "."
}
