package files

// This file makes the rows of a query's export such as Jira would have exported them.
// What Azure writes into one cell takes several, at the end of the row.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/connectors/azure"
)

// azureStates are the states of Microsoft's processes, by what they mean. Resolved is
// not done: somebody has yet to look.
var azureStates = map[string][]string{
	"To Do":       {"new", "approved", "proposed", "to do", "neu", "genehmigt", "vorgeschlagen", "zu erledigen"},
	"In Progress": {"active", "committed", "doing", "in progress", "resolved", "aktiv", "in bearbeitung", "gelöst"},
	"Done":        {"done", "closed", "completed", "removed", "fertig", "erledigt", "geschlossen", "abgeschlossen", "entfernt"},
}

// unplanned are types that are on no backlog of any process.
var unplanned = []string{"test case", "test plan", "test suite", "shared steps", "shared parameter", "code review request", "code review response",
	"feedback request", "feedback response"}

// rewriting is one export on its way.
type rewriting struct {
	*table
	parents []string // by level, the last id seen, in the export of a tree
	tags    int      // the most of a row
	inner   map[string]bool
}

// rewrite makes the table one of Jira's.
func (t *table) rewrite(c *collection) {
	w := &rewriting{table: t, inner: map[string]bool{}}
	left := 0
	t.rows = slices.DeleteFunc(t.rows, func(r row) bool {
		out := slices.Contains(unplanned, strings.ToLower(r.cell(t.columns.at["type"])))
		if out {
			left++
		}
		return out
	})
	c.warn(left > 0, "%s has rows of types that are on no backlog, such as test cases; they are left out: %d.", t.name, left)
	for _, r := range t.rows {
		w.look(r)
	}
	first := t.columns.n
	for i, what := range []string{"assigneeid", "creatorid", "category", "resolution", "parentkey"} {
		t.columns.at[what] = []int{first + i}
	}
	t.columns.at["reporterid"] = t.columns.at["creatorid"]
	labels := t.columns.at["labels"]
	t.columns.at["labels"] = nil
	for i := range w.tags {
		t.columns.at["labels"] = append(t.columns.at["labels"], first+5+i)
	}
	t.columns.n = first + 5 + w.tags
	for i := range t.rows {
		w.row(&t.rows[i], labels)
	}
}

// look learns from all rows what a single one does not tell.
func (w *rewriting) look(r row) {
	w.tags = max(w.tags, len(tagsOf(r.cell(w.columns.at["labels"]))))
	path := r.cell(w.columns.at["sprint"])
	for at := strings.LastIndexByte(path, '\\'); at >= 0; at = strings.LastIndexByte(path, '\\') {
		path = path[:at]
		w.inner[path] = true
	}
}

func tagsOf(cell string) (tags []string) {
	for tag := range strings.SplitSeq(cell, ";") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

func (w *rewriting) row(r *row, labels []int) {
	at := w.columns.at
	cells := make([]string, w.columns.n)
	copy(cells, r.cells)
	set := func(what, value string) { cells[at[what][0]] = value }
	for _, who := range []string{"assignee", "creator"} {
		if written := r.cell(at[who]); written != "" {
			name, id := personOf(written)
			set(who, name)
			set(who+"id", id)
		}
	}
	category, resolution := w.meaning(r.cell(at["status"]), r.cell(at["reason"]))
	set("category", category)
	set("resolution", resolution)
	set("parentkey", w.parent(*r))
	for i, tag := range tagsOf(r.cell(labels)) {
		cells[at["labels"][i]] = tag
	}
	for _, i := range at["sprint"] {
		cells[i] = w.sprint(strings.TrimSpace(cells[i]))
	}
	for _, i := range at["details"] {
		cells[i] = azure.PlainText(cells[i])
	}
	for _, f := range w.columns.custom {
		for _, i := range f.at {
			cells[i] = own(f.name, cells[i])
		}
	}
	r.cells = cells
}

// own is a value of one of the team's own fields: as text, and a place in the backlog in
// the form of Jira's ranks, which stand in their order as texts do.
func own(name, cell string) string {
	if name != "Rank" {
		return azure.PlainText(cell)
	}
	n, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(cell), ",", ".", 1), 64)
	if err != nil || n < 0 || n > 1e14 {
		return ""
	}
	return fmt.Sprintf("0|%018d:", int64(n*1000))
}

// personOf takes "Ada Lovelace <ada@example.com>" apart.
func personOf(written string) (name, id string) {
	name, rest, found := strings.Cut(written, "<")
	if name = strings.TrimSpace(name); !found || name == "" {
		return written, written
	}
	return name, strings.TrimSuffix(strings.TrimSpace(rest), ">")
}

// meaning is what a state means, and how an item in it ended, in Jira's words.
func (w *rewriting) meaning(state, reason string) (category, resolution string) {
	lower := strings.ToLower(state)
	for _, word := range []string{"To Do", "In Progress", "Done"} {
		if slices.Contains(azureStates[word], lower) {
			category = word
		}
	}
	switch why := strings.ToLower(reason); {
	case category != "Done":
		return category, ""
	case strings.Contains(why, "duplicate"):
		return category, "Duplicate"
	case strings.Contains(why, "reproduce"), strings.Contains(why, "as designed"), strings.Contains(why, "not a bug"):
		return category, "Cannot Reproduce"
	case lower == "removed" || lower == "entfernt":
		return category, "Won't Do"
	}
	return category, "Done"
}

// parent is the id of what stands above a row in the export of a tree.
func (w *rewriting) parent(r row) string {
	titles := w.columns.at["summary"]
	if len(titles) < 2 {
		return ""
	}
	level := slices.IndexFunc(titles, func(i int) bool { return i < len(r.cells) && strings.TrimSpace(r.cells[i]) != "" })
	if level < 0 {
		return ""
	}
	w.parents = append(w.parents[:min(level, len(w.parents))], r.cell(w.columns.at["key"]))
	if len(w.parents) < 2 {
		return ""
	}
	return w.parents[len(w.parents)-2]
}

// sprint is the name of an iteration, or nothing where the path is that of the project,
// or of a part of the tree with iterations below.
func (w *rewriting) sprint(path string) string {
	at := strings.LastIndexByte(path, '\\')
	if at < 0 || w.inner[path] {
		return ""
	}
	return path[at+1:]
}
