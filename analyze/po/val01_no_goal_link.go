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
	Needs:  backlog.Hierarchy | backlog.SprintHistory | backlog.ItemHistory,
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
	BucketItems   int `yaml:"bucket_items" means:"open items that make an old feature a bucket" origin:"our judgement"`
}

func (c noGoalLinkRule) Run(p *analyze.Pass) {
	p.Counts("committed item", "committed items")
	if !hierarchyUsed(p) {
		p.CannotTell("items are not grouped under features here, so a link to a goal would not show")
		return
	}
	commitments, hidden := p.Commitments(), 0
	goals := map[*backlog.Sprint]bool{}
	var ends [len(goalEnds)]int
	for _, done := range commitments {
		s := done.Item.At(done.At)
		if s.Hidden {
			hidden++
			continue
		}
		p.Examine(done.Subject)
		end, why := c.leads(p, done)
		ends[end]++
		switch {
		case why == "" && s.Parent != nil:
			p.Counter(p.Fact(done.Item, done.Entry, done.By, "serves %s", s.Parent.Key))
		case why != "":
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "%s", why))
			if sprint := done.Sprint; sprint != nil && sprint.Goal != "" && !goals[sprint] && !text.ListLike(sprint.Goal) {
				goals[sprint] = true
				p.Counter(p.SprintFact(sprint, sprint.Start, "had a goal that may cover its items: %s", p.Quote(sprint.Goal)))
			}
		}
	}
	p.LeaveOut("items under a parent that this account may not see", hidden)
	if hidden*5 > len(commitments) {
		p.CannotTell(fmt.Sprintf("%d of %d items lie under parents that this account may not see", hidden, len(commitments)))
	}
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, ends) })
}

// goalEnd is where the way from an item up to a goal ends.
type goalEnd int

const (
	ownGoal goalEnd = iota
	featureWithGoal
	featureWithout
	bucketFeature
	nothingAbove
)

// goalEnds say it to the reader.
var goalEnds = [...]string{ownGoal: "a goal of its own", featureWithGoal: "a feature with a goal",
	featureWithout: "a feature without one", bucketFeature: "a feature that only collects", nothingAbove: "nothing above it"}

// picture is where the ways from the items to a goal end.
func (c noGoalLinkRule) picture(f analyze.Finding, ends [len(goalEnds)]int) analyze.Picture {
	picture := analyze.Picture{
		Kind: analyze.Ends, Head: "The way up ends at", Series: []analyze.Series{{Name: "items taken on"}},
		Title: fmt.Sprintf("Of %d items taken on, %s led to a goal, and %s ended before one", f.N, some(f.N-f.K), some(f.K)),
	}
	for end, n := range ends {
		if n > 0 {
			picture.Rows = append(picture.Rows, analyze.ClassRow(goalEnds[end], goalEnd(end) >= featureWithout, n))
		}
	}
	return picture
}

// leads tells where the way up from the item ends at its commitment, and why no goal can be
// traced; why is empty if one can.
func (c noGoalLinkRule) leads(p *analyze.Pass, done analyze.Committed) (end goalEnd, why string) {
	if done.Item.At(done.At).Text.Goal != "" {
		return ownGoal, ""
	}
	end, why = nothingAbove, "has no parent"
	for _, up := range done.Item.Ancestors(done.At) {
		switch {
		case up.Level() < backlog.FeatureLevel:
			continue
		case c.bucket(p, up, done.At):
			end, why = bucketFeature, fmt.Sprintf("its parent %s is a bucket", up.Key)
		case c.goal(p, up, done.At):
			return featureWithGoal, ""
		default:
			end, why = featureWithout, fmt.Sprintf("its parent %s says nothing about a goal", up.Key)
		}
	}
	return end, why
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
func (c noGoalLinkRule) bucket(p *analyze.Pass, feature *backlog.Item, t time.Time) bool {
	if text.Generic(feature.Title()) {
		return true
	}
	if t.Sub(feature.CreatedAt()) <= days(c.BucketDays) {
		return false
	}
	children := 0
	for _, it := range p.Items {
		if s := it.At(t); s != nil && s.Parent == feature && s.Outcome == backlog.Open {
			children++
		}
	}
	return children > c.BucketItems
}

// hierarchyUsed reports whether a tenth of the items or more have a parent (G10).
func hierarchyUsed(p *analyze.Pass) bool {
	with, all := 0, len(p.Backlog)
	for _, it := range p.Backlog {
		if it.Now().Parent != nil {
			with++
		}
	}
	return float64(with) >= guards.UnusedShare*float64(all) && with > 0
}
