package jira_test

// These tests hold what a second pull asks for, and that the copy is then the same as
// after a first one.

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// growing is a team whose backlog is played up to any moment.
func growing(until time.Time) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout", Connection: "acme", Tracker: "jira-cloud", Board: "Checkout"}, backlog.Scrum, nil)
	ada, ben := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-1, 0), End: day(11, 0)})
	epic := r.Create(day(-20, 0), ada, "PAY-900", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	items := []*backlog.Item{}
	for i := range 30 {
		it := r.Create(day(-9, 0).Add(time.Duration(i)*time.Minute), ada, fmt.Sprint("PAY-", i+1), backlog.State{Text: &backlog.Text{Title: fmt.Sprint("Story ", i+1)}})
		r.Change(day(-8, 0).Add(time.Duration(i)*time.Minute), ben, it, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
		items = append(items, it)
	}
	r.Start(day(-3, 0), ben, items[29]) // the board shows the columns that were ever used
	r.End(day(-2, 0), ben, items[29], backlog.Delivered)
	r.Start(day(1, 0), ben, items[3])
	r.End(day(2, 0), ben, items[3], backlog.Delivered)
	r.Rewrite(day(3, 0), ada, items[4], backlog.TitleField, func(t *backlog.Text) { t.Title = "Better" })
	r.Rank(day(3, 1), ada, items[20], 1, 0)
	for i := range 25 {
		if until.Before(day(4, 1)) {
			break
		}
		r.Comment(day(4, 0).Add(time.Duration(i)*time.Minute), ben, items[5], fmt.Sprint("Comment ", i))
	}
	r.Create(day(5, 0), ada, "PAY-99", backlog.State{Text: &backlog.Text{Title: "New"}})
	return r.Snapshot(until)
}

var growingTeam = connectors.Source{Name: "Checkout", Connection: "acme", Board: "1", History: 400 * 24 * time.Hour}

// TestASecondPullIsAsGoodAsAFirst pulls at many moments of a history into one copy, and
// compares it with a first pull and with the history itself.
func TestASecondPullIsAsGoodAsAFirst(t *testing.T) {
	for name, faults := range map[string]jirafake.Faults{
		"healthy":           {},
		"small pages":       {PageSize: 3, Repeat: true},
		"no bulk of issues": {Absent: []string{"issue/bulkfetch"}},
		"no bulk endpoint":  {Absent: []string{"bulkfetch"}},
		"version 3":         {Absent: []string{"api/2/"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			held := pulls.Store{}
			for at := day(0, 0); at.Before(day(6, 0)); at = at.Add(7 * time.Hour) {
				server := jirafake.New(growing(at))
				server.Faults = faults
				asGoodAsNew(t, held, connect(t, server, at), at, faults.Absent == nil)
			}
		})
	}
}

func asGoodAsNew(t *testing.T, held pulls.Store, c *jira.Connector, at time.Time, all bool) {
	t.Helper()
	if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
		t.Fatal(err)
	}
	again := understood(t, c, growingTeam, held.Documents())
	first := understood(t, c, growingTeam, pull(t, c, growingTeam))
	if diff := cmp.Diff(lines(first), lines(again)); diff != "" {
		t.Fatalf("at %s (-first pull +later pull):\n%s", at, diff)
	}
	if diff := cmp.Diff(lines(growing(at)), lines(again)); all && diff != "" {
		t.Fatalf("at %s (-want +got):\n%s", at, diff)
	}
}

func TestNothingChangedNothingFetched(t *testing.T) {
	held := pulls.Store{}
	var asked []int
	for i := range 3 {
		at := day(6, i)
		wire := &pulls.Tally{Next: jirafake.New(growing(at)).Transport()}
		fetched, err := held.Take(t.Context(), connectVia(t, wire, at), growingTeam, "issue")
		if err != nil {
			t.Fatal(err)
		}
		if asked = append(asked, len(wire.Asked)); i > 0 && (len(fetched) > 0 || asked[i] > 7) {
			t.Errorf("pull %d fetched %v with %d questions:\n%s", i+1, fetched, asked[i], strings.Join(wire.Asked, "\n"))
		}
	}
}

func TestWhatIsGoneGoes(t *testing.T) {
	held := pulls.Store{}
	before := growing(day(6, 0))
	if _, err := held.Take(t.Context(), connect(t, jirafake.New(before), day(6, 0)), growingTeam, "issue"); err != nil {
		t.Fatal(err)
	}
	after := growing(day(6, 0))
	// Ids in the fake follow the order of creation: the last one can go without a trace.
	after.Items = after.Items[:len(after.Items)-1]
	fetched, err := held.Take(t.Context(), connect(t, jirafake.New(after), day(6, 1)), growingTeam, "issue")
	if err != nil || len(fetched) > 0 {
		t.Errorf("fetched %v, %v; want nothing", fetched, err)
	}
	n := 0
	for _, d := range held {
		if strings.Contains(string(d.Body), "PAY-99") && d.Kind != "order" {
			t.Errorf("%s %s still tells of the deleted item", d.Kind, d.ID)
		}
		if d.Kind == "issue" {
			n++
		}
	}
	if n != len(after.Items) {
		t.Errorf("%d issues are held, want %d", n, len(after.Items))
	}
}

