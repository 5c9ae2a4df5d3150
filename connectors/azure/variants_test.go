package azure_test

// These tests read teams in ways in which organisations differ, as far as the conformance
// test does not.

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

func TestVariants(t *testing.T) {
	for name, v := range map[string]struct {
		options azurefake.Options
		faults  azurefake.Faults
	}{
		"Basic":         {options: azurefake.Options{Process: azurefake.Basic}},
		"Server 2020":   {options: azurefake.Options{Version: "2020", Base: "example-org"}},
		"short queries": {faults: azurefake.Faults{QueryLimit: 20_000}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := demo(t, "Checkout")
			server := azurefake.New(v.options, want)
			server.Faults = v.faults
			same(t, server, want, read(t, connect(t, server.Transport(), want.PulledAt), source("Checkout")))
		})
	}
}

// A team that is a small part of its project is read item by item.
func TestSmallPart(t *testing.T) {
	want := simulate.Demo()[0].Snapshot // a copy of its own
	small := *want
	small.Team.Name, small.Items = "Small", nil
	for _, it := range want.Items {
		if len(small.Items) < 30 && it.Now().Parent == nil && it.Level() == backlog.BacklogLevel && len(it.Links) == 0 {
			small.Items = append(small.Items, it)
		}
	}
	rest := []*backlog.Snapshot{&small, demo(t, "Search"), demo(t, "Fulfilment"), demo(t, "Returns"), demo(t, "Checkout")}
	server := azurefake.New(azurefake.Options{}, rest...)
	asked := &pulls.Tally{Next: server.Transport()}
	same(t, server, &small, read(t, connect(t, asked, want.PulledAt), source("Small")))
	if n, pages := asked.Matching("/updates"), asked.Matching("reporting/"); n != len(small.Items) || pages > 4 {
		t.Errorf("%d histories were asked for, want %d; and %d pages of reports, want few", n, len(small.Items), pages)
	}
}

// Everything that is in a recycle bin was once open.
func TestDeleted(t *testing.T) {
	want := demo(t, "Checkout")
	gone := want.Items[len(want.Items)-1]
	server := azurefake.New(azurefake.Options{Deleted: []string{gone.Key}}, want)
	got := read(t, connect(t, server.Transport(), want.PulledAt), source("Checkout"))
	for _, it := range got.Items {
		if it.ID == fmt.Sprint(server.ID(gone)) {
			if end := it.Ending(); end == nil || end.State.Outcome != backlog.Discarded || !end.Changed.Has(backlog.OutcomeField) {
				t.Errorf("the deletion is %+v, want an end without delivery", end)
			}
			return
		}
	}
	t.Error("the deleted item is not there")
}

// What was entered in the name of others is nobody's act.
func TestImported(t *testing.T) {
	want := demo(t, "Checkout")
	at := want.PulledAt.AddDate(0, -3, 0)
	server := azurefake.New(azurefake.Options{Imported: at}, want)
	got := read(t, connect(t, server.Transport(), want.PulledAt), source("Checkout"))
	before, after := 0, 0
	for _, it := range got.Items {
		for _, r := range it.Revisions {
			switch {
			case r.At.Before(at) && r.By != nil:
				before++
			case r.At.After(at) && r.By != nil:
				after++
			}
		}
	}
	if before > 0 || after == 0 {
		t.Errorf("%d acts from before the import name somebody, and %d after it", before, after)
	}
	if !strings.Contains(strings.Join(got.Coverage.Warnings, "\n"), "in the name of another") {
		t.Errorf("nobody says so: %q", got.Coverage.Warnings)
	}
}

// Names with blanks and letters of all languages find their way, on all kinds of hosts.
func TestAddresses(t *testing.T) {
	want := few(t)
	want.Team.Name = "Équipe Réception ölå"
	for url, base := range map[string]string{
		"https://dev.azure.com/example-org":                             "example-org",
		"https://dev.azure.com/example-org/":                            "example-org",
		"https://dev.azure.com/example-org/Projekt%20Å/_boards/board":   "example-org",
		"https://azure.acme.example/tfs/Default Collection":             "tfs/Default Collection",
		"https://azure.acme.example/tfs/Default%20Collection/_settings": "tfs/Default Collection",
	} {
		server := azurefake.New(azurefake.Options{Base: base, Project: "Projekt Å"}, want)
		c, err := azure.New(azure.Options{URL: url, Token: "token", Transport: server.Transport(), Now: func() time.Time { return want.PulledAt }})
		if err != nil {
			t.Fatalf("%s: %v", url, err)
		}
		team := source(want.Team.Name)
		team.Project = "Projekt Å"
		got := read(t, c, team)
		if len(got.Items) != len(want.Items) {
			t.Errorf("%s: %d items, want %d", url, len(got.Items), len(want.Items))
		}
	}
	asked := ""
	c, err := azure.New(azure.Options{URL: "https://contoso.visualstudio.com/DefaultCollection/Billing", Token: "token", Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
		asked = r.URL.String()
		return nil, fmt.Errorf("no network")
	})})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	for range c.Pull(t.Context(), source("x"), nil) {
	}
	if asked != "https://contoso.visualstudio.com/_apis" {
		t.Errorf("asked %s", asked)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Of a work item whose history Azure refuses, the present is known, and it is said.
func TestHistoryRefused(t *testing.T) {
	small := few(t)
	server := azurefake.New(azurefake.Options{}, small)
	server.Faults.Absent = []string{"reporting/workitemrevisions"}
	server.Faults.Long = 4
	got := read(t, connect(t, server.Transport(), small.PulledAt), source("Checkout"))
	if got.Coverage.WithoutRecord == 0 || got.Coverage.WithoutRecord == len(got.Items) || len(got.Items) != len(small.Items) {
		t.Errorf("%d of %d items have no record", got.Coverage.WithoutRecord, len(got.Items))
	}
	if !strings.Contains(strings.Join(got.Coverage.Warnings, "\n"), "histories did not come whole") {
		t.Errorf("nobody says so: %q", got.Coverage.Warnings)
	}
}

// silent is an organisation whose report of revisions does not tell what was said.
func silent(server *azurefake.Server) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.Body != nil {
			raw, err := io.ReadAll(r.Body)
			if err != nil {
				return nil, err
			}
			asked := strings.Replace(string(raw), `,"System.History"`, "", 1)
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(asked)), int64(len(asked))
		}
		return server.Transport().RoundTrip(r)
	})
}

