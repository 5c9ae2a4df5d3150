package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file finds items that the Product Owner wrote alone before work began.

//go:embed crf03_solo_author.md
var soloAuthorDoc string

var soloAuthor = analyze.Check{
	ID: "CRF-03", Name: "solo-author", Group: analyze.Craft, Class: analyze.Proxy, Doc: soloAuthorDoc,
	Needs: backlog.Comments | backlog.Authors | backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.TalksAway, guards.Handover,
		guards.Clusters, guards.UrgentLane},
	Rule: soloAuthorRule{
		Share:      analyze.Share{Amber: 0.70, Red: 0.90, MinN: 20, Origin: "our judgement"},
		BurstItems: 3, BurstHours: 2,
	},
}

type soloAuthorRule struct {
	analyze.Share `yaml:",inline"`
	BurstItems    int `yaml:"burst_items" means:"items edited in one go from which it may be a refinement" origin:"our judgement"`
	BurstHours    int `yaml:"burst_hours" means:"hours that one go takes at most" origin:"our judgement"`
}

func (c soloAuthorRule) Run(p *analyze.Pass) {
	p.Counts("item", "items")
	if !owned(p) {
		return
	}
	below := subItems(p)
	var authors []float64
	var alone []*backlog.Item
	for _, done := range p.Commitments() {
		it, begun := done.Item, done.Item.Begun()
		if begun.IsZero() {
			continue
		}
		if !it.CreatedAt().After(p.Facts.Imported()) {
			p.LeaveOut("items written before an import", 1)
			continue
		}
		if !ownedAt(p, it.CreatedAt()) {
			p.LeaveOut("items written while no Product Owner was known", 1)
			continue
		}
		p.Examine(done.Subject)
		wrote, shared := authorsOf(p, it, begun, below[it])
		authors = append(authors, float64(len(wrote)))
		if shared.By != nil {
			p.Counter(shared)
		}
		if shared.By != nil || p.Roles.Of(it.Creator(), it.CreatedAt()) != roles.ProductOwner {
			continue
		}
		alone = append(alone, it)
		p.Report(done.Subject, p.Fact(it, done.Entry, done.By, "was written by the Product Owner alone before work began"))
	}
	if len(authors) > 0 {
		p.Also("An item has %s (median).", people(stats.Median(authors)))
	}
	typed := c.typed(p, alone)
	if rest := len(alone) - typed; typed > 0 && float64(rest) <= c.Amber*float64(len(authors)) {
		p.CapAtWatch(fmt.Sprintf("%d of these were edited with others in one go, which may be a refinement that one person typed", typed))
	}
}

// writing are the changes that make somebody an author, beside the creation.
const writing = backlog.ContentFields | backlog.AttachmentField

// authorsOf are the people who wrote on the item before t, and the first fact by which
// somebody had a part who was not the Product Owner then.
func authorsOf(p *analyze.Pass, it *backlog.Item, t time.Time, below []*backlog.Item) (wrote map[*backlog.Person]bool, shared analyze.Cite) {
	wrote = map[*backlog.Person]bool{}
	note := func(on *backlog.Item, by *backlog.Person, at time.Time, how string) {
		if by == nil || !at.Before(t) {
			return
		}
		wrote[by] = true
		if p.Roles.Of(by, at) != roles.ProductOwner && (shared.By == nil || at.Before(shared.At)) {
			shared = p.Fact(on, at, by, "%s", how)
		}
	}
	if p.Facts.Human(it.Creator()) {
		note(it, it.Creator(), it.CreatedAt(), "was written by somebody else")
	}
	for a := range p.Facts.Acts(it) {
		if a.Changed.Has(writing) {
			note(it, a.By, a.At, "had somebody else's hand in what it says")
		}
	}
	for said := range p.Facts.Said(it) {
		note(it, said.By, said.At, "was talked about before work began")
	}
	for _, part := range below {
		note(part, part.Creator(), part.CreatedAt(), "was made a part of "+it.Key+" by somebody else")
	}
	return wrote, shared
}

// subItems lists the parts of every item, as they were made.
func subItems(p *analyze.Pass) map[*backlog.Item][]*backlog.Item {
	parts := map[*backlog.Item][]*backlog.Item{}
	for _, it := range p.Items {
		if whole := it.First().State.Parent; whole != nil && it.Level() < backlog.BacklogLevel {
			parts[whole] = append(parts[whole], it)
		}
	}
	return parts
}

// typed counts those of the items that were edited, after they had been written, among
// several within hours.
func (c soloAuthorRule) typed(p *analyze.Pass, alone []*backlog.Item) int {
	var edits []guards.Act
	for _, it := range alone {
		for a := range p.Facts.Acts(it) {
			if a.Changed.Has(backlog.ContentFields) && a.At.Before(it.Begun()) {
				edits = append(edits, a)
			}
		}
	}
	slices.SortStableFunc(edits, func(a, b guards.Act) int { return a.At.Compare(b.At) })
	together, recent, from := map[*backlog.Item]bool{}, map[*backlog.Item]int{}, 0
	for _, e := range edits {
		recent[e.Item]++
		for ; e.At.Sub(edits[from].At) > hours(c.BurstHours); from++ {
			if recent[edits[from].Item]--; recent[edits[from].Item] == 0 {
				delete(recent, edits[from].Item)
			}
		}
		if len(recent) == c.BurstItems { // above, all but this one are known
			for it := range recent {
				together[it] = true
			}
		}
		if len(recent) > c.BurstItems {
			together[e.Item] = true
		}
	}
	return len(together)
}

func people(n float64) string {
	if n == 1 {
		return "one author"
	}
	return fmt.Sprintf("%g authors", n)
}
