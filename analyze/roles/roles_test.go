package roles_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

var start = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

// habits is what somebody does every how many working days; 0 is never.
type habits struct{ orders, declines, writes, builds, asks int }

// office lets people live by their habits for nine months.
func office(people map[string]func(day int) habits) *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Kanban, nil)
	names := []string{"Ada", "Ben", "Cleo", "Dana", "Eve"}
	n := 0
	for day := range 270 {
		at := start.AddDate(0, 0, day)
		if at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
			continue
		}
		for i, name := range names {
			live := people[name]
			if live == nil {
				continue
			}
			p, h := r.Person(strings.ToLower(name), name), live(day)
			at := at.Add(time.Duration(i) * 7 * time.Minute)
			fresh := func(by *backlog.Person) *backlog.Item {
				n++
				return r.Create(at.Add(-time.Minute), by, fmt.Sprintf("P-%d", n), backlog.State{})
			}
			dana := r.Person("dana", "Dana")
			if every(h.orders, day) {
				r.Rank(at, p, fresh(dana), 1, 0)
			}
			if every(h.declines, day) {
				r.End(at.Add(time.Hour), p, fresh(dana), backlog.Declined)
			}
			if every(h.writes, day) {
				r.Rewrite(at.Add(2*time.Hour), p, fresh(dana), backlog.DescriptionField, func(t *backlog.Text) { t.Description = "more" })
			}
			if every(h.builds, day) {
				it := fresh(dana)
				r.Start(at.Add(3*time.Hour), p, it)
				r.End(at.Add(5*time.Hour), p, it, backlog.Delivered)
			}
			if every(h.asks, day) {
				r.Comment(at.Add(4*time.Hour), p, fresh(p), "Could we have this too?")
			}
		}
	}
	return r.Snapshot(start.AddDate(0, 0, 270))
}

func every(n, day int) bool { return n > 0 && day%n == 0 }

func always(h habits) func(int) habits { return func(int) habits { return h } }

func infer(s *backlog.Snapshot, configured ...roles.Configured) *roles.Assignment {
	return roles.Infer(s, guards.New(s, s.TakenAt.AddDate(0, 0, -180), guards.Declared{}, nil), configured, false)
}

func person(s *backlog.Snapshot, id string) *backlog.Person {
	for _, p := range s.People {
		if p.ID == id {
			return p
		}
	}
	return nil
}

func TestThePersonWhoOrdersDeclinesAndWrites(t *testing.T) {
	s := office(map[string]func(int) habits{
		"Ada": always(habits{orders: 2, declines: 4, writes: 2}), "Ben": always(habits{builds: 1, writes: 7}),
		"Cleo": always(habits{builds: 2}), "Dana": always(habits{asks: 2}),
	})
	a := infer(s)
	if p, sure := a.Owner(s.TakenAt); p != person(s, "ada") || sure != roles.High {
		t.Errorf("the Product Owner is %+v (%s), want Ada, high", p, sure)
	}
	for id, want := range map[string]roles.Role{"ben": roles.Developer, "cleo": roles.Developer, "dana": roles.Stakeholder} {
		if got := a.Of(person(s, id), s.TakenAt); got != want {
			t.Errorf("%s is a %s, want %s", id, got, want)
		}
	}
}

// Whoever reorders most is often the lead developer.
func TestALeadDeveloperWhoReordersMostIsNoProductOwner(t *testing.T) {
	s := office(map[string]func(int) habits{
		"Ben": always(habits{orders: 1, builds: 1, writes: 3}), "Ada": always(habits{orders: 3, declines: 5, writes: 3}),
		"Cleo": always(habits{builds: 1}), "Dana": always(habits{asks: 2}),
	})
	a := infer(s)
	if a.Is(person(s, "ben"), roles.ProductOwner) {
		t.Error("the lead developer is taken for the Product Owner")
	}
	if !a.Is(person(s, "ben"), roles.Developer) || !a.Codes(person(s, "ben")) || a.Codes(person(s, "ada")) {
		t.Error("Ben is the developer, and Ada is none")
	}
}

