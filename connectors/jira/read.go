package jira

// This file builds the Snapshot out of the documents of a Pull: first the tables of
// what ids stand for, then the items, then what each of them was at every time.

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// reader is one Read under way.
type reader struct {
	snap   *backlog.Snapshot
	about  about
	board  board
	config configuration
	fields fieldMap

	people     map[string]*backlog.Person
	logins     map[string]*backlog.Person // by login, which Data Center mentions people by
	statuses   map[string]*backlog.Status
	types      map[string]*backlog.Type
	priorities map[string]*backlog.Priority
	sprints    map[string]*backlog.Sprint
	// resolutions holds all words for a resolution, by id, or by name where history tells no id.
	resolutions map[string]string
	endings     map[ending]backlog.Outcome // worked out so far
	scratch     backlog.State
	columns     map[string]int // by status id
	lastColumn  int            // the last one with a status

	small   map[string][]connectors.Document // those few that are neither issues nor theirs
	entries []*entry
	logs    map[id][]history // by issue, until the issues are at hand
	said    map[id][]jsontext.Value
	carried map[string]bool // which fields the issues have at all
	thrift  *thrift
	byID    map[id]*entry
	byKey   map[string]*entry // former keys too
	order   []id              // nil: not told
	desks   map[string]bool   // prefixes of keys that belong to service desks

	calls  []call
	acts   int  // recorded acts
	signed bool // at least one of them names its author
	odd    oddities
}

// entry is one issue with what belongs to it, and the item it becomes.
type entry struct {
	issue
	created   stamp
	item      *backlog.Item
	histories []history
	recorded  bool
	comments  []jsontext.Value // nil: what the search gave is all
}

// oddities are counted while reading and become warnings.
type oddities struct {
	long    int      // texts that are too long to be read whole
	late    int      // recorded after the pull's own time
	unborn  int      // issues created after it
	undated []string // keys of issues without a date of creation
	foreign map[string]bool
	broken  map[string]int // changes whose neighbours contradict them, by field
}

// Read builds the Snapshot. Documents that are not what a Pull yields are errors.
func (c *Connector) Read(team connectors.Source, docs iter.Seq2[connectors.Document, error]) (*backlog.Snapshot, error) {
	r := &reader{
		people: map[string]*backlog.Person{}, logins: map[string]*backlog.Person{}, statuses: map[string]*backlog.Status{}, types: map[string]*backlog.Type{},
		resolutions: map[string]string{}, endings: map[ending]backlog.Outcome{},
		priorities: map[string]*backlog.Priority{}, sprints: map[string]*backlog.Sprint{}, columns: map[string]int{},
		small: map[string][]connectors.Document{}, logs: map[id][]history{}, said: map[id][]jsontext.Value{}, carried: map[string]bool{},
		thrift: newThrift(),
		byID:   map[id]*entry{}, byKey: map[string]*entry{}, desks: map[string]bool{},
		odd: oddities{foreign: map[string]bool{}, broken: map[string]int{}},
	}
	for d, err := range docs {
		if err != nil {
			return nil, err
		}
		if err := r.take(d); err != nil {
			return nil, fmt.Errorf("reading what was pulled of %s: %w", team.Name, err)
		}
	}
	if err := r.open(team); err != nil {
		return nil, fmt.Errorf("reading what was pulled of %s: %w", team.Name, err)
	}
	r.meet()
	r.raise()
	site := c.address(r.about.Server)
	for _, e := range r.entries {
		if err := r.fill(e, site); err != nil {
			return nil, fmt.Errorf("reading %s of %s: %w", oneLine(e.Key), team.Name, err)
		}
		e.Fields, e.histories, e.comments = nil, nil, nil // the item tells it all now
	}
	r.place()
	r.finish()
	return r.snap, nil
}

// take reads one document as it comes, so that its text need not be kept.
func (r *reader) take(d connectors.Document) error {
	switch d.Kind {
	case issueKind:
		return r.takeIssue(d)
	case historyKind:
		log, err := r.thrift.log(d.Body)
		if err != nil {
			return fmt.Errorf("history of issue %.20q: %w", d.ID, err)
		}
		r.logs[id(d.ID)] = log
	case commentsKind:
		said := []jsontext.Value{}
		if err := unmarshal(d.Body, &said); err != nil {
			return fmt.Errorf("comments of issue %.20q: %w", d.ID, err)
		}
		r.said[id(d.ID)], r.carried["comment"] = said, true
	default:
		d.Body = bytes.Clone(d.Body)
		r.small[d.Kind] = append(r.small[d.Kind], d)
	}
	return nil
}

