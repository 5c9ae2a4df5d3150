package jira

// This file is the order of a Pull: what the board is, then its Sprints, the ids of
// its items, whatever of them is not held already, with histories and comments, and
// the parents above them. The document "about" comes last: it holds what Read needs
// to know about the whole, and is the mark of a pull that reached its end.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// The kinds of documents.
const (
	aboutKind    = "about"    // one; see about
	begunKind    = "begun"    // one; see begun
	sprintKind   = "sprint"   // as the board lists it
	issueKind    = "issue"    // as Jira gives it
	historyKind  = "history"  // an issue's changes, an array; absent when they did not come
	commentsKind = "comments" // an issue's comments, an array, where the issue holds only some
	orderKind    = "order"    // the backlog: an array of issue ids, top first
	outsideKind  = "outside"  // an issue that was found and is not wanted; true
)

// about is what a Pull learnt about the whole. The raw parts are as Jira sent them,
// null where the site does not offer them.
type about struct {
	PulledAt      time.Time
	Since         time.Time // zero: everything was asked for
	Site          string    // the address that was asked
	ListedAt      time.Time // when the lists below, from Fields on, were asked for
	Server        jsontext.Value
	DataCenter    bool // where Server does not tell
	Board         jsontext.Value
	Configuration jsontext.Value
	Fields        jsontext.Value
	Statuses      jsontext.Value
	Types         jsontext.Value
	Priorities    jsontext.Value
	Resolutions   jsontext.Value
	Gone          []string // ids or keys of parents that could not be had when the lists were asked for, or since
	SprintsListed bool     // the board told which Sprints it has, be it none
	Expected      int      // what Jira counts for the same question, parents included
	Missing       backlog.Aspects
	Warnings      []string
}

// pull is one Pull under way.
type pull struct {
	*Connector
	team   connectors.Source
	tell   func(connectors.Progress)
	about  about
	board  board
	config configuration
	fields fieldMap
	done   map[string]bool // by status id
	zone   *time.Location  // of the account: JQL reads times in it; nil: not known

	held    holdings
	thrift  *thrift // of what hand looks up in histories
	search  searcher
	seen    map[id]bool     // issues yielded or kept
	kept    map[string]bool // those of them that stay as they are held, by id
	keys    map[string]bool // their keys
	parents []string        // ids and keys above the issues
	strays  map[id]bool     // issues that were listed and turned out to be outside the question
	recent  int             // issues yielded, for the progress
	listed  atomic.Int64    // issues to be fetched, as far as they are known
	noBulk  atomic.Bool     // the site has no bulk endpoint for histories
	noFetch atomic.Bool     // nor for issues
	fetched atomic.Bool     // it has one for issues: it was used

	server bool         // a Data Center, which is asked in another way
	short  int          // how many issues its last list lacks, by its own count
	byPost atomic.Bool  // it takes searches by POST only
	batch  atomic.Int64 // how many issues are asked for at once there; 0: as many as usual

	mutex   sync.Mutex // guards what follows, and about.Warnings, while questions run side by side
	unread  []string   // keys of issues whose history did not come whole
	unheard []string   // keys of issues whose comments did not
}

// Pull fetches everything Read needs: all that was open at any time since the
// horizon, each with its whole history, and the parents above, wherever they live.
// What is held and did not change is not fetched again.
func (c *Connector) Pull(ctx context.Context, team connectors.Source, tell func(connectors.Progress)) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		p := &pull{Connector: c, team: team, tell: tell, seen: map[id]bool{}, kept: map[string]bool{}, keys: map[string]bool{}, strays: map[id]bool{}, thrift: newThrift()}
		if tell == nil {
			p.tell = func(connectors.Progress) {}
		}
		err := p.run(ctx, func(d connectors.Document) error {
			if !yield(d, nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(connectors.Document{}, err)
		}
	}
}

// errStopped ends a Pull whose consumer wants no more.
var errStopped = errors.New("stopped")

// sink takes one document; its error ends the pull.
type sink func(connectors.Document) error

// value puts something that is not JSON yet.
func (put sink) value(kind, id string, body any) error {
	raw, err := json.Marshal(body, lenient)
	if err != nil {
		return fmt.Errorf("keeping %s %s: %w", kind, id, err)
	}
	return put(connectors.Document{Kind: kind, ID: id, Body: raw})
}

func (p *pull) run(ctx context.Context, put sink) error {
	p.about.PulledAt = p.now().UTC().Truncate(time.Millisecond)
	p.about.Site = p.base
	if p.team.History > 0 {
		p.about.Since = p.about.PulledAt.Add(-p.team.History)
	}
	for _, step := range []func(context.Context, sink) error{
		p.recall, p.site, p.place, p.begin, p.items, p.ancestors, p.strangers, p.end,
	} {
		if err := step(ctx, put); err != nil {
			return err
		}
	}
	return nil
}

// end says what is short, and puts what Read begins with.
func (p *pull) end(_ context.Context, put sink) error {
	for _, short := range []struct {
		what string
		of   []string
	}{{"histories", p.unread}, {"comments", p.unheard}} {
		if n := len(short.of); n > 0 {
			slices.Sort(short.of)
			p.warn("Items whose %s did not come whole: %d, such as %s.", short.what, n, strings.Join(short.of[:min(n, 5)], ", "))
		}
	}
	slices.Sort(p.about.Warnings) // they came in any order
	p.about.Warnings = slices.Compact(p.about.Warnings)
	if err := put.value(begunKind, begunKind, begun{p.about.PulledAt}); err != nil {
		return err
	}
	return put.value(aboutKind, string(p.board.ID), p.about)
}

// decode reads a raw part; a missing one leaves into alone.
func decode(raw jsontext.Value, into any) error {
	if len(raw) == 0 || raw.Kind() == 'n' {
		return nil
	}
	if err := unmarshal(raw, into); err != nil {
		return &strangeError{what: "the answer is no JSON of the promised shape" + position(err)}
	}
	return nil
}

// note adds the key of an issue to one of the lists of what is short.
func (p *pull) note(list *[]string, key string) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	*list = append(*list, oneLine(key))
}

func (p *pull) warn(format string, args ...any) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.about.Warnings = append(p.about.Warnings, fmt.Sprintf(format, args...))
}

// optional turns the absence of a part that a site need not have into a warning.
// Whatever else went wrong stays an error.
func (p *pull) optional(ctx context.Context, err error, without string) error {
	status, ok := errors.AsType[*statusError](err)
	if !ok || ctx.Err() != nil || !status.absent() {
		return err
	}
	p.warn("%s (Jira answers %d).", without, status.code)
	return nil
}
