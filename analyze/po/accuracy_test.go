package po

// This file holds that the measurement is one of these checks.

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

func TestAccuracy(t *testing.T) {
	var a Accuracy
	d := json.NewDecoder(bytes.NewReader(accuracyFile))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		t.Fatal(err)
	}
	for id, rates := range a.Checks {
		if !slices.ContainsFunc(Catalog(), func(c analyze.Check) bool { return c.ID == id }) {
			t.Errorf("%s was measured, and is not in the catalogue", id)
		}
		for _, r := range []Rate{rates.Recall, rates.FalseAlarms, rates.LookAlikes} {
			if r.K < 0 || r.K > r.N {
				t.Errorf("%s: %d of %d", id, r.K, r.N)
			}
		}
	}
	if len(a.Checks) == 0 && a.Date == "" {
		return // nothing was measured
	}
	if _, err := time.Parse(time.DateOnly, a.Date); err != nil || a.Command == "" || a.TeamsPerCondition < 1 || len(a.Checks) == 0 {
		t.Errorf("the measurement of %q with %q over %d teams and %d checks is not whole", a.Date, a.Command, a.TeamsPerCondition, len(a.Checks))
	}
}
