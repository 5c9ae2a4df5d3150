package po

// This file is ORD-03: whether the priorities that people chose still tell items apart.

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

//go:embed ord03_everything_top_priority.md
var topPriorityDoc string

var topPriority = analyze.Check{
	ID: "ORD-03", Name: "everything-top-priority", Group: analyze.Ordering, Class: analyze.Observed, Doc: topPriorityDoc,
	Needs:  backlog.ItemHistory,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.Unused, guards.Defaults, guards.UrgentLane},
	Rule: topPriorityRule{
		Stock:  analyze.Stock{Share: analyze.Share{Amber: 0.35, Red: 0.50, MinN: 30, Origin: "our judgement; in public trackers the two highest hold 3 to 15 % of all items"}},
		Chosen: 0.20, Levels: 2, OfAll: 0.30,
	},
}

type topPriorityRule struct {
	analyze.Stock `yaml:",inline"`
	Chosen        float64 `yaml:"chosen" means:"share of items whose priority somebody chose, below which the field is not used" origin:"our judgement"`
	Levels        int     `yaml:"levels" means:"highest levels that count as the top" origin:"our judgement"`
	OfAll         float64 `yaml:"of_all" means:"share of all items at the top, chosen or not, below which priorities still tell items apart" origin:"our judgement: twice the most seen in public trackers, 15 %"`
}

func (c topPriorityRule) Run(p *analyze.Pass) {
	p.Counts("item with a chosen priority", "items with a chosen priority")
	taken := p.Commitments()
	var first, last spread
	counted := false
	p.Census(func(at time.Time, now bool) {
		last = c.count(p, taken, at, now)
		if !counted && last.chosen() > 0 {
			first, counted = last, true
		}
	})
	top, chosen := last.top(c.Levels), last.chosen()
	if last.all == 0 {
		p.CannotTell("no item was open, or taken on, whose priority could be read")
		return
	}
	if chosen == 0 || float64(chosen) < c.Chosen*float64(last.all) {
		p.CannotTell(fmt.Sprintf("somebody chose the priority of %d of %d items; the field is hardly used here, and the order may say what comes first", chosen, last.all))
		return
	}
	if float64(top) < c.OfAll*float64(last.all) {
		p.CapAtWatch(fmt.Sprintf("of all %d items, chosen or not, %d stand at the top: most of the others keep the priority they came with", last.all, top))
	}
	p.LeaveOut("items with the priority that nobody chose", last.all-chosen)
	p.Also("Chosen now: %s.", last.words(p))
	p.Draw(func(f analyze.Finding) analyze.Picture { return c.picture(p, f, last) })
	if first.all > 0 && first.chosen() >= c.MinN {
		p.Also("At the beginning of the window it was %d of %d.", first.top(c.Levels), first.chosen())
	}
}

// spread is how many items have which chosen priority, and how many items there are.
type spread struct {
	by  map[*backlog.Priority]int
	all int
}

func (s spread) chosen() int { return s.top(1 << 30) }

// top counts the items on the highest levels.
func (s spread) top(levels int) int {
	n := 0
	for priority, items := range s.by {
		if priority.Rank < levels {
			n += items
		}
	}
	return n
}

// picture is how many items have which priority.
func (c topPriorityRule) picture(p *analyze.Pass, f analyze.Finding, now spread) analyze.Picture {
	picture := analyze.Picture{
		Kind: analyze.Bars, Head: "Priority", Series: []analyze.Series{{Name: "items with a chosen priority"}},
		Title: fmt.Sprintf("Among the %d highest: %s of %d chosen priorities", c.Levels, some(f.K), f.N),
	}
	if rest := now.all - now.chosen(); rest > 0 {
		picture.Note = fmt.Sprintf("Items that keep the priority that nobody chose are not in it: %d.", rest)
	}
	for _, l := range now.levels() {
		picture.Rows = append(picture.Rows, analyze.ClassRow(p.Told(l.Name), l.Rank < c.Levels, now.by[l]))
	}
	return picture
}

// levels are the priorities that were chosen, the highest first.
func (s spread) levels() []*backlog.Priority {
	return slices.SortedFunc(maps.Keys(s.by), func(a, b *backlog.Priority) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Name, b.Name))
	})
}

// words lists the priorities with their numbers, the highest first.
func (s spread) words(p *analyze.Pass) string {
	var words []string
	for _, l := range s.levels() {
		words = append(words, fmt.Sprintf("%s %d", p.Told(l.Name), s.by[l]))
	}
	return strings.Join(words, ", ")
}

// count looks at the items open at t as they were then, and at those taken on within
// the window until t as they were when they were taken on.
func (c topPriorityRule) count(p *analyze.Pass, taken []analyze.Committed, t time.Time, now bool) spread {
	s := spread{by: map[*backlog.Priority]int{}}
	seen := map[*backlog.Item]bool{}
	for _, done := range taken {
		if !done.At.After(t) && !p.Facts.Icebox(done.Item.At(done.At)) {
			seen[done.Item] = true
			c.look(p, &s, done.Item, done.At, t)
		}
	}
	for it := range p.Open(t) {
		if seen[it] || p.Facts.Urgent(it) {
			continue
		}
		if p.Facts.Icebox(it.At(t)) {
			if now {
				p.LeaveOut("items in the declared icebox", 1)
			}
			continue
		}
		c.look(p, &s, it, t, t)
	}
	return s
}

// look examines one item with the priority it had at t, for the census at a moment.
func (c topPriorityRule) look(p *analyze.Pass, s *spread, it *backlog.Item, t, census time.Time) {
	s.all++
	priority := p.Facts.Chosen(it, t)
	if priority == nil {
		return
	}
	s.by[priority]++
	subject := analyze.Subject{Item: it, At: census}
	p.Examine(subject)
	switch {
	case priority.Rank >= c.Levels:
	case census.Before(p.TakenAt):
		p.ReportPast(subject)
	default:
		set := prioritised(it, t)
		p.Report(subject, p.Fact(it, set.At, set.By, "got priority %s", p.Told(priority.Name)))
	}
}

// prioritised is the act that gave an item the priority it had at t.
func prioritised(it *backlog.Item, t time.Time) *backlog.Revision {
	set := it.First()
	for i := range it.Revisions {
		if r := &it.Revisions[i]; r.Changed.Has(backlog.PriorityField) && !r.At.After(t) {
			set = r
		}
	}
	return set
}
