package report

// This file tells what changed between two reports of a team, by the fingerprints of its
// findings. A change is told only where both reports can tell: a finding that the earlier
// one could not judge is not called new, and one that is not judged any more not gone.

import (
	"cmp"
	"fmt"
	"math"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// Change is what became of a finding since an earlier report, in words; empty where
// nothing did, or nothing can be said.
type Change string

// What can become of a finding. Fresh, Told, Worse and Better are to talk about now; Gone
// and Silent were before. What is Rejudged changed because its thresholds did.
const (
	Fresh    Change = "new"
	Told     Change = "can be told now"
	Worse    Change = "worse"
	Better   Change = "better"
	Gone     Change = "gone"
	Silent   Change = "can no longer be told"
	Rejudged Change = "judged by another threshold"
)

// changes are in the order of telling, each with the sign that a cell has room for.
var changes = []struct {
	Change Change
	Sign   string
}{{Fresh, "+"}, {Told, "+"}, {Worse, "▲"}, {Better, "▼"}, {Gone, "▽"}, {Silent, "×"}, {Rejudged, "≠"}}

// News is what changed in a team since an earlier report. The zero value has none to
// compare with.
type News struct {
	Since  string // the earlier report's last date; empty if nothing is compared
	Reason string // why not; empty if there is no earlier report

	Parts []newsPart // the changes that there are, in the order of telling

	change    map[string]Change          // by fingerprint
	before    map[string]analyze.Finding // by fingerprint
	then, now string                     // versions of the program, where they differ
}

// longestVersion is the columns of a version that is no version.
const longestVersion = 40

// news compares every team of a harmless report with the earlier one.
func (s Since) news(r analyze.Report) []News {
	all := make([]News, len(r.Teams))
	for i, t := range r.Teams {
		if s.Earlier != nil && len(t.Errors) == 0 {
			all[i] = newsOf(t, *s.Earlier)
			if then, now := clean(s.Earlier.Tool.Version), r.Tool.Version; then != now {
				all[i].then, all[i].now = fit(then, longestVersion), fit(now, longestVersion)
			}
		}
	}
	return all
}

func newsOf(now analyze.TeamReport, earlier analyze.Report) News {
	before, reason := earlierOf(now, earlier)
	if reason != "" {
		return News{Reason: reason}
	}
	n := News{Since: before.Window.To, change: map[string]Change{}, before: map[string]analyze.Finding{}}
	for _, f := range before.Checks {
		n.before[f.Fingerprint] = f
	}
	for _, f := range now.Checks {
		if f.Fingerprint != "" {
			n.change[f.Fingerprint] = changed(n.before[f.Fingerprint], f)
		}
	}
	n.Parts = n.sorted(now.Checks)
	return n
}

// sorted puts the findings that changed together by how they did.
func (n News) sorted(findings []analyze.Finding) []newsPart {
	var parts []newsPart
	for _, c := range changes {
		part := newsPart{Change: c.Change}
		for _, f := range findings {
			if n.Change(f) == c.Change {
				part.Findings = append(part.Findings, f)
			}
		}
		if len(part.Findings) > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

// earlierOf is the team in an earlier report, or why nothing can be compared with it.
func earlierOf(now analyze.TeamReport, earlier analyze.Report) (before analyze.TeamReport, reason string) {
	for _, t := range earlier.Teams {
		if !SameTeam(t, now) {
			continue
		}
		then, until, ok := daysOf(t.Window)
		days, end, ok2 := daysOf(now.Window)
		switch {
		case len(t.Errors) > 0:
			return t, "the earlier report could not read this team"
		case !ok || !ok2:
			return t, "a report does not say which days it looked at"
		case until.After(end):
			return t, "the earlier report lies later, until " + date(t.Window.To)
		case math.Abs(then-days) > days/10: // shares of other times are other shares
			return t, fmt.Sprintf("the earlier report looked at %s, and this one at %s", several(int(then), "day"), several(int(days), "day"))
		}
		return t, ""
	}
	return before, "the earlier report has nothing on this team"
}

// SameTeam reports whether two reports are about one team. One of them may have been made
// harmless already.
func SameTeam(a, b analyze.TeamReport) bool {
	return clean(a.Name) == clean(b.Name) && clean(a.Connection) == clean(b.Connection)
}

// daysOf is how many days a period has, and its last.
func daysOf(p analyze.Period) (days float64, last time.Time, ok bool) {
	first, err := time.Parse(time.DateOnly, p.From)
	last, err2 := time.Parse(time.DateOnly, p.To)
	return last.Sub(first).Hours() / 24, last, cmp.Or(err, err2) == nil && !last.Before(first)
}

// changed compares a finding with the same one before, whose zero value is none.
func changed(before, now analyze.Finding) Change {
	was, is := before.Weight(), now.Weight()
	told, tells := was > 0 || before.Status == analyze.OK, is > 0 || now.Status == analyze.OK
	switch {
	case told && tells && was != is && !sameThresholds(before, now):
		return Rejudged
	case !told && is > 0:
		return Told
	case was > 0 && !tells:
		return Silent
	case was == 0 && is > 0:
		return Fresh
	case was > 0 && is == 0:
		return Gone
	case is > was:
		return Worse
	case is < was:
		return Better
	}
	return ""
}

func sameThresholds(a, b analyze.Finding) bool {
	same := func(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
	return same(a.Amber, b.Amber) && same(a.Red, b.Red)
}

// Change is what became of a finding.
func (n News) Change(f analyze.Finding) Change { return n.change[f.Fingerprint] }

// With are the team's findings that changed so, in the order of the catalogue.
func (n News) With(c Change) []analyze.Finding {
	for _, p := range n.Parts {
		if p.Change == c {
			return p.Findings
		}
	}
	return nil
}

// newsPart is some findings that changed in the same way.
type newsPart struct {
	Change   Change
	Findings []analyze.Finding
}

// Count is such as "2 worse".
func (p newsPart) Count() string { return number(len(p.Findings)) + " " + string(p.Change) }
