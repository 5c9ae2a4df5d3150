package main

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// known is how IDs of checks look.
var known = regexp.MustCompile(`^(VAL|ORD|OWN|CRF|FLW)-\d\d$`)

// Every check must have a team that lives its pattern and one that only seems to, or
// that keeps it silent: a check that is never tried has no accuracy.
func TestEveryCheckIsTried(t *testing.T) {
	planted, spared := map[string]bool{}, map[string]bool{}
	names := map[string]bool{}
	for _, c := range simulate.Conditions() {
		for _, id := range slices.Concat(c.Shows, c.Spares, c.Mute) {
			if id != simulate.All && !known.MatchString(id) {
				t.Errorf("%s names the check %q", c.Name, id)
			}
		}
		for _, id := range c.Shows {
			planted[id] = planted[id] || c.Kind == simulate.Planted
		}
		for _, id := range slices.Concat(c.Spares, c.Mute) {
			spared[id] = true
		}
		switch {
		case names[c.Name]:
			t.Errorf("two conditions are called %q", c.Name)
		case c.About == "":
			t.Errorf("%s does not say what the people do", c.Name)
		case c.Kind == simulate.Planted && len(c.Shows) == 0, c.Kind == simulate.Borderline && len(c.Shows) == 0,
			c.Kind == simulate.LookAlike && len(c.Spares)+len(c.Mute) == 0, c.Kind == simulate.Sparse && len(c.Mute) == 0:
			t.Errorf("%s is %s, and does not say of which check", c.Name, c.Kind)
		}
		names[c.Name] = true
	}
	for _, c := range newBoard(nil).checks {
		if !planted[c.ID] || !spared[c.ID] && !spared[simulate.All] {
			t.Errorf("%s %s: no condition plants it (%v) or spares it (%v)", c.ID, c.Name, planted[c.ID], spared[c.ID])
		}
	}
}

// A few teams go the whole way: what is planted is found, and the healthy ones are left
// alone.
func TestTeamsGoThrough(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some teams through the whole program")
	}
	wanted := []string{"sound", "committee", "three people", "young team"}
	conditions := slices.DeleteFunc(simulate.Conditions(), func(c simulate.Condition) bool { return !slices.Contains(wanted, c.Name) })
	if len(conditions) != len(wanted) {
		t.Fatalf("%d of the conditions %q are there", len(conditions), wanted)
	}
	b, err := measure(t.Context(), conditions, options{teams: 2, workers: 2, first: 1})
	if err != nil {
		t.Fatal(err)
	}
	if flags, _ := b.flagsPerHealthyTeam(); flags != 0 || b.teams != 2 {
		t.Errorf("%g flags for a healthy team, of %d teams", flags, b.teams)
	}
	s := b.of(b.check("OWN-02"))
	if s.Recall != (rate{2, 2}) || s.FalseAlarms.K != 0 || s.silent.K != s.silent.N || s.silent.N < 4 {
		t.Errorf("OWN-02: recall %s, false alarms %s, silent %s", s.Recall.short(), s.FalseAlarms.short(), s.silent.short())
	}
	var page strings.Builder
	b.print(&page)
	for _, want := range []string{"| OWN-02 committee | 2/2 = 1.000 (0.342–1.000) |", "| young team | sparse |"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %q:\n%s", want, page.String())
		}
	}
}

func finding(status analyze.Status, class analyze.Class, doubts ...string) analyze.Finding {
	return analyze.Finding{Status: status, Class: string(class), Doubts: doubts, K: 3, N: 30, Effective: 30}
}

// What a check says of a team counts for one thing and not for another.
func TestCells(t *testing.T) {
	chance := "with 25 checks tested at once, one that finds as little alone could be chance"
	for _, x := range []struct {
		what  string
		said  analyze.Finding
		needs float64
		want  cell
	}{
		{"a flag", finding(analyze.Flag, analyze.Observed), 20, cell{found: 1, flagged: 1, opinion: 1}},
		{"a hint at watch is all it can say", finding(analyze.Watch, analyze.Hint), 20, cell{found: 1, opinion: 1}},
		{"watch is no finding", finding(analyze.Watch, analyze.Proxy), 20, cell{opinion: 1}},
		{"a flag among many checks", finding(analyze.Flag, analyze.Proxy, chance), 20, cell{found: 1, flagged: 1, shaky: 1, opinion: 1}},
		{"an opinion on too little", finding(analyze.OK, analyze.Proxy), 40, cell{opinion: 1, short: 1, rash: 1}},
		{"no opinion on too little", finding(analyze.Insufficient, analyze.Proxy), 40, cell{short: 1}},
		{"not its business", finding(analyze.NotApplicable, analyze.Proxy), 40, cell{}},
	} {
		var got cell
		got.add(x.said, x.needs)
		got.missed, got.counted = nil, rate{}
		if !equal(got, x.want) {
			t.Errorf("%s: %+v, want %+v", x.what, got, x.want)
		}
	}
}

func equal(a, b cell) bool {
	return a.found == b.found && a.flagged == b.flagged && a.shaky == b.shaky &&
		a.opinion == b.opinion && a.short == b.short && a.rash == b.rash
}

// The words by which the driver says that it could be chance are those that are counted.
func TestChanceIsRecognised(t *testing.T) {
	c := slices.IndexFunc(simulate.Conditions(), func(c simulate.Condition) bool { return c.Name == "never says no" })
	b, err := measure(context.Background(), simulate.Conditions()[c:c+1], options{teams: 2, workers: 2, first: 1})
	if err != nil {
		t.Fatal(err)
	}
	if c := b.cells[0][b.check("ORD-04")]; c.found == 0 || c.shaky != c.found {
		t.Errorf("of %d findings that stand alone among many checks, %d say that they could be chance", c.found, c.shaky)
	}
}

// Below the floors, the run for every change fails, and says of what.
func TestFloors(t *testing.T) {
	conditions := []simulate.Condition{
		{Name: "well", Kind: simulate.Healthy, Spares: []string{simulate.All}},
		{Name: "alike", Kind: simulate.LookAlike, Spares: []string{"OWN-02"}},
		{Name: "planted", Kind: simulate.Planted, Shows: []string{"OWN-02"}},
		{Name: "young", Kind: simulate.Sparse, Mute: []string{simulate.All}},
	}
	b := newBoard(conditions)
	b.teams = 200
	j := b.check("OWN-02")
	b.cells[2][j] = cell{found: 190, shaky: 5}
	if err := b.holds(); err != nil {
		t.Errorf("all is well: %v", err)
	}
	b.cells[0][j] = cell{found: 60, flagged: 60, opinion: 200}
	b.cells[1][j] = cell{found: 10}
	b.cells[2][j] = cell{found: 90}
	b.cells[3][j] = cell{opinion: 1}
	err := b.holds()
	if err == nil {
		t.Fatal("nothing is well, and it holds")
	}
	for _, want := range []string{"planted patterns found: 90/200", "look-alikes taken for the pattern: 10/200", "flags of a healthy team: 0.3", "silent where there is too little"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in:\n%v", want, err)
		}
	}
}
