package po

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed crf01_no_crisp_criteria.md
var noCrispCriteriaDoc string

var noCrispCriteria = analyze.Check{
	ID: "CRF-01", Name: "no-crisp-criteria", Group: analyze.Craft, Class: analyze.Observed, Doc: noCrispCriteriaDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Unused, guards.Templates, guards.Languages, guards.Edges, guards.Clusters, guards.UrgentLane},
	Rule: noCrispCriteriaRule{
		Share: analyze.Share{Amber: 0.30, Red: 0.60, MinN: 20, Origin: "our judgement; vendors ask for 95 % ready, public trackers have next to none"},
		Used:  guards.UnusedShare, Tiny: 1, Many: 7,
	},
}

type noCrispCriteriaRule struct {
	analyze.Share `yaml:",inline"`
	Used          float64 `yaml:"used" means:"share of all items with criteria from which the tracker is taken to carry them" origin:"our judgement"`
	Tiny          float64 `yaml:"tiny" means:"estimate up to which an item is too small to need criteria" origin:"our judgement"`
	Many          int     `yaml:"many" means:"criteria above which an item is told as one that could be split" origin:"practitioners' rule of thumb"`
}

// kinds are what is told beside the finding.
type kinds struct{ late, vague, many int }

func (c noCrispCriteriaRule) Run(p *analyze.Pass) {
	p.Counts("item begun", "items begun")
	if with, all := c.everWritten(p); float64(with) < c.Used*float64(all) {
		p.CannotTell(fmt.Sprintf("only %d of %d items ever had acceptance criteria; they may be agreed elsewhere", with, all))
		return
	}
	var classes [4]int // items by their criteria: none, one or two, up to many, more
	unread, looked := 0, 0
	var seen kinds
	for _, done := range p.Commitments() {
		at := c.begun(p, done)
		if at.IsZero() || at.After(p.TakenAt) {
			continue
		}
		it, s := done.Item, done.Item.At(at)
		if s.Estimate > 0 && s.Estimate <= c.Tiny {
			p.LeaveOut("items of the smallest size", 1)
			continue
		}
		looked++
		read := p.Facts.Read(s.Text)
		if !read.Criteria && read.Language == text.Unknown {
			unread++
			continue
		}
		p.Examine(done.Subject)
		if read.Criteria {
			classes[c.class(read.CriteriaCount)]++
			p.Counter(p.Fact(it, done.Entry, done.By, "has %s", criteriaOf(read)))
			seen.add(read, c.Many)
			continue
		}
		classes[0]++
		p.Report(done.Subject, p.Fact(it, done.Entry, done.By, "was begun without acceptance criteria"))
		if p.Facts.Read(it.Now().Text).Criteria {
			seen.late++
		}
	}
	unreadable(p, unread, looked, "items")
	seen.tell(p, c.Many)
	p.Draw(func(f analyze.Finding) analyze.Picture {
		return analyze.Picture{
			Kind: analyze.Bars, Head: "Criteria", Series: []analyze.Series{{Name: "items begun"}},
			Title: fmt.Sprintf("Of %d items begun, %s had no acceptance criteria and %s had more than %d", f.N, some(f.K), some(classes[3]), c.Many),
			Rows: []analyze.PictureRow{analyze.ClassRow("none", true, classes[0]), analyze.ClassRow("1 or 2", false, classes[1]),
				analyze.ClassRow(fmt.Sprintf("3 to %d", c.Many), false, classes[2]), analyze.ClassRow(fmt.Sprintf("over %d", c.Many), false, classes[3])},
		}
	})
}

// class is the class of a number of criteria, of those that there are.
func (c noCrispCriteriaRule) class(n int) int {
	switch {
	case n > c.Many:
		return 3
	case n > 2:
		return 2
	}
	return 1
}

// begun is the moment at which the criteria have to be there: a day after the Sprint
// began, or when the item came in later; in a flow, when work on it began.
func (c noCrispCriteriaRule) begun(p *analyze.Pass, done analyze.Committed) time.Time {
	if done.Sprint == nil {
		return done.Item.Begun()
	}
	if planned := done.Sprint.Start.Add(backlog.PlanningGrace); planned.After(done.At) {
		return planned
	}
	return done.At
}

// everWritten counts the functional items that have criteria now, until they are enough. It
// begins with the newest, whose texts the checks read anyway.
func (c noCrispCriteriaRule) everWritten(p *analyze.Pass) (with, all int) {
	for _, it := range p.Items {
		if p.Facts.Functional(it) {
			all++
		}
	}
	for _, it := range slices.Backward(p.Items) {
		if with > 0 && float64(with) >= c.Used*float64(all) {
			break // to read on would change nothing
		}
		if p.Facts.Functional(it) && p.Facts.Read(it.Now().Text).Criteria {
			with++
		}
	}
	return with, all
}

func criteriaOf(read text.Reading) string {
	what := "acceptance criteria"
	if read.CriteriaCount == 1 {
		what = "acceptance criterion"
	}
	if !read.Crisp {
		what += " of vague words"
	}
	return fmt.Sprintf("%d %s", read.CriteriaCount, what)
}

func (k *kinds) add(read text.Reading, many int) {
	if !read.Crisp {
		k.vague++
	}
	if read.CriteriaCount > many {
		k.many++
	}
}

func (k kinds) tell(p *analyze.Pass, many int) {
	if k.late > 0 {
		p.Also("Written after work began: %d.", k.late)
	}
	if k.vague > 0 {
		p.Also("Criteria of words such as fast or easy only: %d.", k.vague)
	}
	if k.many > 0 {
		p.Also("More than %d criteria, which may be several items in one: %d.", many, k.many)
	}
}
