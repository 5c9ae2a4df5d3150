package jira_test

// These tests hold what Read makes of documents that no healthy Pull would give.

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

const about = `{"PulledAt":"2026-03-17T09:00:00Z","Board":{"id":1,"name":"B","type":"scrum"},"SprintsListed":true,"Expected":1}`

// reading makes a Snapshot of one issue and its history.
func reading(t *testing.T, docs ...connectors.Document) *backlog.Snapshot {
	t.Helper()
	return readingOf(t, about, docs...)
}

func readingOf(t *testing.T, about string, docs ...connectors.Document) *backlog.Snapshot {
	t.Helper()
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "x"})
	if err != nil {
		t.Fatal(err)
	}
	docs = append(docs, connectors.Document{Kind: "about", ID: "1", Body: []byte(about)})
	snap, err := connectors.Read(c.Reader(connectors.Source{Name: "Team"}), replayed(docs))
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func document(kind, id, body string) connectors.Document {
	return connectors.Document{Kind: kind, ID: id, Body: []byte(body)}
}

func warned(s *backlog.Snapshot, word string) bool {
	return slices.ContainsFunc(s.Coverage.Warnings, func(w string) bool { return strings.Contains(w, word) })
}

func TestHistoriesThatDoNotFit(t *testing.T) {
	snap := reading(t, document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","summary":"now",
		"status":{"id":"3","name":"In Progress","statusCategory":{"key":"indeterminate"}}}}`),
		document("history", "7", `[
		{"id":"1","created":1772442000000,"items":[{"field":"status","fieldId":"status","from":"1","fromString":"Open","to":"9","toString":"Review"}]},
		{"id":"1","created":1772442000000,"items":[{"field":"status","fieldId":"status","from":"1","fromString":"Open","to":"9","toString":"Review"}]},
		{"id":"2","created":"2026-03-18T09:00:00.000+0000","items":[{"field":"summary","fieldId":"summary","fromString":"then","toString":"now"}]},
		{"id":"3","created":"2026-03-03T09:00:00.000+0000","items":[{"field":"Comment","from":"a deleted word","to":""}]}]`))
	it := snap.Items[0]
	if len(it.Revisions) != 2 {
		t.Fatalf("%d revisions, want the creation and the change of status", len(it.Revisions))
	}
	if it.First().State.Status.Name != "Open" || it.Now().Status.Name != "In Progress" || it.Title() != "then" {
		t.Errorf("from %+v to %+v, titled %q", it.First().State.Status, it.Now().Status, it.Title())
	}
	if !warned(snap, "do not fit what came after them (status)") || !warned(snap, "dated after the pull: items 0, changes and comments 1") {
		t.Errorf("the warnings are %q", snap.Coverage.Warnings)
	}
}

// An import gives an issue the date of the import, and its histories theirs. What they led
// to is then what the item began as.
func TestChangesBeforeTheCreation(t *testing.T) {
	snap := reading(t, document("history", "7", `[
		{"id":"1","created":"2026-02-01T09:00:00.000+0000","items":[{"field":"status","fieldId":"status","from":"1","fromString":"Open","to":"3","toString":"In Progress"}]},
		{"id":"2","created":"2026-02-02T09:00:00.000+0000","items":[{"field":"summary","fieldId":"summary","fromString":"first","toString":"then"}]},
		{"id":"3","created":"2026-03-02T09:00:00.000+0000","items":[{"field":"summary","fieldId":"summary","fromString":"then","toString":"now"}]}]`),
		document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","summary":"now",
			"status":{"id":"3","name":"In Progress","statusCategory":{"key":"indeterminate"}}}}`),
		document("history", "8", `[
		{"id":"4","created":"2026-02-01T09:00:00.000+0000","items":[{"field":"status","fieldId":"status","from":"1","fromString":"Open","to":"5","toString":"Done"}]}]`),
		document("issue", "8", `{"id":"8","key":"A-8","fields":{"created":"2026-03-01T09:00:00.000+0000",
			"status":{"id":"5","name":"Done","statusCategory":{"key":"done"}}}}`))
	it, done := snap.Items[0], snap.Items[1]
	if born := it.First().State; born.Status.Name != "In Progress" || born.Text.Title != "then" || it.Title() != "now" || len(it.Revisions) != 2 {
		t.Errorf("it began in %+v as %q, and became %q by %d revisions", born.Status, born.Text.Title, it.Title(), len(it.Revisions))
	}
	if now := done.Now(); now.Status.Name != "Done" || now.Outcome != backlog.Delivered {
		t.Errorf("the other one is in %+v now, and ended as %v", now.Status, now.Outcome)
	}
}

