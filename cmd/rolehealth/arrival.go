package main

// This file reads what a pull brings while it comes, before it is kept: what cannot be
// read must not replace what could.

import (
	"errors"
	"fmt"
	"iter"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// arrival is one team's pull, as it comes in.
type arrival struct {
	reader connectors.Reader
	kept   bool     // some documents stay as they are held: the reader does not get to see them
	lines  []string // what to tell of it
}

// read passes the documents on, after the reader has seen them. The first that it does
// not understand ends the sequence.
func (a *arrival) read(docs iter.Seq2[connectors.Document, error]) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for d, err := range docs {
			switch {
			case err != nil:
			case d.Body == nil:
				a.kept = true
			default:
				if err = a.reader.Take(d); err != nil {
					d, err = connectors.Document{}, unreadable(err)
				}
			}
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// unreadable says what it means for the user that a document is not understood.
func unreadable(err error) error {
	if _, told := errors.AsType[*connectors.Error](err); told {
		return err
	}
	return &connectors.Error{
		Doing: "reading what came", Kind: connectors.ErrAnswer, Err: err,
		Hint: "the earlier copy stays as it was; report this with what -v says",
	}
}

// snapshot is what the pull brought; nil, if that is only a part of the whole.
func (a *arrival) snapshot() (*backlog.Snapshot, error) {
	reader := a.reader
	a.reader = nil // its memory is wanted by others
	if a.kept {
		a.lines = []string{"brought up to date"}
		return nil, nil
	}
	snap, err := reader.Snapshot()
	if err != nil {
		return nil, err
	}
	size := thousands(len(snap.Items)) + " items"
	if len(snap.Items) == 1 {
		size = "1 item"
	}
	a.lines = []string{size + " pulled"}
	if len(snap.Items) == 0 || snap.Process == backlog.Scrum && len(snap.Sprints) == 0 {
		for _, why := range snap.Coverage.Warnings {
			a.lines = append(a.lines, fmt.Sprint("note: ", why))
		}
	}
	return snap, nil
}
