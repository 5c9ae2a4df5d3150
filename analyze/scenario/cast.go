package scenario

import (
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file knows who is there: the usual cast, and whom the journal declares.

const (
	productOwner = "product_owner"
	developer    = "developer"
	stakeholder  = "stakeholder"
)

// roleSaid is one declaration of a role.
type roleSaid struct {
	name     string // empty: nobody
	role     string
	from, to date
	alone    bool // "the": nobody else has it
}

// usualRoles are there in every journal that does not say otherwise.
var usualRoles = []roleSaid{
	{name: "Ada", role: productOwner},
	{name: "Ben", role: developer},
	{name: "Cleo", role: developer},
	{name: "Dana", role: stakeholder},
}

// cast are the people of a history.
type cast struct {
	people map[string]*backlog.Person
	roles  []RoleLine
}

// gather puts the usual cast and the declared people together. A declaration replaces
// the usual role of the same person; "Eve is the product owner" also replaces Ada.
func gather(j *journal, rec *Recorder) *cast {
	c := &cast{people: map[string]*backlog.Person{}}
	said := slices.DeleteFunc(slices.Clone(usualRoles), func(usual roleSaid) bool {
		return slices.ContainsFunc(j.roles, func(r roleSaid) bool {
			return r.name == usual.name || (r.role == usual.role && r.alone && r.from.IsZero())
		})
	})
	for _, r := range usualRoles {
		c.person(r.name, rec)
	}
	for _, r := range append(said, j.roles...) {
		if r.name != "" {
			c.roles = append(c.roles, c.declare(r, j.zone, rec))
		}
	}
	return c
}

func (c *cast) person(name string, rec *Recorder) *backlog.Person {
	if c.people[name] == nil {
		c.people[name] = rec.Person(strings.ToLower(name), name)
	}
	return c.people[name]
}

func (c *cast) declare(r roleSaid, zone *time.Location, rec *Recorder) RoleLine {
	p := c.person(r.name, rec)
	p.App = p.App || r.role == bot
	if r.role == customer {
		p.Customer, r.role = true, stakeholder
	}
	declared := RoleLine{Person: p, Role: r.role}
	if !r.from.IsZero() {
		declared.From = midnight(r.from, zone)
	}
	if !r.to.IsZero() {
		declared.To = endOf(r.to, zone)
	}
	return declared
}

// owner is who acts as the Product Owner at t where the journal names nobody: the
// one declared last, or Ada.
func (c *cast) owner(t time.Time) *backlog.Person {
	owners := c.with(productOwner, t)
	if len(owners) == 0 {
		return c.people["Ada"]
	}
	return owners[len(owners)-1]
}

// developers do the work at t where the journal names nobody: those declared, or Ben
// and Cleo.
func (c *cast) developers(t time.Time) []*backlog.Person {
	if all := c.with(developer, t); len(all) > 0 {
		return all
	}
	return []*backlog.Person{c.people["Ben"], c.people["Cleo"]}
}

func (c *cast) with(role string, t time.Time) []*backlog.Person {
	var all []*backlog.Person
	for _, r := range c.roles {
		if r.Role == role && !r.From.After(t) && (r.To.IsZero() || !r.To.Before(t)) {
			all = append(all, r.Person)
		}
	}
	return all
}

// midnight is the beginning of a day in the team's zone.
func midnight(d date, zone *time.Location) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, zone)
}

// endOf is the last second of a day in the team's zone.
func endOf(d date, zone *time.Location) time.Time {
	return midnight(d.AddDate(0, 0, 1), zone).Add(-time.Second)
}
