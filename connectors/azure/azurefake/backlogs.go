package azurefake

// This file answers for backlogs and boards: the levels of work, their types and states,
// and the order in which the backlog stands.

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// level is a level of backlogs.
type level struct {
	id, title, kind string
	rank            int
	of              backlog.Level
}

func (s *Server) levels() []level {
	return []level{
		{"Microsoft.EpicCategory", "Epics", "portfolio", 4, backlog.FeatureLevel},
		{"Microsoft.RequirementCategory", s.words.title, "requirement", 2, backlog.BacklogLevel},
		{"Microsoft.TaskCategory", "Tasks", "task", 1, backlog.SubLevel},
	}
}

func (s *Server) levelJSON(r *http.Request, l level) object {
	types := []object{}
	for _, name := range s.words.named(l.of) {
		types = append(types, s.typeRef(r, name))
	}
	column := object{"columnFieldReference": s.fieldRef(r, s.fieldNamed("System.Title")), "width": 400}
	out := object{"id": l.id, "name": l.title, "rank": l.rank, "workItemCountLimit": 1000, "color": "009CCC", "isHidden": false, "type": l.kind,
		"addPanelFields": []object{s.fieldRef(r, s.fieldNamed("System.Title"))}, "columnFields": []object{column}, "workItemTypes": types}
	if len(types) > 0 {
		out["defaultWorkItemType"] = types[0]
	}
	return out
}

func (s *Server) typeRef(r *http.Request, name string) object {
	return object{"name": name, "url": s.site(r.Host) + "/_apis/wit/workItemTypes/" + strings.ReplaceAll(name, " ", "%20")}
}

func (s *Server) configuration(w http.ResponseWriter, r *http.Request) {
	mapped := []object{}
	for _, k := range s.words.kinds {
		states := object{}
		for _, st := range s.words.mapped() {
			if st.category != "Removed" { // it is in no backlog
				states[st.name] = st.category
			}
		}
		mapped = append(mapped, object{"workItemTypeName": k.name, "states": states})
	}
	levels := s.levels()
	reply(w, object{"taskBacklog": s.levelJSON(r, levels[2]), "requirementBacklog": s.levelJSON(r, levels[1]), "portfolioBacklogs": []object{s.levelJSON(r, levels[0])},
		"workItemTypeMappedStates": mapped, "bugsBehavior": bugs, "hiddenBacklogs": []string{}, "isBugsBehaviorConfigured": true,
		"backlogFields": object{"typeFields": object{"Order": s.words.order, "Effort": s.words.effort, "RemainingWork": scheduling + "RemainingWork", "Activity": "Microsoft.VSTS.Common.Activity"}},
		"url":           s.teamURL(r, s.team(r)) + "/_apis/work/backlogconfiguration"})
}

func (s *Server) listBacklogs(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	for _, l := range s.levels() {
		out = append(out, s.levelJSON(r, l))
	}
	list(w, out)
}

// level finds the level that a path names; a refusal otherwise.
func (s *Server) level(w http.ResponseWriter, name string) (level, bool) {
	for _, l := range s.levels() {
		if strings.EqualFold(l.id, name) {
			return l, true
		}
	}
	refuse(w, http.StatusNotFound, "BacklogLevelDoesNotExistException", "The backlog level '"+name+"' does not exist.")
	return level{}, false
}

func (s *Server) oneBacklog(w http.ResponseWriter, r *http.Request) {
	if l, ok := s.level(w, r.PathValue("id")); ok {
		reply(w, s.levelJSON(r, l))
	}
}

// backlogItems gives what is open on a level, top first.
func (s *Server) backlogItems(w http.ResponseWriter, r *http.Request) {
	l, ok := s.level(w, r.PathValue("backlogid"))
	if !ok {
		return
	}
	var open []*workItem
	for _, it := range s.visible(s.team(r)) {
		now := s.newest(it)
		if now.state.Type.Level == l.of && now.state.Outcome == backlog.Open && !now.deleted && it.area != s.project {
			open = append(open, it)
		}
	}
	slices.SortStableFunc(open, func(a, b *workItem) int {
		x, y := s.newest(a).order, s.newest(b).order
		return cmp.Or(-cmp.Compare(min(x, 1), min(y, 1)), cmp.Compare(x, y)) // what has no place comes last
	})
	out := []object{}
	for _, it := range open {
		out = append(out, object{"rel": nil, "source": nil, "target": object{"id": it.id, "url": s.itemURL(r, it.id)}})
	}
	reply(w, object{"workItems": out})
}

func (s *Server) itemURL(r *http.Request, id int) string {
	return fmt.Sprintf("%s/%s/_apis/wit/workItems/%d", s.site(r.Host), guid("project", s.project.name), id)
}

func (s *Server) boardRef(r *http.Request, t *team) object {
	id := guid("board", t.name)
	return object{"id": id, "name": s.words.title, "url": s.teamURL(r, t) + "/_apis/work/boards/" + id}
}

func (s *Server) listBoards(w http.ResponseWriter, r *http.Request) {
	list(w, []object{s.boardRef(r, s.team(r))})
}

// isBoard refuses other boards than the one of requirements.
func (s *Server) isBoard(w http.ResponseWriter, t *team, name string) bool {
	if strings.EqualFold(name, s.words.title) || name == guid("board", t.name) {
		return true
	}
	refuse(w, http.StatusNotFound, "BoardDoesNotExistException", "The board '"+name+"' does not exist.")
	return false
}

func (s *Server) oneBoard(w http.ResponseWriter, r *http.Request) {
	t := s.team(r)
	if !s.isBoard(w, t, r.PathValue("id")) {
		return
	}
	ref := func(name string) object {
		return object{"referenceName": name, "url": s.site(r.Host) + "/_apis/wit/fields/" + name}
	}
	out := s.boardRef(r, t)
	out["columns"], out["revision"], out["isValid"], out["canEdit"] = s.columns(t), 3, true, true
	out["rows"] = []object{{"id": "00000000-0000-0000-0000-000000000000"}}
	out["fields"] = object{"columnField": ref(t.wef()), "rowField": ref(strings.Replace(t.wef(), "Column", "Lane", 1)), "doneField": ref(t.wef() + ".Done")}
	reply(w, out)
}

func (s *Server) boardColumns(w http.ResponseWriter, r *http.Request) {
	if t := s.team(r); s.isBoard(w, t, r.PathValue("board")) {
		list(w, s.columns(t))
	}
}

func (s *Server) columns(t *team) []object {
	out := []object{}
	for i, column := range s.words.states {
		kind := "inProgress"
		switch i {
		case 0:
			kind = "incoming"
		case len(s.words.states) - 1:
			kind = "outgoing"
		}
		mappings := object{}
		for _, name := range s.words.named(backlog.BacklogLevel) {
			for _, st := range column {
				mappings[name] = st.name
			}
		}
		out = append(out, object{"id": guid("column", t.name, fmt.Sprint(i)), "name": s.words.columnName(i), "itemLimit": 0, "stateMappings": mappings,
			"columnType": kind, "isSplit": false, "description": ""})
	}
	return out
}
