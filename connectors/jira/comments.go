package jira

// This file completes comments: a search gives at most twenty of them.

import (
	"context"
	"errors"
	"net/url"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"
)

const commentPage = 100

// commentField is what a search gives of the comments.
type commentField struct {
	Comments []jsontext.Value `json:"comments"`
	Total    int              `json:"total"`
}

// comments fetches all comments of the issues whose search result holds only some.
func (p *pull) comments(ctx context.Context, issues []*detailed) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(parallel)
	for _, d := range issues {
		var given commentField
		if decode(d.Fields["comment"], &given) == nil && given.Total <= len(given.Comments) {
			continue
		}
		group.Go(func() error { return p.commentsOf(inner, d) })
	}
	return group.Wait()
}

func (p *pull) commentsOf(ctx context.Context, d *detailed) error {
	path := "rest/api/2/issue/" + url.PathEscape(string(d.ID)) + "/comment"
	all := []jsontext.Value{}
	seen := map[id]bool{}
	for start := 0; ; {
		var answer commentField
		query := url.Values{"startAt": {strconv.Itoa(start)}, "maxResults": {strconv.Itoa(commentPage)}, "orderBy": {"created"}}
		if err := p.get(ctx, path, query, &answer); err != nil {
			if status, ok := errors.AsType[*statusError](err); ok && status.absent() {
				p.note(&p.unheard, d.Key)
				return nil
			}
			return failed(err, "reading the comments of %s", d.Key)
		}
		for _, raw := range answer.Comments {
			var c named
			if err := decode(raw, &c); err != nil {
				return failed(err, "reading the comments of %s", d.Key)
			}
			if !seen[c.ID] {
				seen[c.ID] = true
				all = append(all, raw)
			}
		}
		start += len(answer.Comments)
		if start < answer.Total && len(answer.Comments) > 0 {
			continue
		}
		if len(all) < answer.Total {
			p.note(&p.unheard, d.Key)
		}
		d.comments = all
		return nil
	}
}
