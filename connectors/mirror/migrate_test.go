package mirror_test

// These tests hold that a copy which an older rolehealth wrote is read as it was.

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// first makes a copy in the first layout there was, with one team.
func first(t *testing.T, dir string, docs ...connectors.Document) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "mirror.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	layouts, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS("migrations"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := layouts.UpTo(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO team (id, connection, name) VALUES (1, ?, ?)`, checkout.Connection, checkout.Team); err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if _, err := db.Exec(`INSERT INTO document (team, kind, id, body) VALUES (1, ?, ?, ?)`, d.Kind, d.ID, []byte(d.Body)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestACopyOfTheFirstLayout(t *testing.T) {
	old := []connectors.Document{doc("about", "1", `{}`), doc("issue", "2", `{"key":"A-2","text":"`+strings.Repeat("long ", 500)+`"}`), doc("issue", "1", `{"key":"A-1"}`)}
	dir := t.TempDir()
	first(t, dir, old...)
	m := open(t, dir)
	var want []string
	for _, d := range old {
		want = append(want, fmt.Sprintf("%s %s %s", d.Kind, d.ID, d.Body))
	}
	if diff := cmp.Diff(want, read(t, m, checkout)); diff != "" {
		t.Errorf("after the change of layout (-want +got):\n%s", diff)
	}
	if got := stamps(t, m); got["1"] != "" || len(got) != 2 {
		t.Errorf("the stamps are %q, want two empty ones: nothing tells when the issues changed", got)
	}
	replace(t, m, checkout, doc("about", "1", `{}`), stamped("1", "new", ""), stamped("2", "new", `{"key":"A-2"}`))
	want = []string{"about 1 {}", `issue 1 {"key":"A-1"}`, `issue 2 {"key":"A-2"}`}
	if diff := cmp.Diff(want, read(t, m, checkout)); diff != "" {
		t.Errorf("after a pull (-want +got):\n%s", diff)
	}
}

// Several processes may meet the older copy at the same moment.
func TestACopyOfTheFirstLayoutOpenedAtOnce(t *testing.T) {
	dir := t.TempDir()
	first(t, dir, doc("issue", "1", `{"key":"A-1"}`))
	var group sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		group.Go(func() {
			m, err := mirror.Open(t.Context(), dir)
			if err != nil {
				errs[i] = err
				return
			}
			errs[i] = m.Close()
		})
	}
	group.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("process %d: %v", i, err)
		}
	}
	if got := read(t, open(t, dir), checkout); len(got) != 1 {
		t.Errorf("%q is left, want one document", got)
	}
}

// The fourth layout had chunks without checksums.
func TestACopyOfTheFourthLayout(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	replace(t, m, checkout, doc("about", "1", `{}`), stamped("1", "a", `{"key":"A-1"}`))
	want := read(t, m, checkout)
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	db := database(t, dir)
	for _, without := range []string{
		`UPDATE chunk SET names = substr(names, 5)`, `UPDATE chunk_body SET body = substr(body, 5)`, `ALTER TABLE team DROP COLUMN chunks`,
		`DELETE FROM goose_db_version WHERE version_id > 4`,
	} {
		if _, err := db.Exec(without); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, read(t, open(t, dir), checkout)); diff != "" {
		t.Errorf("after the change of layout (-want +got):\n%s", diff)
	}
}
