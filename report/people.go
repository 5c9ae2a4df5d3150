package report

// This file says who was taken for whom, and how surely: a reader must be able to
// spot a wrong role before believing what follows from it.

import (
	"fmt"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// roleNames are the roles worth naming one by one, and the rest, which is counted:
// numbers about single developers are nobody's business.
var roleNames = []struct {
	role, one, many string
	named           bool
}{
	{"product_owner", "Product Owner", "Product Owners", true},
	{"scrum_master", "Scrum Master", "Scrum Masters", true},
	{"developer", "developer", "developers", false},
	{"stakeholder", "stakeholder", "stakeholders", false},
	{"bot", "automation", "automations", false},
}

// owner says in a sentence who was taken for the Product Owner.
func owner(roles []analyze.Role) string {
	owners := holders(roles, "product_owner")
	switch len(owners) {
	case 0:
		return "nobody is recognisable as Product Owner"
	case 1:
		return owners[0].Person + " is the Product Owner (" + surety(owners[0]) + ")"
	}
	var each []string
	for _, r := range owners {
		each = append(each, r.Person+" ("+surety(r)+")")
	}
	return strings.Join(each, ", ") + " act as Product Owner"
}

// surety says where the knowledge of a role comes from, and for which time it holds.
func surety(r analyze.Role) string {
	s := r.Source
	if r.Source == "inferred" && r.Confidence != "" {
		s += ", " + r.Confidence + " confidence"
	}
	switch {
	case r.From != "" && r.To != "":
		s += ", " + period(analyze.Period{From: r.From, To: r.To})
	case r.From != "":
		s += ", since " + date(r.From)
	case r.To != "":
		s += ", until " + date(r.To)
	}
	return s
}

// cast is one line a role, in a fixed order.
func cast(roles []analyze.Role) []string {
	var lines []string
	for _, n := range roleNames {
		held := holders(roles, n.role)
		switch {
		case len(held) == 0:
		case n.named:
			for _, r := range held {
				lines = append(lines, fmt.Sprintf("%s: %s (%s)", n.one, r.Person, surety(r)))
			}
		case len(held) == 1:
			lines = append(lines, "1 "+n.one)
		default:
			lines = append(lines, number(people(held))+" "+n.many)
		}
	}
	return lines
}

func holders(roles []analyze.Role, role string) []analyze.Role {
	var held []analyze.Role
	for _, r := range roles {
		if r.Role == role {
			held = append(held, r)
		}
	}
	return held
}

// people counts the persons among roles: one may hold a role in several periods.
func people(roles []analyze.Role) int {
	seen := map[string]bool{}
	for _, r := range roles {
		seen[r.Person] = true
	}
	return len(seen)
}
