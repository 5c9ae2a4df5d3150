package jirafake

// This file answers with the lists that say what ids stand for.

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// site is the address that answers name.
const site = "https://example.atlassian.net"

// The custom fields of every fake site.
const (
	sprintField    = "customfield_10020"
	epicField      = "customfield_10014"
	pointsField    = "customfield_10036"
	flagField      = "customfield_10021"
	criteriaField  = "customfield_10040"
	goalField      = "customfield_10041"
	customersField = "customfield_10042"
	rankField      = "customfield_10019"
	rankNumber     = 10019
)

// Jira's two ways to write a time.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000-0700") }
func zulu(t time.Time) string  { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

func (s *Server) serverInfo(w http.ResponseWriter, _ *http.Request) {
	reply(w, object{"baseUrl": site, "deploymentType": "Cloud", "version": "1001.0.0-SNAPSHOT", "versionNumbers": []int{1001, 0, 0}, "serverTitle": "Jira"})
}

func (s *Server) myself(w http.ResponseWriter, _ *http.Request) {
	reply(w, object{"accountId": "example-coach", "accountType": "atlassian", "displayName": "Example Coach", "active": true, "timeZone": "Etc/UTC"})
}

func (s *Server) fields(w http.ResponseWriter, _ *http.Request) {
	const kinds = "com.atlassian.jira.plugin.system.customfieldtypes:"
	const agile = "com.pyxis.greenhopper.jira:"
	out := []object{}
	for _, name := range []string{"summary", "description", "issuetype", "status", "resolution", "priority", "assignee", "reporter",
		"creator", "created", "updated", "labels", "parent", "issuelinks", "comment", "project"} {
		out = append(out, object{"id": name, "key": name, "name": name, "custom": false, "schema": object{"type": "any", "system": name}})
	}
	for _, f := range []struct{ id, name, kind, items, custom string }{
		{sprintField, "Sprint", "array", "json", agile + "gh-sprint"},
		{rankField, "Rank", "any", "", agile + "gh-lexo-rank"},
		{epicField, "Epic Link", "any", "", agile + "gh-epic-link"},
		{parentLinkField, "Parent Link", "any", "", "com.atlassian.jpo:jpo-custom-field-parent"},
		{pointsField, "Story Points", "number", "", kinds + "float"},
		{flagField, "Flagged", "array", "option", kinds + "multicheckboxes"},
		{criteriaField, "Acceptance Criteria", "string", "", kinds + "textarea"},
		{goalField, "Goal", "string", "", kinds + "textarea"},
		{customersField, "Customers", "array", "option", kinds + "multiselect"},
	} {
		schema := object{"type": f.kind, "custom": f.custom}
		if f.items != "" {
			schema["items"] = f.items
		}
		out = append(out, object{"id": f.id, "key": f.id, "name": f.name, "custom": true, "schema": schema})
	}
	reply(w, out)
}

// gather lists things of all boards once each, in the order of less.
func gather[T any](s *Server, pick func(*backlog.State) *T, key func(*T) string, order func(a, b *T) int) []*T {
	seen := map[string]bool{}
	var out []*T
	for _, b := range s.boards {
		b.states(func(state *backlog.State) {
			if thing := pick(state); thing != nil && !seen[key(thing)] {
				seen[key(thing)] = true
				out = append(out, thing)
			}
		})
	}
	slices.SortFunc(out, order)
	return out
}

func (s *Server) statuses(w http.ResponseWriter, _ *http.Request) {
	all := gather(s, func(st *backlog.State) *backlog.Status { return st.Status },
		func(x *backlog.Status) string { return x.ID }, func(a, b *backlog.Status) int { return cmp.Compare(a.ID, b.ID) })
	out := []object{}
	for _, x := range all {
		out = append(out, status(x))
	}
	if len(out) == 0 { // a site lists those that no item has, too
		out = append(out, status(&backlog.Status{ID: "9000", Name: "Open", Category: backlog.ToDo}))
	}
	reply(w, out)
}

func status(x *backlog.Status) object {
	category := map[backlog.Category]object{
		backlog.UnknownCategory: {"id": 1, "key": "undefined", "name": "No Category"},
		backlog.ToDo:            {"id": 2, "key": "new", "name": "To Do"},
		backlog.Done:            {"id": 3, "key": "done", "name": "Done"},
		backlog.InProgress:      {"id": 4, "key": "indeterminate", "name": "In Progress"},
	}[x.Category]
	return object{"id": x.ID, "name": x.Name, "statusCategory": category}
}

func (s *Server) types(w http.ResponseWriter, _ *http.Request) {
	all := gather(s, func(st *backlog.State) *backlog.Type { return st.Type },
		func(x *backlog.Type) string { return x.ID }, func(a, b *backlog.Type) int { return cmp.Compare(a.ID, b.ID) })
	out := []object{}
	for _, x := range all {
		out = append(out, s.kind(x))
	}
	if len(out) == 0 {
		out = append(out, s.kind(&backlog.Type{ID: "9000", Name: "Task"}))
	}
	reply(w, out)
}

// kind writes an issue type. A bug is told by its untranslated name.
func (s *Server) kind(x *backlog.Type) object {
	if s.server {
		return serverKind(x)
	}
	return kind(x)
}

func kind(x *backlog.Type) object {
	out := object{"id": x.ID, "name": x.Name, "subtask": x.Level == backlog.SubLevel, "hierarchyLevel": int(x.Level)}
	if x.Bug {
		out["untranslatedName"] = "Bug"
	}
	return out
}

func (s *Server) priorities(w http.ResponseWriter, _ *http.Request) {
	all := gather(s, func(st *backlog.State) *backlog.Priority { return st.Priority },
		func(x *backlog.Priority) string { return x.ID },
		func(a, b *backlog.Priority) int { return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.ID, b.ID)) })
	out := []object{}
	for _, x := range all {
		for len(out) < x.Rank { // a site lists those that no item has, too
			out = append(out, object{"id": fmt.Sprintf("9%d", len(out)), "name": "Other"})
		}
		out = append(out, object{"id": x.ID, "name": x.Name})
	}
	reply(w, out)
}

// The resolution of each outcome: id, then name.
var endings = map[backlog.Outcome][2]string{
	backlog.Delivered: {"10000", "Done"},
	backlog.Declined:  {"10001", "Won't Do"},
	backlog.Duplicate: {"10002", "Duplicate"},
	backlog.Discarded: {"10003", "Cannot Reproduce"},
}

func (s *Server) resolutions(w http.ResponseWriter, _ *http.Request) {
	out := []object{}
	for how := backlog.Delivered; how <= backlog.Discarded; how++ {
		out = append(out, object{"id": endings[how][0], "name": endings[how][1]})
	}
	reply(w, out)
}

func (b *board) person(p *backlog.Person) any {
	if p == nil {
		return nil
	}
	if b.server {
		return serverPerson(p)
	}
	out := object{"accountId": p.ID, "displayName": p.Name, "active": true, "accountType": "atlassian"}
	switch {
	case p.App:
		out["accountType"] = "app"
	case p.Customer:
		out["accountType"] = "customer"
	}
	if p.Mail != "" {
		out["emailAddress"] = p.Mail
	}
	return out
}
