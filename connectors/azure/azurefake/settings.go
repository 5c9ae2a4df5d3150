package azurefake

// This file answers for the project, its teams and what a team has set: its areas, its
// iterations and who is in it.

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func (s *Server) resourceAreas(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	if !s.flavour.server { // a Server says nothing
		for _, area := range [][2]string{{"79134c72-4a58-4b42-976c-04e7115f32bf", "core"}, {"5264459e-e5e0-4bd8-b118-0985e68a4ec5", "wit"}, {"1d4f49f9-02b9-4e26-b826-2cdb6195f2a9", "work"}} {
			out = append(out, object{"id": area[0], "name": area[1], "locationUrl": s.site(r.Host) + "/"})
		}
	}
	list(w, out)
}

func (s *Server) connectionData(w http.ResponseWriter, _ *http.Request) {
	coach := object{"id": guid("coach"), "providerDisplayName": "Example Coach", "isActive": true, "properties": object{"Account": object{"$type": "System.String", "$value": "coach@example.com"}}}
	kind := "hosted"
	if s.flavour.server {
		kind = "onPremises"
	}
	reply(w, object{"authenticatedUser": coach, "authorizedUser": coach, "instanceId": guid("instance"), "deploymentId": guid("deployment"), "deploymentType": kind})
}

func (s *Server) projectJSON(r *http.Request) object {
	id := guid("project", s.project.name)
	return object{"id": id, "name": s.project.name, "state": "wellFormed", "visibility": "private", "revision": 11,
		"url": s.site(r.Host) + "/_apis/projects/" + id, "lastUpdateTime": "2026-01-05T09:00:00Z"}
}

func (s *Server) listProjects(w http.ResponseWriter, r *http.Request) {
	list(w, []object{s.projectJSON(r)})
}

func (s *Server) oneProject(w http.ResponseWriter, r *http.Request) {
	if name := r.PathValue("projectid"); !s.isProject(name) {
		s.noProject(w, name)
		return
	}
	out := s.projectJSON(r)
	out["defaultTeam"] = s.teamJSON(r, s.teams[0])
	out["capabilities"] = object{"processTemplate": object{"templateName": s.words.name, "templateTypeId": guid("process", s.words.name)}}
	reply(w, out)
}

func (s *Server) teamJSON(r *http.Request, t *team) object {
	project := guid("project", s.project.name)
	return object{"id": t.id(), "name": t.name, "description": "", "projectName": s.project.name, "projectId": project,
		"url": s.site(r.Host) + "/_apis/projects/" + project + "/teams/" + t.id(), "identityUrl": "https://spsprodweu1.vssps.visualstudio.com/_apis/Identities/" + t.id()}
}

// ofProject refuses when a path names a project or a team that there is not.
func (s *Server) ofProject(w http.ResponseWriter, r *http.Request) (*team, bool) {
	if name := r.PathValue("projectid"); !s.isProject(name) {
		s.noProject(w, name)
		return nil, false
	}
	name := r.PathValue("teamid")
	t := s.teamNamed(name)
	if name != "" && t == nil {
		s.noTeam(w, name)
		return nil, false
	}
	return t, true
}

func (s *Server) listTeams(w http.ResponseWriter, r *http.Request) {
	if _, ok := s.ofProject(w, r); !ok {
		return
	}
	out := []object{}
	for _, t := range s.teams {
		out = append(out, s.teamJSON(r, t))
	}
	list(w, part(r, out, 100))
}

func (s *Server) oneTeam(w http.ResponseWriter, r *http.Request) {
	if t, ok := s.ofProject(w, r); ok {
		reply(w, s.teamJSON(r, t))
	}
}

func (s *Server) members(w http.ResponseWriter, r *http.Request) {
	t, ok := s.ofProject(w, r)
	if !ok {
		return
	}
	out := []object{}
	for _, p := range t.snap.People {
		if !p.App && !p.Customer {
			out = append(out, object{"identity": identity(p)})
		}
	}
	list(w, part(r, out, 100))
}

// part is what $top and $skip leave of some values.
func part[T any](r *http.Request, values []T, most int) []T {
	from := min(max(number(r, "$skip", 0), 0), len(values))
	return values[from:min(from+min(number(r, "$top", most), most), len(values))]
}

// bugs is where the team's bugs belong: everywhere here they are items of the backlog.
const bugs = "asRequirements"

func (s *Server) settings(w http.ResponseWriter, r *http.Request) {
	t := s.team(r)
	none := object{"id": t.backlog.guid(), "name": t.backlog.name, "path": strings.TrimPrefix(t.backlog.path, s.project.path)}
	reply(w, object{"backlogIteration": none, "bugsBehavior": bugs, "workingDays": []string{"monday", "tuesday", "wednesday", "thursday", "friday"},
		"backlogVisibilities": object{"Microsoft.EpicCategory": true, "Microsoft.FeatureCategory": true, "Microsoft.RequirementCategory": true},
		"defaultIteration":    none, "defaultIterationMacro": "@currentIteration", "url": s.teamURL(r, t) + "/_apis/work/teamsettings"})
}

func (s *Server) teamURL(r *http.Request, t *team) string {
	return s.site(r.Host) + "/" + guid("project", s.project.name) + "/" + t.id()
}

func (s *Server) fieldValues(w http.ResponseWriter, r *http.Request) {
	t := s.team(r)
	reply(w, object{"field": object{"referenceName": "System.AreaPath", "url": s.site(r.Host) + "/_apis/wit/fields/System.AreaPath"},
		"defaultValue": t.area.path, "values": []object{{"value": t.area.path, "includeChildren": true}},
		"url": s.teamURL(r, t) + "/_apis/work/teamsettings/teamfieldvalues"})
}

func (s *Server) iterations(w http.ResponseWriter, r *http.Request) {
	t, wanted := s.team(r), strings.ToLower(r.URL.Query().Get("$timeframe"))
	out := []object{}
	for _, sprint := range t.snap.Sprints {
		one := s.iterationJSON(r, t, sprint)
		if wanted == "" || one["attributes"].(object)["timeFrame"] == wanted {
			out = append(out, one)
		}
	}
	list(w, out)
}

func (s *Server) oneIteration(w http.ResponseWriter, r *http.Request) {
	t := s.team(r)
	for _, sprint := range t.snap.Sprints {
		if t.sprints[sprint].guid() == r.PathValue("id") {
			reply(w, s.iterationJSON(r, t, sprint))
			return
		}
	}
	refuse(w, http.StatusNotFound, "InvalidTeamSettingsIterationException", "TF400499: You have not set your team field.")
}

func (s *Server) iterationJSON(r *http.Request, t *team, sprint *backlog.Sprint) object {
	n := t.sprints[sprint]
	return object{"id": n.guid(), "name": n.name, "path": n.path, "url": s.teamURL(r, t) + "/_apis/work/teamsettings/iterations/" + n.guid(),
		"attributes": object{"startDate": text(n.from), "finishDate": text(n.to), "timeFrame": s.timeFrame(t, sprint)}}
}

// timeFrame is past, current or future. The first iteration without dates is the
// current one, whatever the others are.
func (s *Server) timeFrame(t *team, sprint *backlog.Sprint) string {
	today := t.date(s.now())
	n := t.sprints[sprint]
	first := slices.IndexFunc(t.snap.Sprints, func(o *backlog.Sprint) bool { return t.sprints[o].from == "" })
	switch {
	case n.from == "" && t.snap.Sprints[first] == sprint:
		return "current"
	case n.from == "" || n.from > today:
		return "future"
	case n.to < today:
		return "past"
	}
	return "current"
}
