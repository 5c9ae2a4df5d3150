package jirafake

// This file answers for boards: what they are, their columns and their Sprints.

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// board is one team's Snapshot with the numbers Jira gives to things.
type board struct {
	id      int
	server  bool
	snap    *backlog.Snapshot
	issues  []*backlog.Item
	ids     map[*backlog.Item]int
	byName  map[string]*backlog.Item // by id and by key
	sprints map[*backlog.Sprint]int
}

func newBoard(id int, server bool, snap *backlog.Snapshot) *board {
	b := &board{id: id, server: server, snap: snap, issues: snap.Items, ids: map[*backlog.Item]int{},
		byName: map[string]*backlog.Item{}, sprints: map[*backlog.Sprint]int{}}
	for i, it := range snap.Items {
		b.ids[it] = id*100000 + i + 1
		b.byName[it.Key], b.byName[strconv.Itoa(b.ids[it])] = it, it
	}
	for i, s := range snap.Sprints {
		b.sprints[s] = id*1000 + i + 1
	}
	return b
}

// filter is the id of the board's saved filter.
func (b *board) filter() int { return 10000 + b.id }

// project is the key of the project that most of the items are in.
func (b *board) project() string {
	if len(b.issues) == 0 {
		return fmt.Sprintf("TEAM%d", b.id)
	}
	key, _, _ := strings.Cut(b.issues[0].Key, "-")
	return key
}

func (b *board) json() object {
	kind := "scrum"
	if b.snap.Process == backlog.Kanban {
		kind = "kanban"
	}
	return object{"id": b.id, "name": b.snap.Team.Name, "type": kind,
		"self":     fmt.Sprintf("%s/rest/agile/1.0/board/%d", site, b.id),
		"location": object{"projectKey": b.project(), "projectTypeKey": "software", "projectId": 10000 + b.id}}
}

// states lists every state that an item of the board ever had.
func (b *board) states(each func(*backlog.State)) {
	for _, it := range b.issues {
		for i := range it.Revisions {
			each(it.Revisions[i].State)
		}
	}
}

func (s *Server) listBoards(w http.ResponseWriter, r *http.Request) {
	var values []object
	for _, b := range s.boards {
		if strings.Contains(strings.ToLower(b.snap.Team.Name), strings.ToLower(r.FormValue("name"))) {
			values = append(values, b.json())
		}
	}
	list(w, r, values)
}

// list answers with a part of some values, fifty at most.
func list(w http.ResponseWriter, r *http.Request, values []object) {
	from, to := span(r, len(values), 50)
	reply(w, object{"startAt": from, "maxResults": 50, "isLast": to == len(values), "values": append([]object{}, values[from:to]...)})
}

// board finds the board that a path names; nil after a refusal.
func (s *Server) board(w http.ResponseWriter, r *http.Request) *board {
	id, _ := strconv.Atoi(r.PathValue("id"))
	if id < 1 || id > len(s.boards) {
		refuse(w, http.StatusNotFound, "The requested board cannot be viewed because it either does not exist or you do not have permission to view it.")
		return nil
	}
	return s.boards[id-1]
}

func (s *Server) oneBoard(w http.ResponseWriter, r *http.Request) {
	if b := s.board(w, r); b != nil {
		reply(w, b.json())
	}
}

func (s *Server) configuration(w http.ResponseWriter, r *http.Request) {
	b := s.board(w, r)
	if b == nil {
		return
	}
	columns := map[int]object{}
	seen := map[string]bool{}
	last := &backlog.Status{Column: -1}
	b.states(func(state *backlog.State) {
		at := state.Status
		if at.Column > last.Column {
			last = at
		}
		if at.Column < 0 || seen[at.ID] {
			return
		}
		seen[at.ID] = true
		if columns[at.Column] == nil {
			columns[at.Column] = object{"name": at.Name, "statuses": []object{}}
		}
		columns[at.Column]["statuses"] = append(columns[at.Column]["statuses"].([]object), object{"id": at.ID})
	})
	ordered := []object{}
	for i := 0; len(columns) > 0; i++ { // a column without a status stays, as on real boards
		column := columns[i]
		if column == nil {
			column = object{"name": fmt.Sprintf("Column %d", i+1), "statuses": []object{}}
		}
		delete(columns, i)
		ordered = append(ordered, column)
	}
	if len(ordered) > 0 && last.Category != backlog.Done { // nothing was finished yet, but could be
		ordered = append(ordered, object{"name": "Done", "statuses": []object{{"id": "9999"}}})
	}
	out := b.json()
	delete(out, "location")
	out["filter"] = object{"id": strconv.Itoa(b.filter())}
	out["columnConfig"] = object{"columns": ordered, "constraintType": "none"}
	out["ranking"] = object{"rankCustomFieldId": rankNumber}
	out["estimation"] = object{"type": "field", "field": object{"fieldId": pointsField, "displayName": "Story Points"}}
	reply(w, out)
}

func (s *Server) sprints(w http.ResponseWriter, r *http.Request) {
	b := s.board(w, r)
	if b == nil {
		return
	}
	if b.snap.Process == backlog.Kanban {
		refuse(w, http.StatusBadRequest, "The board does not support sprints")
		return
	}
	values := []object{}
	for _, sprint := range b.snap.Sprints {
		values = append(values, b.sprint(sprint, "originBoardId"))
	}
	slices.SortStableFunc(values, func(x, y object) int { // closed, active, future
		return cmp.Compare(slices.Index(states, x["state"].(string)), slices.Index(states, y["state"].(string)))
	})
	list(w, r, values)
}

var states = []string{"closed", "active", "future"}

// sprint writes a Sprint; Jira names the board it belongs to differently in lists
// and on issues.
func (b *board) sprint(s *backlog.Sprint, boardWord string) object {
	out := object{"id": b.sprints[s], "name": s.Name, "state": "future", "goal": s.Goal, boardWord: b.id,
		"self": fmt.Sprintf("%s/rest/agile/1.0/sprint/%d", site, b.sprints[s])}
	switch {
	case s.Closed(b.snap.TakenAt):
		out["state"] = "closed"
		out["completeDate"] = zulu(s.Completed)
	case s.Started(b.snap.TakenAt):
		out["state"] = "active"
	}
	if !s.Start.IsZero() {
		out["startDate"] = zulu(s.Start)
	}
	if !s.End.IsZero() {
		out["endDate"] = zulu(s.End)
	}
	if boardWord == "boardId" {
		delete(out, "self")
	}
	return out
}

// order lists the backlog, top first.
func (b *board) order() []*backlog.Item {
	items := slices.DeleteFunc(slices.Clone(b.issues), func(it *backlog.Item) bool { return it.Order < 0 })
	slices.SortStableFunc(items, func(x, y *backlog.Item) int { return cmp.Compare(x.Order, y.Order) })
	return items
}

func (s *Server) backlog(w http.ResponseWriter, r *http.Request) {
	if b := s.board(w, r); b != nil {
		s.page(w, s.issuesOf(b, b.order()), r.FormValue("nextPageToken"), 50, []string{"summary"})
	}
}

func (s *Server) oldBacklog(w http.ResponseWriter, r *http.Request) {
	b := s.board(w, r)
	if b == nil {
		return
	}
	items := b.order()
	from, to := span(r, len(items), 50)
	issues := []object{}
	for _, it := range items[from:to] {
		issues = append(issues, b.issue(it, []string{"summary"}))
	}
	reply(w, object{"startAt": from, "maxResults": 50, "total": len(items), "issues": issues})
}
