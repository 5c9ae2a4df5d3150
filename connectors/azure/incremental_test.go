package azure_test

// These tests hold what a second pull asks for, and that the copy is then the same as
// after a first one.

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

func TestSecondPull(t *testing.T) {
	want := demo(t, "Checkout")
	server := azurefake.New(azurefake.Options{}, want)
	team, held := source("Checkout"), pulls.Store{}

	first := want.PulledAt.AddDate(0, -2, 0)
	server.Until = first
	if _, err := held.Take(t.Context(), connect(t, server.Transport(), first), team, "item"); err != nil {
		t.Fatal(err)
	}
	asked := &pulls.Tally{Next: server.Transport()}
	if fetched, err := held.Take(t.Context(), connect(t, asked, first.Add(time.Hour)), team, "item"); err != nil || len(fetched) > 0 {
		t.Fatalf("nothing changed, and %v came: %v", fetched, err)
	}
	if len(asked.Asked) > 10 {
		t.Errorf("%d requests though nothing changed, want at most 10:\n%q", len(asked.Asked), asked.Asked)
	}

	server.Until = time.Time{}
	asked = &pulls.Tally{Next: server.Transport()}
	now := connect(t, asked, want.PulledAt)
	fetched, err := held.Take(t.Context(), now, team, "item")
	if err != nil {
		t.Fatal(err)
	}
	if n := asked.Matching("/updates"); n > 3 {
		t.Errorf("%d histories were asked for one by one, though the report has them", n)
	}
	if len(fetched) == 0 || len(fetched) >= len(want.Items)*3/4 {
		t.Errorf("%d of %d items came again after two months", len(fetched), len(want.Items))
	}
	got := reread(t, held, now, team)
	same(t, server, want, got)

	anew := pulls.Store{}
	if _, err := anew.Take(t.Context(), connect(t, server.Transport(), want.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	for key, d := range anew {
		if d.Kind != "about" && string(d.Body) != string(held[key].Body) {
			t.Errorf("%s is not what a first pull gives:\n%s", key, cmp.Diff(string(d.Body), string(held[key].Body)))
		}
	}
	if len(anew) != len(held) {
		t.Errorf("%d documents are held, a first pull gives %d", len(held), len(anew))
	}
}

// A work item that did not come whole is asked for again, and the others are not.
func TestUnfinishedItem(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{}, small)
	team, held := source("Checkout"), pulls.Store{}
	if _, err := held.Take(t.Context(), connect(t, server.Transport(), small.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	id := fmt.Sprint(server.ID(small.Items[3]))
	lacking := held["item "+id]
	lacking.Stamp = ""
	held["item "+id] = lacking
	asked := &pulls.Tally{Next: server.Transport()}
	fetched, err := held.Take(t.Context(), connect(t, asked, small.PulledAt), team, "item")
	if err != nil || !slices.Equal(fetched, []string{id}) {
		t.Errorf("%v came again, want %s: %v", fetched, id, err)
	}
	if n := asked.Matching("wiql"); n != 1 {
		t.Errorf("%d queries, want the one of a later pull", n)
	}
}

// An organisation that does not take the watermark any more is read anew.
func TestLostWatermark(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{}, small)
	team, held := source("Checkout"), pulls.Store{}
	if _, err := held.Take(t.Context(), connect(t, server.Transport(), small.PulledAt), team, "item"); err != nil {
		t.Fatal(err)
	}
	forgetful := roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.Contains(strings.ToLower(r.URL.Path), "workitemrevisions") && r.URL.Query().Get("continuationToken") != "" {
			return &http.Response{StatusCode: http.StatusBadRequest, Header: http.Header{"Content-Type": {"application/json"}},
				Body: io.NopCloser(strings.NewReader(`{"message":"The continuation token is not valid."}`))}, nil
		}
		return server.Transport().RoundTrip(r)
	})
	c := connect(t, forgetful, small.PulledAt)
	if _, err := held.Take(t.Context(), c, team, "item"); err != nil {
		t.Fatal(err)
	}
	if got := reread(t, held, c, team); len(got.Items) != len(small.Items) {
		t.Errorf("%d items, want %d", len(got.Items), len(small.Items))
	}
}
