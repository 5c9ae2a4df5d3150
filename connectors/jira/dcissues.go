package jira

// This file fetches a Data Center's issues by their ids, several batches side by side.
// A batch is no page of a list: it is the same however the list moves meanwhile.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

const (
	issueBatch  = 50      // issues with their whole histories
	comfortable = 8 << 20 // bytes of a batch; after a larger one, batches become smaller
)

// serverDetails fetches a group, batch by batch and side by side.
func (p *pull) serverDetails(ctx context.Context, names []string) ([]*detailed, error) {
	size := int(p.batch.Load())
	if size == 0 {
		size = issueBatch
	}
	batches := slices.Collect(slices.Chunk(names, size))
	came := make([][]*detailed, len(batches))
	group, inner := errgroup.WithContext(ctx)
	for i, some := range batches {
		group.Go(func() error {
			issues, weight, err := p.serverBatch(inner, some)
			if weight > comfortable {
				p.batch.Store(int64(max(1, size/2)))
			}
			if err != nil {
				return err
			}
			came[i] = issues
			return p.comments(inner, issues)
		})
	}
	err := group.Wait()
	return inOrder(slices.Concat(came...), names), err
}

// serverBatch asks for some issues with their histories. An answer that is too large, too
// slow or refused is asked for in halves, so that one issue never takes others along.
func (p *pull) serverBatch(ctx context.Context, names []string) (issues []*detailed, weight int, err error) {
	asked := map[string]bool{}
	var ids, keys []string
	for _, name := range names {
		asked[name] = true
		if id(name).number() > 0 {
			ids = append(ids, name)
		} else {
			keys = append(keys, quote(name))
		}
	}
	var choices []string
	if len(ids) > 0 {
		choices = append(choices, "id in ("+strings.Join(ids, ",")+")")
	}
	if len(keys) > 0 {
		choices = append(choices, "key in ("+strings.Join(keys, ",")+")")
	}
	q := url.Values{"jql": {strings.Join(choices, " OR ")}, "fields": {strings.Join(p.fields.wanted(), ",")},
		"expand": {"changelog"}, "validateQuery": {"false"}} // one that is gone is left out, and no error
	seen := map[id]bool{}
	_, _, err = p.serverPages(ctx, q, len(names), func(raw jsontext.Value) (bool, error) {
		d, err := p.withHistory(raw)
		if err != nil || seen[d.ID] || len(keys) == 0 && !asked[string(d.ID)] {
			return false, err
		}
		seen[d.ID] = true
		weight += len(raw)
		issues = append(issues, d)
		return true, nil
	})
	switch {
	case err == nil:
		return issues, weight, p.completeHistories(ctx, issues)
	case !divisible(ctx, err):
		return nil, 0, err
	case len(names) == 1:
		return p.alone(ctx, names[0], err)
	}
	half := len(names) / 2
	first, heavy, err := p.serverBatch(ctx, names[:half])
	if err != nil {
		return nil, 0, err
	}
	second, heavier, err := p.serverBatch(ctx, names[half:])
	return append(first, second...), max(heavy, heavier, comfortable+1), err
}

// divisible reports whether a smaller question may succeed where this one failed.
func divisible(ctx context.Context, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	if status, ok := errors.AsType[*statusError](err); ok {
		return status.code >= 500 || status.code == http.StatusBadRequest || status.code == http.StatusNotFound ||
			status.code == http.StatusRequestEntityTooLarge || status.code == http.StatusRequestURITooLong
	}
	_, cut := errors.AsType[*wire.Broken](err)
	return cut || tooLarge(err) || errors.Is(err, wire.ErrSlow)
}

// alone asks for the one issue that could not be had with its history: without it, and
// then without its comments. What does not come even so is named.
func (p *pull) alone(ctx context.Context, name string, cause error) ([]*detailed, int, error) {
	path := "rest/api/2/issue/" + url.PathEscape(name)
	for _, fields := range [][]string{p.fields.wanted(), p.fields.quiet()} {
		var raw jsontext.Value
		err := p.get(ctx, path, url.Values{"fields": {strings.Join(fields, ",")}}, &raw)
		if isAbsent(err) {
			return nil, 0, nil // gone or hidden
		}
		if err == nil {
			d, err := p.withHistory(raw)
			if err != nil {
				return nil, 0, err
			}
			p.note(&p.unread, d.Key)
			d.uncommented = d.fields.of("comment") == nil
			return []*detailed{d}, len(raw), nil
		}
		if !divisible(ctx, err) {
			return nil, 0, err
		}
	}
	return nil, 0, fmt.Errorf("issue %s: %w", oneLine(name), cause)
}