// Comments come with the revisions, or are asked for where they do not.
func TestComments(t *testing.T) {
	want := demo(t, "Checkout")
	server := azurefake.New(azurefake.Options{}, want)
	inside := &pulls.Tally{Next: server.Transport()}
	same(t, server, want, read(t, connect(t, inside, want.PulledAt), source("Checkout")))
	if n := inside.Matching("/comments"); n > 0 {
		t.Errorf("comments were asked for %d times, though the report has them", n)
	}
	apart := &pulls.Tally{Next: silent(server)}
	same(t, server, want, read(t, connect(t, apart, want.PulledAt), source("Checkout")))
	if apart.Matching("/comments") == 0 {
		t.Error("comments were not asked for, though the report does not have them")
	}
	server.Faults.Absent = []string{"/comments"}
	got := read(t, connect(t, silent(server), want.PulledAt), source("Checkout"))
	if got.Missing&backlog.Comments == 0 || !strings.Contains(strings.Join(got.Coverage.Warnings, "\n"), "comments did not come") {
		t.Errorf("missing %q, warnings %q", got.Missing.Names(), got.Coverage.Warnings)
	}
}

// A configured field may be one that tells something else as well; and what it tells comes
// with the next pull after it was configured.
func TestOneFieldForTwoEnds(t *testing.T) {
	want := demo(t, "Checkout")
	server := azurefake.New(azurefake.Options{}, want)
	c := connect(t, server.Transport(), want.PulledAt)
	for _, absent := range [][]string{nil, {"reporting/workitemrevisions"}} {
		server.Faults.Absent = absent
		team, held := source("Checkout"), pulls.Store{}
		take := func() *backlog.Snapshot {
			if _, err := held.Take(t.Context(), c, team, "item"); err != nil {
				t.Fatal(err)
			}
			return reread(t, held, c, team)
		}
		team.Fields.Customer, team.Fields.Criteria = "", "System.Description"
		before := take()
		team.Fields.Customer = "System.Tags"
		tagged, written := 0, 0
		for i, it := range take().Items {
			now, was := it.Now(), before.Items[i].Now()
			tagged += len(now.Labels)
			if !slices.Equal(now.Labels, was.Labels) || !slices.Equal(now.Customers, was.Labels) {
				t.Errorf("%s has the tags %q, and is for %q; want %q for both", it.ID, now.Labels, now.Customers, was.Labels)
			}
			written += len(now.Text.Description)
			if now.Text.Criteria != now.Text.Description {
				t.Errorf("%s has the description %q and the criteria %q, want the same", it.ID, now.Text.Description, now.Text.Criteria)
			}
		}
		if tagged == 0 || written == 0 {
			t.Errorf("%d tags and %d letters of descriptions came", tagged, written)
		}
	}
}

// A question has a longest length, and the areas of a team have none.
func TestManyAreas(t *testing.T) {
	want := few(t)
	server := azurefake.New(azurefake.Options{}, want)
	longest := 0
	got := read(t, connect(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.Contains(r.URL.Path, "/wiql") {
			longest = max(longest, int(r.ContentLength))
		}
		answer, err := server.Transport().RoundTrip(r)
		if err != nil || !strings.Contains(r.URL.Path, "/teamfieldvalues") {
			return answer, err
		}
		raw, err := io.ReadAll(answer.Body)
		var more strings.Builder
		for n := range 700 {
			fmt.Fprintf(&more, `{"value":"Fabrikam Fiber\\An area with a name of some length %d","includeChildren":true},`, n)
		}
		answer.Body = io.NopCloser(strings.NewReader(strings.Replace(string(raw), `"values":[`, `"values":[`+more.String(), 1)))
		return answer, err
	}), want.PulledAt), source("Checkout"))
	if len(got.Items) != len(want.Items) || longest == 0 || longest > 32_000 {
		t.Errorf("%d items by questions of up to %d bytes, want %d by up to 32000", len(got.Items), longest, len(want.Items))
	}
}
