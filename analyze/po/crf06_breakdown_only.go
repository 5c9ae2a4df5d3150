package po

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// This file finds features that reach the team ready-made, to be cut into items only.

//go:embed crf06_breakdown_only.md
var breakdownOnlyDoc string

var breakdownOnly = analyze.Check{
	ID: "CRF-06", Name: "breakdown-only", Group: analyze.Craft, Class: analyze.Proxy, Doc: breakdownOnlyDoc,
	Needs: backlog.Authors | backlog.ItemHistory | backlog.Hierarchy,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.Handover, guards.Clusters,
		guards.ScaledSetups},
	Rule: breakdownOnlyRule{
		Share: analyze.Share{Amber: 0.70, Red: 0.90, MinN: 8, Origin: "our judgement"},
		Items: 30,
	},
}

type breakdownOnlyRule struct {
	analyze.Share `yaml:",inline"`
	Items         int `yaml:"items" means:"items begun under features that are needed to speak about them" origin:"our judgement"`
}

func (c breakdownOnlyRule) Run(p *analyze.Pass) {
	p.Counts("feature begun", "features begun")
	if !owned(p) {
		return
	}
	if p.Missing&backlog.RankHistory != 0 {
		p.CapAtWatch("reorderings are not visible, so the team may have ordered the features")
	}
	cut := sliced(p)
	if cut.hidden > cut.seen {
		p.CannotTell(fmt.Sprintf("%d of %d items lie under features that this account may not see", cut.hidden, cut.hidden+cut.seen))
		return
	}
	if cut.seen < c.Items {
		p.TooLittle(fmt.Sprintf("%d items were begun under features; %d are needed", cut.seen, c.Items))
		return
	}
	ready := map[*backlog.Item]bool{}
	stopped := 0
	for _, feature := range p.Items {
		if feature.Level() < backlog.FeatureLevel {
			continue
		}
		if end := feature.Ending(); end != nil && end.State.Outcome == backlog.Declined && end.At.After(p.From) && inTeam(p, end.By, end.At) {
			stopped++
			p.Counter(p.Fact(feature, end.At, end.By, "was stopped by the team"))
		}
		begun := cut.begun(feature)
		if begun.IsZero() || begun.Before(p.From) {
			continue
		}
		if !feature.CreatedAt().After(p.Facts.Imported()) || !p.Facts.Human(feature.Creator()) {
			p.LeaveOut("features from before an import, or written by nobody that is known", 1)
			continue
		}
		if !ownedAt(p, feature.CreatedAt()) {
			p.LeaveOut("features written while no Product Owner was known", 1)
			continue
		}
		subject := analyze.Subject{Item: feature, At: begun}
		p.Examine(subject)
		if fact := shaped(p, feature); fact != nil {
			p.Counter(*fact)
			continue
		}
		ready[feature] = true
		p.Report(subject, p.Fact(feature, feature.CreatedAt(), feature.Creator(), "came from outside, and nobody in the team changed its text or order"))
	}
	if written, below := cut.ownersItems(p, ready); below > 0 {
		p.Also("%d of %d items that the Product Owner wrote lie under such features.", below, written)
	}
	if stopped > 0 {
		p.CapAtWatch("the team itself stopped a feature")
	}
}

// slicing is which items were cut from which features.
type slicing struct {
	first        map[*backlog.Item]time.Time // of a feature: when work on an item under it first began
	under        map[*backlog.Item]*backlog.Item
	items        []*backlog.Item // those begun within the window
	seen, hidden int             // of those: under a feature that can be seen, or cannot
}

func sliced(p *analyze.Pass) slicing {
	s := slicing{first: map[*backlog.Item]time.Time{}, under: map[*backlog.Item]*backlog.Item{}}
	for _, it := range p.Backlog {
		begun := it.Begun()
		if begun.IsZero() {
			continue
		}
		state := it.At(begun)
		within := !begun.Before(p.From)
		switch up := state.Parent; {
		case up != nil && up.Level() >= backlog.FeatureLevel:
			s.under[it] = up
			if first, ok := s.first[up]; !ok || begun.Before(first) {
				s.first[up] = begun
			}
			if within {
				s.seen++
				s.items = append(s.items, it)
			}
		case state.Hidden && within:
			s.hidden++
		}
	}
	return s
}

// begun is when work on the feature first began, by itself or by an item under it.
func (s slicing) begun(feature *backlog.Item) time.Time {
	own, below := feature.Begun(), s.first[feature]
	if own.IsZero() || !below.IsZero() && below.Before(own) {
		return below
	}
	return own
}

// ownersItems counts the items begun that a Product Owner wrote, and those of them under
// one of the features, which was there before.
func (s slicing) ownersItems(p *analyze.Pass, ready map[*backlog.Item]bool) (written, below int) {
	for _, it := range s.items {
		if p.Roles.Of(it.Creator(), it.CreatedAt()) != roles.ProductOwner {
			continue
		}
		written++
		if up := s.under[it]; ready[up] && up.CreatedAt().Before(it.CreatedAt()) {
			below++
		}
	}
	return written, below
}

// shaped is the first fact by which somebody in the team wrote, changed or ordered the
// feature; nil if nobody did.
func shaped(p *analyze.Pass, feature *backlog.Item) *analyze.Cite {
	fact := func(at time.Time, by *backlog.Person, what string) *analyze.Cite {
		f := p.Fact(feature, at, by, "%s", what)
		return &f
	}
	if inTeam(p, feature.Creator(), feature.CreatedAt()) {
		return fact(feature.CreatedAt(), feature.Creator(), "was written in the team")
	}
	for a := range p.Facts.Acts(feature) {
		if a.Changed.Has(backlog.ContentFields|backlog.RankField|backlog.PriorityField) && inTeam(p, a.By, a.At) {
			return fact(a.At, a.By, "was changed or ordered in the team")
		}
	}
	return nil
}

// inTeam reports whether the person was Product Owner, Scrum Master or developer then.
func inTeam(p *analyze.Pass, who *backlog.Person, t time.Time) bool {
	switch p.Roles.Of(who, t) {
	case roles.ProductOwner, roles.ScrumMaster, roles.Developer:
		return true
	}
	return false
}
