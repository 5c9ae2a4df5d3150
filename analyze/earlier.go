package analyze

// This file looks back: what the same checks would have said at earlier moments, by the same
// thresholds and the history alone. Roles are those of that moment.

import (
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// daysBack are the distances of the earlier moments, the furthest first. A window of 180
// days shares half of its days with its neighbour.
var daysBack = []int{180, 90}

// lookBack gives the findings what their checks said before, as far as the pulled history
// and the time in which the team has been at work hold a whole window.
func lookBack(snap *backlog.Snapshot, working time.Time, checks []Check, o Options, findings []Finding) {
	for _, days := range daysBack {
		at := snap.TakenAt.In(snap.Calendar.Location()).AddDate(0, 0, -days)
		if from := at.Add(-o.Window); from.Before(snap.Since) || from.Before(working) {
			continue
		}
		then := snap.AsOf(at)
		facts := o.facts(then)
		if o.from(then).Before(facts.Working()) { // an import, seen only from there
			continue
		}
		hidden := then.Undated | then.Missing&^snap.Missing
		for i, r := range examine(then, facts, checks, o).results {
			findings[i].Earlier = append(findings[i].Earlier, r.earlier(hidden))
		}
	}
}

// earlier is the result as one of an earlier moment, at which some aspects that can be
// seen now are hidden, or told only as they are now.
func (r *result) earlier(hidden backlog.Aspects) Earlier {
	v := r.verdict
	e := Earlier{AsOf: r.pass.Calendar.Date(r.pass.TakenAt), Status: v.status}
	switch {
	case !v.status.Judged():
	case (r.check.Needs|r.check.Reads)&hidden != 0:
		e.Status = NotAssessable
	default:
		e.Level, e.K, e.N = v.level, v.k, v.n
		e.Estimate, e.Low, e.High = known(v.estimate), known(v.low), known(v.high)
	}
	return e
}
