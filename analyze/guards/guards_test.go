package guards_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func recorder() *scenario.Recorder {
	return scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
}

func facts(r *scenario.Recorder, days int) (*backlog.Snapshot, *guards.Facts) {
	s := r.Snapshot(monday.AddDate(0, 0, days))
	return s, guards.New(s, s.TakenAt.AddDate(0, 0, -180), guards.Declared{}, nil)
}

func acts(f *guards.Facts, s *backlog.Snapshot) int {
	n := 0
	for _, it := range s.Items {
		for a := range f.Acts(it) {
			if a.Before() != nil {
				n++
			}
		}
	}
	return n
}

func TestBulkIsOneAct(t *testing.T) {
	for _, c := range []struct {
		items int
		gap   time.Duration
		want  int
	}{
		{10, 20 * time.Second, 1},
		{9, 20 * time.Second, 9},
		{12, 61 * time.Second, 12},
	} {
		r := recorder()
		ada := r.Person("ada", "Ada")
		for i := range c.items {
			it := r.Create(monday.Add(time.Duration(i)*time.Hour), ada, fmt.Sprintf("P-%d", i), backlog.State{})
			r.Rank(monday.AddDate(0, 0, 14).Add(time.Duration(i)*c.gap), ada, it, 1, 0)
		}
		s, f := facts(r, 30)
		if got := acts(f, s); got != c.want {
			t.Errorf("%d moves %v apart are %d acts, want %d", c.items, c.gap, got, c.want)
		}
	}
}

func TestBotsAreNobody(t *testing.T) {
	r := recorder()
	app, named, sleepless, ada := r.Person("1", "Tidy"), r.Person("2", "Release Bot"), r.Person("3", "Sam"), r.Person("4", "Abbott")
	jenkins, server := r.Person("5", "Paul Jenkins"), r.Person("6", "jenkins")
	app.App = true
	it := r.Create(monday, ada, "P-1", backlog.State{})
	for day := range 8 {
		for hour := range 24 {
			r.Rank(monday.AddDate(0, 0, day).Add(time.Duration(hour)*time.Hour+time.Minute), sleepless, it, 1, 0)
		}
	}
	_, f := facts(r, 30)
	for p, want := range map[*backlog.Person]bool{app: false, named: false, sleepless: false, ada: true, jenkins: true, server: false, nil: false} {
		if got := f.Human(p); got != want {
			t.Errorf("%+v human: %v, want %v", p, got, want)
		}
	}
}

func TestImportEndsHistory(t *testing.T) {
	r := recorder()
	ada := r.Person("ada", "Ada")
	for i := range 40 {
		it := r.Create(monday.Add(time.Duration(i)*time.Minute), ada, fmt.Sprintf("OLD-%d", i), backlog.State{})
		r.Rank(monday.Add(10*time.Hour+time.Duration(i)*2*time.Minute), ada, it, 1, 0)
	}
	for i := range 40 {
		r.Create(monday.AddDate(0, 0, 1+i), ada, fmt.Sprintf("NEW-%d", i), backlog.State{})
	}
	s, f := facts(r, 60)
	if got := f.Imported(); s.Calendar.Date(got) != "2026-03-02" {
		t.Errorf("imported until %v", got)
	}
	if n := acts(f, s); n != 0 {
		t.Errorf("%d acts on the day of the import count", n)
	}
	if last := f.LastTouch(s.Items[0], s.TakenAt); !last.Equal(f.Imported()) {
		t.Errorf("ages begin at the import, got %v", last)
	}
}

func TestOneHand(t *testing.T) {
	for _, c := range []struct {
		others int
		want   bool
	}{{0, true}, {2, true}, {3, false}, {20, false}} {
		r := recorder()
		ada, ben := r.Person("ada", "Ada"), r.Person("ben", "Ben")
		for i := range 20 {
			it := r.Create(monday.AddDate(0, 0, i), ada, fmt.Sprintf("P-%d", i), backlog.State{})
			if i < c.others {
				r.Rank(monday.AddDate(0, 0, i).Add(time.Hour), ben, it, 1, 0)
			}
		}
		if _, f := facts(r, 60); f.OneHand() != c.want {
			t.Errorf("20 changes of one and %d of another are one hand: %v, want %v", c.others, f.OneHand(), c.want)
		}
	}
}

func TestAWorkshopIsNoImport(t *testing.T) {
	r := recorder()
	ada := r.Person("ada", "Ada")
	for i := range 25 {
		r.Create(monday.Add(time.Duration(i)*2*time.Minute), ada, fmt.Sprintf("P-%d", i), backlog.State{})
	}
	if _, f := facts(r, 60); !f.Imported().IsZero() {
		t.Errorf("25 items of one workshop pass for an import")
	}
}

func TestYoungTeams(t *testing.T) {
	r := recorder()
	r.Create(monday, r.Person("ada", "Ada"), "P-1", backlog.State{})
	if _, f := facts(r, 30); f.Young() != "30 days of history; 60 are needed" {
		t.Errorf("after a month: %q", f.Young())
	}
	r = recorder()
	r.Create(monday, r.Person("ada", "Ada"), "P-1", backlog.State{})
	r.Sprint(backlog.Sprint{ID: "1", Start: monday, Completed: monday.AddDate(0, 0, 14)})
	if _, f := facts(r, 90); f.Young() != "1 closed Sprint; 3 are needed" {
		t.Errorf("after one Sprint: %q", f.Young())
	}
}

