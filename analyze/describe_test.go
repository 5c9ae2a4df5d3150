package analyze

import (
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/roles"
)

// A role that ends with a day is told to end on that day, as it was configured.
func TestARoleEndsOnItsLastDay(t *testing.T) {
	s := tenSprints()
	ends := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	team := Analyze(s, nil, Options{Roles: []roles.Configured{
		{Person: s.People[0], Role: roles.ProductOwner, To: ends}, {Person: s.People[1], Role: roles.ProductOwner, From: ends},
	}})
	if got := team.Roles[:2]; got[0].From != "2026-04-01" || got[0].To != "" || got[1].From != "" || got[1].To != "2026-03-31" {
		t.Errorf("the handover is told as %+v", got)
	}
}
