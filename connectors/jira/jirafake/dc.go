package jirafake

// This file answers as a Data Center where that differs from Cloud.

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Fields that only Data Center's way of writing needs.
const parentLinkField = "customfield_10015"

// NewDataCenter makes a Data Center site out of Snapshots, which must not change
// afterwards. It has none of the addresses that only Cloud has.
func NewDataCenter(snaps ...*backlog.Snapshot) *Server {
	s := newServer(true, snaps)
	const platform = "/rest/api/2"
	s.mux.HandleFunc("GET "+platform+"/serverInfo", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, object{"baseUrl": site, "deploymentType": "Server", "version": "10.3.4", "versionNumbers": []int{10, 3, 4}, "serverTitle": "Jira"})
	})
	s.mux.HandleFunc("GET "+platform+"/myself", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, object{"name": "coach", "key": "JIRAUSER10000", "displayName": "Example Coach", "active": true, "timeZone": "Etc/UTC"})
	})
	s.mux.HandleFunc("GET "+platform+"/field", s.fields)
	s.mux.HandleFunc("GET "+platform+"/status", s.statuses)
	s.mux.HandleFunc("GET "+platform+"/issuetype", s.types)
	s.mux.HandleFunc("GET "+platform+"/priority", s.priorities)
	s.mux.HandleFunc("GET "+platform+"/resolution", s.resolutions)
	s.mux.HandleFunc("GET "+platform+"/search", s.serverSearch)
	s.mux.HandleFunc("POST "+platform+"/search", s.serverSearch)
	s.mux.HandleFunc("GET "+platform+"/issue/{id}", s.serverIssue)
	s.mux.HandleFunc("GET "+platform+"/issue/{id}/comment", s.comments)
	return s
}

// serverQuestion is a search as a Data Center takes it.
type serverQuestion struct {
	JQL           string   `json:"jql"`
	StartAt       int      `json:"startAt"`
	MaxResults    int      `json:"maxResults"`
	Fields        []string `json:"fields"`
	Expand        []string `json:"expand"`
	ValidateQuery *bool    `json:"validateQuery"`
}

func readQuestion(r *http.Request) (q serverQuestion, ok bool) {
	if r.Method == http.MethodPost {
		return q, json.UnmarshalRead(r.Body, &q, json.RejectUnknownMembers(true)) == nil
	}
	q.JQL, q.Expand = r.FormValue("jql"), strings.Split(r.FormValue("expand"), ",")
	q.Fields = strings.Split(r.FormValue("fields"), ",")
	q.StartAt, _ = strconv.Atoi(r.FormValue("startAt"))
	q.MaxResults, _ = strconv.Atoi(r.FormValue("maxResults"))
	if strict := r.FormValue("validateQuery") != "false"; !strict {
		q.ValidateQuery = &strict
	}
	return q, true
}

func (s *Server) serverSearch(w http.ResponseWriter, r *http.Request) {
	q, ok := readQuestion(r)
	if !ok {
		refuse(w, http.StatusBadRequest, "Invalid request payload.")
		return
	}
	hits, wrong := s.find(q.JQL)
	if wrong != "" && q.ValidateQuery != nil && byList.MatchString(q.JQL) {
		wrong = "" // values that mean nothing are passed over
	}
	if wrong != "" {
		refuse(w, http.StatusBadRequest, wrong)
		return
	}
	most := 1000
	if s.Faults.PageSize > 0 {
		most = s.Faults.PageSize
	}
	if q.MaxResults > 0 {
		most = min(most, q.MaxResults)
	}
	from := min(max(q.StartAt, 0), len(hits))
	if s.Faults.Loop {
		from = 0
	}
	to := min(from+most, len(hits))
	if s.Faults.Repeat && from > 0 {
		from--
	}
	issues := []object{}
	for _, h := range hits[from:to] {
		out := h.board.issue(h.item, q.Fields)
		if slices.Contains(q.Expand, "changelog") {
			out["changelog"] = s.withChangelog(h, s.Faults.Short)
		}
		issues = append(issues, out)
	}
	reply(w, object{"startAt": q.StartAt, "maxResults": most, "total": len(hits), "issues": issues})
}

// withChangelog is an issue's history, newest first; its newest part alone, where most
// says so.
func (s *Server) withChangelog(h hit, most int) object {
	all := h.board.histories(h.item, false)
	total := len(all)
	slices.Reverse(all)
	if most > 0 {
		all = all[:min(most, total)]
	}
	return object{"startAt": 0, "maxResults": len(all), "total": total, "histories": all}
}

