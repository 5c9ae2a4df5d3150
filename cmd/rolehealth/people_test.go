package main

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

func TestWhoIs(t *testing.T) {
	ada := &backlog.Person{ID: "1", Name: "Ada Öst", Mail: "ada@acme.example"}
	kim, other := &backlog.Person{ID: "2", Name: "Kim", Login: "kim"}, &backlog.Person{ID: "3", Name: "kim"}
	people := []*backlog.Person{ada, kim, other}
	line := func(name string) []roleLine {
		return []roleLine{{roles.Configured{Name: name, Role: roles.ProductOwner}, "some/where/rolehealth.yaml:7"}}
	}
	for word, want := range map[string]*backlog.Person{"1": ada, "ADA@acme.example": ada, "ada öst": ada, "2": kim, "nobody": nil} {
		list, warnings, err := whoIs(line(word), people, false)
		if err != nil || len(list) != 1 || list[0].Person != want {
			t.Errorf("%q is %v (%v), want %v", word, list, err, want)
		}
		if missed := len(warnings) == 1; missed != (want == nil) {
			t.Errorf("%q: warnings %q", word, warnings)
		}
	}
	_, _, err := whoIs(line("Kim"), people, false)
	if want := `some/where/rolehealth.yaml:7: "Kim" could be Kim (2) or kim (3); write the account id instead`; err == nil || err.Error() != want || statusOf(err) != exitUsage {
		t.Errorf("got %v, want %s", err, want)
	}
	if said, want := public(err), "the configured product owner could be any of 2 people (rolehealth.yaml:7); write the account id instead"; said != want {
		t.Errorf("in a report: %q, want %q", said, want)
	}
	if _, warnings, _ := whoIs(line("Zoe"), people, false); strings.Contains(warnings[0], "Zoe") || strings.Contains(warnings[0], "some/where") {
		t.Errorf("%q names somebody, and names were not asked for", warnings[0])
	}
}
