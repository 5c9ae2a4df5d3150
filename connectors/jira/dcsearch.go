package jira

// This file searches a Data Center, whose lists are paged by position.

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

const (
	listPage     = 1000 // Data Center's own limit, unless its administrator set another
	mostListings = 5
	mostIdle     = 3 // pages that bring nothing new; where much moves, there are some
)

// serverPage is one page of a search.
type serverPage struct {
	StartAt    int              `json:"startAt"`
	MaxResults int              `json:"maxResults"` // what the server gives, whatever was asked for
	Total      *int             `json:"total"`
	Issues     []jsontext.Value `json:"issues"`
	Warnings   []string         `json:"warningMessages"`
}

// serverSearch asks for one page: by GET, and by POST where that is too long or closed.
func (p *pull) serverSearch(ctx context.Context, q url.Values) (page serverPage, err error) {
	if !p.byPost.Load() {
		err = p.get(ctx, "rest/api/2/search", q, &page)
		status, ok := errors.AsType[*statusError](err)
		if !ok || status.code != http.StatusMethodNotAllowed && status.code != http.StatusRequestURITooLong {
			return page, err
		}
	}
	body := map[string]any{"jql": q.Get("jql"), "fields": strings.Split(q.Get("fields"), ",")}
	for _, n := range []string{"startAt", "maxResults"} {
		body[n], _ = strconv.Atoi(q.Get(n))
	}
	if q.Has("expand") {
		body["expand"] = []string{q.Get("expand")}
	}
	if q.Has("validateQuery") {
		body["validateQuery"] = false
	}
	err = p.ask(ctx, http.MethodPost, "rest/api/2/search", body, &page)
	if err == nil {
		p.byPost.Store(true)
	}
	return page, err
}

// serverPages walks a search to its end, and tells of how many issues it is by its own
// count. Issues may come twice when the list moves.
func (p *pull) serverPages(ctx context.Context, q url.Values, size int, each func(raw jsontext.Value) (fresh bool, err error)) (pages, total int, err error) {
	q.Set("maxResults", strconv.Itoa(size))
	for start, idle := 0, 0; ; {
		q.Set("startAt", strconv.Itoa(start))
		page, err := p.serverSearch(ctx, q)
		if err == nil && page.Issues == nil && page.Total == nil {
			err = errNoList
		}
		if err != nil {
			return pages, total, err
		}
		pages++
		if len(page.Warnings) > 0 && !q.Has("validateQuery") {
			p.warn("Jira warns that a search is not answered in full.")
		}
		step := len(page.Issues)
		if page.MaxResults > 0 { // a page that holds more overlaps with the next one
			step = min(step, page.MaxResults)
		}
		start += step
		fresh := false
		if total = start; page.Total != nil {
			total = *page.Total
		}
		for _, raw := range page.Issues {
			is, err := each(raw)
			if err != nil {
				return pages, total, err
			}
			fresh = fresh || is
		}
		if idle++; fresh {
			idle = 0
		}
		// Without a total, only a page that is not full is the last one.
		full := page.Total == nil && len(page.Issues) > 0 && len(page.Issues) >= page.MaxResults
		switch {
		case len(page.Issues) == 0 || start >= total && !full:
			return pages, total, nil
		case idle == mostIdle:
			return pages, total, &strangeError{what: "the search repeats the same page again and again"}
		case pages >= pageCap:
			return pages, total, &strangeError{what: "the search does not end"}
		}
	}
}

// serverIDs lists the ids that a search finds. What moves while a list is read can slip
// between its pages: the list is read again until it holds the same twice. One page is
// one moment, and needs no second look.
func (p *pull) serverIDs(ctx context.Context, jql string) ([]string, error) {
	var all []string // whatever stood in any of the lists
	ever, before := map[string]bool{}, map[string]bool(nil)
	for range mostListings {
		ids := []string{}
		pages, total, err := p.glimpse(ctx, jql, func(d *detailed) {
			ids = append(ids, string(d.ID))
			if one := string(d.ID); !ever[one] {
				ever[one] = true
				all = append(all, one)
			}
		})
		if err != nil {
			return nil, err
		}
		now := setOf(ids)
		if p.short = max(0, total-len(ids)); p.short == 0 && (pages == 1 || maps.Equal(now, before)) {
			return ids, nil
		}
		before = now
	}
	p.warn("Jira lists fewer issues than it counts, or its list did not come to rest while it was read: some may be missing.")
	return all, nil
}

// glimpse walks a search for ids and times of change, and tells each issue once.
func (p *pull) glimpse(ctx context.Context, jql string, each func(*detailed)) (pages, total int, err error) {
	seen := map[id]bool{}
	return p.serverPages(ctx, url.Values{"jql": {jql}, "fields": {"updated"}}, listPage, func(raw jsontext.Value) (bool, error) {
		came, err := p.glance([]jsontext.Value{raw})
		if err != nil || seen[came[0].ID] {
			return false, err
		}
		seen[came[0].ID] = true
		each(came[0])
		return true, nil
	})
}

// serverChanged lists the issues that are not as they are held.
func (p *pull) serverChanged(ctx context.Context, jql string, all listing) (stale map[string]bool, err error) {
	stale = map[string]bool{}
	_, _, err = p.glimpse(ctx, jql, func(d *detailed) {
		if p.movedOn(d) {
			stale[string(d.ID)] = true
		}
	})
	if err == nil && all.ranked {
		for _, issue := range p.shuffled(all.all) {
			stale[issue] = true
		}
	}
	return stale, err
}
