package po

import (
	_ "embed"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val02_no_why.md
var noWhyDoc string

var noWhy = analyze.Check{
	ID: "VAL-02", Name: "no-why", Group: analyze.Value, Class: analyze.Proxy, Doc: noWhyDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Unused, guards.Templates, guards.Languages, guards.Clusters, guards.UrgentLane},
	Rule: noWhyRule{
		Share:  analyze.Share{Amber: 0.60, Red: 0.85, MinN: 20, Origin: "our judgement; 42 % of published user stories give no reason, and whole backlogs between none and all"},
		Filler: 5,
	},
}

type noWhyRule struct {
	analyze.Share `yaml:",inline"`
	Filler        int `yaml:"filler" means:"items that give the same reason, word for word, from which it is told as a filler" origin:"our judgement"`
}

func (c noWhyRule) Run(p *analyze.Pass) {
	p.Counts("committed item", "committed items")
	if !described(p) {
		return
	}
	commitments, unread, repeats := p.Commitments(), 0, 0
	same := map[string]int{}
	for _, done := range commitments {
		read := p.Facts.Read(textAt(done.Item, done.Subject))
		why := reason(p, done, read)
		if why == "" && read.Language == text.Unknown {
			unread++
			continue
		}
		p.Examine(done.Subject)
		if why == "" {
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "says what to build, and not why"))
			continue
		}
		p.Counter(p.Fact(done.Item, done.Entry, done.By, "%s", why))
		if read.WeakWhy {
			repeats++
		}
		if read.Why {
			same[text.Key(read.WhyText)]++
		}
	}
	unreadable(p, unread, len(commitments), "items")
	c.weak(p, repeats, same)
}

// reason says where the item's reason stands, if it has one: in its text, in its field
// for goals, or in the feature it belongs to.
func reason(p *analyze.Pass, done analyze.Committed, read text.Reading) string {
	switch {
	case read.Why:
		return "says why: " + p.Quote(read.WhyText)
	case read.Hypothesis, read.Outcome:
		return "says what is hoped for"
	case strings.TrimSpace(textAt(done.Item, done.Subject).Goal) != "":
		return "has a goal of its own"
	}
	for _, up := range done.Item.Ancestors(done.At) {
		if up.Level() < backlog.FeatureLevel {
			continue
		}
		t := textAt(up, done.Subject)
		if feature := p.Facts.Read(t); feature.Why || feature.Hypothesis || strings.TrimSpace(t.Goal) != "" {
			return "belongs to " + up.Key + ", which says why"
		}
	}
	return ""
}

// weak tells of reasons that say little. They count as reasons: a clause that a template
// forces is a matter of its own.
func (c noWhyRule) weak(p *analyze.Pass, repeats int, same map[string]int) {
	fillers, items := 0, 0
	for _, n := range same {
		if n >= c.Filler {
			fillers, items = fillers+1, items+n
		}
	}
	if repeats > 0 {
		p.Also("Reasons that repeat what is wanted: %d.", repeats)
	}
	if fillers > 0 {
		p.Also("The same reason, word for word, in %d items or more: %d, in %d items together.", c.Filler, fillers, items)
	}
}
