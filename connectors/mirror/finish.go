package mirror

// This file ends a pull: in one transaction, all that it named becomes the team's copy. A
// chunk whose documents are all in it is only marked; of one that lacks some, those that
// stay are written anew, so that what is gone is gone from the file.

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/rolehealth/rolehealth/connectors"
)

// spot is where the version of a document is that counts.
type spot struct {
	chunk int64 // 0: not met
	at    int32 // the place in it
}

// fate is what becomes of one version of a document.
type fate int8

const (
	goes    fate = iota
	stays        // the pull named it
	foreign      // it arrived lately, and the pull did not name it
)

func (in *intake) fateOf(name thing, at spot) fate {
	switch at {
	case in.foreign[name]:
		return foreign
	case in.given[name]:
		return stays
	}
	return goes
}

// tally is what a chunk holds, seen from the end of a pull.
type tally struct {
	seq                int64
	pulled, stamped    bool
	fresh              bool // it came within a day
	all, stay, foreign int
}

// torn reports whether some of the chunk goes and some does not. What arrived and was not
// named by this pull may be another's, which is still under way: it stays for a day.
func (t tally) torn() bool { return t.stay+t.foreign > 0 && t.stay < t.all && t.foreign < t.all }

// crumb reports whether the chunk is so small that it should be joined with others.
func (t tally) crumb() bool { return t.stamped && t.stay == t.all && t.all < batchDocuments/4 }

func (in *intake) finish(ctx context.Context) error {
	tx, err := in.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	chunks, err := in.meet(ctx, tx)
	if err != nil {
		return err
	}
	for name, s := range in.given {
		if s.chunk == 0 {
			return fmt.Errorf("%s %s is there no more: another rolehealth pulled the team at the same time; pull it again", name.kind, name.id)
		}
	}
	if err := in.settle(ctx, tx, chunks); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `
		UPDATE team SET pulled = pulled + 1, chunks = (SELECT count(*) FROM chunk WHERE chunk.team = team.id AND chunk.pulled = 1)
		WHERE id = ?`, in.team); err != nil {
		return err
	}
	return tx.Commit()
}

// meet finds where each document is that stays, and counts. Of several versions the one that
// came last stays, and what arrived rather than what was there.
func (in *intake) meet(ctx context.Context, tx *sql.Tx) (chunks []tally, err error) {
	err = in.eachChunk(ctx, tx, func(t tally, names []byte) error {
		chunks = append(chunks, t)
		at := int32(0)
		return eachName(names, func(n name) bool {
			if _, given := in.given[n.thing]; given {
				in.given[n.thing] = spot{t.seq, at}
			} else if !t.pulled && t.fresh {
				in.foreign[n.thing] = spot{t.seq, at}
			}
			at++
			return true
		})
	})
	if err != nil {
		return nil, err
	}
	next := 0
	return chunks, in.eachChunk(ctx, tx, func(_ tally, names []byte) error {
		t := &chunks[next]
		next++
		return eachName(names, func(n name) bool {
			switch in.fateOf(n.thing, spot{t.seq, int32(t.all)}) {
			case foreign:
				t.foreign++
			case stays:
				t.stay++
			}
			t.all++
			return true
		})
	})
}

func (in *intake) eachChunk(ctx context.Context, tx *sql.Tx, each func(t tally, names []byte) error) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT seq, pulled, stamped, at >= unixepoch() - 86400, names FROM chunk
		WHERE team = ? ORDER BY pulled DESC, seq`, in.team)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var t tally
		var names sql.RawBytes
		if err := rows.Scan(&t.seq, &t.pulled, &t.stamped, &t.fresh, &names); err != nil {
			return err
		}
		if err := each(t, names); err != nil {
			return err
		}
	}
	return rows.Err()
}

// settle marks the chunks that are whole, drops those of which nothing stays, and writes
// anew what stays of the others.
func (in *intake) settle(ctx context.Context, tx *sql.Tx, chunks []tally) error {
	var crumbs, torn []tally
	for _, t := range chunks {
		var err error
		switch {
		case t.foreign == t.all: // another's
		case t.torn():
			torn = append(torn, t)
		case t.stay == 0:
			_, err = tx.ExecContext(ctx, `DELETE FROM chunk WHERE seq = ?`, t.seq)
		case t.crumb():
			crumbs = append(crumbs, t)
		default:
			err = mark(ctx, tx, t)
		}
		if err != nil {
			return err
		}
	}
	if len(torn) == 0 && len(crumbs) == 1 { // there is nothing to join it with
		return mark(ctx, tx, crumbs[0])
	}
	var ours, others batch
	for _, t := range append(torn, crumbs...) {
		if err := in.sift(ctx, tx, t, &ours, &others); err != nil {
			return err
		}
		if err := others.write(ctx, tx, in.team, false); err != nil {
			return err
		}
		if ours.full() {
			if err := ours.write(ctx, tx, in.team, true); err != nil {
				return err
			}
		}
	}
	return ours.write(ctx, tx, in.team, true)
}

func mark(ctx context.Context, tx *sql.Tx, t tally) (err error) {
	if !t.pulled {
		_, err = tx.ExecContext(ctx, `UPDATE chunk SET pulled = 1 WHERE seq = ?`, t.seq)
	}
	return err
}

// sift takes a chunk apart, and drops it.
func (in *intake) sift(ctx context.Context, tx *sql.Tx, t tally, ours, others *batch) error {
	var names, bodies []byte
	row := tx.QueryRowContext(ctx, `SELECT names, body FROM chunk JOIN chunk_body USING (seq) WHERE seq = ?`, t.seq)
	if err := row.Scan(&names, &bodies); err != nil {
		return err
	}
	at := int32(0)
	_, err := eachDocument(nil, names, bodies, func(d connectors.Document) bool {
		switch in.fateOf(thing{d.Kind, d.ID}, spot{t.seq, at}) {
		case foreign:
			others.add(d)
		case stays:
			ours.add(d)
		}
		at++
		return true
	})
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM chunk WHERE seq = ?`, t.seq)
	return err
}
