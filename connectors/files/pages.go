package files

// This file holds the pages of searches against what they say about the whole, so
// that a page nobody saved is missed.

import (
	"cmp"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// page is one page of a search.
type page struct {
	start, n int
	total    int // -1: not told, as in Cloud's newer search
	first    string
	more     bool // another page follows
	last     bool // none does, by its own word
}

// page notes a page of issues. The ids of those that could not be read are empty.
func (c *collection) page(o map[string]jsontext.Value, search bool, issues []string) {
	if !search {
		return
	}
	p := page{n: len(issues), total: -1}
	if p.n > 0 {
		p.first = issues[0]
	}
	var start, total *int
	var last *bool
	var token *string
	for name, into := range map[string]any{"startAt": &start, "total": &total, "isLast": &last, "nextPageToken": &token} {
		if v := o[name]; v != nil {
			_ = json.Unmarshal(v, into, lenient) // a value of another shape tells nothing
		}
	}
	if start != nil && *start > 0 {
		p.start = *start
	}
	if total != nil && *total >= 0 {
		p.total = *total
	}
	p.last = last != nil && *last
	p.more = !p.last && (last != nil || token != nil && *token != "")
	c.lists.described(o["names"], o["schema"])
	if !slices.Contains(c.pages, p) {
		c.pages = append(c.pages, p)
	}
}

// described takes the list of fields that a search gives on request.
func (l *lists) described(names, schema jsontext.Value) {
	var called map[string]string
	var typed map[string]jsontext.Value
	if len(schema) == 0 || json.Unmarshal(schema, &typed, lenient) != nil {
		return
	}
	if len(names) > 0 {
		_ = json.Unmarshal(names, &called, lenient) // fields without names are told by their type
	}
	for id, of := range typed {
		if _, known := l.fields.ids[id]; known {
			continue
		}
		entry, err := json.Marshal(map[string]any{"id": id, "name": called[id], "schema": of}, lenient, json.Deterministic(true))
		if err == nil {
			l.fields.add(id, entry)
		}
	}
}

// expected is how many items there are by what the files say themselves: those that
// came, those that could not be read or told apart, and those on pages that were not saved.
func (c *collection) expected() int {
	unseen := 0
	for _, s := range searches(c.pages) {
		unseen += max(0, s.total-s.covered)
	}
	c.warn(unseen > 0, "Items on pages of the search that are not in the files: %d.", unseen)
	open, closed := 0, 0
	for _, p := range c.pages {
		if p.total < 0 && p.more {
			open++
		}
		if p.total < 0 && p.last {
			closed++
		}
	}
	c.warn(open > 0 && closed == 0, "The last page of the search is not in the files: items are missing, and how many is not known.")
	c.warn(open > 0 && closed > 0, "Jira Cloud does not count the pages of the search: %d are in the files, and whether one between them is missing is not known.", open+closed)
	return len(c.order) + c.broken.n + c.others.n + c.refused + unseen
}

// chain is the pages of one search.
type chain struct{ end, total, covered int }

// searches puts pages that follow one another together: each begins where the one
// before ended. The total may have grown while somebody was saving.
func searches(pages []page) []*chain {
	pages = slices.DeleteFunc(slices.Clone(pages), func(p page) bool { return p.total < 0 })
	slices.SortStableFunc(pages, func(a, b page) int { return cmp.Or(a.start-b.start, a.total-b.total) })
	var all []*chain
	for _, p := range pages {
		s := nearest(all, p)
		if s == nil {
			s = &chain{}
			all = append(all, s)
		}
		s.covered += p.start + p.n - max(p.start, s.end)
		s.end, s.total = p.start+p.n, max(s.total, p.total)
	}
	return all
}

// nearest finds the search that a page carries on: one of the same total, be there a
// gap or an overlap, else one that ends where the page begins.
func nearest(all []*chain, p page) *chain {
	for _, fits := range []func(*chain) bool{
		func(s *chain) bool { return s.total == p.total && p.start+p.n > s.end && (p.start > 0 || s.end == 0) },
		func(s *chain) bool { return s.end == p.start && p.start > 0 && s.total > s.end },
	} {
		if i := slices.IndexFunc(all, fits); i >= 0 {
			return all[i]
		}
	}
	return nil
}
