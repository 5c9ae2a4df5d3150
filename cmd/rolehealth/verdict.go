package main

// This file turns a report into an exit status.

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// levels are the values of --fail-on, from the mildest.
var levels = []string{"never", "watch", "amber", "red"}

// failing says what makes a run end with status 3.
type failing struct {
	limit   int             // place in levels; 0: nothing does
	earlier *analyze.Report // what reports and messages compare with: the baseline, if there is one
	path    string          // of the baseline; empty without one
	known   map[string]int  // by fingerprint, how weighty its findings are
}

// failing reads the options before any work is done for them.
func (o outputOptions) failing() (failing, error) {
	if !slices.Contains(levels, o.failOn) {
		return failing{}, usageErrorf("--fail-on cannot be %q%s; it can be %s", o.failOn, didYouMean(o.failOn, levels), strings.Join(levels, ", "))
	}
	f := failing{limit: slices.Index(levels, o.failOn), known: map[string]int{}}
	if o.baseline == "" {
		return f, nil
	}
	earlier, err := readReport(o.baseline)
	if _, unopened := errors.AsType[*fs.PathError](err); unopened {
		return f, usageErrorf("--baseline: %v; give it an earlier report in JSON", err)
	}
	if err != nil {
		return f, usageErrorf("--baseline %s: %v", o.baseline, err)
	}
	f.earlier, f.path = earlier, o.baseline
	for _, t := range earlier.Teams {
		for _, finding := range t.Checks {
			f.known[finding.Fingerprint] = finding.Weight()
		}
	}
	return f, nil
}

// found gives status 3 for a finding that is weighty enough, more so than it was before,
// and that the team has not answered.
func (f failing) found(r analyze.Report) error {
	for _, t := range r.Teams {
		for _, finding := range t.Checks {
			w := finding.Weight()
			if f.limit > 0 && w >= f.limit && w > f.known[finding.Fingerprint] && finding.Acknowledged == nil {
				return status(exitFound)
			}
		}
	}
	return nil
}

// doubtBaseline says if none of the reported teams can be compared with the baseline:
// it may be the wrong file, and not every format tells.
func (a *app) doubtBaseline(r analyze.Report, f failing) {
	if f.path == "" {
		return
	}
	reason := ""
	for _, b := range (report.Since{Earlier: f.earlier}).Briefs(r) {
		if b.News.Since != "" {
			return
		}
		reason = cmp.Or(reason, b.News.Reason)
	}
	if reason != "" {
		a.tell("--baseline %s: no team of this report can be compared with it: %s", f.path, reason)
	}
}
