package jira

// This file is the order of a Pull: what the board is, then its Sprints, its items
// page by page with their histories and comments, the parents above them, and the
// order of the backlog. The document "about" comes last: it holds what Read needs
// to know about the whole, and is the mark of a pull that reached its end.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// The kinds of documents.
const (
	aboutKind    = "about"    // one; see about
	sprintKind   = "sprint"   // as the board lists it
	issueKind    = "issue"    // as the search gives it
	historyKind  = "history"  // an issue's changes, an array; absent when they did not come
	commentsKind = "comments" // an issue's comments, an array, where the search gave only some
	orderKind    = "order"    // the backlog: an array of issue ids, top first
)

// parallel is how many questions are under way at a time.
const parallel = 4

// about is what a Pull learnt about the whole. The raw parts are as Jira sent them,
// null where the site does not offer them.
type about struct {
	PulledAt      time.Time
	Since         time.Time // zero: everything was asked for
	Server        jsontext.Value
	Board         jsontext.Value
	Configuration jsontext.Value
	Fields        jsontext.Value
	Statuses      jsontext.Value
	Types         jsontext.Value
	Priorities    jsontext.Value
	Resolutions   jsontext.Value
	SprintsListed bool // the board told which Sprints it has, be it none
	Expected      int  // what Jira counts for the same question, parents included
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

	search  searcher
	seen    map[id]bool     // issues yielded
	keys    map[string]bool // their keys
	parents []string        // ids and keys above the issues, to be fetched if not seen
	recent  int             // issues yielded, for the progress
	noBulk  bool            // the site has no bulk endpoint for histories

	mutex   sync.Mutex // guards what follows, and about.Warnings, while questions run side by side
	unread  []string   // keys of issues whose history did not come whole
	unheard []string   // keys of issues whose comments did not
}

// Pull fetches everything Read needs: all that was open at any time since the
// horizon, each with its whole history, and the parents above, wherever they live.
func (c *Connector) Pull(ctx context.Context, team connectors.Source, tell func(connectors.Progress)) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		p := &pull{Connector: c, team: team, tell: tell, seen: map[id]bool{}, keys: map[string]bool{}}
		if tell == nil {
			p.tell = func(connectors.Progress) {}
		}
		err := p.run(ctx, func(kind, id string, body any) error {
			raw, err := json.Marshal(body, lenient)
			if err != nil {
				return fmt.Errorf("keeping %s %s: %w", kind, id, err)
			}
			if !yield(connectors.Document{Kind: kind, ID: id, Body: raw}, nil) {
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
type sink func(kind, id string, body any) error

func (p *pull) run(ctx context.Context, put sink) error {
	p.about.PulledAt = p.now().UTC().Truncate(time.Millisecond)
	if p.team.History > 0 {
		p.about.Since = p.about.PulledAt.Add(-p.team.History)
	}
	for _, step := range []func(context.Context, sink) error{
		p.site, p.findBoard, p.meanings, p.sprints, p.items, p.ancestors, p.order,
	} {
		if err := step(ctx, put); err != nil {
			return err
		}
	}
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
	return put(aboutKind, string(p.board.ID), p.about)
}

// site makes sure that this is a Jira Cloud and that the token is taken.
func (p *pull) site(ctx context.Context, _ sink) error {
	doing := "signing in to " + p.base
	err := p.optional(ctx, p.get(ctx, "rest/api/2/serverInfo", nil, &p.about.Server), "The site does not tell its version")
	if err != nil {
		return failed(err, "%s", doing)
	}
	var server struct {
		DeploymentType string `json:"deploymentType"`
		Version        string `json:"version"`
	}
	if err := decode(p.about.Server, &server); err != nil {
		return failed(err, "%s", doing)
	}
	if kind := server.DeploymentType; kind != "" && !strings.EqualFold(kind, "Cloud") {
		return &connectors.Error{Doing: doing, Kind: connectors.ErrAnswer, Hint: hintServer,
			Err: fmt.Errorf("this is a Jira %s %s: Data Center is not supported yet", oneLine(kind), oneLine(server.Version))}
	}
	var me user
	err = p.get(ctx, "rest/api/2/myself", nil, &me)
	if refused, ok := errors.AsType[*statusError](err); ok && refused.code == http.StatusForbidden {
		out := failed(err, "%s", doing).(*connectors.Error)
		out.Kind = connectors.ErrAuth
		return out
	}
	return failed(p.optional(ctx, err, "The site does not tell who is signed in"), "%s", doing)
}

// meanings reads the lists that say what ids stand for, side by side.
func (p *pull) meanings(ctx context.Context, _ sink) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(parallel)
	for _, list := range []struct {
		path, without string
		into          *jsontext.Value
	}{
		{"field", "The site does not list its fields: they are told by their names alone", &p.about.Fields},
		{"status", "The site does not list its statuses: past ones may not be understood", &p.about.Statuses},
		{"issuetype", "The site does not list its issue types: past ones may not be understood", &p.about.Types},
		{"priority", "The site does not list its priorities: their order is not known", &p.about.Priorities},
		{"resolution", "The site does not list its resolutions", &p.about.Resolutions},
	} {
		group.Go(func() error {
			err := p.get(inner, "rest/api/2/"+list.path, nil, list.into)
			return failed(p.optional(inner, err, list.without), "reading the list of %s", list.path)
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	var fields []field
	if err := decode(p.about.Fields, &fields); err != nil {
		return failed(err, "reading the list of fields")
	}
	p.fields = discover(fields, p.config, p.team.Fields)
	for _, unknown := range p.fields.unknown {
		p.warn("The configured field %s does not exist, or this account may not see it.", unknown)
	}
	return nil
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
