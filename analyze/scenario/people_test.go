package scenario

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRoles(t *testing.T) {
	const day = "2026-03-02: Ada adds PAY-1\n"
	usual := []string{"Ada product_owner", "Ben developer", "Cleo developer", "Dana stakeholder"}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", usual},
		{"Eve is a stakeholder · Rob is a bot", append(usual[:4:4], "Eve stakeholder", "Rob bot (app)")},
		{"Zoe is a customer", append(usual[:4:4], "Zoe stakeholder (customer)")},
		{"Mia is the scrum master", append(usual[:4:4], "Mia scrum_master")},
		{"Eve is a product owner", append(usual[:4:4], "Eve product_owner")},
		{"Eve is the product owner", append(usual[1:4:4], "Eve product_owner")},
		{"Dana is the product owner", []string{"Ben developer", "Cleo developer", "Dana product_owner"}},
		{"nobody is the product owner", usual[1:]},
		{"roles are unknown", nil},
		{"Gus is the product owner from 2026-03-01\nAda is the product owner until 2026-02-28",
			append(usual[1:4:4], "Gus product_owner from 2026-03-01 00:00:00", "Ada product_owner until 2026-02-28 23:59:59")},
		{"Gus is a developer from 2026-01-01 until 2026-02-28",
			append(usual[:4:4], "Gus developer from 2026-01-01 00:00:00 until 2026-02-28 23:59:59")},
	} {
		s := mustParse(t, c.text+"\n"+day)
		var got []string
		for _, r := range s.Roles {
			got = append(got, describeRole(r))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func describeRole(r RoleLine) string {
	said := fmt.Sprint(r.Person.Name, " ", r.Role)
	if !r.From.IsZero() {
		said += " from " + r.From.Format(time.DateTime)
	}
	if !r.To.IsZero() {
		said += " until " + r.To.Format(time.DateTime)
	}
	if r.Person.App {
		said += " (app)"
	}
	if r.Person.Customer {
		said += " (customer)"
	}
	return said
}

// What nobody is said to do is done by those who have the role at that time.
func TestHandover(t *testing.T) {
	s := mustParse(t, `
Ada is the product owner until 2026-03-13 · Gus is the product owner from 2026-03-14
Finn is the developer
sprints 1..2 of 2 weeks from 2026-03-02
  has 1 story`)
	got := map[string]string{}
	for _, it := range s.Snapshot.Items {
		for _, stay := range it.Stays() {
			got[stay.Sprint.Name] = stay.By.Name + ", " + it.Now().Assignee.Name
		}
	}
	if diff := cmp.Diff(map[string]string{"Sprint 1": "Ada, Finn", "Sprint 2": "Gus, Finn"}, got); diff != "" {
		t.Errorf("planned by, done by (-want +got):\n%s", diff)
	}
}

func TestDeclared(t *testing.T) {
	s := mustParse(t, `
declare framework safe · declare users are developers · declare customer links expected
declare discovery expected · declare fifo policy
declare icebox label icebox · declare icebox label someday · declare icebox status On Ice
cannot see rank history, comments
2026-03-02: Ada adds PAY-1`)
	want := Declared{
		Framework: "safe", UsersAreDevelopers: true, CustomerLinks: true, Discovery: true, FIFO: true,
		IceboxStatuses: []string{"On Ice"}, IceboxLabels: []string{"icebox", "someday"},
	}
	if diff := cmp.Diff(want, s.Declared); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"rank history", "comments"}, s.Snapshot.Missing.Names()); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
}
