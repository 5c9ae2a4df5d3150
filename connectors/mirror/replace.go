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

// Replace takes all documents of one pull in place of the team's earlier ones. If
// the sequence gives an error, that error is returned and the earlier copy stays.
// Of two documents with the same kind and id, the later one counts.
func (m *Mirror) Replace(ctx context.Context, team Key, docs iter.Seq2[connectors.Document, error]) (err error) {
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // the database only says that it was interrupted
		}
	}()
	conn, err := m.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("writing the local copy of %s: %w", team.Team, err)
	}
	defer conn.Close()
	if err := prepare(ctx, conn); err != nil {
		return fmt.Errorf("writing the local copy of %s: %w", team.Team, err)
	}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := keep(ctx, conn, doc); err != nil {
			return fmt.Errorf("writing the local copy of %s: keeping %s %s: %w", team.Team, doc.Kind, doc.ID, err)
		}
	}
	if err := moveOver(ctx, conn, team); err != nil {
		return fmt.Errorf("writing the local copy of %s: %w", team.Team, err)
	}
	return nil
}

// prepare empties the waiting room: the connection may have served a pull before.
func prepare(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `
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

func keep(ctx context.Context, conn *sql.Conn, doc connectors.Document) error {
	_, err := conn.ExecContext(ctx, `
		INSERT INTO temp.incoming (kind, id, body) VALUES (?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
		doc.Kind, doc.ID, []byte(doc.Body))
	return err
}

func moveOver(ctx context.Context, conn *sql.Conn, team Key) error {
	tx, err := conn.BeginTx(ctx, nil)
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
	_, err = conn.ExecContext(ctx, `DROP TABLE temp.incoming`)
	return err
}
