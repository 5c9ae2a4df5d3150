package jira_test

// This test holds boards whose filter takes in several projects.

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// across is a team with items in three projects, one of which moved from one to another,
// and epics that live in a fourth.
func across(tracker string, renamed bool) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout", Connection: "acme", Tracker: tracker, Board: "Checkout"}, backlog.Scrum, nil)
	ada, ben := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben")
	sprint := r.Sprint(backlog.Sprint{Name: "Sprint 1", Start: day(-1, 0), End: day(11, 0)})
	epic := r.Create(day(-20, 0), ada, "ROAD-1", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	var items []*backlog.Item
	for i := range 9 {
		key := fmt.Sprintf("%s-%d", []string{"PAY", "WEB", "OPS"}[i%3], 7+i/3)
		it := r.Create(day(-9, i), ada, key, backlog.State{Text: &backlog.Text{Title: fmt.Sprint("Story ", i)}})
		r.Change(day(-8, i), ben, it, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
		items = append(items, it)
	}
	r.Rank(day(-7, 0), ada, items[8], 1, 0)
	r.Change(day(-2, 0), ada, items[1], backlog.SprintField, func(s *backlog.State) { s.Sprints = []*backlog.Sprint{sprint} })
	r.Start(day(0, 1), ben, items[1])
	r.End(day(1, 0), ben, items[1], backlog.Delivered)
	if renamed {
		r.Change(day(2, 0), ada, items[4], backlog.ProjectField, func(*backlog.State) {})
		items[4].Key = "OPS-99"
	}
	return r.Snapshot(day(6, 0))
}

func TestBoardOverSeveralProjects(t *testing.T) {
	for tracker, serve := range map[string]func(...*backlog.Snapshot) *jirafake.Server{"jira-cloud": jirafake.New, "jira-datacenter": jirafake.NewDataCenter} {
		held := pulls.Store{}
		for again, moved := range []bool{false, true} {
			want := across(tracker, moved)
			c := connect(t, serve(want), day(6, again))
			if _, err := held.Take(t.Context(), c, growingTeam, "issue"); err != nil {
				t.Fatal(err)
			}
			got := understood(t, c, growingTeam, held.Documents())
			if want.TakenAt = got.TakenAt; tracker == "jira-datacenter" {
				for _, p := range want.People {
					p.Login = "login-" + p.ID
				}
			}
			if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
				t.Errorf("%s, pull %d (-want +got):\n%s", tracker, again+1, diff)
			}
			if len(got.Coverage.Warnings) > 0 {
				t.Errorf("%s, pull %d warns %q", tracker, again+1, got.Coverage.Warnings)
			}
		}
	}
}
