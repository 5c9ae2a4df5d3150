package po

import (
	_ "embed"
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed ord04_never_says_no.md
var neverSaysNoDoc string

var neverSaysNo = analyze.Check{
	ID: "ORD-04", Name: "never-says-no", Group: analyze.Ordering, Class: analyze.Observed, Doc: neverSaysNoDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Clusters, guards.UrgentLane},
	Rule: neverSaysNoRule{
		TooFew: analyze.TooFew{Amber: 0.05, Red: 0.02, MinN: 40, Origin: "our judgement; one real team declined 20 %"},
		Growth: 1.3, Oldest: 7,
	},
}

type neverSaysNoRule struct {
	analyze.TooFew `yaml:",inline"`
	Growth         float64 `yaml:"growth" means:"items created for each one closed, above which the backlog grows" origin:"our judgement"`
	Oldest         int     `yaml:"oldest" means:"undecided items shown" origin:"our judgement"`
}

func (c neverSaysNoRule) Run(p *analyze.Pass) {
	p.Counts("decision", "decisions")
	begin := p.From
	if p.Facts.Imported().After(begin) {
		begin = p.Facts.Imported()
	}
	taken := map[*backlog.Item]bool{}
	for _, done := range p.Commitments() {
		if end := done.Item.Ending(); end == nil || end.State.Outcome != backlog.Declined {
			p.Examine(done.Subject)
		}
		taken[done.Item] = true
	}
	created, closed, asked, refused := 0, 0, 0, 0
	var undecided []*backlog.Item
	for _, it := range p.Items {
		if !p.Facts.Functional(it) {
			continue
		}
		if it.CreatedAt().After(begin) {
			created++
		}
		end := it.Ending()
		declined := end != nil && end.State.Outcome == backlog.Declined && humanEnd(p, it, end) && end.At.After(begin)
		switch {
		case end == nil && it.OpenAt(p.TakenAt) && !taken[it]:
			undecided = append(undecided, it)
		case end != nil && end.At.After(begin):
			closed++
		}
		if p.Roles.Of(it.Creator(), it.CreatedAt()) == roles.Stakeholder && (taken[it] || declined) {
			asked++
			if declined {
				refused++
			}
		}
		if declined {
			subject := analyze.Subject{Item: it, At: end.At}
			p.Examine(subject)
			p.Count(subject, p.Fact(it, end.At, end.By, "was declined"))
		}
	}
	if asked > 0 {
		p.Also("Of stakeholders' own requests, %d of %d were declined.", refused, asked)
	}
	for _, it := range undecided[:min(len(undecided), c.Oldest)] {
		p.Show(p.Fact(it, it.CreatedAt(), it.Creator(), "open and undecided for %d days", int(p.TakenAt.Sub(it.CreatedAt()).Hours()/24)))
	}
	p.Say("created", fmt.Sprint(created))
	p.Say("closed", fmt.Sprint(closed))
	if float64(created) <= c.Growth*float64(closed) {
		p.CapUnless(hoard.ID, fmt.Sprintf("the backlog neither grows nor is overlong: %d items came in and %d were closed", created, closed))
	}
}

// humanEnd reports whether the ending was a person's act and no repeat of a bulk clean-up.
func humanEnd(p *analyze.Pass, it *backlog.Item, end *backlog.Revision) bool {
	for a := range p.Facts.Acts(it) {
		if a.Revision == end {
			return a.Changed.Has(backlog.OutcomeField | backlog.StatusField)
		}
	}
	return false
}
