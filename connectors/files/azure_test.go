package files_test

// These tests read exports of queries of Azure Boards.

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// query is the export of a flat list, as an American browser saves it.
const query = "\ufeff" + `"ID","Work Item Type","Title","State","Reason","Assigned To","Tags","Iteration Path","Area Path","Created Date","Created By","Changed Date","Closed Date","Story Points","Priority","Stack Rank","Parent","Description","Acceptance Criteria","Done When"
"101","User Story","Refund, in ""full""","Active","","Ben Okri <ben@example.com>","pay; refund","Shop\Release 1\Sprint 2","Shop\Checkout","1/25/2026 3:09:33 PM","Ada Lovelace <ada@example.com>","2/26/2026 9:10:00 AM","","5","2","1000123456.5","100","<div>As a customer<br>I want my money</div>","<ul><li>It comes back</li></ul>","paid"
"100","Feature","Refunds","New","","","","Shop","Shop\Checkout","1/2/2026 12:00:00 PM","Ada Lovelace <ada@example.com>","1/3/2026 12:00:00 PM","","","2","999000000","","","",""
"102","Task","Write a test","To Do","","Ben Okri <ben@example.com>","","Shop\Release 1\Sprint 2","Shop\Checkout","2/5/2026 3:09:00 PM","Ben Okri <ben@example.com>","2/5/2026 3:09:00 PM","","","1","","101","","",""
"103","Bug","Wrong sum","Closed","Fixed and verified","","","Shop\Release 1","Shop\Checkout","1/5/2026 3:09:00 PM","Ada Lovelace <ada@example.com>","2/7/2026 3:09:00 PM","2/7/2026 3:09:00 PM","3","1","","","","",""
"104","User Story","Loyalty points","Removed","Removed from the backlog","","","Shop","Shop\Checkout","1/6/2026 3:09:00 PM","Ada Lovelace <ada@example.com>","2/8/2026 3:09:00 PM","2/8/2026 3:09:00 PM","","2","998","","","",""
"105","User Story","Later","New","","","","Shop","Shop\Checkout","1/7/2026 3:09:00 PM","Ada Lovelace <ada@example.com>","1/8/2026 3:09:00 PM","","","2","1000123400","","","",""
"106","Test Case","Refund works","Design","","","","Shop","Shop\Checkout","1/7/2026 3:09:00 PM","Ada Lovelace <ada@example.com>","1/8/2026 3:09:00 PM","","","2","","","","",""
`

func TestQueryOfAzureBoards(t *testing.T) {
	s := read(t, map[string]string{"query.csv": query})
	if s.Coverage.Items != 6 || s.Coverage.Expected != 6 || s.Coverage.WithoutRecord != 6 || s.Process != backlog.Scrum || !warned(s, "on no backlog, such as test cases; they are left out: 1") {
		t.Errorf("%+v, %s", s.Coverage, s.Process)
	}
	if want := "rank history, sprint goals, sprint history, comments, links, authors, item history"; strings.Join(s.Missing.Names(), ", ") != want {
		t.Errorf("missing are %q, want %s", s.Missing.Names(), want)
	}
	story := find(t, s, "101")
	now := story.Now()
	if !story.CreatedAt().Equal(time.Date(2026, 1, 25, 15, 9, 33, 0, time.UTC)) || story.Creator().Name != "Ada Lovelace" || now.Assignee.ID != "ben@example.com" || now.Assignee.Name != "Ben Okri" {
		t.Errorf("101 was created %v by %+v, for %+v", story.CreatedAt(), story.Creator(), now.Assignee)
	}
	if now.Text.Title != `Refund, in "full"` || now.Text.Description != "As a customer\nI want my money" || now.Text.Criteria != "- It comes back" {
		t.Errorf("101 says %+v", now.Text)
	}
	if now.Estimate != 5 || now.Priority.Rank != 1 || now.Status.Category != backlog.InProgress || now.Parent != find(t, s, "100") || !slices.Equal(now.Labels, []string{"pay", "refund"}) {
		t.Errorf("101 is %+v with priority %+v", now, now.Priority)
	}
	if len(now.Sprints) != 1 || now.Sprints[0].Name != "Sprint 2" || len(find(t, s, "103").Now().Sprints) != 0 || len(s.Sprints) != 1 {
		t.Errorf("Sprints are %v; 101 is in %v", s.Sprints, now.Sprints)
	}
	if find(t, s, "100").Level() != backlog.FeatureLevel || find(t, s, "102").Level() != backlog.SubLevel || find(t, s, "102").Now().Parent != story {
		t.Errorf("levels are %d and %d", find(t, s, "100").Level(), find(t, s, "102").Level())
	}
	bug, removed := find(t, s, "103"), find(t, s, "104")
	if end := bug.Ending(); !bug.Now().Type.Bug || end == nil || end.State.Outcome != backlog.Delivered || !end.At.Equal(time.Date(2026, 2, 7, 15, 9, 0, 0, time.UTC)) {
		t.Errorf("103 ended with %+v", end)
	}
	if end := removed.Ending(); end == nil || end.State.Outcome != backlog.Declined {
		t.Errorf("104 ended with %+v", end)
	}
	if find(t, s, "105").Order < 0 || removed.Order >= 0 {
		t.Errorf("105 stands at %d, 104 at %d", find(t, s, "105").Order, removed.Order)
	}
	configured := snapshot(t, folder(t, map[string]string{"query.csv": query}), connectors.Source{Fields: connectors.Fields{Goal: "Done When"}})
	if got := find(t, configured, "101").Now().Text.Goal; got != "paid" {
		t.Errorf("the configured goal is %q", got)
	}
}

