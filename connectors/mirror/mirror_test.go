package mirror_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

var checkout = mirror.Key{Connection: "acme", Team: "Checkout"}

func TestDocumentsComeInTheOrderTheyCame(t *testing.T) {
	m := open(t, t.TempDir())
	replace(t, m, checkout, stamped("20", "a", `1`), doc("sprint", "9", `2`), stamped("3", "a", `3`), doc("sprint", "8", `4`))
	want := []string{"sprint 9 2", "sprint 8 4", "issue 20 1", "issue 3 3"}
	if diff := cmp.Diff(want, read(t, m, checkout)); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
}

func TestReplaceLeavesNothingOfTheEarlierPull(t *testing.T) {
	m := open(t, t.TempDir())
	search := mirror.Key{Connection: "acme", Team: "Search"}
	replace(t, m, checkout, doc("issue", "1", `"old"`), doc("issue", "2", `"old"`))
	replace(t, m, search, doc("issue", "1", `"search"`))
	replace(t, m, checkout, doc("issue", "2", `"first"`), doc("issue", "2", `"twice"`))
	if diff := cmp.Diff([]string{`issue 2 "twice"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("Checkout (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{`issue 1 "search"`}, read(t, m, search)); diff != "" {
		t.Errorf("Search, which was not pulled again (-want +got):\n%s", diff)
	}
}

func TestAnErrorLeavesTheEarlierCopyWhole(t *testing.T) {
	m := open(t, t.TempDir())
	replace(t, m, checkout, doc("issue", "1", `"old"`))
	broken := errors.New("the line is dead")
	err := m.Replace(t.Context(), checkout, func(yield func(connectors.Document, error) bool) {
		if yield(doc("issue", "2", `"new"`), nil) {
			yield(connectors.Document{}, broken)
		}
	})
	if !errors.Is(err, broken) {
		t.Errorf("Replace = %v, want the sequence's own error", err)
	}
	if diff := cmp.Diff([]string{`issue 1 "old"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
}

func TestNothingToKeepMakesNoFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	m := open(t, dir)
	for _, err := range m.Documents(t.Context(), checkout) {
		if !errors.Is(err, mirror.ErrNeverPulled) {
			t.Errorf("Documents = %v, want ErrNeverPulled", err)
		}
	}
	if held, err := m.Held(checkout).Stamps(t.Context(), "issue"); len(held) > 0 || err != nil {
		t.Errorf("held is %v, %v; want nothing", held, err)
	}
	if body, err := m.Held(checkout).Body(t.Context(), "issue", "1"); body != nil || err != nil {
		t.Errorf("the held body is %s, %v; want none", body, err)
	}
	refused := errors.New("token wrong")
	err := m.Replace(t.Context(), checkout, func(yield func(connectors.Document, error) bool) { yield(connectors.Document{}, refused) })
	if !errors.Is(err, refused) {
		t.Errorf("Replace = %v, want the sequence's own error", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is there (%v)", err)
	}
	replace(t, m, checkout, doc("issue", "1", `1`))
	if got := read(t, open(t, dir), checkout); len(got) != 1 {
		t.Errorf("after a pull there is %q, want one document", got)
	}
}

func TestCancellingLeavesTheEarlierCopyWhole(t *testing.T) {
	m := open(t, t.TempDir())
	replace(t, m, checkout, doc("issue", "1", `"old"`))
	ctx, cancel := context.WithCancel(t.Context())
	err := m.Replace(ctx, checkout, func(yield func(connectors.Document, error) bool) {
		yield(doc("issue", "2", `"new"`), nil)
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Replace = %v, want context.Canceled", err)
	}
	if diff := cmp.Diff([]string{`issue 1 "old"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
}

func TestATeamNeverPulledIsAnErrorWithTheNextStep(t *testing.T) {
	m := open(t, t.TempDir())
	replace(t, m, checkout)
	if got := read(t, m, checkout); len(got) != 0 {
		t.Errorf("a pull without documents gives %q, want none and no error", got)
	}
	for _, err := range m.Documents(t.Context(), mirror.Key{Connection: "other", Team: "Checkout"}) {
		failure, ok := errors.AsType[*connectors.Error](err)
		if !ok || !errors.Is(err, mirror.ErrNeverPulled) || !strings.Contains(failure.Hint, `rolehealth pull "Checkout"`) {
			t.Errorf("error is %v, want ErrNeverPulled with a hint to pull", err)
		}
		return
	}
	t.Error("no error for a team that was never pulled")
}

func TestTwoMirrorsOfOneFileWorkAtOnce(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for n := range 4 {
		group.Go(func() {
			m, err := mirror.Open(t.Context(), dir)
			if err != nil {
				t.Errorf("mirror %d: %v", n, err)
				return
			}
			defer m.Close()
			key := mirror.Key{Connection: "acme", Team: fmt.Sprint("Team ", n%2)}
			if err := m.Replace(t.Context(), key, sequence(doc("issue", "1", `1`), doc("issue", "2", `2`))); err != nil {
				t.Errorf("mirror %d: %v", n, err)
			}
		})
	}
	group.Wait()
	m := open(t, dir)
	for _, team := range []string{"Team 0", "Team 1"} {
		if got := read(t, m, mirror.Key{Connection: "acme", Team: team}); len(got) != 2 {
			t.Errorf("%s has %q, want two documents", team, got)
		}
	}
}

func TestOnlyTheUserMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps permissions elsewhere")
	}
	dir := filepath.Join(t.TempDir(), "a", "b")
	m := open(t, dir)
	replace(t, m, checkout, doc("issue", "1", `1`))
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, "mirror.db"): 0o600, filepath.Join(dir, "mirror.db-wal"): 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
}

func TestAStrangeFileIsRefusedWithTheNextStep(t *testing.T) {
	t.Run("newer", func(t *testing.T) {
		dir := t.TempDir()
		m := open(t, dir)
		replace(t, m, checkout)
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", filepath.Join(dir, "mirror.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`); err != nil {
			t.Fatal(err)
		}
		refused(t, dir, "newer rolehealth (layout 99")
	})
	t.Run("no database", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "mirror.db"), []byte(strings.Repeat("no database\n", 100)), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, dir, "not a database")
	})
	t.Run("no folder", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, file, "not a directory")
	})
}

func refused(t *testing.T, dir, words string) {
	t.Helper()
	m, err := mirror.Open(t.Context(), dir)
	if err == nil {
		m.Close()
		t.Fatal("Open succeeded")
	}
	failure, ok := errors.AsType[*connectors.Error](err)
	if !ok || !strings.Contains(err.Error(), words) || !strings.Contains(failure.Hint, "--data") {
		t.Errorf("Open = %v, want %q and a hint that names --data", err, words)
	}
}

func open(t *testing.T, dir string) *mirror.Mirror {
	t.Helper()
	m, err := mirror.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

func doc(kind, id, body string) connectors.Document {
	return connectors.Document{Kind: kind, ID: id, Body: json.RawMessage(body)}
}

func sequence(docs ...connectors.Document) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func replace(t *testing.T, m *mirror.Mirror, key mirror.Key, docs ...connectors.Document) {
	t.Helper()
	if err := m.Replace(t.Context(), key, sequence(docs...)); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, m *mirror.Mirror, key mirror.Key) []string {
	t.Helper()
	var got []string
	for d, err := range m.Documents(t.Context(), key) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %s %s", d.Kind, d.ID, d.Body))
	}
	return got
}
