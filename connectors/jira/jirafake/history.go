package jirafake

// This file writes histories: what each revision changed, in Jira's words.

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// histories writes every revision but the creation, and the changes of links that are none.
// In bulk answers a time is a number, elsewhere it is text.
func (b *board) histories(it *backlog.Item, bulk bool) []object {
	type dated struct {
		at      time.Time
		history object
	}
	all := []dated{}
	write := func(id int, at time.Time, by *backlog.Person, items []object) {
		h := object{"id": strconv.Itoa(b.ids[it]*1000 + id), "created": stamp(at), "items": items}
		if bulk {
			h["created"] = at.UnixMilli()
		}
		if by != nil {
			h["author"] = b.person(by)
		}
		all = append(all, dated{at, h})
	}
	for i := 1; i < len(it.Revisions); i++ {
		r := &it.Revisions[i]
		items := b.changes(it.Revisions[i-1].State, r)
		if b.server {
			items = b.serverChanges(it.Revisions[i-1].State, r)
		}
		if r.Changed.Has(backlog.LinkField) {
			items = append(items, linked(it, r.At)...)
		}
		write(i, r.At, r.By, items)
	}
	b.apart(it, write)
	slices.SortStableFunc(all, func(x, y dated) int { return x.at.Compare(y.at) })
	out := []object{}
	for _, d := range all {
		out = append(out, d.history)
	}
	return out
}

// value is one side of a change: Jira's id of it, and its words.
type value struct{ id, said string }

func change(name, field string, from, to value) object {
	out := object{"field": name, "fieldtype": "jira",
		"from": orNull(from.id), "fromString": orNull(from.said), "to": orNull(to.id), "toString": orNull(to.said)}
	if strings.HasPrefix(field, "customfield_") {
		out["fieldtype"] = "custom"
	}
	if field != "" {
		out["fieldId"] = field
	}
	return out
}

// kinds are the fields that a revision can change, with their names and ids in Jira,
// and how a state's value is written. Those without a value only tell that it changed.
var kinds = []struct {
	field    backlog.Fields
	name, id string
	value    func(*board, *backlog.State) value
}{
	{backlog.TitleField, "summary", "summary", func(_ *board, s *backlog.State) value { return value{said: s.Text.Title} }},
	{backlog.DescriptionField, "description", "description", func(_ *board, s *backlog.State) value { return value{said: s.Text.Description} }},
	{backlog.CriteriaField, "Acceptance Criteria", criteriaField, func(_ *board, s *backlog.State) value { return value{said: s.Text.Criteria} }},
	{backlog.GoalField, "Goal", goalField, func(_ *board, s *backlog.State) value { return value{said: s.Text.Goal} }},
	{backlog.TypeField, "issuetype", "issuetype", func(_ *board, s *backlog.State) value { return value{s.Type.ID, s.Type.Name} }},
	{backlog.StatusField, "status", "status", func(_ *board, s *backlog.State) value { return value{s.Status.ID, s.Status.Name} }},
	{backlog.OutcomeField, "resolution", "resolution", func(_ *board, s *backlog.State) value { return value{endings[s.Outcome][0], endings[s.Outcome][1]} }},
	{backlog.PriorityField, "priority", "priority", func(_ *board, s *backlog.State) value {
		if s.Priority == nil {
			return value{}
		}
		return value{s.Priority.ID, s.Priority.Name}
	}},
	{backlog.AssigneeField, "assignee", "assignee", func(_ *board, s *backlog.State) value {
		if s.Assignee == nil {
			return value{}
		}
		return value{s.Assignee.ID, s.Assignee.Name}
	}},
	{backlog.ParentField, "IssueParentAssociation", "", func(b *board, s *backlog.State) value {
		if s.Parent == nil {
			return value{}
		}
		return value{strconv.Itoa(b.ids[s.Parent]), s.Parent.Key}
	}},
	{backlog.SprintField, "Sprint", sprintField, (*board).membership},
	{backlog.EstimateField, "Story Points", pointsField, func(_ *board, s *backlog.State) value {
		if s.Estimate == 0 {
			return value{}
		}
		return value{said: strconv.FormatFloat(s.Estimate, 'f', -1, 64)}
	}},
	{backlog.LabelsField, "labels", "labels", func(_ *board, s *backlog.State) value { return value{said: strings.Join(s.Labels, " ")} }},
	{backlog.CustomersField, "Customers", customersField, func(_ *board, s *backlog.State) value {
		if len(s.Customers) == 0 {
			return value{}
		}
		return value{"[" + strings.Repeat("1, ", len(s.Customers)-1) + "1]", strings.Join(s.Customers, ", ")}
	}},
	{backlog.FlagField, "Flagged", flagField, func(_ *board, s *backlog.State) value {
		if !s.Flagged {
			return value{}
		}
		return value{"[10019]", "Impediment"}
	}},
	{backlog.AttachmentField, "Attachment", "attachment", nil},
	{backlog.DatesField, "duedate", "duedate", nil},
	{backlog.EffortField, "timespent", "timespent", nil},
	{backlog.ProjectField, "Workflow", "", nil},
	{backlog.OtherField, "environment", "environment", nil},
}

