package jira

// This file finds out which items there are, which of them changed since they were
// held, and which parents stand above them.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

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

// listing is all ids of a search, in its order.
type listing struct {
	jql    string
	ids    []string
	ranked bool // the order is that of the backlog
	edited bool // the search is by the last edit: some may have been done all the time
}

// items gives all that was open at any time since the horizon.
func (p *pull) items(ctx context.Context, put sink) error {
	all, err := p.list(ctx)
	if err != nil {
		return failed(err, "reading the items of board %s", p.board.ID)
	}
	p.about.Expected = len(all.ids) + p.short
	if err := p.itemsOf(ctx, put, all); err != nil {
		return failed(err, "reading the items of board %s", p.board.ID)
	}
	if n := len(p.strays); n > 0 {
		p.about.Expected -= n
		p.warn("Items left out, because they were edited since the horizon but done during all of it: %d.", n)
	}
	if came := len(p.seen); came != p.about.Expected {
		p.warn("Jira counts %d items, %d came.", p.about.Expected, came)
	}
	if all.ranked {
		return put.value(orderKind, string(p.board.ID), all.ids)
	}
	return p.order(ctx, put)
}

// list asks which items there are. A site may not know every word of the question.
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
		all.ids, all.ranked, err = p.listBy(ctx, all.jql)
		status, refused := errors.AsType[*statusError](err)
		if !refused || status.code != http.StatusBadRequest || i+1 == len(choices) {
			return all, err
		}
		p.warn("The site cannot search by the date of the last status category change: items edited since the horizon are read instead.")
	}
	return listing{}, err
}

// listBy lists in the order of the backlog, where the board has one that can be searched by.
func (p *pull) listBy(ctx context.Context, jql string) (ids []string, ranked bool, err error) {
	if p.config.Ranking.RankCustomFieldID != "" {
		ids, err = p.ids(ctx, jql+" ORDER BY rank ASC")
		status, refused := errors.AsType[*statusError](err)
		if !refused || status.code != http.StatusBadRequest {
			return ids, true, err
		}
	}
	ids, err = p.ids(ctx, jql+" ORDER BY created ASC, key ASC")
	return ids, false, err
}

// itemsOf keeps what is held and stands still, and fetches the rest.
func (p *pull) itemsOf(ctx context.Context, put sink, all listing) error {
	stale, err := p.changed(ctx, put, all)
	if err != nil {
		return err
	}
	var want []string
	for _, issue := range all.ids {
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
	return p.fetch(ctx, put, want, all.edited)
}

// changed finds what changed since it was held. The first page of changes comes whole;
// of more than that, only the ids are asked for, so that the rest comes side by side.
func (p *pull) changed(ctx context.Context, put sink, all listing) (stale map[string]bool, err error) {
	stale = map[string]bool{}
	if p.held.since.IsZero() {
		return stale, nil
	}
	jql := all.jql + " AND updated >= " + p.moment(p.held.since.Add(-overlap)) + " ORDER BY updated ASC, key ASC"
	if p.server { // issues come with their histories there: in batches, as all others
		return p.serverChanged(ctx, jql, all)
	}
	first := p.newSearch(jql, p.fields.wanted(), searchPage)
	page, err := first.next(ctx)
	if err != nil {
		return nil, err
	}
	if !first.done {
		rest, err := p.ids(ctx, jql)
		if err != nil {
			return nil, err
		}
		stale = setOf(rest)
	}
	came, err := p.glance(page)
	if err != nil {
		return nil, err
	}
	for _, d := range came {
		delete(stale, string(d.ID))
	}
	if all.ranked {
		for _, issue := range p.shuffled(all.ids) {
			stale[issue] = true
		}
	}
	listed := setOf(all.ids)
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
	var updated stamp
	return len(was) == 0 || decode(d.Fields["updated"], &updated) != nil || updated.UTC().Format(stampLayout) != was[stampUpdated]
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