func TestShutdownWeeksAreNobodysDelay(t *testing.T) {
	r := recorder()
	ada := r.Person("ada", "Ada")
	it := r.Create(monday, ada, "P-1", backlog.State{})
	for day := range 70 {
		at := monday.AddDate(0, 0, day).Add(time.Hour)
		if at.Weekday() == time.Saturday || at.Weekday() == time.Sunday || day/7 == 5 {
			continue
		}
		for i := range 3 {
			r.Rank(at.Add(time.Duration(i)*time.Hour), ada, it, 1, 0)
		}
	}
	_, f := facts(r, 70)
	if f.Worked(monday.AddDate(0, 0, 35)) || !f.Worked(monday.AddDate(0, 0, 28)) {
		t.Error("the sixth week was a shutdown, the fifth was not")
	}
	if got := f.WorkedDays(monday, monday.AddDate(0, 0, 69)); got != 45 {
		t.Errorf("%d days worked, want 45", got)
	}
	if !f.Away(ada, monday.AddDate(0, 0, 37)) || f.Away(ada, monday.AddDate(0, 0, 30)) {
		t.Error("Ada was away in the sixth week only")
	}
}

func TestTouches(t *testing.T) {
	r := recorder()
	ada, bot := r.Person("ada", "Ada"), r.Person("bot", "Stale Bot")
	it := r.Create(monday, ada, "P-1", backlog.State{})
	r.Comment(monday.AddDate(0, 0, 10), bot, it, "This item has had no activity for a long time and will be closed.")
	r.Comment(monday.AddDate(0, 0, 20), ada, it, "ok")
	r.Change(monday.AddDate(0, 0, 30), ada, it, backlog.EffortField, func(*backlog.State) {})
	_, f := facts(r, 60)
	if last := f.LastTouch(it, monday.AddDate(0, 0, 60)); !last.Equal(monday) {
		t.Errorf("a bot, a grunt and a time sheet are no touch, got %v", last)
	}
	r = recorder()
	ada = r.Person("ada", "Ada")
	it = r.Create(monday, ada, "P-1", backlog.State{})
	r.Comment(monday.AddDate(0, 0, 10), ada, it, "The shop in Oslo still asks for this.")
	_, f = facts(r, 60)
	if last := f.LastTouch(it, monday.AddDate(0, 0, 60)); !last.Equal(monday.AddDate(0, 0, 10)) {
		t.Errorf("a comment in earnest is a touch, got %v", last)
	}
}

func TestDefaultPriority(t *testing.T) {
	medium, high := &backlog.Priority{Name: "Medium", Rank: 2}, &backlog.Priority{Name: "High", Rank: 1}
	r := recorder()
	ada := r.Person("ada", "Ada")
	for i := range 10 {
		p := medium
		if i < 3 {
			p = high
		}
		r.Create(monday.Add(time.Duration(i)*time.Hour), ada, fmt.Sprintf("P-%d", i), backlog.State{Priority: p})
	}
	judged := r.Item("P-9")
	r.Change(monday.AddDate(0, 0, 3), ada, judged, backlog.PriorityField, func(s *backlog.State) { s.Priority = high })
	r.Change(monday.AddDate(0, 0, 6), ada, judged, backlog.PriorityField, func(s *backlog.State) { s.Priority = medium })
	s, f := facts(r, 60)
	if f.DefaultPriority() != medium {
		t.Errorf("the default is %+v", f.DefaultPriority())
	}
	for key, want := range map[string]*backlog.Priority{"P-1": high, "P-5": nil, "P-9": medium} {
		if got := f.Chosen(r.Item(key), s.TakenAt); got != want {
			t.Errorf("of %s, %+v was chosen, want %+v", key, got, want)
		}
	}
}

// Who fills a Sprint decides what comes first, be it minutes before the Sprint begins or
// on its first day; who adds to it later does not.
func TestPlanningIsOrdering(t *testing.T) {
	for hours, want := range map[int]bool{-20: true, -1: true, 8: true, 30: false} {
		r := recorder()
		ada := r.Person("ada", "Ada")
		it := r.Create(monday.AddDate(0, 0, -5), ada, "P-1", backlog.State{})
		sprint := r.Sprint(backlog.Sprint{ID: "1", Start: monday, End: monday.AddDate(0, 0, 11)})
		r.Join(monday.Add(time.Duration(hours)*time.Hour), ada, it, sprint)
		_, f := facts(r, 60)
		for a := range f.Acts(it) {
			if a.Changed.Has(backlog.SprintField) && guards.Orders(a) != want {
				t.Errorf("%d hours after the beginning: ordering %v, want %v", hours, !want, want)
			}
		}
	}
}

func TestEveryGuardHasWords(t *testing.T) {
	for i := 1; i <= 19; i++ {
		if g := guards.ID(fmt.Sprintf("G%d", i)); g.Words() == "" {
			t.Errorf("%s has no words", g)
		}
	}
}

func TestTextsAreReadWithoutTheirTemplates(t *testing.T) {
	r := recorder()
	for i := range 12 {
		r.Create(monday.AddDate(0, 0, i), nil, fmt.Sprintf("A-%d", i), backlog.State{Type: scenario.Story, Text: &backlog.Text{
			Title:       fmt.Sprintf("Die Rechnung Nummer %d anzeigen", i),
			Description: "Why:\nExplain in two sentences which problem this solves, please.",
			Criteria:    "- The tests are green and the page was shown to somebody",
		}})
	}
	snap, f := facts(r, 60)
	got := f.Read(snap.Items[0].Now().Text)
	if got.Why || got.Criteria || got.Language != "de" {
		t.Errorf("a template was read as the item's own words, or the titles' language missed: %+v", got)
	}
	own := &backlog.Text{Title: "Rechnung", Criteria: "- Die Summe stimmt auf den Cent"}
	if got := f.Read(own); !got.Criteria || got != f.Read(own) {
		t.Errorf("criteria of its own: %+v", got)
	}
}
