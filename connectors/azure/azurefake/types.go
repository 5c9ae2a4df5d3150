package azurefake

// This file answers for types of work items, their states and their fields.

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func (s *Server) fieldNamed(ref string) field {
	i := slices.IndexFunc(s.fields, func(f field) bool { return f.ref == ref })
	return s.fields[i]
}

func (s *Server) fieldRef(r *http.Request, f field) object {
	return object{"referenceName": f.ref, "name": fieldName(f), "url": s.site(r.Host) + "/_apis/wit/fields/" + f.ref}
}

func fieldName(f field) string {
	if f.name != "" {
		return f.name
	}
	return f.ref[strings.LastIndex(f.ref, ".")+1:]
}

func (s *Server) listFields(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	for _, f := range s.fields {
		one := s.fieldRef(r, f)
		one["type"], one["isIdentity"], one["readOnly"], one["usage"] = f.kind, f.kind == "identity", false, "workItem"
		if f.kind == "identity" {
			one["type"] = "string"
		}
		out = append(out, one)
	}
	list(w, out)
}

func (s *Server) typeJSON(r *http.Request, name string) object {
	states := []object{}
	for _, st := range s.words.mapped() {
		states = append(states, object{"name": st.name, "color": "b2b2b2", "category": st.category})
	}
	out := s.typeRef(r, name)
	out["referenceName"] = "Microsoft.VSTS.WorkItemTypes." + strings.ReplaceAll(name, " ", "")
	if s.words.keep && name != s.words.bug {
		out["referenceName"] = strings.ReplaceAll(s.words.name, " ", "") + "." + strings.ReplaceAll(name, " ", "")
	}
	out["description"], out["color"], out["isDisabled"], out["states"] = "", "009CCC", false, states
	return out
}

func (s *Server) listTypes(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	for _, k := range s.words.kinds {
		out = append(out, s.typeJSON(r, k.name))
	}
	list(w, out)
}

// typeOf finds the type that a path names; a refusal otherwise.
func (s *Server) typeOf(w http.ResponseWriter, r *http.Request) (string, bool) {
	for _, k := range s.words.kinds {
		if strings.EqualFold(k.name, r.PathValue("type")) {
			return k.name, true
		}
	}
	refuse(w, http.StatusNotFound, "WorkItemTypeNotFoundException", "VS402323: Work item type "+r.PathValue("type")+" does not exist in project "+s.project.name+".")
	return "", false
}

func (s *Server) oneType(w http.ResponseWriter, r *http.Request) {
	if name, ok := s.typeOf(w, r); ok {
		reply(w, s.typeJSON(r, name))
	}
}

func (s *Server) typeStates(w http.ResponseWriter, r *http.Request) {
	if name, ok := s.typeOf(w, r); ok {
		list(w, s.typeJSON(r, name)["states"].([]object))
	}
}

func (s *Server) typeFields(w http.ResponseWriter, r *http.Request) {
	if _, ok := s.typeOf(w, r); !ok {
		return
	}
	out := []object{}
	for _, f := range s.fields {
		one := s.fieldRef(r, f)
		one["alwaysRequired"] = f.ref == "System.Title"
		out = append(out, one)
	}
	list(w, out)
}

// categories groups the types; the one that tells bugs is not a level of backlogs.
func (s *Server) categories(w http.ResponseWriter, r *http.Request) {
	out := []object{}
	add := func(ref, title string, names []string) {
		types := []object{}
		for _, name := range names {
			types = append(types, s.typeRef(r, name))
		}
		if len(types) > 0 {
			out = append(out, object{"name": title, "referenceName": ref, "defaultWorkItemType": types[0], "workItemTypes": types})
		}
	}
	for _, l := range s.levels() {
		names := s.words.named(l.of)
		if l.of == backlog.BacklogLevel { // bugs are in it by the team's setting only
			names = slices.DeleteFunc(names, func(name string) bool { return name == s.words.bug && name != s.words.requirement })
		}
		add(l.id, l.title, names)
	}
	if slices.ContainsFunc(s.words.kinds, func(k kind) bool { return k.name == s.words.bug }) && s.words.bug != s.words.requirement {
		add("Microsoft.BugCategory", "Bug Category", []string{s.words.bug})
	}
	list(w, out)
}
