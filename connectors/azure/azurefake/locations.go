package azurefake

// This file is the table of what an organisation answers, as Azure DevOps tells it to
// those who ask with OPTIONS: every kind of resource has an id, a route and the versions
// of the API that know it.

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// flavour is a kind of Azure DevOps.
type flavour struct {
	base, most, released string
	server               bool
}

var flavours = map[string]flavour{
	"":     {base: "example-org", most: "7.2", released: "7.1"},
	"2022": {base: "tfs/DefaultCollection", most: "7.0", released: "7.0", server: true},
	"2020": {base: "tfs/DefaultCollection", most: "6.0", released: "6.0", server: true},
}

// location is one kind of resource. Get answers for all of them, one for one by the
// last part of the route.
type location struct {
	id, area, resource, route string
	version                   int
	least, released           string
	get, one, post            http.HandlerFunc
}

// locations lists what this organisation knows.
func (s *Server) locations() []location {
	const team, project = "{project}/{team}/_apis/{area}/", "{project}/_apis/{area}/"
	return []location{
		{"e81700f7-3be2-46de-8624-2eb35882fcaa", "Location", "ResourceAreas", "_apis/{resource}/{areaId}", 1, "3.2", "0.0", s.resourceAreas, nil, nil},
		{"00d9565f-ed9c-4a06-9a50-00e7896ccab4", "Location", "ConnectionData", "_apis/{resource}", 1, "1.0", "0.0", s.connectionData, nil, nil},
		{"603fe2ac-9723-48b9-88ad-09305aa6c6e1", "core", "projects", "_apis/{resource}/{*projectId}", 4, "1.0", "7.1", s.listProjects, s.oneProject, nil},
		{"d30a3dd1-f8ba-442a-b86a-bd0c0c383e59", "core", "teams", "_apis/projects/{projectId}/{resource}/{*teamId}", 3, "1.0", "7.1", s.listTeams, s.oneTeam, nil},
		{"294c494c-2600-4d7e-b76c-3dd50c3c95be", "core", "members", "_apis/projects/{projectId}/teams/{teamId}/{resource}", 2, "1.0", "7.1", s.members, nil, nil},
		{"1a9c53f7-f243-4447-b110-35ef023636e4", "wit", "wiql", team + "{resource}", 2, "1.0", "7.1", nil, nil, s.query},
		{"908509b6-4248-4475-a1cd-829139ba419f", "wit", "workItemsBatch", project + "{resource}", 1, "5.0", "7.1", nil, nil, s.batch},
		{"72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", "wit", "workItems", project + "{resource}/{id}", 3, "1.0", "7.1", s.someItems, s.oneItem, nil},
		{"6570bf97-d02c-4a91-8d93-3abe9895b1a9", "wit", "updates", project + "workItems/{id}/updates/{updateNumber}", 4, "1.0", "7.1", s.updates, nil, nil},
		{"a00c85a5-80fa-4565-99c3-bcd2181434bb", "wit", "revisions", project + "workItems/{id}/revisions/{revisionNumber}", 3, "1.0", "7.1", s.revisions, nil, nil},
		{"f828fe59-dd87-495d-a17c-7a8d6211ca6c", "wit", "workItemRevisions", project + "reporting/{resource}", 2, "2.0", "7.1", s.reportRevisions, nil, s.reportRevisions},
		{"b5b5b6d0-0308-40a1-b3f4-b9bb3c66878f", "wit", "workItemLinks", project + "reporting/{resource}", 3, "2.0", "7.1", s.reportLinks, nil, nil},
		{"608aac0a-32e1-4493-a863-b9cf4566d257", "wit", "comments", "{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}", 4, "5.1", "0.0", s.comments, nil, nil},
		{"b70d8d39-926c-465e-b927-b1bf0e5ca0e0", "wit", "recyclebin", project + "{resource}/{id}", 2, "2.1", "7.1", s.recycleBin, nil, nil},
		{"b51fd764-e5c2-4b9b-aaf7-3395cf4bdd94", "wit", "fields", project + "{resource}/{fieldNameOrRefName}", 3, "1.0", "7.1", s.listFields, nil, nil},
		{"7c8d7a76-4a09-43e8-b5df-bd792f4ac6aa", "wit", "workItemTypes", project + "{resource}/{type}", 2, "1.0", "7.1", s.listTypes, s.oneType, nil},
		{"7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa", "wit", "workItemTypeStates", project + "workitemtypes/{type}/states", 1, "1.0", "7.1", s.typeStates, nil, nil},
		{"bd293ce5-3d25-4192-8e67-e8092e879efb", "wit", "workItemTypesField", project + "workitemtypes/{type}/fields/{field}", 3, "1.0", "7.1", s.typeFields, nil, nil},
		{"9b9f5734-36c8-415e-ba67-f83b45c31408", "wit", "workItemTypeCategories", project + "{resource}/{category}", 2, "1.0", "7.1", s.categories, nil, nil},
		{"a70579d1-f53a-48ee-a5be-7be8659023b9", "wit", "classificationNodes", project + "{resource}", 2, "1.0", "7.1", s.nodes, nil, nil},
		{"5a172953-1b41-49d3-840a-33f79c3ce89f", "wit", "classificationNodes", project + "{resource}/{structureGroup}/{*path}", 2, "1.0", "7.1", s.nodesOf, nil, nil},
		{"c3c1012b-bea7-49d7-b45e-1664e566f84c", "work", "teamsettings", team + "{resource}", 1, "2.0", "7.1", s.settings, nil, nil},
		{"07ced576-58ed-49e6-9c1e-5cb53ab8bf2a", "work", "teamfieldvalues", team + "teamsettings/{resource}", 1, "2.0", "7.1", s.fieldValues, nil, nil},
		{"c9175577-28a1-4b06-9197-8636af9f64ad", "work", "iterations", team + "teamsettings/{resource}/{id}", 1, "2.0", "7.1", s.iterations, s.oneIteration, nil},
		{"7799f497-3cb5-4f16-ad4f-5cd06012db64", "work", "backlogconfiguration", team + "{resource}", 1, "2.0", "7.1", s.configuration, nil, nil},
		{"a93726f9-7867-4e38-b4f2-0bfafc2f6a94", "work", "backlogs", team + "{resource}/{id}", 1, "4.1", "7.1", s.listBacklogs, s.oneBacklog, nil},
		{"7c468d96-ab1d-4294-a360-92f07e9ccd98", "work", "backlogs", team + "{resource}/{backlogId}/workItems", 1, "4.1", "7.1", s.backlogItems, nil, nil},
		{"23ad19fc-3b8e-4877-8462-b3f92bc06b40", "work", "boards", team + "{resource}/{id}", 1, "2.0", "7.1", s.listBoards, s.oneBoard, nil},
		{"c555d7ff-84e1-47df-9923-a3fe0cd8751b", "work", "columns", team + "boards/{board}/{resource}/{id}", 1, "2.0", "7.1", s.boardColumns, nil, nil},
	}
}

