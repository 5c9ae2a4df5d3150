package azurefake

// This file answers for the history of one work item: what each act changed, and its
// comments.

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// updateLimit is how many updates come at once.
const updateLimit = 200

// relation writes one end of a link.
func (s *Server) relation(r *http.Request, c change) object {
	names := map[string]string{hierarchy + "-Reverse": "Parent", hierarchy + "-Forward": "Child", related: "Related", dependency + "-Forward": "Successor",
		dependency + "-Reverse": "Predecessor", duplicate + "-Forward": "Duplicate", duplicate + "-Reverse": "Duplicate Of"}
	out := object{"rel": c.rel, "url": s.itemURL(r, c.to), "attributes": object{"isLocked": false, "name": names[c.rel]}}
	if c.to == 0 {
		out["url"] = s.site(r.Host) + "/_apis/wit/attachments/" + guid(c.rel, c.at.String())
	}
	return out
}

func (s *Server) updates(w http.ResponseWriter, r *http.Request) {
	it := s.item(w, r.PathValue("id"))
	if it == nil {
		return
	}
	if s.Faults.Long > 0 && len(it.revs) > s.Faults.Long {
		refuse(w, http.StatusInternalServerError, "WorkItemRevisionLimitExceededException", "The work item has more revisions than can be read.")
		return
	}
	list(w, part(r, s.updatesOf(r, it), updateLimit))
}

// updatesOf lists a work item's updates: its revisions, and between them what was done
// to its links alone, with the number of the revision before.
func (s *Server) updatesOf(r *http.Request, it *workItem) []object {
	var out []object
	add := func(rev int, at, until time.Time, by *backlog.Person) object {
		one := object{"id": len(out) + 1, "workItemId": it.id, "rev": rev, "revisedDate": never, "revisedBy": reviser(by),
			"url": fmt.Sprintf("%s/updates/%d", s.itemURL(r, it.id), len(out)+1)}
		if !until.IsZero() {
			one["revisedDate"] = stamp(until)
		}
		out = append(out, one)
		return one
	}
	before, next, links := object{}, 0, it.links
	for next < len(it.revs) && s.happened(it.revs[next].at) {
		rev := it.revs[next]
		next++
		until := time.Time{}
		if next < len(it.revs) && s.happened(it.revs[next].at) {
			until = it.revs[next].at
		}
		one := add(rev.number, rev.at, until, rev.by)
		now := s.values(rev, func(field) bool { return true }, identity)
		one["fields"] = differences(before, now)
		before = now
		for len(links) > 0 && (until.IsZero() || links[0].at.Before(until) || links[0].with && !links[0].at.After(rev.at)) {
			c := links[0]
			links = links[1:]
			if !s.happened(c.at) {
				continue
			}
			holder := one
			if !c.with || c.at.After(rev.at) {
				holder = add(rev.number, c.at, c.at, c.by)
			}
			s.hang(holder, r, c, before)
		}
	}
	return out
}

// hang adds a change of a link to an update. A new parent is also a new value of a field.
func (s *Server) hang(update object, r *http.Request, c change, fields object) {
	which := map[bool]string{true: "added", false: "removed"}[c.added]
	relations, _ := update["relations"].(object)
	if relations == nil {
		relations = object{}
	}
	known, _ := relations[which].([]object)
	relations[which] = append(known, s.relation(r, c))
	update["relations"] = relations
	if c.rel != hierarchy+"-Reverse" {
		return
	}
	changed, _ := update["fields"].(object)
	if changed == nil {
		changed = object{}
		update["fields"] = changed
	}
	is := object{}
	if c.added {
		is["newValue"] = c.to
		fields["System.Parent"] = c.to
	} else {
		is["oldValue"] = c.to
		delete(fields, "System.Parent")
	}
	changed["System.Parent"] = is
}

// reviser is an identity with the older way to write it beside.
func reviser(p *backlog.Person) any {
	out, ok := identity(p).(object)
	if ok {
		out["name"] = combined(p)
	}
	return out
}

// differences are the fields in which two revisions differ.
func differences(before, now object) object {
	out := object{}
	for ref, value := range now {
		if was, known := before[ref]; !known {
			out[ref] = object{"newValue": value}
		} else if !reflect.DeepEqual(was, value) {
			out[ref] = object{"oldValue": was, "newValue": value}
		}
	}
	for ref, was := range before {
		if _, still := now[ref]; !still && ref != "System.History" {
			out[ref] = object{"oldValue": was}
		}
	}
	return out
}

// revisions answers for the whole revisions of one work item.
func (s *Server) revisions(w http.ResponseWriter, r *http.Request) {
	it := s.item(w, r.PathValue("id"))
	if it == nil {
		return
	}
	out := []object{}
	for _, rev := range it.revs {
		if s.happened(rev.at) {
			out = append(out, object{"id": it.id, "rev": rev.number, "fields": s.values(rev, func(field) bool { return true }, identity), "url": s.itemURL(r, it.id)})
		}
	}
	list(w, part(r, out, updateLimit))
}

// comments answers for what was said on a work item, the newest first unless asked
// otherwise.
func (s *Server) comments(w http.ResponseWriter, r *http.Request) {
	it := s.item(w, r.PathValue("workitemid"))
	if it == nil {
		return
	}
	all := []object{}
	for i := range it.src.Comments {
		if c := &it.src.Comments[i]; s.happened(c.At) {
			who := identity(c.By)
			all = append(all, object{"workItemId": it.id, "id": it.id*100 + i, "version": 1, "text": said(c), "renderedText": said(c), "format": "html",
				"createdBy": who, "createdDate": stamp(c.At), "modifiedBy": who, "modifiedDate": stamp(c.At), "isDeleted": false,
				"url": fmt.Sprintf("%s/comments/%d", s.itemURL(r, it.id), it.id*100+i)})
		}
	}
	if !strings.EqualFold(r.URL.Query().Get("order"), "asc") {
		slices.Reverse(all)
	}
	most := s.page(min(number(r, "$top", updateLimit), updateLimit))
	from := min(max(number(r, "continuationToken", 0), 0), len(all))
	to := min(from+most, len(all))
	out := object{"totalCount": len(all), "count": to - from, "comments": all[from:to]}
	if to < len(all) {
		out["continuationToken"] = fmt.Sprint(to)
		out["nextPage"] = fmt.Sprintf("%s/comments?continuationToken=%d&api-version=7.1-preview.4", s.itemURL(r, it.id), to)
	}
	reply(w, out)
}
