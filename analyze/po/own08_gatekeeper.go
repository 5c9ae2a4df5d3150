package po

// This file is OWN-08: whether stakeholders and developers ever talk to each other on
// items that concern both.

import (
	_ "embed"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed own08_gatekeeper.md
var gatekeeperDoc string

var gatekeeper = analyze.Check{
	ID: "OWN-08", Name: "gatekeeper", Group: analyze.Ownership, Class: analyze.Hint, Doc: gatekeeperDoc,
	Needs:  backlog.Comments | backlog.Authors,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.TalksAway, guards.Clusters, guards.Handover},
	Rule: gatekeeperRule{
		Share: analyze.Share{Amber: 0.80, Red: 0.95, MinN: 20, Origin: "our judgement"},
	},
}

type gatekeeperRule struct {
	analyze.Share `yaml:",inline"`
}

func (c gatekeeperRule) Run(p *analyze.Pass) {
	p.Counts("item that concerns both", "items that concern both")
	if !owned(p) {
		return
	}
	if !p.Roles.Any(roles.Developer) || !p.Roles.Any(roles.Stakeholder) {
		p.CannotTell("developers and stakeholders cannot be told apart here; name them in the configuration under roles")
		return
	}
	heard := false // whether stakeholders comment at all
	for _, it := range p.Backlog {
		talk := talkOn(p, it)
		heard = heard || slices.ContainsFunc(talk, func(w word) bool { return w.role == roles.Stakeholder && w.said != nil })
		c.look(p, it, talk)
	}
	if !heard {
		p.CannotTell("stakeholders never comment in the tracker; they may have no access")
	}
}

// word is something somebody said on an item, or that they wrote it.
type word struct {
	by   *backlog.Person
	role roles.Role
	at   time.Time
	said *backlog.Comment // nil for the writing of the item
}

// talkOn lists the words of stakeholders, developers and the Product Owner on the item.
func talkOn(p *analyze.Pass, it *backlog.Item) []word {
	var talk []word
	add := func(by *backlog.Person, at time.Time, said *backlog.Comment) {
		role := p.Roles.Of(by, at)
		if p.Roles.Owns(by, at) {
			role = roles.ProductOwner
		}
		if role == roles.Stakeholder || role == roles.Developer || role == roles.ProductOwner {
			talk = append(talk, word{by, role, at, said})
		}
	}
	if p.Roles.Of(it.Creator(), it.CreatedAt()) == roles.Stakeholder {
		add(it.Creator(), it.CreatedAt(), nil)
	}
	for said := range p.Facts.Said(it) {
		add(said.By, said.At, &said)
	}
	return talk
}

// look examines an item on which a stakeholder and, within the window, a developer said
// something, and either they spoke to each other or the Product Owner spoke between them.
func (c gatekeeperRule) look(p *analyze.Pass, it *backlog.Item, talk []word) {
	var last, direct *word
	stakeholder := false
	for i := range talk {
		w := &talk[i]
		stakeholder = stakeholder || w.role == roles.Stakeholder
		if w.role == roles.Developer && w.at.After(p.From) {
			last = w
		}
		if speaksAcross(p, talk[:i], *w) {
			direct = w
		}
	}
	if !stakeholder || last == nil || !ownedAt(p, last.at) {
		return
	}
	subject := analyze.Subject{Item: it, At: last.at}
	if direct != nil {
		p.Examine(subject)
		p.Counter(p.Fact(it, direct.at, direct.by, "a stakeholder and a developer spoke to each other"))
	} else if relay := between(talk); relay != nil {
		p.Examine(subject)
		p.Report(subject, p.Fact(it, relay.at, relay.by, "spoke between a stakeholder and a developer, who did not speak to each other here"))
	}
}

// between is the last word of the Product Owner that stands between one of a stakeholder
// and one of a developer; nil where none does.
func between(talk []word) *word {
	var relay *word
	for i := range talk {
		before, after := talk[:i], talk[i+1:]
		if talk[i].role == roles.ProductOwner &&
			(spoke(before, roles.Stakeholder) && spoke(after, roles.Developer) || spoke(before, roles.Developer) && spoke(after, roles.Stakeholder)) {
			relay = &talk[i]
		}
	}
	return relay
}

// spoke reports whether one of the words is by somebody in the role.
func spoke(words []word, role roles.Role) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.role == role })
}

// across reports whether one is a stakeholder and the other a developer.
func across(a, b roles.Role) bool {
	return a == roles.Stakeholder && b == roles.Developer || a == roles.Developer && b == roles.Stakeholder
}

// speaksAcross reports whether somebody spoke to the other side: to those they mention,
// or else to whoever spoke last.
func speaksAcross(p *analyze.Pass, before []word, w word) bool {
	switch {
	case w.said == nil:
		return false
	case len(w.said.Mentions) > 0:
		return slices.ContainsFunc(w.said.Mentions, func(to *backlog.Person) bool { return across(w.role, p.Roles.Of(to, w.at)) })
	}
	return len(before) > 0 && across(before[len(before)-1].role, w.role)
}
