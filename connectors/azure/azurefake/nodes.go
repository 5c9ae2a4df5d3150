package azurefake

// This file answers for the trees of areas and iterations, where alone the number that
// work items carry stands beside the GUID that teams carry.

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// tree is a node with what lies below it.
type tree struct {
	node
	below []tree
}

func (s *Server) trees() (areas, iterations tree) {
	areas, iterations = tree{node: s.project}, tree{node: node{id: 2, name: s.project.name, path: s.project.path}}
	for _, t := range s.teams {
		areas.below = append(areas.below, tree{t.area, []tree{{node: t.inner}}})
		own := tree{node: t.backlog}
		for _, sprint := range t.snap.Sprints {
			own.below = append(own.below, tree{node: t.sprints[sprint]})
		}
		iterations.below = append(iterations.below, own)
	}
	return areas, iterations
}

// nodes answers for both trees, or for the nodes with some numbers.
func (s *Server) nodes(w http.ResponseWriter, r *http.Request) {
	areas, iterations := s.trees()
	depth := number(r, "$depth", 0)
	if ids := r.URL.Query().Get("ids"); ids != "" {
		out := []object{}
		for id := range strings.SplitSeq(ids, ",") {
			for group, top := range map[string]tree{"Area": areas, "Iteration": iterations} {
				top.walk(func(t tree) {
					if strconv.Itoa(t.id) == id {
						out = append(out, s.nodeJSON(r, group, t, depth))
					}
				})
			}
		}
		list(w, out)
		return
	}
	list(w, []object{s.nodeJSON(r, "Area", areas, depth), s.nodeJSON(r, "Iteration", iterations, depth)})
}

func (s *Server) nodesOf(w http.ResponseWriter, r *http.Request) {
	areas, iterations := s.trees()
	switch r.PathValue("structuregroup") {
	case "areas":
		reply(w, s.nodeJSON(r, "Area", areas, number(r, "$depth", 0)))
	case "iterations":
		reply(w, s.nodeJSON(r, "Iteration", iterations, number(r, "$depth", 0)))
	default:
		refuse(w, http.StatusBadRequest, "VssPropertyValidationException", "The structure group is areas or iterations.")
	}
}

func (t tree) walk(each func(tree)) {
	each(t)
	for _, b := range t.below {
		b.walk(each)
	}
}

// nodeJSON writes a node and as many levels below it as were asked for.
func (s *Server) nodeJSON(r *http.Request, group string, t tree, depth int) object {
	path := slices.Insert(strings.Split(t.path, `\`), 1, group)
	out := object{"id": t.id, "identifier": t.guid(), "name": t.name, "structureType": strings.ToLower(group), "hasChildren": len(t.below) > 0,
		"path": `\` + strings.Join(path, `\`), "url": s.site(r.Host) + "/_apis/wit/classificationNodes/" + group + "s"}
	if t.from != "" {
		out["attributes"] = object{"startDate": t.from, "finishDate": text(t.to)}
	}
	if depth > 0 && len(t.below) > 0 {
		below := []object{}
		for _, b := range t.below {
			below = append(below, s.nodeJSON(r, group, b, depth-1))
		}
		out["children"] = below
	}
	return out
}
