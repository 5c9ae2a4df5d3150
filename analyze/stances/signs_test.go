package stances

// This file holds what each sign sees in a history, and where it says nothing.

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// passOf is what the ledger may read of a history.
func passOf(t *testing.T, history string) *analyze.Pass {
	t.Helper()
	s, err := scenario.Parse("history", history)
	if err != nil {
		t.Fatal(err)
	}
	var pass *analyze.Pass
	o := analyze.Options{Declared: guards.Declared(s.Declared), Stances: func(p *analyze.Pass, _ []analyze.Finding) []analyze.Stance {
		pass = p
		return nil
	}}
	for _, r := range s.Roles {
		role, err := roles.Parse(r.Role)
		if err != nil {
			t.Fatal(err)
		}
		o.Roles = append(o.Roles, roles.Configured{Person: r.Person, Name: r.Person.Name, Role: role, From: r.From, To: r.To})
	}
	analyze.Analyze(s.Snapshot, nil, o)
	return pass
}

const sprints = "\nsprints 1..8 of 2 weeks from 2025-12-01: Refunds reach the buyer\n"

// What each sign sees, and where it says nothing, and why.
func TestSigns(t *testing.T) {
	const epics = `
epic PAY-901 "Invoices" since 2025-09-01: "Offices settle a month of orders in one payment"
epic PAY-902 "Refunds" since 2025-09-02: "Refund within one day so that customers come back"
epic PAY-903 "Wallets" since 2025-09-03: "Buyers pay with one touch on a phone"
epic PAY-904 "Parcels" since 2025-09-04: "Buyers know when a parcel comes, and call less"
epic PAY-905 "Returns" since 2025-09-05: "Sending back takes a minute so that nobody calls"
`
	const voices = "Eve is a stakeholder · Gil is a stakeholder · Hal is a stakeholder\n"
	for _, c := range []struct{ id, name, history, want string }{
		{"goals-reworked", "every goal", epics + sprints + "  has 6 stories\n2026-01-20: Ada rewrites PAY-901..905", "5 of 10 features"},
		{"goals-reworked", "no goal", epics + sprints + "  has 6 stories", "silent: not seen often enough"},
		{"customer-input", "a customer field", sprints + `  has 6 stories for "Acme"`, "48 of 48 items"},
		{"customer-input", "nobody's", sprints + "  has 6 stories", "silent: not seen often enough"},
		{"customers-answered", "in a day", "Zoe is a customer" + sprints + `  has 6 stories
  day 3: Zoe says on 2 items: "It does not open on my phone."
  day 4: Ben answers on 2 items: "We will look at it tomorrow."`, "16 of 16 comments"},
		{"customers-answered", "never", "Zoe is a customer" + sprints + `  has 6 stories
  day 3: Zoe says on 2 items: "It does not open on my phone."`, "silent: not seen often enough"},
		{"customers-answered", "no customers", sprints + "  has 6 stories", "silent: too few cases"},
		{"several-authors", "refined by developers", sprints + "  has 6 stories", "48 of 48 items"},
		{"several-authors", "written alone", sprints + "  has 6 stories untouched", "silent: not seen often enough"},
		{"several-authors", "unseen comments", "cannot see comments" + sprints + "  has 6 stories", "silent: the tracker does not show: comments"},
		{"developers-heard", "taken on", sprints + "  has 4 stories by Ben, 2 stories", "of 32 decided"},
		{"developers-heard", "refused", sprints + "  has 4 stories\n  day 3: Ben requests 2 stories\n  day 5: Ada declines the newest 2 items", "silent: not seen often enough"},
		{"direct-exchange", "one after the other", sprints + `  has 6 stories
  day 3: Dana says on 2 items: "It must work on a phone too."
  day 4: Ben answers on 2 items: "Then we begin with the phone."`, "on 16 of 16 items"},
		{"direct-exchange", "through the owner", sprints + `  has 6 stories
  day 3: Dana says on 2 items: "It must work on a phone too."
  day 4: Ada says on 2 items: "Dana wants it on a phone."
  day 5: Ben answers on 2 items: "Then we begin with the phone."`, "silent: not seen often enough"},
		{"declines-explained", "with a reason", sprints + `  has 6 stories
  day 3: Dana requests 2 stories
  day 5: Ada declines the newest 2 items: "This would help one shop only."`, "16 of 16 declined"},
		{"declines-explained", "without", sprints + "  has 6 stories\n  day 3: Dana requests 2 stories\n  day 5: Ada declines the newest 2 items", "silent: not seen often enough"},
		{"owner-declines", "by the owner", sprints + "  has 6 stories\n  day 3: Dana requests 2 stories\n  day 5: Ada declines the newest 2 items", "16 of 16 declined"},
		{"owner-declines", "by a developer", sprints + "  has 6 stories\n  day 3: Dana requests 2 stories\n  day 5: Ben declines the newest 2 items", "silent: not seen often enough"},
		{"owner-declines", "nobody is the owner", "nobody is the product owner · Ada is a stakeholder" + sprints + "  has 6 stories\n  day 3: Dana requests 2 stories\n  day 5: Ada declines the newest 2 items", "silent: too few cases (0"},
		{"many-voices", "four", voices + sprints + "  has 6 stories\n  day 3: Dana requests 2 stories\n  day 4: Eve requests 2 stories\n  day 4: Gil requests 2 stories\n  day 5: Hal requests 2 stories", "64 requests of the window come from 4"},
		{"many-voices", "one loud", voices + sprints + "  has 6 stories\n  day 3: Dana requests 5 stories\n  day 4: Eve requests 1 story", "silent: the requests come from few"},
		{"several-authors", "too young a team", "sprint 1 from 2026-03-02 to 2026-03-13\n  has 30 stories", "silent: "},
	} {
		t.Run(c.id+"/"+c.name, func(t *testing.T) {
			p := passOf(t, c.history)
			r := manyVoices(p)
			for _, s := range signs {
				if s.id == c.id {
					r = s.read(p)
				}
			}
			got := r.says
			if r.silent != "" {
				got = "silent: " + r.silent
			}
			if r.sign.id != c.id || !strings.Contains(got, c.want) {
				t.Errorf("%s says %q, want %q", r.sign.id, got, c.want)
			}
		})
	}
}
