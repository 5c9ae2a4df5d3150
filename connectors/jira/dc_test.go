package jira_test

// These tests hold that a Data Center tells the same as Cloud, in its own way.

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

// plainly writes a Snapshot without what only one kind of Jira can tell: its name, which
// accounts are apps or customers, and logins.
func plainly(s *backlog.Snapshot) []string {
	out := lines(s)
	for i, line := range out {
		out[i] = onlyOneTells.ReplaceAllString(line, "")
	}
	return out
}

var onlyOneTells = regexp.MustCompile(`Tracker:\S+|Login:\S*|App:\S+|Customer:\S+\}`)

func TestDataCenterRoundTrip(t *testing.T) {
	want := example()
	team := connectors.Source{Name: "Checkout", Connection: "acme", Board: "checkout", History: 400 * 24 * time.Hour}
	for name, faults := range map[string]jirafake.Faults{
		"healthy":                     {},
		"small pages that overlap":    {PageSize: 3, Repeat: true},
		"no backlog endpoint":         {Absent: []string{"/backlog"}},
		"slow down, and a cut answer": {Busy: 2, Cut: 2},
		"histories that stop":         {Short: 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := jirafake.NewDataCenter(want)
			server.Faults = faults
			c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
				for _, cloud := range []string{"/rest/api/3/", "/search/jql", "bulkfetch", "/rest/software/", "/changelog"} {
					if strings.Contains(r.URL.Path, cloud) {
						t.Errorf("a Data Center was asked for %s", r.URL.Path)
					}
				}
				return server.Transport().RoundTrip(r)
			}), want.TakenAt)
			got := understood(t, c, team, pull(t, c, team))
			if diff := cmp.Diff(plainly(want), plainly(got)); diff != "" {
				t.Errorf("what came back differs (-want +got):\n%s", diff)
			}
			if got.Team.Tracker != "jira-datacenter" {
				t.Errorf("the tracker is %q", got.Team.Tracker)
			}
		})
	}
}

// What was done before the horizon is left out by either kind of Jira, although only
// Cloud can be asked for that.
func TestHorizon(t *testing.T) {
	want := example()
	for _, days := range []int{1, 5, 30} {
		team := connectors.Source{Name: "Checkout", Connection: "acme", Board: "1", History: time.Duration(days) * 24 * time.Hour}
		got := map[string][]string{}
		for kind, server := range map[string]*jirafake.Server{
			"Cloud": jirafake.New(want), "Data Center": jirafake.NewDataCenter(want), "Cloud that cannot search by status": jirafake.New(want),
		} {
			server.Faults.NoDates = strings.Contains(kind, "cannot")
			c := connect(t, server, want.TakenAt)
			snap := understood(t, c, team, pull(t, c, team))
			if snap.Coverage.Items != snap.Coverage.Expected {
				t.Errorf("%s, %d days: %d items, %d expected", kind, days, snap.Coverage.Items, snap.Coverage.Expected)
			}
			got[kind] = plainly(snap)
		}
		for kind, other := range got {
			if diff := cmp.Diff(got["Cloud"], other); diff != "" {
				t.Errorf("%d days: %s differs (-Cloud +it):\n%s", days, kind, diff)
			}
		}
		if whole := len(plainly(want)); (len(got["Cloud"]) < whole) != (days < 30) {
			t.Errorf("%d days give %d lines of %d", days, len(got["Cloud"]), whole)
		}
	}
}

// A Data Center whose proxy hides what it is, is known by how it names its accounts.
func TestDataCenterThatHides(t *testing.T) {
	want := example()
	server := jirafake.NewDataCenter(want)
	server.Faults.Absent = []string{"/serverInfo"}
	c := connect(t, server, want.TakenAt)
	team := connectors.Source{Name: "Checkout", Connection: "acme", Board: "1", History: 400 * 24 * time.Hour}
	got := understood(t, c, team, pull(t, c, team))
	if diff := cmp.Diff(plainly(want), plainly(got)); diff != "" || got.Team.Tracker != "jira-datacenter" {
		t.Errorf("%s differs (-want +got):\n%s", got.Team.Tracker, diff)
	}
}
