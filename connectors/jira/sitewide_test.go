package jira_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// What a site says of itself is asked for once by the teams of a run, and again by what comes
// much later; what a board says, by every team.
func TestTheSiteIsAskedOnce(t *testing.T) {
	snap := growing(day(6, 0))
	for kind, server := range map[string]*jirafake.Server{"Cloud": jirafake.New(snap), "Data Center": jirafake.NewDataCenter(snap)} {
		wire := &pulls.Tally{Next: server.Transport()}
		now := day(6, 0)
		c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "none", Transport: wire, Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		first := pull(t, c, growingTeam)
		now = now.Add(time.Minute)
		second := pull(t, c, growingTeam)
		for _, path := range []string{"/serverInfo", "/myself", "/2/field", "/2/status", "/2/issuetype", "/2/priority", "/2/resolution"} {
			if n := wire.Matching(path); n != 1 {
				t.Errorf("%s: two teams asked %d times for %s, want once", kind, n, path)
			}
		}
		if n := wire.Matching("/board/1/configuration"); n != 2 {
			t.Errorf("%s: two teams asked %d times what their board is, want twice", kind, n)
		}
		now = now.Add(time.Hour)
		third := pull(t, c, growingTeam)
		if n := wire.Matching("/myself"); n != 2 {
			t.Errorf("%s: an hour later, who is signed in was asked for %d times, want twice", kind, n)
		}
		for i, later := range [][]string{documentsOf(second), documentsOf(third)} {
			if diff := cmp.Diff(documentsOf(first), later); diff != "" {
				t.Errorf("%s: pull %d tells something else than the first (-first +later):\n%s", kind, i+2, diff)
			}
		}
	}
}

// documentsOf are the documents without those that tell when they were pulled.
func documentsOf(docs []connectors.Document) (said []string) {
	for _, d := range docs {
		if d.Kind != "about" && d.Kind != "begun" {
			said = append(said, d.Kind+" "+d.ID+" "+string(d.Body))
		}
	}
	slices.Sort(said)
	return said
}