// known are the locations that this flavour has.
func (s *Server) known() []location {
	return slices.DeleteFunc(s.locations(), func(l location) bool { return l.least > s.flavour.most })
}

// describe answers OPTIONS.
func (s *Server) describe(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	for _, l := range s.known() {
		out = append(out, object{"id": l.id, "area": l.area, "resourceName": l.resource, "routeTemplate": l.route, "resourceVersion": l.version,
			"minVersion": l.least, "maxVersion": s.flavour.most, "releasedVersion": s.release(l)})
	}
	list(w, out)
}

// release is the newest version of the API that is not a preview of this resource.
func (s *Server) release(l location) string { return min(l.released, s.flavour.released) }

// routes makes the table a multiplexer. Project and team are taken off the path before.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("OPTIONS /_apis", s.describe)
	for _, l := range s.known() {
		path := l.route[strings.Index(l.route, "_apis"):]
		path = "/" + strings.ToLower(strings.NewReplacer("{area}", l.area, "{resource}", l.resource).Replace(path))
		last := optional.FindString(path)
		path = strings.TrimSuffix(path, last)
		if all, ok := strings.CutPrefix(last, "/{*"); ok { // the rest of the path
			last = "/{" + strings.Replace(all, "}", "...}", 1)
		}
		for _, way := range []struct {
			pattern string
			answer  http.HandlerFunc
		}{{"GET " + path, l.get}, {"GET " + path + last, l.one}, {"POST " + path, l.post}} {
			if way.answer != nil {
				mux.HandleFunc(way.pattern, s.versioned(l, way.answer))
			}
		}
	}
	return mux
}

// optional is the last part of a route that may be missing.
var optional = regexp.MustCompile(`/\{[^}]*\}$`)
