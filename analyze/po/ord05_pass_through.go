package po

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/stats"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed ord05_pass_through.md
var passThroughDoc string

var passThrough = analyze.Check{
	ID: "ORD-05", Name: "pass-through", Group: analyze.Ordering, Class: analyze.Proxy, Doc: passThroughDoc,
	Needs:  backlog.Authors | backlog.SprintHistory | backlog.ItemHistory,
	Reads:  backlog.Links,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.TalksAway, guards.Clusters, guards.UrgentLane},
	Rule: passThroughRule{
		Share:  analyze.Share{Amber: 0.50, Red: 0.75, MinN: 20, Origin: "our judgement"},
		Edited: 0.20, FIFO: 0.80, FIFOItems: 30,
	},
}

type passThroughRule struct {
	analyze.Share `yaml:",inline"`
	Edited        float64 `yaml:"edited" means:"share of the words that an edit by somebody else changes at least to count" origin:"our judgement"`
	FIFO          float64 `yaml:"fifo" means:"rank correlation of arrival and start above which it is the order of arrival" origin:"our judgement"`
	FIFOItems     int     `yaml:"fifo_items" means:"items needed to speak about the order of arrival" origin:"our judgement"`
}

func (c passThroughRule) Run(p *analyze.Pass) {
	p.Counts("committed request", "committed requests")
	if !p.Roles.Any(roles.Stakeholder) {
		p.CannotTell("nobody is known as a stakeholder; name them in the configuration under roles")
		return
	}
	if p.Facts.Declared().FIFO {
		p.CapAtWatch("first come, first served is the declared policy")
	}
	if p.Missing&backlog.Comments != 0 {
		p.CapAtWatch("comments are not visible, so questions cannot be seen")
	}
	var arrived, begun []float64
	var lines []analyze.PictureRow
	for _, done := range p.Commitments() {
		it := done.Item
		if b := it.Begun(); !b.IsZero() {
			arrived, begun = append(arrived, float64(it.CreatedAt().Unix())), append(begun, float64(b.Unix()))
		}
		if !requested(p, it) {
			continue
		}
		p.Examine(done.Subject)
		how := c.reshaped(p, it, done.At)
		lines = append(lines, requestLine(p, done, how))
		if how != "" {
			p.Counter(p.Fact(it, done.Entry, done.By, "%s before it was taken on", how))
			continue
		}
		p.Report(done.Subject, p.Fact(it, done.Entry, done.By, "was asked for, and taken on %s with no rewrite, split, reorder or question in between",
			later(p.Calendar.Days(it.CreatedAt(), done.Entry))))
	}
	if order := stats.RankCorrelation(arrived, begun); len(arrived) >= c.FIFOItems && order > c.FIFO && !p.Facts.Declared().FIFO {
		p.Also("Work begins in the order of arrival (rank correlation %.2f).", order)
	}
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(f, lines) })
}

// requestLine is a request's way from its writing to the moment it was taken on; how is
// what was made of it.
func requestLine(p *analyze.Pass, done analyze.Committed, how string) analyze.PictureRow {
	row := p.Row(analyze.Window{From: done.Item.CreatedAt(), To: done.Entry}, max(0, p.Calendar.Days(done.Item.CreatedAt(), done.Entry)))
	row.Label, row.What, row.Shows = done.Item.Key, how, how == ""
	if row.Shows {
		row.What = "nothing in between"
	}
	return row
}

// mostLines is how many requests a picture shows.
const mostLines = 25

// picture is the way of the newest requests.
func (c passThroughRule) picture(f analyze.Finding, lines []analyze.PictureRow) analyze.Picture {
	newest := slices.Clone(lines[max(0, len(lines)-mostLines):])
	slices.SortStableFunc(newest, func(a, b analyze.PictureRow) int { return cmp.Or(cmp.Compare(b.To, a.To), cmp.Compare(b.From, a.From)) })
	same := 0
	for _, l := range newest {
		if l.Shows {
			same++
		}
	}
	which := fmt.Sprintf("the %d committed requests", f.N)
	if len(newest) < f.N {
		which = fmt.Sprintf("the newest %d of %d committed requests", len(newest), f.N)
	}
	return analyze.Picture{
		Kind: analyze.Spans, Head: "Request", Rows: newest,
		Title: fmt.Sprintf("Of %s, %s went in as written; %s saw a change, a new place or a question first",
			which, some(same), some(len(newest)-same)),
		Note:   "Each line begins when the request was written and ends when it was put into a Sprint, or when work began where there are none.",
		Series: []analyze.Series{{Name: "working days between"}},
	}
}

// requested reports whether the item came from a stakeholder: created by one, or by the
// Product Owner or Scrum Master within a working day after a stakeholder's linked entry
// or comment.
func requested(p *analyze.Pass, it *backlog.Item) bool {
	created := it.CreatedAt()
	switch p.Roles.Of(it.Creator(), created) {
	case roles.Stakeholder:
		return true
	case roles.ProductOwner, roles.ScrumMaster:
	default:
		return false
	}
	lately := func(by *backlog.Person, at time.Time) bool {
		return p.Roles.Of(by, at) == roles.Stakeholder && !at.After(created) && !created.After(p.Calendar.Add(at, 1))
	}
	for _, l := range it.Links {
		for _, other := range p.Items {
			if other.Key != l.Key {
				continue
			}
			if lately(other.Creator(), other.CreatedAt()) ||
				slices.ContainsFunc(other.Comments, func(c backlog.Comment) bool { return lately(c.By, c.At) }) {
				return true
			}
		}
	}
	return false
}

// reshaped says what somebody made of the request before t; empty if nothing.
func (c passThroughRule) reshaped(p *analyze.Pass, it *backlog.Item, t time.Time) string {
	for _, l := range it.Links {
		if l.Relation == backlog.SplitFrom || l.Relation == backlog.SplitTo || l.Relation == backlog.DuplicateOf {
			return "was split or merged"
		}
	}
	places := 0
	for a := range p.Facts.Acts(it) {
		before := a.Before()
		if before == nil || a.At.After(t) {
			continue
		}
		if a.Changed.Has(backlog.ContentFields) && a.By != it.Creator() && text.Changed(said(it.First().State), said(a.State)) >= c.Edited {
			return "was rewritten"
		}
		if a.Changed.Has(backlog.RankField | backlog.PriorityField) {
			places++
		}
	}
	if places > 1 {
		return "was reordered"
	}
	for comment := range p.Facts.Said(it) {
		if !comment.At.After(t) && p.Roles.Of(comment.By, comment.At) == roles.Developer && text.Question(comment.Text) {
			return "was questioned by a developer"
		}
	}
	return ""
}

// said is all that an item says.
func said(s *backlog.State) string {
	return s.Text.Title + "\n" + s.Text.Description + "\n" + s.Text.Criteria
}
