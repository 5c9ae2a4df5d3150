package azurefake

// This file answers queries: ids alone, whatever was selected, and never more than
// Azure's limit.

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
)

// The limits of queries: their length, and how many ids come.
const (
	queryLength = 32_000
	queryLimit  = 20_000
)

func (s *Server) query(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Query string `json:"query"`
	}
	if json.UnmarshalRead(r.Body, &body) != nil || body.Query == "" || len(body.Query) > queryLength {
		refuse(w, http.StatusBadRequest, "SyntaxErrorException", "TF51005: The query references a field that does not exist, or is empty or too long.")
		return
	}
	q, err := s.parse(body.Query, yes(r, "timePrecision"))
	if err != nil {
		refuse(w, http.StatusBadRequest, "SyntaxErrorException", err.Error())
		return
	}
	most, top := s.limit(), number(r, "$top", 0)
	hits := s.find(q)
	if top >= most || top == 0 && len(hits) > most {
		out := failure("WorkItemTrackingQueryResultSizeLimitExceededException", "VS402337: The number of work items returned exceeds the size limit of 20000. Change the query to return fewer items.")
		out["eventId"] = 3200
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(http.StatusBadRequest)
		write(w, out)
		return
	}
	if top > 0 {
		hits = hits[:min(top, len(hits))]
	}
	refs := []object{}
	for _, it := range hits {
		refs = append(refs, object{"id": it.id, "url": s.itemURL(r, it.id)})
	}
	reply(w, object{"queryType": "flat", "queryResultType": "workItem", "asOf": stamp(s.now()), "workItems": refs,
		"columns": []object{s.fieldRef(r, s.fieldNamed("System.Id"))}, "sortColumns": []object{}})
}

func (s *Server) limit() int {
	if s.Faults.QueryLimit > 0 {
		return s.Faults.QueryLimit
	}
	return queryLimit
}

// find gives the work items that a query means, in its order.
func (s *Server) find(q query) []*workItem {
	at := s.now()
	if !q.asOf.IsZero() {
		at = q.asOf
	}
	type hit struct {
		it  *workItem
		was *revision
	}
	var hits []hit
	for _, t := range s.teams {
		for _, it := range s.visible(t) {
			was := s.asOf(it, at)
			if was != nil && (!was.deleted || q.bin) && q.where(was) {
				hits = append(hits, hit{it, was})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		for _, key := range q.order {
			if c := compare(key.field.value(a.was), key.field.value(b.was)); c != 0 {
				return c * key.sign
			}
		}
		return cmp.Compare(a.it.id, b.it.id)
	})
	out := make([]*workItem, len(hits))
	for i, h := range hits {
		out[i] = h.it
	}
	return out
}

// compare orders two values of a field; what is empty comes first.
func compare(a, b any) int {
	x, xs := sortable(a)
	y, ys := sortable(b)
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(xs, ys))
}

func sortable(v any) (float64, string) {
	switch v := v.(type) {
	case int:
		return float64(v), ""
	case float64:
		return v, ""
	case string:
		return 0, strings.ToLower(v)
	}
	return 0, ""
}

// moment reads a date of a query. Without time precision it may have no time of day.
func moment(text string, precise bool) (time.Time, bool) {
	if at, err := time.Parse(time.DateOnly, text); err == nil {
		return at, true
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		at, err = time.Parse("2006-01-02T15:04:05.999", text)
	}
	return at, err == nil && precise
}