// A site may give the same history twice in one answer.
func TestRepeatedHistoriesCountOnce(t *testing.T) {
	one := `{"id":"1","created":1772442000000,"items":[{"field":"summary","fieldId":"summary","fromString":"then","toString":"now"}]}`
	snap := reading(t, document("history", "7", "["+one+","+one+"]"),
		document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","summary":"now"}}`))
	if n := snap.Coverage.Changes; n != 1 {
		t.Errorf("%d changes are counted, want 1", n)
	}
}

func TestAnIssueWithoutADateIsLeftOut(t *testing.T) {
	snap := reading(t, document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000"}}`),
		document("issue", "8", `{"id":"8","key":"A-8","fields":{"created":"yesterday"}}`),
		document("issue", "9", `{"id":"9","key":"A-9","fields":{}}`), document("history", "9", `[]`))
	if len(snap.Items) != 1 || snap.Items[0].Key != "A-7" || !warned(snap, "no date of creation that can be read: 2, such as A-8, A-9") {
		t.Errorf("%d items, warnings %q; want A-7, and A-8 and A-9 named", len(snap.Items), snap.Coverage.Warnings)
	}
}

func TestADescriptionThatIsAnotherFieldToo(t *testing.T) {
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "x"})
	if err != nil {
		t.Fatal(err)
	}
	team := connectors.Source{Name: "Team", Fields: connectors.Fields{Criteria: "description"}}
	snap, err := connectors.Read(c.Reader(team), replayed([]connectors.Document{document("about", "1", about),
		document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","description":"* It *works*\n* [~ada] likes it"}}`)}))
	if err != nil {
		t.Fatal(err)
	}
	const want = "- It works\n- @someone likes it"
	if got := snap.Items[0].Now().Text; got.Description != want || got.Criteria != want {
		t.Errorf("the description is %q and the criteria are %q, want %q", got.Description, got.Criteria, want)
	}
}

func TestBoardsWithNothingToLookAt(t *testing.T) {
	one := document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000"}}`)
	for _, c := range []struct {
		kind string
		docs []connectors.Document
		want string
	}{
		{"scrum", nil, "The Scrum board has no items that this account can see, and no Sprints: check the board's filter, and that the account may browse its projects."},
		{"kanban", nil, "The Kanban board has no items that this account can see: check"},
		{"simple", nil, "The team-managed board has no items that this account can see: check"},
		{"scrum", []connectors.Document{one}, "The Scrum board has no Sprints: check"},
	} {
		snap := readingOf(t, strings.Replace(about, `"scrum"`, strconv.Quote(c.kind), 1), c.docs...)
		found := 0
		for _, w := range snap.Coverage.Warnings {
			if strings.Contains(w, "has no items") || strings.Contains(w, "no Sprints") {
				found++
			}
		}
		if found != 1 || !warned(snap, c.want) {
			t.Errorf("%s with %d items: the warnings are %q, want one with %q", c.kind, len(c.docs), snap.Coverage.Warnings, c.want)
		}
	}
}

func TestWithoutHistory(t *testing.T) {
	snap := reading(t, document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000"}}`))
	it := snap.Items[0]
	if !it.NoRecord || snap.Coverage.WithoutRecord != 1 || len(it.Revisions) != 1 || !warned(snap, "history did not come") {
		t.Errorf("NoRecord %v, counted %d, %d revisions, warnings %q", it.NoRecord, snap.Coverage.WithoutRecord, len(it.Revisions), snap.Coverage.Warnings)
	}
	want := backlog.Comments | backlog.Links | backlog.CurrentOrder | backlog.RankHistory | backlog.SprintHistory
	if snap.Missing != want {
		t.Errorf("missing %v, want %v", snap.Missing.Names(), want.Names())
	}
}

// A change without a date has no place in the story, which is told.
func TestChangeWithoutADate(t *testing.T) {
	for date, n := range map[string]int{`"created":"2026-03-02T09:00:00.000+0000",`: 0, `"created":null,`: 2, `"created":"",`: 2, ``: 2} {
		snap := reading(t, document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","summary":"b"}}`),
			document("history", "7", `[{"id":"1",`+date+`"items":[{"field":"summary","fieldId":"summary","fromString":"a","toString":"b"},{"field":"environment","fieldId":"environment"}]}]`))
		if warned(snap, fmt.Sprintf("without a date, which are taken for older than their items: %d.", n)) != (n > 0) || warned(snap, "without a date") != (n > 0) {
			t.Errorf("%q: %q", date, snap.Coverage.Warnings)
		}
	}
}

// Nor does a comment without a date.
func TestCommentWithoutADate(t *testing.T) {
	snap := reading(t, document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000","comment":{"total":2,"comments":[
		{"id":"1","created":null,"body":"a"},{"id":"2","created":"2026-03-02T09:00:00.000+0000","body":"b"}]}}}`))
	if n := len(snap.Items[0].Comments); n != 1 || !warned(snap, "no date: comments 1.") {
		t.Errorf("%d comments, %q", n, snap.Coverage.Warnings)
	}
}

func TestAddressBehindTheGateway(t *testing.T) {
	for _, c := range []struct{ base, server, want string }{
		{"https://api.atlassian.com/ex/jira/123", `{"baseUrl":"https://acme.atlassian.net"}`, "https://acme.atlassian.net/browse/A-7"},
		{"https://jira.acme.example/", `{"baseUrl":"https://acme.atlassian.net"}`, "https://jira.acme.example/browse/A-7"},
		{"https://api.atlassian.com/ex/jira/123", `null`, ""},
	} {
		conn, err := jira.New(jira.Options{URL: c.base, Token: "x"})
		if err != nil {
			t.Fatal(err)
		}
		snap, err := connectors.Read(conn.Reader(connectors.Source{Name: "Team"}), replayed([]connectors.Document{
			document("about", "1", `{"PulledAt":"2026-03-17T09:00:00Z","Server":`+c.server+`}`),
			document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000"}}`)}))
		if err != nil {
			t.Fatal(err)
		}
		if got := snap.Items[0].URL; got != c.want {
			t.Errorf("connected to %s, which says %s, an item is at %q, want %q", c.base, c.server, got, c.want)
		}
	}
}

