package azure

// This file gives the work items one after another: as they are held, or as they were
// collected, or by their own history. Those that need a question more are asked for side
// by side, and given in the order of their ids.

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"

	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// itemGroup is how many work items are settled before they are given.
const itemGroup = 64

// settled is a work item with all that belongs to it.
type settled struct {
	id     int
	docs   []connectors.Document // none: it cannot be had
	parent int
}

// items gives the work items that are wanted, and those that were deleted since the
// horizon.
func (p *pull) items(ctx context.Context, put sink) error {
	wanted := slices.AppendSeq(p.deleted(), maps.Keys(p.wanted))
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	p.about.Expected = len(wanted)
	return p.give(ctx, put, wanted)
}

// deleted lists the work items in the recycle bin that belonged to the team, in any order.
func (p *pull) deleted() []int {
	var ids []int
	for id, d := range p.drafts {
		whole := d.first == 1 && !d.gap && p.ours(d.text(areaField)) && slices.Contains(p.types, d.text(typeField))
		if d.deleted() && (whole || p.held[key(id)] != "") && !d.changedAt().Before(p.about.Since) {
			ids = append(ids, id)
		}
	}
	for id, text := range p.held {
		s, _ := parseStamp(text) // only those that can be read are held
		if n, err := strconv.Atoi(id); err == nil && p.drafts[n] == nil && !s.deleted.IsZero() && !s.deleted.Before(p.about.Since) {
			ids = append(ids, n)
		}
	}
	return ids
}

// give settles work items and puts their documents, and notes what stands above them.
func (p *pull) give(ctx context.Context, put sink, ids []int) error {
	for group := range slices.Chunk(ids, itemGroup) {
		came := make([]settled, len(group))
		side, inner := errgroup.WithContext(ctx)
		side.SetLimit(wire.Parallel)
		for i, id := range group {
			side.Go(func() (err error) {
				came[i], err = p.settle(inner, id)
				return err
			})
		}
		if err := side.Wait(); err != nil {
			return err
		}
		for _, s := range came {
			for _, d := range s.docs {
				if err := put(d); err != nil {
					return err
				}
			}
			if len(s.docs) > 0 {
				p.came++
				p.given[s.id] = true
			}
			if s.parent > 0 {
				p.above = append(p.above, s.parent)
			}
			delete(p.drafts, s.id)
		}
		p.tell(connectors.Progress{What: "items", Done: p.came, Total: max(p.about.Expected, p.came)})
	}
	return nil
}

// settle makes the documents of one work item.
func (p *pull) settle(ctx context.Context, id int) (settled, error) {
	d := p.drafts[id]
	was, held := parseStamp(p.held[key(id)])
	switch {
	case d == nil && held:
		return p.kept(id, was), nil
	case d != nil && d.first == 1 && !d.gap: // it came whole
	case d != nil && held:
		body, err := p.team.Held.Body(ctx, itemKind, key(id))
		if err != nil {
			return settled{}, err
		}
		if d, err = d.onto(body); err != nil {
			return settled{}, failed(err, "adding to work item %d", id)
		}
	default:
		d = nil
	}
	if d == nil {
		var err error
		if d, err = p.repaired(ctx, id); d == nil || err != nil {
			return settled{}, err
		}
	}
	if held && d.last == was.rev && d.tied && len(d.links) == was.links {
		return p.kept(id, was), nil
	}
	return p.written(ctx, d, held && d.last == was.rev)
}

// repaired fetches the history of a work item that the reports do not have whole. If it
// cannot be had, what the reports have is better than nothing.
func (p *pull) repaired(ctx context.Context, id int) (*draft, error) {
	d, err := p.history(ctx, id)
	if some := p.drafts[id]; err == nil && d == nil && some != nil && some.last > 0 && !p.partial {
		p.note(&p.unread, id)
		return some, nil
	}
	return d, err
}

// kept says of a work item that it is as it is held.
func (p *pull) kept(id int, was stamp) settled {
	s := settled{id: id, parent: was.parent}
	if was.comments > 0 {
		p.mutex.Lock()
		p.heard++
		p.mutex.Unlock()
		s.docs = append(s.docs, connectors.Document{Kind: commentsKind, ID: key(id)})
	}
	s.docs = append(s.docs, connectors.Document{Kind: itemKind, ID: key(id)})
	return s
}

// written makes the documents anew; those of the comments stay where they still hold.
func (p *pull) written(ctx context.Context, d *draft, sameComments bool) (settled, error) {
	s := settled{id: d.id, parent: d.parent()}
	name, stamp := key(d.id), p.stampOf(d)
	if d.count(commentsField) > 0 {
		said := connectors.Document{Kind: commentsKind, ID: name, Stamp: stamp}
		if !sameComments {
			var err error
			if said.Body, err = p.comments(ctx, d.id, cmp.Or(d.text(projectField), p.team.Project)); err != nil {
				return s, err
			}
		}
		if sameComments || said.Body != nil {
			s.docs = append(s.docs, said)
		} else {
			stamp = "" // they are asked for again by the next pull
		}
	}
	body, err := d.document()
	if err != nil {
		return s, err
	}
	s.docs = append(s.docs, connectors.Document{Kind: itemKind, ID: name, Stamp: stamp, Body: body})
	return s, nil
}
