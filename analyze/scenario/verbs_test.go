package scenario

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Every verb, by what the item is after it. The sentence under test is on day 3 of a
// Sprint that holds PAY-1 to PAY-3, with PAY-50 to PAY-52 waiting in the backlog.
func TestVerbs(t *testing.T) {
	const told = `
epic PAY-900 "Faster refunds": "Refund within one day so that customers come back"
backlog on 2026-02-20: PAY-50..52 stories
sprint 7 from 2026-03-02 to 2026-03-13: Refunds work end to end
  has PAY-1..3 stories 3
  unfinished every item
  day 3: %s
sprint 8 from 2026-03-16 to 2026-03-27: Refunds reach the same card
`
	for _, c := range []struct {
		sentence, key string
		changed       backlog.Fields // of the act; 0: none
		see           func(*backlog.Item) any
		want          any
	}{
		{"Ben adds PAY-9 bug 8", "PAY-9", backlog.SprintField, now(func(s *backlog.State) any { return fmt.Sprint(s.Type.Name, s.Estimate) }), "Bug8"},
		{"Ben adds PAY-50", "PAY-50", backlog.SprintField, sprintNames, "Sprint 7, Sprint 8"},
		{"Dana requests PAY-9", "PAY-9", backlog.Created, creator, "Dana"},
		{`Dana requests PAY-8..9: "Export as CSV"`, "PAY-9", backlog.Created, titled, "Export as CSV 2"},
		{"Ada imports PAY-8..9 stories in bulk", "PAY-9", backlog.Created, sprintNames, ""},
		{"Ada splits PAY-1 into PAY-31 story, PAY-32", "PAY-32", backlog.SprintField, links, "[1 PAY-1 false]"},
		{"Ada splits PAY-1 into PAY-31 story, PAY-32", "PAY-1", backlog.LinkField, links, "[2 PAY-31 false 2 PAY-32 false]"},
		{"Ada splits PAY-50 into PAY-31", "PAY-31", backlog.Created, sprintNames, ""},
		{"Ada removes PAY-2", "PAY-2", backlog.SprintField, sprintNames, ""},
		{"Ada removes the newest item", "PAY-1", backlog.SprintField, sprintNames, ""},
		{"Cleo takes PAY-1", "PAY-1", backlog.AssigneeField, assignee, "Cleo"},
		{"Ada assigns PAY-1 to Cleo", "PAY-1", backlog.AssigneeField, assignee, "Cleo"},
		{"Cleo starts PAY-50", "PAY-50", backlog.StatusField | backlog.AssigneeField, status, "In Progress 0"},
		{"Cleo finishes PAY-1", "PAY-1", backlog.StatusField | backlog.OutcomeField, status, "Done 1"},
		{"Ada declines PAY-50", "PAY-50", backlog.StatusField | backlog.OutcomeField, status, "Done 2"},
		{`Ada declines PAY-50: "Not this year"`, "PAY-50", backlog.StatusField | backlog.OutcomeField, comments, "Ada: Not this year []"},
		{"Ada closes PAY-51 as duplicate of PAY-50", "PAY-51", backlog.StatusField | backlog.OutcomeField, links, "[4 PAY-50 false]"},
		{"Ada closes PAY-51 as duplicate of PAY-50", "PAY-51", backlog.StatusField | backlog.OutcomeField, status, "Done 3"},
		{"Ada closes PAY-51 as obsolete", "PAY-51", backlog.StatusField | backlog.OutcomeField, status, "Done 2"},
		{"Ada closes PAY-51 as incomplete", "PAY-51", backlog.StatusField | backlog.OutcomeField, status, "Done 4"},
		{"Ben blocks PAY-1", "PAY-1", backlog.FlagField, now(func(s *backlog.State) any { return s.Flagged }), true},
		{"Ben unblocks PAY-1", "PAY-1", backlog.FlagField, now(func(s *backlog.State) any { return s.Flagged }), false},
		{`Ben asks on PAY-1: "Which currency, @Ada?"`, "PAY-1", 0, comments, "Ben: Which currency, @Ada? [ada]"},
		{`Ada answers on every item: "Euro."`, "PAY-3", 0, comments, "Ada: Euro. []"},
		{`Dana says on PAY-1: "One.\nTwo."`, "PAY-1", 0, comments, "Dana: One.\nTwo. []"},
		{"Ada moves PAY-52 up", "PAY-52", backlog.RankField, order, 0},
		{"Ada moves PAY-50 down", "PAY-50", backlog.RankField, order, 2},
		{"Ada moves PAY-50 down", "PAY-50", backlog.RankField, rank, int8(-1)},
		{"Ada reorders PAY-52, PAY-50", "PAY-50", backlog.RankField, order, 1},
		{"Ada sets PAY-50 to high priority", "PAY-50", backlog.PriorityField, now(func(s *backlog.State) any { return s.Priority.Name }), "High"},
		{"Ada gives the oldest item the due date 2026-04-03", "PAY-50", backlog.DatesField, rank, int8(0)},
		{"Ada estimates PAY-50 at 0.5", "PAY-50", backlog.EstimateField, now(func(s *backlog.State) any { return s.Estimate }), 0.5},
		{"Ada puts PAY-50 under PAY-900", "PAY-50", backlog.ParentField, now(func(s *backlog.State) any { return s.Parent.Title() }), "Faster refunds"},
		{"Ada puts PAY-50 in sprint 8", "PAY-50", backlog.SprintField, sprintNames, "Sprint 8"},
		{"Ada labels PAY-50 with icebox", "PAY-50", backlog.LabelsField, now(func(s *backlog.State) any { return fmt.Sprint(s.Labels) }), "[icebox]"},
		{"Ada moves PAY-50 to status On Ice", "PAY-50", backlog.StatusField, status, "On Ice 0"},
		{"Ada moves PAY-50 to another project", "PAY-50", backlog.ProjectField, order, 0},
		{"Ada links PAY-50 to customer request SUP-12", "PAY-50", backlog.LinkField, links, "[0 SUP-12 true]"},
		{`Ada retitles PAY-50: "Export"`, "PAY-50", backlog.TitleField, titled, "Export"},
		{`Ada rewrites PAY-50: "Export"`, "PAY-50", backlog.DescriptionField, now(func(s *backlog.State) any { return s.Text.Description }), "Export"},
		{`Ada writes criteria on PAY-50: "- It opens"`, "PAY-50", backlog.CriteriaField, now(func(s *backlog.State) any { return s.Text.Criteria }), "- It opens"},
	} {
		s, err := Parse("test", fmt.Sprintf(told, c.sentence))
		if err != nil {
			t.Errorf("%s: %v", c.sentence, err)
			continue
		}
		it := itemOf(t, s, c.key)
		if got := fmt.Sprint(c.see(it)); got != fmt.Sprint(c.want) {
			t.Errorf("%s: %s is %q, want %q", c.sentence, c.key, got, c.want)
		}
		if c.changed != 0 && !changedOn(it, "2026-03-04", c.changed) {
			t.Errorf("%s: no act on day 3 changes %b of %s", c.sentence, c.changed, c.key)
		}
		if !factOn(s, 7, c.key) {
			t.Errorf("%s: line 7 tells nothing of %s", c.sentence, c.key)
		}
	}
}

