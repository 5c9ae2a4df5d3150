package jira

// This file gives the parents above the items, wherever they live.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// parentBatch is how many parents are named in one search, whose answer is one page.
const parentBatch = searchPage

// ancestors gives the parents above the items until none is missing.
func (p *pull) ancestors(ctx context.Context, put sink) error {
	before := len(p.seen)
	asked := map[string]bool{}
	stale, err := p.changedAbove(ctx)
	for len(p.parents) > 0 && err == nil {
		var want []string
		for _, parent := range p.parents {
			if asked[parent] || p.seen[id(parent)] || p.keys[parent] {
				continue
			}
			asked[parent] = true
			if !slices.Contains(p.about.Gone, parent) {
				want = append(want, parent)
			}
		}
		p.parents = nil
		var fetch []string
		for _, parent := range want {
			if issue := p.heldAs(parent); issue == "" || stale[issue] {
				fetch = append(fetch, parent)
			} else if err := p.keep(put, issue); err != nil {
				return err
			}
		}
		if err = p.fetch(ctx, put, grouped(fetch), false); err == nil {
			err = p.fetch(ctx, put, grouped(p.orphans(fetch)), false)
		}
	}
	p.about.Expected += len(p.seen) - before
	p.about.Gone = slices.DeleteFunc(slices.Sorted(maps.Keys(asked)), func(parent string) bool { return p.seen[id(parent)] || p.keys[parent] })
	if n := len(p.about.Gone); n > 0 {
		p.warn("Parents of items, present or former, that are gone or hidden from this account: %d.", n)
	}
	return failed(err, "reading the parents above the items")
}

// orphans lists the issues that were kept although something above them, which is held,
// did not come: it was deleted or hidden meanwhile, and Jira does not count that as a
// change of the issues below.
func (p *pull) orphans(fetched []string) (orphans []string) {
	gone := map[string]bool{}
	for _, parent := range fetched {
		if issue := p.heldAs(parent); issue != "" && !p.seen[id(issue)] {
			gone[parent] = true
		}
	}
	for issue := range p.kept {
		above := strings.Fields(p.held.issues[issue])[stampParents:]
		if slices.ContainsFunc(above, func(parent string) bool { return gone[parent] }) {
			delete(p.kept, issue)
			orphans = append(orphans, issue)
		}
	}
	slices.Sort(orphans)
	return orphans
}

// heldAs gives the id of a parent, named by id or key, that is held; "" if it is not.
func (p *pull) heldAs(parent string) string {
	if p.held.issues[parent] != "" {
		return parent
	}
	return p.held.keys[parent]
}

// changedAbove lists those of the held parents outside the listing that changed or are
// found no more.
func (p *pull) changedAbove(ctx context.Context) (map[string]bool, error) {
	stale := map[string]bool{}
	var above []string
	for next := slices.Clone(p.parents); len(next) > 0; next = next[1:] {
		issue := p.heldAs(next[0])
		if issue == "" || stale[issue] || p.seen[id(issue)] {
			continue
		}
		stale[issue] = true
		above = append(above, issue)
		next = append(next, strings.Fields(p.held.issues[issue])[stampParents:]...)
	}
	slices.Sort(above)
	for batch := range slices.Chunk(above, parentBatch) {
		found, err := p.glanceAt(ctx, fmt.Sprintf("id in (%s) ORDER BY created ASC, key ASC", strings.Join(batch, ",")))
		if status, ok := errors.AsType[*statusError](err); ok && status.absent() {
			continue // one of them is gone: all are fetched
		}
		if err != nil {
			return nil, err
		}
		for _, d := range found { // others are gone or archived, which not every site complains about
			stale[string(d.ID)] = p.movedOn(d)
		}
	}
	return stale, nil
}

// glanceAt gives the ids and times of change of the issues that a search finds.
func (p *pull) glanceAt(ctx context.Context, jql string) (all []*detailed, err error) {
	if p.server {
		_, _, err = p.glimpse(ctx, jql, func(d *detailed) { all = append(all, d) })
		return all, err
	}
	for search := p.newSearch(jql, []string{"updated"}, searchPage); !search.done; {
		page, err := search.next(ctx)
		if err != nil {
			return nil, err
		}
		some, err := p.glance(page)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}
