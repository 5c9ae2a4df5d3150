package analyze

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

const article = `# Something is up

What it finds.

## Why it matters

Because.

## How it decides

By counting.

## Left out

Nothing.

## In the report

> found: {k} of {n} {what}

> well: {ok} of {n} are well ({share}).

## Could be harmless

- It is meant so.

## Ask

- Is it?

## Try

Something else.

## Sources

Our judgement.

## Examples

None.
`

// made is a rule that reports, per Sprint of a history of ten, so many hits of so many subjects.
type made struct {
	Share
	hits, of [10]int
	do       func(*Pass)
}

func (m made) Run(p *Pass) { m.play(p) }

func (m made) play(p *Pass) {
	p.Counts("thing", "things")
	p.Say("what", "things are odd")
	for i, w := range p.Windows {
		for j := range m.of[i] {
			s := Subject{Sprint: w.Sprint, At: w.From}
			p.Examine(s)
			if j < m.hits[i] {
				p.Report(s, p.SprintFact(w.Sprint, w.From, "thing %d", j))
			}
		}
	}
	if m.do != nil {
		m.do(p)
	}
}

var ten = [10]int{5, 5, 5, 5, 5, 5, 5, 5, 5, 5}

func all(n int) (a [10]int) {
	for i := range a {
		a[i] = n
	}
	return a
}

// tenSprints is a team of four with ten closed Sprints, and one item in each.
func tenSprints() *backlog.Snapshot {
	s := &backlog.Snapshot{Team: backlog.Team{Name: "T"}, Process: backlog.Scrum}
	status := &backlog.Status{ID: "1", Category: backlog.ToDo}
	kind := &backlog.Type{ID: "1", Name: "Story"}
	for i := range 4 {
		s.People = append(s.People, &backlog.Person{ID: fmt.Sprint(i)})
	}
	start := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	for i := range 10 {
		at := start.AddDate(0, 0, 14*i)
		s.Sprints = append(s.Sprints, &backlog.Sprint{ID: fmt.Sprint(i), Name: fmt.Sprintf("Sprint %d", i+1), Start: at, End: at.AddDate(0, 0, 11), Completed: at.AddDate(0, 0, 11)})
		state := &backlog.State{Status: status, Type: kind, Text: &backlog.Text{}}
		s.Items = append(s.Items, &backlog.Item{ID: fmt.Sprint(i), Key: fmt.Sprintf("P-%d", i), Revisions: []backlog.Revision{{At: at, By: s.People[i%4], Changed: backlog.Created, State: state}}})
		s.TakenAt = at.AddDate(0, 0, 12)
	}
	s.PulledAt = s.TakenAt
	return s
}

func check(rule Rule) Check {
	return Check{ID: "VAL-99", Name: "made", Group: Value, Class: Observed, Doc: article, Rule: rule}
}

var usual = Share{Amber: 0.30, Red: 0.60, MinN: 20, Origin: "our judgement"}

func first(t *testing.T, c ...Check) Finding {
	t.Helper()
	return Analyze(tenSprints(), c, Options{}).Checks[0]
}

