package jira

// This file completes comments: a search gives at most twenty of them.

import (
	"context"
	"net/url"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

const (
	commentPage = 100
	mostSkipped = 10 // comments of an issue that are too large to come even alone
)

// commentField is what a search gives of the comments.
type commentField struct {
	Comments []jsontext.Value `json:"comments"`
	Total    *int             `json:"total"`
}

// comments fetches all comments of the issues that came with only some, or were too large
// to come with any.
func (p *pull) comments(ctx context.Context, issues []*detailed) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(wire.Parallel)
	for _, d := range issues {
		if !d.uncommented && hasAll(d.fields.of("comment")) {
			continue
		}
		group.Go(func() error { return p.commentsOf(inner, d) })
	}
	return group.Wait()
}

// hasAll reports whether the comments that an issue holds are as many as it says it has.
func hasAll(raw jsontext.Value) bool {
	if len(raw) == 0 || raw.Kind() == 'n' {
		return true
	}
	came := 0
	var total *int
	s := scanner{page: raw}
	err := s.members(func(name []byte) (bool, error) {
		switch string(name) {
		case "comments":
			return true, s.elements(func() error { came++; return s.skip() })
		case "total":
			return true, s.into(&total)
		}
		return false, nil
	})
	return err == nil && raw.Kind() == '{' && total != nil && *total <= came
}

func (p *pull) commentsOf(ctx context.Context, d *detailed) error {
	path := "rest/api/2/issue/" + url.PathEscape(string(d.ID)) + "/comment"
	var held commentField
	_ = decode(d.fields.of("comment"), &held) // of another shape, it holds none
	all := []jsontext.Value{}
	seen := map[id]bool{}
	for start, size, skipped := 0, commentPage, 0; ; {
		var answer commentField
		query := url.Values{"startAt": {strconv.Itoa(start)}, "maxResults": {strconv.Itoa(size)}, "orderBy": {"created"}}
		switch err := p.get(ctx, path, query, &answer); {
		case tooLarge(err) && size > 1:
			size /= 2
			continue
		case tooLarge(err) && skipped < mostSkipped:
			start, size, skipped = start+1, commentPage, skipped+1
			continue
		case tooLarge(err), isAbsent(err), d.uncommented && divisible(ctx, err):
			p.mute(d)
			return nil
		case err != nil:
			return failed(err, "reading the comments of %s", d.Key)
		case answer.Comments == nil && answer.Total == nil:
			return failed(errNoList, "reading the comments of %s", d.Key)
		}
		before := len(all)
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
		if answer.Total == nil && len(all) > before || answer.Total != nil && start < *answer.Total && len(answer.Comments) > 0 {
			continue
		}
		lacks := func(total *int) bool { return total != nil && len(all) < *total }
		if lacks(answer.Total) || lacks(held.Total) {
			p.mute(d)
		}
		if len(all) >= len(held.Comments) {
			d.comments = all
		}
		return nil
	}
}

// mute notes that the comments of an issue did not come whole.
func (p *pull) mute(d *detailed) {
	d.unheard = true
	p.note(&p.unheard, d.Key)
}
