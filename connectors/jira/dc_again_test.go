package jira_test

// These tests hold what a second pull asks of a Data Center.

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

func TestDataCenterAgain(t *testing.T) {
	held := pulls.Store{}
	for at := day(0, 0); at.Before(day(6, 0)); at = at.Add(7 * time.Hour) {
		snap := growing(at)
		server := jirafake.NewDataCenter(snap)
		server.Faults.PageSize = 12
		c := connect(t, server, at)
		if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
			t.Fatal(err)
		}
		got, err := connectors.Read(c.Reader(growingTeam), replayed(held.Documents()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(plainly(snap), plainly(got)); diff != "" {
			t.Fatalf("at %s (-want +got):\n%s", at, diff)
		}
	}
}

func TestDataCenterNothingChangedNothingFetched(t *testing.T) {
	held := pulls.Store{}
	for i := range 3 {
		at := day(6, i)
		wire := &pulls.Tally{Next: jirafake.NewDataCenter(growing(at)).Transport()}
		fetched, err := held.Take(t.Context(), connectVia(t, wire, at), growingTeam, "issue")
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && (len(fetched) > 0 || len(wire.Asked) > 7) {
			t.Errorf("pull %d fetched %v with %d questions:\n%s", i+1, fetched, len(wire.Asked), strings.Join(wire.Asked, "\n"))
		}
	}
}
