// Package roles says who is the Product Owner, the Scrum Master, a developer, a
// stakeholder or a bot: as configured, else as inferred from what people do.
//
// Inference never looks at names, gender, time zone or seniority, and it would rather
// not know than name the wrong person: whoever reorders most is often the lead
// developer, so development work counts against being the Product Owner.
package roles

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// Role is what somebody is to the team.
type Role string

// The roles told apart. Other is somebody whose part is not known.
const (
	ProductOwner Role = "product_owner"
	ScrumMaster  Role = "scrum_master"
	Developer    Role = "developer"
	Stakeholder  Role = "stakeholder"
	Bot          Role = "bot"
	Other        Role = "other"
)

var names = []Role{ProductOwner, ScrumMaster, Developer, Stakeholder, Bot}

// Parse reads a configured role. The error lists what there is.
func Parse(s string) (Role, error) {
	for _, r := range names {
		if string(r) == s {
			return r, nil
		}
	}
	return "", fmt.Errorf("unknown role %q; there are product_owner, scrum_master, developer, stakeholder and bot", s)
}

// Confidence is how sure a role is.
type Confidence string

// The three confidences; a role that is less sure than Low is not named at all.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Configured is a role that the configuration gives somebody.
type Configured struct {
	Person   *backlog.Person // nil where the named person does not appear in the data
	Name     string          // as configured
	Role     Role
	From, To time.Time // zero: open
}

// Held is a role somebody had for a time.
type Held struct {
	Person     *backlog.Person // nil: configured, but not seen in the data
	Role       Role
	Configured bool
	Confidence Confidence
	From, To   time.Time // zero: open
}

func (h *Held) at(t time.Time) bool {
	return (h.From.IsZero() || !t.Before(h.From)) && (h.To.IsZero() || t.Before(h.To))
}

// Assignment is who had which role when.
type Assignment struct {
	Held   []Held
	labels map[*backlog.Person]string
	swaps  map[rune][]swap // what names somebody, by anyCase of its first letter
	builds map[*backlog.Person]float64
	names  bool
}

// Infer combines the configured roles with what behaviour tells about everybody else. A
// role that begins later tells nothing yet.
// With names, people are called by their names instead of pseudonyms.
func Infer(snap *backlog.Snapshot, facts *guards.Facts, configured []Configured, names bool) *Assignment {
	a := &Assignment{names: names}
	given := map[*backlog.Person]bool{}
	for _, c := range configured {
		if c.From.After(snap.TakenAt) {
			continue
		}
		a.Held = append(a.Held, Held{Person: c.Person, Role: c.Role, Configured: true, Confidence: High, From: c.From, To: c.To})
		if c.Person != nil {
			given[c.Person] = true
		}
	}
	blocks := measure(snap, facts)
	all := whole(blocks)
	a.Held = append(a.Held, inferOwners(blocks, all, a, given)...)
	for _, h := range a.Held {
		if h.Person != nil && h.Role == ProductOwner {
			given[h.Person] = true
		}
	}
	a.Held = append(a.Held, inferOthers(snap, facts, all, given)...)
	a.builds = map[*backlog.Person]float64{}
	for p, s := range all.by {
		a.builds[p] = all.develops(s)
	}
	a.sort()
	a.label(snap)
	return a
}

// sort puts the held roles into a fixed order: by role, then time, then person.
func (a *Assignment) sort() {
	slices.SortStableFunc(a.Held, func(x, y Held) int {
		return cmp.Or(cmp.Compare(slices.Index(names, x.Role), slices.Index(names, y.Role)),
			-cmp.Compare(latest(x.To), latest(y.To)), -x.From.Compare(y.From), cmp.Compare(order(x.Person), order(y.Person)))
	})
}

func latest(to time.Time) int64 {
	if to.IsZero() {
		return 1 << 62
	}
	return to.Unix()
}

// order sorts people without giving away the order of their names or accounts.
func order(p *backlog.Person) string {
	if p == nil {
		return ""
	}
	sum := sha256.Sum256([]byte("rolehealth order\x00" + p.ID))
	return string(sum[:])
}

// Label is what a reader is told about who somebody is: a pseudonym, unless names
// were asked for. Nobody is the empty string.
func (a *Assignment) Label(p *backlog.Person) string {
	if p == nil {
		return ""
	}
	if a.names && p.Name != "" {
		return p.Name
	}
	return a.labels[p]
}

// Owner is the Product Owner at t, and how surely; nil where nobody is known.
func (a *Assignment) Owner(t time.Time) (*backlog.Person, Confidence) {
	for i := range a.Held {
		if h := &a.Held[i]; h.Role == ProductOwner && h.at(t) {
			return h.Person, h.Confidence
		}
	}
	return nil, ""
}

// Owns reports whether somebody was a Product Owner at t, perhaps beside others.
func (a *Assignment) Owns(p *backlog.Person, t time.Time) bool {
	if p == nil {
		return false
	}
	for i := range a.Held {
		if h := &a.Held[i]; h.Person == p && h.Role == ProductOwner && h.at(t) {
			return true
		}
	}
	return false
}

// Codes reports whether the person does more than a fifth of the development (G8).
func (a *Assignment) Codes(p *backlog.Person) bool { return a.builds[p] > 0.20 }

// Is reports whether somebody ever had the role.
func (a *Assignment) Is(p *backlog.Person, role Role) bool {
	return p != nil && slices.ContainsFunc(a.Held, func(h Held) bool { return h.Person == p && h.Role == role })
}

// Of is the role somebody had at t, or ever had, or Other.
func (a *Assignment) Of(p *backlog.Person, t time.Time) Role {
	found := Other
	for i := range a.Held {
		if h := &a.Held[i]; p != nil && h.Person == p {
			if h.at(t) {
				return h.Role
			}
			found = h.Role
		}
	}
	return found
}

// Any reports whether anybody is known to have the role.
func (a *Assignment) Any(role Role) bool {
	return slices.ContainsFunc(a.Held, func(h Held) bool { return h.Role == role && h.Person != nil })
}
