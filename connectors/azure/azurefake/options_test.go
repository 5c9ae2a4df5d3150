package azurefake_test

// These tests hold what the fake is told to be, or to do wrong.

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
)

// everything is the report of revisions as one page.
func everything(t *testing.T, server *azurefake.Server, body string) report {
	t.Helper()
	return ask[report](t, server, "POST", project+"_apis/wit/reporting/workitemrevisions?$expand=fields", body, 200)
}

func TestThePresentMoves(t *testing.T) {
	server := azurefake.New(azurefake.Options{}, example())
	all := everything(t, server, `{}`)
	server.Until = day(0, 0)
	early := everything(t, server, `{}`)
	if n := len(early.Values); n == 0 || n >= len(all.Values) {
		t.Fatalf("%d revisions of %d had happened", n, len(all.Values))
	}
	server.Until = time.Time{}
	late := ask[report](t, server, "POST", project+"_apis/wit/reporting/workitemrevisions?$expand=fields&continuationToken="+early.ContinuationToken, `{}`, 200)
	if got := len(early.Values) + len(late.Values); got != len(all.Values) {
		t.Errorf("%d revisions before and after, want %d", got, len(all.Values))
	}
}

func TestRenumberingKeepsTheOrder(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	for i := range 8 {
		it := r.Create(day(i, 0), ada, fmt.Sprintf("PAY-%d", i), backlog.State{Text: &backlog.Text{Title: "Refund"}})
		r.Rank(day(10, i), ada, it, 1, 0)
	}
	snap := r.Snapshot(day(40, 0))
	server := azurefake.New(azurefake.Options{Renumbered: []time.Time{day(20, 0)}}, snap)
	before, after := map[int]float64{}, map[int]float64{}
	var order []int
	for _, v := range everything(t, server, `{}`).Values {
		place, _ := v.Fields["Microsoft.VSTS.Common.BacklogPriority"].(float64)
		if at := v.Fields["System.ChangedDate"].(string); at < "2026-03-22" {
			before[v.ID] = place
		} else {
			after[v.ID] = place
			order = append(order, v.ID)
		}
	}
	if len(after) != 8 {
		t.Fatalf("%d items got another number, want 8", len(after))
	}
	for _, a := range order {
		for _, b := range order {
			if before[a] == after[a] || (before[a] < before[b]) != (after[a] < after[b]) {
				t.Errorf("%d and %d stood at %v and %v, and now at %v and %v", a, b, before[a], before[b], after[a], after[b])
			}
		}
	}
}

func TestDeletedAndUnreadable(t *testing.T) {
	snap := example()
	server := azurefake.New(azurefake.Options{Deleted: []string{"PAY-3"}, Nested: true}, snap)
	gone := server.ID(snap.Items[2])
	shown := func(body string) bool {
		return slices.ContainsFunc(everything(t, server, body).Values, func(v struct {
			ID, Rev int
			Fields  map[string]any
		}) bool {
			return v.ID == gone
		})
	}
	if shown(`{}`) || !shown(`{"includeDeleted":true}`) {
		t.Errorf("what was deleted is reported: %v, on request %v", shown(`{}`), shown(`{"includeDeleted":true}`))
	}
	ask[any](t, server, "GET", fmt.Sprintf("_apis/wit/workItems/%d", gone), "", 404)
	bin := ask[struct{ Value []struct{ ID int } }](t, server, "GET", project+"_apis/wit/recyclebin", "", 200)
	if len(bin.Value) != 1 || bin.Value[0].ID != gone {
		t.Errorf("in the bin lie %+v", bin.Value)
	}
	server.Faults.Unreadable = []string{"Inner"}
	if shown(`{"includeDeleted":true}`) {
		t.Error("what may not be read is reported")
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		faults azurefake.Faults
		status int
		says   string
	}{
		"token":      {azurefake.Faults{Token: "right"}, 401, ""},
		"sign in":    {azurefake.Faults{SignIn: true}, 203, "Sign In"},
		"redirect":   {azurefake.Faults{Redirect: true}, 302, ""},
		"stopped":    {azurefake.Faults{Stopped: true}, 503, "TF24668"},
		"busy":       {azurefake.Faults{Busy: 1}, 429, "TF400733"},
		"throttled":  {azurefake.Faults{Throttled: true}, 200, "Fabrikam"},
		"absent":     {azurefake.Faults{Absent: []string{"/projects"}}, 404, "was not found"},
		"a fallen":   {azurefake.Faults{Status: 500}, 500, "TF400898"},
		"no mistake": {azurefake.Faults{}, 200, "Fabrikam"},
	} {
		server := azurefake.New(azurefake.Options{}, example())
		server.Faults = c.faults
		request, err := http.NewRequest("GET", server.URL()+"/_apis/projects", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := server.Transport().RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		if answer.StatusCode != c.status || !strings.Contains(string(body), c.says) {
			t.Errorf("%s: status %d with %.80q, want %d with %q", name, answer.StatusCode, body, c.status, c.says)
		}
	}
}

func TestVersions(t *testing.T) {
	for _, c := range []struct {
		server, version string
		status          int
	}{
		{"", "7.1", 200}, {"", "7.2", 400}, {"", "7.2-preview.4", 200}, {"", "8.0", 400},
		{"2022", "7.0", 200}, {"2022", "7.1", 400}, {"2020", "6.0", 200}, {"2020", "7.0", 400},
	} {
		server := azurefake.New(azurefake.Options{Version: c.server}, example())
		request, err := http.NewRequest("GET", server.URL()+"/_apis/projects?api-version="+c.version, nil)
		if err != nil {
			t.Fatal(err)
		}
		if answer, err := server.Transport().RoundTrip(request); err != nil || answer.StatusCode != c.status {
			t.Errorf("server %q, version %s: %v, %v, want %d", c.server, c.version, answer.StatusCode, err, c.status)
		}
	}
}
