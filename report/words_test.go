package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
)

func TestNumber(t *testing.T) {
	for in, want := range map[int]string{0: "0", 999: "999", 5310: "5,310", 1234567: "1,234,567", -1234: "-1,234", -999: "-999"} {
		if got := number(in); got != want {
			t.Errorf("number(%d) = %s, want %s", in, got, want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for in, want := range map[analyze.Period]string{
		{From: "2026-05-24", To: "2026-11-20"}: "24 May – 20 Nov 2026",
		{From: "2025-12-24", To: "2026-01-20"}: "24 Dec 2025 – 20 Jan 2026",
		{From: "2026-01-20", To: "2026-01-20"}: "20 Jan 2026",
		{From: "soon", To: "2026-01-20"}:       "soon – 2026-01-20",
		{}:                                     "",
	} {
		if got := period(in); got != want {
			t.Errorf("period(%v) = %q, want %q", in, got, want)
		}
	}
}

func TestCompletenessIsLoud(t *testing.T) {
	for want, c := range map[string]analyze.Coverage{
		"complete: 412 of 412 items, 5,310 changes":                            {Items: 412, ItemsExpected: 412, Changes: 5310},
		"incomplete: 400 of 412 items, 1 change":                               {Items: 400, ItemsExpected: 412, Changes: 1},
		"412 of 412 items, with 1 warning, 0 changes":                          {Items: 412, ItemsExpected: 412, Warnings: []string{"x"}},
		"incomplete: 1 of 1 item, 2 changes; the history of 1 item is missing": {Items: 1, ItemsExpected: 1, Changes: 2, ItemsWithoutHistory: 1},
		"12 items (the tracker names no total to compare with), 0 changes":     {Items: 12},
		"13 items (the tracker counted 12), 0 changes":                         {Items: 13, ItemsExpected: 12},
		"nothing was read": {},
	} {
		if got := completeness(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDoubtNamesTheBoundThatDecided(t *testing.T) {
	for _, c := range []struct {
		status    analyze.Status
		direction string
		want      string
	}{
		{analyze.Flag, "high", "at least 60 %"},
		{analyze.OK, "high", "at most 79 %"},
		{analyze.Flag, "low", "at most 79 %"},
		{analyze.OK, "low", "at least 60 %"},
	} {
		f := passThrough()
		f.Status, f.Direction = c.status, c.direction
		if got := doubt(f); got != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.status, c.direction, got, c.want)
		}
	}
}

func TestOwner(t *testing.T) {
	po := func(person, source, confidence, from, to string) analyze.Role {
		return analyze.Role{Person: person, Role: "product_owner", Source: source, Confidence: confidence, From: from, To: to}
	}
	for _, c := range []struct {
		roles []analyze.Role
		want  string
	}{
		{nil, "nobody is recognisable as Product Owner"},
		{[]analyze.Role{po("PO-1", "configured", "high", "", "")}, "PO-1 is the Product Owner (configured)"},
		{
			[]analyze.Role{po("PO-1", "inferred", "medium", "", "2026-08-03"), po("PO-2", "inferred", "high", "2026-08-04", "")},
			"PO-1 (inferred, medium confidence, until 3 Aug 2026), PO-2 (inferred, high confidence, since 4 Aug 2026) act as Product Owner",
		},
	} {
		if got := owner(c.roles); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestSubject(t *testing.T) {
	for item, want := range map[string]string{
		"PAY-1":                    "PAY-1",
		"2026-05-29 to 2026-06-12": "29 May – 12 Jun 2026",
		"2026-05-29 to the end":    "2026-05-29 to the end",
		"from A to B":              "from A to B",
		"":                         "",
	} {
		if got := subject(analyze.Evidence{Item: item}); got != want {
			t.Errorf("%q is told as %q, want %q", item, got, want)
		}
	}
}

// A second threshold that cannot be passed, or is the first once more, is not drawn either.
func TestThresholdsThatTellNothingAreNotDrawn(t *testing.T) {
	for _, c := range []struct {
		amber, red float64
		direction  string
		strong     bool
	}{
		{0.5, 0.75, "high", true}, {0.5, 0.5, "high", false}, {0.05, 0.02, "low", true}, {0.05, 0, "low", false},
	} {
		f := analyze.Finding{Amber: new(c.amber), Red: new(c.red), Direction: c.direction}
		if stretches := zones(f, 1, 0, 100); (len(stretches) == 2) != c.strong {
			t.Errorf("from %v and %v: %+v", c.amber, c.red, stretches)
		}
		labels := ticks(f, func(share float64) float64 { return 100 * share }, "100 %")
		if !c.strong && slices.ContainsFunc(labels, func(l tick) bool { return strings.Contains(l.Label, "/") }) {
			t.Errorf("from %v and %v: labelled %+v", c.amber, c.red, labels)
		}
	}
}
