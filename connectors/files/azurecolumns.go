package files

// This file knows what the columns of a query's export from Azure Boards are called:
// the fields' names, in English wherever the names were not translated, or in German.

import (
	"regexp"
	"slices"
	"strings"
)

// azureCalled are the columns' names in lower case, by what they are in an export of
// Jira, whose words the rest of the package knows.
var azureCalled = map[string][]string{
	"key":      {"id"},
	"type":     {"work item type", "arbeitselementtyp", "arbeitsaufgabentyp"},
	"summary":  {"title", "titel"},
	"details":  {"description", "beschreibung"},
	"status":   {"state", "status", "zustand"},
	"reason":   {"reason", "grund", "ursache"},
	"assignee": {"assigned to", "zugewiesen zu", "zugewiesen an"},
	"creator":  {"created by", "erstellt von"},
	"created":  {"created date", "erstellungsdatum", "erstellt am"},
	"updated":  {"changed date", "änderungsdatum", "geändert am"},
	"resolved": {"closed date", "schließdatum", "geschlossen am", "abschlussdatum"},
	"changed":  {"state change date", "datum der zustandsänderung", "datum der statusänderung"},
	"priority": {"priority", "priorität"},
	"labels":   {"tags", "markierungen"},
	"sprint":   {"iteration path", "iterationspfad"},
	"parent":   {"parent", "übergeordnet", "übergeordnetes element"},
}

// azureCustom are fields that Jira has as fields of the team's own.
var azureCustom = map[string][]string{
	"Story Points":        {"story points", "effort", "size", "aufwand", "größe"},
	"Rank":                {"backlog priority", "stack rank", "backlogpriorität", "stapelrang"},
	"Acceptance Criteria": {"acceptance criteria", "akzeptanzkriterien"},
}

// nestedTitle is a column of titles in the export of a tree: each level has its own.
var nestedTitle = regexp.MustCompile(`^(?:title|titel) (\d+)$`)

// azureColumnsOf understands a header as that of a query. Every column that is not known
// is a field of the team's own.
func azureColumnsOf(header []string) columns {
	c := columns{at: map[string][]int{}, n: len(header), azure: true}
	for i, cell := range header {
		name := strings.Join(strings.Fields(strings.Trim(cell, "\ufeff \"")), " ")
		lower := strings.ToLower(name)
		what, own := wordFor(azureCalled, lower), wordFor(azureCustom, lower)
		switch {
		case what != "":
			c.at[what] = append(c.at[what], i)
			c.known++
		case nestedTitle.MatchString(lower):
			c.at["summary"] = append(c.at["summary"], i)
			c.known++
		case own != "":
			c.addCustom(own, i)
			c.known++
		case name != "":
			c.addCustom(name, i)
		}
	}
	c.at["id"], c.at["reporter"] = c.at["key"], c.at["creator"]
	return c
}

func wordFor(words map[string][]string, lower string) string {
	for what, names := range words {
		if slices.Contains(names, lower) {
			return what
		}
	}
	return ""
}

// bestColumns understands a header as that of the tracker whose words it has.
func bestColumns(header []string) columns {
	jira, azure := columnsOf(header), azureColumnsOf(header)
	if azure.known > jira.known && len(azure.at["key"]) > 0 || jira.lacking() != "" && azure.lacking() == "" {
		return azure
	}
	return jira
}
