package jira

// This file finds the board, and reads what it is made of: columns, filter, Sprints.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// agilePage is the most that Jira's board and Sprint lists give at once.
const agilePage = 50

// pageCap ends lists that never end.
const pageCap = 10000

// findBoard resolves the configured id or name, and reads the configuration.
func (p *pull) findBoard(ctx context.Context) error {
	doing := fmt.Sprintf("looking for board %q", p.team.Board)
	if strings.TrimSpace(p.team.Board) == "" {
		return &connectors.Error{Doing: "looking for the board", Kind: connectors.ErrNotFound, Err: errors.New("no board is given"), Hint: "set board to its id or name"}
	}
	raw, config, err := p.boardByID(ctx)
	if err == nil && raw == nil {
		raw, err = p.boardByName(ctx)
	}
	if err != nil {
		return failed(err, "%s", doing)
	}
	p.about.Board = raw
	if err := decode(raw, &p.board); err != nil {
		return failed(err, "%s", doing)
	}
	if config == nil {
		config = p.configuration(ctx, string(p.board.ID))
	}
	p.about.Configuration = config.raw
	err = p.optional(ctx, config.err, "The board's configuration may not be read (a scoped token needs read:board-scope.admin:jira-software): columns are not known")
	if err == nil {
		err = decode(p.about.Configuration, &p.config)
	}
	return failed(err, "reading the configuration of board %s", p.board.ID)
}

// boardByID gives nothing where the configured board is no number, or no board has it. Its
// configuration is asked for at the same time.
func (p *pull) boardByID(ctx context.Context) (raw jsontext.Value, config *answered, err error) {
	if _, err := strconv.ParseUint(p.team.Board, 10, 63); err != nil {
		return nil, nil, nil
	}
	var group errgroup.Group
	group.Go(func() error { config = p.configuration(ctx, p.team.Board); return nil })
	err = p.get(ctx, "rest/agile/1.0/board/"+p.team.Board, nil, &raw)
	_ = group.Wait() // what went wrong is in the answer
	if isNotFound(err) {
		return nil, nil, nil
	}
	return raw, config, err
}

// answered is an answer that may be a refusal.
type answered struct {
	raw jsontext.Value
	err error
}

func (p *pull) configuration(ctx context.Context, board string) *answered {
	a := &answered{}
	a.err = p.get(ctx, "rest/agile/1.0/board/"+url.PathEscape(board)+"/configuration", nil, &a.raw)
	return a
}

func (p *pull) boardByName(ctx context.Context) (jsontext.Value, error) {
	found, _, err := p.boards(ctx, url.Values{"name": {p.team.Board}})
	if err != nil {
		return nil, err
	}
	var others []string
	if len(found) == 0 {
		if found, others, err = p.boards(ctx, nil); err != nil {
			return nil, err
		}
	}
	switch {
	case len(found) == 1:
		return found[0].raw, nil
	case len(found) > 1:
		var ids []string
		for _, b := range found {
			ids = append(ids, string(b.ID))
		}
		return nil, &connectors.Error{Doing: fmt.Sprintf("looking for board %q", p.team.Board), Kind: connectors.ErrNotFound,
			Err: fmt.Errorf("%d boards have this name: %s", len(found), strings.Join(ids, ", ")), Hint: "set board to the id of the right one"}
	}
	cause, hint := "there is no such board, or this account may not see it", "this account sees no board at all; "+hintScopes
	if len(others) > 0 {
		cause += "; it sees " + strings.Join(others[:min(10, len(others))], ", ")
		hint = "set board to the id or name of one that this account sees"
	}
	return nil, &connectors.Error{Doing: fmt.Sprintf("looking for board %q", p.team.Board), Kind: connectors.ErrNotFound,
		Err: errors.New(cause), Hint: hint}
}

// called reports whether the configuration means this board.
func (b board) called(name string) bool {
	return strings.EqualFold(b.Name, strings.TrimSpace(name)) || string(b.ID) == name
}

type rawBoard struct {
	board
	raw jsontext.Value
}

// boards lists the boards that have the configured id or name, and all others.
func (p *pull) boards(ctx context.Context, query url.Values) (match []rawBoard, others []string, err error) {
	err = p.agileList(ctx, "boards", "rest/agile/1.0/board", query, func(raw jsontext.Value) error {
		b := rawBoard{raw: raw}
		if err := decode(raw, &b.board); err != nil {
			return err
		}
		if b.called(p.team.Board) {
			match = append(match, b)
		} else {
			others = append(others, fmt.Sprintf("%s %q", b.ID, oneLine(b.Name)))
		}
		return nil
	})
	return match, others, err
}

// sprints lists the board's Sprints. Boards that have none answer 400.
func (p *pull) sprints(ctx context.Context) (found []connectors.Document, err error) {
	path := "rest/agile/1.0/board/" + url.PathEscape(string(p.board.ID)) + "/sprint"
	err = p.agileList(ctx, "Sprints", path, nil, func(raw jsontext.Value) error {
		var s sprint
		if err := decode(raw, &s); err != nil {
			return err
		}
		found = append(found, connectors.Document{Kind: sprintKind, ID: string(s.ID), Body: []byte(raw)})
		return nil
	})
	status, refused := errors.AsType[*statusError](err)
	if err == nil || refused && status.code == http.StatusBadRequest {
		p.about.SprintsListed = true
		return found, nil
	}
	if refused && status.absent() {
		p.about.Missing |= backlog.SprintGoals
	}
	return found, failed(p.optional(ctx, err, "The board's Sprints may not be read"), "reading the Sprints of board %s", p.board.ID)
}

// agileList walks a list that is paged by startAt and ended by isLast.
func (p *pull) agileList(ctx context.Context, what, path string, query url.Values, each func(jsontext.Value) error) error {
	seen := map[id]bool{}
	for start, page := 0, 0; page < pageCap; page++ {
		asked := url.Values{"startAt": {strconv.Itoa(start)}, "maxResults": {strconv.Itoa(agilePage)}}
		maps.Copy(asked, query)
		var answer struct {
			IsLast *bool            `json:"isLast"`
			Total  *int             `json:"total"`
			Values []jsontext.Value `json:"values"`
		}
		if err := p.get(ctx, path, asked, &answer); err != nil {
			return err
		}
		if answer.Values == nil && answer.IsLast == nil && answer.Total == nil {
			return errNoList
		}
		fresh := 0
		for _, raw := range answer.Values {
			var thing named
			if err := decode(raw, &thing); err != nil {
				return err
			}
			if seen[thing.ID] {
				continue
			}
			seen[thing.ID] = true
			fresh++
			if err := each(raw); err != nil {
				return err
			}
		}
		start += len(answer.Values)
		last := answer.IsLast != nil && *answer.IsLast || answer.IsLast == nil && answer.Total != nil && start >= *answer.Total
		switch {
		case last:
			return nil
		case len(answer.Values) == 0:
			if answer.IsLast != nil || answer.Total != nil {
				p.warn("Jira says there are more %s, but gives none.", what)
			}
			return nil
		}
		if fresh == 0 {
			return &strangeError{what: "a list repeats the same page"}
		}
	}
	return &strangeError{what: "a list does not end"}
}
