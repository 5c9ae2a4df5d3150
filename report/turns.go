package report

// This file finds the days on which somebody took over a role, or gave it up, among the
// roles of a team.

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// turn is a day on which a role changed hands, was taken up or given up.
type turn struct {
	At            float64
	Label, Anchor string // empty where labels would collide
	Words         string
	role          string // as a name
	day           time.Time
	ended, began  *analyze.Role
}

// turnRoom is the percentage of the width that a label needs, on a phone too.
const turnRoom = 26.0

// turnsOf are the turns of the roles that are told one by one, within the period.
func turnsOf(t analyze.TeamReport, line timeline) []turn {
	var list []turn
	for _, n := range roleNames {
		if n.named {
			list = append(list, turnsOfRole(n.one, holders(t.Roles, n.role), t.Window)...)
		}
	}
	var taken []float64
	for i := range list { // the Product Owner's first
		l := &list[i]
		l.At, l.Words = line.at(l.day), l.words()
		if slices.ContainsFunc(taken, func(x float64) bool { return math.Abs(x-l.At) < turnRoom }) {
			continue
		}
		taken = append(taken, l.At)
		l.Label, l.Anchor = l.label(), "middle"
		switch {
		case l.At < turnRoom/2:
			l.Anchor = "start"
		case l.At > 100-turnRoom/2:
			l.Anchor = "end"
		}
	}
	slices.SortStableFunc(list, func(a, b turn) int { return a.day.Compare(b.day) })
	return list
}

// turnsOfRole joins who ended with who began on that day or the next.
func turnsOfRole(role string, held []analyze.Role, within analyze.Period) []turn {
	var list []turn
	for i := range held {
		r := &held[i]
		if began, err := parseDate(r.From); err == nil && r.From > within.From && r.From <= within.To {
			list = append(list, turn{role: role, day: began, began: r})
		}
	}
	for i := range held {
		r := &held[i]
		ended, err := parseDate(r.To)
		if err != nil || r.To < within.From || r.To >= within.To {
			continue
		}
		next := slices.IndexFunc(list, func(t turn) bool {
			return t.ended == nil && !t.day.Before(ended) && !t.day.After(ended.AddDate(0, 0, 1))
		})
		switch {
		case next < 0:
			list = append(list, turn{role: role, day: ended, ended: r})
		case list[next].began.Person == r.Person:
			list = slices.Delete(list, next, next+1) // went on
		default:
			list[next].ended = r
		}
	}
	return list
}

// label is who before an arrow, and who after it.
func (t turn) label() string {
	ended, began := "", ""
	if t.ended != nil {
		ended = fit(t.ended.Person, 12) + " "
	}
	if t.began != nil {
		began = " " + fit(t.began.Person, 12)
	}
	return ended + "→" + began
}

func (t turn) words() string {
	day, surety := date(t.day.Format(time.DateOnly)), ""
	if source := cmp.Or(t.began, t.ended); source.Source == "inferred" || t.ended != nil && t.ended.Source == "inferred" {
		day, surety = "about "+day, " (inferred, from periods of 90 days)"
	}
	said := t.role + ": "
	switch {
	case t.ended == nil:
		said += fit(t.began.Person, 60) + " from " + day
	case t.began == nil:
		said += fit(t.ended.Person, 60) + " until " + day
	default:
		said += fit(t.began.Person, 60) + " after " + fit(t.ended.Person, 60) + ", from " + day
	}
	return said + surety
}
