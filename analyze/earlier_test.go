package analyze

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// counting is a rule that reports the items of a window that are odd.
type counting struct {
	Share
	odd func(*Pass, *backlog.Item) bool
}

func (c counting) Run(p *Pass) {
	p.Counts("item", "items")
	p.Say("what", "items are odd")
	for _, it := range p.Items {
		at := it.CreatedAt()
		if at.Before(p.From) {
			continue
		}
		s := Subject{Item: it, At: at}
		p.Examine(s)
		if c.odd(p, it) {
			p.Report(s, p.Fact(it, at, it.Creator(), "is odd"))
		}
	}
}

func odd(is func(*Pass, *backlog.Item) bool) Check {
	return check(counting{Share{Amber: 0.30, Red: 0.60, MinN: 5, Origin: "x"}, is})
}

// titled counts the items whose title is odd.
var titled = odd(func(_ *Pass, it *backlog.Item) bool { return it.Title() == "odd" })

// today is the last day of every long history.
var today = time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)

// long is a team of so many weeks of history, with an item on each day, and a Sprint every
// two weeks. Title says what an item is called, by how many days before today it is made.
func long(weeks int, title func(daysAgo int) string) *backlog.Snapshot {
	s := &backlog.Snapshot{Team: backlog.Team{Name: "T"}, Process: backlog.Scrum, TakenAt: today, PulledAt: today}
	for i := range 5 {
		s.People = append(s.People, &backlog.Person{ID: fmt.Sprint(i)})
	}
	status, kind := &backlog.Status{ID: "1", Category: backlog.ToDo}, &backlog.Type{ID: "1", Name: "Story"}
	for ago := 7 * weeks; ago > 0; ago-- {
		at := today.AddDate(0, 0, -ago).Add(-2 * time.Hour)
		if ago%14 == 0 {
			s.Sprints = append(s.Sprints, &backlog.Sprint{ID: fmt.Sprint(ago), Start: at.Add(-time.Hour), End: at.AddDate(0, 0, 11), Completed: at.AddDate(0, 0, 11)})
		}
		state := &backlog.State{Status: status, Type: kind, Text: &backlog.Text{Title: title(ago)}}
		s.Items = append(s.Items, &backlog.Item{
			ID: fmt.Sprintf("%03d", 7*weeks-ago), Key: fmt.Sprintf("P-%d", 7*weeks-ago), Order: -1,
			Revisions: []backlog.Revision{{At: at, By: s.People[ago%5], Changed: backlog.Created, State: state}},
		})
	}
	s.Sort()
	return s
}

func usually(int) string { return "fine" }

func lookedBack(s *backlog.Snapshot, c Check, o Options) Finding {
	o.LookBack = true
	return Analyze(s, []Check{c}, o).Checks[0]
}

// brief is what a check said at a moment, in a word and two numbers.
func brief(all []Earlier) []string {
	var list []string
	for _, e := range all {
		list = append(list, fmt.Sprintf("%s %s%s %d/%d", e.AsOf, e.Status, e.Level, e.K, e.N))
	}
	return list
}

func TestLookBackTellsWhatWasDifferent(t *testing.T) {
	oddWhen := func(when func(ago int) bool) func(int) string {
		return func(ago int) string { return map[bool]string{true: "odd", false: "fine"}[when(ago)] }
	}
	for name, c := range map[string]struct {
		title func(int) string
		now   Status
		want  []string
	}{
		"odd for a quarter": {oddWhen(func(ago int) bool { return ago < 90 && ago%9 != 0 }), Flag,
			[]string{"2026-05-24 ok 0/180", "2026-08-22 ok 0/180"}},
		"fine for half a year": {oddWhen(func(ago int) bool { return ago >= 180 && ago%10 != 0 }), OK,
			[]string{"2026-05-24 flagred 162/180", "2026-08-22 watch 81/180"}},
	} {
		f := lookedBack(long(60, c.title), titled, Options{})
		if diff := cmp.Diff(c.want, brief(f.Earlier)); f.Status != c.now || diff != "" {
			t.Errorf("%s: now %s, before %s", name, f.Status, diff)
		}
		for _, e := range f.Earlier {
			if share := rounded(float64(e.K) / float64(e.N)); e.Estimate == nil || *e.Estimate != share || e.Low == nil || e.High == nil || *e.Low > share || *e.High < share {
				t.Errorf("%s: %s has no numbers of its own: %+v", name, e.AsOf, e)
			}
		}
		if plain := Analyze(long(60, c.title), []Check{titled}, Options{}).Checks[0]; plain.Earlier == nil || len(plain.Earlier) > 0 {
			t.Errorf("%s: %v, though nobody asked", name, plain.Earlier)
		}
	}
}

