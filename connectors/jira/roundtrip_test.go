package jira_test

// These tests go the whole way: a history is recorded, a fake Jira serves it, it is
// pulled and read, and must be the same history again.

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func day(n int, hour int) time.Time {
	return monday.AddDate(0, 0, n).Add(time.Duration(hour) * time.Hour)
}

// example is a short history in which every kind of change occurs.
func example() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout", Connection: "acme", Tracker: "jira-cloud", Board: "Checkout"}, backlog.Scrum, nil)
	ada, ben, bot := r.Person("acc-ada", "Ada"), r.Person("acc-ben", "Ben"), r.Person("acc-bot", "Automation")
	bot.App = true
	ada.Mail = "ada@acme.example"
	one := r.Sprint(backlog.Sprint{Name: "Sprint 1", Goal: "Refunds work", Start: day(0, 1), End: day(11, 0), Completed: day(11, 1)})
	two := r.Sprint(backlog.Sprint{Name: "Sprint 2, with a comma", Start: day(14, 0), End: day(25, 0)})
	high, low := &backlog.Priority{ID: "1", Name: "High", Rank: 0}, &backlog.Priority{ID: "3", Name: "Low", Rank: 1}

	epic := r.Create(day(-9, 0), ada, "PAY-1", backlog.State{Type: scenario.Epic, Text: &backlog.Text{Title: "Refunds"}})
	story := r.Create(day(-8, 0), ada, "PAY-2", backlog.State{Priority: low, Labels: []string{"web"},
		Text: &backlog.Text{Title: "Refund a payment", Description: "As a buyer I want my money back.\n\nAcceptance criteria\n- within a day", Goal: "fewer calls"}})
	bug := r.Create(day(-7, 0), ben, "PAY-3", backlog.State{Type: scenario.Bug, Text: &backlog.Text{Title: "Wrong sum"}})
	sub := r.Create(day(-6, 0), ben, "PAY-4", backlog.State{Type: scenario.SubTask, Parent: story, Text: &backlog.Text{Title: "Write a test"}})
	idea := r.Create(day(-5, 0), nil, "PAY-5", backlog.State{Text: &backlog.Text{Title: "Nobody asked"}, Customers: []string{"Big Shop", "Old Shop"}})
	late := r.Create(day(12, 0), ada, "PAY-6", backlog.State{Text: &backlog.Text{Title: "Later"}})
	next := r.Create(day(12, 1), ada, "PAY-7", backlog.State{Text: &backlog.Text{Title: "Next"}})

	r.Change(day(-4, 0), ada, story, backlog.ParentField, func(s *backlog.State) { s.Parent = epic })
	r.Change(day(-4, 1), ben, story, backlog.EstimateField, func(s *backlog.State) { s.Estimate = 2.5 })
	r.Change(day(-4, 2), ada, story, backlog.PriorityField|backlog.LabelsField, func(s *backlog.State) { s.Priority, s.Labels = high, []string{"web", "refund"} })
	r.Rewrite(day(-3, 0), ada, story, backlog.TitleField|backlog.DescriptionField, func(t *backlog.Text) { t.Title, t.Description = "Refund any payment", "Shorter." })
	r.Rewrite(day(-3, 1), ada, story, backlog.CriteriaField|backlog.GoalField, func(t *backlog.Text) { t.Criteria, t.Goal = "Given a refund, then money", "" })
	r.Change(day(-3, 2), ada, idea, backlog.CustomersField, func(s *backlog.State) { s.Customers = []string{"Big Shop"} })
	r.Rank(day(-2, 0), ada, late, 1, 0)
	r.Rank(day(-2, 0), ada, bug, 1, 0)
	r.Rank(day(-2, 1), bot, story, -1, 4)
	r.Join(day(-1, 0), ada, story, one)
	r.Join(day(-1, 1), ada, bug, one)
	r.Leave(day(3, 0), ben, bug, one)
	r.Start(day(4, 0), ben, story)
	r.Change(day(4, 1), ben, story, backlog.FlagField, func(s *backlog.State) { s.Flagged = true })
	r.Change(day(5, 0), ben, story, backlog.FlagField, func(s *backlog.State) { s.Flagged = false })
	r.End(day(6, 0), ben, story, backlog.Delivered)
	r.End(day(6, 1), ben, sub, backlog.Discarded)
	r.End(day(7, 0), ada, idea, backlog.Declined)
	r.Change(day(8, 0), ben, bug, backlog.TypeField, func(s *backlog.State) { s.Type = scenario.Task })
	for i, f := range []backlog.Fields{backlog.LinkField, backlog.AttachmentField, backlog.DatesField, backlog.EffortField, backlog.ProjectField, backlog.OtherField} {
		r.Change(day(9, i), bot, bug, f, nil)
	}
	r.Join(day(13, 0), ada, next, two)
	r.Rank(day(13, 1), ada, late, 1, 0)
	r.Change(day(9, 0), bot, story, backlog.LinkField, nil)
	r.Link(day(9, 0), bug, backlog.SplitFrom, story)
	r.Change(day(13, 2), ada, late, backlog.LinkField, nil)
	r.Change(day(13, 2), ada, next, backlog.LinkField, nil)
	r.Link(day(13, 2), late, backlog.Blocks, next)
	for i := range 25 {
		r.Comment(day(1, 0).Add(time.Duration(i)*time.Minute), ben, story, fmt.Sprintf("Comment %d", i))
	}
	r.Comment(day(2, 0), ben, bug, "Which sum is right?", ada)
	return r.Snapshot(day(15, 0))
}

