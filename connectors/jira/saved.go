package jira

// This file lets answers that people saved as files take the way of a Pull: they
// become the same documents, and the same Read understands them. What nobody was
// asked for, because nobody signed in, is then told as missing.

import (
	"fmt"
	"iter"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// Types of custom fields, for lists of fields that are made up from what issues tell.
const (
	SprintType     = sprintType
	RankType       = rankType
	EpicLinkType   = epicLinkType
	ParentLinkType = parentLinkType
	EstimateType   = estimateType
	CheckboxType   = checkboxType
)

// Saved is what somebody saved of a Jira. The raw parts are Jira's own answers, or of
// their shape; those that were not saved are empty.
type Saved struct {
	At            time.Time // the newest moment in it, which stands for that of a pull
	Site          string    // address that items are opened at; "" where it is not known
	Board         jsontext.Value
	Configuration jsontext.Value
	Fields        jsontext.Value
	Statuses      jsontext.Value
	Types         jsontext.Value
	Priorities    jsontext.Value
	Resolutions   jsontext.Value
	Sprints       []jsontext.Value
	Issues        []*SavedIssue
	Order         []string // ids of the backlog, top first; nil where it is not known
	Expected      int
	Missing       backlog.Aspects
	Warnings      []string
}

// Check reports whether Read understands one thing of a list beside the issues: a
// sprint, status, type, field, priority, resolution, board or configuration.
func Check(kind string, raw jsontext.Value) error {
	into, known := map[string]any{
		"sprint": &sprint{}, "status": &status{}, "type": &issueType{}, "field": &field{}, "priority": &named{}, "resolution": &named{},
		"board": &board{}, "configuration": &configuration{},
	}[kind]
	if !known {
		return fmt.Errorf("there is no list of the kind %q", kind)
	}
	return unmarshal(raw, into)
}

// Documents gives what a Pull would have given.
func (s *Saved) Documents() iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for _, d := range s.list() {
			body, err := json.Marshal(d.body, lenient)
			if err != nil {
				yield(connectors.Document{}, fmt.Errorf("keeping %s %s: %w", d.kind, oneLine(d.id), err))
				return
			}
			if !yield(connectors.Document{Kind: d.kind, ID: d.id, Body: body}, nil) {
				return
			}
		}
	}
}

type savedDocument struct {
	kind, id string
	body     any
}

func (s *Saved) list() []savedDocument {
	var list []savedDocument
	put := func(kind, id string, body any) { list = append(list, savedDocument{kind, id, body}) }
	for i, sprint := range s.Sprints {
		put(sprintKind, fmt.Sprint(i), sprint)
	}
	for _, is := range s.Issues {
		put(issueKind, is.ID, is.body)
		if is.Recorded {
			put(historyKind, is.ID, jsontext.Value(join(is.histories)))
		}
	}
	if s.Order != nil {
		put(orderKind, "", s.Order)
	}
	server, _ := json.Marshal(map[string]string{"baseUrl": s.Site}, lenient)
	put(aboutKind, "", about{
		PulledAt: s.At, Server: server, Board: s.Board, Configuration: s.Configuration, Fields: s.Fields, Statuses: s.Statuses,
		Types: s.Types, Priorities: s.Priorities, Resolutions: s.Resolutions, SprintsListed: true,
		Expected: s.Expected, Missing: s.Missing, Warnings: s.Warnings,
	})
	return list
}

// bearable is of how many items one may lack its history. With more gaps, what nobody
// did and what nobody recorded would look the same, and the busiest items are the ones
// whose histories are cut off.
const bearable = 4

// SavedReader reads the documents of a Saved.
func SavedReader(team connectors.Source) connectors.Reader {
	r := &savedReader{reader: (&Connector{}).reader(team), ends: map[string]time.Time{}}
	r.unknown = "The configured field %s is not in the files."
	return r
}

type savedReader struct {
	*reader
	browse string // the address that items are opened at
	ends   map[string]time.Time
}

// Take reads one document.
func (r *savedReader) Take(d connectors.Document) error {
	switch d.Kind {
	case aboutKind:
		r.browse = siteOf(d)
	case issueKind:
		r.ends[d.ID] = endOf(d)
	}
	return r.reader.Take(d)
}

// Snapshot tells what the documents say.
func (r *savedReader) Snapshot() (*backlog.Snapshot, error) {
	snap, err := r.reader.Snapshot()
	if err != nil {
		return nil, err
	}
	snap.Team.Tracker = "files"
	for _, it := range snap.Items {
		if it.URL = ""; r.browse != "" {
			it.URL = r.browse + "/browse/" + it.Key
		}
		if it.NoRecord {
			endAt(it, r.ends[it.ID], snap.TakenAt)
		}
	}
	if snap.Coverage.WithoutRecord*bearable > len(snap.Items) {
		snap.Missing |= backlog.ItemHistory | backlog.RankHistory | backlog.SprintHistory | backlog.Authors
	}
	return snap, nil
}

func siteOf(d connectors.Document) string {
	var about struct {
		Server struct {
			BaseURL string `json:"baseUrl"`
		}
	}
	if decode(jsontext.Value(d.Body), &about) != nil {
		return ""
	}
	return about.Server.BaseURL
}

// endOf is when an issue was resolved; where Jira did not note that, when its status
// last came to mean something else.
func endOf(d connectors.Document) time.Time {
	var is struct {
		Fields struct {
			Resolved jsontext.Value `json:"resolutiondate"`
			Changed  jsontext.Value `json:"statuscategorychangedate"`
		} `json:"fields"`
	}
	if decode(jsontext.Value(d.Body), &is) != nil {
		return time.Time{}
	}
	var resolved, changed stamp
	_ = decode(is.Fields.Resolved, &resolved) // a value of another shape counts as none
	_ = decode(is.Fields.Changed, &changed)
	if resolved.IsZero() {
		return changed.Time
	}
	return resolved.Time
}

// endAt adds to an item without record the one act that Jira keeps beside the
// history: when it ended. What its status was before is not known.
func endAt(it *backlog.Item, at, now time.Time) {
	if it.Now().Outcome == backlog.Open || !at.After(it.CreatedAt()) || at.After(now) {
		return
	}
	before := *it.Now()
	before.Status, before.Outcome = &backlog.Status{Column: -1}, backlog.Open
	end := backlog.Revision{At: at, Changed: backlog.StatusField | backlog.OutcomeField, State: it.Now()}
	it.Revisions[0].State = &before
	it.Revisions = append(it.Revisions, end)
}
