package jirafake

// This file writes issues and their comments.

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// commentsInSearch is how many comments Jira gives with a search.
func (b *board) commentsInSearch() int {
	if b.server {
		return 1 << 20
	}
	return 20
}

// issue writes an item with the fields that were asked for.
func (b *board) issue(it *backlog.Item, fields []string) object {
	id := strconv.Itoa(b.ids[it])
	out := object{"id": id, "key": it.Key, "self": site + "/rest/api/2/issue/" + id}
	all := slices.Contains(fields, "*all")
	given := object{}
	for name, value := range b.fieldsOf(it) {
		if all || slices.Contains(fields, name) {
			given[name] = value
		}
	}
	if len(given) > 0 {
		out["fields"] = given
	}
	return out
}

func (b *board) fieldsOf(it *backlog.Item) object {
	fields := b.cloudFields(it)
	if b.server {
		b.serverFields(it, fields)
	}
	return fields
}

func (b *board) cloudFields(it *backlog.Item) object {
	now := it.Now()
	fields := object{
		"summary": now.Text.Title, "description": orNull(now.Text.Description),
		"issuetype": kind(now.Type), "status": status(now.Status), "resolution": nil, "priority": nil,
		"assignee": b.person(now.Assignee), "reporter": b.person(it.Creator()), "creator": b.person(it.Creator()),
		"created": stamp(it.CreatedAt()), "updated": stamp(changed(it, true)),
		"labels": append([]string{}, now.Labels...), "issuelinks": b.links(it),
		"project":   object{"id": strconv.Itoa(10000 + b.id), "key": b.project(), "projectTypeKey": "software"},
		"comment":   b.commentPage(it, 0, b.commentsInSearch()),
		sprintField: nil, pointsField: nil, flagField: nil, customersField: nil,
		criteriaField: orNull(now.Text.Criteria), goalField: orNull(now.Text.Goal),
	}
	if end, ok := endings[now.Outcome]; ok {
		fields["resolution"] = object{"id": end[0], "name": end[1]}
	}
	if p := now.Priority; p != nil {
		fields["priority"] = object{"id": p.ID, "name": p.Name}
	}
	if p := now.Parent; p != nil {
		fields["parent"] = object{"id": strconv.Itoa(b.ids[p]), "key": p.Key, "fields": object{"summary": p.Title()}}
	}
	var sprints, customers []object
	for _, s := range now.Sprints {
		sprints = append(sprints, b.sprint(s, "boardId"))
	}
	for _, name := range now.Customers {
		customers = append(customers, object{"value": name})
	}
	if sprints != nil {
		fields[sprintField] = sprints
	}
	if customers != nil {
		fields[customersField] = customers
	}
	if now.Estimate != 0 {
		fields[pointsField] = now.Estimate
	}
	if now.Flagged {
		fields[flagField] = []object{{"value": "Impediment", "id": "10019"}}
	}
	return fields
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// commentPage writes the comments from one place to another.
func (b *board) commentPage(it *backlog.Item, from, to int) object {
	out := []object{}
	to = min(to, len(it.Comments))
	for i := from; i < to; i++ {
		c := it.Comments[i]
		var body strings.Builder
		body.WriteString(c.Text)
		for _, p := range c.Mentions {
			body.WriteString(" " + b.mention(p))
		}
		id := c.ID
		if id == "" {
			id = strconv.Itoa(b.ids[it]*1000 + i)
		}
		out = append(out, object{"id": id, "body": body.String(), "author": b.person(c.By), "created": stamp(c.At), "updated": stamp(c.At)})
	}
	return object{"comments": out, "total": len(it.Comments), "startAt": from, "maxResults": to - from}
}

func (s *Server) comments(w http.ResponseWriter, r *http.Request) {
	h, ok := s.lookUp(r.PathValue("id"))
	if !ok {
		refuse(w, http.StatusNotFound, "Issue does not exist or you do not have permission to see it.")
		return
	}
	from, to := span(r, len(h.item.Comments), 100)
	reply(w, h.board.commentPage(h.item, from, to))
}
