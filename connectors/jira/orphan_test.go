package jira_test

// This test holds what is known of items whose parent was deleted.

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// under is a team with an epic above its items, or with that epic deleted. Jira does not
// count that as a change of the items.
func under(deleted bool) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout", Board: "Checkout"}, backlog.Scrum, nil)
	ada := r.Person("acc-ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-1, 0), End: day(11, 0)})
	var items []*backlog.Item
	for i := range 5 {
		items = append(items, r.Create(day(-9, i), ada, fmt.Sprint("PAY-", i+1), backlog.State{Text: &backlog.Text{Title: "Story"}}))
	}
	epic := r.Create(day(-8, 0), ada, "PAY-9", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	for i, it := range items {
		r.Change(day(-7, i), ada, it, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
	}
	snap := r.Snapshot(day(6, 0))
	if !deleted {
		return snap
	}
	snap.Items = snap.Items[:len(items)] // ids in the fake follow the order of creation
	for _, it := range snap.Items {
		for _, change := range it.Revisions {
			change.State.Parent = nil
		}
	}
	return snap
}

// lenient is a site that does not complain about a search for what is not there.
func lenient(wire http.RoundTripper) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := wire.RoundTrip(r)
		if err == nil && answer.StatusCode == http.StatusBadRequest && strings.Contains(r.URL.Path, "/search") {
			answer.StatusCode, answer.Body = http.StatusOK, body(`{"startAt":0,"maxResults":100,"total":0,"issues":[],"isLast":true}`)
		}
		return answer, err
	})
}

// What stood below a parent that was deleted is fetched again, once.
func TestItemsWhoseParentWasDeleted(t *testing.T) {
	for kind, serve := range map[string]func(*backlog.Snapshot) http.RoundTripper{
		"Cloud":                 func(s *backlog.Snapshot) http.RoundTripper { return jirafake.New(s).Transport() },
		"Data Center":           func(s *backlog.Snapshot) http.RoundTripper { return jirafake.NewDataCenter(s).Transport() },
		"a lenient Data Center": func(s *backlog.Snapshot) http.RoundTripper { return lenient(jirafake.NewDataCenter(s).Transport()) },
	} {
		held := pulls.Store{}
		for i, step := range []struct {
			deleted bool
			fetched int
		}{{false, 6}, {true, 5}, {true, 0}} {
			c := connectVia(t, serve(under(step.deleted)), day(6, i))
			fetched, err := held.Take(t.Context(), c, growingTeam, "issue")
			if err != nil {
				t.Fatal(err)
			}
			if len(fetched) != step.fetched {
				t.Errorf("%s, pull %d fetched %q, want %d of them", kind, i+1, fetched, step.fetched)
			}
			snap := understood(t, c, growingTeam, held.Documents())
			for _, it := range snap.Items {
				if now := it.Now(); step.deleted && (now.Parent != nil || now.Hidden) {
					t.Errorf("%s, pull %d: %s still has a parent", kind, i+1, it.Key)
				}
			}
		}
	}
}
