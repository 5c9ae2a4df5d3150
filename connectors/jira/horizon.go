package jira

// This file leaves out what ended before the horizon. Some sites cannot be asked for
// exactly what was open since, but only for what was edited since, which brings in old
// items that somebody commented on.

import (
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// horizon is the day that searches name for a moment. Jira reads dates in the zone of
// the account: a day more is never one too few.
func horizon(since time.Time) time.Time {
	return since.UTC().AddDate(0, 0, -1).Truncate(24 * time.Hour)
}

// doneThroughout reports whether the issue was done at the horizon and never since was
// anything else, by Jira's own categories of its statuses.
func (p *pull) doneThroughout(d *detailed) bool {
	from := horizon(p.about.Since)
	var now status
	var created stamp
	if decode(d.fields.of("status"), &now) != nil || !p.done[string(now.ID)] || !d.recorded ||
		decode(d.fields.of("created"), &created) != nil || !created.Before(from) {
		return false
	}
	histories, err := p.thrift.log(d.log)
	if err != nil {
		return false
	}
	for _, h := range histories {
		for _, c := range h.Items {
			if !h.Created.Time().Before(from) && p.fields.kind(c) == backlog.StatusField && !(p.done[string(c.From)] && p.done[string(c.To)]) {
				return false
			}
		}
	}
	return true
}

// doneStatuses lists the statuses of Jira's category done, by id.
func doneStatuses(all []status) map[string]bool {
	done := map[string]bool{}
	for _, s := range all {
		done[string(s.ID)] = s.StatusCategory.Key == "done"
	}
	return done
}
