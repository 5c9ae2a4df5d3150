package azurefake

// This file knows the fields of work items, and what a revision holds in them.

import (
	"cmp"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// The fields of this organisation that no process of Microsoft's has.
const (
	GoalField      = "Custom.Goal"
	CustomersField = "Custom.Customers"
	otherField     = "Custom.Environment"
)

// field is a field by its reference name, its name for people and its type. A value of
// nil is a field that is empty: Azure leaves it out.
type field struct {
	ref, name, kind string
	value           func(*revision) any
}

// long reports whether reports leave the field out unless asked for all fields.
func (f field) long() bool { return f.kind == "html" || f.kind == "history" }

// fieldTable lists the fields in the order in which people see them.
func (s *Server) fieldTable() []field {
	return append(s.systemFields(), []field{
		{"Microsoft.VSTS.Common.Priority", "Priority", "integer", func(r *revision) any {
			if r.state.Priority == nil {
				return nil
			}
			return r.state.Priority.Rank + 1
		}},
		{s.words.order, map[string]string{stackRank: "Stack Rank", backlogPriority: "Backlog Priority"}[s.words.order], "double", func(r *revision) any { return some(r.order) }},
		{s.words.effort, map[string]string{scheduling + "StoryPoints": "Story Points", scheduling + "Size": "Size"}[s.words.effort], "double", func(r *revision) any { return some(r.state.Estimate) }},
		{scheduling + "RemainingWork", "Remaining Work", "double", func(r *revision) any { return some(float64(r.effort)) }},
		{scheduling + "TargetDate", "Target Date", "dateTime", func(r *revision) any {
			if r.dates == 0 {
				return nil
			}
			return stamp(r.item.src.CreatedAt().AddDate(0, 0, r.dates))
		}},
		{"Microsoft.VSTS.Common.ValueArea", "Value Area", "string", func(*revision) any { return "Business" }},
		{"Microsoft.VSTS.Common.StateChangeDate", "State Change Date", "dateTime", func(r *revision) any { return stamp(r.since) }},
		{"Microsoft.VSTS.Common.ClosedDate", "Closed Date", "dateTime", func(r *revision) any {
			if r.state.Outcome == backlog.Open {
				return nil
			}
			return stamp(r.since)
		}},
		{"Microsoft.VSTS.CMMI.Blocked", "Blocked", "string", func(r *revision) any {
			if !r.state.Flagged {
				return nil
			}
			return "Yes"
		}},
		{"Microsoft.VSTS.Common.AcceptanceCriteria", "Acceptance Criteria", "html", func(r *revision) any { return s.long(r.state.Text.Criteria) }},
		{CustomersField, "Customers", "string", func(r *revision) any { return text(strings.Join(r.state.Customers, "; ")) }},
		{GoalField, "Goal", "html", func(r *revision) any { return s.long(r.state.Text.Goal) }},
		{otherField, "Environment", "string", func(r *revision) any { return text(strings.Repeat("x", r.other)) }},
	}...)
}

// systemFields are those that every organisation has.
func (s *Server) systemFields() []field {
	return []field{
		{"System.Id", "ID", "integer", func(r *revision) any { return r.item.id }},
		{"System.Rev", "Rev", "integer", func(r *revision) any { return r.number }},
		{"System.Watermark", "Watermark", "integer", func(r *revision) any { return r.watermark }},
		{"System.TeamProject", "Team Project", "string", func(*revision) any { return s.project.name }},
		{"System.AreaId", "Area ID", "integer", func(r *revision) any { return r.area().id }},
		{"System.AreaPath", "Area Path", "treePath", func(r *revision) any { return r.area().path }},
		{"System.NodeName", "Node Name", "string", func(r *revision) any { return r.area().name }},
		{"System.IterationId", "Iteration ID", "integer", func(r *revision) any { return r.iteration().id }},
		{"System.IterationPath", "Iteration Path", "treePath", func(r *revision) any { return r.iteration().path }},
		{"System.WorkItemType", "Work Item Type", "string", func(r *revision) any { return s.words.kind(r.state.Type) }},
		{"System.State", "State", "string", func(r *revision) any { name, _ := s.words.state(r.state); return name }},
		{"System.Reason", "Reason", "string", func(r *revision) any { _, reason := s.words.state(r.state); return reason }},
		{"System.AssignedTo", "Assigned To", "identity", func(r *revision) any { return r.state.Assignee }},
		{"System.CreatedDate", "Created Date", "dateTime", func(r *revision) any { return stamp(r.item.src.CreatedAt()) }},
		{"System.CreatedBy", "Created By", "identity", func(r *revision) any { return r.item.src.Creator() }},
		{"System.ChangedDate", "Changed Date", "dateTime", func(r *revision) any { return stamp(r.at) }},
		{"System.ChangedBy", "Changed By", "identity", func(r *revision) any { return r.by }},
		{"System.AuthorizedAs", "Authorized As", "identity", s.authorized},
		{"System.AuthorizedDate", "Authorized Date", "dateTime", func(r *revision) any { return stamp(r.at) }},
		{"System.RevisedDate", "Revised Date", "dateTime", s.revised},
		{"System.CommentCount", "Comment Count", "integer", func(r *revision) any { return r.comments }},
		{"System.IsDeleted", "Is Deleted", "boolean", func(r *revision) any { return r.deleted }},
		{"System.Title", "Title", "string", func(r *revision) any { return text(r.state.Text.Title) }},
		{"System.BoardColumn", "Board Column", "string", s.column},
		{"System.BoardColumnDone", "Board Column Done", "boolean", func(r *revision) any { return s.column(r) != nil && r.state.Outcome == backlog.Delivered }},
		{"System.Tags", "Tags", "plainText", func(r *revision) any { return text(strings.Join(r.state.Labels, "; ")) }},
		{"System.Parent", "Parent", "integer", func(r *revision) any { return r.item.parent(r) }},
		{"System.Description", "Description", "html", func(r *revision) any { return s.long(r.state.Text.Description) }},
		{"System.History", "History", "history", func(r *revision) any {
			if r.said == nil {
				return nil
			}
			return said(r.said)
		}},
	}
}

// importer is who brought in a history from elsewhere.
var importer = &backlog.Person{ID: "importer", Name: "Migration Service", Login: "migration@example.com"}

// authorized is who really signed in: somebody else, where a history was brought in.
func (s *Server) authorized(r *revision) any {
	if r.at.Before(s.options.Imported) {
		return importer
	}
	return r.by
}

// revised is when the next revision took its place.
func (s *Server) revised(r *revision) any {
	if r.number == len(r.item.revs) || !s.happened(r.item.revs[r.number].at) {
		return never
	}
	return stamp(r.item.revs[r.number].at)
}

// column is where a revision is on the board of requirements.
func (s *Server) column(r *revision) any {
	if r.state.Type.Level != backlog.BacklogLevel {
		return nil
	}
	name, _ := s.words.state(r.state)
	return text(s.words.column(name))
}

// parent is what is above a work item, by links that made no revision too.
func (it *workItem) parent(r *revision) any {
	at := r.at
	if r.seen.After(at) {
		at = r.seen
	}
	var up any
	for _, c := range it.links {
		if c.rel == hierarchy+"-Reverse" && !c.at.After(at) {
			up = nil
			if c.added {
				up = c.to
			}
		}
	}
	return up
}

func (r *revision) area() node {
	if r.moved%2 == 1 {
		return r.item.team.inner
	}
	return r.item.area
}

func (r *revision) iteration() node {
	if r.sprint == nil {
		return r.item.team.backlog
	}
	return r.item.team.sprints[r.sprint]
}

func some(n float64) any {
	if n == 0 {
		return nil
	}
	return n
}

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// values are a revision's fields that are wanted, by their names. People are written
// by person.
func (s *Server) values(r *revision, wanted func(field) bool, person func(*backlog.Person) any) object {
	out := object{}
	for _, f := range s.fields {
		if !wanted(f) {
			continue
		}
		value := f.value(r)
		if p, ok := value.(*backlog.Person); ok {
			value = person(p)
		}
		if value != nil {
			out[f.ref] = value
		}
	}
	if board := r.item.team.wef(); wanted(field{ref: board}) {
		if column := s.column(r); column != nil {
			out[board] = column
		}
	}
	return out
}

// everything wants all fields but the comment that a revision is.
func everything(f field) bool { return f.kind != "history" }

// pick makes the wish for some fields by their names. wrong is the first unknown one.
func (s *Server) pick(names []string) (wanted func(field) bool, wrong string) {
	asked := map[string]bool{}
	for _, name := range names {
		asked[strings.ToLower(name)] = true
	}
	known := map[string]bool{}
	for _, f := range s.fields {
		known[strings.ToLower(f.ref)] = true
	}
	for _, name := range names {
		if low := strings.ToLower(name); !known[low] && !strings.HasPrefix(low, "wef_") {
			wrong = cmp.Or(wrong, name)
		}
	}
	return func(f field) bool { return asked[strings.ToLower(f.ref)] }, wrong
}
