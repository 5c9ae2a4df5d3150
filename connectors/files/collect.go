package files

// This file gathers what the files hold, whatever its form: of several copies of an
// item the newest, of the lists beside them the parts.

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
)

// collection is what the files read so far hold.
type collection struct {
	now    time.Time // later moments are mistakes
	issues map[string]*copied
	byKey  map[string]*copied
	order  []*copied // as they came first

	lists   lists
	pages   []page
	tables  []*table // their rows wait until all lists are there
	refused int      // rows of tables whose dates cannot be read
	missing backlog.Aspects

	named    []string // priorities that tables name
	doubtful []string // statuses of tables of which nobody knows what they mean

	broken   places // items that could not be read
	unknown  places // files and values that are nothing that is looked for
	cut      places // files that end in the middle
	comments places // comments that could not be read
	others   places // items that have the number of another Jira's item
	warnings []string

	// What to say when nothing came at all: the first file's own reason.
	reason error
}

// copied is the best copy of an item.
type copied struct {
	*jira.SavedIssue
	table bool // from a table, which has no histories
	aged  bool // it is none, and a table has a newer copy
}

func newCollection(now time.Time) *collection {
	return &collection{now: now, issues: map[string]*copied{}, byKey: map[string]*copied{}, lists: newLists()}
}

// take reads one file. Only what the file system says is an error: a file that is
// not understood is noted.
func (c *collection) take(path, name string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text := decoded(raw)
	kind, what, hint := formOf(raw, text)
	switch kind {
	case jsonForm:
		c.readJSON(name, text)
	case tableForm:
		c.readTable(name, text)
	default:
		c.notUnderstood(name, what, hint)
	}
	return nil
}

// reading is what is being done with the files, as failures say it.
const reading = "reading the files"

// notUnderstood notes a file of which nothing can be used.
func (c *collection) notUnderstood(name, what, hint string) {
	c.unknown.add(name + " (" + what + ")")
	if c.reason == nil {
		c.reason = &connectors.Error{Doing: reading, Kind: connectors.ErrAnswer, Err: fmt.Errorf("%s: %s", name, what), Hint: hint}
	}
}

// add takes a copy of an item, unless a better one is there already.
func (c *collection) add(is *copied) {
	old := cmp.Or(c.issues[is.ID], c.byKey[is.Key])
	if old == nil {
		c.issues[is.ID], c.byKey[is.Key] = is, is
		c.order = append(c.order, is)
		return
	}
	if foreign(is, old) {
		c.others.add(is.Key)
		return
	}
	if is.table && !old.table && is.Updated.Sub(old.Updated) > zones {
		old.aged = true
	}
	if better(is, old) {
		delete(c.issues, old.ID)
		delete(c.byKey, old.Key)
		*old = *is
		c.issues[is.ID], c.byKey[is.Key] = old, old
	}
}

// foreign reports whether two items have the same number and nothing else: they are of two
// Jiras.
func foreign(a, b *copied) bool {
	return a.ID == b.ID && a.Key != b.Key && a.Site != b.Site && a.Site != "" && b.Site != ""
}

// zones is how far apart the same time may be written, where no zone is told.
const zones = 24 * time.Hour

// better prefers answers of Jira to tables, the newer to the older, and of two equally
// new ones that with a whole history.
func better(a, b *copied) bool {
	switch {
	case a.table != b.table:
		return b.table
	case !a.Updated.Equal(b.Updated):
		return a.Updated.After(b.Updated)
	}
	return a.Recorded && !b.Recorded
}

// saved is everything as one whole.
func (c *collection) saved(name, root string) (*jira.Saved, error) {
	for _, t := range c.tables {
		t.items(c)
	}
	if len(c.order) == 0 {
		return nil, c.nothing(root)
	}
	if !slices.ContainsFunc(c.order, func(is *copied) bool { return !is.table }) && !slices.ContainsFunc(c.tables, (*table).nested) {
		c.missing |= backlog.Hierarchy
	}
	c.lists.learn(c.order)
	s := &jira.Saved{Configuration: c.lists.configuration, Fields: c.fields(), Statuses: c.lists.statuses.value(), Types: c.lists.types.value(),
		Resolutions: c.lists.resolutions.value(), Missing: c.missing}
	var silent, part, aged places
	for _, is := range c.order {
		s.Issues = append(s.Issues, is.SavedIssue)
		s.Site = cmp.Or(s.Site, is.Site)
		if is.Newest.After(s.At) {
			s.At = is.Newest
		}
		if is.Silent {
			silent.add(is.Key)
		}
		if is.Cut {
			part.add(is.Key)
		}
		if is.aged {
			aged.add(is.Key)
		}
	}
	c.rankPriorities()
	s.Priorities = c.lists.priorities.value()
	c.sprints(s)
	c.board(s, name)
	c.backlog(s)
	c.warn(silent.n > 0, "Items of which not all comments are in the files: %d, such as %s.", silent.n, silent.some())
	c.warn(part.n > 0, "Items whose history is cut off, or may be: %d, such as %s. Save them one by one, by their own address.", part.n, part.some())
	c.warn(aged.n > 0, "Items of which a table has a newer copy than the answers of Jira, which are believed: %d, such as %s. Save those answers again.", aged.n, aged.some())
	if len(c.doubtful) > 0 {
		slices.Sort(c.doubtful)
		c.warn(true, "What these statuses mean is not in the files: %s. Save the list of statuses beside them.", strings.Join(slices.Compact(c.doubtful), ", "))
	}
	s.Expected = c.expected()
	c.warnOfFiles()
	s.Warnings = c.warnings
	return s, nil
}

// nothing says why no item came out of the files.
func (c *collection) nothing(root string) error {
	if c.reason != nil {
		return c.reason
	}
	failure := &connectors.Error{Doing: reading, Kind: connectors.ErrAnswer, Err: fmt.Errorf("%s: there are no items in it", root), Hint: hintExport}
	for _, found := range []struct {
		places
		what string
	}{{c.cut, "the file ends in the middle: "}, {c.broken, "no item could be read, such as "}, {c.unknown, "nothing in it is known, such as "}} {
		if found.n > 0 {
			failure.Err = fmt.Errorf("%s: %s", root, found.what+found.some())
			break
		}
	}
	return failure
}

func (c *collection) warn(when bool, format string, args ...any) {
	if when {
		c.warnings = append(c.warnings, fmt.Sprintf(format, args...))
	}
}

func (c *collection) warnOfFiles() {
	for _, w := range []struct {
		places
		what string
	}{
		{c.cut, "Files that end in the middle, so that what follows is missing"},
		{c.broken, "Items that could not be read and are left out"},
		{c.others, "Items left out because the item of another Jira has the same number, which need a folder of their own"},
		{c.comments, "Comments that could not be read and are left out"},
		{c.unknown, "Files, or parts of them, that are nothing that is looked for"},
	} {
		c.warn(w.n > 0, "%s: %d, such as %s.", w.what, w.n, w.some())
	}
	slices.Sort(c.warnings)
	c.warnings = slices.Compact(c.warnings)
}

// places counts where something was found, and keeps some of them for the reader.
type places struct {
	n     int
	first []string
}

func (p *places) add(place string) {
	if p.n++; len(p.first) < 3 {
		p.first = append(p.first, place)
	}
}

func (p *places) some() string { return strings.Join(p.first, ", ") }

// clone keeps a value beyond the buffer it was read into.
func clone(v jsontext.Value) jsontext.Value { return slices.Clone(v) }
