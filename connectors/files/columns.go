package files

// This file knows what the columns of an export are called: Jira writes the field's
// name in the reader's language, and its own kind of name around custom fields.

import (
	"slices"
	"strings"
)

// columns are the places of what a table has. A field with several values takes
// several columns of one name.
type columns struct {
	at        map[string][]int // by what they are
	custom    []customColumn
	links     []linkColumn
	known     int // how many are understood
	n         int
	separator rune
	azure     bool // of Azure Boards
}

type customColumn struct {
	name string
	at   []int
}

type linkColumn struct {
	kind    string
	outward bool
	at      int
}

// called are the columns' names in lower case: in English, of Cloud and of Data
// Center, and in German.
var called = map[string][]string{
	"key":        {"issue key", "key", "work item key", "vorgangsschlüssel", "schlüssel"},
	"id":         {"issue id", "work item id", "vorgangs-id", "vorgangs id", "vorgang-id", "vorgang id"},
	"type":       {"issue type", "work type", "work item type", "issuetype", "vorgangstyp", "typ", "type"},
	"summary":    {"summary", "zusammenfassung"},
	"details":    {"description", "beschreibung"},
	"status":     {"status"},
	"category":   {"status category", "statuskategorie"},
	"changed":    {"status category changed", "statuskategorie geändert", "änderung der statuskategorie"},
	"resolution": {"resolution", "lösung"},
	"resolved":   {"resolved", "resolution date", "erledigt", "gelöst", "behoben", "erledigt am", "lösungsdatum"},
	"created":    {"created", "erstellt", "erstellt am"},
	"updated":    {"updated", "aktualisiert", "geändert"},
	"priority":   {"priority", "priorität"},
	"assignee":   {"assignee", "zugewiesene person", "bearbeiter", "zugewiesen an", "zuständige person"},
	"assigneeid": {"assignee id", "zugewiesene person id", "id der zugewiesenen person", "bearbeiter id"},
	"reporter":   {"reporter", "autor", "melder", "berichterstatter", "berichtet von"},
	"reporterid": {"reporter id", "autor id", "melder id", "berichterstatter id"},
	"creator":    {"creator", "ersteller"},
	"creatorid":  {"creator id", "ersteller id"},
	"labels":     {"labels", "stichwörter", "beschriftungen", "etiketten"},
	"sprint":     {"sprint", "sprints"},
	"comment":    {"comment", "comments", "kommentar", "kommentare"},
	"parent":     {"parent", "parent id", "übergeordnet", "übergeordnete id", "übergeordneter vorgang", "id des übergeordneten vorgangs"},
	"parentkey":  {"parent key", "übergeordneter schlüssel", "schlüssel des übergeordneten vorgangs"},
}

// needed are the columns without which a row is no item.
var needed = []struct{ what, words string }{
	{"key", "the key"}, {"summary", "the summary"}, {"type", "the issue type"}, {"status", "the status"}, {"created", "the date of creation"},
}

// around are the words around the name of a custom field.
var around = []string{"custom field (", "benutzerdefinierte felder (", "benutzerdefiniertes feld ("}

// Words around the kind of a link.
var (
	outwardLinks = []string{"outward issue link (", "outward work item link (", "ausgehende vorgangsverknüpfung (", "ausgehender vorgangslink ("}
	inwardLinks  = []string{"inward issue link (", "inward work item link (", "eingehende vorgangsverknüpfung (", "eingehender vorgangslink ("}
)

func columnsOf(header []string) columns {
	c := columns{at: map[string][]int{}, n: len(header)}
	for i, cell := range header {
		name := strings.Join(strings.Fields(strings.Trim(cell, "\ufeff \"")), " ")
		lower := strings.ToLower(name)
		if what := whatIs(lower); what != "" {
			c.at[what] = append(c.at[what], i)
			c.known++
		} else if kind, ok := inside(name, lower, outwardLinks); ok {
			c.links = append(c.links, linkColumn{kind, true, i})
			c.known++
		} else if kind, ok := inside(name, lower, inwardLinks); ok {
			c.links = append(c.links, linkColumn{kind, false, i})
			c.known++
		} else if field, ok := inside(name, lower, around); ok {
			c.addCustom(field, i)
			c.known++
		}
	}
	return c
}

func whatIs(lower string) string {
	for what, names := range called {
		if slices.Contains(names, lower) {
			return what
		}
	}
	return ""
}

// inside is what stands between the words and the closing bracket.
func inside(name, lower string, words []string) (string, bool) {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(lower, w); ok && strings.HasSuffix(rest, ")") && len(lower) == len(name) {
			return strings.TrimSpace(name[len(w) : len(name)-1]), true
		}
	}
	return "", false
}

func (c *columns) addCustom(field string, i int) {
	for n := range c.custom {
		if c.custom[n].name == field {
			c.custom[n].at = append(c.custom[n].at, i)
			return
		}
	}
	c.custom = append(c.custom, customColumn{field, []int{i}})
}

// lacking says which columns are missed; "" if none is.
func (c columns) lacking() string {
	var missing []string
	for _, n := range needed {
		if len(c.at[n.what]) == 0 {
			missing = append(missing, n.words)
		}
	}
	return strings.Join(missing, ", ")
}