func TestStatuses(t *testing.T) {
	hint := check(made{Share: usual, hits: ten, of: ten})
	hint.Class = Hint
	kanban := check(made{})
	kanban.Guards = []guards.ID{guards.NoSprints}
	blind := check(made{})
	blind.Needs = backlog.Comments | backlog.Links
	off := check(made{})
	off.Off = true
	for name, c := range map[string]struct {
		check  Check
		change func(*backlog.Snapshot)
		status Status
		level  Level
		says   string
	}{
		"nothing":                   {check(made{Share: usual, of: ten}), nil, OK, "", "50 of 50 are well (0 %)."},
		"everywhere":                {check(made{Share: usual, hits: ten, of: ten}), nil, Flag, Red, "50 of 50 things are odd (100 %, at least 97 %; worth talking about from 30 %, our judgement)."},
		"half":                      {check(made{Share: usual, hits: all(2), of: all(4)}), nil, Flag, Amber, "20 of 40 things are odd (50 %, at least 40 %"},
		"over, but not surely":      {check(made{Share: usual, hits: all(1), of: all(3)}), nil, Watch, "", "10 of 30"},
		"too few":                   {check(made{Share: usual, hits: all(1), of: all(1)}), nil, Insufficient, "", "10 things; 20 are needed"},
		"none at all":               {check(made{Share: usual}), nil, Insufficient, "", "0 things; 20 are needed"},
		"alike in clusters":         {check(made{Share: usual, hits: [10]int{5, 5, 0, 0, 5, 0, 0, 5, 5, 5}, of: ten}), nil, Insufficient, "", "50 things, alike enough to count for 10; 20 are needed"},
		"a hint":                    {hint, nil, Watch, "", "50 of 50"},
		"no Sprints":                {kanban, func(s *backlog.Snapshot) { s.Process = backlog.Kanban }, NotApplicable, "", "the team works without Sprints"},
		"not shown by the tracker":  {blind, func(s *backlog.Snapshot) { s.Missing = backlog.Links | backlog.RankHistory }, NotAssessable, "", "the tracker does not show: links"},
		"switched off":              {off, nil, NotApplicable, "", "switched off in the configuration"},
		"capped by the rule":        {check(made{Share: usual, hits: ten, of: ten, do: func(p *Pass) { p.CapAtWatch("reasons") }}), nil, Watch, "", "50 of 50"},
		"the rule cannot tell":      {check(made{Share: usual, hits: ten, of: ten, do: func(p *Pass) { p.CannotTell("no reason") }}), nil, NotAssessable, "", "no reason"},
		"a young team":              {check(made{Share: usual, hits: ten, of: ten}), func(s *backlog.Snapshot) { s.Sprints = s.Sprints[8:] }, Insufficient, "", "2 closed Sprints; 3 are needed"},
		"an empty board":            {check(made{Share: usual}), func(s *backlog.Snapshot) { s.Items = nil }, Insufficient, "", "there are no items"},
		"few, where six are needed": {check(made{Share: Share{Amber: 0.34, Red: 0.67, MinN: 4, FlagFrom: 6, Origin: "x"}, hits: [10]int{1, 1, 1, 1, 1}, of: [10]int{1, 1, 1, 1, 1}}), nil, Watch, "", "5 of 5"},
	} {
		s := tenSprints()
		if c.change != nil {
			c.change(s)
		}
		f := Analyze(s, []Check{c.check}, Options{}).Checks[0]
		if f.Status != c.status || f.Level != c.level {
			t.Errorf("%s: %s %s, want %s %s (%+v)", name, f.Status, f.Level, c.status, c.level, f)
		}
		if !strings.Contains(f.Message+f.Reason, c.says) {
			t.Errorf("%s: says %q %q, want %q", name, f.Message, f.Reason, c.says)
		}
		if (f.Reason == "") != (f.Status == OK || f.Status == Watch || f.Status == Flag) {
			t.Errorf("%s: status %s with reason %q", name, f.Status, f.Reason)
		}
	}
}

func TestPersistence(t *testing.T) {
	for name, c := range map[string]struct {
		hits [10]int
		want Status
	}{
		"in the end only once":    {[10]int{5, 5, 5, 5, 5, 5, 5, 0, 0, 3}, Watch},
		"in two of the last":      {[10]int{3, 3, 2, 3, 3, 2, 3, 3, 0, 3}, Flag},
		"over long ago":           {[10]int{5, 4, 5, 4, 4, 4, 4, 1, 0, 1}, Watch},
		"spread over all Sprints": {all(3), Flag},
	} {
		f := first(t, check(made{Share: Share{Amber: 0.30, Red: 0.90, MinN: 5, Origin: "x"}, hits: c.hits, of: ten}))
		if f.Status != c.want {
			t.Errorf("%s: %s, want %s (%v)", name, f.Status, c.want, f.Doubts)
		}
	}
}

// A Sprint that has just begun says nothing about whether the pattern lasts.
func TestTheRunningSprintBreaksNoPersistence(t *testing.T) {
	for _, c := range []struct {
		hits [10]int
		want Status
	}{
		{[10]int{3, 3, 3, 3, 3, 3, 3, 3, 0, 0}, Flag},
		{[10]int{3, 3, 3, 3, 3, 3, 3, 0, 0, 5}, Watch},
	} {
		team := tenSprints()
		team.Sprints[9].Completed = time.Time{}
		f := Analyze(team, []Check{check(made{Share: Share{Amber: 0.30, Red: 0.90, MinN: 5, Origin: "x"}, hits: c.hits, of: ten})}, Options{}).Checks[0]
		if f.Status != c.want || f.N != 50 {
			t.Errorf("%v: %s over %d, want %s over 50 (%v)", c.hits, f.Status, f.N, c.want, f.Doubts)
		}
	}
}

// With many checks at once, one that barely stands out may be chance, and says so.
func TestManyChecks(t *testing.T) {
	barely := check(made{Share: usual, hits: all(1), of: all(2)}) // 10 of 20: alone, a flag
	if f := first(t, barely); f.Status != Flag {
		t.Fatalf("alone it is %s (%v)", f.Status, f.Doubts)
	}
	checks := []Check{barely}
	for range 12 {
		checks = append(checks, check(made{Share: usual, of: ten}))
	}
	f := first(t, checks...)
	if f.Status != Flag || len(f.Doubts) != 1 || !strings.Contains(f.Doubts[0], "13 checks") {
		t.Errorf("among thirteen it is %s (%v)", f.Status, f.Doubts)
	}
}

