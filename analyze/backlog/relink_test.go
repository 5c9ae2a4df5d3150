package backlog_test

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// At every earlier moment an item has the links that it had: none that was made later, each
// that was taken away since, and of what is unclear the Snapshot says that it tells the present.
func TestAsOfHasTheLinksOfThatMoment(t *testing.T) {
	linked := func(day string, to string) backlog.Link { return backlog.Link{Key: to, Made: moment(day + " 09:00")} }
	past := func(made, until, to string, unclear bool) backlog.PastLink {
		l := backlog.PastLink{Link: backlog.Link{Relation: backlog.Blocks, Key: to}, Until: moment(until + " 09:00"), Unclear: unclear}
		if made != "" {
			l.Made = moment(made + " 09:00")
		}
		return l
	}
	goals, all := backlog.SprintGoals, backlog.SprintGoals|backlog.Links
	for name, c := range map[string]struct {
		links   []backlog.Link
		past    []backlog.PastLink
		want    map[string]string // by the day
		undated map[string]backlog.Aspects
	}{
		"made on a day":              {links: []backlog.Link{linked("2026-02-10", "X-1")}, want: map[string]string{"2026-02-09": "", "2026-02-10": "X-1", "2026-02-28": "X-1"}},
		"there from the beginning":   {links: []backlog.Link{{Key: "X-1"}}, want: map[string]string{"2026-02-02": "X-1"}},
		"no date, to a later item":   {links: []backlog.Link{{Key: "P-2"}}, want: map[string]string{"2026-02-05": "", "2026-02-20": "P-2"}},
		"taken away":                 {past: []backlog.PastLink{past("2026-02-10", "2026-02-12", "X-1", false)}, want: map[string]string{"2026-02-09": "", "2026-02-11": "X-1", "2026-02-12": ""}},
		"taken away, from the start": {past: []backlog.PastLink{past("", "2026-02-12", "X-1", false)}, want: map[string]string{"2026-02-02": "X-1", "2026-02-13": ""}},
		"one taken away, one made":   {links: []backlog.Link{linked("2026-02-12", "X-2")}, past: []backlog.PastLink{past("2026-02-10", "2026-02-12", "X-1", false)}, want: map[string]string{"2026-02-09": "", "2026-02-11": "X-1", "2026-02-12": "X-2"}},
		"taken away, nobody knows what": {past: []backlog.PastLink{past("2026-02-10", "2026-02-12", "X-1", true)}, want: map[string]string{"2026-02-09": "", "2026-02-11": "", "2026-02-12": ""},
			undated: map[string]backlog.Aspects{"2026-02-11": all}},
		"nobody knows since when": {links: []backlog.Link{{Key: "X-1"}}, past: []backlog.PastLink{past("", "2026-03-02", "X-1", true)}, want: map[string]string{"2026-02-03": "X-1", "2026-03-01": "X-1"},
			undated: map[string]backlog.Aspects{"2026-02-03": all, "2026-03-01": all}},
		"unclear, but to a later item": {links: []backlog.Link{{Key: "P-2"}}, past: []backlog.PastLink{past("", "2026-03-02", "P-2", true)}, want: map[string]string{"2026-02-05": "", "2026-02-20": "P-2"},
			undated: map[string]backlog.Aspects{"2026-02-20": all}},
	} {
		t.Run(name, func(t *testing.T) {
			whole := twoItems()
			one := item(whole, "P-1")
			one.Links, one.PastLinks = c.links, c.past
			before := keys(one)
			for day, want := range c.want {
				cut := whole.AsOf(moment(day + " 12:00"))
				if got := keys(item(cut, "P-1")); got != want {
					t.Errorf("on %s the item is linked to %q, want %q", day, got, want)
				}
				undated := goals | c.undated[day]
				if cut.Undated != undated {
					t.Errorf("on %s, %v are told as now, want %v", day, cut.Undated.Names(), undated.Names())
				}
				if again := whole.AsOf(moment("2026-03-01 18:00")).AsOf(cut.TakenAt); keys(item(again, "P-1")) != want || again.Undated&undated != undated {
					t.Errorf("on %s, cut twice, the item is linked to %q, and %v are told as now", day, keys(item(again, "P-1")), again.Undated.Names())
				}
			}
			if keys(one) != before || len(one.PastLinks) != len(c.past) {
				t.Error("the whole Snapshot was changed")
			}
		})
	}
}

// twoItems are P-1 from 2 February on, and P-2 from the 10th, which nobody touched since.
func twoItems() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	one := r.Create(moment("2026-02-02 09:00"), ada, "P-1", backlog.State{})
	r.Create(moment("2026-02-10 09:00"), ada, "P-2", backlog.State{})
	r.End(moment("2026-02-02 10:00"), ada, one, backlog.Delivered) // in no order any more
	return r.Snapshot(moment("2026-03-02 09:00"))
}

func keys(it *backlog.Item) string {
	var all []string
	for _, l := range it.Links {
		all = append(all, l.Key)
	}
	return strings.Join(all, " ")
}

// A link of a told history has the date of its sentence, on both sides.
func TestLinksOfAHistoryAreDated(t *testing.T) {
	s, err := scenario.Parse("history", `
sprint 1 from 2026-03-02 to 2026-03-13: Refunds work end to end
  has PAY-1 story 5, PAY-2 story 3
  day 4: Ada links PAY-2 to customer request SUP-1
  day 4: Ada splits PAY-1 into PAY-31
`)
	if err != nil {
		t.Fatal(err)
	}
	before, after := s.Snapshot.AsOf(moment("2026-03-04 12:00")), s.Snapshot.AsOf(moment("2026-03-06 12:00"))
	for key, want := range map[string]string{"PAY-1": "PAY-31", "PAY-2": "SUP-1"} {
		if got, then := keys(item(after, key)), keys(item(before, key)); got != want || then != "" {
			t.Errorf("%s was linked to %q, before to %q, want %q and nothing", key, got, then, want)
		}
	}
	if keys(item(after, "PAY-31")) != "PAY-1" || (before.Undated|after.Undated)&backlog.Links != 0 {
		t.Errorf("the part is linked to %q, and links are without a date: %v", keys(item(after, "PAY-31")), before.Undated.Names())
	}
}
