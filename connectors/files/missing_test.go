package files_test

import (
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// What nobody can tell is missing, and its reason is there.
func TestWithoutHistories(t *testing.T) {
	done := object{"id": "5", "name": "Done", "statusCategory": object{"key": "done"}}
	s := read(t, map[string]string{"a.json": text(t, object{"issues": []any{
		story(1, object{"changelog": nil}),
		story(2, object{"changelog": nil, "status": done, "resolutiondate": "2026-03-09T09:00:00.000+0000"}),
		story(3, object{"changelog": nil, "status": done}),
	}})})
	if lacking := backlog.ItemHistory | backlog.RankHistory | backlog.SprintHistory | backlog.Authors; s.Missing&lacking != lacking {
		t.Errorf("missing are %v", s.Missing.Names())
	}
	it := find(t, s, "P-2")
	if end := it.Ending(); end == nil || !end.At.Equal(time.Date(2026, 3, 9, 9, 0, 0, 0, time.UTC)) || end.State.Outcome != backlog.Delivered || end.By != nil {
		t.Errorf("P-2 ended with %+v, want delivered on 9 March by nobody known", end)
	}
	if before := it.First().State; before.Outcome != backlog.Open || before.Status.Category != backlog.UnknownCategory || before.Text.Title != "Story 2" {
		t.Errorf("before its end P-2 was %+v", before)
	}
	if end := find(t, s, "P-3").Ending(); end != nil {
		t.Errorf("nobody knows when P-3 ended, got %v", end.At)
	}
	if !s.TakenAt.Equal(time.Date(2026, 3, 9, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("taken at %v, want the newest moment", s.TakenAt)
	}
}

// A few gaps are told; with many, nothing can be concluded from what is not there.
func TestManyGaps(t *testing.T) {
	for gaps, missing := range map[int]bool{0: false, 2: false, 3: true, 8: true} {
		var issues []any
		for i := range 8 {
			more := object{}
			if i < gaps {
				more["changelog"] = nil
			}
			issues = append(issues, story(i, more))
		}
		s := read(t, map[string]string{"a.json": text(t, issues)})
		if got := s.Missing&backlog.ItemHistory != 0; got != missing || s.Coverage.WithoutRecord != gaps {
			t.Errorf("%d of 8 items without history: missing %v, %+v", gaps, s.Missing.Names(), s.Coverage)
		}
	}
}

// A field that is configured and not there is told, as a tracker's is: what nobody wrote into
// it is nobody's fault.
func TestConfiguredFieldThatIsNotThere(t *testing.T) {
	table := "Issue key,Summary,Issue Type,Status,Created,Custom field (Done when)\nP-1,A,Story,Done,2026-03-01,it works\n"
	for want, c := range map[string]struct{ file, field string }{
		"":                  {table, "Done when"},
		"Done then":         {table, "Done then"},
		"customfield_10300": {text(t, story(1, nil)), "customfield_10300"},
	} {
		s := snapshot(t, folder(t, map[string]string{"a": c.file}), connectors.Source{Fields: connectors.Fields{Criteria: c.field}})
		if warned(s, "The configured field "+want+" is not in the files.") != (want != "") {
			t.Errorf("%q: %q", c.field, s.Coverage.Warnings)
		}
	}
}
