package files

// This file makes issues of a table's rows, in the shape of Jira's own answers: what
// an export has no ids for is known by its name.

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors/jira"
)

type object = map[string]any

// translator makes the issues of one table.
type translator struct {
	*table
	c        *collection
	said     order // of the dates in comments, which a spreadsheet leaves as they are
	deaf     bool  // the order of those cannot be known
	statuses map[string]string
	keys     map[string]string // by id
}

// items adds the table's items to the collection.
func (t *table) items(c *collection) {
	tr := &translator{table: t, c: c, keys: map[string]string{}}
	tr.hear()
	tr.statuses = tr.meanings()
	for _, r := range t.rows {
		if id := r.cell(t.columns.at["id"]); id != "" {
			tr.keys[id] = r.cell(t.columns.at["key"])
		}
	}
	for _, r := range t.rows {
		if err := tr.item(r); err != nil {
			c.broken.add(fmt.Sprintf("%s:%d (%v)", t.name, r.line, err))
		}
	}
	t.describe(c)
}

// describe says which fields the table has.
func (t *table) describe(c *collection) {
	if t.columns.at["sprint"] != nil {
		c.lists.columns.add(sprintColumn, fieldOf(sprintColumn, "Sprint", jira.SprintType))
	}
	for _, f := range t.columns.custom {
		c.lists.columns.add(f.name, fieldOf(customField+f.name, f.name, cmp.Or(types[strings.ToLower(f.name)], writtenType)))
	}
	cutOff := 0
	for _, r := range t.rows {
		for _, v := range r.cells {
			if len(v) >= cellCut && utf8.RuneCountInString(v) >= cellCut {
				cutOff++
			}
		}
	}
	c.warn(cutOff > 0, "%s has texts of %d characters, where spreadsheets cut off: %d.", t.name, cellCut, cutOff)
}

// customField is what the ids of custom fields begin with. In a table, the name of
// the column takes the place of the number.
const (
	customField  = "customfield_"
	sprintColumn = customField + "Sprint"
)

// nested reports whether the table tells what is above an item.
func (t *table) nested() bool {
	if t.columns.azure && t.columns.at["parent"] == nil {
		return len(t.columns.at["summary"]) > 1
	}
	return t.columns.at["parent"] != nil || t.columns.at["parentkey"] != nil ||
		slices.ContainsFunc(t.columns.custom, func(f customColumn) bool { return strings.EqualFold(f.name, "epic link") })
}

func (t *translator) item(r row) error {
	get := func(what string) string { return r.cell(t.columns.at[what]) }
	key := get("key")
	id := get("id")
	if id == "" {
		id = key
	}
	fields := object{"summary": get("summary"), "description": get("details"), "issuetype": t.kind(get("type")), "status": t.status(get("status")),
		"labels": r.cellsOf(t.columns.at["labels"])}
	for what, into := range map[string]string{"created": "created", "updated": "updated", "resolved": "resolutiondate", "changed": "statuscategorychangedate"} {
		written := get(what)
		if written == "" {
			continue
		}
		at := moment(written, t.dates)
		if at == "" {
			return fmt.Errorf("%.40q is no date", written)
		}
		fields[into] = at
	}
	if name := get("priority"); name != "" {
		fields["priority"] = t.c.priority(name)
	}
	if name := get("resolution"); name != "" && !unresolved(name) {
		fields["resolution"] = t.c.lists.resolutions.named(name)
	}
	for _, who := range []string{"assignee", "reporter", "creator"} {
		if name := get(who); name != "" && !nobody(name) {
			fields[who] = person(get(who+"id"), name)
		}
	}
	t.parent(get, fields)
	t.customs(r, fields)
	t.links(r, fields)
	t.comments(r, key, fields)
	raw, err := json.Marshal(object{"id": id, "key": key, "fields": fields}, lenient, json.Deterministic(true))
	if err != nil {
		return err
	}
	is, err := jira.OpenIssue(raw, t.c.now)
	if err != nil {
		return err
	}
	t.c.add(&copied{SavedIssue: is, table: true})
	return nil
}

func person(id, name string) object {
	if id == "" {
		id = name
	}
	return object{"accountId": id, "displayName": name}
}

// parent takes what is above, by key where the row or another one tells it.
func (t *translator) parent(get func(string) string, fields object) {
	key := get("parentkey")
	if above := get("parent"); key == "" && above != "" {
		if key = t.keys[above]; key == "" {
			key = above
		}
	}
	if key != "" {
		fields["parent"] = object{"key": key}
	}
}

// customs takes the team's own fields.
func (t *translator) customs(r row, fields object) {
	if names := r.cellsOf(t.columns.at["sprint"]); names != nil {
		var sprints []jsontext.Value
		for _, name := range names {
			s := t.c.lists.sprints.named(name)
			t.c.lists.met.add(idOf(s), s)
			sprints = append(sprints, s)
		}
		fields[sprintColumn] = sprints
	}
	for _, f := range t.columns.custom {
		values := r.cellsOf(f.at)
		if len(values) == 0 {
			continue
		}
		id := customField + f.name
		switch kind := types[strings.ToLower(f.name)]; {
		case kind == jira.EstimateType:
			if n, ok := number(values[0]); ok {
				fields[id] = n
			}
		case kind == jira.EpicLinkType, kind == jira.ParentLinkType, kind == jira.RankType, len(values) == 1 && kind == "":
			fields[id] = values[0]
		default:
			fields[id] = values
		}
	}
}

// number reads 3, 3.0 and 3,0.
func number(text string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return n, err == nil && n >= 0 && n < 1e6
}

func (t *translator) links(r row, fields object) {
	if len(t.columns.links) == 0 {
		return
	}
	links := []object{}
	for _, l := range t.columns.links {
		other := r.cell([]int{l.at})
		if other == "" {
			continue
		}
		link := object{"type": object{"name": l.kind}}
		if l.outward {
			link["outwardIssue"] = object{"key": other}
		} else {
			link["inwardIssue"] = object{"key": other}
		}
		links = append(links, link)
	}
	fields["issuelinks"] = links
}
