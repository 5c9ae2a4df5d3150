package mirror

// This file puts documents together into chunks, and takes them apart. JSON of a tracker
// says the same words again and again: many documents packed together need a small part of
// the room, and of the time to write them.

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"

	"github.com/klauspost/compress/s2"

	"github.com/rolehealth/rolehealth/connectors"
)

// thing names a document within a team.
type thing struct{ kind, id string }

// name is what is known of a document while its chunk stays packed.
type name struct {
	thing
	stamp string
	size  int // of the body, in bytes
}

// chunk is some documents on their way into the file.
type chunk struct{ names, bodies, room []byte }

func (c *chunk) add(d connectors.Document) {
	for _, word := range []string{d.Kind, d.ID, d.Stamp} {
		c.names = binary.AppendUvarint(c.names, uint64(len(word)))
		c.names = append(c.names, word...)
	}
	c.names = binary.AppendUvarint(c.names, uint64(len(d.Body)))
	c.bodies = append(c.bodies, d.Body...)
}

// write puts the chunk into the file, and empties it.
func (c *chunk) write(ctx context.Context, tx *sql.Tx, team int64, pulled, stamped bool) error {
	if len(c.names) == 0 {
		return nil
	}
	made, err := tx.ExecContext(ctx, `INSERT INTO chunk (team, pulled, stamped, names) VALUES (?, ?, ?, ?)`, team, pulled, stamped, pack(nil, c.names))
	if err != nil {
		return err
	}
	seq, err := made.LastInsertId()
	if err != nil {
		return err
	}
	c.room = pack(c.room, c.bodies)
	_, err = tx.ExecContext(ctx, `INSERT INTO chunk_body (seq, body) VALUES (?, ?)`, seq, c.room)
	if c.names, c.bodies = c.names[:0], c.bodies[:0]; cap(c.bodies) > 2*batchBytes {
		c.bodies, c.room = nil, nil // of a giant; most are small
	}
	return err
}

const (
	batchDocuments = 200     // of one batch
	batchBytes     = 4 << 20 // of one batch, not packed
)

// batch is what is written at once: the documents that every pull brings anew apart from
// the others, so that these stay as they are written.
type batch struct {
	passing, lasting chunk
	documents        int
}

func (b *batch) add(d connectors.Document) {
	into := &b.lasting
	if d.Stamp == "" {
		into = &b.passing
	}
	into.add(d)
	b.documents++
}

func (b *batch) full() bool {
	return b.documents >= batchDocuments || len(b.lasting.bodies)+len(b.passing.bodies) >= batchBytes
}

// write puts the batch into the file, and empties it.
func (b *batch) write(ctx context.Context, tx *sql.Tx, team int64, pulled bool) error {
	b.documents = 0
	if err := b.passing.write(ctx, tx, team, pulled, false); err != nil {
		return err
	}
	return b.lasting.write(ctx, tx, team, pulled, true)
}

// sealed is how many bytes in front of what is packed hold its checksum.
const sealed = 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// pack packs, in the room of an earlier one or in new room, and seals: what a disk or a
// copy made of it must not pass for what came.
func pack(room, plain []byte) []byte {
	room = slices.Grow(room[:0], sealed+s2.MaxEncodedLen(len(plain)))
	packed := s2.Encode(room[sealed:cap(room)], plain)
	room = room[:sealed+len(packed)]
	binary.BigEndian.PutUint32(room, crc32.Checksum(packed, castagnoli))
	return room
}

// isSealed reports whether that is what pack made.
func isSealed(stored []byte) bool {
	return len(stored) > sealed && binary.BigEndian.Uint32(stored) == crc32.Checksum(stored[sealed:], castagnoli)
}

// unpack gives what was packed, in the room of an earlier one or in new room.
func unpack(room, stored []byte) ([]byte, error) {
	if !isSealed(stored) {
		return nil, errDamaged
	}
	out, err := s2.Decode(room[:cap(room)], stored[sealed:])
	if err != nil {
		return nil, errors.Join(errDamaged, err)
	}
	return out, nil
}

// eachName tells the names of a chunk in the order of its bodies, until each says no.
func eachName(packed []byte, each func(name) bool) error {
	raw, err := unpack(nil, packed)
	if err != nil {
		return err
	}
	rest := string(raw) // all names share it
	number := func() int {
		n, used := binary.Uvarint([]byte(rest[:min(len(rest), binary.MaxVarintLen64)]))
		if used <= 0 || n > 1<<40 {
			err = errDamaged
			return 0
		}
		rest = rest[used:]
		return int(n)
	}
	word := func() (w string) {
		n := number()
		if n > len(rest) {
			err = errDamaged
			return ""
		}
		w, rest = rest[:n], rest[n:]
		return w
	}
	for rest != "" {
		n := name{thing: thing{word(), word()}, stamp: word()}
		n.size = number()
		if err != nil || !each(n) {
			return err
		}
	}
	return nil
}

// eachDocument tells the documents of a chunk, until each says no. Their bodies are good
// until room is used again.
func eachDocument(room, names, bodies []byte, each func(connectors.Document) bool) (again []byte, err error) {
	if room, err = unpack(room, bodies); err != nil {
		return nil, err
	}
	rest := room
	whole := true
	err = eachName(names, func(n name) bool {
		if whole = n.size <= len(rest); !whole {
			return false
		}
		d := connectors.Document{Kind: n.kind, ID: n.id, Stamp: n.stamp, Body: rest[:n.size:n.size]}
		rest = rest[n.size:]
		return each(d)
	})
	if !whole {
		err = errDamaged
	}
	return room, err
}
