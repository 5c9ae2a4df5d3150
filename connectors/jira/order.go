package jira

// This file reads the present order of the backlog, where the items could not be listed
// in that order.

import (
	"context"
	"errors"
	"net/url"
	"strconv"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// order fetches the backlog as it is ordered now: from the board, else from a search
// by rank; where neither answers, the order is missing.
func (p *pull) order(ctx context.Context, put sink) error {
	ids, err := p.backlogIDs(ctx)
	if err != nil {
		return failed(err, "reading the order of the backlog")
	}
	if ids == nil {
		p.about.Missing |= backlog.CurrentOrder
		p.warn("The present order of the backlog may not be read.")
		return nil
	}
	return put.value(orderKind, string(p.board.ID), ids)
}

// backlogIDs tries the three ways to the order; nil when none of them exists here.
func (p *pull) backlogIDs(ctx context.Context) ([]string, error) {
	if p.server {
		return p.serverOrder(ctx)
	}
	board := url.PathEscape(string(p.board.ID))
	for _, way := range []func() ([]string, error){
		func() ([]string, error) { return p.backlogPages(ctx, "rest/software/1.0/board/"+board+"/backlog") },
		func() ([]string, error) { return p.backlogPages(ctx, "rest/agile/1.0/board/"+board+"/backlog") },
		func() ([]string, error) { return p.byRank(ctx) },
	} {
		ids, err := way()
		if status, ok := errors.AsType[*statusError](err); ok && status.absent() {
			continue
		}
		// A Kanban board may have no backlog view: its backlog is then empty, and says nothing.
		if err != nil || len(ids) > 0 || p.board.Type != "kanban" {
			return ids, err
		}
	}
	return nil, nil
}

// backlogPages walks a board's backlog: the newer address pages by token, the older
// one by position.
func (p *pull) backlogPages(ctx context.Context, path string) ([]string, error) {
	ids := []string{}
	seen := map[id]bool{}
	used := map[string]bool{}
	query := url.Values{"fields": {"summary"}, "maxResults": {strconv.Itoa(searchPage)}}
	for range pageCap {
		var answer struct {
			found
			Total *int `json:"total"`
		}
		if err := p.get(ctx, path, query, &answer); err != nil {
			return nil, err
		}
		if err := answer.check(); err != nil {
			return nil, err
		}
		fresh := 0
		for _, raw := range answer.Issues {
			var it named
			if err := decode(raw, &it); err != nil {
				return nil, err
			}
			if !seen[it.ID] {
				seen[it.ID] = true
				ids = append(ids, string(it.ID))
				fresh++
			}
		}
		token := ""
		if answer.NextPageToken != nil {
			token = *answer.NextPageToken
		}
		switch {
		case answer.IsLast != nil && *answer.IsLast, fresh == 0,
			token == "" && (answer.Total == nil || len(ids) >= *answer.Total):
			return ids, nil
		case used[token]:
			return nil, &strangeError{what: "the backlog repeats the same page again and again"}
		case token != "":
			used[token] = true
			query.Set("nextPageToken", token)
		default:
			query.Set("startAt", strconv.Itoa(len(ids)))
		}
	}
	return nil, &strangeError{what: "the backlog does not end"}
}

// byRank searches for what is open, in the order of the rank field.
func (p *pull) byRank(ctx context.Context) ([]string, error) {
	scope, err := p.scope()
	if err != nil {
		return nil, err
	}
	ids, _, err := p.ids(ctx, scope+" AND statusCategory != Done ORDER BY rank ASC")
	return ids, err
}
