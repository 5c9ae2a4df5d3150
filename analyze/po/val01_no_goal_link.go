package po

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val01_no_goal_link.md
var noGoalLinkDoc string

var noGoalLink = analyze.Check{
	ID: "VAL-01", Name: "no-goal-link", Group: analyze.Value, Class: analyze.Observed, Doc: noGoalLinkDoc,
	Needs:  backlog.Hierarchy,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Unused, guards.Templates, guards.Clusters, guards.UrgentLane},
	Rule: noGoalLinkRule{
		Share:      analyze.Share{Amber: 0.40, Red: 0.70, MinN: 20, Origin: "our judgement"},
		GoalLength: 40, BucketDays: 365, BucketItems: 40,
	},
}

type noGoalLinkRule struct {
	analyze.Share `yaml:",inline"`
	GoalLength    int `yaml:"goal_length" means:"characters from which a feature's text counts as a goal" origin:"our judgement"`
	BucketDays    int `yaml:"bucket_days" means:"days after which a feature with many items is a bucket" origin:"our judgement"`
	BucketItems   int `yaml:"bucket_items" means:"items that make an old feature a bucket" origin:"our judgement"`
}

func (c noGoalLinkRule) Run(p *analyze.Pass) {
	p.Counts("committed item", "committed items")
	if !hierarchyUsed(p) {
		p.CannotTell("items are not grouped under features here, so a link to a goal would not show")
		return
	}
	children := map[*backlog.Item]int{}
	for _, it := range p.Items {
		if parent := it.Now().Parent; parent != nil {
			children[parent]++
		}
	}
	for _, done := range p.Commitments() {
		p.Examine(done.Subject)
		if why := c.missing(p, done, children); why != "" {
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "%s", why))
		} else if s := done.Item.At(done.At); s != nil && s.Parent != nil {
			p.Counter(p.Fact(done.Item, done.Entry, done.By, "serves %s", s.Parent.Key))
		}
	}
}

// missing says why no goal can be traced from the item at its commitment; empty if one can.
func (c noGoalLinkRule) missing(p *analyze.Pass, done analyze.Committed, children map[*backlog.Item]int) string {
	if s := done.Item.At(done.At); s != nil && s.Text.Goal != "" {
		return ""
	}
	why := "has no parent"
	for _, up := range done.Item.Ancestors(done.At) {
		switch {
		case up.Level() < backlog.FeatureLevel:
			continue
		case c.bucket(up, done.At, children[up]):
			why = fmt.Sprintf("its parent %s is a bucket", up.Key)
		case c.goal(p, up, done.At):
			return ""
		default:
			why = fmt.Sprintf("its parent %s says nothing about a goal", up.Key)
		}
	}
	return why
}

// goal reports whether the feature's text at t counts as a goal.
func (c noGoalLinkRule) goal(p *analyze.Pass, feature *backlog.Item, t time.Time) bool {
	s := feature.At(t)
	if s == nil {
		s = feature.First().State
	}
	return s.Text.Goal != "" || len([]rune(p.Facts.Own(s.Text.Description))) >= c.GoalLength
}

// bucket reports whether the feature only collects: by its title, or by its age and size.
func (c noGoalLinkRule) bucket(feature *backlog.Item, t time.Time, children int) bool {
	old := t.Sub(feature.CreatedAt()) > time.Duration(c.BucketDays)*24*time.Hour
	return text.Generic(feature.Title()) || old && children > c.BucketItems
}

// hierarchyUsed reports whether a tenth of the items or more have a parent (G10).
func hierarchyUsed(p *analyze.Pass) bool {
	with, all := 0, 0
	for _, it := range p.Items {
		if it.Level() == backlog.BacklogLevel {
			all++
			if it.Now().Parent != nil {
				with++
			}
		}
	}
	return float64(with) >= guards.UnusedShare*float64(all) && with > 0
}
