package files

// This file knows the answers that may lie beside the issues: what a thing is shows
// by what it has.

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors/jira"
)

// lists are Jira's lists as far as they were saved.
type lists struct {
	configuration, board jsontext.Value

	fields, statuses, types, priorities, resolutions list

	columns list // fields that tables have, in the shape of a list of fields

	sprints    list // as the board lists them
	more, last bool // pages of that list that say: there is more; this is the last one
	met        list // Sprints in issues

	names map[string]string            // by field id, what histories call it
	ranks map[string]map[string]string // by field id, then by issue id
}

// list is a list whose parts may lie in several files: by id, in the order they came.
type list struct {
	ids   map[string]int
	items []jsontext.Value
	names map[string][]jsontext.Value // made when first asked for; add forgets it
}

func (l *list) add(id string, v jsontext.Value) {
	l.names = nil
	if l.ids == nil {
		l.ids = map[string]int{}
	}
	if at, ok := l.ids[id]; ok {
		l.items[at] = v
		return
	}
	l.ids[id] = len(l.items)
	l.items = append(l.items, v)
}

// value is the list as one answer; nothing for an empty one.
func (l *list) value() jsontext.Value {
	if len(l.items) == 0 {
		return nil
	}
	out, err := json.Marshal(l.items, lenient)
	if err != nil {
		return nil
	}
	return out
}

// named is the entry of that name, as the list has it; where no entry or several have
// it, one that is known by its name alone.
func (l *list) named(name string) jsontext.Value {
	if l.names == nil {
		l.names = map[string][]jsontext.Value{}
		for _, raw := range l.items {
			var entry struct {
				Name         string `json:"name"`
				Untranslated string `json:"untranslatedName"`
			}
			if json.Unmarshal(raw, &entry, lenient) != nil {
				continue
			}
			l.names[entry.Name] = append(l.names[entry.Name], raw)
			if other := entry.Untranslated; other != "" && other != entry.Name {
				l.names[other] = append(l.names[other], raw)
			}
		}
	}
	if same := l.names[name]; len(same) == 1 {
		return same[0]
	}
	return bare(name)
}

// bare is a thing that is known by its name alone.
func bare(name string) jsontext.Value {
	raw, err := json.Marshal(map[string]string{"id": name, "name": name}, lenient, json.Deterministic(true))
	if err != nil {
		return jsontext.Value(`{}`)
	}
	return raw
}

func newLists() lists {
	return lists{names: map[string]string{}, ranks: map[string]map[string]string{}}
}

// learn keeps what the items tell about their fields and Sprints, the newest last.
func (l *lists) learn(items []*copied) {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b *copied) int { return a.Updated.Compare(b.Updated) })
	for _, is := range items {
		maps.Copy(l.names, is.Names)
		for field, rank := range is.Ranks {
			if l.ranks[field] == nil {
				l.ranks[field] = map[string]string{}
			}
			l.ranks[field][is.ID] = rank
		}
		for _, s := range is.Sprints {
			l.met.add(idOf(s), s)
		}
	}
}

// object sorts an object at the top of a file that is no page of issues.
func (c *collection) object(o map[string]jsontext.Value, name string) {
	raw, err := json.Marshal(o, lenient, json.Deterministic(true))
	if err != nil {
		c.unknown.add(name)
		return
	}
	switch {
	case kind(o["values"]) == '[':
		c.values(o, name)
	case kind(o["columnConfig"]) == '{':
		c.keep(&c.lists.configuration, "configuration", raw, name)
	case kind(o["location"]) == '{' && o["type"] != nil:
		c.keep(&c.lists.board, "board", raw, name)
	case o["baseUrl"] != nil && o["deploymentType"] != nil:
		// What the site says about itself is told by its issues too.
	default:
		c.element(raw, name)
	}
}

// keep takes a thing that there is one of.
func (c *collection) keep(into *jsontext.Value, what string, raw jsontext.Value, name string) {
	if jira.Check(what, raw) != nil {
		c.unknown.add(name + " (a " + what + " of another shape)")
		return
	}
	*into = raw
}

// values takes a page of one of the lists that come in pages.
func (c *collection) values(o map[string]jsontext.Value, name string) {
	var page struct {
		Values []jsontext.Value `json:"values"`
		IsLast *bool            `json:"isLast"`
	}
	raw, err := json.Marshal(o, lenient)
	if err != nil || json.Unmarshal(raw, &page, lenient) != nil {
		c.unknown.add(name)
		return
	}
	before := len(c.lists.sprints.items)
	for _, v := range page.Values {
		c.element(v, name)
	}
	if len(c.lists.sprints.items) > before && page.IsLast != nil {
		c.lists.last = c.lists.last || *page.IsLast
		c.lists.more = c.lists.more || !*page.IsLast
	}
}

// element sorts one thing: an issue, or an entry of a list.
func (c *collection) element(raw jsontext.Value, name string) {
	var o map[string]jsontext.Value
	if raw.Kind() != '{' || json.Unmarshal(raw, &o, lenient) != nil {
		c.unknown.add(name)
		return
	}
	var self string
	_ = json.Unmarshal(o["self"], &self, lenient) // not every thing tells its address
	id := idOf(raw)
	switch {
	case kind(o["fields"]) == '{' && (o["key"] != nil || o["id"] != nil):
		c.issue(raw, name)
	case id == "":
		c.unknown.add(name)
	case o["statusCategory"] != nil:
		c.listed(&c.lists.statuses, "status", id, raw, name)
	case o["state"] != nil && o["name"] != nil:
		c.listed(&c.lists.sprints, "sprint", id, raw, name)
	case o["schema"] != nil || o["clauseNames"] != nil:
		c.listed(&c.lists.fields, "field", id, raw, name)
	case o["subtask"] != nil:
		c.listed(&c.lists.types, "type", id, raw, name)
	case strings.Contains(self, "/priority/"):
		c.listed(&c.lists.priorities, "priority", id, raw, name)
	case strings.Contains(self, "/resolution/"):
		c.listed(&c.lists.resolutions, "resolution", id, raw, name)
	default:
		c.unknown.add(name)
	}
}

// listed takes an entry of a list.
func (c *collection) listed(into *list, what, id string, raw jsontext.Value, name string) {
	if jira.Check(what, raw) != nil {
		c.unknown.add(name + " (a " + what + " of another shape)")
		return
	}
	into.add(id, raw)
}

func kind(v jsontext.Value) jsontext.Kind {
	if len(v) == 0 {
		return 0
	}
	return v.Kind()
}

// idOf is a thing's id, be it written as a number or as a text.
func idOf(raw jsontext.Value) string {
	var thing struct {
		ID jsontext.Value `json:"id"`
	}
	if json.Unmarshal(raw, &thing, lenient) != nil || len(thing.ID) == 0 || thing.ID.Kind() == 'n' {
		return ""
	}
	return strings.Trim(string(thing.ID), `"`)
}
