package azure

// These tests hold what single parts of a work item mean, and that no document makes the
// Reader panic.

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// understood reads documents that are written by hand.
func understood(t *testing.T, team connectors.Source, about string, items ...string) *backlog.Snapshot {
	t.Helper()
	r := (&Connector{}).Reader(team)
	if err := r.Take(connectors.Document{Kind: aboutKind, ID: aboutKind, Body: []byte(about)}); err != nil {
		t.Fatal(err)
	}
	for i, item := range items {
		if err := r.Take(connectors.Document{Kind: itemKind, ID: fmt.Sprint(i), Body: []byte(item)}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := r.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// scrum is a team with two Sprints, the second of which runs.
const scrum = `{"PulledAt":"2026-03-20T12:00:00Z","Project":"P","Team":"T","Site":"https://dev.azure.com/c",
 "Backlog":{"taskBacklog":{"workItemTypes":[{"name":"Task"}]},"requirementBacklog":{"name":"Backlog items","workItemTypes":[{"name":"Product Backlog Item"}]},
  "portfolioBacklogs":[{"workItemTypes":[{"name":"Feature"}]}],"bugsBehavior":"asRequirements",
  "workItemTypeMappedStates":[{"workItemTypeName":"Product Backlog Item","states":{"New":"Proposed","Committed":"InProgress","Done":"Completed"}}]},
 "States":[{"name":"Product Backlog Item","states":[{"name":"Removed","category":"Removed"}]}],"Bugs":["Bug"],
 "Nodes":[{"id":11,"identifier":"s1"},{"id":12,"identifier":"s2"},{"id":13,"identifier":"s3"},{"id":10,"identifier":"root"}],
 "Iterations":[{"id":"s1","name":"Sprint 1","path":"P\\Sprint 1","attributes":{"startDate":"2026-03-02T00:00:00Z","finishDate":"2026-03-13T00:00:00Z"}},
  {"id":"s2","name":"Sprint 2","path":"P\\Sprint 2","attributes":{"startDate":"2026-03-16T00:00:00Z","finishDate":"2026-03-27T00:00:00Z"}},
  {"id":"s3","name":"Some day","path":"P\\Some day","attributes":{"startDate":null,"finishDate":null,"timeFrame":"current"}}]}`

// item writes a work item; each revision is a time of day on a date in March, and what
// changed.
func item(id int, revisions ...string) string {
	var all []string
	for i, r := range revisions {
		at, fields, _ := strings.Cut(r, ": ")
		all = append(all, fmt.Sprintf(`{"rev":%d,"fields":{"changedDate":"2026-03-%sZ",%s}}`, i+1, strings.Replace(at, " ", "T", 1), strings.ReplaceAll(fields, "'", `"`)))
	}
	return fmt.Sprintf(`{"id":%d,"revisions":[%s],"links":[]}`, id, strings.Join(all, ","))
}

const born = `'type':'Product Backlog Item','state':'New','title':'Pay','iteration':10,'iterationPath':'P','changedBy':{'id':'1','displayName':'Ada'}`

// Membership follows the number of the iteration, and stays with a Sprint that was over.
func TestSprints(t *testing.T) {
	s := understood(t, connectors.Source{}, scrum,
		item(1, "01 09:00:00: "+born, "02 09:00:00: 'iteration':11,'iterationPath':'P\\\\Old name'", "05 09:00:00: 'iteration':12", "06 09:00:00: 'iteration':10"),
		item(2, "01 09:00:00: "+born, "02 09:00:00: 'iteration':11", "13 15:00:00: 'iteration':12", "17 09:00:00: 'iteration':13"),
		item(3, "01 09:00:00: "+born, "02 09:00:00: 'iteration':99,'iterationPath':'P\\\\Sprint 2'"))
	for id, want := range map[string][]string{"1": {"", "Sprint 1", "Sprint 2", ""}, "2": {"", "Sprint 1", "Sprint 1 Sprint 2", "Sprint 1 Some day"}, "3": {"", ""}} {
		for _, it := range s.Items {
			if it.ID != id {
				continue
			}
			var got []string
			for _, r := range it.Revisions {
				var names []string
				for _, sprint := range r.State.Sprints {
					names = append(names, sprint.Name)
				}
				got = append(got, strings.Join(names, " "))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("item %s (-want +got):\n%s", id, diff)
			}
		}
	}
	if s.Process != backlog.Scrum || !s.Sprints[0].Closed(s.TakenAt) || s.Sprints[1].Closed(s.TakenAt) || s.Sprints[2].Started(s.TakenAt) {
		t.Errorf("process %s, Sprints %+v", s.Process, s.Sprints)
	}
}

// An end is told by category and reason.
func TestEndings(t *testing.T) {
	for change, want := range map[string]backlog.Outcome{
		"'state':'Done','reason':'Work finished'":               backlog.Delivered,
		"'state':'Removed','reason':'Removed from the backlog'": backlog.Declined,
		"'state':'Removed','reason':'Duplicate'":                backlog.Duplicate,
		"'state':'Done','reason':'Cannot Reproduce'":            backlog.Discarded,
		"'state':'Committed','reason':'Commitment made'":        backlog.Open,
		"'deleted':true":      backlog.Discarded,
		"'state':'Closed'":    backlog.Delivered, // of an earlier process
		"'state':'Somewhere'": backlog.Open,
	} {
		s := understood(t, connectors.Source{}, scrum, item(1, "01 09:00:00: "+born, "02 09:00:00: "+change))
		if got := s.Items[0].Now().Outcome; got != want {
			t.Errorf("%s ends as %d, want %d", change, got, want)
		}
	}
}

// Goals come from where the configuration says.
func TestGoals(t *testing.T) {
	goal := "01 09:00:00: 'type':'Sprint Goal','state':'New','title':'Guests can pay','iteration':11"
	tagged := "01 09:00:00: 'type':'Product Backlog Item','state':'New','title':'Guests can pay','iteration':11,'tags':'x; Sprint-Goal'"
	agreed := "01 09:00:00: 'type':'Product Backlog Item','state':'New','title':'%s','iteration':11,'goal':'%s'"
	for name, c := range map[string]struct {
		configured string
		items      []string
		want       string
		left       int
	}{
		"a type":           {"type:sprint goal", []string{item(1, goal), item(2, "01 09:00:00: "+born)}, "Guests can pay", 1},
		"a tag":            {"tag:sprint-goal", []string{item(1, tagged), item(2, "01 09:00:00: "+born)}, "Guests can pay", 2},
		"an agreed field":  {"Custom.Goal", []string{item(1, fmt.Sprintf(agreed, "a", "Guests can pay")), item(2, fmt.Sprintf(agreed, "b", "Guests can pay"))}, "Guests can pay", 2},
		"goals of items":   {"Custom.Goal", []string{item(1, fmt.Sprintf(agreed, "a", "one")), item(2, fmt.Sprintf(agreed, "b", "another"))}, "", 2},
		"one item's goal":  {"Custom.Goal", []string{item(1, fmt.Sprintf(agreed, "a", "one"))}, "", 1},
		"a dropped goal":   {"type:sprint goal", []string{item(1, goal), item(3, "01 09:00:00: 'type':'Sprint Goal','state':'New','title':'A draft','iteration':11", "02 09:00:00: 'state':'Removed','reason':'Removed from the backlog'")}, "Guests can pay", 0},
		"a deleted goal":   {"tag:sprint-goal", []string{item(1, tagged), item(3, strings.Replace(tagged, "Guests can pay", "A draft", 1), "02 09:00:00: 'deleted':true")}, "Guests can pay", 2},
		"nothing is named": {"", []string{item(1, tagged)}, "", 1},
	} {
		s := understood(t, connectors.Source{Fields: connectors.Fields{Goal: c.configured}}, scrum, c.items...)
		if s.Sprints[0].Goal != c.want || len(s.Items) != c.left {
			t.Errorf("%s: the goal is %q and %d items are left, want %q and %d", name, s.Sprints[0].Goal, len(s.Items), c.want, c.left)
		}
		if missing := s.Missing&backlog.SprintGoals != 0; missing != (c.want == "") {
			t.Errorf("%s: goals are missing: %t", name, missing)
		}
	}
}

// A move is a new number alone, and new numbers for all in the same order are none.
func TestMoves(t *testing.T) {
	at := func(id, order int) string {
		return "01 09:00:00: " + born + fmt.Sprintf(",'order':%d", order*1000+id-id)
	}
	by := ",'changedBy':{'id':'2','displayName':'Ben'}"
	s := understood(t, connectors.Source{}, scrum,
		item(1, at(1, 1), "03 09:00:00: 'order':4500"+by),                            // down, alone
		item(2, at(2, 2), "04 09:00:01: 'order':10"),                                 // renumbered with 3, 4
		item(3, at(3, 3), "04 09:00:02: 'order':30"),                                 //
		item(4, at(4, 4), "04 09:00:02: 'order':40"),                                 //
		item(5, at(5, 5), "05 09:00:00: 'order':5,'state':'Committed','column':'x'"), // dragged across the board
		item(6, "01 09:00:00: "+born, "06 09:00:00: 'order':7"))                      // its first number
	want := map[string]int8{"1": -1}
	got := map[string]int8{}
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			if r.Changed.Has(backlog.RankField) {
				got[it.ID] = r.Rank
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
	var order []string
	for place := range len(s.Items) {
		for _, it := range s.Items {
			if it.Order == place {
				order = append(order, it.ID)
			}
		}
	}
	if diff := cmp.Diff([]string{"6", "2", "3", "4", "1"}, order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

// People come as objects, as combined names, as plain words, and not at all.
func TestPeople(t *testing.T) {
	s := understood(t, connectors.Source{}, scrum,
		item(1, "01 09:00:00: "+strings.Replace(born, `{'id':'1','displayName':'Ada'}`, `{'id':'g1','uniqueName':'Ada Byron <ada@c.example>','descriptor':'aad.1'}`, 1),
			"02 09:00:00: 'title':'b','changedBy':{'displayName':'Ada Byron','uniqueName':'ADA@c.example'},'assignee':{'displayName':'Ada Byron'}",
			"03 09:00:00: 'title':'c','changedBy':null", "04 09:00:00: 'title':'d','changedBy':{'descriptor':'svc.1','displayName':'P Build Service (c)'}",
			"05 09:00:00: 'title':'e','changedBy':{'displayName':'Invalid Value'}"))
	ada := s.Items[0].Revisions[0].By
	if ada == nil || ada.ID != "g1" || ada.Name != "Ada Byron" || ada.Mail != "ada@c.example" || s.Items[0].Revisions[1].By != ada || s.Items[0].Now().Assignee != ada {
		t.Errorf("Ada is %+v, %+v and %+v", ada, s.Items[0].Revisions[1].By, s.Items[0].Now().Assignee)
	}
	if by := s.Items[0].Revisions[2].By; by != nil {
		t.Errorf("nobody is %+v", by)
	}
	if by := s.Items[0].Revisions[3].By; by == nil || !by.App {
		t.Errorf("the build service is %+v", by)
	}
	if len(s.People) != 3 {
		t.Errorf("%d people, want 3", len(s.People))
	}
}

// The order in which documents come decides nothing.
func TestAnyOrder(t *testing.T) {
	a := item(1, "01 09:00:00: "+born)
	b := item(2, "01 09:00:00: "+born, "02 09:00:00: 'parent':1,'assignee':{'displayName':'Ada'}")
	one, other := understood(t, connectors.Source{}, scrum, a, b), understood(t, connectors.Source{}, scrum, b, a)
	if diff := cmp.Diff(one.Items[1].Now().Parent.ID, other.Items[1].Now().Parent.ID); diff != "" || len(one.People) != len(other.People) {
		t.Errorf("%s; %d and %d people", diff, len(one.People), len(other.People))
	}
}

// What has no date, or one that is still to come, is left out, and nothing leads to it.
func TestUnborn(t *testing.T) {
	s := understood(t, connectors.Source{}, scrum,
		item(1, "01 09:00:00: "+born+",'parent':2"), item(3, "30 09:00:00: "+born), item(4, "01 09:00:00: "+born+",'parent':3"),
		`{"id":2,"revisions":[{"rev":1,"fields":{"type":"Feature"}}]}`)
	if len(s.Items) != 2 {
		t.Fatalf("%d items, want 2", len(s.Items))
	}
	for _, it := range s.Items {
		if now := it.Now(); now.Parent != nil || !now.Hidden {
			t.Errorf("item %s leads to %+v, want a parent that is hidden", it.ID, now.Parent)
		}
	}
	if all := strings.Join(s.Coverage.Warnings, "\n"); !strings.Contains(all, "no date of creation") || !strings.Contains(all, "after the pull") {
		t.Errorf("nobody says so:\n%s", all)
	}
}

func FuzzTake(f *testing.F) {
	f.Add(itemKind, item(1, "01 09:00:00: "+born, "02 09:00:00: 'order':1e99,'effort':'x','tags':';;','assignee':[]"))
	f.Add(itemKind, `{"id":7,"revisions":[{"rev":1,"fields":{"createdDate":"0001-01-01T00:00:00"}}],"links":[{"rel":"System.LinkTypes.Hierarchy-Reverse","id":7,"active":true}]}`)
	f.Add(itemKind, `{"id":-1,"revisions":null}`)
	f.Add(commentsKind, `[{"id":1,"text":"<p>x","createdBy":"Ada <a@b>","createdDate":"2026-03-01T00:00:00Z"}]`)
	f.Add(aboutKind, scrum)
	f.Fuzz(func(t *testing.T, kind, body string) {
		r := (&Connector{}).Reader(connectors.Source{})
		if r.Take(connectors.Document{Kind: aboutKind, ID: aboutKind, Body: []byte(scrum)}) != nil {
			t.Fatal("the sound document is refused")
		}
		if r.Take(connectors.Document{Kind: kind, ID: "1", Body: []byte(body)}) != nil {
			return // refused
		}
		s, err := r.Snapshot()
		if err != nil {
			return
		}
		for _, it := range s.Items {
			if len(it.Revisions) == 0 || it.Now().Text == nil || it.Now().Type == nil || it.Now().Status == nil || it.CreatedAt().After(time.Now().AddDate(200, 0, 0)) {
				t.Errorf("an item without a story: %+v", it)
			}
		}
	})
}

// A revision that changes nothing may be an edited comment; one that says something is not.
func TestBlankRevisions(t *testing.T) {
	held := &draft{id: 1, tied: true}
	told := values{titleField: []byte(`"Pay"`), changedDateField: []byte(`"2026-03-01T09:00:00Z"`), spokenField: []byte(`"why?"`), commentsField: []byte("1")}
	held.add(1, &told, nil, true)
	body, err := held.document()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(*values)
		blank  bool
		talks  int
	}{
		"nothing":   {func(*values) {}, true, 1},
		"a title":   {func(v *values) { v[titleField] = []byte(`"Pay at once"`) }, false, 1},
		"a comment": {func(v *values) { v[spokenField], v[commentsField] = []byte(`"why?"`), []byte("2") }, false, 2},
	} {
		next := told
		next[changedDateField], next[spokenField] = []byte(`"2026-03-02T09:00:00Z"`), nil
		c.change(&next)
		news := &draft{id: 1, tied: true}
		news.add(2, &next, nil, true)
		both, err := news.onto(body)
		if err != nil || both == nil || both.blank != c.blank || both.talks != c.talks || both.last != 2 {
			t.Errorf("%s: %+v, %v; want blank %t and %d said", name, both, err, c.blank, c.talks)
		}
	}
	far := &draft{id: 1, tied: true}
	far.add(3, &told, nil, true)
	if both, err := far.onto(body); both == nil || !both.gap || err != nil {
		t.Errorf("revision 3 was added to revision 1 without a gap: %+v, %v", both, err)
	}
}

// Updates name an account in full, reports by its id: that is no change of the assignee.
func TestOneAccountInTwoForms(t *testing.T) {
	d, told := &draft{id: 1, tied: true}, values{}
	for rev, form := range []string{`{"id":"7","uniqueName":"ada@a.example","displayName":"Ada"}`, `{"id":"7","uniqueName":"ada@a.example"}`, `{"id":"8"}`} {
		told[assigneeField] = []byte(form)
		d.add(rev+1, &told, nil, true)
	}
	if n := bytes.Count(d.out, []byte(`"assignee"`)); n != 2 {
		t.Errorf("%d changes of the assignee, want 2: %s", n, d.out)
	}
}
