package jira

// This file asks Jira for issues by JQL, page by page.

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/go-json-experiment/json/jsontext"
)

// searchPage is what Jira gives at most when more than ids are asked for; idPage
// when only they are.
const (
	searchPage = 100
	idPage     = 5000
)

// searcher remembers how this site takes a search, once one was answered.
type searcher struct{ byPost, byGet atomic.Bool }

// question is the body of a search.
type question struct {
	JQL           string   `json:"jql"`
	Fields        []string `json:"fields"`
	MaxResults    int      `json:"maxResults"`
	NextPageToken string   `json:"nextPageToken,omitempty"`
}

// found is one page of issues.
type found struct {
	Issues        []jsontext.Value `json:"issues"`
	NextPageToken *string          `json:"nextPageToken"`
	IsLast        *bool            `json:"isLast"`
	Warnings      []any            `json:"warnings"`
}

// check reports an answer that is none to a search: it tells neither of issues nor whether
// there are more.
func (f *found) check() error {
	if f.Issues == nil && f.IsLast == nil && f.NextPageToken == nil {
		return errNoList
	}
	return nil
}

// cursor walks the pages of one search.
type cursor struct {
	p     *pull
	q     question
	used  map[string]bool // tokens already sent: a repeated one is a loop
	met   pages           // and so is a repeated page
	pages int
	done  bool
	cut   bool // it stopped before its end
}

func (p *pull) newSearch(jql string, fields []string, size int) *cursor {
	return &cursor{p: p, q: question{JQL: jql, Fields: fields, MaxResults: size}, used: map[string]bool{}, met: newPages()}
}

// next gives the next page; after the last one, done is set.
func (c *cursor) next(ctx context.Context) ([]jsontext.Value, error) {
	page, err := c.p.search.page(ctx, c.p.Connector, c.q)
	if err == nil {
		err = page.check()
	}
	if err != nil {
		return nil, err
	}
	c.pages++
	for range page.Warnings {
		c.p.warn("Jira warns that a search is not answered in full.")
	}
	token := ""
	if page.NextPageToken != nil {
		token = *page.NextPageToken
	}
	said := page.IsLast != nil
	switch {
	case said && *page.IsLast, !said && token == "":
		c.done = true
	case token == "" || len(page.Issues) == 0:
		c.done, c.cut = true, true
		c.p.warn("Jira says there are more search results, but gives none.")
	case c.used[token], c.met.repeated(page.Issues...):
		return nil, &strangeError{what: "the search repeats the same page again and again"}
	case c.pages >= pageCap:
		return nil, &strangeError{what: "the search does not end"}
	}
	c.used[token] = true
	c.q.NextPageToken = token
	return page.Issues, nil
}

// page sends the search as POST, which has no limit of length; where a site takes
// only GET, so.
func (s *searcher) page(ctx context.Context, c *Connector, q question) (found, error) {
	var answer found
	if !s.byGet.Load() {
		err := c.ask(ctx, http.MethodPost, "rest/api/2/search/jql", q, &answer)
		if err == nil {
			s.byPost.Store(true)
		}
		status, ok := errors.AsType[*statusError](err)
		if s.byPost.Load() || !ok || status.code != http.StatusMethodNotAllowed && status.code != http.StatusNotFound {
			return answer, err
		}
	}
	query := url.Values{"jql": {q.JQL}, "fields": {strings.Join(q.Fields, ",")}, "maxResults": {strconv.Itoa(q.MaxResults)}}
	if q.NextPageToken != "" {
		query.Set("nextPageToken", q.NextPageToken)
	}
	err := c.get(ctx, "rest/api/2/search/jql", query, &answer)
	if err == nil {
		s.byGet.Store(true)
	}
	return answer, err
}

// lister lists the ids a search finds, page by page.
type lister struct {
	*cursor
	all  []string // so far
	seen map[string]bool
}

func (p *pull) newLister(jql string) *lister {
	return &lister{p.newSearch(jql, []string{"id"}, idPage), []string{}, map[string]bool{}}
}

// more gives the ids of the next page; none, once all have come.
func (l *lister) more(ctx context.Context) ([]string, error) {
	had := len(l.all)
	if l.done {
		return nil, nil
	}
	if l.p.server { // its list must come to rest before any of it counts
		ids, err := l.p.serverIDs(ctx, l.q.JQL)
		l.all, l.done = ids, err == nil
		return ids, err
	}
	page, err := l.next(ctx)
	if err != nil {
		return nil, err
	}
	for _, raw := range page {
		var it struct {
			ID id `json:"id"`
		}
		if err := decode(raw, &it); err != nil {
			return nil, err
		}
		if it.ID == "" {
			return nil, &strangeError{what: "an issue came without id or fields"}
		}
		if !l.seen[string(it.ID)] {
			l.seen[string(it.ID)] = true
			l.all = append(l.all, string(it.ID))
		}
	}
	return l.all[had:], nil
}

// ids lists the ids a search finds, all of them unless it was cut.
func (p *pull) ids(ctx context.Context, jql string) (all []string, cut bool, err error) {
	l := p.newLister(jql)
	for !l.done {
		if _, err := l.more(ctx); err != nil {
			return nil, false, err
		}
	}
	return l.all, l.cut, nil
}
