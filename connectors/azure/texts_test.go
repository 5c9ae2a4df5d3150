package azure_test

// These tests read teams of organisations whose reports have no long texts.

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// bare is an organisation whose reports have no long texts.
func bare(server *azurefake.Server) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		query := r.URL.Query()
		query.Del("$expand")
		r.URL.RawQuery = query.Encode()
		return server.Transport().RoundTrip(r)
	})
}

// Where the report of revisions leaves out long texts, they are taken as they are now.
func TestTextsApart(t *testing.T) {
	want := demo(t, "Checkout")
	server := azurefake.New(azurefake.Options{}, want)
	asked := &pulls.Tally{Next: bare(server)}
	got := read(t, connect(t, asked, want.PulledAt), source("Checkout"))
	texts := func(s *backlog.Snapshot) (n int) {
		for _, it := range s.Items {
			n += len(it.Now().Text.Description) + len(it.Now().Text.Criteria)
		}
		return n
	}
	if texts(got) != texts(want) {
		t.Errorf("%d letters came, want %d", texts(got), texts(want))
	}
	if n := asked.Matching("workItemsBatch"); n != 2 {
		t.Errorf("%d pages of work items were asked for, want 2 for %d of them", n, len(want.Items))
	}
	if !strings.Contains(strings.Join(got.Coverage.Warnings, "\n"), "history of descriptions") {
		t.Errorf("nobody says so: %q", got.Coverage.Warnings)
	}
}

// Where texts cannot be had at all, that is said: nobody may take it for not written.
func TestTextsRefused(t *testing.T) {
	want := few(t)
	server := azurefake.New(azurefake.Options{}, want)
	server.Faults.Absent = []string{"workitemsbatch"}
	got := read(t, connect(t, bare(server), want.PulledAt), source("Checkout"))
	if all := strings.Join(got.Coverage.Warnings, "\n"); len(got.Items) != len(want.Items) || !strings.Contains(all, "Descriptions and acceptance criteria may not be read") {
		t.Errorf("%d items, want %d; warnings:\n%s", len(got.Items), len(want.Items), all)
	}
}

// The first page of work items may be without any text, and the next is not.
func TestTextsThatBeginLate(t *testing.T) {
	want := simulate.Demo()[0].Snapshot // a copy of its own
	for i, it := range want.Items[:250] {
		for j := range it.Revisions {
			state := *it.Revisions[j].State
			state.Text = &backlog.Text{Title: fmt.Sprint("untold ", i)}
			it.Revisions[j].State = &state
		}
	}
	server := azurefake.New(azurefake.Options{}, want)
	got := read(t, connect(t, bare(server), want.PulledAt), source(want.Team.Name))
	last := len(want.Items) - 1
	if said := want.Items[last].Now().Text.Description; said == "" || got.Items[last].Now().Text.Description != said {
		t.Errorf("the last description is %q, want %q", got.Items[last].Now().Text.Description, said)
	}
}
