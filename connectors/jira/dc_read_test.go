package jira_test

// These tests hold what Read makes of the ways in which Data Centers write.

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
)

const aboutServer = `{"PulledAt":"2026-03-17T09:00:00Z","Server":{"deploymentType":"Server","version":"10.3.4"},"Expected":1,
	"Board":{"id":7,"name":"B","type":"scrum"},"SprintsListed":false,
	"Configuration":{"estimation":{"type":"field","field":{"fieldId":"customfield_10006"}},"ranking":{"rankCustomFieldId":10005}},
	"Types":[{"id":"1","name":"Story","subtask":false},{"id":"2","name":"Epopée","subtask":false},{"id":"3","name":"Sous-tâche","subtask":true}],
	"Fields":[
		{"id":"customfield_10005","name":"Rang","schema":{"custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
		{"id":"customfield_10004","name":"Itération","schema":{"custom":"com.pyxis.greenhopper.jira:gh-sprint","type":"array","items":"string"}},
		{"id":"customfield_10002","name":"Lien d'épopée","schema":{"custom":"com.pyxis.greenhopper.jira:gh-epic-link"}},
		{"id":"customfield_10006","name":"Points","schema":{"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}},
		{"id":"customfield_10099","name":"Status","schema":{"type":"string","custom":"com.atlassian.jira.plugin.system.customfieldtypes:textfield"}},
		{"id":"assignee","name":"Responsable","schema":{"type":"user","system":"assignee"}}]}`

func readingAs(t *testing.T, about string, docs ...connectors.Document) *backlog.Snapshot {
	t.Helper()
	c, err := jira.New(jira.Options{URL: "https://jira.acme.example", Token: "x"})
	if err != nil {
		t.Fatal(err)
	}
	snap, err := connectors.Read(c.Reader(connectors.Source{Name: "Team"}), replayed(append(docs, document("about", "7", about))))
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func readingServer(t *testing.T, docs ...connectors.Document) (*backlog.Snapshot, map[string]*backlog.Item) {
	t.Helper()
	snap := readingAs(t, aboutServer, docs...)
	byKey := map[string]*backlog.Item{}
	for _, it := range snap.Items {
		byKey[it.Key] = it
	}
	return snap, byKey
}

func TestServerWords(t *testing.T) {
	snap, items := readingServer(t,
		document("issue", "70", `{"id":"70","key":"A-70","fields":{"created":"2026-03-01T09:00:00+0000","summary":"Comptes","issuetype":{"id":"2","name":"Epopée"}}}`),
		document("issue", "71", `{"id":"71","key":"A-71","fields":{"created":"2026-03-01T09:00:01+0000","summary":"Payer","issuetype":{"id":"1","name":"Story"},
			"status":{"id":"3","name":"En cours","statusCategory":{"key":"indeterminate"}},"customfield_10002":"A-70","customfield_10006":5.0,
			"assignee":{"name":"zoe.new","key":"zoe","displayName":"Zoé"},
			"customfield_10004":["com.atlassian.greenhopper.service.sprint.Sprint@1f[id=12,rapidViewId=7,state=CLOSED,name=Un, deux [id=5] =,startDate=2026-03-02T09:00:00.000+01:00,endDate=2026-03-06T17:00:00.000+01:00,completeDate=2026-03-06T18:00:00.000+01:00,sequence=12,goal=Plus, vite]",
				"com.atlassian.greenhopper.service.sprint.Sprint@2e[activatedDate=<null>,autoStartStop=false,completeDate=<null>,endDate=<null>,goal=x,id=99,id=13,incompleteIssuesDestinationId=<null>,name=Later,rapidViewId=7,sequence=13,startDate=2026-03-30T09:00:00.000+02:00,state=FUTURE,synced=false]"],
			"comment":{"total":1,"comments":[{"id":"1","author":{"name":"ben","key":"JIRAUSER10100","displayName":"Ben"},"created":"2026-03-02T10:00:00.000+0000","body":"What now, [~zoe.new]?"}]}}}`),
		document("issue", "72", `{"id":"72","key":"A-72","fields":{"created":"2026-03-01T09:00:02+0000","summary":"Tester","issuetype":{"id":"3","name":"Sous-tâche","subtask":true},"parent":{"id":"71","key":"A-71"}}}`),
		document("history", "71", `[
			{"id":"1","created":"2026-03-01T10:00:00+0000","author":{"name":"ben","key":"JIRAUSER10100"},"items":[
				{"field":"Itération","fieldtype":"custom","from":"","fromString":"","to":"12","toString":"Un, deux [id=5] ="},
				{"field":"Points","fieldtype":"custom","from":null,"fromString":"3","to":null,"toString":"5"},
				{"field":"Status","fieldtype":"custom","from":null,"fromString":"a","to":null,"toString":"b"},
				{"field":"Lien d'épopée","fieldtype":"custom","from":null,"fromString":null,"to":"70","toString":"A-70"}]},
			{"id":"2","created":"2026-03-02T10:00:00+0000","items":[{"field":"Rang","fieldtype":"custom","from":"","fromString":"","to":"","toString":"Ranked lower"}]},
			{"id":"3","created":"2026-03-03T10:00:00+0000","items":[
				{"field":"Sprint","fieldtype":"custom","from":"12","fromString":"Un","to":"12, 13","toString":"Un, Later"},
				{"field":"assignee","fieldtype":"jira","from":"JIRAUSER10100","fromString":"Ben","to":"zoe","toString":"Zoé"},
				{"field":"status","fieldtype":"jira","from":"1","fromString":"Ouvert","to":"3","toString":"En cours"}]}]`))
	story, epic, sub := items["A-71"], items["A-70"], items["A-72"]
	if epic.Level() != backlog.FeatureLevel || sub.Level() != backlog.SubLevel || story.Level() != backlog.BacklogLevel || sub.Now().Parent != story {
		t.Errorf("the levels are %d, %d and %d, the sub-task is under %v", epic.Level(), story.Level(), sub.Level(), sub.Now().Parent)
	}
	want := []backlog.Fields{backlog.Created, backlog.SprintField | backlog.EstimateField | backlog.OtherField | backlog.ParentField,
		backlog.RankField, backlog.SprintField | backlog.AssigneeField | backlog.StatusField}
	for i, r := range story.Revisions {
		if r.Changed != want[i] {
			t.Errorf("revision %d changed %b, want %b", i, r.Changed, want[i])
		}
	}
	now, born := story.Now(), story.First().State
	if born.Parent != nil || now.Parent != epic || born.Estimate != 3 || now.Estimate != 5 || len(born.Sprints) != 0 || len(now.Sprints) != 2 || story.Revisions[2].Rank != -1 {
		t.Errorf("the story went from %+v to %+v", born, now)
	}
	if s := now.Sprints[0]; s.ID != "12" || s.Name != "Un, deux [id=5] =" || s.Goal != "Plus, vite" || !s.Start.Equal(time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)) || s.Completed.IsZero() {
		t.Errorf("the first Sprint is %+v", s)
	}
	if s := now.Sprints[1]; s.ID != "13" || s.Name != "Later" || !s.Start.IsZero() {
		t.Errorf("the second Sprint is %+v, want 13, not begun", s)
	}
	if on := story.Comments[0].Mentions; len(on) != 1 || on[0] != now.Assignee || on[0].ID != "zoe" || on[0].Login != "zoe.new" {
		t.Errorf("the comment calls on %v, want the assignee %+v", on, now.Assignee)
	}
	if was := story.Revisions[2].State.Assignee; was == nil || was != story.Comments[0].By || was.Name != "Ben" {
		t.Errorf("the story was assigned to %+v, want Ben, who commented", was)
	}
	if i := slices.IndexFunc(snap.Coverage.Warnings, func(w string) bool { return strings.Contains(w, "do not fit") }); i >= 0 {
		t.Error(snap.Coverage.Warnings[i])
	}
}

