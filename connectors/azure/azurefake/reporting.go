package azurefake

// This file answers the two reports, which give everything of a project in the order in
// which it happened, from a watermark on.

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// reportLimit is how much of a report comes at once.
const reportLimit = 1000

// filter is what is wanted of the report of revisions.
type filter struct {
	Fields             []string `json:"fields"`
	Types              []string `json:"types"`
	IncludeDeleted     bool     `json:"includeDeleted"`
	IncludeIdentityRef bool     `json:"includeIdentityRef"`
	IncludeLatestOnly  bool     `json:"includeLatestOnly"`
	IncludeTagRef      bool     `json:"includeTagRef"`
}

func (s *Server) reportRevisions(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	f := filter{Fields: commaList(query.Get("fields")), Types: commaList(query.Get("types")), IncludeDeleted: yes(r, "includeDeleted"),
		IncludeIdentityRef: yes(r, "includeIdentityRef"), IncludeLatestOnly: yes(r, "includeLatestOnly")}
	if r.Method == http.MethodPost {
		f = filter{}
		if json.UnmarshalRead(r.Body, &f) != nil {
			refuse(w, http.StatusBadRequest, "VssPropertyValidationException", "The body of the request is not a filter.")
			return
		}
	}
	mark, since, ok := s.start(w, r)
	if !ok {
		return
	}
	long := strings.EqualFold(query.Get("$expand"), "fields")
	wanted, wrong := s.wantedIn(f, long)
	if wrong != "" {
		noField(w, wrong)
		return
	}
	most := s.page(reportLimit)
	if r.Method == http.MethodGet {
		most = min(most, max(1, number(r, "$maxPageSize", most)))
	}
	values, last, token := []object{}, true, query.Get("continuationToken")
	for _, rev := range s.stream[min(mark, len(s.stream)):] {
		if !s.happened(rev.at) {
			break
		}
		if !s.reported(rev, f, since) {
			continue
		}
		if len(values) == most {
			last = false
			break
		}
		values = append(values, object{"id": rev.item.id, "rev": rev.number, "fields": s.values(rev, wanted, s.writer(f.IncludeIdentityRef))})
		token = fmt.Sprintf("%d;%d;%d", rev.watermark, rev.item.id, rev.number)
	}
	s.report(w, r, "workItemRevisions", values, token, last)
}

// start reads where a report is to begin; a refusal when that is unclear.
func (s *Server) start(w http.ResponseWriter, r *http.Request) (mark int, since time.Time, ok bool) {
	query := r.URL.Query()
	token, from := query.Get("continuationToken"), query.Get("startDateTime")
	if token != "" && from != "" {
		refuse(w, http.StatusBadRequest, "VssPropertyValidationException", "TF400898: startDateTime can not be used with a watermark.")
		return 0, since, false
	}
	var err error
	if token != "" {
		number, _, _ := strings.Cut(token, ";")
		mark, err = strconv.Atoi(number)
	}
	if from != "" && err == nil {
		since, err = time.Parse(time.RFC3339, from)
	}
	if err != nil || mark < 0 {
		refuse(w, http.StatusBadRequest, "VssPropertyValidationException", "The value of continuationToken or startDateTime is not valid.")
		return 0, since, false
	}
	return mark, since, true
}

// wantedIn is the wish for the fields of a report. Long texts come only when the report
// is expanded, even where they are named.
func (s *Server) wantedIn(f filter, long bool) (wanted func(field) bool, wrong string) {
	listed := func(f field) bool { return f.ref != "System.IsDeleted" && f.ref != "System.Watermark" }
	if len(f.Fields) > 0 {
		listed, wrong = s.pick(f.Fields)
	}
	return func(f field) bool { return (long || !f.long()) && listed(f) }, wrong
}

// reported reports whether a revision belongs into a report.
func (s *Server) reported(rev *revision, f filter, since time.Time) bool {
	it := rev.item
	switch {
	case !s.readable(it), !rev.at.After(since):
		return false
	case !f.IncludeDeleted && s.newest(it).deleted:
		return false
	case f.IncludeLatestOnly && s.newest(it) != rev:
		return false
	case s.Faults.Holes && rev.number%5 == 0 && s.newest(it) != rev:
		return false
	}
	return len(f.Types) == 0 || slices.ContainsFunc(f.Types, func(name string) bool { return strings.EqualFold(name, s.words.kind(rev.state.Type)) })
}

// writer writes people as a report does.
func (s *Server) writer(refs bool) func(*backlog.Person) any {
	switch {
	case !refs:
		return combined
	case s.Faults.OldPeople:
		return func(p *backlog.Person) any {
			if p == nil {
				return nil
			}
			return object{"id": PersonID(p), "uniqueName": combined(p)}
		}
	}
	return reference
}

// reference writes somebody in a report, shorter than elsewhere.
func reference(p *backlog.Person) any {
	if p == nil {
		return nil
	}
	return object{"id": PersonID(p), "displayName": p.Name, "uniqueName": login(p), "descriptor": descriptor(p)}
}

// report writes one batch.
func (s *Server) report(w http.ResponseWriter, r *http.Request, name string, values []object, token string, last bool) {
	next := s.site(r.Host) + "/" + url.PathEscape(s.project.name) + "/_apis/wit/reporting/" + name + "?continuationToken=" + url.QueryEscape(token) + "&api-version=7.1"
	reply(w, object{"values": values, "nextLink": next, "continuationToken": token, "isLastBatch": last})
}

func (s *Server) reportLinks(w http.ResponseWriter, r *http.Request) {
	mark, since, ok := s.start(w, r)
	if !ok {
		return
	}
	query := r.URL.Query()
	kinds, types := commaList(query.Get("linkTypes")), commaList(query.Get("types"))
	most := s.page(reportLimit)
	values, last, token := []object{}, true, query.Get("continuationToken")
	for i := mark; i < len(s.links); i++ {
		l := s.links[i]
		if !s.happened(l.at) {
			break
		}
		if !l.at.After(since) || !s.shown(l, kinds, types) {
			continue
		}
		if len(values) == most {
			last = false
			break
		}
		values = append(values, s.linkJSON(l))
		token = strconv.Itoa(i + 1)
	}
	s.report(w, r, "workItemLinks", values, token, last)
}

// shown reports whether a change of a link belongs into a report: both its ends are
// readable, or one of them is outside.
func (s *Server) shown(l link, kinds, types []string) bool {
	for _, id := range []int{l.source, l.target} {
		if it := s.items[id]; it != nil && !s.readable(it) {
			return false
		}
	}
	if len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k string) bool { return strings.EqualFold(k, l.kind()) || strings.EqualFold(k, l.family) }) {
		return false
	}
	source := s.items[l.source]
	return len(types) == 0 || source != nil && slices.Contains(types, s.words.kind(source.src.Now().Type))
}

// kind is the link's type, seen from the side that acts.
func (l link) kind() string {
	if l.family == related {
		return related
	}
	return l.family + "-Forward"
}

func (s *Server) linkJSON(l link) object {
	if s.Faults.OldLinks {
		return object{"rel": l.family, "sourceId": l.source, "targetId": l.target, "changedDate": stamp(l.at), "isActive": l.active}
	}
	project := guid("project", s.project.name)
	return object{"rel": l.family, "attributes": object{"linkType": l.kind(), "sourceId": l.source, "targetId": l.target, "isActive": l.active,
		"changedDate": stamp(l.at), "changedBy": reference(l.by), "comment": "", "changedOperation": map[bool]string{true: "create", false: "remove"}[l.active],
		"sourceProjectId": project, "targetProjectId": project}}
}
