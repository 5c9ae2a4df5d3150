package jira_test

// These tests hold what a second pull asks of a Data Center.

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
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
		got := understood(t, c, growingTeam, held.Documents())
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

// Where a site notes when an issue changed by the second, a pull may come between two edits
// of the same time.
func TestTwoEditsInOneSecond(t *testing.T) {
	at := day(3, 0)
	site := func(until time.Time) http.RoundTripper {
		r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Scrum, nil)
		ada := r.Person("acc-ada", "Ada")
		r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-1, 0), End: day(11, 0)})
		it := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Text: &backlog.Text{Title: "Story"}})
		for i, title := range []string{"Good", "Better"} {
			r.Rewrite(at.Add(time.Duration(i)*400*time.Millisecond), ada, it, backlog.TitleField, func(t *backlog.Text) { t.Title = title })
		}
		server := jirafake.NewDataCenter(r.Snapshot(until)).Transport()
		return roundTrip(func(r *http.Request) (*http.Response, error) {
			answer, err := server.RoundTrip(r)
			if err != nil {
				return nil, err
			}
			page, err := io.ReadAll(answer.Body)
			answer.Body = io.NopCloser(bytes.NewReader(bytes.ReplaceAll(page, []byte(":00.400+"), []byte(":00.000+"))))
			answer.Header.Set("Date", at.UTC().Format(http.TimeFormat))
			return answer, err
		})
	}
	held := pulls.Store{}
	for i, until := range []time.Time{at.Add(200 * time.Millisecond), at.Add(time.Second)} {
		c := connectVia(t, site(until), until)
		if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
			t.Fatal(err)
		}
		got := understood(t, c, growingTeam, held.Documents())
		if n := len(got.Items[0].Revisions); n != 2+i {
			t.Errorf("pull %d: %d revisions, want %d", i+1, n, 2+i)
		}
	}
}
