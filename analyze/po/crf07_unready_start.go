package po

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// This file finds items that are taken on without a sign of preparation.

//go:embed crf07_unready_start.md
var unreadyStartDoc string

var unreadyStart = analyze.Check{
	ID: "CRF-07", Name: "unready-start", Group: analyze.Craft, Class: analyze.Observed, Doc: unreadyStartDoc,
	Needs: backlog.SprintHistory | backlog.ItemHistory | backlog.Authors,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.TalksAway, guards.Unused, guards.Templates, guards.Languages,
		guards.Edges, guards.Clusters, guards.UrgentLane},
	Rule: unreadyStartRule{
		Share: analyze.Share{Amber: 0.25, Red: 0.50, MinN: 20, Origin: "our judgement; a vendor calls 0.05 green"},
		Signs: 2, Words: 40, AgeHours: 24,
	},
}

type unreadyStartRule struct {
	analyze.Share `yaml:",inline"`
	Signs         int `yaml:"signs" means:"signs of preparation that an item needs" origin:"our judgement"`
	Words         int `yaml:"words" means:"words from which a description is one" origin:"our judgement"`
	AgeHours      int `yaml:"age_hours" means:"hours that an item is there before it is taken on" origin:"our judgement"`
}

func (c unreadyStartRule) Run(p *analyze.Pass) {
	p.Counts("planned item", "planned items")
	if !developed(p) {
		return
	}
	r := readiness{Pass: p, unreadyStartRule: c, estimates: estimatesUsed(p), features: hierarchyUsed(p), shares: sharers(p)}
	lacked := map[string]int{}
	n := 0
	for _, done := range p.Commitments() {
		at, planned := r.moment(done)
		if !planned {
			continue
		}
		n++
		p.Examine(done.Subject)
		has, lacks := r.signs(done.Item, done.At, at)
		for _, sign := range lacks {
			lacked[sign]++
		}
		if has < c.Signs {
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "was taken on with %d of %d signs of preparation; it lacked %s", has, has+len(lacks), strings.Join(lacks, ", ")))
		}
	}
	var table []string
	for _, sign := range []string{lacksText, lacksEstimate, lacksAge, lacksDeveloper, lacksFeature} {
		if lacked[sign] > 0 {
			table = append(table, fmt.Sprintf("%s (%d)", sign, lacked[sign]))
		}
	}
	if len(table) > 0 {
		p.Also("Lacking among all %d: %s.", n, strings.Join(table, ", "))
	}
}

// The signs of preparation, as what is lacking.
const (
	lacksText      = "a description or acceptance criteria"
	lacksEstimate  = "an estimate"
	lacksAge       = "a day of age"
	lacksDeveloper = "a word of a developer"
	lacksFeature   = "a feature above it"
)

// readiness reads the signs of preparation of a team's items.
type readiness struct {
	*analyze.Pass
	unreadyStartRule
	estimates, features bool // whether the team uses them
	shares              map[*backlog.Item]time.Time
}

// moment is when the item is looked at: a day after the start of the Sprint it was
// planned into, or the begin of work in a flow. What came in later was not planned.
func (r readiness) moment(done analyze.Committed) (at time.Time, planned bool) {
	if done.Sprint == nil {
		begun := done.Item.Begun()
		return begun, !begun.IsZero()
	}
	graced := done.Sprint.Start.Add(backlog.PlanningGrace)
	return graced, !done.Entry.After(graced)
}

// signs counts the signs of preparation that the item had at t, and names those it
// lacked. Age is that at the moment it was taken on.
func (r readiness) signs(it *backlog.Item, taken, t time.Time) (has int, lacks []string) {
	s := it.At(t)
	own := r.Facts.Own(s.Text.Description)
	described := r.described(s, own)
	for _, sign := range []struct {
		lacking      string
		has, expects bool
	}{
		{lacksText, described, !described && (len([]rune(own)) < short || text.Detect(own) != "")},
		{lacksEstimate, s.Estimate > 0, r.estimates},
		{lacksAge, taken.Sub(it.CreatedAt()) >= time.Duration(r.AgeHours)*time.Hour, true},
		{lacksDeveloper, r.discussed(it, t), r.Missing&backlog.Comments == 0},
		{lacksFeature, s.Parent != nil || s.Hidden, r.features},
	} {
		switch {
		case sign.has:
			has++
		case sign.expects:
			lacks = append(lacks, sign.lacking)
		}
	}
	return has, lacks
}

func (r readiness) described(s *backlog.State, own string) bool {
	return wordCount(own) >= r.Words || r.Facts.Read(s.Text).Criteria
}

// discussed reports whether a developer had written something on the item before t, or
// a sub-item below it.
func (r readiness) discussed(it *backlog.Item, t time.Time) bool {
	if first, ok := r.shares[it]; ok && first.Before(t) {
		return true
	}
	for a := range r.Facts.Acts(it) {
		if a.At.Before(t) && a.Changed.Has(authoring) && r.Roles.Of(a.By, a.At) == roles.Developer {
			return true
		}
	}
	for said := range r.Facts.Said(it) {
		if said.At.Before(t) && r.Roles.Of(said.By, said.At) == roles.Developer {
			return true
		}
	}
	return false
}

// authoring are the changes by which somebody has a part in what an item says.
const authoring = backlog.Created | backlog.ContentFields | backlog.EstimateField | backlog.AttachmentField | backlog.LinkField

// sharers gives for every item when a developer first made a sub-item of it.
func sharers(p *analyze.Pass) map[*backlog.Item]time.Time {
	first := map[*backlog.Item]time.Time{}
	for _, it := range p.Items {
		whole := it.First().State.Parent
		if it.Level() >= backlog.BacklogLevel || whole == nil || p.Roles.Of(it.Creator(), it.CreatedAt()) != roles.Developer {
			continue
		}
		if at, ok := first[whole]; !ok || it.CreatedAt().Before(at) {
			first[whole] = it.CreatedAt()
		}
	}
	return first
}

// estimatesUsed reports whether a tenth of the items or more have an estimate (G10).
func estimatesUsed(p *analyze.Pass) bool {
	with, all := 0, len(p.Backlog)
	for _, it := range p.Backlog {
		if it.Now().Estimate > 0 {
			with++
		}
	}
	return float64(with) >= guards.UnusedShare*float64(all) && with > 0
}
