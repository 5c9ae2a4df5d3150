package backlog_test

import (
	"slices"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// A Snapshot cut at a moment is the Snapshot that would have been taken then.
func TestAsOfIsASnapshotTakenThen(t *testing.T) {
	whole := team()
	then := moment("2026-03-09 12:00")
	cut := whole.AsOf(then)
	if !cut.TakenAt.Equal(then) || cut.Missing&backlog.CurrentOrder == 0 {
		t.Errorf("taken at %v, missing %v", cut.TakenAt, cut.Missing.Names())
	}
	if item(whole, "P-6").Ending() == nil || item(cut, "P-6").Ending() != nil {
		t.Error("the later ending must be gone in the cut, and only there")
	}
	if cut.Sprints[0].Closed(then) || !whole.Sprints[0].Closed(whole.TakenAt) {
		t.Error("the first Sprint ran at that time")
	}
	if again := whole.AsOf(whole.TakenAt.Add(time.Hour)); again != whole {
		t.Error("a later moment must change nothing")
	}
}

// Whatever the moment, nothing of a cut Snapshot points to what came later, all of it says
// what the whole one says of that moment, and the whole one is as before.
func TestAsOfHoldsTogether(t *testing.T) {
	for _, whole := range []*backlog.Snapshot{team(), simulate.Demo()[0].Snapshot, simulate.Demo()[3].Snapshot} {
		before := told(whole)
		for _, days := range []int{1, 5, 18, 90, 180, 365} {
			then := whole.TakenAt.AddDate(0, 0, -days)
			cut := whole.AsOf(then)
			for _, it := range cut.Items {
				if it.Order >= 0 {
					t.Errorf("%s has place %d in an order nobody knows", it.Key, it.Order)
				}
				for _, r := range it.Revisions {
					if r.At.After(then) {
						t.Errorf("%s has an act of %v", it.Key, r.At)
					}
					if up := r.State.Parent; up != nil && !slices.Contains(cut.Items, up) {
						t.Errorf("%s lies under an %s of another Snapshot", it.Key, up.Key)
					}
					for _, sprint := range r.State.Sprints {
						if !slices.Contains(cut.Sprints, sprint) {
							t.Errorf("%s is in a Sprint of another Snapshot", it.Key)
						}
					}
				}
				for _, c := range it.Comments {
					if c.At.After(then) {
						t.Errorf("%s has a comment of %v", it.Key, c.At)
					}
				}
			}
			if got, want := told(cut), toldAt(whole, then); !slices.Equal(got, want) {
				t.Errorf("%d days before, the cut Snapshot tells otherwise than the whole one: %d and %d facts", days, len(got), len(want))
			}
		}
		if !slices.Equal(before, told(whole)) {
			t.Error("the whole Snapshot was changed")
		}
	}
}

// fact is one act or comment, and what the item was from then on.
type fact struct {
	item, parent, sprints, said string
	at                          time.Time
	by                          *backlog.Person
	kind                        *backlog.Type
	status                      *backlog.Status
	text                        *backlog.Text
}

func told(s *backlog.Snapshot) []fact { return toldAt(s, s.TakenAt) }

// toldAt are all facts up to t, of a parent that was not there by then nothing.
func toldAt(s *backlog.Snapshot, t time.Time) []fact {
	var all []fact
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			if r.At.After(t) {
				continue
			}
			f := fact{item: it.Key, at: r.At, by: r.By, kind: r.State.Type, status: r.State.Status, text: r.State.Text}
			if up := r.State.Parent; up != nil && !up.CreatedAt().After(t) {
				f.parent = up.Key
			}
			for _, sprint := range r.State.Sprints {
				f.sprints += sprint.ID + " "
			}
			all = append(all, f)
		}
		for _, c := range it.Comments {
			if !c.At.After(t) {
				all = append(all, fact{item: it.Key, at: c.At, by: c.By, said: c.Text})
			}
		}
	}
	return all
}

// What is the same then as now is not copied: looking back costs what changed since.
func TestAsOfSharesWhatItDoesNotCut(t *testing.T) {
	whole := team()
	cut := whole.AsOf(moment("2026-03-19 12:00")) // after all but the last act
	if item(cut, "P-1") != item(whole, "P-1") || cut.Sprints[0] != whole.Sprints[0] {
		t.Error("an item that was done by then, or its Sprint, was copied")
	}
	old, now := item(cut, "P-7"), item(whole, "P-7")
	if old == now || len(old.Revisions) != 1 || len(now.Revisions) != 2 || old.Now() != now.First().State {
		t.Error("of an item that changed later, what it was before must be shared")
	}
}

// An item that never changed is cut all the same where one far above it did, whichever of
// them was there first.
func TestAsOfReachesDownToTheLowestChildren(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	ada := r.Person("ada", "Ada")
	var up []*backlog.Item // the lowest first
	for _, key := range []string{"P-1", "P-2", "P-3", "P-4"} {
		up = append(up, r.Create(moment("2026-02-02 09:00").Add(time.Duration(len(up))*time.Hour), ada, key, backlog.State{}))
		r.End(moment("2026-02-05 09:00"), ada, up[len(up)-1], backlog.Delivered) // in no order any more
	}
	for i := range 3 {
		r.Change(moment("2026-02-10 09:00"), ada, up[i], backlog.ParentField, func(s *backlog.State) { s.Parent = up[i+1] })
	}
	r.Change(moment("2026-02-20 09:00"), ada, up[3], backlog.TitleField, nil)
	whole := r.Snapshot(moment("2026-03-02 09:00"))
	cut := whole.AsOf(moment("2026-02-15 09:00"))
	for _, it := range item(cut, "P-1").Ancestors(cut.TakenAt) {
		if it == item(whole, it.Key) || it != item(cut, it.Key) {
			t.Errorf("%s above P-1 is not the one of that day", it.Key)
		}
	}
	if top := item(cut, "P-1").Ancestors(cut.TakenAt); len(top) != 3 || len(top[2].Revisions) != 2 {
		t.Errorf("above P-1 there are %d, the last with %d acts", len(top), len(top[2].Revisions))
	}
}
