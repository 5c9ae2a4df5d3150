package mirror

// This file brings the database's layout up to date. A change of the layout is one
// more numbered file under migrations; files that were released never change.

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"time"

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
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files)
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
