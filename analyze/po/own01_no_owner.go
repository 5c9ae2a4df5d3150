package po

// This file is OWN-01: whether anybody recognisably leads the ordering.

import (
	_ "embed"
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed own01_no_owner.md
var noOwnerDoc string

var noOwner = analyze.Check{
	ID: "OWN-01", Name: "no-owner", Group: analyze.Ownership, Class: analyze.Proxy, Doc: noOwnerDoc,
	Needs:  backlog.Authors | backlog.RankHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Handover},
	Rule: noOwnerRule{
		Repeated: analyze.Repeated{Amber: 70, Red: 100, Need: 2, Of: 3, Origin: "our judgement"},
		Days:     30, Absent: 90, Developers: 50, Contested: 50,
	},
}

type noOwnerRule struct {
	analyze.Repeated `yaml:",inline"`
	Days             int     `yaml:"days" means:"ordering days, each of one person, that a period needs" origin:"our judgement"`
	Absent           float64 `yaml:"absent" means:"percentage of the ordering days by others, above which a known Product Owner does not lead the ordering" origin:"our judgement"`
	Contested        float64 `yaml:"contested" means:"percentage of the ordering days without a lead, above which several people are candidates for it and a period says nothing" origin:"our judgement"`
	Developers       float64 `yaml:"developers" means:"percentage of the ordering days by developers, above which they lead in place of a known Product Owner" origin:"our judgement"`
}

func (c noOwnerRule) Run(p *analyze.Pass) {
	p.Counts("period of 90 days", "periods of 90 days")
	if !developed(p) {
		return
	}
	decisions := p.Decisions()
	var periods []holdings
	for _, w := range rolePeriods(p, c.Of) {
		if looked, ok := c.look(p, w, holdersOf(p, w, decisions)); ok {
			periods = append(periods, looked)
		}
	}
	p.Draw(func(f analyze.Finding) analyze.Picture {
		picture := shared(periods)
		picture.Title = fmt.Sprintf("Somebody recognisably led the ordering in %s of %d periods of 90 days", some(f.N-f.K), f.N)
		picture.Note = "In ordering days, each of one person. What developers did is told together."
		return picture
	})
}

// ordering is who held the ordering of a period, in ordering days.
type ordering struct{ all, owners, developers, leader int }

// look judges one period, and tells who ordered in it; not ok where it says nothing.
func (c noOwnerRule) look(p *analyze.Pass, w analyze.Window, holders []holder) (who holdings, ok bool) {
	known, configured := ownersIn(p, w)
	var o ordering
	who.PictureRow = p.Row(w)
	for _, h := range holders {
		n := len(h.days)
		o.all += n
		part := holding{p.Who(h.who), n, !known[h.who]}
		switch {
		case known[h.who]:
			o.owners += n
		case p.Roles.Of(h.who, h.last.At) == roles.Developer:
			o.developers += n
			part.who = "developers"
		default:
			o.leader = max(o.leader, n)
		}
		who.parts = append(who.parts, part)
	}
	if o.all < c.Days {
		p.LeaveOut(fmt.Sprintf("periods with fewer than %d ordering days", c.Days), 1)
		return who, false
	}
	others := percentage(o.all-o.leader, o.all)
	if len(known) > 0 {
		others = percentage(o.all-o.owners, o.all)
	} else if others > c.Contested && others <= c.Amber {
		p.LeaveOut("periods in which several people may lead", 1)
		return who, false
	}
	subject := analyze.Subject{At: w.To}
	p.Examine(subject)
	p.Measure(others, "percent of the ordering days without a lead")
	switch {
	case configured && (others <= c.Absent || percentage(o.developers, o.all) <= c.Developers):
		return who, true
	case !configured && (len(known) > 0 || others <= c.Amber):
		return who, true
	}
	who.Shows = true
	p.Report(subject, c.facts(p, w, holders, o)...)
	if others >= c.Red {
		p.Severe()
	}
	return who, true
}

// facts tell who ordered: developers together, since no finding counts what one of them
// does, and everybody else with a tenth of the days or more.
func (c noOwnerRule) facts(p *analyze.Pass, w analyze.Window, holders []holder, o ordering) []analyze.Cite {
	var facts []analyze.Cite
	var latest guards.Act // of a developer
	for _, h := range holders {
		switch {
		case p.Roles.Of(h.who, h.last.At) == roles.Developer:
			if latest.Revision == nil || h.last.At.After(latest.At) {
				latest = h.last
			}
		case len(h.days)*10 >= o.all:
			facts = append(facts, orderedOn(p, w, h.last, h.who, len(h.days), o.all))
		}
	}
	if o.developers > 0 {
		facts = append(facts, orderedOn(p, w, latest, nil, o.developers, o.all))
	}
	if len(facts) == 0 { // so many that nobody holds a tenth
		facts = append(facts, orderedOn(p, w, holders[0].last, holders[0].who, len(holders[0].days), o.all))
	}
	return facts
}

// ownersIn are those who were a Product Owner at some time of the window, and whether
// the configuration says so.
func ownersIn(p *analyze.Pass, w analyze.Window) (known map[*backlog.Person]bool, configured bool) {
	known = map[*backlog.Person]bool{}
	for _, h := range p.Roles.Held {
		if h.Role == roles.ProductOwner && h.Person != nil && (h.From.IsZero() || h.From.Before(w.To)) && (h.To.IsZero() || h.To.After(w.From)) {
			known[h.Person] = true
			configured = configured || h.Configured
		}
	}
	return known, configured
}

func percentage(k, n int) float64 { return 100 * float64(k) / float64(n) }
