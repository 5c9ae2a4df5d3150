package jira_test

// These tests hold what becomes of bad answers: an error that says what to do, or a
// warning, and nothing lost or made up.

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

func TestDataCenterFailures(t *testing.T) {
	for name, c := range map[string]struct {
		faults jirafake.Faults
		kind   error
		says   string
	}{
		"cut off for ever":   {jirafake.Faults{Cut: 1000}, connectors.ErrAnswer, "no JSON"},
		"a page for ever":    {jirafake.Faults{Loop: true, PageSize: 1}, connectors.ErrAnswer, "the same page again"},
		"a web page":         {jirafake.Faults{Page: true}, connectors.ErrAnswer, "a web page came instead of data"},
		"wrong token":        {jirafake.Faults{Token: "another"}, connectors.ErrAuth, "token wrong or expired"},
		"no search":          {jirafake.Faults{Absent: []string{"/search"}}, connectors.ErrNotFound, "reading the items of board 1"},
		"busy for ever":      {jirafake.Faults{Busy: 1000}, nil, "slow down"},
		"no board of boards": {jirafake.Faults{Absent: []string{"/agile/"}}, connectors.ErrNotFound, "looking for board"},
	} {
		server := jirafake.NewDataCenter(example())
		server.Faults = c.faults
		err := failure(t, server.Transport(), "1")
		told, ok := errors.AsType[*connectors.Error](err)
		if !ok || told.Kind != c.kind || !strings.Contains(err.Error(), c.says) || told.Hint == "" || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v (%+v), want kind %v and %q", name, err, told, c.kind, c.says)
		}
	}
}

// An issue whose history never comes whole is there, without a record, and named.
func TestDataCenterHistoryThatStops(t *testing.T) {
	want := example()
	server := jirafake.NewDataCenter(want)
	server.Faults = jirafake.Faults{Short: 3, Absent: []string{"/issue/"}}
	c := connect(t, server, want.TakenAt)
	team := connectors.Source{Board: "1"}
	got := understood(t, c, team, pull(t, c, team))
	long := 0
	for i, it := range got.Items {
		short := len(want.Items[i].Revisions)-1 > 3
		if short {
			long++
		}
		if it.NoRecord != short || !short && len(it.Revisions) != len(want.Items[i].Revisions) {
			t.Errorf("%s: without record %v, %d revisions of %d", it.Key, it.NoRecord, len(it.Revisions), len(want.Items[i].Revisions))
		}
	}
	if got.Coverage.WithoutRecord != long || long == 0 || !warned(got, fmt.Sprintf("histories did not come whole: %d, such as PAY-2", long)) {
		t.Errorf("%d items are without record, %d have more than three changes; the warnings are %q", got.Coverage.WithoutRecord, long, got.Coverage.Warnings)
	}
}

// A history without its total, cut where Jira cuts them, has no mark of it.
func TestDataCenterHistoryWithoutTotal(t *testing.T) {
	for changes, unread := range map[int]int{40: 1, 41: 0, 100: 1} {
		want := long(changes)
		wire := jirafake.NewDataCenter(want).Transport()
		c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
			answer, err := wire.RoundTrip(r)
			if err != nil || r.FormValue("expand") != "changelog" {
				return answer, err
			}
			page, err := io.ReadAll(answer.Body)
			answer.Body = body(strings.ReplaceAll(string(page), `"total"`, `"sum"`))
			return answer, err
		}), want.TakenAt)
		team := connectors.Source{Board: "1"}
		got := understood(t, c, team, pull(t, c, team))
		if got.Coverage.WithoutRecord != unread || warned(got, "histories did not come whole: 1, such as PAY-1") != (unread > 0) {
			t.Errorf("%d changes: %+v", changes, got.Coverage)
		}
	}
}

// Items come and go while the list is read, page by page.
func TestDataCenterThatMoves(t *testing.T) {
	after := example()
	before := after.AsOf(day(11, 0)) // two items are written later
	for _, change := range []struct{ from, to *backlog.Snapshot }{{before, after}, {after, before}} {
		var asked atomic.Int32
		first, then := jirafake.NewDataCenter(change.from), jirafake.NewDataCenter(change.to)
		first.Faults.PageSize, then.Faults.PageSize = 2, 2
		c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/search") {
				asked.Add(1)
			}
			if asked.Load() > 1 {
				return then.Transport().RoundTrip(r)
			}
			return first.Transport().RoundTrip(r)
		}), after.TakenAt)
		team := connectors.Source{Board: "1"}
		got := understood(t, c, team, pull(t, c, team))
		if len(got.Items) != len(change.to.Items) || got.Coverage.Expected != len(got.Items) || warned(got, "came") {
			t.Errorf("of %d items, %d in the end, %d came, %d were expected: %q", len(change.from.Items), len(change.to.Items), len(got.Items), got.Coverage.Expected, got.Coverage.Warnings)
		}
	}
}

// A search without the list of issues is no empty search, and one that gives none of
// those that it counts is not whole.
func TestDataCenterGivesNoIssues(t *testing.T) {
	for page, expected := range map[string]int{`{}`: -1, `null`: -1, `{"startAt":0,"maxResults":1000,"total":7,"issues":[]}`: 7} {
		wire := answer{word: "/search", next: jirafake.NewDataCenter(example()).Transport(), status: 200, body: page}
		if expected < 0 {
			if err := failure(t, wire, "1"); err == nil || !strings.Contains(err.Error(), "without the list") {
				t.Errorf("%s: %v", page, err)
			}
			continue
		}
		c, team := connectVia(t, wire, example().TakenAt), connectors.Source{Board: "1"}
		got, err := connectors.Read(c.Reader(team), replayed(pull(t, c, team)))
		if err != nil || got.Coverage.Expected != expected || !warned(got, "Jira counts 7 items, 0 came") {
			t.Errorf("%s: %v, %+v", page, err, got.Coverage)
		}
	}
}

