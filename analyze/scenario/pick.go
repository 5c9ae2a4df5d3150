package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// This file finds items that a sentence describes instead of naming: "every item",
// "2 items", "the oldest 4 items".

// pick describes items instead of naming them.
type pick struct {
	from   string // oldest or newest, of the backlog; empty: of the Sprint, or in work
	member bool   // of the Sprint in any case
	all    bool
	open   bool // leave out what is finished
	n      int
}

// readPick reads "every item", "every open item", "2 items" or "the oldest 4 items".
func readPick(c *cursor) (p pick, ok bool) {
	here := c.at
	switch {
	case c.accept("every"):
		p.all, p.open = true, c.accept("open")
	case c.accept("the"):
		p.from, _ = c.word("")
		ok = p.from == "oldest" || p.from == "newest"
		p.n = c.count()
	default:
		p.open, p.n = true, c.count()
	}
	named := c.accept("item") || c.accept("items")
	if !named || (p.from != "" && !ok) || (!p.all && p.n == 0 && p.from == "") {
		c.at = here
		return pick{}, false
	}
	if p.from != "" {
		p.n = max(p.n, 1)
	}
	return p, true
}

// count reads a whole number, 0 if there is none.
func (c *cursor) count() int {
	n, err := strconv.Atoi(c.peek().text)
	if err != nil || c.peek().quoted || n < 1 {
		return 0
	}
	c.at++
	return n
}

// choose gives the items a sentence is about, described ones by their keys.
func (p *play) choose(a args, box *timebox, now time.Time) ([]spec, error) {
	if a.pick == nil {
		return a.items, nil
	}
	from, where := p.described(*a.pick, box, now)
	var chosen []string
	for _, e := range from {
		if e.ended.IsZero() || !a.pick.open {
			chosen = append(chosen, e.item.Key)
		}
	}
	if !a.pick.all {
		if len(chosen) < a.pick.n {
			return nil, fmt.Errorf("want %d items, but only %d are %s on %s", a.pick.n, len(chosen), where, p.cal.Date(now))
		}
		chosen = chosen[:a.pick.n]
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no item is %s on %s", where, p.cal.Date(now))
	}
	return specs(chosen), nil
}

// described are the items that a description is taken from, in its order.
func (p *play) described(by pick, box *timebox, now time.Time) (from []*entry, where string) {
	switch {
	case box != nil && (by.from == "" || by.member):
		from, where = slices.Clone(box.members), "in "+box.Name
	case by.from != "":
		from, where = p.waiting(now), `waiting in the backlog (those of the sprint are "every item" or "2 items")`
	default:
		from, where = p.inWork(now), "in work"
	}
	if by.from != "" {
		slices.SortStableFunc(from, func(a, b *entry) int { return a.created.Compare(b.created) })
	}
	if by.from == "newest" {
		slices.Reverse(from)
	}
	return from, where
}

// waiting are the items in the Product Backlog that nobody has begun.
func (p *play) waiting(now time.Time) []*entry {
	return p.which(func(e *entry) bool {
		return e.created.Before(now) && e.begun.IsZero() && e.ended.IsZero() && (e.box == nil || e.box.Start.IsZero())
	})
}

// inWork are the items somebody has begun and nobody has finished.
func (p *play) inWork(now time.Time) []*entry {
	return p.which(func(e *entry) bool { return e.begun.Before(now) && !e.begun.IsZero() && e.ended.IsZero() })
}

func (p *play) which(fits func(*entry) bool) []*entry {
	var all []*entry
	for _, e := range p.order {
		if fits(e) {
			all = append(all, e)
		}
	}
	return all
}
