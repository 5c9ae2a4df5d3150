package jira

// This file builds the Snapshot out of the documents of a Pull: first the tables of
// what ids stand for, then the items, then what each of them was at every time.

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

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
	memberships map[string][]*backlog.Sprint
	shownIn     map[string][]sprint // what the Sprint field of issues shows, as read so far
	labels      map[string][]string // as histories write them
	states      []backlog.State     // room for the next ones
	scratch     backlog.State
	columns     map[string]int // by status id
	lastColumn  int            // the last one with a status

	team                  connectors.Source
	base                  string                             // the configured address; "": there is none
	site                  func(server jsontext.Value) string // the address that items are opened at
	lists                 *lists                             // nil: the document "about" did not come
	planned               []sprint
	entries               []*entry
	logs                  map[id][]history // by issue, until the issues are at hand
	said                  map[id][]comment
	hasLinks, hasComments bool // some issue carries the field, be it empty
	thrift                *thrift
	unknown               string // what is said of a configured field that is not there
	byID                  map[id]*entry
	byKey                 map[string]*entry // former keys too
	order                 []id              // nil: not told
	desks                 map[string]bool   // prefixes of keys that belong to service desks

	calls  []call
	lore   lore
	acts   int  // recorded acts
	signed bool // at least one of them names its author
	odd    oddities
}

// entry is one issue with what belongs to it, and the item it becomes. That tells it all
// once it is filled: what was shown, and the histories, are then forgotten.
type entry struct {
	*shown
	item      *backlog.Item
	created   time.Time
	histories []history
	touched   backlog.Fields // what they changed, be it before the issue's time or after the pull's
	recorded  bool
}

// oddities are counted while reading and become warnings.
type oddities struct {
	long     int      // texts that are too long to be read whole
	late     int      // recorded after the pull's own time
	unborn   int      // issues created after it
	timeless int      // changes without a date
	unsaid   int      // comments without one
	undated  []string // keys of issues without a date of creation
	unknown  []string // configured fields that neither the list of fields nor an item has
	foreign  map[string]bool
	broken   map[string]int // changes whose neighbours contradict them, by field
}

// Reader reads what a Pull of the team yields.
func (c *Connector) Reader(team connectors.Source) connectors.Reader { return c.reader(team) }

func (c *Connector) reader(team connectors.Source) *reader {
	thrift := newThrift()
	thrift.twice = slices.Contains([]string{team.Fields.Criteria, team.Fields.Goal, team.Fields.Customer}, "description")
	return &reader{
		team: team, base: c.base, site: c.address, unknown: "The configured field %s does not exist, or this account may not see it.",
		people: map[string]*backlog.Person{}, logins: map[string]*backlog.Person{}, statuses: map[string]*backlog.Status{}, types: map[string]*backlog.Type{},
		resolutions: map[string]string{}, endings: map[ending]backlog.Outcome{}, memberships: map[string][]*backlog.Sprint{},
		shownIn: map[string][]sprint{}, labels: map[string][]string{},
		priorities: map[string]*backlog.Priority{}, sprints: map[string]*backlog.Sprint{}, columns: map[string]int{},
		logs: map[id][]history{}, said: map[id][]comment{},
		thrift: thrift, lore: newLore(),
		byID: map[id]*entry{}, byKey: map[string]*entry{}, desks: map[string]bool{},
		odd: oddities{foreign: map[string]bool{}, broken: map[string]int{}},
	}
}

// Take reads one document. One that is not what a Pull yields is an error.
func (r *reader) Take(d connectors.Document) error {
	var err error
	switch d.Kind {
	case issueKind:
		err = r.takeIssue(d)
	case historyKind:
		r.logs[id(d.ID)], err = r.thrift.log(d.Body)
	case commentsKind:
		r.said[id(d.ID)], err = r.thrift.comments(&scanner{page: d.Body})
		r.hasComments = true
	case sprintKind:
		var s sprint
		err = unmarshal(d.Body, &s)
		r.planned = append(r.planned, s)
	case orderKind:
		r.order = []id{}
		err = unmarshal(d.Body, &r.order)
	case aboutKind:
		if err = unmarshal(d.Body, &r.about); err == nil {
			r.lists, err = r.about.read()
		}
	}
	if err != nil {
		return fmt.Errorf("reading what was pulled of %s: %s %.20q: %w", r.team.Name, d.Kind, d.ID, err)
	}
	return nil
}

// Snapshot tells what the documents say. Without the one about the whole, they are not
// those of a Pull that reached its end.
func (r *reader) Snapshot() (*backlog.Snapshot, error) {
	if r.lists == nil {
		return nil, &connectors.Error{Doing: "reading the board", Kind: connectors.ErrNotFound, Err: errors.New("the last pull did not come to its end"), Hint: "pull the team again"}
	}
	r.thrift = nil
	r.open()
	r.meet()
	r.raise()
	site := r.site(r.about.Server)
	for _, e := range r.entries {
		r.fill(e, site)
		e.shown, e.histories = nil, nil
	}
	r.place()
	r.finish()
	return r.snap, nil
}

// takeIssue reads an issue, and makes its item so that parents can be found.
func (r *reader) takeIssue(d connectors.Document) error {
	is, err := r.thrift.issue(d.Body)
	if err != nil {
		return err
	}
	e := &entry{shown: is, created: is.created.Time}
	if e.ID == "" || e.Key == "" || r.byID[e.ID] != nil {
		return errors.New("no id or key, or twice the same")
	}
	if e.created.IsZero() {
		r.odd.undated = append(r.odd.undated, oneLine(e.Key))
		return nil
	}
	r.hasLinks, r.hasComments = r.hasLinks || e.hasLinks, r.hasComments || e.hasComments
	e.item = &backlog.Item{ID: string(e.ID), Key: e.Key, Order: -1, NoRecord: true}
	if e.histories, e.recorded = r.logs[e.ID]; e.recorded { // a Pull gives it first
		delete(r.logs, e.ID)
	}
	r.byID[e.ID], r.byKey[e.Key] = e, e
	r.entries = append(r.entries, e)
	return nil
}

// open makes everything but the items' own stories.
func (r *reader) open() {
	r.board, r.config = r.lists.board, r.lists.config
	r.snap = &backlog.Snapshot{
		Team:     backlog.Team{Name: r.team.Name, Connection: r.team.Connection, Tracker: r.about.tracker(), Board: r.board.Name},
		PulledAt: r.about.PulledAt, TakenAt: r.about.PulledAt, Since: r.about.Since, Missing: r.about.Missing,
		Coverage: backlog.Coverage{Expected: r.about.Expected, Warnings: slices.Clone(r.about.Warnings)},
	}
	r.fields = discover(r.lists.fields, r.config, r.team.Fields)
	r.meetEntries()
	for _, field := range r.fields.unknown {
		if !slices.ContainsFunc(r.entries, func(e *entry) bool { return e.others.of(field) != nil }) {
			r.odd.unknown = append(r.odd.unknown, field)
		}
	}
	r.tables()
	r.plan()
}

// meetEntries gives the issues what belongs to them, in the order of their ids: in which
// order they came depends on when they changed.
func (r *reader) meetEntries() {
	slices.SortStableFunc(r.entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.ID.number(), b.ID.number()), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range r.entries {
		if !e.recorded {
			e.histories, e.recorded = r.logs[e.ID]
		}
		if said, apart := r.said[e.ID]; apart {
			e.comments = said
		}
		e.histories = unique(e.histories)
		r.noteHistories(e)
		if e.project.ProjectTypeKey == "service_desk" {
			r.desks[e.project.Key] = true
		}
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
