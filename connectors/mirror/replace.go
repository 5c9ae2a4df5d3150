package mirror

// This file takes in a pull. What it brings is written in batches as it arrives, each
// in a short transaction, so that a pull of minutes keeps nobody waiting. At its end one
// transaction makes all of it the team's copy.

import (
	"context"
	"database/sql"
	"iter"

	"github.com/rolehealth/rolehealth/connectors"
)

// intake is one pull being taken in.
type intake struct {
	mirror *Mirror
	name   Key
	db     *sql.DB // nil until there is something to keep: a failed sign-in makes no file
	team   int64
	batch  batch

	given   map[thing]spot // all that the pull named, and in the end where it is
	foreign map[thing]spot // what else arrived lately
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
	in := &intake{mirror: m, name: team, given: map[thing]spot{}, foreign: map[thing]spot{}}
	for doc, failure := range docs {
		if failure != nil {
			// What came before the failure is worth keeping, and the failure worth more.
			_ = in.flush(context.WithoutCancel(ctx))
			return failure
		}
		if err := in.take(ctx, doc); err != nil {
			m.explain(&err, "writing", team)
			return err
		}
	}
	if err = in.enrol(ctx); err == nil {
		err = in.flush(ctx)
	}
	if err != nil {
		m.explain(&err, "writing", team)
		return err
	}
	err = in.finish(ctx)
	m.explain(&err, "writing", team)
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
	name := thing{doc.Kind, doc.ID}
	_, again := in.given[name]
	in.given[name] = spot{}
	if doc.Body == nil {
		return nil
	}
	if again { // the later one counts, and comes into a later chunk
		if err := in.flush(ctx); err != nil {
			return err
		}
	}
	if in.batch.add(doc); !in.batch.full() {
		return nil
	}
	return in.flush(ctx)
}

// flush writes the batch, as what arrived.
func (in *intake) flush(ctx context.Context) error {
	if in.batch.documents == 0 {
		return nil
	}
	tx, err := in.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := in.batch.write(ctx, tx, in.team, false); err != nil {
		return err
	}
	return tx.Commit()
}
