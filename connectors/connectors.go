// Package connectors says what a tracker is to the rest of the program: something
// that can be read into documents, and whose documents can be read into a Snapshot.
//
// The two steps are apart so that the documents, the tracker's own answers, can be
// kept in the mirror: a check that wants another field later needs no new download,
// and analysis needs no network. Retries, pacing and paging are each connector's own
// business. The connectors know the mirror's documents, never reports or checks.
package connectors

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Document is one answer of a tracker about one thing, as it came.
type Document struct {
	Kind string // what it is about: a connector's own word, such as "issue"
	ID   string // the tracker's stable id within the kind
	// Stamp is the connector's own word for the version of the thing, made of the time
	// of its last change; empty where a document is fetched anew by every Pull.
	Stamp string
	Body  json.RawMessage // nil: as it is held, unchanged
}

// Held is what earlier pulls of a team left in the local copy: all of the last complete
// one, and over it whatever an unfinished one brought.
type Held interface {
	// Stamps gives the stamps of the held documents of a kind, by id.
	Stamps(ctx context.Context, kind string) (map[string]string, error)
	// Body gives one held document; nil if it is not held.
	Body(ctx context.Context, kind, id string) (json.RawMessage, error)
}

// Source is one team's place in a tracker.
type Source struct {
	Name       string // of the team
	Connection string
	Board      string // Jira: board id or name
	Project    string // Azure, with Team
	Team       string
	History    time.Duration // how far back everything open is wanted
	Fields     Fields
	Held       Held // what need not be fetched again; nil: nothing is held
}

// Fields maps what cannot be discovered by schema and name to the tracker's field ids.
type Fields struct {
	Criteria string
	Goal     string
	Customer string
}

// Connector reads one kind of tracker.
type Connector interface {
	// Pull gives all the team's documents: those that changed since they were held with
	// their bodies, the others without. What it does not give exists no more. It stops
	// at the first error, which says what was being done and what to do next.
	Pull(ctx context.Context, team Source, tell func(Progress)) iter.Seq2[Document, error]
	// Reader understands what a Pull yields, without any network.
	Reader(team Source) Reader
}

// Reader builds the Snapshot out of the documents of one Pull. It may be fed while the
// Pull goes on.
type Reader interface {
	// Take reads one document, in any order of kinds, and keeps nothing of its body. Its
	// error says what is wrong with the document.
	Take(Document) error
	// Snapshot is what all the documents together say; it is called once, after the last.
	// Only a document that did not come is an error. Calendar is left for the caller to set.
	Snapshot() (*backlog.Snapshot, error)
}

// Read feeds a Reader to the end. Failures are those of the sequence, or the Reader's.
func Read(r Reader, docs iter.Seq2[Document, error]) (*backlog.Snapshot, error) {
	for d, err := range docs {
		if err != nil {
			return nil, err
		}
		if err := r.Take(d); err != nil {
			return nil, err
		}
	}
	return r.Snapshot()
}

// Progress is how far a Pull has come, for people who watch.
type Progress struct {
	What  string // "items", "histories", "comments"
	Done  int
	Total int // 0: not known
}

// The kinds of failure that somebody branches on. Test with errors.Is.
var (
	ErrAuth     = errors.New("not signed in")  // token wrong, expired, or of the wrong kind
	ErrRights   = errors.New("not allowed")    // signed in, but may not see it
	ErrNotFound = errors.New("not found")      // no such board, project or team
	ErrAnswer   = errors.New("strange answer") // not what the tracker's documentation promises
)

// Error is a failure with the next step to take. Only Err may hold words of the
// tracker, such as names of people or of boards: they are for whoever runs the
// program, and never for a report.
type Error struct {
	Doing string // "reading board 42"
	Kind  error  // one of the above, or nil
	Err   error  // the cause; never holds a token or a whole page
	Hint  string // what to do next, in our own words
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %v", e.Doing, e.Err) }

// Public is the failure without the tracker's words.
func (e *Error) Public() string {
	text := e.Doing + ": failed"
	if e.Kind != nil {
		text = e.Doing + ": " + e.Kind.Error()
	}
	if e.Hint != "" {
		text += "; " + e.Hint
	}
	return text
}

// Unwrap gives the kind and the cause.
func (e *Error) Unwrap() []error {
	if e.Kind == nil {
		return []error{e.Err}
	}
	return []error{e.Kind, e.Err}
}
