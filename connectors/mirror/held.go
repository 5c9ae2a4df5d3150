package mirror

// This file tells a pull what need not be fetched again.

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/rolehealth/rolehealth/connectors"
)

// Held tells what is held of a team: its last complete pull and, over it, what an
// unfinished one brought.
func (m *Mirror) Held(team Key) connectors.Held { return held{m, team} }

type held struct {
	mirror *Mirror
	key    Key
}

// open finds the team; 0 is one of which nothing is held, and then there may be no file.
func (h held) open(ctx context.Context) (db *sql.DB, team int64, err error) {
	if db, err = h.mirror.existing(ctx); db == nil || err != nil {
		return nil, 0, err
	}
	team, _, err = teamID(ctx, db, h.key)
	return db, team, err
}

func (h held) Stamps(ctx context.Context, kind string) (stamps map[string]string, err error) {
	defer explain(&err, "reading", h.key)
	db, team, err := h.open(ctx)
	if team == 0 || err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `
		SELECT id, stamp FROM document WHERE team = ?1 AND kind = ?2 UNION ALL
		SELECT id, stamp FROM arrived  WHERE team = ?1 AND kind = ?2`, team, kind)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	stamps = map[string]string{}
	for rows.Next() {
		var id, stamp string
		if err := rows.Scan(&id, &stamp); err != nil {
			return nil, err
		}
		stamps[id] = stamp // what arrived comes second, and counts
	}
	return stamps, rows.Err()
}

func (h held) Body(ctx context.Context, kind, id string) (body json.RawMessage, err error) {
	defer explain(&err, "reading", h.key)
	db, team, err := h.open(ctx)
	if team == 0 || err != nil {
		return nil, err
	}
	var stored []byte
	err = db.QueryRowContext(ctx, `
		SELECT body FROM content WHERE seq = coalesce(
		    (SELECT seq FROM arrived  WHERE team = ?1 AND kind = ?2 AND id = ?3),
		    (SELECT seq FROM document WHERE team = ?1 AND kind = ?2 AND id = ?3))`, team, kind, id).Scan(&stored)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return unpack(nil, stored)
}