// A mended item was odd at that time all the same.
func TestLookBackSeesTheTitleOfThatTime(t *testing.T) {
	s := long(60, func(int) string { return "odd" })
	for _, it := range s.Items {
		mended := *it.Now()
		mended.Text = &backlog.Text{Title: "fine"}
		it.Revisions = append(it.Revisions, backlog.Revision{At: today.AddDate(0, 0, -50), By: s.People[0], Changed: backlog.TitleField, State: &mended})
	}
	f := lookedBack(s, odd(func(_ *Pass, it *backlog.Item) bool {
		return it.Title() == "odd" && it.CreatedAt().Before(today.AddDate(0, 0, -50))
	}), Options{})
	if diff := cmp.Diff([]string{"2026-05-24 flagred 180/180", "2026-08-22 flagred 180/180"}, brief(f.Earlier)); f.K != 0 || diff != "" {
		t.Errorf("now %d, before %s", f.K, diff)
	}
}

// Only what holds a whole window is told: a window that is half empty would show a change
// that was none.
func TestLookBackNeedsAWholeWindow(t *testing.T) {
	for name, c := range map[string]struct {
		snap   *backlog.Snapshot
		window int // days; 0 is the usual
		want   int // moments
	}{
		"two years":              {long(104, usually), 0, 2},
		"a year":                 {long(51, usually), 0, 1},
		"ten months":             {long(42, usually), 0, 1},
		"eight months":           {long(36, usually), 0, 0},
		"two months":             {long(9, usually), 0, 0},
		"eight, a short window":  {long(36, usually), 60, 2},
		"nothing":                {long(0, usually), 0, 0},
		"a short pull":           {pulledSince(long(104, usually), 300), 0, 1},
		"a long pull":            {pulledSince(long(104, usually), 400), 0, 2},
		"a list before any work": {older(long(39, usually), 200), 0, 0},
		"a flow without work":    {flowing(long(104, usually), 0), 0, 0},
		"a flow of ten months":   {flowing(long(104, usually), 300), 0, 1},
		"an import":              {imported(long(104, usually), 200, 400), 0, 0},
		"an old import":          {imported(long(104, usually), 300, 400), 0, 1},
		"an import since":        {imported(long(104, usually), 50, 400), 0, 0},
		"one only then so large": {imported(long(104, usually), 300, 150), 0, 1},
	} {
		o := Options{Window: time.Duration(c.window) * 24 * time.Hour}
		if got := brief(lookedBack(c.snap, titled, o).Earlier); len(got) != c.want {
			t.Errorf("%s: %v, want %d moments", name, got, c.want)
		}
	}
}

// older gives the team an item that was written so many days before its first.
func older(s *backlog.Snapshot, days int) *backlog.Snapshot {
	s.Items[0].Revisions[0].At = s.Items[0].CreatedAt().AddDate(0, 0, -days)
	return s
}

// flowing makes a flow of the team, in which work began so many days ago; 0 is never.
func flowing(s *backlog.Snapshot, daysAgo int) *backlog.Snapshot {
	s.Process = backlog.Kanban
	if daysAgo > 0 {
		it := s.Items[0]
		begun := *it.Now()
		begun.Status = &backlog.Status{ID: "2", Category: backlog.InProgress}
		it.Revisions = append(it.Revisions, backlog.Revision{At: today.AddDate(0, 0, -daysAgo), By: s.People[0], Changed: backlog.StatusField, State: &begun})
	}
	return s
}

