package azurefake

// This file answers for single work items, and for up to two hundred at a time.

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
)

// batchLimit is how many work items may be asked for at once.
const batchLimit = 200

// wish is what is wanted of some work items.
type wish struct {
	IDs         []int     `json:"ids"`
	Fields      []string  `json:"fields"`
	Expand      string    `json:"$expand,case:ignore"`
	AsOf        time.Time `json:"asOf"`
	ErrorPolicy string    `json:"errorPolicy"`
}

// batch answers for the work items of a list. What may not be read, or lies in the
// recycle bin, is null or spoils it all.
func (s *Server) batch(w http.ResponseWriter, r *http.Request) {
	var q wish
	if err := json.UnmarshalRead(r.Body, &q); err != nil {
		refuse(w, http.StatusBadRequest, "VssPropertyValidationException", "You must pass a valid patch document in the body of the request.")
		return
	}
	s.answer(w, r, q)
}

// someItems answers for the work items of a query.
func (s *Server) someItems(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	q := wish{Expand: query.Get("$expand"), ErrorPolicy: query.Get("errorPolicy"), Fields: commaList(query.Get("fields"))}
	for _, id := range commaList(query.Get("ids")) {
		n, _ := strconv.Atoi(id)
		q.IDs = append(q.IDs, n)
	}
	q.AsOf, _ = time.Parse(time.RFC3339, query.Get("asOf"))
	s.answer(w, r, q)
}

func commaList(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request, q wish) {
	switch {
	case len(q.IDs) > batchLimit:
		refuse(w, http.StatusBadRequest, "VssPropertyValidationException", fmt.Sprintf("VS403474: You requested %d work items which exceeds the limit of %d.", len(q.IDs), batchLimit))
		return
	case len(q.Fields) > 0 && q.Expand != "" && !strings.EqualFold(q.Expand, "none"):
		refuse(w, http.StatusBadRequest, "ConflictingParametersException", "The expand parameter can not be used with the fields parameter.")
		return
	}
	out := []any{}
	for _, id := range q.IDs {
		it := s.items[id]
		found := it != nil && s.readable(it) && !s.newest(it).deleted
		if !found && !strings.EqualFold(q.ErrorPolicy, "omit") {
			s.noItem(w, id)
			return
		}
		if !found {
			out = append(out, nil)
			continue
		}
		one, wrong := s.itemJSON(r, it, q)
		if wrong != "" {
			noField(w, wrong)
			return
		}
		out = append(out, one)
	}
	list(w, out)
}

func (s *Server) noItem(w http.ResponseWriter, id int) {
	refuse(w, http.StatusNotFound, "WorkItemUnauthorizedAccessException", fmt.Sprintf("TF401232: Work item %d does not exist, or you do not have permissions to read it.", id))
}

func noField(w http.ResponseWriter, name string) {
	refuse(w, http.StatusBadRequest, "InvalidFieldNameException", "TF51535: Cannot find field "+name+".")
}

// oneItem answers for one work item.
func (s *Server) oneItem(w http.ResponseWriter, r *http.Request) {
	it := s.item(w, r.PathValue("id"))
	if it == nil {
		return
	}
	query := r.URL.Query()
	one, wrong := s.itemJSON(r, it, wish{Fields: commaList(query.Get("fields")), Expand: query.Get("$expand")})
	if wrong != "" {
		noField(w, wrong)
		return
	}
	reply(w, one)
}

// item finds the work item that a path names; nil after a refusal.
func (s *Server) item(w http.ResponseWriter, id string) *workItem {
	n, _ := strconv.Atoi(id)
	it := s.items[n]
	if it == nil || !s.readable(it) || s.newest(it).deleted {
		s.noItem(w, n)
		return nil
	}
	return it
}

// itemJSON writes a work item as it is wanted; wrong names a field there is not. It is
// nil before the work item existed.
func (s *Server) itemJSON(r *http.Request, it *workItem, q wish) (out any, wrong string) {
	at := s.now()
	if !q.AsOf.IsZero() {
		at = q.AsOf
	}
	was := s.asOf(it, at)
	if was == nil {
		return nil, ""
	}
	wanted := everything
	if len(q.Fields) > 0 {
		if wanted, wrong = s.pick(q.Fields); wrong != "" {
			return nil, wrong
		}
	}
	one := object{"id": it.id, "rev": was.number, "fields": s.values(was, wanted, identity), "url": s.itemURL(r, it.id), "multilineFieldsFormat": s.format()}
	if expand := strings.ToLower(q.Expand); expand == "relations" || expand == "all" {
		one["relations"] = s.relations(r, it, at)
	}
	return one, ""
}

// format tells which long texts are not HTML.
func (s *Server) format() object {
	out := object{}
	for _, f := range s.fields {
		if f.kind == "html" && s.options.Markdown {
			out[f.ref] = "markdown"
		}
	}
	return out
}

// recycleBin lists what was deleted and can come back.
func (s *Server) recycleBin(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	for _, t := range s.teams {
		for _, it := range s.visible(t) {
			if s.newest(it).deleted {
				out = append(out, object{"id": it.id, "url": s.site(r.Host) + "/_apis/wit/recycleBin/" + strconv.Itoa(it.id)})
			}
		}
	}
	list(w, out)
}
