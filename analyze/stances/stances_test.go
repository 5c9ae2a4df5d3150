package stances

// This file holds what the ledger makes of whole teams.

import (
	"slices"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// Where nobody is known to fill the role, nothing is said about how it is filled.
func TestNobodyFillsTheRole(t *testing.T) {
	p := passOf(t, "nobody is the product owner · Ada is a stakeholder"+sprints+"  has 6 stories\n  day 3: Dana requests 2 stories\n  day 5: Ada declines the newest 2 items: \"This would help one shop only.\"")
	for _, s := range Ledger(p, nil) {
		if s.Kind != organisation && (len(s.For)+len(s.Against) > 0 || !strings.Contains(s.Unassessed[0], "Product Owner is not known") && s.ID != "subject-matter-expert") {
			t.Errorf("got %+v", s)
		}
	}
}

// The least sure of those who held the role decides, and a role that changed hands is
// never sure.
func TestSurety(t *testing.T) {
	const stories = "\n  has 6 stories"
	for _, c := range []struct {
		name, history string
		want          roles.Confidence
	}{
		{"one all along", sprints + stories, roles.High},
		{"changed hands", "Ada is the product owner until 2026-01-20\nGus is the product owner from 2026-01-21" + sprints + stories, roles.Medium},
		{"before the window", "Ada is the product owner until 2025-03-01\nGus is the product owner from 2025-03-02" + sprints + stories + "\n  day 2: Gus moves 1 item up", roles.High},
		{"nobody", "nobody is the product owner · Ada is a stakeholder" + sprints + stories, ""},
	} {
		if got := surety(passOf(t, c.history)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The made-up teams show what they were made to show.
func TestDemoTeams(t *testing.T) {
	want := map[string]map[string]string{
		"Checkout":   {"clerk": "no", "proxy": "no", "committee": "no", "decision-maker": "some or clear"},
		"Search":     {"clerk": "some or clear", "committee": "no", "decision-maker": "no or little"},
		"Fulfilment": {"committee": "some or clear or little", "clerk": "no"},
		"Returns":    {"clerk": "no", "proxy": "no", "committee": "no"},
	}
	for _, team := range simulate.Demo() {
		o := analyze.Options{Declared: team.Declared, Roles: team.Roles, Stances: Ledger}
		report := analyze.Analyze(team.Snapshot, po.Catalog(), o)
		for _, s := range report.Stances {
			if expect := want[report.Name][s.ID]; expect != "" && !slices.Contains(strings.Split(expect, " or "), s.Signs) {
				t.Errorf("%s: %s signs of %s, want %s: %+v", report.Name, s.Signs, s.ID, expect, s)
			}
		}
		if len(report.Stances) != len(standard().Stances) {
			t.Errorf("%s: %d stances", report.Name, len(report.Stances))
		}
	}
}