func (b *board) membership(s *backlog.State) value {
	var ids, names []string
	for _, sprint := range s.Sprints {
		ids = append(ids, strconv.Itoa(b.sprints[sprint]))
		names = append(names, sprint.Name)
	}
	return value{strings.Join(ids, ", "), strings.Join(names, ", ")}
}

// changes writes what a revision changed.
func (b *board) changes(before *backlog.State, r *backlog.Revision) []object {
	out := []object{}
	for _, k := range kinds {
		switch {
		case !r.Changed.Has(k.field):
		case k.value == nil:
			out = append(out, change(k.name, k.id, value{}, value{said: "changed"}))
		default:
			out = append(out, change(k.name, k.id, k.value(b, before), k.value(b, r.State)))
		}
	}
	if r.Changed.Has(backlog.ParentField) { // Jira tells a change of epic a second time
		was, is := parentKey(before), parentKey(r.State)
		out = append(out, change("Epic Link", epicField, value{said: was}, value{said: is}))
	}
	if r.Changed.Has(backlog.RankField) {
		words := map[int8]string{1: "Ranked higher", -1: "Ranked lower"}[r.Rank]
		moved := change("Rank", rankField, value{}, value{said: words})
		moved["from"], moved["fromString"], moved["to"] = "", "", ""
		out = append(out, moved)
	}
	return out
}

func parentKey(s *backlog.State) string {
	if s.Parent == nil {
		return ""
	}
	return s.Parent.Key
}

// bulkPage is how many histories a bulk answer holds at most.
const bulkPage = 10000

func (s *Server) bulk(w http.ResponseWriter, r *http.Request) {
	var q struct {
		IDs           []string `json:"issueIdsOrKeys"`
		MaxResults    int      `json:"maxResults"`
		NextPageToken string   `json:"nextPageToken"`
	}
	if json.UnmarshalRead(r.Body, &q) != nil || len(q.IDs) == 0 || len(q.IDs) > 1000 {
		refuse(w, http.StatusBadRequest, "Between 1 and 1000 issues may be asked for.")
		return
	}
	most := bulkPage
	if q.MaxResults > 0 {
		most = min(most, q.MaxResults)
	}
	if s.Faults.PageSize > 0 {
		most = s.Faults.PageSize
	}
	skip, _ := strconv.Atoi(q.NextPageToken)
	logs, more := []object{}, false
	for _, name := range q.IDs {
		h, ok := s.lookUp(name)
		if !ok {
			continue
		}
		all := h.board.histories(h.item, true)
		from := min(skip, len(all))
		to := min(from+most, len(all))
		skip -= from
		most -= to - from
		if to > from {
			logs = append(logs, object{"issueId": strconv.Itoa(h.board.ids[h.item]), "changeHistories": all[from:to]})
		}
		more = more || to < len(all)
	}
	out := object{"issueChangeLogs": logs}
	if more {
		given := 0
		for _, l := range logs {
			given += len(l["changeHistories"].([]object))
		}
		start, _ := strconv.Atoi(q.NextPageToken)
		out["nextPageToken"] = strconv.Itoa(start + given)
	}
	reply(w, out)
}

func (s *Server) changelog(w http.ResponseWriter, r *http.Request) {
	h, ok := s.lookUp(r.PathValue("id"))
	if !ok {
		refuse(w, http.StatusNotFound, "Issue does not exist or you do not have permission to see it.")
		return
	}
	all := h.board.histories(h.item, false)
	from, to := span(r, len(all), 100)
	reply(w, object{"startAt": from, "maxResults": 100, "total": len(all), "isLast": to == len(all), "values": slices.Clone(all[from:to])})
}
