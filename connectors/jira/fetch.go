package jira

// This file fetches issues by their ids: many side by side, with their histories and
// comments, and gives them in the order in which they were asked for. No more than a few
// groups of them are in memory at a time.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
)

const (
	fetchGroup = 300 // issues whose histories are asked for at once
	fetchPage  = 100 // the most issues of one answer
	fetchAhead = 4   // groups under way while one is being kept
)

// detailed is one issue on its way, with what was fetched for it.
type detailed struct {
	ID       id
	Key      string
	raw      jsontext.Value
	fields   others         // those that a Pull looks at; nil: it came without any
	updated  time.Time      // zero: it does not tell
	log      jsontext.Value // the histories, a list
	above    []string       // ids or keys of what is or was above it
	recorded bool           // the histories came whole
	comments []jsontext.Value

	uncommented bool // it was fetched without its comments
	unheard     bool // its comments did not come whole
}

// fetched is a group that came, or did not.
type fetched struct {
	issues []*detailed
	err    error
}

// fetch gives the issues of those ids or keys, and leaves out those that are gone.
func (p *pull) fetch(ctx context.Context, put sink, groups iter.Seq2[[]string, error], edited bool) error {
	ctx, cancel := context.WithCancel(ctx)
	var group errgroup.Group
	defer func() { cancel(); _ = group.Wait() }() // their errors come by the queue
	queue := make(chan chan fetched, fetchAhead-1)
	group.Go(func() error {
		defer close(queue)
		for some, err := range groups {
			slot := make(chan fetched, 1)
			select {
			case queue <- slot:
			case <-ctx.Done():
				return nil
			}
			if err != nil {
				slot <- fetched{nil, err}
				return nil
			}
			p.listed.Add(int64(len(some)))
			group.Go(func() error {
				issues, err := p.details(ctx, some)
				slot <- fetched{issues, err}
				return nil
			})
		}
		return nil
	})
	for slot := range queue {
		came := <-slot
		if came.err != nil {
			return came.err
		}
		if err := p.hand(put, came.issues, edited); err != nil {
			return err
		}
		p.recent += len(came.issues)
		p.tell(connectors.Progress{What: "items", Done: p.recent, Total: max(int(p.listed.Load()), p.recent)})
	}
	return ctx.Err()
}

// complete adds what issues that came by a search lack, and gives them.
func (p *pull) complete(ctx context.Context, put sink, issues []*detailed, edited bool) error {
	if len(issues) == 0 {
		return nil
	}
	if err := p.histories(ctx, issues); err != nil {
		return err
	}
	if err := p.comments(ctx, issues); err != nil {
		return err
	}
	return p.hand(put, issues, edited)
}

