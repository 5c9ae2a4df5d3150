package po

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// oddities turn a team's history into one that is hardly one.
var oddities = []struct {
	name string
	odd  func(*backlog.Snapshot)
	// mute are groups of checks, or single ones, that must not find anything then.
	mute []string
}{
	{"nothing at all", func(s *backlog.Snapshot) { s.Items, s.Sprints, s.People = nil, nil, nil }, []string{"VAL", "ORD", "OWN", "CRF", "FLW"}},
	{"nobody signs", func(s *backlog.Snapshot) {
		everywhere(s, func(by **backlog.Person) { *by = nil })
		s.Missing |= backlog.Authors
	}, []string{"OWN", "ORD-05", "ORD-06", "CRF-03", "CRF-04", "FLW-03"}},
	{"one account does everything", func(s *backlog.Snapshot) {
		one := s.People[0]
		everywhere(s, func(by **backlog.Person) { *by = one })
		s.People = []*backlog.Person{one}
	}, []string{"OWN", "ORD-05", "ORD-06", "CRF-03", "FLW-03"}},
	{"a bot does everything", func(s *backlog.Snapshot) {
		bot := &backlog.Person{ID: "bot", Name: "Automation", App: true}
		everywhere(s, func(by **backlog.Person) { *by = bot })
		s.People = []*backlog.Person{bot}
	}, []string{"OWN", "ORD-05", "ORD-06", "CRF-03", "FLW-03"}},
	{"all imported on one day", func(s *backlog.Snapshot) {
		day := s.TakenAt.AddDate(0, 0, -7)
		for _, it := range s.Items {
			it.Revisions = it.Revisions[len(it.Revisions)-1:]
			it.Revisions[0].At, it.Revisions[0].Changed = day, backlog.Created
			it.Comments = nil
		}
	}, []string{"ORD-01", "OWN", "FLW"}},
	{"one type and one status", func(s *backlog.Snapshot) {
		kind, status := &backlog.Type{ID: "1", Name: "Item"}, &backlog.Status{ID: "1", Name: "There", Category: backlog.ToDo}
		eachState(s, func(st *backlog.State) { st.Type, st.Status, st.Outcome, st.Parent = kind, status, backlog.Open, nil })
	}, []string{"FLW-02", "FLW-04"}},
	{"no item has a history", func(s *backlog.Snapshot) {
		for _, it := range s.Items {
			it.Revisions, it.NoRecord = it.Revisions[len(it.Revisions)-1:], true
			it.Revisions[0].Changed = backlog.Created
		}
	}, []string{"VAL", "ORD", "OWN", "CRF", "FLW"}},
	{"nobody writes anything", func(s *backlog.Snapshot) {
		eachState(s, func(st *backlog.State) { st.Text = &backlog.Text{} })
		for _, it := range s.Items {
			it.Comments = nil
		}
	}, []string{"OWN-03", "FLW-03"}},
	{"texts of a megabyte", func(s *backlog.Snapshot) {
		long := &backlog.Text{Title: strings.Repeat("x", 10_000), Description: strings.Repeat("As a user, I want – 支払い – that |*_ ", 1<<20/38)}
		for i, it := range s.Items {
			if i%40 == 0 {
				for j := range it.Revisions {
					st := *it.Revisions[j].State
					st.Text = long
					it.Revisions[j].State = &st
				}
			}
		}
	}, nil},
	{"languages mixed", func(s *backlog.Snapshot) {
		texts := []string{"Jako klient chcę zobaczyć zwrot, żeby nie dzwonić do sklepu w tej sprawie.", "作为买家，我想看到退款何时到账，以便不用打电话。",
			"Als Käufer möchte ich sehen, wann mein Geld kommt, damit ich nicht anrufen muss.", "Asiakkaana haluan nähdä, milloin rahat tulevat tililleni."}
		n := 0
		eachState(s, func(st *backlog.State) {
			n++
			st.Text = &backlog.Text{Title: "T", Description: texts[n%len(texts)]}
		})
	}, nil},
	{"Sprints that overlap", func(s *backlog.Snapshot) {
		for _, sprint := range s.Sprints {
			sprint.End = sprint.End.AddDate(0, 0, 20)
			if !sprint.Completed.IsZero() {
				sprint.Completed = sprint.Completed.AddDate(0, 0, 20)
			}
		}
	}, nil},
	{"Sprints without dates", func(s *backlog.Snapshot) {
		for _, sprint := range s.Sprints {
			sprint.Start, sprint.End, sprint.Completed = time.Time{}, time.Time{}, time.Time{}
		}
	}, []string{"VAL-07", "FLW-01", "FLW-05"}},
	{"all was finished long ago", func(s *backlog.Snapshot) {
		s.Items = slices.DeleteFunc(s.Items, func(it *backlog.Item) bool { return it.OpenAt(s.TakenAt) })
		for _, it := range s.Items {
			for j := range it.Revisions {
				it.Revisions[j].At = it.Revisions[j].At.AddDate(-3, 0, 0)
			}
		}
	}, []string{"ORD-01", "ORD-02", "ORD-03"}},
	{"everything at one moment", func(s *backlog.Snapshot) {
		at := s.TakenAt.AddDate(0, 0, -100)
		for _, it := range s.Items {
			for j := range it.Revisions {
				it.Revisions[j].At = at
			}
			for j := range it.Comments {
				it.Comments[j].At = at
			}
		}
	}, nil},
}

