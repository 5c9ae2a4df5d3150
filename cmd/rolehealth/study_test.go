package main

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// Looking back takes time, and is done for those alone who will read of it.
func TestLookBackForReadersOnly(t *testing.T) {
	for want, all := range map[bool][][]string{
		false: {nil, {"text"}, {"junit=x.xml"}, {"text", "junit=x.xml"}},
		true:  {{"json"}, {"html=x.html"}, {"markdown=-"}, {"csv"}, {"text", "html=x.html"}},
	} {
		for _, formats := range all {
			out, err := (&app{}).plan(outputOptions{formats: formats, failOn: "never"})
			if err != nil || out.lookBack != want {
				t.Errorf("%q looks back: %v (%v), want %v", formats, out.lookBack, err, want)
			}
		}
	}
}

func TestLateBegin(t *testing.T) {
	since := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	for days, want := range map[int][]string{
		200: nil,
		180: nil,
		90:  {"The pulled history begins on 2 Mar 2026, within the window: what ended before is missing."},
		-90: {"The pulled history begins on 2 Mar 2026, after the window: what ended before is missing."},
	} {
		s := &backlog.Snapshot{Since: since, TakenAt: since.AddDate(0, 0, days)}
		if diff := cmp.Diff(want, lateBegin(s, 180*24*time.Hour)); diff != "" {
			t.Errorf("%d days after the beginning: %s", days, diff)
		}
	}
}

// Those who may not know names are told the same of earlier moments, and of no one else.
func TestNamesChangeNothingEarlier(t *testing.T) {
	made := simulate.Demo()[1]
	all := (&app{}).studies(nil, []team{demoTeam(made, 1)}, studyOptions{names: true, lookBack: true})
	all.veil()
	if err := all.study(t.Context(), 0, made.Snapshot); err != nil {
		t.Fatal(err)
	}
	named, veiled := all.of([]int{0}, true), all.of([]int{0}, false)
	if diff := cmp.Diff(earlierOf(t, named), earlierOf(t, veiled)); diff != "" {
		t.Error(diff)
	}
	if named.Teams[0].Roles[0].Person == veiled.Teams[0].Roles[0].Person {
		t.Errorf("%s is no pseudonym", veiled.Teams[0].Roles[0].Person)
	}
}

func earlierOf(t *testing.T, r analyze.Report) string {
	t.Helper()
	var all [][]analyze.Earlier
	for _, f := range r.Teams[0].Checks {
		if len(f.Earlier) == 0 {
			t.Fatalf("%s looks back at nothing", f.ID)
		}
		all = append(all, f.Earlier)
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
