package jira

// This file fetches the items and the parents above them, each page with its
// histories and comments while the next page is already being asked for.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
)

// parentBatch is how many parents are asked for by one search.
const parentBatch = 100

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

// items fetches all that was open at any time since the horizon.
func (p *pull) items(ctx context.Context, put sink) error {
	scope, err := p.scope()
	if err != nil {
		return err
	}
	choices := []string{scope}
	if !p.about.Since.IsZero() {
		// Jira reads dates in the zone of the account: a day more is never one too few.
		since := quote(p.about.Since.AddDate(0, 0, -1).Format(time.DateOnly))
		choices = []string{
			scope + " AND (statusCategory != Done OR statusCategoryChangedDate >= " + since + ")",
			scope + " AND (statusCategory != Done OR updated >= " + since + ")",
		}
	}
	for i, jql := range choices {
		err = p.itemsBy(ctx, put, jql)
		status, ok := errors.AsType[*statusError](err)
		if !ok || status.code != http.StatusBadRequest || len(p.seen) > 0 {
			break
		}
		if i+1 < len(choices) {
			p.warn("The site cannot search by the date of the last status category change: items edited since the horizon are read instead.")
		}
	}
	return failed(err, "reading the items of board %s", p.board.ID)
}

// itemsBy fetches what a search finds, and compares it with what Jira says is there.
func (p *pull) itemsBy(ctx context.Context, put sink, jql string) error {
	total, told := p.count(ctx, jql)
	if err := p.fetch(ctx, put, jql+" ORDER BY created ASC, key ASC", total); err != nil {
		return err
	}
	if !told || total != len(p.seen) {
		ids, err := p.ids(ctx, jql+" ORDER BY created ASC, key ASC")
		if err != nil {
			return err
		}
		total = len(ids)
	}
	p.about.Expected = total
	if came := len(p.seen); came != total {
		p.warn("Jira counts %d items, %d came.", total, came)
	}
	return nil
}

// count asks Jira about how many there are; false where it does not tell. The answer
// may lag behind: where it differs from what came, the ids are counted.
func (p *pull) count(ctx context.Context, jql string) (int, bool) {
	var answer struct {
		Count *int `json:"count"`
	}
	body := map[string]string{"jql": jql}
	if err := p.ask(ctx, http.MethodPost, "rest/api/2/search/approximate-count", body, &answer); err != nil || answer.Count == nil {
		return 0, false
	}
	return *answer.Count, true
}

// ancestors fetches the parents above the items until none is missing.
func (p *pull) ancestors(ctx context.Context, put sink) error {
	asked := map[string]bool{}
	before := len(p.seen)
	for {
		var ids, keys []string
		for _, parent := range p.parents {
			if asked[parent] || p.seen[id(parent)] || p.keys[parent] {
				continue
			}
			asked[parent] = true
			if id(parent).number() > 0 {
				ids = append(ids, parent)
			} else {
				keys = append(keys, quote(parent))
			}
		}
		p.parents = nil
		if len(ids)+len(keys) == 0 {
			break
		}
		for _, want := range []struct {
			field string
			of    []string
		}{{"id", ids}, {"key", keys}} {
			for batch := range slices.Chunk(want.of, parentBatch) {
				if err := p.parentsIn(ctx, put, want.field, batch); err != nil {
					return failed(err, "reading the parents above the items")
				}
			}
		}
	}
	p.about.Expected += len(p.seen) - before
	hidden := 0
	for parent := range asked {
		if !p.seen[id(parent)] && !p.keys[parent] {
			hidden++
		}
	}
	if hidden > 0 {
		p.warn("Parents of items that this account may not see: %d.", hidden)
	}
	return nil
}

// parentsIn fetches some parents. Jira refuses the whole search when one of them is
// gone or hidden, so a refused batch is halved until only that one is left out.
func (p *pull) parentsIn(ctx context.Context, put sink, by string, batch []string) error {
	jql := fmt.Sprintf("%s in (%s) ORDER BY created ASC, key ASC", by, strings.Join(batch, ","))
	err := p.fetch(ctx, put, jql, 0)
	status, ok := errors.AsType[*statusError](err)
	if !ok || !status.absent() {
		return err
	}
	if len(batch) == 1 {
		return nil
	}
	half := len(batch) / 2
	if err := p.parentsIn(ctx, put, by, batch[:half]); err != nil {
		return err
	}
	return p.parentsIn(ctx, put, by, batch[half:])
}

// detailed is one issue on its way, with what was fetched for it.
type detailed struct {
	issue
	raw       jsontext.Value
	histories []jsontext.Value
	recorded  bool // the histories came whole
	comments  []jsontext.Value
}

// fetch yields what a search finds. While the histories and comments of one page
// come, the next page is under way.
func (p *pull) fetch(ctx context.Context, put sink, jql string, total int) error {
	search := p.newSearch(jql, p.fields.wanted(), searchPage)
	page, err := search.next(ctx)
	for err == nil {
		issues, bad := p.fresh(page)
		if bad != nil {
			return bad
		}
		group, inner := errgroup.WithContext(ctx)
		group.SetLimit(parallel)
		page = nil
		if !search.done {
			group.Go(func() (err error) { page, err = search.next(inner); return })
		}
		group.Go(func() error { return p.histories(inner, issues) })
		group.Go(func() error { return p.comments(inner, issues) })
		if err = group.Wait(); err != nil {
			return err
		}
		if err := p.hand(put, issues); err != nil {
			return err
		}
		p.recent += len(issues)
		p.tell(connectors.Progress{What: "items", Done: p.recent, Total: total})
		if page == nil {
			return nil
		}
	}
	return err
}

// fresh reads the issues of a page that were not seen before.
func (p *pull) fresh(page []jsontext.Value) ([]*detailed, error) {
	var issues []*detailed
	for _, raw := range page {
		d := &detailed{raw: raw}
		if err := decode(raw, &d.issue); err != nil {
			return nil, err
		}
		if d.ID == "" || d.Fields == nil {
			return nil, &strangeError{what: "an issue came without id or fields"}
		}
		if p.seen[d.ID] {
			continue
		}
		p.seen[d.ID], p.keys[d.Key] = true, true
		p.parents = append(p.parents, p.fields.parentOf(&d.issue)...)
		issues = append(issues, d)
	}
	return issues, nil
}

// hand yields a page's documents in the order of the search.
func (p *pull) hand(put sink, issues []*detailed) error {
	for _, d := range issues {
		if err := put(issueKind, string(d.ID), d.raw); err != nil {
			return err
		}
		if d.recorded {
			if err := put(historyKind, string(d.ID), nonNil(d.histories)); err != nil {
				return err
			}
		}
		if d.comments != nil {
			if err := put(commentsKind, string(d.ID), d.comments); err != nil {
				return err
			}
		}
	}
	return nil
}

func nonNil(list []jsontext.Value) []jsontext.Value {
	if list == nil {
		return []jsontext.Value{}
	}
	return list
}