func (s *Server) serverIssue(w http.ResponseWriter, r *http.Request) {
	h, ok := s.lookUp(r.PathValue("id"))
	if !ok {
		refuse(w, http.StatusNotFound, "Issue Does Not Exist")
		return
	}
	out := h.board.issue(h.item, strings.Split(r.FormValue("fields"), ","))
	if r.FormValue("expand") == "changelog" {
		out["changelog"] = s.withChangelog(h, 0)
	}
	reply(w, out)
}

// serverFields rewrites what a Data Center writes in another way.
func (b *board) serverFields(it *backlog.Item, fields object) {
	now := it.Now()
	fields["issuetype"] = serverKind(now.Type)
	delete(fields, "parent")
	field, key := parentForm(now)
	switch {
	case key == "":
	case field == "":
		fields["parent"] = object{"id": strconv.Itoa(b.ids[now.Parent]), "key": key}
	default:
		fields[field] = key
	}
	var sprints []string
	for _, s := range now.Sprints {
		sprints = append(sprints, b.javaSprint(s))
	}
	if fields[sprintField] = nil; sprints != nil {
		fields[sprintField] = sprints
	}
}

// parentForm tells where a Data Center keeps what is above an item: the field, empty
// for that of sub-tasks, and the parent's key.
func parentForm(s *backlog.State) (field, key string) {
	switch {
	case s.Parent == nil:
		return "", ""
	case s.Type.Level == backlog.SubLevel:
		return "", s.Parent.Key
	case s.Type.Level == backlog.FeatureLevel:
		return parentLinkField, s.Parent.Key
	}
	return epicField, s.Parent.Key
}

// javaSprint writes a Sprint as Java writes an object.
func (b *board) javaSprint(s *backlog.Sprint) string {
	told := b.sprint(s, "boardId")
	date := func(name string) string {
		if told[name] == nil {
			return "<null>"
		}
		return told[name].(string)
	}
	return fmt.Sprintf("com.atlassian.greenhopper.service.sprint.Sprint@1f581600[activatedDate=%s,autoStartStop=false,completeDate=%s,endDate=%s,goal=%s,id=%d,incompleteIssuesDestinationId=<null>,name=%s,rapidViewId=%d,sequence=%d,startDate=%s,state=%s,synced=false]",
		date("startDate"), date("completeDate"), date("endDate"), s.Goal, b.sprints[s], s.Name, b.id, b.sprints[s], date("startDate"), strings.ToUpper(told["state"].(string)))
}

// serverChanges writes what a revision changed: without ids of fields, and the parent
// in the field that holds it.
func (b *board) serverChanges(before *backlog.State, r *backlog.Revision) []object {
	out := slices.DeleteFunc(b.changes(before, r), func(c object) bool {
		delete(c, "fieldId")
		return c["field"] == "IssueParentAssociation" || c["field"] == "Epic Link"
	})
	if !r.Changed.Has(backlog.ParentField) {
		return out
	}
	wasIn, was := parentForm(before)
	isIn, is := parentForm(r.State)
	if was != "" && is != "" && wasIn == isIn {
		return append(out, b.parentChange(isIn, was, is))
	}
	if was != "" {
		out = append(out, b.parentChange(wasIn, was, ""))
	}
	if is != "" {
		out = append(out, b.parentChange(isIn, "", is))
	}
	return out
}

func (b *board) parentChange(field, was, is string) object {
	id := func(key string) string {
		if key == "" || field == parentLinkField { // it tells keys only
			return ""
		}
		return strconv.Itoa(b.ids[b.byName[key]])
	}
	name := map[string]string{"": "Parent", epicField: "Epic Link", parentLinkField: "Parent Link"}[field]
	out := change(name, field, value{id(was), was}, value{id(is), is})
	delete(out, "fieldId")
	return out
}

func serverKind(x *backlog.Type) object {
	return object{"id": x.ID, "name": x.Name, "subtask": x.Level == backlog.SubLevel}
}

// serverPerson has two names: a key that stays, and a login.
func serverPerson(p *backlog.Person) object {
	out := object{"name": login(p), "key": p.ID, "displayName": p.Name, "active": true}
	if p.Mail != "" {
		out["emailAddress"] = p.Mail
	}
	return out
}

func login(p *backlog.Person) string {
	if p.Login != "" {
		return p.Login
	}
	return "login-" + p.ID
}

// mention calls on somebody in a text.
func (b *board) mention(p *backlog.Person) string {
	if b.server {
		return "[~" + login(p) + "]"
	}
	return "[~accountid:" + p.ID + "]"
}