// Where nobody is Product Owner, a developer orders, declines and writes.
func TestADeveloperToWhomTheOrderingFellIsNoProductOwner(t *testing.T) {
	ben := habits{orders: 2, declines: 4, writes: 2, builds: 2}
	s := office(map[string]func(int) habits{
		"Ben": always(ben), "Cleo": always(habits{builds: 1}), "Eve": always(habits{builds: 1}), "Dana": always(habits{asks: 2}),
	})
	if a := infer(s); a.Any(roles.ProductOwner) || !a.Is(person(s, "ben"), roles.Developer) {
		t.Errorf("a developer is taken for the Product Owner: %+v", a.Held)
	}
	s = office(map[string]func(int) habits{
		"Ben": func(day int) habits {
			if day < 90 {
				return habits{orders: 2, declines: 4, writes: 2}
			}
			return ben
		},
		"Cleo": func(day int) habits { return habits{builds: day / 90} }, "Dana": always(habits{asks: 2}),
	})
	if a := infer(s); a.Is(person(s, "ben"), roles.ProductOwner) {
		t.Errorf("before anything was built, a developer is taken for the Product Owner: %+v", a.Held)
	}
}

// Where nobody is ever assigned, who begins items tells who builds.
func TestADeveloperIsToldWithoutAssignees(t *testing.T) {
	s := office(map[string]func(int) habits{
		"Ben": always(habits{orders: 2, declines: 4, writes: 2, builds: 2}), "Cleo": always(habits{builds: 1}), "Dana": always(habits{asks: 2}),
	})
	for _, it := range s.Items {
		for i := range it.Revisions {
			it.Revisions[i].State.Assignee = nil
		}
	}
	if a := infer(s); a.Any(roles.ProductOwner) {
		t.Errorf("a developer is taken for the Product Owner: %+v", a.Held)
	}
}

func TestAProductOwnerMayBuildALittle(t *testing.T) {
	s := office(map[string]func(int) habits{
		"Ada": always(habits{orders: 2, declines: 4, writes: 2, builds: 20}),
		"Ben": always(habits{builds: 1}), "Cleo": always(habits{builds: 1}), "Dana": always(habits{asks: 2}),
	})
	if p, _ := infer(s).Owner(s.TakenAt); p != person(s, "ada") {
		t.Errorf("the Product Owner is %+v, want Ada", p)
	}
}

func TestTwoInSuccession(t *testing.T) {
	before := func(h habits) func(int) habits {
		return func(day int) habits {
			if day < 90 {
				return h
			}
			return habits{}
		}
	}
	after := func(h habits) func(int) habits {
		return func(day int) habits {
			if day >= 90 {
				return h
			}
			return habits{}
		}
	}
	owner := habits{orders: 2, declines: 4, writes: 2}
	s := office(map[string]func(int) habits{"Ada": before(owner), "Eve": after(owner), "Ben": always(habits{builds: 1}), "Cleo": always(habits{builds: 2})})
	a := infer(s)
	if p, _ := a.Owner(start.AddDate(0, 0, 30)); p != person(s, "ada") {
		t.Errorf("in the first months it was %+v", p)
	}
	if p, _ := a.Owner(s.TakenAt); p != person(s, "eve") || a.Label(p) != "PO-1" || a.Label(person(s, "ada")) != "PO-2" {
		t.Errorf("now it is %+v, called %s", p, a.Label(p))
	}
}

func TestNobodyStandsOut(t *testing.T) {
	owner := habits{orders: 2, declines: 4, writes: 2}
	s := office(map[string]func(int) habits{"Ada": always(owner), "Eve": always(owner), "Dana": always(owner), "Ben": always(habits{builds: 1})})
	if p, _ := infer(s).Owner(s.TakenAt); p != nil {
		t.Errorf("one of three equals is taken for the Product Owner: %+v", p)
	}
}

func TestConfigurationWins(t *testing.T) {
	s := office(map[string]func(int) habits{
		"Ada": always(habits{orders: 2, declines: 4, writes: 2}), "Ben": always(habits{builds: 1}), "Dana": always(habits{asks: 1}),
	})
	dana := person(s, "dana")
	a := infer(s, roles.Configured{Person: dana, Name: "Dana", Role: roles.ProductOwner})
	if p, sure := a.Owner(s.TakenAt); p != dana || sure != roles.High {
		t.Errorf("the Product Owner is %+v (%s)", p, sure)
	}
	if a.Is(person(s, "ada"), roles.ProductOwner) {
		t.Error("a second Product Owner was inferred beside the configured one")
	}
	a = infer(s, roles.Configured{Name: "somebody who is not in the tracker", Role: roles.ProductOwner})
	if p, _ := a.Owner(s.TakenAt); p != nil {
		t.Errorf("the configured Product Owner is not in the data, yet it is %+v", p)
	}
}