// lines writes a Snapshot as text, so that differences can be read. Ids that Jira
// gives out itself, and texts of warnings, are left aside.
func lines(s *backlog.Snapshot) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	who := func(p *backlog.Person) string {
		if p == nil {
			return "nobody"
		}
		return p.ID
	}
	add("%+v %s taken %s missing %v", s.Team, s.Process, s.TakenAt.UTC(), s.Missing.Names())
	add("items %d expected %d without record %d", s.Coverage.Items, s.Coverage.Expected, s.Coverage.WithoutRecord)
	for _, p := range s.People {
		add("person %+v", *p)
	}
	for _, x := range s.Sprints {
		add("sprint %s goal %q %s %s %s", x.Name, x.Goal, x.Start.UTC(), x.End.UTC(), x.Completed.UTC())
	}
	for _, it := range s.Items {
		add("item %s order %d links %+v", it.Key, it.Order, it.Links)
		for _, r := range it.Revisions {
			parent := ""
			if r.State.Parent != nil {
				parent = r.State.Parent.Key
			}
			var sprints []string
			for _, x := range r.State.Sprints {
				sprints = append(sprints, x.Name)
			}
			priority := backlog.Priority{}
			if r.State.Priority != nil {
				priority = *r.State.Priority
			}
			add("  %s by %s changed %b rank %d: %+v %+v outcome %d priority %v to %s under %q in %v %v %g flag %v %q %+v", r.At.UTC(), who(r.By), r.Changed, r.Rank,
				*r.State.Type, *r.State.Status, r.State.Outcome, priority, who(r.State.Assignee), parent, sprints, r.State.Labels, r.State.Estimate, r.State.Flagged, r.State.Customers, *r.State.Text)
		}
		for _, c := range it.Comments {
			var on []string
			for _, p := range c.Mentions {
				on = append(on, p.ID)
			}
			add("  said %s %s %q %v", c.At.UTC(), who(c.By), strings.TrimSuffix(c.Text, " @someone"), on)
		}
	}
	return out
}

// connectTo makes a connection that goes over the network, to this machine.
func connectTo(t *testing.T, url string, now time.Time) *jira.Connector {
	t.Helper()
	c, err := jira.New(jira.Options{URL: url, Token: "s3cret-token", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	return c
}

func pull(t *testing.T, c *jira.Connector, team connectors.Source) []connectors.Document {
	t.Helper()
	var docs []connectors.Document
	for d, err := range c.Pull(t.Context(), team, nil) {
		if err != nil {
			t.Fatalf("pulling: %v", err)
		}
		docs = append(docs, d)
	}
	return docs
}

// understood is what the documents of a team say.
func understood(t *testing.T, c connectors.Connector, team connectors.Source, docs []connectors.Document) *backlog.Snapshot {
	t.Helper()
	snap, err := connectors.Read(c.Reader(team), replayed(docs))
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func replayed(docs []connectors.Document) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func connect(t *testing.T, server *jirafake.Server, now time.Time) *jira.Connector {
	t.Helper()
	return connectVia(t, server.Transport(), now)
}

func connectVia(t *testing.T, wire http.RoundTripper, now time.Time, at ...string) *jira.Connector {
	t.Helper()
	site := append(at, "https://example.atlassian.net")[0]
	c, err := jira.New(jira.Options{URL: site, User: "coach@example.com", Token: "s3cret-token",
		Transport: wire, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	c.Hurry()
	return c
}

func TestRoundTrip(t *testing.T) {
	want := example()
	team := connectors.Source{Name: "Checkout", Connection: "acme", Board: "checkout", History: 400 * 24 * time.Hour}
	for name, faults := range map[string]jirafake.Faults{
		"healthy":                      {},
		"small pages that overlap":     {PageSize: 3, Repeat: true},
		"no bulk endpoint":             {Absent: []string{"bulkfetch"}},
		"no new backlog endpoint":      {Absent: []string{"rest/software"}},
		"no backlog endpoint at all":   {Absent: []string{"/backlog"}},
		"version 3 of the platform":    {Absent: []string{"api/2/"}},
		"slow down, and a cut answer":  {Busy: 2, Cut: 2},
		"no resolutions, no user info": {Absent: []string{"/resolution", "/myself", "/serverInfo"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := jirafake.New(want)
			server.Faults = faults
			c := connect(t, server, want.TakenAt)
			got := understood(t, c, team, pull(t, c, team))
			if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
				t.Errorf("what came back differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPullStopsWhenCancelled(t *testing.T) {
	snap := example()
	c := connect(t, jirafake.New(snap), snap.TakenAt)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range c.Pull(ctx, connectors.Source{Board: "1"}, nil) {
		last = err
		if n++; n == 2 {
			cancel()
		}
	}
	if last == nil || !strings.Contains(last.Error(), "context canceled") {
		t.Errorf("a cancelled pull ended with %v after %d documents, want context canceled", last, n)
	}
}

func TestPullIsTheSameTwice(t *testing.T) {
	snap := example()
	c := connect(t, jirafake.New(snap), snap.TakenAt)
	team := connectors.Source{Board: "1"}
	if diff := cmp.Diff(pull(t, c, team), pull(t, c, team)); diff != "" {
		t.Errorf("two pulls of the same site differ:\n%s", diff)
	}
	if !slices.ContainsFunc(pull(t, c, team), func(d connectors.Document) bool { return d.Kind == "comments" }) {
		t.Error("an issue with more than twenty comments has no document of its comments")
	}
}
