package azure

// This file finds out who is who. The same person comes as an object with an id, as a
// name with an address, and as a name alone.

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// recognise gives every identity its person: first those with ids, then the others by
// what they have in common with them. The order in which they came decides nothing.
func (r *reader) recognise() {
	all := slices.SortedFunc(maps.Values(r.whos), func(a, b *who) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Descriptor, b.Descriptor), cmp.Compare(a.UniqueName, b.UniqueName), cmp.Compare(a.DisplayName, b.DisplayName))
	})
	known := map[string]*backlog.Person{} // by id, descriptor or unique name; nil for two of them
	named := map[string]*backlog.Person{} // by display name; nil for two of them
	note := func(in map[string]*backlog.Person, key string, p *backlog.Person) {
		if old, ok := in[key]; ok && old != p {
			p = nil
		}
		if key != "" {
			in[key] = p
		}
	}
	settle := func(w *who, p *backlog.Person) {
		w.person = p
		w.describe(p)
		note(known, w.ID, p)
		note(known, strings.ToLower(w.Descriptor), p)
		note(known, strings.ToLower(w.UniqueName), p)
		note(named, strings.ToLower(w.DisplayName), p)
	}
	for _, w := range all {
		if w.ID == nobody {
			w.ID = ""
		}
		if w.ID != "" {
			settle(w, cmp.Or(known[w.ID], &backlog.Person{ID: w.ID}))
		}
	}
	for _, w := range all {
		if w.ID != "" {
			continue
		}
		p := cmp.Or(known[strings.ToLower(w.Descriptor)], known[strings.ToLower(w.UniqueName)])
		if p == nil && w.UniqueName == "" && w.Descriptor == "" {
			p = named[strings.ToLower(w.DisplayName)]
		}
		if p == nil {
			p = &backlog.Person{ID: strings.ToLower(cmp.Or(w.Descriptor, w.UniqueName, w.DisplayName))}
		}
		settle(w, p)
	}
}

// nobody is the id of no account.
const nobody = "00000000-0000-0000-0000-000000000000"

// describe fills in what the identity tells of the person.
func (w *who) describe(p *backlog.Person) {
	p.Name = cmp.Or(p.Name, w.DisplayName)
	if strings.Contains(w.UniqueName, "@") {
		p.Mail = cmp.Or(p.Mail, w.UniqueName)
	} else {
		p.Login = cmp.Or(p.Login, w.UniqueName)
	}
	kind, _, _ := strings.Cut(w.Descriptor, ".")
	p.App = p.App || kind == "svc" || kind == "s2s" || kind == "aadsp" || strings.HasPrefix(w.DisplayName, "Microsoft.") ||
		strings.HasPrefix(w.UniqueName, `Build\`) || strings.Contains(w.DisplayName, "Build Service (")
}

// person is who it is, and one of the people from now on; nil for nobody.
func (r *reader) person(w *who) *backlog.Person {
	if w == nil {
		return nil
	}
	if !r.seen[w.person] {
		r.seen[w.person] = true
		r.snap.People = append(r.snap.People, w.person)
	}
	return w.person
}