func pulledSince(s *backlog.Snapshot, daysAgo int) *backlog.Snapshot {
	s.Since = today.AddDate(0, 0, -daysAgo)
	return s
}

// imported gives the team so many items more, all on one day.
func imported(s *backlog.Snapshot, daysAgo, items int) *backlog.Snapshot {
	at := today.AddDate(0, 0, -daysAgo)
	for i := range items {
		s.Items = append(s.Items, &backlog.Item{ID: fmt.Sprintf("i%d", i), Key: fmt.Sprintf("I-%d", i), Order: -1,
			Revisions: []backlog.Revision{{At: at, By: s.People[0], Changed: backlog.Created, State: s.Items[i].Now()}}})
	}
	s.Sort()
	return s
}

// At each moment those had their roles who had them by then, whatever came later.
func TestLookBackKnowsTheRolesOfThatTime(t *testing.T) {
	s := long(60, usually)
	before, since := s.People[0], s.People[1]
	o := Options{Roles: []roles.Configured{
		{Person: before, Role: roles.ProductOwner, To: today.AddDate(0, 0, -80)},
		{Person: since, Role: roles.ProductOwner, From: today.AddDate(0, 0, -80)},
	}}
	owned := odd(func(p *Pass, it *backlog.Item) bool { return p.Roles.Owns(it.Creator(), it.CreatedAt()) })
	ever := odd(func(p *Pass, it *backlog.Item) bool { return p.Roles.Is(since, roles.ProductOwner) })
	if f := lookedBack(s, owned, o); f.K != 36 || !slices.Equal(brief(f.Earlier), []string{"2026-05-24 ok 36/180", "2026-08-22 ok 36/180"}) {
		t.Errorf("the owner of each day wrote %d of %d, before %v", f.K, f.N, brief(f.Earlier))
	}
	if f := lookedBack(s, ever, o); f.Status != Flag || f.Earlier[1].K != 0 {
		t.Errorf("whoever took over is known %s, and was 90 days ago in %d cases", f.Status, f.Earlier[1].K)
	}
}

// Looking back from an earlier moment is looking at moments before it, and each moment
// says what a report of that day says.
func TestLookBackFromAnEarlierMoment(t *testing.T) {
	s := long(90, func(ago int) string { return map[bool]string{true: "odd", false: "fine"}[ago%3 == 0] })
	asOf := func(days int) Finding { return lookedBack(s.AsOf(today.AddDate(0, 0, -days)), titled, Options{}) }
	then := asOf(30)
	if got := []string{then.Earlier[0].AsOf, then.Earlier[1].AsOf}; !slices.Equal(got, []string{"2026-04-24", "2026-07-23"}) {
		t.Errorf("30 days ago it looked back at %v", got)
	}
	for i, e := range lookedBack(s, titled, Options{}).Earlier {
		day := asOf(daysBack[i])
		if e.Status != day.Status || e.Level != day.Level || e.K != day.K || e.N != day.N || *e.Estimate != *day.Estimate || *e.Low != *day.Low || *e.High != *day.High {
			t.Errorf("as of %s it was %+v, and the report of that day says %+v", e.AsOf, e, day)
		}
	}
}