func TestEmptyBoard(t *testing.T) {
	for _, process := range []backlog.Process{backlog.Scrum, backlog.Kanban} {
		r := scenario.NewRecorder(backlog.Team{Name: "New"}, process, nil)
		empty := r.Snapshot(monday)
		c := connect(t, jirafake.New(empty), monday)
		team := connectors.Source{Name: "New", Board: "1", History: 400 * 24 * time.Hour}
		snap := understood(t, c, team, pull(t, c, team))
		if snap.Process != process || len(snap.Items) != 0 || !warned(snap, "has no items") || warned(snap, "no Sprints") != (process == backlog.Scrum) {
			t.Errorf("an empty %s board gives %s with %d items and the warnings %q", process, snap.Process, len(snap.Items), snap.Coverage.Warnings)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "x"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := connectors.Read(c.Reader(connectors.Source{Name: "Team"}), replayed(nil)); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("no documents give %v, want ErrNotFound", err)
	}
	for _, bad := range []connectors.Document{
		document("about", "1", `[]`), document("issue", "1", `{"id":"1"}`), document("issue", "1", `{"id":{},"key":"A-1"}`),
		document("sprint", "1", `{"id":1,"startDate":"soon"}`), document("order", "1", `{}`),
	} {
		docs := []connectors.Document{document("about", "1", about), bad}
		if _, err := connectors.Read(c.Reader(connectors.Source{Name: "Team"}), replayed(docs)); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s %s gives %v, want an error of one line", bad.Kind, bad.Body, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	c, err := jira.New(jira.Options{URL: "https://example.atlassian.net", Token: "x", Transport: jirafake.New(example()).Transport(),
		Now: func() time.Time { return day(15, 0) }})
	if err != nil {
		f.Fatal(err)
	}
	for d, err := range c.Pull(f.Context(), connectors.Source{Board: "1"}, nil) {
		if err != nil {
			f.Fatal(err)
		}
		f.Add(d.Kind, d.ID, []byte(d.Body), []byte(`[{"id":"1","created":1772442000000,"items":[{"field":"Sprint","from":"1","to":"2, x"},{"field":"Parent","to":"7"}]}]`))
	}
	f.Fuzz(func(t *testing.T, kind, id string, body, history []byte) {
		docs := []connectors.Document{document("about", "1", about),
			document("issue", "7", `{"id":"7","key":"A-7","fields":{"created":"2026-03-01T09:00:00.000+0000"}}`),
			{Kind: "history", ID: "7", Body: history}, {Kind: kind, ID: id, Body: body}}
		snap, err := connectors.Read(c.Reader(connectors.Source{Name: "Team"}), replayed(docs))
		if err != nil {
			return
		}
		for _, it := range snap.Items {
			checkItem(t, it)
		}
	})
}

// What was pulled before the configuration changed is not what it names now.
func TestPulledFromElsewhere(t *testing.T) {
	about := strings.Replace(aboutServer, `"Expected":1,`, `"Expected":1,"Site":"https://jira.acme.example",`, 1)
	for _, c := range []struct{ url, board, says string }{
		{"https://jira.acme.example/", "7", ""},
		{"https://jira.acme.example", " b ", ""},
		{"https://jira.acme.example", "8", "another board"},
		{"https://new.acme.example", "7", "another site"},
	} {
		conn, err := jira.New(jira.Options{URL: c.url, Token: "x"})
		if err != nil {
			t.Fatal(err)
		}
		snap, err := connectors.Read(conn.Reader(connectors.Source{Name: "Team", Board: c.board}), replayed([]connectors.Document{document("about", "7", about)}))
		if err != nil {
			t.Fatal(err)
		}
		if warned(snap, "another") != (c.says != "") || !warned(snap, c.says) {
			t.Errorf("%s, board %q: %q", c.url, c.board, snap.Coverage.Warnings)
		}
	}
}
