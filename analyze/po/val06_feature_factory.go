package po

import (
	_ "embed"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val06_feature_factory.md
var featureFactoryDoc string

var featureFactory = analyze.Check{
	ID: "VAL-06", Name: "feature-factory", Group: analyze.Value, Class: analyze.Hint, Doc: featureFactoryDoc,
	Needs:  backlog.Hierarchy | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.Clusters},
	Rule: featureFactoryRule{
		Share:      analyze.Share{Amber: 0.90, Red: 0.98, MinN: 10, Origin: "our judgement, after signs that practitioners name"},
		DoneWithin: 270, DoneBefore: 60, Days: 60,
	},
}

type featureFactoryRule struct {
	analyze.Share `yaml:",inline"`
	DoneWithin    int `yaml:"done_within" means:"days back within which features were finished that are looked at" origin:"our judgement"`
	DoneBefore    int `yaml:"done_before" means:"days that have to have passed since, to see what followed" origin:"our judgement"`
	Days          int `yaml:"days" means:"days after its end within which a look back has to show" origin:"our judgement"`
}

func (c featureFactoryRule) Run(p *analyze.Pass) {
	p.Counts("finished feature", "finished features")
	p.CapUnless("VAL-04", "features say here what is hoped for, so somebody may look at it elsewhere")
	from, to := p.TakenAt.AddDate(0, 0, -c.DoneWithin), p.TakenAt.AddDate(0, 0, -c.DoneBefore)
	if known := knownSince(p); known.After(from) {
		from = known
	}
	p.Periods(months(from, to))
	ties := tie(p)
	for _, it := range p.Items {
		end := it.Ending()
		if it.Level() < backlog.FeatureLevel || end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(from) || end.At.After(to) {
			continue
		}
		if why := productFeature(it); why != "" {
			p.LeaveOut(why, 1)
			continue
		}
		subject := analyze.Subject{Item: it, At: end.At}
		p.Examine(subject)
		if seen := c.lookedBack(p, it, ties[it], end.At); seen != nil {
			p.Counter(*seen)
			continue
		}
		p.Report(subject, p.Fact(it, end.At, end.By, "%s was finished, and nothing about it followed in %d days", p.Quote(it.Title()), c.Days))
	}
	removed, finished := removals(p)
	p.Also("Of %d finished items, %d took something away.", finished, removed)
}

// lookedBack is the first sign that somebody looked at what the feature did: an item for
// it or tied to it, a result in a comment, or a change of what it says; nil if there is
// none.
func (c featureFactoryRule) lookedBack(p *analyze.Pass, feature *backlog.Item, tied []*backlog.Item, done time.Time) *analyze.Cite {
	in := func(at time.Time) bool { return at.After(done) && !at.After(done.AddDate(0, 0, c.Days)) }
	for _, it := range tied {
		if in(it.CreatedAt()) && it.CreatedAt().After(p.Facts.Imported()) {
			seen := p.Fact(it, it.CreatedAt(), it.Creator(), "came up for %s after it was finished", feature.Key)
			return &seen
		}
	}
	for comment := range p.Facts.Said(feature) {
		if in(comment.At) && text.Measured(comment.Text) {
			seen := p.Fact(feature, comment.At, comment.By, "was followed by a result in a comment")
			return &seen
		}
	}
	for a := range p.Facts.Acts(feature) {
		if in(a.At) && a.Changed.Has(backlog.ContentFields) {
			seen := p.Fact(feature, a.At, a.By, "was written anew after it was finished")
			return &seen
		}
	}
	return nil
}

// removals counts the functional items finished within the window, and those of them
// that took something away.
func removals(p *analyze.Pass) (removed, finished int) {
	for _, it := range p.Items {
		end := it.Ending()
		if end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(p.From) || !p.Facts.Functional(it) {
			continue
		}
		finished++
		if text.Removes(it.Title()) {
			removed++
		}
	}
	return removed, finished
}

// months divides a time into parts of 30 days, the last of which ends with it.
func months(from, to time.Time) []analyze.Window {
	var list []analyze.Window
	for at := from; at.Before(to); at = at.AddDate(0, 0, 30) {
		end := at.AddDate(0, 0, 30)
		if end.After(to) {
			end = to
		}
		list = append(list, analyze.Window{From: at, To: end})
	}
	return list
}
