package jira

// This file fetches histories: many issues at once where the site can, issue by
// issue where it cannot, and for issues that the bulk answer left out.

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"
)

// bulkPage is how many histories one bulk answer may hold; changelogPage is the
// hard limit of the endpoint for one issue.
const (
	bulkPage      = 10000
	changelogPage = 100
)

// histories fills in the histories of some issues.
func (p *pull) histories(ctx context.Context, issues []*detailed) error {
	for some := range slices.Chunk(issues, fetchGroup) {
		var names []string
		for _, d := range some {
			names = append(names, string(d.ID))
		}
		histories, err := p.bulk(ctx, names)
		if err != nil {
			return failed(err, "reading histories")
		}
		if err := p.match(ctx, some, histories); err != nil {
			return err
		}
	}
	return nil
}

// match gives issues their histories, and asks one by one for those of issues that the
// bulk answer left out although they have some.
func (p *pull) match(ctx context.Context, issues []*detailed, histories map[id][]jsontext.Value) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(parallel)
	for _, d := range issues {
		var err error
		if d.log, err = oneLog(histories[d.ID]); err != nil {
			return errors.Join(failed(err, "reading the history of %s", oneLine(d.Key)), group.Wait())
		}
		if histories != nil && (len(d.log) > len("[]") || !d.edited()) {
			d.recorded = true
			continue
		}
		group.Go(func() error { return p.single(inner, d) })
	}
	return group.Wait()
}

// edited reports whether Jira says that something happened to the issue after its
// creation: one that was edited has a history.
func (d *detailed) edited() bool {
	var created, updated stamp
	err := errors.Join(decode(d.Fields["created"], &created), decode(d.Fields["updated"], &updated))
	return err == nil && updated.Sub(created.Time) > time.Second
}

// bulk asks for the histories of many issues at once; nil where the site cannot tell
// them so. An issue's histories may come on several pages, and the same history twice.
func (p *pull) bulk(ctx context.Context, names []string) (map[id][]jsontext.Value, error) {
	if p.noBulk.Load() || len(names) == 0 {
		return nil, nil
	}
	got, err := p.bulkPages(ctx, names)
	if status, refused := errors.AsType[*statusError](err); refused && status.absent() {
		p.noBulk.Store(true)
		p.log.DebugContext(ctx, "no bulk histories here", "status", status.code)
		return nil, nil
	}
	return got, err
}

func (p *pull) bulkPages(ctx context.Context, names []string) (map[id][]jsontext.Value, error) {
	body := struct {
		IDs           []string `json:"issueIdsOrKeys"`
		MaxResults    int      `json:"maxResults"`
		NextPageToken string   `json:"nextPageToken,omitempty"`
	}{IDs: names, MaxResults: bulkPage}
	got := map[id][]jsontext.Value{}
	for used := map[string]bool{}; len(used) < pageCap; {
		var answer logPage
		if err := p.ask(ctx, http.MethodPost, "rest/api/2/changelog/bulkfetch", body, &answer); err != nil {
			return nil, err
		}
		for issue, logs := range answer.logs {
			got[issue] = append(got[issue], logs...)
		}
		if answer.next == "" {
			return got, nil
		}
		body.NextPageToken = answer.next
		if used[body.NextPageToken] {
			return nil, &strangeError{what: "the histories repeat the same page again and again"}
		}
		used[body.NextPageToken] = true
	}
	return nil, &strangeError{what: "the histories do not end"}
}

