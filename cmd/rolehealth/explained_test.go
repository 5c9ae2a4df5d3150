package main

// This file holds what explain says about every check, measured or not.

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
)

// Every check is explained with a history that shows the pattern and one that is well, and with the
// thresholds that ship they still do.
func TestEveryCheckHasItsExamples(t *testing.T) {
	for n, c := range po.Catalog() {
		shown, _, err := exampled(po.Catalog(), n)
		if err != nil {
			t.Fatal(err)
		}
		bad := analyze.Flag
		if c.Class == analyze.Hint {
			bad = analyze.Watch // a weak hint never flags
		}
		if len(shown) != 2 || shown[0].finding.Status != bad || shown[1].finding.Status != analyze.OK {
			t.Errorf("%s shows %+v", c.ID, shown)
		}
	}
}

func TestAccuracyInWords(t *testing.T) {
	measured := po.Accuracy{Date: "2026-11-20", Command: "measure all", TeamsPerCondition: 200, Checks: map[string]po.Rates{
		"ORD-04": {Recall: po.Rate{K: 196, N: 200}, FalseAlarms: po.Rate{K: 0, N: 400}},
	}}
	for id, want := range map[string][]string{
		"ORD-04": {
			"Measured on 20 Nov 2026 with simulated teams, 200 for each condition.",
			"teams that show the pattern: 196 of 200 (98.0 %; 95 % interval 95.0 to 99.2 %)",
			"healthy teams: 0 of 400 (0.0 %; 95 % interval 0.0 to 1.0 %)",
			"look as if they showed it: not measured", "To repeat it: measure all",
		},
		"ORD-05": {"Not measured yet."},
	} {
		var b strings.Builder
		writeAccuracy(&b, measured, id)
		for _, words := range want {
			if got := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(got, words) {
				t.Errorf("%s: %q is not in %s", id, words, got)
			}
		}
	}
}