func now(f func(*backlog.State) any) func(*backlog.Item) any {
	return func(it *backlog.Item) any { return f(it.Now()) }
}

func TestReopen(t *testing.T) {
	s := mustParse(t, "sprint 7 from 2026-03-02 to 2026-03-13\n  has PAY-1\n  day 3: Ben finishes PAY-1\n  day 5: Ben reopens PAY-1")
	want := []string{"2026-03-02 Ada sprints 1", "2026-03-02 Ben started", "2026-03-04 Ben finished", "2026-03-06 Ben changed", "2026-03-10 Ben finished"}
	if diff := cmp.Diff(want, acts(itemOf(t, s, "PAY-1"), "2026-03-01")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRewriteWithoutText(t *testing.T) {
	s := mustParse(t, "2026-03-02: Dana requests PAY-1\n2026-03-03: Ada rewrites PAY-1")
	it := itemOf(t, s, "PAY-1")
	if before, after := it.First().State.Text.Description, it.Now().Text.Description; before == after || after == "" {
		t.Errorf("the description was %q and is %q, want another one", before, after)
	}
}

// A Sprint can be filled long before it starts, and a parking Sprint never starts.
func TestPuttingAside(t *testing.T) {
	s := mustParse(t, `
parking sprint Later
2026-02-02: Ada puts PAY-1, PAY-2 in sprint Later
2026-02-03: Ada puts PAY-1 in sprint 8
sprint 8 from 2026-03-16 to 2026-03-27
  has PAY-3`)
	if got := sprintNames(itemOf(t, s, "PAY-1")); got != "Sprint 8" {
		t.Errorf("PAY-1 is in %q, want Sprint 8 alone", got)
	}
	if got := itemOf(t, s, "PAY-2"); sprintNames(got) != "Later" || !got.Commitment(backlog.Scrum).At.IsZero() {
		t.Errorf("PAY-2 is in %q and committed to at %v, want it parked", sprintNames(got), got.Commitment(backlog.Scrum))
	}
	if got := status(itemOf(t, s, "PAY-1")); got != "Done 1" {
		t.Errorf("PAY-1 is %s after its Sprint, want it finished", got)
	}
}
