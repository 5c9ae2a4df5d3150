package mirror

// This file brings the database's layout up to date. A change of the layout is one
// more numbered file under migrations; files that were released never change. What SQL
// cannot do with what is held is done here, under a number of its own.

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/klauspost/compress/s2"
	"github.com/pressly/goose/v3"

	"github.com/rolehealth/rolehealth/connectors"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate applies what is missing. Another process may be at the same step: then one
// of the two fails at something that exists by now, and looks again.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	const tries = 5
	var err error
	for range tries {
		var current, target int64
		current, target, err = step(ctx, db)
		switch {
		case err == nil && current > target:
			return &connectors.Error{
				Doing: "opening the local copy",
				Err:   fmt.Errorf("%s was written by a newer rolehealth (layout %d, this one knows %d)", path, current, target),
				Hint:  "update rolehealth, or choose another folder with --data",
			}
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		}
		time.Sleep(50 * time.Millisecond)
	}
	return err
}

// step applies what is missing, and says the layout before and the newest known.
func step(ctx context.Context, db *sql.DB) (current, target int64, err error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return 0, 0, err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithGoMigrations(
		goose.NewGoMigration(4, &goose.GoFunc{RunTx: intoChunks}, nil),
		goose.NewGoMigration(5, &goose.GoFunc{RunTx: seal}, nil),
	))
	if err != nil {
		return 0, 0, err
	}
	current, target, err = provider.GetVersions(ctx)
	if err != nil || current >= target {
		return current, target, err
	}
	_, err = provider.Up(ctx)
	return current, target, err
}

// intoChunks moves the documents of the second layout, a row each, into chunks.
func intoChunks(ctx context.Context, tx *sql.Tx) error {
	for _, from := range []struct {
		table  string
		pulled bool
	}{{"document", true}, {"arrived", false}} {
		if err := moveRows(ctx, tx, from.table, from.pulled); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `DROP TABLE arrived; DROP TABLE document; DROP TABLE content`)
	return err
}

func moveRows(ctx context.Context, tx *sql.Tx, table string, pulled bool) error {
	rows, err := tx.QueryContext(ctx, `SELECT team, kind, id, stamp, body FROM `+table+` JOIN content USING (seq) ORDER BY team, seq`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var now batch
	var of int64 // whose team the batch is
	for rows.Next() {
		var team int64
		var d connectors.Document
		var stored []byte
		if err := rows.Scan(&team, &d.Kind, &d.ID, &d.Stamp, &stored); err != nil {
			return err
		}
		if d.Body = stored; len(stored) > 0 && stored[0] == 0x01 { // no JSON begins so: it is packed
			if d.Body, err = s2.Decode(nil, stored[1:]); err != nil {
				return errors.Join(errDamaged, err)
			}
		}
		if now.full() || team != of {
			if err := now.write(ctx, tx, of, pulled); err != nil {
				return err
			}
		}
		of = team
		now.add(d)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return now.write(ctx, tx, of, pulled)
}

// seal puts the checksum before what the fourth layout packed without. What comes from an
// older one has it already.
func seal(ctx context.Context, tx *sql.Tx) error {
	if err := sealColumn(ctx, tx, "chunk", "names"); err != nil {
		return err
	}
	return sealColumn(ctx, tx, "chunk_body", "body")
}

func sealColumn(ctx context.Context, tx *sql.Tx, table, column string) error {
	for seq := int64(0); ; {
		var packed []byte
		row := tx.QueryRowContext(ctx, `SELECT seq, `+column+` FROM `+table+` WHERE seq > ? ORDER BY seq LIMIT 1`, seq)
		if err := row.Scan(&seq, &packed); errors.Is(err, sql.ErrNoRows) {
			return nil
		} else if err != nil {
			return err
		}
		if isSealed(packed) {
			continue
		}
		plain, err := s2.Decode(nil, packed)
		if err != nil {
			return errors.Join(errDamaged, err)
		}
		if _, err := tx.ExecContext(ctx, `UPDATE `+table+` SET `+column+` = ? WHERE seq = ?`, pack(nil, plain), seq); err != nil {
			return err
		}
	}
}
