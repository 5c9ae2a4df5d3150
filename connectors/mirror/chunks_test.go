package mirror_test

// These tests hold what is in the file itself: nothing that is gone, and not too much of the
// rest.

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/s2"

	"github.com/rolehealth/rolehealth/connectors"
)

// Bodies go with the documents that they belong to: what was replaced, what nobody asked for
// again in a day, and all of a team that is deleted.
func TestNoBodyStaysBehind(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	db := database(t, dir)
	bodies := func(after string, want string) {
		t.Helper()
		var all []string
		rows, err := db.Query(`SELECT body FROM chunk_body ORDER BY seq`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var packed []byte
			if err := rows.Scan(&packed); err != nil {
				t.Fatal(err)
			}
			body, err := s2.Decode(nil, packed[4:])
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(body))
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("after %s the bodies are %s, want %s", after, got, want)
		}
	}
	replace(t, m, checkout, stamped("1", "a", `"a"`), stamped("2", "a", `"b"`), doc("about", "", `"c"`))
	bodies("the first pull", `"c" "a""b"`)
	replace(t, m, checkout, stamped("1", "", ""), doc("about", "", `"d"`))
	bodies("the second, which lacks one", `"d" "a"`)
	_ = m.Replace(t.Context(), checkout, breaking(stamped("3", "a", `"e"`), stamped("4", "a", `"f"`)))
	bodies("one that failed", `"d" "a" "e""f"`)
	replace(t, m, checkout, stamped("3", "", ""))
	bodies("the next, which may not be the failed one's", `"f" "e"`)
	if _, err := db.Exec(`UPDATE chunk SET at = 0`); err != nil {
		t.Fatal(err)
	}
	replace(t, m, checkout, stamped("3", "b", `"g"`))
	bodies("one a day later", `"g"`)
	_ = m.Replace(t.Context(), checkout, breaking(stamped("5", "a", `"h"`)))
	if _, err := db.Exec(`DELETE FROM team`); err != nil {
		t.Fatal(err)
	}
	bodies("the team was deleted", ``)
}

// What a tracker no longer tells, such as a deleted comment, is not left in the file either.
func TestWhatIsGoneIsOverwritten(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	const secret = "between Ada and Ben alone"
	var noise strings.Builder // fills pages of its own, and does not pack
	for chance := rand.New(rand.NewPCG(1, 1)); noise.Len() < 40_000; {
		fmt.Fprintf(&noise, "%x", chance.Uint64())
	}
	replace(t, m, checkout, stamped("1", "a", `"`+noise.String()+secret+noise.String()[5000:]+`"`), stamped("2", "a", `"two"`))
	replace(t, m, checkout, stamped("1", "b", `"nothing"`), stamped("2", "", ""))
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "mirror.db"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(raw, []byte("nothing")) || bytes.Contains(raw, []byte(secret)) {
		t.Errorf("the file has the new words: %v, want true; the old ones: %v, want false", bytes.Contains(raw, []byte("nothing")), bytes.Contains(raw, []byte(secret)))
	}
}

// Chunks stay few, however many pulls bring a little: those that are nearly empty are joined.
func TestSmallChunksAreJoined(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	var docs []connectors.Document
	for i := range 1000 {
		docs = append(docs, stamped(fmt.Sprint(i), "a", fmt.Sprint(i)))
	}
	replace(t, m, checkout, docs...)
	for pull := range 20 { // each changes a few, all over
		next := slices.Clone(docs)
		for i := range next {
			if next[i].Body = nil; i%25 == pull {
				next[i] = stamped(fmt.Sprint(i), fmt.Sprint(pull), fmt.Sprint(i))
			}
		}
		replace(t, m, checkout, next...)
	}
	if got := read(t, m, checkout); len(got) != len(docs) {
		t.Fatalf("%d documents are left of %d", len(got), len(docs))
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "mirror.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var chunks int
	if err := db.QueryRow(`SELECT count(*) FROM chunk`).Scan(&chunks); err != nil || chunks > 10 {
		t.Errorf("%d chunks (%v) hold 1,000 documents, want at most ten", chunks, err)
	}
}

// database opens the file of a copy.
func database(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(dir, "mirror.db"))+"?_pragma=foreign_keys(ON)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// What a disk has changed is never given as what came.
func TestDamagedChunks(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	replace(t, m, checkout, stamped("1", "a", `{"summary":"Refunds show when the money arrives","points":3}`), stamped("2", "a", `{"summary":"Refunds show when the money arrives","points":5}`))
	whole := read(t, m, checkout)
	db := database(t, dir)
	for table, column := range map[string]string{"chunk": "names", "chunk_body": "body"} {
		var stored []byte
		if err := db.QueryRow(`SELECT ` + column + ` FROM ` + table).Scan(&stored); err != nil {
			t.Fatal(err)
		}
		set := func(to []byte) {
			if _, err := db.Exec(`UPDATE `+table+` SET `+column+` = ?`, to); err != nil {
				t.Fatal(err)
			}
		}
		for i := range stored {
			damaged := bytes.Clone(stored)
			damaged[i] ^= 4
			set(damaged)
			for d, err := range m.Documents(t.Context(), checkout) {
				if told, ok := errors.AsType[*connectors.Error](err); !ok || !strings.Contains(told.Hint, "delete this file") {
					t.Fatalf("byte %d of %s is another, and %s comes as %s, %v", i, column, d.ID, d.Body, err)
				}
			}
		}
		set(stored)
	}
	if got := read(t, m, checkout); len(got) != 2 || !slices.Equal(got, whole) {
		t.Errorf("mended, it gives %q, want %q", got, whole)
	}
}

// Nor is a part of a copy given for the whole.
func TestLostChunks(t *testing.T) {
	for _, loss := range []string{
		`UPDATE chunk SET pulled = 0 WHERE seq = 2`, `UPDATE chunk SET pulled = 0`, `UPDATE chunk SET team = 9 WHERE seq = 3`,
		`DELETE FROM chunk_body WHERE seq = 2`, `UPDATE chunk_body SET seq = 99 WHERE seq = 3`,
	} {
		dir := t.TempDir()
		m := open(t, dir)
		var docs []connectors.Document
		for i := range 300 {
			docs = append(docs, stamped(fmt.Sprint(i), "a", `{}`))
		}
		replace(t, m, checkout, append(docs, doc("about", "", `{}`))...)
		db, err := sql.Open("sqlite", filepath.Join(dir, "mirror.db"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(loss); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		failed := false
		for _, err := range m.Documents(t.Context(), checkout) {
			failed = failed || err != nil
		}
		if !failed {
			t.Errorf("%s: nobody is told", loss)
		}
	}
}
