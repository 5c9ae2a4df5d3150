package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
)

// tenDays is a team with nothing to show, in a period of ten days.
func tenDays() analyze.TeamReport {
	return analyze.TeamReport{Window: analyze.Period{From: "2026-03-01", To: "2026-03-10"}}
}

func TestStripStandsWhereTheDaysAre(t *testing.T) {
	team := tenDays()
	team.Sprints = []analyze.Sprint{
		{Name: "Team 7", From: "2026-02-20", To: "2026-03-02", Goal: new(true)}, {Name: "Team 8", From: "2026-03-03", To: "2026-03-06", Goal: new(false)},
		{Name: "Team 9", From: "2026-03-07"}, {Name: "long ago", From: "2026-01-01", To: "2026-01-09"}, {Name: "broken", From: "soon"},
	}
	team.Gaps = []analyze.Period{{From: "2026-03-02", To: "2026-03-04"}}
	p := newPeriod(team)
	var got []string
	for _, b := range p.Sprints {
		got = append(got, strings.Join([]string{b.Label, b.Days, percent(b.At / 100), percent(b.Span / 100)}, ", "))
	}
	want := []string{"7, 20 Feb – 2 Mar 2026, 0 %, 20 %", "8, 3 Mar – 6 Mar 2026, 20 %, 40 %", "9, 7 Mar 2026, still running, 60 %, 40 %"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if g := p.Gaps[0]; g.At != 10 || g.Span != 30 {
		t.Errorf("the gap is at %v for %v", g.At, g.Span)
	}
	if p.Sprints[0].Lacks() || !p.Sprints[1].Lacks() || p.Sprints[2].Lacks() {
		t.Error("only a Sprint that is known to have no goal lacks one")
	}
	if p.Claim != "The period: 3 Sprints and 1 gap" || !strings.Contains(p.Alt, "1 Mar – 10 Mar 2026") || !strings.Contains(p.Caption, "nothing was recorded, 2 Mar – 4 Mar 2026.") {
		t.Errorf("%s; %s; %s", p.Claim, p.Caption, p.Alt)
	}
}

func TestNothingToShowNoStrip(t *testing.T) {
	unread, odd, past := failed(), sampleTeam("Odd"), tenDays()
	odd.Window = analyze.Period{From: "2026-11-20", To: "2026-05-24"}
	past.Sprints = []analyze.Sprint{{Name: "1", From: "2025-01-01", To: "2025-01-14"}}
	for name, team := range map[string]analyze.TeamReport{"a flow": tenDays(), "unread": unread, "a period that ends first": odd, "all before": past} {
		if newPeriod(team) != nil || strings.Contains(render(t, HTML, sampleOf(team)), "The period") {
			t.Errorf("%s: there is a strip", name)
		}
	}
	flow := tenDays()
	flow.Gaps = []analyze.Period{{From: "2026-03-02", To: "2026-03-04"}}
	if page := render(t, HTML, sampleOf(flow)); strings.Contains(page, "Sprint Goal") {
		t.Error("a flow is told of Sprint Goals")
	}
	goalless := sampleTeam("Goalless")
	for i := range goalless.Sprints {
		goalless.Sprints[i].Goal = new(false)
	}
	if p := newPeriod(goalless); p.Goals || strings.Contains(p.Caption, "hollow") {
		t.Error("where no Sprint has a goal, they are kept elsewhere, and none is drawn as lacking")
	}
}

func TestManySprintsStayLegible(t *testing.T) {
	for _, c := range []struct{ sprints, days, labels int }{{12, 14, 12}, {26, 7, 13}, {60, 3, 18}, {110, 3, 12}} {
		team := sampleTeam("Busy")
		team.Sprints = sampleSprints(c.sprints, c.days)
		labels := 0
		for _, b := range newPeriod(team).Sprints {
			if b.Label != "" {
				labels++
			}
		}
		if labels != c.labels {
			t.Errorf("%d Sprints have %d labels, want %d", c.sprints, labels, c.labels)
		}
	}
}

func TestOverlappingSprintsLieInLanes(t *testing.T) {
	team := sampleTeam("Two boards")
	team.Sprints = nil
	for range 6 {
		team.Sprints = append(team.Sprints, analyze.Sprint{Name: "Sprint 1", From: "2026-08-03", To: "2026-08-14"})
	}
	team.Sprints = append(team.Sprints, analyze.Sprint{Name: "Sprint 2", From: "2026-08-14"})
	p := newPeriod(team)
	var lanes []int
	for _, b := range p.Sprints {
		lanes = append(lanes, b.Lane)
		if b.Label != "" {
			t.Errorf("%s is labelled among others", b.Name)
		}
	}
	if want := []int{0, 1, 2, 3, 3, 3, 0}; !slices.Equal(lanes, want) {
		t.Errorf("lanes %v, want %v", lanes, want)
	}
}

func TestTurnsOfRoles(t *testing.T) {
	po := func(person, source, from, to string) analyze.Role {
		return analyze.Role{Person: person, Role: "product_owner", Source: source, From: from, To: to}
	}
	for name, c := range map[string]struct {
		roles []analyze.Role
		want  []string
	}{
		"nothing changes":      {[]analyze.Role{po("PO-1", "configured", "2026-01-01", "")}, nil},
		"before, and after":    {[]analyze.Role{po("PO-1", "configured", "2026-03-01", "2026-03-10"), po("PO-2", "configured", "", "2026-02-28")}, nil},
		"a handover":           {[]analyze.Role{po("PO-1", "configured", "2026-03-05", ""), po("PO-2", "configured", "", "2026-03-04")}, []string{"PO-2 → PO-1: Product Owner: PO-1 after PO-2, from 5 Mar 2026"}},
		"one begins":           {[]analyze.Role{po("PO-1", "configured", "2026-03-05", "")}, []string{"→ PO-1: Product Owner: PO-1 from 5 Mar 2026"}},
		"one goes":             {[]analyze.Role{po("PO-1", "configured", "", "2026-03-05")}, []string{"PO-1 →: Product Owner: PO-1 until 5 Mar 2026"}},
		"with days in between": {[]analyze.Role{po("PO-1", "configured", "2026-03-08", ""), po("PO-2", "configured", "", "2026-03-02")}, []string{"PO-2 →: Product Owner: PO-2 until 2 Mar 2026", "→ PO-1: Product Owner: PO-1 from 8 Mar 2026"}},
		"inferred":             {[]analyze.Role{po("PO-1", "inferred", "2026-03-05", ""), po("PO-2", "configured", "", "2026-03-05")}, []string{"PO-2 → PO-1: Product Owner: PO-1 after PO-2, from about 5 Mar 2026 (inferred, from periods of 90 days)"}},
		"the same goes on":     {[]analyze.Role{po("PO-1", "configured", "2026-03-05", ""), po("PO-1", "configured", "", "2026-03-04")}, nil},
		"nobody's business":    {[]analyze.Role{{Person: "DEV-1", Role: "developer", From: "2026-03-05"}, {Person: "STK-1", Role: "stakeholder", To: "2026-03-05"}}, nil},
	} {
		team := tenDays()
		team.Roles = c.roles
		line, _ := newTimeline(team.Window)
		var got []string
		for _, turn := range turnsOf(team, line) {
			got = append(got, strings.TrimSpace(turn.Label)+": "+turn.Words)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Labels of turns that are close would lie on each other; the Product Owner's stays.
func TestTurnsCloseToEachOther(t *testing.T) {
	team := tenDays()
	team.Roles = []analyze.Role{
		{Person: "PO-1", Role: "product_owner", From: "2026-03-06"}, {Person: "SM-1", Role: "scrum_master", From: "2026-03-04"}, {Person: "SM-2", Role: "scrum_master", From: "2026-03-10"},
	}
	var got []string
	for _, turn := range newPeriod(team).Turns {
		got = append(got, strings.TrimSpace(turn.Label)+" "+turn.Anchor)
	}
	if want := []string{" ", "→ PO-1 middle", "→ SM-2 end"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
