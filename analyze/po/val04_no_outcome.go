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

//go:embed val04_no_outcome.md
var noOutcomeDoc string

var noOutcome = analyze.Check{
	ID: "VAL-04", Name: "no-outcome", Group: analyze.Value, Class: analyze.Proxy, Doc: noOutcomeDoc,
	Needs:  backlog.Hierarchy | backlog.ItemHistory,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Unused, guards.Templates, guards.Languages, guards.Clusters},
	Rule: noOutcomeRule{
		Share: analyze.Share{Amber: 0.80, Red: 0.95, MinN: 6, Origin: "our judgement; 0.2 % of the items of public trackers state an outcome or a hypothesis"},
		Used:  guards.UnusedShare,
	},
}

type noOutcomeRule struct {
	analyze.Share `yaml:",inline"`
	Used          float64 `yaml:"used" means:"share of all features with a text from which the tracker is taken to carry it" origin:"our judgement"`
}

func (c noOutcomeRule) Run(p *analyze.Pass) {
	p.Counts("feature begun", "features begun")
	if with, all := c.described(p); all > 0 && float64(with) < c.Used*float64(all) {
		p.CannotTell(fmt.Sprintf("%d of %d features have more than a title; what is hoped for is written elsewhere", with, all))
		return
	}
	if !p.Facts.Declared().Discovery {
		p.CapAtWatch("few teams write this into their tracker; the configuration can say that it is expected (discovery: expected)")
	}
	begun := featuresBegun(p)
	unread, looked := 0, 0
	for _, it := range p.Items {
		at, known := begun[it]
		if !known || at.Before(p.From) || !at.After(p.Facts.Imported()) {
			continue
		}
		if why := productFeature(it); why != "" {
			p.LeaveOut(why, 1)
			continue
		}
		looked++
		subject := analyze.Subject{Item: it, At: at}
		t := textAt(it, subject)
		read := p.Facts.Read(t)
		hoped := hope(p, t)
		for _, up := range it.Ancestors(at) {
			if above := hope(p, textAt(up, subject)); hoped == "" && above != "" {
				hoped = "belongs to " + up.Key + ", which " + above
			}
		}
		if hoped == "" && read.Language == text.Unknown {
			unread++
			continue
		}
		p.Examine(subject)
		if hoped == "" {
			p.Report(subject, written(p, it, at, "begun on "+p.Calendar.Day(at)+" without a result that could be measured"))
		} else {
			p.Counter(written(p, it, at, hoped))
		}
	}
	unreadable(p, unread, looked, "features")
}

// written cites what a feature said at a moment: when that was written, and by whom.
func written(p *analyze.Pass, feature *backlog.Item, at time.Time, what string) analyze.Cite {
	last := feature.First()
	for i := range feature.Revisions {
		if r := &feature.Revisions[i]; r.Changed.Has(backlog.ContentFields) && !r.At.After(at) {
			last = r
		}
	}
	return p.Fact(feature, last.At, last.By, "%s %s", p.Quote(last.State.Text.Title), what)
}

// hope says what a feature hopes for, as far as it could be measured or tested.
func hope(p *analyze.Pass, t *backlog.Text) string {
	read, goal := p.Facts.Read(t), text.Reading{}
	if t.Goal != "" {
		goal = p.Facts.Read(&backlog.Text{Title: t.Title, Description: t.Goal})
	}
	switch {
	case read.Hypothesis, goal.Hypothesis:
		return "states what is believed, and is to be tested"
	case read.Outcome, goal.Outcome:
		return "says what will be measured"
	}
	return ""
}

// described counts the features of all history that have more than a title.
func (c noOutcomeRule) described(p *analyze.Pass) (with, all int) {
	for _, it := range p.Items {
		if it.Level() < backlog.FeatureLevel || productFeature(it) != "" {
			continue
		}
		all++
		if t := it.Now().Text; p.Facts.Own(t.Description) != "" || t.Goal != "" {
			with++
		}
	}
	return with, all
}
