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
	bulkPage      = 1000
	changelogPage = 100
)

// histories fills in the histories of a page of issues.
func (p *pull) histories(ctx context.Context, issues []*detailed) error {
	if len(issues) == 0 {
		return nil
	}
	if !p.noBulk {
		err := p.bulk(ctx, issues)
		status, refused := errors.AsType[*statusError](err)
		switch {
		case refused && status.absent():
			p.noBulk = true
			p.log.DebugContext(ctx, "no bulk histories here", "status", status.code)
		case err != nil:
			return failed(err, "reading histories")
		}
	}
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(parallel)
	for _, d := range issues {
		if !p.noBulk && (len(d.histories) > 0 || !d.edited()) {
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

// bulk asks for many issues at once. An issue's histories may come on several
// pages, and the same history twice.
func (p *pull) bulk(ctx context.Context, issues []*detailed) error {
	byID := map[string]*detailed{}
	body := struct {
		IDs           []string `json:"issueIdsOrKeys"`
		MaxResults    int      `json:"maxResults"`
		NextPageToken string   `json:"nextPageToken,omitempty"`
	}{MaxResults: bulkPage}
	for _, d := range issues {
		byID[string(d.ID)], byID[d.Key] = d, d
		body.IDs = append(body.IDs, string(d.ID))
	}
	got := map[*detailed][]jsontext.Value{}
	for used := map[string]bool{}; len(used) < pageCap; {
		var answer struct {
			IssueChangeLogs []struct {
				IssueID         id               `json:"issueId"`
				ChangeHistories []jsontext.Value `json:"changeHistories"`
			} `json:"issueChangeLogs"`
			NextPageToken *string `json:"nextPageToken"`
		}
		if err := p.ask(ctx, http.MethodPost, "rest/api/2/changelog/bulkfetch", body, &answer); err != nil {
			return err
		}
		for _, log := range answer.IssueChangeLogs {
			if d := byID[string(log.IssueID)]; d != nil {
				got[d] = append(got[d], log.ChangeHistories...)
			}
		}
		if answer.NextPageToken == nil || *answer.NextPageToken == "" {
			return keep(got)
		}
		body.NextPageToken = *answer.NextPageToken
		if used[body.NextPageToken] {
			return &strangeError{what: "the histories repeat the same page again and again"}
		}
		used[body.NextPageToken] = true
	}
	return &strangeError{what: "the histories do not end"}
}

func keep(got map[*detailed][]jsontext.Value) error {
	for d, raw := range got {
		var err error
		if d.histories, err = tidy(raw); err != nil {
			return err
		}
	}
	return nil
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
		d.histories, d.recorded = histories, true
		return nil
	}
}

// tidy sorts histories by time and id, drops repetitions, and takes out the words
// of deleted comments: they were deleted for a reason.
func tidy(raw []jsontext.Value) ([]jsontext.Value, error) {
	type keyed struct {
		history
		raw jsontext.Value
	}
	var all []keyed
	seen := map[id]bool{}
	for _, value := range raw {
		k := keyed{raw: value}
		if err := decode(value, &k.history); err != nil {
			return nil, err
		}
		if k.ID != "" && seen[k.ID] {
			continue
		}
		seen[k.ID] = true
		if slices.ContainsFunc(k.Items, change.isComment) {
			var err error
			if k.raw, err = withoutComments(value); err != nil {
				return nil, err
			}
		}
		all = append(all, k)
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return cmp.Or(a.Created.Compare(b.Created.Time), cmp.Compare(a.ID.number(), b.ID.number()))
	})
	out := make([]jsontext.Value, len(all))
	for i, k := range all {
		out[i] = k.raw
	}
	return out, nil
}

// isComment reports whether the change is the deletion or edit of a comment, which
// carries its text.
func (c change) isComment() bool { return strings.EqualFold(c.Field, "comment") }

func withoutComments(raw jsontext.Value) (jsontext.Value, error) {
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
