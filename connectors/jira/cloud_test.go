package jira_test

// These tests hold what real Cloud sites have beside the plain case: team-managed
// boards, items that were moved, accounts that are gone, parents of long ago.

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

func TestTeamManagedBoard(t *testing.T) {
	about := strings.Replace(about, `"type":"scrum"`, `"type":"simple"`, 1)
	sprint := document("sprint", "1", `{"id":1,"state":"active","name":"S","startDate":"2026-03-02T09:00:00.000Z"}`)
	for want, docs := range map[backlog.Process][]connectors.Document{backlog.Scrum: {sprint}, backlog.Kanban: nil} {
		if snap := readingAs(t, about, docs...); snap.Process != want {
			t.Errorf("a team-managed board with %d Sprints is %s, want %s", len(docs), snap.Process, want)
		}
	}
}

// An item that came from another project keeps its history and is found by its old key;
// its type there is one that no list has any more.
func TestMovedItem(t *testing.T) {
	snap := reading(t,
		document("issue", "7", `{"id":"7","key":"NEW-7","fields":{"created":"2026-03-01T09:00:00.000+0000","summary":"moved","issuetype":{"id":"1","name":"Story","hierarchyLevel":0},
			"status":{"id":"3","name":"In Progress","statusCategory":{"key":"indeterminate"}}}}`),
		document("issue", "8", `{"id":"8","key":"NEW-8","fields":{"created":"2026-03-01T09:00:01.000+0000","issuetype":{"id":"9","name":"Sub-task","subtask":true,"hierarchyLevel":-1},"parent":{"key":"OLD-1"}}}`),
		document("history", "7", `[
			{"id":"1","created":1772442000000,"author":{"accountId":"unknown","displayName":"Former user"},"items":[{"field":"summary","fieldId":"summary","fromString":"first","toString":"moved"}]},
			{"id":"2","created":1772528400000,"author":{"accountId":"bot","accountType":"app","displayName":"Automation"},"items":[
				{"field":"issuetype","fieldId":"issuetype","from":"77","fromString":"Wish","to":"1","toString":"Story"},
				{"field":"project","fieldId":"project","from":"10001","fromString":"Old","to":"10002","toString":"New"},
				{"field":"Key","fromString":"OLD-1","toString":"NEW-7"},
				{"field":"Workflow","from":"1","to":"2"}]},
			{"id":"3","created":1772614800000,"items":[{"field":"status","fieldId":"status","from":"1","fromString":"Open","to":"3","toString":"In Progress"}]}]`),
		document("history", "8", `[]`))
	moved, sub := snap.Items[0], snap.Items[1]
	want := []backlog.Fields{backlog.Created, backlog.TitleField, backlog.TypeField | backlog.ProjectField, backlog.StatusField}
	for i, r := range moved.Revisions {
		if r.Changed != want[i] {
			t.Errorf("revision %d changed %b, want %b", i, r.Changed, want[i])
		}
	}
	if born := moved.First().State; born.Type.Name != "Wish" || born.Text.Title != "first" || born.Status.Name != "Open" {
		t.Errorf("it began as %+v %q in %+v", born.Type, born.Text.Title, born.Status)
	}
	if moved.Revisions[1].By != nil || moved.Revisions[2].By == nil || !moved.Revisions[2].By.App || moved.Revisions[3].By != nil {
		t.Errorf("the acts are by %v, %v and %v, want nobody, an app and nobody", moved.Revisions[1].By, moved.Revisions[2].By, moved.Revisions[3].By)
	}
	if sub.Now().Parent != moved {
		t.Error("a parent is not found by its former key")
	}
}

