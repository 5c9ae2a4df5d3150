package mirror

// This file takes in a pull. What it brings is written in batches as it arrives, each
// in a short transaction, so that a pull of minutes keeps nobody waiting. At its end one
// transaction makes all of it the team's copy.

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"

	"github.com/rolehealth/rolehealth/connectors"
)

const (
	batchDocuments = 200     // of one batch, and of one statement
	batchBytes     = 4 << 20 // of one batch, packed
)

// thing names a document within a team.
type thing struct{ kind, id string }

// intake is one pull being taken in.
type intake struct {
	mirror *Mirror
	name   Key
	db     *sql.DB // nil until there is something to keep: a failed sign-in makes no file
	team   int64
	given  map[thing]bool // all that the pull named; true once it is met in the database
	batch  []connectors.Document
	bytes  int
	room   []byte // to pack in
}

// Replace takes all documents of one pull in place of the team's earlier ones. If the
// sequence gives an error, that error is returned and the earlier copy stays; what had
// come is held for the next pull. A document without a body stays as it is held. Of two
// documents with the same kind and id, the later one counts.
func (m *Mirror) Replace(ctx context.Context, team Key, docs iter.Seq2[connectors.Document, error]) (err error) {
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // the database only says that it was interrupted
		}
	}()
	in := &intake{mirror: m, name: team, given: map[thing]bool{}}
	for doc, failure := range docs {
		if failure != nil {
			// What came before the failure is worth keeping, and the failure worth more.
			_ = in.flush(context.WithoutCancel(ctx))
			return failure
		}
		if err := in.take(ctx, doc); err != nil {
			explain(&err, "writing", team)
			return err
		}
	}
	if err = in.enrol(ctx); err == nil {
		err = in.flush(ctx)
	}
	if err != nil {
		explain(&err, "writing", team)
		return err
	}
	err = in.finish(ctx)
	explain(&err, "writing", team)
	return err
}

// enrol gives the team a number, unless it has one.
func (in *intake) enrol(ctx context.Context) (err error) {
	if in.db != nil {
		return nil
	}
	db, err := in.mirror.database(ctx)
	if err != nil {
		return err
	}
	if in.team, _, err = teamID(ctx, db, in.name); err == nil && in.team == 0 {
		err = db.QueryRowContext(ctx, `
			INSERT INTO team (connection, name) VALUES (?, ?)
			ON CONFLICT (connection, name) DO UPDATE SET name = excluded.name RETURNING id`,
			in.name.Connection, in.name.Team).Scan(&in.team)
	}
	if err == nil {
		in.db = db
	}
	return err
}

func (in *intake) take(ctx context.Context, doc connectors.Document) error {
	if err := in.enrol(ctx); err != nil {
		return err
	}
	in.given[thing{doc.Kind, doc.ID}] = false
	if doc.Body == nil {
		return nil
	}
	doc.Body, in.room = pack(in.room, doc.Body)
	in.batch = append(in.batch, doc)
	if in.bytes += len(doc.Body); len(in.batch) < batchDocuments && in.bytes < batchBytes {
		return nil
	}
	return in.flush(ctx)
}

// flush writes the batch: first the bodies, then which document each of them is.
func (in *intake) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	tx, err := in.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	var last int64
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM content`).Scan(&last); err != nil {
		return err
	}
	var bodies, names []any
	for _, doc := range in.batch {
		last++
		bodies = append(bodies, last, []byte(doc.Body))
		names = append(names, in.team, doc.Kind, doc.ID, doc.Stamp, last)
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO content (seq, body) VALUES `+places(len(in.batch), 2), bodies...); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO arrived (team, kind, id, stamp, seq) VALUES `+places(len(in.batch), 5)+`
		ON CONFLICT (team, kind, id) DO UPDATE SET stamp = excluded.stamp, seq = excluded.seq`, names...)
	if err != nil {
		return err
	}
	clear(in.batch)
	in.batch, in.bytes = in.batch[:0], 0
	return tx.Commit()
}

// places writes (?,?),(?,?) for so many rows and columns.
func places(rows, columns int) string {
	row := "(?" + strings.Repeat(",?", columns-1) + ")"
	return row + strings.Repeat(","+row, rows-1)
}

// finish makes what the pull gave the team's copy. What arrived and was not named by
// this pull may be another's, which is still under way: it stays for a day.
func (in *intake) finish(ctx context.Context) error {
	tx, err := in.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	for _, table := range []struct{ name, drop string }{
		{"document", `DELETE FROM document WHERE team = ? AND kind = ? AND id = ?`},
		{"arrived", `UPDATE arrived SET other = 1 WHERE team = ? AND kind = ? AND id = ?`},
	} {
		strangers, err := in.meet(ctx, tx, table.name)
		if err != nil {
			return err
		}
		for _, name := range strangers {
			if _, err := tx.ExecContext(ctx, table.drop, in.team, name.kind, name.id); err != nil {
				return err
			}
		}
	}
	for name, met := range in.given {
		if !met {
			return fmt.Errorf("%s %s is there no more: another rolehealth pulled the team at the same time; pull it again", name.kind, name.id)
		}
	}
	for _, statement := range []string{
		`INSERT INTO document (team, kind, id, stamp, seq) SELECT team, kind, id, stamp, seq FROM arrived WHERE team = ? AND other = 0
		 ON CONFLICT (team, kind, id) DO UPDATE SET stamp = excluded.stamp, seq = excluded.seq`,
		`DELETE FROM arrived WHERE team = ? AND (other = 0 OR at < unixepoch() - 86400)`,
		`UPDATE arrived SET other = 0 WHERE team = ?`,
		`UPDATE team SET pulled = pulled + 1 WHERE id = ?`,
	} {
		if _, err := tx.ExecContext(ctx, statement, in.team); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// meet marks what the pull named and the table has, and lists what it has besides.
func (in *intake) meet(ctx context.Context, tx *sql.Tx, table string) (strangers []thing, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT kind, id FROM `+table+` WHERE team = ?`, in.team)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name thing
		if err := rows.Scan(&name.kind, &name.id); err != nil {
			return nil, err
		}
		if _, given := in.given[name]; given {
			in.given[name] = true
		} else {
			strangers = append(strangers, name)
		}
	}
	return strangers, rows.Err()
}
