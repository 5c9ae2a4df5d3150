package conformance_test

// This test holds that links which came and went are the same from each tracker, at every
// earlier moment too.

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func day(n int) time.Time { return monday.AddDate(0, 0, n) }

// comings is a history of three items. Of the first, one link was made when the third was
// written, one later; one was taken away again, and made anew.
func comings() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "Checkout"}, backlog.Kanban, nil)
	ada := r.Person("acc-ada", "Ada")
	a := r.Create(day(0), ada, "PAY-1", backlog.State{})
	b := r.Create(day(0).Add(time.Hour), ada, "PAY-2", backlog.State{})
	c := r.Create(day(4), ada, "PAY-3", backlog.State{})
	for _, n := range []int{2, 5, 8, 10} {
		r.Change(day(n), ada, a, backlog.LinkField, nil)
		r.Change(day(n), ada, b, backlog.LinkField, nil)
	}
	r.Link(day(4), a, backlog.SplitTo, c)
	r.Link(day(5), a, backlog.Blocks, b)
	r.Link(day(10), a, backlog.Related, b)
	for from, to := range map[*backlog.Item]*backlog.Item{a: b, b: a} {
		from.PastLinks = []backlog.PastLink{{Link: backlog.Link{Key: to.Key, Made: day(2)}, Until: day(8)}}
	}
	return r.Snapshot(day(20))
}

func TestLinksAreOneHistory(t *testing.T) {
	for name, through := range map[string]func(*backlog.Snapshot) *backlog.Snapshot{
		"Jira Cloud":  func(s *backlog.Snapshot) *backlog.Snapshot { return throughJira(t, s, jirafake.New(s)) },
		"Data Center": func(s *backlog.Snapshot) *backlog.Snapshot { return throughJira(t, s, jirafake.NewDataCenter(s)) },
		"Azure": func(s *backlog.Snapshot) *backlog.Snapshot {
			return throughAzure(t, s, azurefake.New(azurefake.Options{}, s))
		},
		"Azure, by updates": func(s *backlog.Snapshot) *backlog.Snapshot {
			server := azurefake.New(azurefake.Options{}, s)
			server.Faults = azurefake.Faults{Absent: []string{"/reporting/"}}
			return throughAzure(t, s, server)
		},
	} {
		t.Run(name, func(t *testing.T) {
			told := comings()
			came := through(told)
			for _, n := range []int{0, 1, 3, 4, 6, 9, 11, 20} {
				then := day(n).Add(time.Minute)
				want, got := told.AsOf(then), came.AsOf(then)
				if want.Undated != got.Undated {
					t.Errorf("on day %d, %v are told as now, want %v", n, got.Undated.Names(), want.Undated.Names())
				}
				if diff := cmp.Diff(linksOf(want), linksOf(got)); diff != "" {
					t.Errorf("on day %d, the links are (-told +came):\n%s", n, diff)
				}
			}
		})
	}
}

// linksOf are the links of all items.
func linksOf(s *backlog.Snapshot) map[string][]string {
	all := map[string][]string{}
	for _, it := range s.Items {
		all[it.Key] = links(s, it)
	}
	return all
}

// The links of the example are told of the past from each tracker: none is unclear, and those
// that were made since are not there.
func TestLinksOfTheExampleHaveAPast(t *testing.T) {
	told := simulate.Demo()[0].Snapshot
	then := told.TakenAt.AddDate(0, 0, -90)
	want, now := len(linksIn(told.AsOf(then))), len(linksIn(told))
	if want == 0 || want == now {
		t.Fatalf("the example has %d links, %d of them before: that tries nothing", now, want)
	}
	for name, came := range map[string]*backlog.Snapshot{
		"Jira":  throughJira(t, told, jirafake.New(told)),
		"Azure": throughAzure(t, told, azurefake.New(azurefake.Options{}, told)),
	} {
		cut := came.AsOf(then)
		if got := len(linksIn(cut)); got != want || cut.Undated&backlog.Links != 0 {
			t.Errorf("%s: %d links were there, want %d; told as now: %v", name, got, want, cut.Undated.Names())
		}
	}
}

func linksIn(s *backlog.Snapshot) (all []backlog.Link) {
	for _, it := range s.Items {
		all = append(all, it.Links...)
	}
	return all
}