// A parent that was deleted is asked for once a day, and not by every pull.
func TestDeletedParent(t *testing.T) {
	snap := growing(day(6, 0))
	for kind, server := range map[string]*jirafake.Server{"Cloud": jirafake.New(snap), "Data Center": jirafake.NewDataCenter(snap)} {
		held := pulls.Store{}
		for i, asks := range []bool{true, false, true} {
			var asked atomic.Bool
			c := connectVia(t, roundTrip(func(r *http.Request) (*http.Response, error) {
				var text []byte
				if r.Body != nil {
					text, _ = io.ReadAll(r.Body)
				}
				if strings.Contains(r.URL.RawQuery+string(text), "777777") {
					asked.Store(true)
				}
				r.Body = body(string(text))
				return answering(server.Transport().RoundTrip(r)), nil
			}), day(6, 20*i))
			if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
				t.Fatal(err)
			}
			got := understood(t, c, growingTeam, held.Documents())
			if asked.Load() != asks || !warned(got, "gone or hidden from this account: 1") {
				t.Errorf("%s, pull %d: asked for it %v, want %v; the warnings are %q", kind, i+1, asked.Load(), asks, got.Coverage.Warnings)
			}
		}
	}
}

// answering puts another parent of long ago into histories.
func answering(r *http.Response, err error) *http.Response {
	if err != nil {
		return nil
	}
	text, _ := io.ReadAll(r.Body)
	said := strings.Replace(string(text), `{"field":"IssueParentAssociation","fieldtype":"jira","from":null,"fromString":null`, `{"field":"IssueParentAssociation","fieldtype":"jira","from":"777777","fromString":"PAY-0"`, 1)
	said = strings.Replace(said, `{"field":"Epic Link","fieldtype":"custom","from":null,"fromString":null`, `{"field":"Epic Link","fieldtype":"custom","from":"777777","fromString":"PAY-0"`, 1)
	// Cloud repeats the change in its older form, which tells the key alone.
	said = strings.Replace(said, `{"field":"Epic Link","fieldId":"customfield_10014","fieldtype":"custom","from":null,"fromString":null`, `{"field":"Epic Link","fieldId":"customfield_10014","fieldtype":"custom","from":null,"fromString":"PAY-0"`, 1)
	r.Body = body(said)
	return r
}

// A parent that an item once had is fetched, although it ended long before the horizon.
func TestFormerParent(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "Team"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-60, 1), End: day(-50, 0)})
	old := r.Create(day(-90, 0), ada, "PAY-1", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Old"}})
	now := r.Create(day(-89, 0), ada, "PAY-2", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "New"}})
	story := r.Create(day(-88, 0), ada, "PAY-3", backlog.State{Parent: old, Text: &backlog.Text{Title: "Story"}})
	r.Create(day(-88, 1), ada, "PAY-4", backlog.State{Text: &backlog.Text{Title: "Long done"}})
	done := r.Create(day(-88, 2), ada, "PAY-5", backlog.State{Text: &backlog.Text{Title: "Long done"}})
	r.Change(day(-80, 0), ada, story, backlog.ParentField, func(s *backlog.State) { s.Parent = now })
	for _, it := range []*backlog.Item{old, done} {
		r.End(day(-70, 0), ada, it, backlog.Delivered)
	}
	snap := r.Snapshot(day(15, 0))
	for kind, server := range map[string]*jirafake.Server{"Cloud": jirafake.New(snap), "Data Center": jirafake.NewDataCenter(snap)} {
		held := pulls.Store{}
		for again := range 2 {
			c := connect(t, server, snap.TakenAt)
			team := connectors.Source{Name: "Team", Board: "1", History: 30 * 24 * time.Hour}
			if _, err := held.Take(t.Context(), c, team, "issue"); err != nil {
				t.Fatal(err)
			}
			got := understood(t, c, team, held.Documents())
			var above []string
			for _, it := range got.Items {
				for _, r := range it.Revisions {
					if it.Key == "PAY-3" {
						above = append(above, r.State.Parent.Key)
					}
				}
			}
			if fmt.Sprint(above) != "[PAY-1 PAY-2]" || len(got.Items) != 4 || got.Coverage.Expected != 4 {
				t.Errorf("%s, pull %d: it was under %v; %d items, %d expected", kind, again+1, above, len(got.Items), got.Coverage.Expected)
			}
		}
	}
}
