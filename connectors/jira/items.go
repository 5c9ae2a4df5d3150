package jira

// This file finds out which items there are, which of them changed since they were
// held, and which parents stand above them.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
)

// scope is the JQL for everything the board is about.
func (p *pull) scope() (string, error) {
	if p.config.Filter.ID != "" {
		return "filter = " + string(p.config.Filter.ID), nil
	}
	if key := p.board.Location.ProjectKey; key != "" {
		p.warn("The board's filter is not known: all items of project %s are read.", oneLine(key))
		return "project = " + quote(key), nil
	}
	return "", &connectors.Error{Doing: fmt.Sprintf("reading the configuration of board %s", p.board.ID), Kind: connectors.ErrRights,
		Err: errors.New("neither the board's filter nor its project may be read"), Hint: hintScopes}
}

func quote(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` }

// listing is the ids of the items, as far as they were listed.
type listing struct {
	*lister
	jql    string
	ranked bool // the order is that of the backlog
	edited bool // the search is by the last edit: some may have been done all the time
}

// items gives all that was open at any time since the horizon.
func (p *pull) items(ctx context.Context, put sink) error {
	all, err := p.outline(ctx, put)
	if err != nil {
		return err
	}
	if p.held.since.IsZero() {
		err = p.fetch(ctx, put, p.hauled(ctx, all.groups(ctx)), all.edited)
	} else {
		err = p.itemsSince(ctx, put, all)
	}
	if err != nil {
		return failed(err, "reading the items of board %s", p.board.ID)
	}
	p.about.Expected = len(all.all) + p.short
	if n := len(p.strays); n > 0 {
		p.about.Expected -= n
		p.warn("Items left out, because they were edited since the horizon but done during all of it: %d.", n)
	}
	if came := len(p.seen); came != p.about.Expected {
		p.warn("Jira counts %d items, %d came.", p.about.Expected, came)
	}
	if all.ranked {
		return put.value(orderKind, string(p.board.ID), all.all)
	}
	return p.order(ctx, put)
}

// outline lists the Sprints, and begins to list the items.
func (p *pull) outline(ctx context.Context, put sink) (all listing, err error) {
	var sprints []connectors.Document
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() (err error) { sprints, err = p.sprints(inner); return err })
	group.Go(func() (err error) {
		all, err = p.list(inner)
		return failed(err, "reading the items of board %s", p.board.ID)
	})
	if err := group.Wait(); err != nil {
		return all, err
	}
	p.tell(connectors.Progress{What: "sprints", Done: len(sprints), Total: len(sprints)})
	for _, d := range sprints {
		if err := put(d); err != nil {
			return all, err
		}
	}
	return all, nil
}

// list asks which items there are, and gives the first page of them. A site may not know
// every word of the question.
func (p *pull) list(ctx context.Context) (listing, error) {
	scope, err := p.scope()
	if err != nil {
		return listing{}, err
	}
	choices := []listing{{jql: scope}}
	if !p.about.Since.IsZero() {
		since := quote(horizon(p.about.Since).Format(time.DateOnly))
		choices = []listing{
			{jql: scope + " AND (statusCategory != Done OR statusCategoryChangedDate >= " + since + ")"},
			{jql: scope + " AND (statusCategory != Done OR updated >= " + since + ")", edited: true},
		}
		if p.server { // it does not know that date
			choices = choices[1:]
		}
	}
	for i, all := range choices {
		all.lister, all.ranked, err = p.listBy(ctx, all.jql)
		status, refused := errors.AsType[*statusError](err)
		if !refused || status.code != http.StatusBadRequest || i+1 == len(choices) {
			return all, err
		}
		p.warn("The site cannot search by the date of the last status category change: items edited since the horizon are read instead.")
	}
	return listing{}, err
}

// listBy lists in the order of the backlog, where the board has one that can be searched by.
func (p *pull) listBy(ctx context.Context, jql string) (l *lister, ranked bool, err error) {
	if p.config.Ranking.RankCustomFieldID != "" {
		l = p.newLister(jql + " ORDER BY rank ASC")
		_, err = l.more(ctx)
		status, refused := errors.AsType[*statusError](err)
		if !refused || status.code != http.StatusBadRequest {
			return l, true, err
		}
	}
	l = p.newLister(jql + " ORDER BY created ASC, key ASC")
	_, err = l.more(ctx)
	return l, false, err
}

// groups gives the ids in groups; further pages are listed while the first are fetched.
func (l *lister) groups(ctx context.Context) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for page := l.all; ; {
			for some := range slices.Chunk(page, fetchGroup) {
				if !yield(some, nil) {
					return
				}
			}
			if l.done {
				return
			}
			var err error
			if page, err = l.more(ctx); err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// hauled gives the groups of one team at a time, for which that takes the whole line. So
// teams come to their ends one after another, and each is analysed while the next is being
// fetched.
func (c *Connector) hauled(ctx context.Context, groups iter.Seq2[[]string, error]) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		select {
		case c.haul <- struct{}{}:
			defer func() { <-c.haul }()
			groups(yield)
		case <-ctx.Done():
			yield(nil, ctx.Err())
		}
	}
}

// grouped gives ids that are all known in groups.
func grouped(names []string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for some := range slices.Chunk(names, fetchGroup) {
			if !yield(some, nil) {
				return
			}
		}
	}
}

// itemsSince keeps what is held and stands still, and fetches the rest.
func (p *pull) itemsSince(ctx context.Context, put sink, all listing) error {
	for !all.done {
		if _, err := all.more(ctx); err != nil {
			return err
		}
	}
	stale, err := p.changed(ctx, put, all)
	if err != nil {
		return err
	}
	var want []string
	for _, issue := range all.all {
		switch {
		case p.seen[id(issue)], p.strays[id(issue)]: // it came with the changes
		case stale[issue]:
			want = append(want, issue)
		case p.held.issues[issue] != "":
			if err := p.keep(put, issue); err != nil {
				return err
			}
		case p.held.outside[issue] != "":
			p.strays[id(issue)] = true
			if err := put(connectors.Document{Kind: outsideKind, ID: issue}); err != nil {
				return err
			}
		default:
			want = append(want, issue)
		}
	}
	return p.fetch(ctx, put, grouped(want), all.edited)
}

// changed finds what changed since it was held. The first page of changes comes whole;
// of more than that, only the ids are asked for, so that the rest comes side by side.
func (p *pull) changed(ctx context.Context, put sink, all listing) (stale map[string]bool, err error) {
	stale = map[string]bool{}
	jql := all.jql + " AND updated >= " + p.moment(p.held.since.Add(-overlap)) + " ORDER BY updated ASC, key ASC"
	if p.server { // issues come with their histories there: in batches, as all others
		return p.serverChanged(ctx, jql, all)
	}
	first := p.newSearch(jql, p.fields.wanted(), searchPage)
	page, err := first.next(ctx)
	if err != nil {
		return nil, err
	}
	cut := first.cut
	if !first.done {
		var rest []string
		if rest, cut, err = p.ids(ctx, jql); err != nil {
			return nil, err
		}
		stale = setOf(rest)
	}
	if cut { // what it left out, no later search will look for
		stale = setOf(all.all)
	}
	came, err := p.glance(page)
	if err != nil {
		return nil, err
	}
	for _, d := range came {
		delete(stale, string(d.ID))
	}
	if all.ranked {
		for _, issue := range p.shuffled(all.all) {
			stale[issue] = true
		}
	}
	listed := setOf(all.all)
	fresh := slices.DeleteFunc(came, func(d *detailed) bool {
		return !listed[string(d.ID)] || !stale[string(d.ID)] && !p.movedOn(d)
	})
	return stale, p.complete(ctx, put, fresh, all.edited)
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, one := range ids {
		set[one] = true
	}
	return set
}

// movedOn reports whether an issue is newer than what is held of it.
func (p *pull) movedOn(d *detailed) bool {
	was := strings.Fields(p.held.issues[string(d.ID)] + p.held.outside[string(d.ID)])
	return len(was) == 0 || d.updated.UTC().Format(stampLayout) != was[stampUpdated]
}

// moment writes a time as JQL reads it: in the zone of the account, to the minute. Where
// the zone is not known, it is early enough for all of them.
func (p *pull) moment(at time.Time) string {
	zone := p.zone
	if zone == nil {
		zone = time.FixedZone("the westernmost", -12*60*60)
	}
	return quote(at.In(zone).Format("2006-01-02 15:04"))
}
