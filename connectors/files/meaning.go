package files

// This file holds the words of exports that have no ids: what a status means, what a
// type is, and which priority comes before which.

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// categoryWords are Jira's own three categories by the names that exports show.
var categoryWords = map[string][]string{
	"new":           {"to do", "new", "zu erledigen", "neu"},
	"indeterminate": {"in progress", "in arbeit", "in bearbeitung"},
	"done":          {"done", "complete", "completed", "fertig", "erledigt", "abgeschlossen"},
}

// statusWords are the plainest names of statuses, for exports without categories.
var statusWords = map[string][]string{
	"new":           {"to do", "open", "backlog", "new", "reopened", "selected for development", "zu erledigen", "offen", "neu", "erneut geöffnet", "wieder geöffnet"},
	"indeterminate": {"in progress", "in review", "in arbeit", "in bearbeitung", "wird ausgeführt", "in prüfung"},
	"done":          {"done", "closed", "resolved", "fertig", "erledigt", "geschlossen", "gelöst", "abgeschlossen"},
}

func category(words map[string][]string, name string) string {
	for _, key := range []string{"new", "indeterminate", "done"} {
		if slices.Contains(words[key], strings.ToLower(name)) {
			return key
		}
	}
	return ""
}

// meanings tells for every status of the table what it means: by the category beside
// it, by its name, or because every item in it is resolved. What none of these tells is
// not known.
func (t *translator) meanings() map[string]string {
	means := map[string]string{}
	all, resolved := map[string]int{}, map[string]int{}
	for _, r := range t.rows {
		name := r.cell(t.columns.at["status"])
		if word := category(categoryWords, r.cell(t.columns.at["category"])); word != "" {
			means[name] = word
		}
		all[name]++
		if r.cell(t.columns.at["resolved"]) != "" {
			resolved[name]++
		}
	}
	for name := range all {
		means[name] = cmp.Or(means[name], category(statusWords, name))
		if means[name] == "" && all[name] == resolved[name] {
			means[name] = "done"
		}
	}
	return means
}

// status is a status: as the saved list has it, else by the table itself.
func (t *translator) status(name string) any {
	if known := t.c.lists.statuses.named(name); !bytes.Equal(known, bare(name)) {
		return known
	}
	out := object{"id": name, "name": name}
	if key := t.statuses[name]; key != "" {
		out["statusCategory"] = object{"key": key}
	} else if !slices.Contains(t.c.doubtful, name) {
		t.c.doubtful = append(t.c.doubtful, name)
	}
	return out
}

// Types that are parts of an item, and those above items, by name.
var (
	partTypes    = []string{"sub-task", "subtask", "unteraufgabe", "teilaufgabe", "sub-aufgabe"}
	featureTypes = []string{"epic", "initiative", "epos"}

	azureParts    = []string{"task", "aufgabe"}
	azureFeatures = []string{"epic", "feature", "initiative", "funktion"}
)

func (t *translator) kind(name string) any {
	if known := t.c.lists.types.named(name); !bytes.Equal(known, bare(name)) {
		return known
	}
	out, lower := object{"id": name, "name": name}, strings.ToLower(name)
	parts, features := partTypes, featureTypes
	if t.columns.azure {
		parts, features = azureParts, azureFeatures
	}
	switch {
	case slices.Contains(parts, lower):
		out["subtask"], out["hierarchyLevel"] = true, -1
	case slices.Contains(features, lower):
		out["hierarchyLevel"] = 1
	}
	return out
}

// unresolved reports whether a resolution says that there is none.
func unresolved(name string) bool {
	return slices.Contains([]string{"unresolved", "nicht erledigt", "nicht gelöst", "offen"}, strings.ToLower(name))
}

// nobody reports whether a name says that there is none.
func nobody(name string) bool {
	return slices.Contains([]string{"unassigned", "nicht zugewiesen", "anonymous", "anonym"}, strings.ToLower(name))
}

// priorityWords are the names of priorities that Jira ships, the highest first, and the
// numbers of Azure Boards; those in one line mean the same.
var priorityWords = [][]string{
	{"blocker", "highest", "höchste", "blockierend", "1"},
	{"critical", "kritisch", "2"},
	{"high", "hoch", "major", "schwerwiegend", "schwer", "3"},
	{"medium", "mittel", "normal", "4"},
	{"low", "niedrig", "minor", "gering"},
	{"lowest", "niedrigste", "trivial"},
}

func priorityRank(name string) int {
	return slices.IndexFunc(priorityWords, func(words []string) bool { return slices.Contains(words, strings.ToLower(name)) })
}

// priority is a priority, as the saved list has it or by its name.
func (c *collection) priority(name string) jsontext.Value {
	if !slices.Contains(c.named, name) {
		c.named = append(c.named, name)
	}
	return c.lists.priorities.named(name)
}

// rankPriorities makes the list of priorities out of those that tables name, if none
// was saved.
func (c *collection) rankPriorities() {
	if len(c.lists.priorities.items) > 0 {
		return
	}
	place := func(name string) int {
		if rank := priorityRank(name); rank >= 0 {
			return rank
		}
		return len(priorityWords)
	}
	slices.SortFunc(c.named, func(a, b string) int { return cmp.Or(place(a)-place(b), strings.Compare(a, b)) })
	for _, name := range c.named {
		c.warn(priorityRank(name) < 0, "How high the priority %q is, the files do not tell: it is taken for the lowest.", name)
		c.lists.priorities.add(name, bare(name))
	}
}