// A site whose answers fail when they hold a certain issue with its history, as large
// histories make them, still gives all the others.
func TestDataCenterIssueThatBreaksTheServer(t *testing.T) {
	want := example()
	server := jirafake.NewDataCenter(want)
	c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := server.Transport().RoundTrip(r)
		if err == nil && strings.HasSuffix(r.URL.Path, "/search") && strings.Contains(r.FormValue("jql"), "100002") {
			return (&http.Response{StatusCode: 500, Header: http.Header{}, Body: body("{}"), Request: r}), nil
		}
		return answer, err
	}), want.TakenAt)
	team := connectors.Source{Board: "1"}
	got := understood(t, c, team, pull(t, c, team))
	if len(got.Items) != len(want.Items) || got.Coverage.WithoutRecord != 1 || !warned(got, "histories did not come whole: 1, such as PAY-2") {
		t.Errorf("%d items came, %d without record; the warnings are %q", len(got.Items), got.Coverage.WithoutRecord, got.Coverage.Warnings)
	}
}

// heavy is a team with an issue of many changes, and another with an immense comment.
func heavy(changes, bytes int) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Heavy"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(0, 1), End: day(11, 0)})
	much := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Text: &backlog.Text{Title: "Much"}})
	loud := r.Create(day(-8, 0), ada, "PAY-2", backlog.State{Text: &backlog.Text{Title: "Loud"}})
	for i := range changes {
		r.Change(day(-7, 0).Add(time.Duration(i)*time.Minute), ada, much, backlog.EstimateField, func(s *backlog.State) { s.Estimate = float64(1 + i) })
	}
	r.Comment(day(1, 0), ada, loud, strings.Repeat("word *bold* [a|http://b.example] \n", bytes/34))
	return r.Snapshot(day(15, 0))
}

func TestHeavyIssues(t *testing.T) {
	want := heavy(10000, 30<<20)
	for kind, server := range map[string]*jirafake.Server{"Cloud": jirafake.New(want), "Data Center": jirafake.NewDataCenter(want)} {
		site := httptest.NewServer(server)
		t.Cleanup(site.Close)
		c := connectTo(t, site.URL, want.TakenAt)
		team := connectors.Source{Board: "1"}
		got, err := connectors.Read(c.Reader(team), replayed(pull(t, c, team)))
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if n := len(got.Items[0].Revisions); n != 10001 || got.Items[0].Now().Estimate != 10000 {
			t.Errorf("%s: %d revisions, want 10001", kind, n)
		}
		if n := len(got.Items[1].Comments[0].Text); n == 0 || n > 1<<20 || !warned(got, "only the first mebibyte was read: 1") {
			t.Errorf("%s: %d bytes of the comment, and the warnings %q", kind, n, got.Coverage.Warnings)
		}
	}
}

// Cloud's own search gives but forty histories with an issue: it is never asked so.
func TestCloudIsNotAskedForHistoriesBySearch(t *testing.T) {
	want := example()
	server := jirafake.New(want)
	c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		if strings.Contains(r.URL.RawQuery, "expand") || strings.HasSuffix(r.URL.Path, "/rest/api/2/search") {
			t.Errorf("Cloud was asked for %s", r.URL)
		}
		return server.Transport().RoundTrip(r)
	}), want.TakenAt)
	pull(t, c, connectors.Source{Board: "1"})
}

// Sprints that were deleted stand in histories for ever.
func TestSprintThatIsGone(t *testing.T) {
	about := strings.Replace(aboutServer, `"SprintsListed":false`, `"SprintsListed":true`, 1)
	for now, want := range map[string][]string{
		`["com.atlassian.greenhopper.service.sprint.Sprint@1[id=12,rapidViewId=9,state=CLOSED,name=Gone]", "com.atlassian.greenhopper.service.sprint.Sprint@1[id=13,name=Here]"]`: {"Here"},
		`[{"id":12,"name":"Gone","boardId":9},{"id":13,"name":"Here"}]`: {"Here"},
		`[{"id":12,"name":"Gone","boardId":7},{"id":13,"name":"Here"}]`: {"Here"}, // the board's own, in an issue that was held before
		`["nonsense", 7, {}]`: nil,
	} {
		snap := readingAs(t, about, document("sprint", "13", `{"id":13,"state":"active","name":"Here","startDate":"2026-03-02T09:00:00.000+01:00"}`),
			document("issue", "71", `{"id":"71","key":"A-71","fields":{"created":"2026-03-01T09:00:01+0000","customfield_10004":`+now+`}}`),
			document("history", "71", `[{"id":"1","created":"2026-03-02T10:00:00+0000","items":[{"field":"Itération","fieldtype":"custom","from":"12","fromString":"Gone","to":"12, 13","toString":"Gone, Here"}]}]`))
		it := snap.Items[0]
		var in []string
		for _, r := range it.Revisions {
			for _, s := range r.State.Sprints {
				in = append(in, s.Name)
			}
		}
		if len(snap.Sprints) != 1 || !warned(snap, "Sprints left out") || cmp.Diff(want, in) != "" {
			t.Errorf("%s: the Sprints are %v, the item was in %v; the warnings are %q", now, snap.Sprints, in, snap.Coverage.Warnings)
		}
	}
}
