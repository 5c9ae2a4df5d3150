package mirror

// This file tells a pull what need not be fetched again.

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"sync"

	"github.com/rolehealth/rolehealth/connectors"
)

// Held tells what is held of a team: its last complete pull and, over it, what an
// unfinished one brought. It looks at the file once.
func (m *Mirror) Held(team Key) connectors.Held { return &held{mirror: m, key: team} }

type held struct {
	mirror *Mirror
	key    Key

	lock   sync.Mutex
	known  map[string]map[string]version // by kind and id; nil: not looked yet
	chunk  int64                         // the one that is unpacked; 0: none
	bodies map[thing][]byte
}

// version is one version of a document.
type version struct {
	stamp string
	chunk int64
}

func (h *held) Stamps(ctx context.Context, kind string) (stamps map[string]string, err error) {
	defer h.mirror.explain(&err, "reading", h.key)
	known, err := h.look(ctx, false)
	if err != nil {
		return nil, err
	}
	stamps = make(map[string]string, len(known[kind]))
	for id, v := range known[kind] {
		stamps[id] = v.stamp
	}
	return stamps, nil
}

// Body looks once more where a chunk is gone: another process finished a pull meanwhile.
func (h *held) Body(ctx context.Context, kind, id string) (body json.RawMessage, err error) {
	defer h.mirror.explain(&err, "reading", h.key)
	for _, again := range []bool{false, true} {
		known, err := h.look(ctx, again)
		v, held := known[kind][id]
		if !held || err != nil {
			return nil, err
		}
		if body, err = h.body(ctx, thing{kind, id}, v.chunk); !errors.Is(err, sql.ErrNoRows) {
			return body, err
		}
	}
	return nil, nil
}

// look tells what is held: as it was seen before, or again.
func (h *held) look(ctx context.Context, again bool) (map[string]map[string]version, error) {
	h.lock.Lock()
	defer h.lock.Unlock()
	if h.known != nil && !again {
		return h.known, nil
	}
	known := map[string]map[string]version{}
	db, err := h.mirror.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `
		SELECT seq, names FROM chunk JOIN team ON team = team.id
		WHERE connection = ? AND name = ? ORDER BY chunk.pulled DESC, seq`, h.key.Connection, h.key.Team)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var seq int64
		var names sql.RawBytes
		if err := rows.Scan(&seq, &names); err != nil {
			return nil, err
		}
		err := eachName(names, func(n name) bool {
			if known[n.kind] == nil {
				known[n.kind] = map[string]version{}
			}
			known[n.kind][n.id] = version{n.stamp, seq} // what came later counts
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	h.known = known
	return known, rows.Err()
}

// body takes a document out of its chunk. The chunk stays unpacked until another one is
// wanted: who adds to documents asks for neighbours.
func (h *held) body(ctx context.Context, wanted thing, chunk int64) (json.RawMessage, error) {
	h.lock.Lock()
	defer h.lock.Unlock()
	if h.chunk == chunk {
		return bytes.Clone(h.bodies[wanted]), nil
	}
	db, err := h.mirror.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	var names, packed []byte
	if err := db.QueryRowContext(ctx, `SELECT names, body FROM chunk JOIN chunk_body USING (seq) WHERE seq = ?`, chunk).Scan(&names, &packed); err != nil {
		return nil, err
	}
	bodies := map[thing][]byte{}
	if _, err = eachDocument(nil, names, packed, func(d connectors.Document) bool {
		bodies[thing{d.Kind, d.ID}] = d.Body // the last of a name counts
		return true
	}); err != nil {
		return nil, err
	}
	h.chunk, h.bodies = chunk, bodies
	return bytes.Clone(bodies[wanted]), nil
}
