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
		known := d.first == 1 && !d.gap || !p.partial || p.held[key(id)] != ""
		if d.deleted() && known && p.ours(d.text(areaField)) && slices.Contains(p.types, d.text(typeField)) && !d.changedAt().Before(p.about.Since) {
			ids = append(ids, id)
		}
	}
	for id, text := range p.held {
		s, _ := parseStamp(text) // only those that can be read are held
		n, err := strconv.Atoi(id)
		if d := p.drafts[n]; err == nil && (d == nil || d.last == 0) && !s.deleted.IsZero() && !s.deleted.Before(p.about.Since) {
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
	d, apart := p.drafts[id], false
	was, held := parseStamp(p.held[key(id)])
	var rest *draft // of a history that did not come whole: better than nothing
	if d == nil && held && was.short {
		d = &draft{id: id, tied: true}
	}
	switch {
	case d == nil && held:
		return p.kept(id, was), nil
	case d != nil && d.first == 1 && !d.gap && (held || !p.partial || d.createdAt().After(p.before.Add(lag))): // it came whole
	case d != nil && held:
		body, err := p.team.Held.Body(ctx, itemKind, key(id))
		if err != nil {
			return settled{}, err
		}
		if d, err = d.onto(body); err != nil {
			return settled{}, failed(err, "adding to work item %d", id)
		}
		apart = was.comments > 0 || d != nil && d.blank
		if d != nil && d.gap {
			rest, d = d, nil
		}
	case d != nil && d.last > 0 && !p.partial:
		rest, d = d, nil
	default:
		d = nil
	}
	if d == nil {
		var err error
		if d, err = p.repaired(ctx, id, rest); d == nil || err != nil {
			return settled{}, err
		}
	}
	if held && d.last == was.rev && d.tied && len(d.links) == was.links && d.short == was.short {
		return p.kept(id, was), nil
	}
	if held && d.last == was.rev && d.short == was.short { // only links are new
		return p.document(d, p.stampOf(d, was.comments), p.keptComments(id, was)...)
	}
	return p.written(ctx, d, apart)
}

// repaired fetches the history of a work item that the reports do not have whole. If it
// cannot be had, the rest is taken, and asked for again by the next pull.
func (p *pull) repaired(ctx context.Context, id int, rest *draft) (*draft, error) {
	d, err := p.history(ctx, id)
	if err == nil && d == nil && rest != nil {
		p.note(&p.unread, id)
		rest.short = true
		return rest, nil
	}
	return d, err
}

// kept says of a work item that it is as it is held.
func (p *pull) kept(id int, was stamp) settled {
	docs := append(p.keptComments(id, was), connectors.Document{Kind: itemKind, ID: key(id)})
	return settled{id: id, parent: was.parent, docs: docs}
}

// keptComments says the same of the comments in a document of their own, if it has some.
func (p *pull) keptComments(id int, was stamp) []connectors.Document {
	if was.comments == 0 {
		return nil
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.heard++
	return []connectors.Document{{Kind: commentsKind, ID: key(id)}}
}

// written makes the documents anew. Comments come with the revisions; where there are
// fewer or more of them, or one may have been edited since, they are asked for.
func (p *pull) written(ctx context.Context, d *draft, apart bool) (settled, error) {
	n := d.count(commentsField)
	if n == d.talks && !(apart && n > 0) {
		return p.document(d, p.stampOf(d, 0))
	}
	body, whole, err := p.comments(ctx, d.id, cmp.Or(d.text(projectField), p.team.Project))
	if err != nil {
		return settled{}, err
	}
	if body == nil {
		return p.document(d, "") // to be asked for again by the next pull
	}
	stamp := ""
	if whole {
		stamp = p.stampOf(d, max(n, 1))
	}
	return p.document(d, stamp, connectors.Document{Kind: commentsKind, ID: key(d.id), Stamp: stamp, Body: body})
}

// document puts the documents of a work item together, that of its comments first.
func (p *pull) document(d *draft, stamp string, said ...connectors.Document) (settled, error) {
	body, err := d.document()
	s := settled{id: d.id, parent: d.parent(), docs: said}
	s.docs = append(s.docs, connectors.Document{Kind: itemKind, ID: key(d.id), Stamp: stamp, Body: body})
	return s, err
}