// Each level of a tree has its own column of titles.
func TestTreeOfAzureBoards(t *testing.T) {
	const tree = `ID;Arbeitselementtyp;Titel 1;Titel 2;Titel 3;Status;Erstellungsdatum;Geändert am;Zugewiesen zu;Aufwand
1;Feature;Rückgabe;;;Neu;05.01.2026 09:12:33;06.01.2026 09:00:00;;
2;Product Backlog Item;;Geld zurück;;Committed;05.01.2026 10:00:00;26.02.2026 10:00:00;Ben Ökri <ben@example.com>;0,5
3;Task;;;Test schreiben;In Progress;05.01.2026 11:00:00;26.02.2026 11:00:00;;
4;Bug;;Falsche Summe;;Done;05.01.2026 12:00:00;27.02.2026 12:00:00;;3
5;Epic;Anderes;;;New;05.01.2026 12:00:00;05.01.2026 12:00:00;;
`
	western := strings.NewReplacer("ü", "\xfc", "ä", "\xe4", "Ö", "\xd6").Replace(tree)
	for name, content := range map[string]string{"UTF-8": tree, "Windows-1252": western, "with a mark": "\ufeff" + tree} {
		s := read(t, map[string]string{"Abfrage.csv": content})
		feature, story, task, bug := find(t, s, "1"), find(t, s, "2"), find(t, s, "3"), find(t, s, "4")
		if story.Title() != "Geld zurück" || story.Now().Parent != feature || task.Now().Parent != story || bug.Now().Parent != feature || find(t, s, "5").Now().Parent != nil {
			t.Errorf("%s: the tree is not told", name)
		}
		if story.Now().Estimate != 0.5 || story.Now().Assignee.Name != "Ben Ökri" || !story.CreatedAt().Equal(time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: 2 is %+v, created %v", name, story.Now(), story.CreatedAt())
		}
		if bug.Now().Outcome != backlog.Delivered || s.Missing&backlog.Hierarchy != 0 || s.Missing&backlog.CurrentOrder == 0 {
			t.Errorf("%s: 4 is %+v, missing %q", name, bug.Now(), s.Missing.Names())
		}
	}
}

func TestQueryThatLacksColumns(t *testing.T) {
	_, err := pull(t, folder(t, map[string]string{"query.csv": "ID,Work Item Type,Title,Assigned To,State,Tags\n1,Bug,Wrong sum,,New,\n"}), connectors.Source{})
	if err == nil || !strings.Contains(err.Error(), "no column for the date of creation") {
		t.Errorf("got %v, want a failure that names the date of creation", err)
	}
	s := read(t, map[string]string{"query.csv": "ID,Work Item Type,Title,State,Created Date\n1,Bug,Wrong sum,Waiting,2026-01-05\n"})
	if s.Missing&backlog.Hierarchy == 0 || !warned(s, "Waiting") {
		t.Errorf("missing %q, warnings %q", s.Missing.Names(), s.Coverage.Warnings)
	}
}