// A story becomes a sub-task, and a sub-task a story: two fields change at once.
func TestServerParentsChangeForm(t *testing.T) {
	snap, items := readingServer(t,
		document("issue", "70", `{"id":"70","key":"A-70","fields":{"created":"2026-03-01T09:00:00+0000","issuetype":{"id":"2","name":"Epopée"}}}`),
		document("issue", "71", `{"id":"71","key":"A-71","fields":{"created":"2026-03-01T09:00:01+0000","issuetype":{"id":"1","name":"Story"},"customfield_10002":"A-70"}}`),
		document("issue", "72", `{"id":"72","key":"A-72","fields":{"created":"2026-03-01T09:00:02+0000","issuetype":{"id":"1","name":"Story"},"customfield_10002":"A-70"}}`),
		document("history", "72", `[
			{"id":"1","created":"2026-03-02T10:00:00+0000","items":[
				{"field":"issuetype","fieldtype":"jira","from":"1","fromString":"Story","to":"3","toString":"Sous-tâche"},
				{"field":"Epic Link","fieldtype":"custom","from":"70","fromString":"A-70","to":null,"toString":null},
				{"field":"Parent","fieldtype":"jira","from":null,"fromString":null,"to":"71","toString":"A-71"}]},
			{"id":"2","created":"2026-03-03T10:00:00+0000","items":[
				{"field":"Parent","fieldtype":"jira","from":"71","fromString":"A-71","to":null,"toString":null},
				{"field":"Epic Link","fieldtype":"custom","from":null,"fromString":null,"to":"70","toString":"A-70"},
				{"field":"issuetype","fieldtype":"jira","from":"3","fromString":"Sous-tâche","to":"1","toString":"Story"}]}]`))
	var above []string
	for _, r := range items["A-72"].Revisions {
		above = append(above, r.State.Parent.Key)
	}
	if got := strings.Join(above, " "); got != "A-70 A-71 A-70" || items["A-72"].Revisions[1].State.Type.Level != backlog.SubLevel {
		t.Errorf("it was under %s, want the epic, the story and the epic again", got)
	}
	if warned(snap, "do not fit") {
		t.Errorf("the warnings are %q", snap.Coverage.Warnings)
	}
}

// Saved answers need not say that they are a Data Center's: what an Epic Link leads to is
// an epic, whatever it is called, unless the site tells its level.
func TestLevelsOfSavedAnswers(t *testing.T) {
	unsaid := strings.Replace(aboutServer, `"Server":{"deploymentType":"Server","version":"10.3.4"},`, "", 1)
	for told, want := range map[string]backlog.Level{``: backlog.FeatureLevel, `,"hierarchyLevel":0`: backlog.BacklogLevel} {
		snap := readingAs(t, unsaid,
			document("issue", "70", `{"id":"70","key":"A-70","fields":{"created":"2026-03-01T09:00:00+0000","issuetype":{"id":"2","name":"Epopée"`+told+`}}}`),
			document("issue", "71", `{"id":"71","key":"A-71","fields":{"created":"2026-03-01T09:00:01+0000","issuetype":{"id":"1","name":"Story"},"customfield_10002":"A-70"}}`))
		if got := snap.Items[0].Now().Type.Level; got != want {
			t.Errorf("with %q, the epic is on level %d, want %d", told, got, want)
		}
	}
}
