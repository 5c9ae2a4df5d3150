package main

// This file turns a report into an exit status.

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
)

// levels are the values of --fail-on, from the mildest.
var levels = []string{"never", "watch", "amber", "red"}

// found gives status 3 if a finding is at least what --fail-on says.
func found(r analyze.Report, failOn string) error {
	limit := slices.Index(levels, failOn)
	for _, t := range r.Teams {
		for _, f := range t.Checks {
			if limit > 0 && weight(f) >= limit {
				return status(exitFound)
			}
		}
	}
	return nil
}

// weight is the finding's place in levels.
func weight(f analyze.Finding) int {
	switch {
	case f.Status == analyze.Watch:
		return 1
	case f.Status == analyze.Flag && f.Level == analyze.Red:
		return 3
	case f.Status == analyze.Flag:
		return 2
	}
	return 0
}
