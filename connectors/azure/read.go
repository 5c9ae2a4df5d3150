package azure

// This file takes in the documents of a Pull. Everything is decoded as it comes: equal
// words and people are kept once, and long texts as the plain text that they stand for.

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// reader builds a Snapshot.
type reader struct {
	team    connectors.Source
	about   *about // nil until it came
	entries []*entry
	byID    map[int]*entry
	said    map[int][]spoken
	words   map[string]string // each short text, once
	whos    map[string]*who   // each identity, once, by its form in documents
	texts   map[string]string // what long texts say, by how they are written

	snap       *backlog.Snapshot
	meaning    meaning
	types      map[string]*backlog.Type // by name in lower case
	steps      map[[2]string]step       // by type and state
	statuses   map[status]*backlog.Status
	priorities map[int]*backlog.Priority
	levels     map[string]backlog.Level
	places     map[string]*backlog.Sprint // by number and by path, in lower case, of the iteration
	seen       map[*backlog.Person]bool
	moves      []move
	carried    [fieldCount]bool // which fields the work items have at all
	odd        oddities
}

// entry is one work item, and the item that it becomes.
type entry struct {
	id        int
	item      *backlog.Item
	part      bool // only how it is now
	tied      bool // its links are known
	revisions []revision
	ties      []knot
	now       []change // long texts, where revisions do not tell them
	heard     []spoken // what was said with revisions, whose numbers are the ids
}

// revision is one recorded act in Azure's words.
type revision struct {
	rev     int
	changes []change
}

// change is a new value; "" and nil for none.
type change struct {
	field field
	text  string
	who   *who
}

// knot is a change of a link.
type knot struct {
	tie
	by *who
}

// who is somebody as a document names them, and the person it turns out to be.
type who struct {
	identity
	person *backlog.Person
}

// oddities are counted while reading and become warnings.
type oddities struct {
	late    int   // recorded after the pull's own time
	undated []int // ids of work items without a date of creation
	forged  int   // entered in somebody else's name
	goals   int   // work items that only tell a Sprint Goal
	foreign map[string]bool
	states  map[string]bool // that no list knows
}

// Reader understands what a Pull of that team yields.
func (c *Connector) Reader(team connectors.Source) connectors.Reader {
	return &reader{
		team: team, byID: map[int]*entry{}, said: map[int][]spoken{}, words: map[string]string{}, whos: map[string]*who{}, texts: map[string]string{},
		types: map[string]*backlog.Type{}, steps: map[[2]string]step{}, statuses: map[status]*backlog.Status{}, priorities: map[int]*backlog.Priority{},
		places: map[string]*backlog.Sprint{}, seen: map[*backlog.Person]bool{},
		odd: oddities{foreign: map[string]bool{}, states: map[string]bool{}},
	}
}

// Take reads one document.
func (r *reader) Take(d connectors.Document) error {
	var err error
	switch d.Kind {
	case aboutKind:
		r.about = &about{}
		err = unmarshal(d.Body, r.about)
	case itemKind:
		err = r.takeItem(d.Body)
	case commentsKind:
		err = r.takeComments(d)
	default:
		err = errors.New("there is no such kind")
	}
	if err != nil {
		return fmt.Errorf("reading %s %.20q of %s: %w", d.Kind, d.ID, r.team.Name, err)
	}
	return nil
}

// spoken is something said, and whom it calls on.
type spoken struct {
	id     int
	at     time.Time
	by     *who
	person *backlog.Person // of by
	text   string
	on     []string
}

func (r *reader) takeComments(d connectors.Document) error {
	var all []comment
	var id number
	if err := errors.Join(unmarshal(d.Body, &all), id.UnmarshalJSON([]byte(d.ID))); err != nil {
		return err
	}
	said := make([]spoken, 0, len(all))
	for _, c := range all {
		raw := shortOf(c.By)
		by, err := r.who(raw)
		if err != nil {
			return err
		}
		text := c.Text
		if strings.EqualFold(c.Format, "markdown") && c.Rendered != "" {
			text = c.Rendered
		}
		s := spoken{id: int(c.ID), at: c.At.Time, by: by}
		s.text, s.on = plain(text)
		said = append(said, s)
	}
	r.said[int(id)] = said
	return nil
}

// takeItem reads a work item.
func (r *reader) takeItem(body []byte) error {
	e := &entry{}
	from := jsontext.NewDecoder(bytes.NewBuffer(body), lenient)
	err := members(from, func(quoted []byte) (bool, error) {
		switch string(quoted) {
		case `"id"`:
			var id number
			raw, err := from.ReadValue()
			if err == nil {
				err = id.UnmarshalJSON(raw)
			}
			e.id = int(id)
			return true, err
		case `"part"`:
			raw, err := from.ReadValue()
			e.part = raw.Kind() == 't'
			return true, err
		case `"revisions"`:
			return true, elements(from, func() error { return r.takeRevision(from, e) })
		case `"now"`:
			return true, r.takeFields(from, &e.now)
		case `"links"`:
			e.tied = true
			return true, elements(from, func() error { return r.takeTie(from, e) })
		}
		return false, nil
	})
	switch {
	case err != nil:
		return err
	case e.id <= 0 || len(e.revisions) == 0:
		return errors.New("it has no id or no revisions")
	case r.byID[e.id] != nil:
		return errors.New("it came twice")
	}
	e.item = &backlog.Item{ID: key(e.id), Key: key(e.id), Order: -1, NoRecord: e.part}
	r.byID[e.id] = e
	r.entries = append(r.entries, e)
	return nil
}

func (r *reader) takeTie(from *jsontext.Decoder, e *entry) error {
	raw, err := from.ReadValue()
	if err != nil {
		return err
	}
	var k knot
	if err := unmarshal(raw, &k.tie); err != nil {
		return err
	}
	k.by, err = r.who(k.By)
	k.Rel, k.By = r.word(k.Rel), nil
	e.ties = append(e.ties, k)
	return err
}

func (r *reader) takeRevision(from *jsontext.Decoder, e *entry) error {
	var rev revision
	err := members(from, func(quoted []byte) (bool, error) {
		switch string(quoted) {
		case `"rev"`:
			var n number
			raw, err := from.ReadValue()
			if err == nil {
				err = n.UnmarshalJSON(raw)
			}
			rev.rev = int(n)
			return true, err
		case `"fields"`:
			return true, r.takeFields(from, &rev.changes)
		}
		return false, nil
	})
	if n := len(e.revisions); err == nil && (rev.rev <= 0 || n > 0 && rev.rev <= e.revisions[n-1].rev) {
		return errors.New("its revisions are not in their order")
	}
	e.hear(&rev)
	e.revisions = append(e.revisions, rev)
	return err
}

// hear takes what was said with a revision out of it.
func (e *entry) hear(rev *revision) {
	for i, c := range rev.changes {
		if c.field == spokenField {
			said := spoken{id: rev.rev}
			said.text, said.on = plain(c.text)
			e.heard = append(e.heard, said)
			rev.changes = slices.Delete(rev.changes, i, i+1)
			return
		}
	}
}

func (r *reader) takeFields(from *jsontext.Decoder, into *[]change) error {
	return members(from, func(quoted []byte) (bool, error) {
		f, known := byName[string(quoted)]
		if !known {
			return false, nil
		}
		raw, err := from.ReadValue()
		if err != nil {
			return true, err
		}
		c, err := r.change(f, raw)
		*into = append(*into, c)
		return true, err
	})
}
