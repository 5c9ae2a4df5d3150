package mirror

// This file writes a pull. A pull takes minutes, and the file has room for one
// writer: so the documents wait in a temporary table of this connection alone, which
// locks nobody out and which the database removes by itself, and move over at once
// at the end.

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"github.com/rolehealth/rolehealth/connectors"
)

// Replace takes all documents of one pull in place of the team's earlier ones, if
// check, which gets them as Documents would give them, has nothing against it. If the
// sequence or check gives an error, that error is returned and the earlier copy stays.
// Of two documents with the same kind and id, the later one counts.
func (m *Mirror) Replace(ctx context.Context, team Key, docs iter.Seq2[connectors.Document, error], check func(iter.Seq2[connectors.Document, error]) error) (err error) {
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // the database only says that it was interrupted
		}
	}()
	room := &waitingRoom{mirror: m}
	defer room.close()
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := room.keep(ctx, doc); err != nil {
			return fmt.Errorf("writing the local copy of %s: keeping %s %s: %w", team.Team, doc.Kind, doc.ID, err)
		}
	}
	if err := room.open(ctx); err != nil {
		return fmt.Errorf("writing the local copy of %s: %w", team.Team, err)
	}
	if err := check(room.documents(ctx)); err != nil {
		return err
	}
	if err := room.moveOver(ctx, team); err != nil {
		return fmt.Errorf("writing the local copy of %s: %w", team.Team, err)
	}
	return nil
}

// waitingRoom holds the documents of a pull until the last one is there.
type waitingRoom struct {
	mirror *Mirror
	conn   *sql.Conn // nil until there is something to keep: a failed sign-in makes no file
}

func (w *waitingRoom) open(ctx context.Context) error {
	if w.conn != nil {
		return nil
	}
	db, err := w.mirror.database(ctx)
	if err != nil {
		return err
	}
	if w.conn, err = db.Conn(ctx); err != nil {
		return err
	}
	// The connection may have served a pull before.
	_, err = w.conn.ExecContext(ctx, `
		DROP TABLE IF EXISTS temp.incoming;
		CREATE TEMP TABLE incoming (
		    seq  INTEGER PRIMARY KEY,
		    kind TEXT NOT NULL,
		    id   TEXT NOT NULL,
		    body BLOB NOT NULL,
		    UNIQUE (kind, id)
		)`)
	return err
}

func (w *waitingRoom) close() {
	if w.conn != nil {
		w.conn.Close()
	}
}

func (w *waitingRoom) keep(ctx context.Context, doc connectors.Document) error {
	if err := w.open(ctx); err != nil {
		return err
	}
	_, err := w.conn.ExecContext(ctx, `
		INSERT INTO temp.incoming (kind, id, body) VALUES (?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
		doc.Kind, doc.ID, []byte(doc.Body))
	return err
}

func (w *waitingRoom) documents(ctx context.Context) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		rows, err := w.conn.QueryContext(ctx, `SELECT kind, id, body FROM temp.incoming ORDER BY kind, seq`)
		if err == nil {
			err = scan(rows, func(d connectors.Document) bool { return yield(d, nil) })
		}
		if err != nil {
			yield(connectors.Document{}, fmt.Errorf("reading what was pulled: %w", err))
		}
	}
}

func (w *waitingRoom) moveOver(ctx context.Context, team Key) error {
	tx, err := w.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	var id int64
	err = tx.QueryRowContext(ctx, `
		INSERT INTO team (connection, name) VALUES (?, ?)
		ON CONFLICT (connection, name) DO UPDATE SET name = excluded.name RETURNING id`,
		team.Connection, team.Team).Scan(&id)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM document WHERE team = ?`, id); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO document (team, kind, id, body)
		SELECT ?, kind, id, body FROM temp.incoming ORDER BY seq`, id)
	if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = w.conn.ExecContext(ctx, `DROP TABLE temp.incoming`)
	return err
}