// single asks for one issue's history, and checks it against the total. One that
// does not come whole is left out: a part of a history would tell a wrong story.
func (p *pull) single(ctx context.Context, d *detailed) error {
	path := "rest/api/2/issue/" + url.PathEscape(string(d.ID)) + "/changelog"
	var raw []jsontext.Value
	for start := 0; ; {
		var answer struct {
			Values []jsontext.Value `json:"values"`
			Total  *int             `json:"total"`
			IsLast *bool            `json:"isLast"`
		}
		query := url.Values{"startAt": {strconv.Itoa(start)}, "maxResults": {strconv.Itoa(changelogPage)}}
		if err := p.get(ctx, path, query, &answer); err != nil {
			if status, ok := errors.AsType[*statusError](err); ok && status.absent() {
				p.note(&p.unread, d.Key)
				return nil
			}
			return failed(err, "reading the history of %s", d.Key)
		}
		raw = append(raw, answer.Values...)
		start += len(answer.Values)
		counted := answer.Total != nil
		if len(answer.Values) > 0 && (counted && start < *answer.Total || !counted && answer.IsLast != nil && !*answer.IsLast) {
			continue
		}
		histories, err := tidy(raw)
		if err != nil {
			return failed(err, "reading the history of %s", d.Key)
		}
		if counted && len(histories) < *answer.Total {
			p.note(&p.unread, d.Key)
			return nil
		}
		d.log, d.recorded = join(histories), true
		return nil
	}
}

// oneLog makes one list of what several pages tell of an issue. A list that needs no
// tidying, as most, stays as it came.
func oneLog(pages []jsontext.Value) (jsontext.Value, error) {
	if len(pages) == 1 && !hasComments(pages[0]) {
		return pages[0], nil
	}
	var all []jsontext.Value
	for _, page := range pages {
		var some []jsontext.Value
		if err := decode(page, &some); err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	histories, err := tidy(all)
	return join(histories), err
}

// tidy sorts histories by time and id, drops repetitions, and takes out the words
// of deleted comments: they were deleted for a reason.
func tidy(all []jsontext.Value) ([]jsontext.Value, error) {
	type logged struct {
		ID      id    `json:"id"`
		Created stamp `json:"created"`
		raw     jsontext.Value
	}
	sorted := make([]logged, len(all))
	for i, raw := range all {
		if err := decode(raw, &sorted[i]); err != nil {
			return nil, err
		}
		sorted[i].raw = raw
	}
	slices.SortStableFunc(sorted, func(a, b logged) int {
		return cmp.Or(a.Created.Compare(b.Created.Time), cmp.Compare(a.ID.number(), b.ID.number()))
	})
	out := make([]jsontext.Value, 0, len(all))
	seen := make(map[id]bool, len(all))
	for _, h := range sorted {
		if h.ID != "" && seen[h.ID] {
			continue
		}
		seen[h.ID] = true
		if hasComments(h.raw) {
			var err error
			if h.raw, err = withoutComments(h.raw); err != nil {
				return nil, err
			}
		}
		out = append(out, h.raw)
	}
	return out, nil
}

// hasComments reports whether deleted comments may be in a text of histories.
func hasComments(raw []byte) bool {
	return bytes.Contains(raw, []byte("omment")) || bytes.Contains(raw, []byte("OMMENT")) || bytes.Contains(raw, []byte(`\u`))
}

// isComment reports whether the change is the deletion or edit of a comment, which
// carries its text.
func (c change) isComment() bool { return strings.EqualFold(c.Field, "comment") }

// withoutComments gives a history without what was said in deleted comments; the same,
// if there are none in it.
func withoutComments(raw jsontext.Value) (jsontext.Value, error) {
	var read history
	if err := decode(raw, &read); err != nil || !slices.ContainsFunc(read.Items, change.isComment) {
		return raw, err
	}
	var whole map[string]jsontext.Value
	var items []map[string]jsontext.Value
	if err := errors.Join(decode(raw, &whole), decode(whole["items"], &items)); err != nil {
		return nil, err
	}
	for _, item := range items {
		if !bytes.EqualFold(item["field"], []byte(`"comment"`)) {
			continue
		}
		for _, word := range []string{"from", "fromString", "to", "toString"} {
			delete(item, word)
		}
	}
	var err error
	if whole["items"], err = json.Marshal(items, lenient, json.Deterministic(true)); err != nil {
		return nil, err
	}
	return json.Marshal(whole, lenient, json.Deterministic(true))
}
