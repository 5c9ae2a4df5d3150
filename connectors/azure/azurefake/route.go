package azurefake

// This file leads a request to its answer: names are matched in any case, project and
// team stand before the route or may be missing, and the version of the API must be one
// that the resource has.

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
)

func (s *Server) route(w http.ResponseWriter, r *http.Request) {
	path := strings.ToLower(r.URL.Path)
	rest, ours := strings.CutPrefix(path, "/"+strings.ToLower(s.options.Base))
	scope, tail, found := strings.Cut(rest, "/_apis")
	if !ours || !found || s.absent(path) {
		w.Header().Set("Content-Type", "text/plain")
		w.WriteHeader(http.StatusNotFound)
		w.Write([]byte("The controller for path '" + r.URL.Path + "' was not found or does not implement IController."))
		return
	}
	r = r.Clone(r.Context())
	r.URL.Path, r.URL.RawPath = "/_apis"+strings.TrimSuffix(tail, "/"), ""
	r.URL.RawQuery = strings.ReplaceAll(r.URL.RawQuery, ";", "%3B") // no separator here: tokens hold it
	parts := strings.Split(strings.Trim(scope, "/"), "/")
	if parts[0] != "" && !s.isProject(parts[0]) {
		s.noProject(w, parts[0])
		return
	}
	if len(parts) > 1 && s.teamNamed(parts[1]) == nil {
		s.noTeam(w, parts[1])
		return
	}
	r.SetPathValue("scope", strings.Join(parts[:min(2, len(parts))], "/"))
	if _, pattern := s.mux.Handler(r); pattern == "" {
		refuse(w, http.StatusNotFound, "VssResourceNotFoundException", "VS800075: The API resource for the location is not registered.")
		return
	}
	s.mux.ServeHTTP(w, r)
}

func (s *Server) isProject(name string) bool {
	return strings.EqualFold(name, s.project.name) || name == guid("project", s.project.name)
}

func (s *Server) noProject(w http.ResponseWriter, name string) {
	refuse(w, http.StatusNotFound, "ProjectDoesNotExistWithNameException", "TF200016: The following project does not exist: "+name+". Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.")
}

func (s *Server) noTeam(w http.ResponseWriter, name string) {
	refuse(w, http.StatusNotFound, "TeamNotFoundException", "The team with id '"+name+"' does not exist.")
}

func (s *Server) teamNamed(name string) *team {
	i := slices.IndexFunc(s.teams, func(t *team) bool { return strings.EqualFold(t.name, name) || t.id() == name })
	if i < 0 {
		return nil
	}
	return s.teams[i]
}

// team is the team a path names; the project's first where it names none.
func (s *Server) team(r *http.Request) *team {
	_, name, found := strings.Cut(r.PathValue("scope"), "/")
	if !found {
		return s.teams[0]
	}
	return s.teamNamed(name)
}

var version = regexp.MustCompile(`api-version=v?(\d+\.\d+)(-preview)?`)

// versioned refuses versions of the API that the resource does not have.
func (s *Server) versioned(l location, answer http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		asked := version.FindStringSubmatch(r.URL.RawQuery + " " + strings.ReplaceAll(r.Header.Get("Accept"), "; ", ";"))
		switch {
		case asked == nil && r.Method == http.MethodPost:
			refuse(w, http.StatusBadRequest, "VssVersionNotSpecifiedException", `No api-version was supplied for the "POST" request. The version must be supplied either as part of the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").`)
		case asked == nil:
			answer(w, r)
		case asked[1] > s.flavour.most:
			refuse(w, http.StatusBadRequest, "VssVersionOutOfRangeException", "The requested REST API version of "+asked[1]+" is out of range for this server. The latest REST API version this server supports is "+s.flavour.most+".")
		case asked[2] == "" && asked[1] > s.release(l):
			refuse(w, http.StatusBadRequest, "VssInvalidPreviewVersionException", `The requested version "`+asked[1]+`" of the resource is under preview. The -preview flag must be supplied in the api-version for such requests. For example: "`+asked[1]+`-preview"`)
		default:
			answer(w, r)
		}
	}
}
