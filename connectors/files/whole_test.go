package files_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Pages that nobody saved are missed, and counted where the others tell the total.
func TestPagesThatAreNotThere(t *testing.T) {
	server := func(start, total, from, n int) string {
		issues := []any{}
		for i := range n {
			issues = append(issues, story(from+i, nil))
		}
		return fmt.Sprintf(`{"startAt":%d,"maxResults":2,"total":%d,"issues":%s}`, start, total, text(t, issues))
	}
	cloud := func(n int, more object) string {
		page := object{"issues": []any{story(n, nil)}}
		for k, v := range more {
			page[k] = v
		}
		return text(t, page)
	}
	for name, c := range map[string]struct {
		pages           []string
		items, expected int
		warning         string
	}{
		"all":                      {[]string{server(0, 5, 1, 2), server(2, 5, 3, 2), server(4, 5, 5, 1)}, 5, 5, ""},
		"the last is not there":    {[]string{server(0, 5, 1, 2), server(2, 5, 3, 2)}, 4, 5, "not in the files: 1"},
		"the first is not there":   {[]string{server(2, 5, 3, 2), server(4, 5, 5, 1)}, 3, 5, "not in the files: 2"},
		"the middle is not there":  {[]string{server(0, 5, 1, 2), server(4, 5, 5, 1)}, 3, 5, "not in the files: 2"},
		"one saved twice":          {[]string{server(0, 4, 1, 2), server(0, 4, 1, 2), server(2, 4, 3, 2)}, 4, 4, ""},
		"one more while saving":    {[]string{server(0, 4, 1, 2), server(2, 5, 3, 2), server(4, 5, 5, 1)}, 5, 5, ""},
		"two searches":             {[]string{server(0, 2, 1, 2), server(0, 3, 3, 2), server(2, 3, 5, 1)}, 5, 5, ""},
		"two searches, one partly": {[]string{server(0, 2, 1, 2), server(0, 4, 3, 2)}, 4, 6, "not in the files: 2"},
		"Cloud, all":               {[]string{cloud(1, object{"isLast": false, "nextPageToken": "a"}), cloud(2, object{"isLast": true})}, 2, 2, "2 are in the files, and whether one between them is missing is not known"},
		"Cloud, without the last":  {[]string{cloud(1, object{"isLast": false, "nextPageToken": "a"}), cloud(2, object{"nextPageToken": "b"})}, 2, 2, "The last page of the search is not in the files"},
		"cut within":               {[]string{server(0, 3, 1, 3)[:len(server(0, 3, 1, 3))-100]}, 2, 3, "not in the files: 1"},
	} {
		content := map[string]string{}
		for i, p := range c.pages {
			content[fmt.Sprint(i)] = p
		}
		s := read(t, content)
		if s.Coverage.Items != c.items || s.Coverage.Expected != c.expected || c.warning != "" && !warned(s, c.warning) {
			t.Errorf("%s: %d of %d items, %q; want %d of %d and %q", name, s.Coverage.Items, s.Coverage.Expected, s.Coverage.Warnings, c.items, c.expected, c.warning)
		}
		if quiet := !warned(s, "pages of the search") && !warned(s, "last page"); quiet != (c.warning == "") {
			t.Errorf("%s: warnings %q", name, s.Coverage.Warnings)
		}
	}
}

// A broken line or issue costs itself alone.
func TestBrokenIssuesAreCounted(t *testing.T) {
	s := read(t, map[string]string{
		"lines.jsonl": strings.Join([]string{text(t, story(1, nil)), `{"id": 7, "key": broken`, text(t, story(2, nil)), `{"id":"9","key":"P-9","fields":{"created":"soon"}}`, text(t, story(3, nil))[:60]}, "\n"),
		"notes.md":    "# Notes\n\nnothing here",
	})
	if s.Coverage.Items != 2 || s.Coverage.Expected != 3 {
		t.Errorf("%d of %d items, want 2 of 3", s.Coverage.Items, s.Coverage.Expected)
	}
	for _, want := range []string{"left out: 1, such as lines.jsonl:4", "end in the middle, so that what follows is missing: 1, such as lines.jsonl:5", "lines.jsonl:2", "notes.md"} {
		if !warned(s, want) {
			t.Errorf("no warning with %q: %q", want, s.Coverage.Warnings)
		}
	}
}

// A list of another shape is left out, and does not keep the items from being read.
func TestListsOfAnotherShape(t *testing.T) {
	s := read(t, map[string]string{
		"issue":    text(t, story(1, nil)),
		"sprints":  text(t, object{"isLast": true, "values": []any{object{"id": 7, "name": "Sprint 7", "state": "closed", "startDate": "last week"}}}),
		"statuses": text(t, []any{object{"id": "1", "name": object{}, "statusCategory": object{"key": "new"}}}),
		"board":    text(t, object{"id": 1, "type": 5, "columnConfig": object{"columns": []any{}}}),
	})
	for _, want := range []string{"sprints (a sprint of another shape)", "statuses (a status of another shape)", "board (a configuration of another shape)"} {
		if !warned(s, want) {
			t.Errorf("no warning with %q: %q", want, s.Coverage.Warnings)
		}
	}
}

