package po

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed val03_no_who.md
var noWhoDoc string

var noWho = analyze.Check{
	ID: "VAL-03", Name: "no-who", Group: analyze.Value, Class: analyze.Proxy, Doc: noWhoDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Reads:  backlog.Links,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Unused, guards.Templates, guards.Languages, guards.Clusters, guards.UrgentLane},
	Rule: noWhoRule{
		Share: analyze.Share{Amber: 0.75, Red: 0.95, MinN: 20, Origin: "our judgement; 4 % of open-source items name a persona"},
		Used:  guards.UnusedShare,
	},
}

type noWhoRule struct {
	analyze.Share `yaml:",inline"`
	Used          float64 `yaml:"used" means:"share of all items naming somebody from which the tracker is taken to carry it" origin:"our judgement"`
}

func (c noWhoRule) Run(p *analyze.Pass) {
	p.Counts("committed item", "committed items")
	if named, all := c.everNamed(p); !p.Facts.Declared().CustomerLinks && float64(named) < c.Used*float64(all) {
		p.OnlyHint(fmt.Sprintf("only %d of %d items ever named a user or customer; they may be known from elsewhere", named, all))
	}
	unread := 0
	commitments := p.Commitments()
	for _, done := range commitments {
		who, readable := whoFor(p, done.Item, done.At)
		if !readable {
			unread++
			continue
		}
		p.Examine(done.Subject)
		if who == "" {
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "names no user, customer or segment"))
		} else {
			p.Counter(p.Fact(done.Item, done.Entry, done.By, "is for %s", p.Quote(who)))
		}
	}
	unreadable(p, unread, len(commitments), "items")
}

// everNamed counts the items of all history that name somebody, until they are enough. It
// begins with the newest, whose texts the checks read anyway.
func (c noWhoRule) everNamed(p *analyze.Pass) (named, all int) {
	functional := make([]*backlog.Item, 0, len(p.Items))
	for _, it := range p.Items {
		if p.Facts.Functional(it) {
			functional = append(functional, it)
		}
	}
	for _, it := range slices.Backward(functional) {
		if float64(named) >= c.Used*float64(len(functional)) {
			break // to read on would change nothing, and reading is the dearest part
		}
		if who, _ := whoFor(p, it, p.TakenAt); who != "" {
			named++
		}
	}
	return named, len(functional)
}

// whoFor is the specific user, customer or segment that the item named at t, and
// whether its text could be read at all.
func whoFor(p *analyze.Pass, it *backlog.Item, t time.Time) (who string, readable bool) {
	s := it.At(t)
	if s == nil {
		s = it.First().State
	}
	for _, customer := range s.Customers {
		return customer, true
	}
	for _, l := range it.Links {
		if l.Customer {
			return "the customer request " + l.Key, true
		}
	}
	for _, label := range s.Labels {
		i := strings.IndexAny(label, ":=/")
		if i >= 0 && i+1 < len(label) && slices.Contains([]string{"customer", "persona", "segment", "user", "client"}, strings.ToLower(label[:i])) {
			return label, true
		}
	}
	read := p.Facts.Read(s.Text)
	switch {
	case read.WhoSpecific:
		return read.WhoText, true
	case read.CustomerLink:
		return "a customer who has spoken", true
	}
	return "", read.Language != text.Unknown
}
