package files

// This file completes what the files do not say: which fields are which, where the
// list of fields is missing; the Sprints, where the board's list is; and the order of
// the backlog, which is written in the items themselves.

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors/jira"
)

// types are the types that fields have by the English names that histories use.
var types = map[string]string{
	"sprint": jira.SprintType, "rank": jira.RankType, "epic link": jira.EpicLinkType, "parent link": jira.ParentLinkType,
	"story points": jira.EstimateType, "story point estimate": jira.EstimateType, "flagged": jira.CheckboxType, "impediment": jira.CheckboxType,
}

// fields is the list of fields: as saved, else as far as the items tell; and the
// columns of tables.
func (c *collection) fields() jsontext.Value {
	var all list
	for _, f := range c.lists.fields.items {
		all.add(idOf(f), f)
	}
	if len(all.items) == 0 {
		names := maps.Clone(c.lists.names)
		for field := range c.lists.ranks {
			names[field] = "Rank"
		}
		if slices.ContainsFunc(slices.Collect(maps.Keys(names)), func(id string) bool { return strings.HasPrefix(id, customField) && names[id] == "Sprint" }) {
			maps.DeleteFunc(names, func(id, name string) bool { return name == "Sprint" && !strings.HasPrefix(id, customField) }) // the same again
		}
		for _, id := range slices.Sorted(maps.Keys(names)) {
			kind := cmp.Or(types[strings.ToLower(names[id])], writtenType)
			all.add(id, fieldOf(id, names[id], kind))
		}
		c.warn(slices.ContainsFunc(c.order, func(is *copied) bool { return !is.table }),
			"The list of fields is not in the files: estimates, parents and acceptance criteria may be there and not be found.")
	}
	for _, f := range c.lists.columns.items {
		all.add(idOf(f), f)
	}
	return all.value()
}

// writtenType is for fields of whose type nothing is known: those of goals and
// criteria are then found by their names.
const writtenType = "saved:text"

func fieldOf(id, name, kind string) jsontext.Value {
	schema := map[string]string{"type": "string", "custom": kind}
	if !strings.HasPrefix(id, "customfield_") && kind == writtenType {
		schema = map[string]string{"type": "string", "system": id}
	}
	raw, err := json.Marshal(map[string]any{"id": id, "name": name, "schema": schema}, lenient, json.Deterministic(true))
	if err != nil {
		return nil
	}
	return raw
}

// sprints are those that the board lists. Without its whole list, those that items
// are in stand for it.
func (c *collection) sprints(s *jira.Saved) {
	l := &c.lists
	partial := l.more && !l.last
	s.Sprints = l.sprints.items
	if len(s.Sprints) > 0 && !partial {
		return
	}
	c.warn(partial, "The board's list of Sprints is not whole in the files.")
	goals, dated := len(s.Sprints) > 0, 0
	for _, one := range l.met.items {
		var told map[string]jsontext.Value
		if json.Unmarshal(one, &told, lenient) != nil {
			continue
		}
		if _, listed := l.sprints.ids[idOf(one)]; !listed {
			s.Sprints = append(s.Sprints, one)
		}
		goals = goals || told["goal"] != nil
		if told["startDate"] != nil {
			dated++
		}
	}
	if len(l.met.items) == 0 || c.kanban() {
		return
	}
	c.warn(!partial, "The board's list of Sprints is not in the files: only those are known that items are in.")
	c.warn(dated == 0 && len(l.sprints.items) == 0, "Sprints are known by name only: neither their dates nor their goals are in the files.")
	if !goals {
		s.Missing |= backlog.SprintGoals
	}
}

// kanban reports whether the board's configuration says that it has no Sprints.
func (c *collection) kanban() bool {
	var told struct {
		Type string `json:"type"`
	}
	return len(c.lists.configuration) > 0 && json.Unmarshal(c.lists.configuration, &told, lenient) == nil && told.Type == "kanban"
}

// board is what is known of the board. Items in Sprints make it one that has them.
func (c *collection) board(s *jira.Saved, name string) {
	if s.Board = c.lists.board; s.Board != nil {
		return
	}
	var told struct {
		ID   jsontext.Value `json:"id"`
		Name string         `json:"name"`
		Type string         `json:"type"`
	}
	if s.Configuration != nil {
		_ = json.Unmarshal(s.Configuration, &told, lenient) // its own shape was seen before
	}
	if told.Type == "" && len(s.Sprints) > 0 {
		told.Type = "scrum"
	}
	board := map[string]any{"name": cmp.Or(told.Name, name), "type": told.Type}
	if told.ID != nil {
		board["id"] = told.ID
	}
	s.Board, _ = json.Marshal(board, lenient, json.Deterministic(true))
}

// backlog is the order of the items by their rank, if exactly one field holds it.
func (c *collection) backlog(s *jira.Saved) {
	if len(c.lists.ranks) != 1 {
		s.Missing |= backlog.CurrentOrder
		return
	}
	for _, ranks := range c.lists.ranks {
		s.Order = slices.SortedFunc(maps.Keys(ranks), func(a, b string) int {
			return cmp.Or(strings.Compare(ranks[a], ranks[b]), strings.Compare(a, b))
		})
	}
}