const javaSprint = "com.atlassian.greenhopper.service.sprint.Sprint@1fdd4900[id=5820,rapidViewId=3504,state=CLOSED,name=IR301, the [first],startDate=2026-03-02T09:00:00.000Z,endDate=2026-03-13T09:00:00.000Z,completeDate=<null>,sequence=5820,goal=Pay, and get a receipt]"

func TestSprints(t *testing.T) {
	cloudSprint := object{"id": 7, "name": "Sprint 7", "state": "closed", "boardId": 3, "goal": "Refunds", "startDate": "2026-03-02T09:00:00.000Z", "endDate": "2026-03-13T09:00:00.000Z", "completeDate": "2026-03-13T10:00:00.000Z"}
	moved := object{"total": 1, "histories": []any{object{"id": "1", "created": "2026-03-03T09:00:00.000+0000", "items": []any{
		object{"field": "Sprint", "fieldId": "customfield_9", "from": "", "fromString": "", "to": "7", "toString": "Sprint 7"}}}}}
	list := object{"isLast": true, "values": []any{cloudSprint, object{"id": 8, "name": "Sprint 8", "state": "active", "originBoardId": 3}}}
	in := story(1, object{"customfield_9": []any{cloudSprint}, "changelog": moved})
	for name, c := range map[string]struct {
		content map[string]string
		sprints int
		name    string
		goal    string
		warning string
	}{
		"of the items": {map[string]string{"1": text(t, in)}, 1, "Sprint 7", "Refunds", "The board's list of Sprints is not in the files"},
		"of a server":  {map[string]string{"1": text(t, story(1, object{"customfield_9": []any{javaSprint}}))}, 1, "IR301, the [first]", "Pay, and get a receipt", "The board's list of Sprints is not in the files"},
		"of a board's address": {map[string]string{"1": text(t, story(1, object{"sprint": nil, "closedSprints": []any{cloudSprint}}))}, 1, "Sprint 7", "Refunds",
			"The board's list of Sprints is not in the files"},
		"as listed":    {map[string]string{"1": text(t, in), "sprints": text(t, list)}, 2, "Sprint 7", "Refunds", ""},
		"as a half of": {map[string]string{"1": text(t, in), "sprints": text(t, object{"isLast": false, "values": []any{object{"id": 8, "name": "Sprint 8", "state": "active"}}})}, 2, "Sprint 7", "Refunds", "list of Sprints is not whole"},
	} {
		s := read(t, c.content)
		if s.Process != backlog.Scrum || len(s.Sprints) != c.sprints || s.Missing&(backlog.SprintGoals|backlog.SprintHistory) != 0 {
			t.Errorf("%s: %s with %d Sprints, missing %v", name, s.Process, len(s.Sprints), s.Missing.Names())
			continue
		}
		mine := find(t, s, "P-1").Now().Sprints
		if len(mine) != 1 || mine[0].Name != c.name || mine[0].Goal != c.goal || !mine[0].Completed.After(time.Date(2026, 3, 13, 8, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: P-1 is in %+v, want one Sprint %q that was closed", name, mine, c.name)
		}
		if warned(s, "list of Sprints") != (c.warning != "") || c.warning != "" && !warned(s, c.warning) {
			t.Errorf("%s: warnings %q, want %q", name, s.Coverage.Warnings, c.warning)
		}
	}
	s := read(t, map[string]string{"1": text(t, in)})
	if it := find(t, s, "P-1"); len(it.First().State.Sprints) != 0 || !it.Revisions[1].Changed.Has(backlog.SprintField) {
		t.Errorf("P-1 began in %v and then %+v", it.First().State.Sprints, it.Revisions[1])
	}
}

// What lies beside the issues tells what their ids mean.
func TestListsBesideTheIssues(t *testing.T) {
	issue := story(1, object{"customfield_5": "AC: it works", "customfield_6": 8, "customfield_4": "P-2"})
	epic := story(2, object{"issuetype": object{"id": "2", "name": "Epik", "hierarchyLevel": 1}})
	fields := []any{
		object{"id": "customfield_5", "name": "Akzeptanzkriterien", "schema": object{"type": "string", "custom": "x:textarea"}},
		object{"id": "customfield_6", "name": "Größe", "schema": object{"type": "number", "custom": "com.pyxis.greenhopper.jira:jsw-story-points"}},
		object{"id": "customfield_4", "name": "Epos", "schema": object{"type": "any", "custom": "com.pyxis.greenhopper.jira:gh-epic-link"}},
	}
	names, schema := object{}, object{}
	for _, f := range fields {
		names[f.(object)["id"].(string)], schema[f.(object)["id"].(string)] = f.(object)["name"], f.(object)["schema"]
	}
	statuses := []any{object{"id": "1", "name": "Open", "statusCategory": object{"id": 2, "key": "new"}}, object{"id": "3", "name": "Doing", "statusCategory": object{"id": 4, "key": "indeterminate"}}}
	configuration := object{"id": 3, "name": "Pay", "type": "kanban", "filter": object{"id": "1"}, "columnConfig": object{"columns": []any{
		object{"name": "A", "statuses": []any{object{"id": "1"}}}, object{"name": "B", "statuses": []any{object{"id": "3"}}}, object{"name": "C", "statuses": []any{object{"id": "5"}}}}}}
	for name, content := range map[string]map[string]string{
		"files of their own":    {"issues": text(t, []any{issue, epic}), "fields": text(t, fields), "statuses": text(t, statuses), "board": text(t, configuration)},
		"asked for in a search": {"issues": text(t, object{"issues": []any{issue, epic}, "names": names, "schema": schema}), "statuses": text(t, statuses), "board": text(t, configuration)},
	} {
		s := read(t, content)
		it := find(t, s, "P-1")
		now := it.Now()
		if now.Text.Criteria != "AC: it works" || now.Estimate != 8 || now.Parent == nil || now.Parent.Key != "P-2" {
			t.Errorf("%s: P-1 has criteria %q, estimate %g, parent %v", name, now.Text.Criteria, now.Estimate, now.Parent)
		}
		if now.Status.Column != 1 || it.First().State.Status.Category != backlog.ToDo || s.Process != backlog.Kanban || s.Team.Board != "Pay" {
			t.Errorf("%s: column %d, born in category %d, %s on board %q", name, now.Status.Column, it.First().State.Status.Category, s.Process, s.Team.Board)
		}
		if warned(s, "list of fields") || warned(s, "nothing that is looked for") {
			t.Errorf("%s: warnings %q", name, s.Coverage.Warnings)
		}
	}
	if s := read(t, map[string]string{"issues": text(t, []any{issue, epic})}); !warned(s, "The list of fields is not in the files") {
		t.Errorf("without the list of fields: warnings %q", s.Coverage.Warnings)
	}
}

// The rank is written in the items: the order needs no list.
func TestOrder(t *testing.T) {
	ranked := func(n int, rank string) any {
		return story(n, object{"customfield_7": rank, "status": object{"id": "1", "name": "Open", "statusCategory": object{"key": "new"}}, "changelog": nil})
	}
	s := read(t, map[string]string{"a": text(t, []any{ranked(1, "0|i0003z:"), ranked(2, "0|i0001r:"), ranked(3, "0|i0001r:i")})})
	got := fmt.Sprint(find(t, s, "P-2").Order, find(t, s, "P-3").Order, find(t, s, "P-1").Order)
	if got != "0 1 2" || s.Missing&backlog.CurrentOrder != 0 {
		t.Errorf("the places of P-2, P-3 and P-1 are %s, want 0 1 2; missing %v", got, s.Missing.Names())
	}
	if s := read(t, map[string]string{"a": text(t, story(1, nil))}); s.Missing&backlog.CurrentOrder == 0 {
		t.Error("without ranks there is an order")
	}
}

// Two Jiras count their items each for itself.
func TestItemsOfTwoJiras(t *testing.T) {
	other := story(1, object{"updated": "2026-03-20T09:00:00.000+0000"})
	other["key"], other["self"] = "OPS-7", "https://other.example/rest/api/2/issue/10001"
	s := read(t, map[string]string{"a.json": text(t, []any{story(1, nil), story(2, nil)}), "b.json": text(t, []any{other})})
	if s.Coverage.Items != 2 || s.Coverage.Expected != 3 || find(t, s, "P-1") == nil || !warned(s, "another Jira has the same number, which need a folder of their own: 1, such as OPS-7") {
		t.Errorf("%+v", s.Coverage)
	}
}

// An answer of Jira tells more than a row of a table; that it is older is said.
func TestTableNewerThanTheAnswers(t *testing.T) {
	row := func(updated string) string {
		return "Issue key,Issue id,Summary,Issue Type,Status,Created,Updated\nP-1,10001,Story 1,Story,Done,2026-03-01 09:00," + updated + "\n"
	}
	for updated, aged := range map[string]bool{"2026-03-05 10:00": false, "2026-06-05 10:00": true} {
		s := read(t, map[string]string{"a.json": text(t, story(1, nil)), "b.csv": row(updated)})
		if s.Coverage.Items != 1 || s.Coverage.WithoutRecord != 0 || warned(s, "a table has a newer copy than the answers of Jira, which are believed: 1, such as P-1") != aged {
			t.Errorf("%s: %+v", updated, s.Coverage)
		}
	}
}