// Whatever a team's data looks like, every check says something, and what it cannot tell
// with its reason; the same twice.
func TestOddTeams(t *testing.T) {
	for _, o := range oddities {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			for _, team := range simulate.Demo() {
				s := team.Snapshot
				o.odd(s)
				s.Sort()
				report := analyze.Analyze(s, Catalog(), analyze.Options{Declared: team.Declared})
				sane(t, report)
				for _, f := range report.Checks {
					found := f.Status == analyze.Watch || f.Status == analyze.Flag
					if found && (slices.Contains(o.mute, f.Group) || slices.Contains(o.mute, f.ID)) {
						t.Errorf("%s: %s is %s: %s", s.Team.Name, f.ID, f.Status, f.Message)
					}
				}
				first, _ := json.Marshal(report)
				if again, _ := json.Marshal(analyze.Analyze(s, Catalog(), analyze.Options{Declared: team.Declared})); string(first) != string(again) {
					t.Errorf("%s: a second look says something else", s.Team.Name)
				}
			}
		})
	}
}

func sane(t *testing.T, r analyze.TeamReport) {
	t.Helper()
	if len(r.Checks) != len(Catalog()) {
		t.Errorf("%s: %d checks in the report", r.Name, len(r.Checks))
	}
	for _, f := range r.Checks {
		addUp(t, f)
		judged := f.Status == analyze.OK || f.Status == analyze.Watch || f.Status == analyze.Flag
		switch {
		case judged && (f.Message == "" || strings.ContainsAny(f.Message, "{}")):
			t.Errorf("%s: %s is %s and says %q", r.Name, f.ID, f.Status, f.Message)
		case !judged && f.Reason == "":
			t.Errorf("%s: %s is %s without a reason", r.Name, f.ID, f.Status)
		case strings.Contains(f.Reason, "0 of 0 "):
			t.Errorf("%s: %s tells a share of nothing: %s", r.Name, f.ID, f.Reason)
		case f.Estimate != nil && *f.Estimate <= 1 && f.K > f.N || f.K < 0: // more than one: no share
			t.Errorf("%s: %s counts %d of %d", r.Name, f.ID, f.K, f.N)
		}
	}
}

// everywhere changes who acted.
func everywhere(s *backlog.Snapshot, change func(**backlog.Person)) {
	for _, it := range s.Items {
		for j := range it.Revisions {
			change(&it.Revisions[j].By)
		}
		for j := range it.Comments {
			change(&it.Comments[j].By)
			it.Comments[j].Mentions = nil
		}
	}
	eachState(s, func(st *backlog.State) { change(&st.Assignee) })
}

// eachState changes a copy of every state.
func eachState(s *backlog.Snapshot, change func(*backlog.State)) {
	for _, it := range s.Items {
		for j := range it.Revisions {
			st := *it.Revisions[j].State
			change(&st)
			it.Revisions[j].State = &st
		}
	}
}
