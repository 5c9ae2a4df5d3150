package po

import (
	_ "embed"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val05_no_experiments.md
var noExperimentsDoc string

var noExperiments = analyze.Check{
	ID: "VAL-05", Name: "no-experiments", Group: analyze.Value, Class: analyze.Hint, Doc: noExperimentsDoc,
	Needs:  backlog.ItemHistory,
	Reads:  backlog.Links,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.Clusters},
	Rule: noExperimentsRule{
		Scarce: analyze.Scarce{
			TooFew: analyze.TooFew{Amber: 0.05, Red: 0, MinN: 40, Origin: "our judgement; none in 40 proves less than 7 %"},
			Idle:   0.34, IdleN: 6,
		},
		Days: 30, Shown: 3,
	},
}

type noExperimentsRule struct {
	analyze.Scarce `yaml:",inline"`
	Days           int `yaml:"days" means:"days within which a consequence has to show" origin:"our judgement"`
	Shown          int `yaml:"shown" means:"finished items told as examples, the newest first" origin:"our judgement"`
}

func (c noExperimentsRule) Run(p *analyze.Pass) {
	p.Counts("finished item", "finished items")
	var ties ties
	var shipped []analyze.Cite
	for _, it := range p.Backlog {
		end := it.Ending()
		if end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(p.From) || !end.At.After(p.Facts.Imported()) {
			continue
		}
		subject := analyze.Subject{Item: it, At: end.At}
		switch {
		case discovers(p, it):
			if ties == nil {
				ties = tie(p)
			}
			p.Examine(subject)
			followed := c.followed(p, ties[it], end.At)
			p.Count(subject, p.Fact(it, end.At, end.By, "tried something out with users: %s", followed))
			p.Consequence(followed != nothing)
		case p.Facts.Functional(it):
			p.Examine(subject)
			shipped = append(shipped, p.Fact(it, end.At, end.By, "was finished"))
		}
	}
	p.Show(lastOf(shipped, c.Shown)...)
}

// nothing is said of a trial without a consequence.
const nothing = "nothing that is linked to it changed afterwards"

// followed says what changed within the days after a trial: an item tied to it that came
// up, was declined or was written anew.
func (c noExperimentsRule) followed(p *analyze.Pass, tied []*backlog.Item, done time.Time) string {
	in := func(at time.Time) bool { return at.After(done) && !at.After(done.AddDate(0, 0, c.Days)) }
	for _, it := range tied {
		if in(it.CreatedAt()) {
			return it.Key + " came of it"
		}
		if end := it.Ending(); end != nil && end.State.Outcome == backlog.Declined && in(end.At) {
			return it.Key + " was declined afterwards"
		}
		for a := range p.Facts.Acts(it) {
			if a.Changed.Has(backlog.ContentFields|backlog.PriorityField|backlog.RankField) && in(a.At) {
				return it.Key + " was changed afterwards"
			}
		}
	}
	return nothing
}

// discovers reports whether an item is there to learn about users.
func discovers(p *analyze.Pass, it *backlog.Item) bool {
	s := it.Now()
	return text.Discovery(s.Type.Name, s.Labels, s.Text.Title, p.Facts.Own(s.Text.Description))
}

// lastOf are the newest of some facts.
func lastOf(cites []analyze.Cite, n int) []analyze.Cite {
	slices.SortStableFunc(cites, func(a, b analyze.Cite) int { return b.At.Compare(a.At) })
	return cites[:min(n, len(cites))]
}

// ties are the items that belong together by a link in either direction, or as parent
// and child.
type ties map[*backlog.Item][]*backlog.Item

func tie(p *analyze.Pass) ties {
	byKey := map[string]*backlog.Item{}
	for _, it := range p.Items {
		byKey[it.Key] = it
	}
	t := ties{}
	both := func(a, b *backlog.Item) {
		t[a] = append(t[a], b)
		t[b] = append(t[b], a)
	}
	for _, it := range p.Items {
		for _, l := range it.Links {
			if other := byKey[l.Key]; other != nil {
				both(it, other)
			}
		}
		if up := it.Now().Parent; up != nil {
			both(it, up)
		}
	}
	return t
}