// What has no history is not told of the past: links that were there and of which too little
// is known, Sprint Goals, and the order of the backlog.
func TestLookBackClaimsNothingWithoutHistory(t *testing.T) {
	linked := func(s *backlog.Snapshot, daysAgo int) *backlog.Snapshot {
		s.Items[0].Links = []backlog.Link{{Key: "X-1", Made: today.AddDate(0, 0, -daysAgo)}}
		return s
	}
	unlinked := func(s *backlog.Snapshot, daysAgo int, unclear bool) *backlog.Snapshot {
		s.Items[0].PastLinks = []backlog.PastLink{{Link: backlog.Link{Key: "X-1"}, Until: today.AddDate(0, 0, -daysAgo), Unclear: unclear}}
		return s
	}
	blind := long(60, usually)
	blind.Missing = backlog.CurrentOrder
	for name, c := range map[string]struct {
		snap         *backlog.Snapshot
		needs, reads backlog.Aspects
		want         []Status
	}{
		"goals":                     {long(60, usually), backlog.SprintGoals, 0, []Status{NotAssessable, NotAssessable}},
		"the order":                 {long(60, usually), 0, backlog.CurrentOrder, []Status{NotAssessable, NotAssessable}},
		"an order nobody knows now": {blind, 0, backlog.CurrentOrder, []Status{OK, OK}},
		"no links":                  {long(60, usually), 0, backlog.Links, []Status{OK, OK}},
		"a link with a date":        {linked(long(60, usually), 10), 0, backlog.Links, []Status{OK, OK}},
		"a link taken away":         {unlinked(long(60, usually), 10, false), 0, backlog.Links, []Status{OK, OK}},
		"gone, nobody knows what":   {unlinked(long(60, usually), 10, true), 0, backlog.Links, []Status{NotAssessable, NotAssessable}},
		"gone in between":           {unlinked(long(60, usually), 100, true), backlog.Links, 0, []Status{NotAssessable, OK}},
		"other things":              {unlinked(long(60, usually), 10, true), backlog.Comments, backlog.Authors, []Status{OK, OK}},
	} {
		asked := titled
		asked.Needs, asked.Reads = c.needs, c.reads
		f := lookedBack(c.snap, asked, Options{})
		for i, e := range f.Earlier {
			numbers := e.N > 0 && e.Estimate != nil && e.Low != nil && e.High != nil
			none := e.K == 0 && e.N == 0 && e.Level == "" && e.Estimate == nil && e.Low == nil && e.High == nil
			if e.Status != c.want[i] || numbers != (e.Status == OK) || none == numbers {
				t.Errorf("%s: %+v, want %s", name, e, c.want[i])
			}
		}
		if f.Status != OK || len(f.Earlier) != 2 {
			t.Errorf("%s: now %s, %d moments before", name, f.Status, len(f.Earlier))
		}
	}
}

// Whoever asks for a past day gets an answer, and is told what it rests on.
func TestAReportOfAnEarlierDayDoubtsWhatHasNoHistory(t *testing.T) {
	goals := titled
	goals.Needs = backlog.SprintGoals
	s := long(60, usually)
	for name, c := range map[string]struct {
		snap   *backlog.Snapshot
		check  Check
		doubts int
	}{
		"now": {s, goals, 0}, "then": {s.AsOf(today.AddDate(0, 0, -9)), goals, 1}, "then, of other things": {s.AsOf(today.AddDate(0, 0, -9)), titled, 0},
	} {
		if f := Analyze(c.snap, []Check{c.check}, Options{}).Checks[0]; f.Status != OK || len(f.Doubts) != c.doubts {
			t.Errorf("%s: %s, with doubts %q", name, f.Status, f.Doubts)
		}
	}
}

// A check without an opinion at that time has a status and no numbers.
func TestLookBackWithoutAnOpinion(t *testing.T) {
	sparse := odd(func(*Pass, *backlog.Item) bool { return false })
	sparse.Rule = counting{Share{Amber: 0.3, Red: 0.6, MinN: 500, Origin: "x"}, sparse.Rule.(counting).odd}
	off := titled
	off.Off = true
	kanban := titled
	kanban.Guards = []guards.ID{guards.NoSprints}
	flow := long(60, usually)
	flow.Process = backlog.Kanban
	for want, c := range map[Status]struct {
		snap  *backlog.Snapshot
		check Check
	}{Insufficient: {long(60, usually), sparse}, NotApplicable: {flow, kanban}} {
		for _, e := range lookedBack(c.snap, c.check, Options{}).Earlier {
			if e.Status != want || e.N != 0 || e.Estimate != nil {
				t.Errorf("want %s and no numbers, got %+v", want, e)
			}
		}
	}
	if f := lookedBack(long(60, usually), off, Options{}); f.Earlier[0].Status != NotApplicable {
		t.Errorf("a check that is switched off was %s", f.Earlier[0].Status)
	}
}
