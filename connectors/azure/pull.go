package azure

// This file is the order of a Pull: where the team is and how it works, the ids of its
// work items, the revisions and links that were recorded since the last time, and then
// each work item: as it is held, with what is new added to it, or anew. The document
// "about" comes last: it holds what a Reader needs to know about the whole, and is the
// mark of a pull that reached its end.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// The kinds of documents.
const (
	aboutKind    = "about"    // one; see about
	itemKind     = "item"     // a work item with its revisions and links; see draft
	commentsKind = "comments" // of a work item, an array, where it has some
)

// about is what a Pull learnt about the whole.
type about struct {
	PulledAt   time.Time
	Since      time.Time // zero: everything was asked for
	Site       string    // the address that was asked
	Project    string
	Team       string
	ListedAt   time.Time // when the lists below were asked for
	Fields     []listed
	Backlog    backlogConfiguration
	States     []workItemType // of the types on the backlogs
	Bugs       []string       // types of the category of bugs
	Columns    []column
	Nodes      []node // the tree of iterations, flat
	Areas      teamAreas
	Iterations []iteration
	NoSprints  bool   // the iterations may not be read
	Revisions  string // watermarks: what comes after them is new
	Links      string
	LinkedAt   time.Time // when links were read: those of what was not wanted yet are past
	NoLinks    bool      // links may not be read
	NoTexts    bool      // revisions do not tell long texts
	Gone       []int     // parents that could not be had when the lists were asked for, or since
	Expected   int       // how many work items there should be, parents included
	Missing    backlog.Aspects
	Warnings   []string
}

// pull is one Pull under way.
type pull struct {
	*Connector
	team   connectors.Source
	tell   func(connectors.Progress)
	about  about
	fields fieldMap
	types  []string // of which work items are wanted

	mark    string            // of the present question: stamps with another one say nothing
	held    map[string]string // stamps by id
	wanted  map[int]bool      // what the query gave
	drafts  map[int]*draft    // what was recorded since the watermark
	people  people
	before  time.Time // LinkedAt of the pull before
	partial bool      // the revisions do not begin at the beginning
	untold  bool      // long texts may not be read at all
	relist  bool      // some list of the process may not be read: it is asked for again
	given   map[int]bool
	above   []int // parents of what was given
	came    int

	mutex  sync.Mutex // guards what follows, and about.Warnings, while questions run side by side
	unread []int      // ids of work items whose history did not come whole
	mute   []int      // and of those whose comments did not
	bare   []int      // and of those whose texts did not
	heard  int        // of how many they did
}

// errStopped ends a Pull whose consumer wants no more.
var errStopped = errors.New("stopped")

// sink takes one document; its error ends the pull.
type sink func(connectors.Document) error

// Pull fetches everything a Reader needs: all that was open at any time since the
// horizon, each with its whole history, and the parents above, wherever they live. What
// is held and did not change is not fetched again.
func (c *Connector) Pull(ctx context.Context, team connectors.Source, tell func(connectors.Progress)) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		p := &pull{Connector: c, team: team, tell: tell, wanted: map[int]bool{}, drafts: map[int]*draft{}, people: people{}, given: map[int]bool{}}
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

func (p *pull) run(ctx context.Context, put sink) error {
	p.about.PulledAt = p.now().UTC().Truncate(time.Millisecond)
	p.about.Site, p.about.Project, p.about.Team = p.base, p.team.Project, p.team.Team
	if p.team.History > 0 {
		p.about.Since = p.about.PulledAt.Add(-p.team.History)
	}
	for _, step := range []func(context.Context, sink) error{
		p.recall, p.place, p.remember, p.list, p.stream, p.texts, p.items, p.parents, p.end,
	} {
		if err := step(ctx, put); err != nil {
			return err
		}
	}
	return nil
}

// end says what is short, and puts what a Reader must know.
func (p *pull) end(_ context.Context, put sink) error {
	for _, short := range []struct {
		what string
		of   []int
	}{{"histories", p.unread}, {"comments", p.mute}, {"texts", p.bare}} {
		if n := len(short.of); n > 0 {
			slices.Sort(short.of)
			p.warn("Items whose %s did not come whole: %d, such as %s.", short.what, n, some(short.of))
		}
	}
	if len(p.mute) > 0 && p.heard == 0 {
		p.about.Missing |= backlog.Comments
	}
	if p.came != p.about.Expected {
		p.warn("Azure counts %d items, %d came.", p.about.Expected, p.came)
	}
	if p.relist {
		p.about.ListedAt = time.Time{}
	}
	slices.Sort(p.about.Warnings) // they came in any order
	p.about.Warnings = slices.Compact(p.about.Warnings)
	raw, err := json.Marshal(p.about, lenient, json.Deterministic(true))
	if err != nil {
		return fmt.Errorf("keeping what the pull learnt: %w", err)
	}
	return put(connectors.Document{Kind: aboutKind, ID: aboutKind, Body: raw})
}

// some names the first few ids of a list.
func some(ids []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(ids[:min(len(ids), 5)]), " ", ", "), "[]")
}

// note adds an id to one of the lists of what is short.
func (p *pull) note(list *[]int, id int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	*list = append(*list, id)
}

func (p *pull) warn(format string, args ...any) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.about.Warnings = append(p.about.Warnings, wire.OneLine(fmt.Sprintf(format, args...)))
}

// optional turns the absence of a part that an organisation need not have into a
// warning. Whatever else went wrong stays an error.
func (p *pull) optional(ctx context.Context, err error, without string) error {
	status, ok := errors.AsType[*statusError](err)
	if !ok || ctx.Err() != nil || !status.absent() {
		return err
	}
	p.warn("%s (Azure answers %d).", without, status.code)
	return nil
}
