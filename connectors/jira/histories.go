package jira

// This file fetches the history of one issue, which is checked against its total, and
// puts histories in order. How those of many come at once is in bulkhistories.go.

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// changelogPage is the hard limit of the endpoint for one issue.
const changelogPage = 100

// single asks for one issue's history, adds it to what a bulk answer told, and checks it
// against the total. One that does not come whole is left out: a part of a history would
// tell a wrong story. It gives their number.
func (p *pull) single(ctx context.Context, d *detailed, bulk []jsontext.Value) (int, error) {
	path := "rest/api/2/issue/" + url.PathEscape(string(d.ID)) + "/changelog"
	raw, err := flat(bulk)
	if err != nil {
		return 0, failed(err, "reading the history of %s", d.Key)
	}
	met := newPages()
	for start, size := 0, changelogPage; ; {
		var answer struct {
			Values []jsontext.Value `json:"values"`
			Total  *int             `json:"total"`
			IsLast *bool            `json:"isLast"`
		}
		query := url.Values{"startAt": {strconv.Itoa(start)}, "maxResults": {strconv.Itoa(size)}}
		switch err := p.get(ctx, path, query, &answer); {
		case tooLarge(err) && size > 1:
			size /= 2
			continue
		case tooLarge(err), isAbsent(err):
			d.recorded = false
			p.note(&p.unread, d.Key)
			return 0, nil
		case err != nil:
			return 0, failed(err, "reading the history of %s", d.Key)
		case answer.Values == nil && answer.Total == nil && answer.IsLast == nil:
			return 0, failed(errNoList, "reading the history of %s", d.Key)
		}
		raw = append(raw, answer.Values...)
		start += len(answer.Values)
		counted, told := answer.Total != nil, answer.IsLast != nil
		more := counted && start < *answer.Total || told && !*answer.IsLast
		if len(answer.Values) > 0 && (more || !counted && !told) {
			if met.repeated(answer.Values...) {
				return 0, failed(&strangeError{what: "the history repeats the same page again and again"}, "reading the history of %s", d.Key)
			}
			continue
		}
		histories, err := tidy(raw)
		if err != nil {
			return 0, failed(err, "reading the history of %s", d.Key)
		}
		if counted && len(histories) < *answer.Total || !counted && more {
			d.recorded = false
			p.note(&p.unread, d.Key)
			return len(histories) + 1, nil
		}
		d.log, d.recorded = join(histories), true
		return len(histories), nil
	}
}

// oneLog makes one list of what several pages tell of an issue. A list that needs no
// tidying, as most, stays as it came.
func oneLog(pages []jsontext.Value) (jsontext.Value, error) {
	if len(pages) == 1 && !hasComments(pages[0]) {
		return pages[0], nil
	}
	all, err := flat(pages)
	if err != nil {
		return nil, err
	}
	histories, err := tidy(all)
	return join(histories), err
}

// flat makes one list of several.
func flat(lists []jsontext.Value) (all []jsontext.Value, err error) {
	for _, list := range lists {
		var some []jsontext.Value
		if err := decode(list, &some); err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
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
	with := newThrift()
	for _, h := range sorted {
		if h.ID != "" && seen[h.ID] {
			continue
		}
		seen[h.ID] = true
		if hasComments(h.raw) {
			var err error
			if h.raw, err = withoutComments(with, h.raw); err != nil {
				return nil, err
			}
		}
		out = append(out, h.raw)
	}
	return out, nil
}

// hasComments reports whether deleted comments may be in a text of histories.
func hasComments(raw []byte) bool {
	return bytes.Contains(raw, []byte("mment")) || bytes.Contains(raw, []byte("OMMENT")) || bytes.Contains(raw, []byte(`\u`))
}

// withoutComments gives a history without what was said in deleted comments; the same,
// if there are none in it.
func withoutComments(with *thrift, raw jsontext.Value) (jsontext.Value, error) {
	read, err := with.log(join([]jsontext.Value{raw}))
	if err != nil || !slices.ContainsFunc(read[0].Items, change.isComment) {
		return raw, err
	}
	var whole map[string]jsontext.Value
	var items []map[string]jsontext.Value
	if err := errors.Join(decode(raw, &whole), decode(whole["items"], &items)); err != nil {
		return nil, err
	}
	for _, item := range items {
		if field, _ := textOf(item["field"]); !(fieldName{Field: field}).isComment() {
			continue
		}
		for _, word := range []string{"from", "fromString", "to", "toString"} {
			delete(item, word)
		}
	}
	if whole["items"], err = json.Marshal(items, lenient, json.Deterministic(true)); err != nil {
		return nil, err
	}
	return json.Marshal(whole, lenient, json.Deterministic(true))
}
