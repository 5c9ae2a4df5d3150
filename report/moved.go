package report

// This file tells how a finding stood at earlier moments. It draws no conclusion: the
// windows overlap, and the trend is judged elsewhere.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// stoodBefore tells of a finding, whose window is given, what it was at earlier moments, in
// a few sentences; nothing where none of them has an opinion.
func stoodBefore(f analyze.Finding, window analyze.Period) string {
	if !slices.ContainsFunc(f.Earlier, func(e analyze.Earlier) bool { return e.Status.Judged() }) {
		return ""
	}
	var list []string
	for _, e := range f.Earlier {
		ago := date(e.AsOf)
		if days := daysBetween(e.AsOf, window.To); days > 0 {
			ago = several(days, "day") + " before"
		}
		list = append(list, ago+": "+numbers(f, e)+result(e))
	}
	return strings.Join(list, "; ") + ". " + overlap(f.Earlier, window)
}

// wasFound reports whether there was something to talk about at an earlier moment.
func wasFound(f analyze.Finding) bool {
	return slices.ContainsFunc(f.Earlier, func(e analyze.Earlier) bool { return e.Status == analyze.Watch || e.Status == analyze.Flag })
}

// numbers are what was counted and measured at an earlier moment, with a comma; nothing
// without an opinion.
func numbers(f analyze.Finding, e analyze.Earlier) string {
	if !e.Status.Judged() || e.Estimate == nil || f.Estimate == nil {
		return ""
	}
	if !isShare(f) { // the unit stands in the finding's sentence
		return fmt.Sprintf("%.1f (now %.1f), ", *e.Estimate, *f.Estimate)
	}
	said := fmt.Sprintf("%s of %s (%s", number(e.K), number(e.N), percent(*e.Estimate))
	if e.Low != nil && e.High != nil {
		said += ", probably " + percent(*e.Low) + " to " + percent(*e.High)
	}
	return said + "), "
}

// result is what a check said, in words.
func result(e analyze.Earlier) string {
	switch e.Status {
	case analyze.OK:
		return "nothing to talk about"
	case analyze.Watch:
		return "worth watching"
	case analyze.Flag:
		return signal(analyze.Finding{Status: e.Status, Level: e.Level})
	case analyze.Insufficient:
		return "too few cases"
	case analyze.NotApplicable:
		return "not used"
	}
	return "cannot be told"
}

// overlap says how long the windows are, and how much each has in common with the next.
func overlap(earlier []analyze.Earlier, window analyze.Period) string {
	length, to := daysBetween(window.From, window.To), window.To
	step := length
	for _, e := range slices.Backward(earlier) {
		step, to = min(step, daysBetween(e.AsOf, to)), e.AsOf
	}
	each, next := "It", "now"
	if len(earlier) > 1 {
		each, next = "Each", "the next"
	}
	if length > step {
		return fmt.Sprintf("%s shares %d of its %s with %s.", each, length-step, several(length, "day"), next)
	}
	return each + " looked at " + several(length, "day") + " too."
}

// daysBetween counts the days from one date to another; 0 where one is none.
func daysBetween(from, to string) int {
	a, err := parseDate(from)
	b, err2 := parseDate(to)
	if err != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a) / (24 * time.Hour))
}