// takeIssue reads an issue, and makes its item so that parents can be found.
func (r *reader) takeIssue(d connectors.Document) error {
	e := &entry{}
	var err error
	if e.issue, err = r.thrift.issue(d.Body); err != nil {
		return fmt.Errorf("issue %.20q: %w", d.ID, err)
	}
	if e.ID == "" || e.Key == "" || r.byID[e.ID] != nil {
		return fmt.Errorf("issue %.20q: no id or key, or twice the same", d.ID)
	}
	if err := decode(e.Fields["created"], &e.created); err != nil || e.created.IsZero() {
		r.odd.undated = append(r.odd.undated, oneLine(e.Key))
		return nil
	}
	for _, name := range []string{"comment", "issuelinks"} {
		r.carried[name] = r.carried[name] || e.Fields[name] != nil
	}
	e.item = &backlog.Item{ID: string(e.ID), Key: e.Key, Order: -1, NoRecord: true}
	r.byID[e.ID], r.byKey[e.Key] = e, e
	r.entries = append(r.entries, e)
	r.noteDesk(e)
	return nil
}

// open reads everything but the items' own stories.
func (r *reader) open(team connectors.Source) error {
	if len(r.small[aboutKind]) == 0 {
		return &connectors.Error{Doing: "reading the board", Kind: connectors.ErrNotFound, Err: errors.New("the last pull did not come to its end"), Hint: "pull the team again"}
	}
	about := r.small[aboutKind][len(r.small[aboutKind])-1]
	if err := unmarshal(about.Body, &r.about); err != nil {
		return fmt.Errorf("document about: %w", err)
	}
	if err := errors.Join(decode(r.about.Board, &r.board), decode(r.about.Configuration, &r.config)); err != nil {
		return err
	}
	r.snap = &backlog.Snapshot{
		Team:     backlog.Team{Name: team.Name, Connection: team.Connection, Tracker: r.about.tracker(), Board: r.board.Name},
		PulledAt: r.about.PulledAt, TakenAt: r.about.PulledAt, Since: r.about.Since, Missing: r.about.Missing,
		Coverage: backlog.Coverage{Expected: r.about.Expected, Warnings: slices.Clone(r.about.Warnings)},
	}
	var fields []field
	if err := decode(r.about.Fields, &fields); err != nil {
		return err
	}
	r.fields = discover(fields, r.config, team.Fields)
	r.meetEntries()
	return errors.Join(r.tables(), r.readSprints(r.small[sprintKind]), r.readOrder(r.small[orderKind]))
}

// meetEntries gives the issues what belongs to them, in the order of their ids: in which
// order they came depends on when they changed.
func (r *reader) meetEntries() {
	slices.SortStableFunc(r.entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.ID.number(), b.ID.number()), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range r.entries {
		e.histories, e.recorded = r.logs[e.ID]
		e.comments = r.said[e.ID]
		r.noteHistories(e)
	}
	r.logs, r.said = nil, nil
}

// noteHistories learns former keys and unlisted fields from a history.
func (r *reader) noteHistories(e *entry) {
	for _, h := range e.histories {
		r.snap.Coverage.Changes += len(h.Items)
		for _, c := range h.Items {
			r.fields.learn(c)
			if strings.EqualFold(c.Field, "key") && c.FromString != "" && r.byKey[string(c.FromString)] == nil {
				r.byKey[string(c.FromString)] = e
			}
		}
	}
}

func (r *reader) noteDesk(e *entry) {
	var project struct {
		Key            string `json:"key"`
		ProjectTypeKey string `json:"projectTypeKey"`
	}
	if decode(e.Fields["project"], &project) == nil && project.ProjectTypeKey == "service_desk" {
		r.desks[project.Key] = true
	}
}

// readOrder reads the present order of the backlog.
func (r *reader) readOrder(docs []connectors.Document) error {
	for _, d := range docs {
		r.order = []id{}
		if err := unmarshal(d.Body, &r.order); err != nil {
			return fmt.Errorf("order: %w", err)
		}
	}
	return nil
}

// place numbers the backlog: what is open and not begun, on the level of Product Backlog
// items, and not in a running Sprint.
func (r *reader) place() {
	at := 0
	seen := map[id]bool{}
	for _, id := range r.order {
		e := r.byID[id]
		if e == nil || len(e.item.Revisions) == 0 || seen[id] {
			continue
		}
		seen[id] = true
		now := e.item.Now()
		running := func(s *backlog.Sprint) bool { return s.Started(r.snap.TakenAt) && !s.Closed(r.snap.TakenAt) }
		if now.Type.Level != backlog.BacklogLevel || slices.ContainsFunc(now.Sprints, running) {
			continue
		}
		if !e.item.OpenAt(r.snap.TakenAt) {
			continue // begun: the order of the backlog is behind it
		}
		e.item.Order = at
		at++
	}
}
