// Package files reads a team's backlog out of files that somebody saved or exported:
// for people who get no token.
//
// There are two forms, told apart by what is in the files and never by their names:
//
//   - JSON, as Jira answers a browser: search pages, single issues, one issue a line,
//     and beside them the lists of Sprints, fields and statuses and the board's
//     configuration. With their changelogs they tell what a token would have told.
//   - CSV, as Jira exports a search and as a spreadsheet saves it again. It tells what
//     items are, and nothing about what was done with them.
//
// Both become the documents of the Jira connector, whose Read knows the rest. The rules
// are the same too: what is partial, broken or not understood is counted and named in
// the coverage, and dates whose order cannot be known are refused.
package files

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
)

// Options says where the files are.
type Options struct {
	Path string           // a folder, or one file
	Now  func() time.Time // what is dated later was dated by a wrong clock; nil: time.Now
}

// Connector reads the files under one path.
type Connector struct {
	path string
	now  func() time.Time
}

var _ connectors.Connector = (*Connector)(nil)

// New makes a Connector. It reads nothing yet.
func New(o Options) (*Connector, error) {
	if o.Path == "" {
		return nil, &connectors.Error{Doing: "looking for files", Kind: connectors.ErrNotFound, Err: errors.New("there is no path"), Hint: "set path to the folder with your exports"}
	}
	c := &Connector{path: o.Path, now: o.Now}
	if c.now == nil {
		c.now = time.Now
	}
	return c, nil
}

// String names the place.
func (c *Connector) String() string { return "files " + c.path }

// Pull reads the team's files: those below Board, a folder or file inside the path,
// or all of them. The moment of the pull is the newest one in the files, because
// nobody knows when they were saved.
func (c *Connector) Pull(ctx context.Context, team connectors.Source, tell func(connectors.Progress)) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		saved, err := c.collect(ctx, team, tell)
		if err != nil {
			yield(connectors.Document{}, err)
			return
		}
		for d, err := range saved.Documents() {
			if !yield(d, err) {
				return
			}
		}
	}
}

// Reader reads what a Pull yields. A configured field may be given by the name of its
// column.
func (c *Connector) Reader(team connectors.Source) connectors.Reader {
	for _, field := range []*string{&team.Fields.Criteria, &team.Fields.Goal, &team.Fields.Customer} {
		if *field != "" && !strings.HasPrefix(*field, customField) {
			*field = customField + *field
		}
	}
	return jira.SavedReader(team)
}

func (c *Connector) collect(ctx context.Context, team connectors.Source, tell func(connectors.Progress)) (*jira.Saved, error) {
	root, list, err := c.find(team.Board)
	if err != nil {
		return nil, err
	}
	all := newCollection(c.now().Add(24 * time.Hour)) // exports carry no zone: half a day may be one
	for i, path := range list {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := all.take(path, shown(root, path)); err != nil {
			return nil, failed(err, reading, path)
		}
		if tell != nil {
			tell(connectors.Progress{What: "files", Done: i + 1, Total: len(list)})
		}
	}
	return all.saved(filepath.Base(root), root)
}