// TestAPullGoesOnWhereItStopped cancels a first pull after every n-th document.
func TestAPullGoesOnWhereItStopped(t *testing.T) {
	snap := growing(day(6, 0))
	for stop := 1; ; stop += 5 {
		held := pulls.Store{}
		c := connect(t, jirafake.New(snap), day(6, 0))
		came := 0
		team := growingTeam
		finished := true
		for d, err := range c.Pull(t.Context(), team, nil) {
			if err != nil {
				t.Fatal(err)
			}
			if d.Kind != "about" {
				held[d.Kind+" "+d.ID] = d
			}
			if came++; came >= stop {
				finished = false
				break
			}
		}
		had := 0
		for _, d := range held {
			if d.Kind == "issue" {
				had++
			}
		}
		fetched, err := held.Take(t.Context(), c, team, "issue")
		if err != nil {
			t.Fatal(err)
		}
		if len(fetched) != len(snap.Items)-had {
			t.Errorf("stopped after %d documents with %d issues, the next pull fetched %d, want %d", stop, had, len(fetched), len(snap.Items)-had)
		}
		got := understood(t, c, team, held.Documents())
		if diff := cmp.Diff(lines(snap), lines(got)); diff != "" {
			t.Fatalf("stopped after %d documents (-want +got):\n%s", stop, diff)
		}
		if finished {
			return
		}
	}
}

// What was refused once is asked for again by every pull, so that each one warns of it, until
// it comes.
func TestWhatDidNotComeIsAskedForAgain(t *testing.T) {
	for refused, warns := range map[string]string{
		"/comment":          "comments did not come whole: 1, such as PAY-6",
		"/api/2/field":      "does not list its fields",
		"/api/2/status":     "does not list its statuses",
		"/api/2/issuetype":  "does not list its issue types",
		"/api/2/priority":   "does not list its priorities",
		"/api/2/resolution": "does not list its resolutions",
		"/api/2/serverInfo": "does not tell its version",
		"/changelog":        "histories did not come whole",
		"/board/1/sprint":   "Sprints may not be read",
	} {
		held := pulls.Store{}
		whole := jirafake.New(growing(day(5, 1))).Transport()
		refusing := answer{word: refused, next: whole, status: http.StatusForbidden}
		for i, wire := range []http.RoundTripper{refusing, refusing, whole} {
			c := connectVia(t, wire, day(5, 2+i))
			if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
				t.Fatalf("%s: %v", refused, err)
			}
			got := understood(t, c, growingTeam, held.Documents())
			if told := warned(got, warns); told != (i < 2) {
				t.Errorf("%s: pull %d has the warnings %q", refused, i+1, got.Coverage.Warnings)
			}
			if it := got.Items[6]; i == 2 && len(it.Comments) != 25 {
				t.Errorf("%s: %s has %d comments in the end, want 25", refused, it.Key, len(it.Comments))
			}
		}
	}
}

// An issue may be edited between the two questions for its history and for itself. The
// history is then asked for once more: the issue will not be for as long as it stands still.
func TestAnItemEditedWhileItIsPulled(t *testing.T) {
	at := day(3, 0)
	site := func(until time.Time) http.RoundTripper {
		r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Scrum, nil)
		ada := r.Person("acc-ada", "Ada")
		r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-1, 0), End: day(11, 0)})
		for i := range 2 {
			it := r.Create(day(-9, i), ada, fmt.Sprint("PAY-", i+1), backlog.State{Text: &backlog.Text{Title: "Story"}})
			r.Rewrite(day(-8, i), ada, it, backlog.TitleField, func(t *backlog.Text) { t.Title = "Good" })
			r.Rewrite(at.Add(time.Duration(i)*500*time.Millisecond), ada, it, backlog.TitleField, func(t *backlog.Text) { t.Title = "Better" })
		}
		return jirafake.New(r.Snapshot(until)).Transport()
	}
	before, after := site(at.Add(time.Millisecond)), site(at.Add(time.Second))
	held := pulls.Store{}
	var told atomic.Bool
	for i, wire := range []http.RoundTripper{roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.HasSuffix(r.URL.Path, "/changelog/bulkfetch") && !told.Swap(true) {
			return before.RoundTrip(r)
		}
		answer, err := after.RoundTrip(r)
		if err == nil {
			answer.Header.Set("Date", at.UTC().Format(http.TimeFormat))
		}
		return answer, err
	}), after} {
		c := connectVia(t, wire, at.Add(time.Duration(i)*time.Hour))
		if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
			t.Fatal(err)
		}
		got := understood(t, c, growingTeam, held.Documents())
		for _, it := range got.Items {
			if now := it.Revisions[len(it.Revisions)-1]; i == 1 && (len(it.Revisions) != 3 || it.First().State.Text.Title != "Story" || now.At.Before(at)) {
				t.Errorf("%s has %d revisions from %q on, the last of %v", it.Key, len(it.Revisions), it.First().State.Text.Title, now.At)
			}
		}
	}
}

// Every issue has fields, a type and a status: a list of none of them tells nothing, and is
// asked for again.
func TestListsOfNothing(t *testing.T) {
	for list, warns := range map[string]string{"field": "does not list its fields", "status": "does not list its statuses", "issuetype": "does not list its issue types"} {
		nothing, held := map[bool]string{true: "null", false: " [ ] "}[list == "status"], pulls.Store{}
		whole := jirafake.New(growing(day(5, 1))).Transport()
		for i, wire := range []http.RoundTripper{answer{word: "/api/2/" + list, next: whole, status: http.StatusOK, body: nothing}, whole} {
			c := connectVia(t, wire, day(5, 2+i))
			if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
				t.Fatalf("%s: %v", list, err)
			}
			got := understood(t, c, growingTeam, held.Documents())
			if told := warned(got, warns); told != (i == 0) {
				t.Errorf("%s: pull %d has the warnings %q", list, i+1, got.Coverage.Warnings)
			}
		}
	}
}
