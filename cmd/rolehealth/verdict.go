package main

// This file turns a report into an exit status.

import (
	"os"
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
	earlier *analyze.Report // the baseline; nil without one
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
	file, err := os.Open(o.baseline)
	if err != nil {
		return f, usageErrorf("--baseline: %v; give it an earlier report in JSON", err)
	}
	defer file.Close()
	earlier, err := report.Read(file)
	if err != nil {
		return f, usageErrorf("--baseline %s: %v", o.baseline, err)
	}
	f.earlier = &earlier
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