// details fetches a group: its issues, page by page, and its histories side by side.
func (p *pull) details(ctx context.Context, names []string) ([]*detailed, error) {
	if p.server {
		return p.serverDetails(ctx, names)
	}
	pages := slices.Collect(slices.Chunk(names, fetchPage))
	came := make([][]*detailed, len(pages))
	var histories map[id]*told
	group, inner := errgroup.WithContext(ctx)
	for i, page := range pages {
		group.Go(func() (err error) {
			came[i], err = p.issues(inner, page)
			return err
		})
	}
	group.Go(func() (err error) {
		histories, err = p.bulk(inner, names)
		return failed(err, "reading histories")
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	issues := inOrder(slices.Concat(came...), names)
	if err := p.catchUp(ctx, issues, histories); err != nil {
		return nil, failed(err, "reading histories")
	}
	group, inner = errgroup.WithContext(ctx)
	group.Go(func() error { return p.match(inner, issues, histories) })
	group.Go(func() error { return p.comments(inner, issues) })
	return issues, group.Wait()
}

// inOrder sorts issues as their ids or keys were given, and drops repetitions.
func inOrder(issues []*detailed, names []string) []*detailed {
	place := make(map[string]int, len(names))
	for i, name := range names {
		place[name] = i + 1
	}
	at := func(d *detailed) int {
		if n := place[string(d.ID)]; n > 0 {
			return n
		}
		return place[d.Key]
	}
	slices.SortStableFunc(issues, func(a, b *detailed) int { return at(a) - at(b) })
	return slices.CompactFunc(issues, func(a, b *detailed) bool { return a.ID == b.ID })
}

// issues fetches some issues, in halves where all at once are too large, so that one
// issue never takes others along.
func (p *pull) issues(ctx context.Context, names []string) ([]*detailed, error) {
	issues, err := p.issuePage(ctx, names)
	switch {
	case !tooLarge(err):
		return issues, err
	case len(names) == 1:
		return p.uncommented(ctx, names[0], err)
	}
	issues = nil
	for some := range slices.Chunk(names, (len(names)+1)/2) {
		half, err := p.issues(ctx, some)
		if err != nil {
			return nil, err
		}
		issues = append(issues, half...)
	}
	return issues, nil
}

// uncommented asks for the one issue that is too large alone: without its comments, which
// are then asked for by themselves.
func (p *pull) uncommented(ctx context.Context, name string, cause error) ([]*detailed, error) {
	var raw jsontext.Value
	err := p.get(ctx, "rest/api/2/issue/"+url.PathEscape(name), url.Values{"fields": {strings.Join(p.fields.quiet(), ",")}}, &raw)
	if isAbsent(err) {
		return nil, nil // gone or hidden
	}
	if tooLarge(err) {
		return nil, fmt.Errorf("issue %s: %w", oneLine(name), cause)
	}
	if err != nil {
		return nil, err
	}
	issues, err := p.glance([]jsontext.Value{raw})
	for _, d := range issues {
		d.uncommented = true
	}
	return issues, err
}

// issuePage fetches a page of issues: by the endpoint for that where the site has it,
// else by a search.
func (p *pull) issuePage(ctx context.Context, names []string) ([]*detailed, error) {
	if p.noFetch.Load() {
		return p.searched(ctx, names)
	}
	answer := issuePage{wanted: p.fields.glanced()}
	body := struct {
		Names  []string `json:"issueIdsOrKeys"`
		Fields []string `json:"fields"`
	}{names, p.fields.wanted()}
	err := p.ask(ctx, http.MethodPost, "rest/api/2/issue/bulkfetch", body, &answer)
	if status, ok := errors.AsType[*statusError](err); ok && status.absent() && !p.fetched.Load() {
		p.noFetch.Store(true)
		p.log.DebugContext(ctx, "no bulk issues here", "status", status.code)
		return p.searched(ctx, names)
	}
	if err != nil {
		return nil, err
	}
	p.fetched.Store(true)
	issues := answer.issues
	if err := whole(issues); err != nil || answer.errors == 0 {
		return issues, err
	}
	came := map[string]bool{}
	for _, d := range issues {
		came[string(d.ID)], came[d.Key] = true, true
	}
	lacking := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return came[name] })
	rest, err := p.searched(ctx, lacking)
	return append(issues, rest...), err
}

// searched fetches issues by a search. Jira refuses the whole search when one of them is
// gone or hidden, so a refused one is halved until only that one is left out.
func (p *pull) searched(ctx context.Context, names []string) ([]*detailed, error) {
	if len(names) == 0 {
		return nil, nil
	}
	var ids, keys, parts []string
	for _, name := range names {
		if id(name).number() > 0 {
			ids = append(ids, name)
		} else {
			keys = append(keys, quote(name))
		}
	}
	if len(ids) > 0 {
		parts = append(parts, "id in ("+strings.Join(ids, ",")+")")
	}
	if len(keys) > 0 {
		parts = append(parts, "key in ("+strings.Join(keys, ",")+")")
	}
	var issues []*detailed
	for search := p.newSearch(strings.Join(parts, " OR ")+" ORDER BY created ASC, key ASC", p.fields.wanted(), searchPage); !search.done; {
		page, err := search.next(ctx)
		status, refused := errors.AsType[*statusError](err)
		switch {
		case refused && status.absent() && len(names) == 1:
			return nil, nil
		case refused && status.absent():
			some, err := p.searched(ctx, names[:len(names)/2])
			if err != nil {
				return nil, err
			}
			others, err := p.searched(ctx, names[len(names)/2:])
			return append(some, others...), err
		case err != nil:
			return nil, err
		}
		more, err := p.glance(page)
		if err != nil {
			return nil, err
		}
		issues = append(issues, more...)
	}
	return issues, nil
}
