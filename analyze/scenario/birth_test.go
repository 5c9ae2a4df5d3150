package scenario

import (
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// A healthy item has all that an item can have, and no two are alike.
func TestHealthyItems(t *testing.T) {
	s := mustParse(t, "sprints 1..12 of 2 weeks from 2026-01-05\n  has 7 stories, 2 bugs")
	titles, descriptions := map[string]bool{}, map[string]bool{}
	for _, it := range s.Snapshot.Items {
		text := it.First().State.Text
		if titles[text.Title] || descriptions[text.Description] {
			t.Errorf("%s is like another item: %q, %q", it.Key, text.Title, text.Description)
		}
		titles[text.Title], descriptions[text.Description] = true, true
		if it.Level() == backlog.FeatureLevel {
			if len(text.Description) <= 40 {
				t.Errorf("the goal of epic %s is short: %q", it.Key, text.Description)
			}
			continue
		}
		if it.Now().Type == Story && (!strings.HasPrefix(text.Description, "As a") || !strings.Contains(text.Description, ", so that ")) {
			t.Errorf("%s names nobody or no reason: %q", it.Key, text.Description)
		}
		if text.Criteria == "" || it.Now().Estimate == 0 || it.Creator().Name != "Ada" {
			t.Errorf("%s is not healthy: %+v by %s", it.Key, it.Now(), it.Creator().Name)
		}
		if parent := it.First().State.Parent; parent == nil || !parent.CreatedAt().Before(it.CreatedAt()) {
			t.Errorf("%s has no parent that was there before it", it.Key)
		}
		if refined := it.Revisions[1]; !refined.Changed.Has(backlog.ContentFields) || refined.By.Name == "Ada" {
			t.Errorf("%s was not refined by a developer, but %b by %s", it.Key, refined.Changed, refined.By.Name)
		}
	}
	if len(titles) != 12*9+11 {
		t.Errorf("got %d items, want 108 and an epic for every ten", len(titles))
	}
}

// Each modifier makes one thing unhealthy.
func TestModifiers(t *testing.T) {
	said := func(it *backlog.Item) string { return it.First().State.Text.Description }
	for _, c := range []struct {
		item string
		ok   func(*backlog.Item) bool
	}{
		{"PAY-1 story without a parent", func(it *backlog.Item) bool { return it.Now().Parent == nil }},
		{"PAY-1 story without a customer", func(it *backlog.Item) bool {
			return strings.HasPrefix(said(it), "We want to ") && !strings.Contains(it.Title(), " for ")
		}},
		{"PAY-1 story without a why", func(it *backlog.Item) bool { return !strings.Contains(said(it), "so that") }},
		{"PAY-1 story without criteria", func(it *backlog.Item) bool { return it.Now().Text.Criteria == "" }},
		{"PAY-1 story without a description", func(it *backlog.Item) bool { return it.Now().Text.Description == "" }},
		{"PAY-1 story without an estimate", func(it *backlog.Item) bool { return it.Now().Estimate == 0 }},
		{`PAY-1 story titled "Export"`, func(it *backlog.Item) bool { return it.Title() == "Export" }},
		{`PAY-0..1 stories titled "Export" or "Import"`, func(it *backlog.Item) bool { return it.Title() == "Import" }},
		{`PAY-1 story saying "Goal:\nas discussed"`, func(it *backlog.Item) bool { return it.Now().Text.Description == "Goal:\nas discussed" }},
		{`PAY-1 story 5 saying "x" without criteria`, func(it *backlog.Item) bool { return it.Now().Estimate == 5 && *it.Now().Text == *it.First().State.Text }},
		{"PAY-1 story labelled urgent", func(it *backlog.Item) bool { return it.Now().Labels[0] == "urgent" }},
		{"PAY-1 bug expedite", func(it *backlog.Item) bool { return it.Now().Labels[0] == "expedite" && it.Now().Type == Bug }},
		{"PAY-1 expedite bug 3", func(it *backlog.Item) bool { return it.Now().Labels[0] == "expedite" && it.Now().Type == Bug }},
		{`PAY-1 story for "Acme"`, func(it *backlog.Item) bool { return it.Now().Customers[0] == "Acme" }},
		{"PAY-1 story by Dana", func(it *backlog.Item) bool {
			return it.Creator().Name == "Dana" && it.Revisions[1].Changed == backlog.SprintField
		}},
		{"PAY-1 story of 200 words", func(it *backlog.Item) bool {
			n := len(strings.Fields(it.First().State.Text.Description))
			return n >= 200 && n < 230
		}},
		{"PAY-1 story untouched", func(it *backlog.Item) bool { return it.Revisions[1].Changed == backlog.SprintField }},
		{"PAY-1 story under PAY-900", func(it *backlog.Item) bool { return it.Now().Parent.Title() == "Misc" }},
		{"PAY-2 story, PAY-1 sub-task under PAY-2", func(it *backlog.Item) bool { return it.Now().Parent.Key == "PAY-2" && it.Level() == backlog.SubLevel }},
		{"PAY-1 spike 2", func(it *backlog.Item) bool { return it.Now().Type == Spike && it.Now().Estimate == 2 }},
		{"PAY-1 task", func(it *backlog.Item) bool { return it.Now().Type == Task }},
	} {
		s := mustParse(t, "epic PAY-900 \"Misc\"\nsprint 1 from 2026-03-02 to 2026-03-13\n  has "+c.item)
		if it := itemOf(t, s, "PAY-1"); !c.ok(it) {
			t.Errorf("%s: got %+v, saying %+v", c.item, *it.Now(), *it.Now().Text)
		}
	}
}

// An item can be told of before the line that describes it.
func TestDescribedLater(t *testing.T) {
	s := mustParse(t, "2026-02-16: Ada moves PAY-1 up\nsprint 1 from 2026-03-02 to 2026-03-13\n  has PAY-1 bug 2 by Dana")
	it := itemOf(t, s, "PAY-1")
	if it.Now().Type != Bug || it.Now().Estimate != 2 || it.Creator().Name != "Dana" || !it.CreatedAt().Before(time.Date(2026, 2, 16, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("got %+v by %s at %s", it.Now(), it.Creator().Name, it.CreatedAt())
	}
}

func TestStandingBacklog(t *testing.T) {
	s := mustParse(t, "backlog on 2025-09-01: PAY-100..159 stories by Dana\n2026-03-02: Ada adds 1 story")
	perDay := map[string]int{}
	for _, it := range s.Snapshot.Items {
		if it.Level() == backlog.BacklogLevel && it.Creator().Name == "Dana" {
			perDay[it.CreatedAt().Format(time.DateOnly)]++
			if it.CreatedAt().Format(time.DateOnly) >= "2025-09-01" || len(it.Revisions) != 1 {
				t.Errorf("%s was created at %s and changed %d times", it.Key, it.CreatedAt(), len(it.Revisions)-1)
			}
		}
	}
	if len(perDay) != 60 {
		t.Errorf("sixty items were written on %d days, want one a day", len(perDay))
	}
}

func TestEpics(t *testing.T) {
	s := mustParse(t, "epic PAY-1200 \"Misc\" since 2024-01-08\nepic PAY-900 \"Refunds\": \"Within a day\"\n2026-03-02: Ada adds PAY-1, PAY-2 story under PAY-1200\n2026-03-03: Ada retitles PAY-900: \"Refunds for all\"")
	if it := itemOf(t, s, "PAY-1200"); it.CreatedAt().Format(time.DateOnly) != "2024-01-08" || it.Now().Text.Description != "" || it.Now().Type != Epic {
		t.Errorf("PAY-1200 is %+v since %s", it.Now().Text, it.CreatedAt())
	}
	if it := itemOf(t, s, "PAY-900"); it.Title() != "Refunds for all" || it.Now().Text.Description != "Within a day" {
		t.Errorf("PAY-900 is %+v", it.Now().Text)
	}
	if parent := itemOf(t, s, "PAY-1").Now().Parent; parent.Key != "PAY-2000" {
		t.Errorf("PAY-1 hangs under %s, want an epic with a key nobody uses", parent.Key)
	}
	if got := mustParse(t, "no epics\n2026-03-02: Ada adds PAY-1").Snapshot.Items; len(got) != 1 {
		t.Errorf("got %d items, want no epic", len(got))
	}
	others := mustParse(t, "Dana writes the epics\nepic PAY-900 \"Refunds\"\n2026-03-02: Ada adds PAY-1, PAY-2 under PAY-900")
	for _, key := range []string{"PAY-1", "PAY-2"} {
		if up := itemOf(t, others, key).Now().Parent; up.Creator().Name != "Dana" {
			t.Errorf("%s wrote %s above %s, want Dana", up.Creator().Name, up.Key, key)
		}
	}
}