func TestTwoProductOwnersSideBySide(t *testing.T) {
	s := office(map[string]func(int) habits{"Ada": always(habits{orders: 3}), "Eve": always(habits{orders: 3}), "Dana": always(habits{asks: 3})})
	ada, eve, handover := person(s, "ada"), person(s, "eve"), start.AddDate(0, 0, 100)
	a := infer(s, roles.Configured{Person: ada, Role: roles.ProductOwner, To: handover}, roles.Configured{Person: eve, Role: roles.ProductOwner})
	for _, c := range []struct {
		who  *backlog.Person
		at   time.Time
		want bool
	}{
		{ada, start, true},
		{eve, start, true},
		{ada, handover, false},
		{eve, handover, true},
		{person(s, "dana"), start, false},
		{nil, start, false},
	} {
		if got := a.Owns(c.who, c.at); got != c.want {
			t.Errorf("%v owns on %v: %v, want %v", c.who, c.at, got, c.want)
		}
	}
}

func TestRedact(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	ada := r.Person("acc-77", "Ada Lovelace")
	ada.Mail = "ada@acme.example"
	r.Person("acc-78", "Åsa Öberg")
	r.Person("acc-79", "王小明")
	r.Person("acc-80", "Automation for Jira").App = true
	r.Create(start, ada, "P-1", backlog.State{})
	s := r.Snapshot(start.AddDate(0, 0, 10))
	a := infer(s)
	ada1, asa, wang, bot := a.Label(ada), a.Label(person(s, "acc-78")), a.Label(person(s, "acc-79")), a.Label(person(s, "acc-80"))
	for in, want := range map[string]string{
		"Ask Ada Lovelace about it":   "Ask " + ada1 + " about it",
		"ask ada, or åsa":             "ask " + ada1 + ", or " + asa,
		"Canada and radar stay":       "Canada and radar stay",
		"write to ada@acme.example":   "write to " + ada1,
		"write to eve@other.example":  "write to [mail]",
		"[~accountid:acc-77] said so": ada1 + " said so",
		"[~accountid:712020:zz] left": "[somebody] left",
		"Adas and Ada's wish":         ada1 + "s and " + ada1 + "'s wish",
		"AdaLovelace wrote it":        ada1 + " wrote it",
		"A\u030asa o\u0308ver":        asa + " över",
		"请王小明处理":                      "请" + wang + "处理",
		"Automation for Jira ran":     bot + " ran",
		"moves for Jira stay":         "moves for Jira stay",
		"ÅSA ÖBERG did":               asa + " did",
		"Adapter and Adaption stay":   "Adapter and Adaption stay",
	} {
		if got := a.Redact(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// Strangers choose how long names and titles are. Looking at every name to its end at every
// letter, this takes minutes.
func TestRedactLongTexts(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	ada := r.Person("acc-0", "Ada Lovelace")
	for i := range 100 {
		r.Person(fmt.Sprint("acc-x", i), fmt.Sprint("Zo", i, strings.Repeat("ö", 10_000)))
	}
	r.Create(start, ada, "P-1", backlog.State{})
	s := r.Snapshot(start.AddDate(0, 0, 10))
	a := infer(s)
	if got, want := a.Redact(strings.Repeat("ö ", 10_000)+"Ada"), strings.Repeat("ö ", 10_000)+a.Label(ada); got != want {
		t.Errorf("the name at the end is not taken out: %q", got[len(got)-20:])
	}
}

// Letters are one under case folding, as with strings.EqualFold, also where a word has
// several forms of one.
func TestRedactFoldsLetters(t *testing.T) {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	r.Person("acc-1", "Σίσυφος")
	r.Person("acc-2", "Kay Weiß")
	s := r.Snapshot(start.AddDate(0, 0, 10))
	a := infer(s)
	first, second := a.Label(person(s, "acc-1")), a.Label(person(s, "acc-2"))
	for in, want := range map[string]string{
		"ask ΣΊΣΥΦΟΣ": "ask " + first, "ask σίσυφοσ": "ask " + first,
		"\u212aAY WEIẞ": second, "weiss": "weiss", "σίσυφ": "σίσυφ", "ka\xff": "ka\xff", "Σίσυφο\xff": "Σίσυφο\xff",
	} {
		if got := a.Redact(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