func TestTrend(t *testing.T) {
	for want, hits := range map[string][10]int{
		"worse": {0, 0, 1, 0, 0, 4, 4, 5, 4, 5}, "better": {5, 4, 5, 4, 4, 0, 0, 1, 0, 0}, "no_clear_change": all(2),
	} {
		if f := first(t, check(made{Share: Share{Amber: 0.3, Red: 0.9, MinN: 1, Origin: "x"}, hits: hits, of: ten})); f.Trend != want {
			t.Errorf("%v: %s, want %s", hits, f.Trend, want)
		}
	}
}

// What speaks against a finding is told by its newest examples.
func TestTheNewestFactsAgainst(t *testing.T) {
	f := first(t, check(made{Share: usual, hits: ten, of: ten, do: func(p *Pass) {
		for day := range 25 * MostAgainst {
			p.Counter(Cite{Item: fmt.Sprint("P-", day), At: p.TakenAt.AddDate(0, 0, -day), What: "was fine"})
		}
	}}))
	if n := len(f.Against); n != MostAgainst || f.Against[0].Item != "P-0" || f.Against[n-1].Item != fmt.Sprint("P-", n-1) {
		t.Errorf("%d facts, from %s to %s, want %d from the newest on", n, f.Against[0].Item, f.Against[n-1].Item, MostAgainst)
	}
}

func TestReportsNeedEvidence(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a report without evidence must not pass")
		}
	}()
	new(Pass).Report(Subject{}) // not through Analyze: it ends the program
}

func TestConfigure(t *testing.T) {
	c := check(made{Share: usual, hits: all(2), of: all(4)})
	strict, err := c.Configure(func(rule any) error { rule.(*made).Amber = 0.5; return nil })
	if err != nil {
		t.Fatal(err)
	}
	if a, b := first(t, strict).Status, first(t, c).Status; a != OK || b != Flag {
		t.Errorf("the changed copy says %s, the original %s", a, b)
	}
	if _, err := c.Configure(func(any) error { return fmt.Errorf("no such setting") }); err == nil {
		t.Error("an unknown setting passes")
	}
}

func TestNothingIsNullWhereAListIsPromised(t *testing.T) {
	b, err := json.Marshal(Analyze(tenSprints(), []Check{check(made{})}, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"missing", "warnings", "roles", "checks", "stances", "errors", "subwindows", "doubts", "left_out", "evidence", "counter_evidence", "benign", "questions"} {
		if strings.Contains(string(b), `"`+name+`":null`) {
			t.Errorf("%s is null", name)
		}
	}
}

func TestArticlesAreComplete(t *testing.T) {
	if _, err := ReadArticle(article); err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string]string{
		"no title":     strings.Replace(article, "# Something is up", "Something is up", 1),
		"no section":   strings.Replace(article, "## Left out\n\nNothing.\n\n", "", 1),
		"wrong order":  strings.Replace(article, "## Ask", "## Asking", 1),
		"no sentence":  strings.Replace(article, "> found:", "> seen:", 1),
		"empty answer": strings.Replace(article, "Something else.", "", 1),
	} {
		if _, err := ReadArticle(broken); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestAFlagMayNeedAnotherCheckBesideIt(t *testing.T) {
	leaning := check(made{Share: usual, hits: all(5), of: ten, do: func(p *Pass) { p.CapUnless("VAL-98", "the other is silent") }})
	other := func(hits [10]int) Check {
		c := check(made{Share: usual, hits: hits, of: ten})
		c.ID = "VAL-98"
		return c
	}
	off := other(all(5))
	off.Off = true
	for _, c := range []struct {
		name   string
		checks []Check
		want   Status
	}{
		{"which finds something", []Check{leaning, other(all(5))}, Flag},
		{"which only watches", []Check{leaning, other([10]int{2, 2, 2, 2, 2, 2, 2, 1, 1, 2})}, Flag},
		{"which finds nothing", []Check{leaning, other(all(0))}, Watch},
		{"which is switched off", []Check{leaning, off}, Watch},
		{"which is not there", []Check{leaning}, Watch},
	} {
		f := first(t, c.checks...)
		if f.Status != c.want || (len(f.Doubts) > 0) != (c.want == Watch) {
			t.Errorf("%s: %s %q, want %s", c.name, f.Status, f.Doubts, c.want)
		}
	}
}
