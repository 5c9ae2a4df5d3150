package mirror_test

// These tests hold what survives when a pull does not come to its end.

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/s2"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

func stamped(id, stamp, body string) connectors.Document {
	d := doc("issue", id, body)
	d.Stamp = stamp
	if body == "" {
		d.Body = nil
	}
	return d
}

func stamps(t *testing.T, m *mirror.Mirror) map[string]string {
	t.Helper()
	got, err := m.Held(checkout).Stamps(t.Context(), "issue")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

var errLine = errors.New("the line is dead")

// breaking gives documents, then an error.
func breaking(docs ...connectors.Document) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
		yield(connectors.Document{}, errLine)
	}
}

func TestADocumentWithoutABodyStays(t *testing.T) {
	m := open(t, t.TempDir())
	long := `"` + strings.Repeat("one and the same ", 100) + `"` // long enough to be packed
	replace(t, m, checkout, stamped("1", "a", long), stamped("2", "a", `"two"`), stamped("3", "a", `"three"`))
	replace(t, m, checkout, stamped("1", "", ""), stamped("2", "b", `"two again"`))
	if diff := cmp.Diff([]string{"issue 1 " + long, `issue 2 "two again"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"1": "a", "2": "b"}, stamps(t, m)); diff != "" {
		t.Errorf("stamps (-want +got):\n%s", diff)
	}
	err := m.Replace(t.Context(), checkout, sequence(stamped("7", "", "")))
	if err == nil || !strings.Contains(err.Error(), "issue 7 is there no more") {
		t.Errorf("a document that is not held and has no body gives %v", err)
	}
}

func TestWhatAnUnfinishedPullBroughtIsHeldButNotRead(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	replace(t, m, checkout, stamped("1", "a", `"old"`), stamped("2", "a", `"old"`))
	if err := m.Replace(t.Context(), checkout, breaking(stamped("2", "b", `"new"`), stamped("3", "b", `"new"`))); !errors.Is(err, errLine) {
		t.Fatalf("Replace = %v, want the sequence's own error", err)
	}
	if diff := cmp.Diff([]string{`issue 1 "old"`, `issue 2 "old"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("a reader sees (-want +got):\n%s", diff)
	}
	again := open(t, dir)
	if diff := cmp.Diff(map[string]string{"1": "a", "2": "b", "3": "b"}, stamps(t, again)); diff != "" {
		t.Errorf("held (-want +got):\n%s", diff)
	}
	if body, err := again.Held(checkout).Body(t.Context(), "issue", "2"); err != nil || string(body) != `"new"` {
		t.Errorf("the body of 2 is %s, %v; want the newest", body, err)
	}
	replace(t, again, checkout, stamped("2", "", ""), stamped("3", "", ""))
	if diff := cmp.Diff([]string{`issue 2 "new"`, `issue 3 "new"`}, read(t, again, checkout)); diff != "" {
		t.Errorf("after the next pull (-want +got):\n%s", diff)
	}
}

func TestAFirstPullThatBreaksLeavesNothingToRead(t *testing.T) {
	m := open(t, t.TempDir())
	if err := m.Replace(t.Context(), checkout, breaking(stamped("1", "a", `1`))); !errors.Is(err, errLine) {
		t.Fatal(err)
	}
	for _, err := range m.Documents(t.Context(), checkout) {
		if !errors.Is(err, mirror.ErrNeverPulled) {
			t.Errorf("reading gives %v, want ErrNeverPulled", err)
		}
	}
}

// TestCancellingAfterEveryDocument stops a pull at every place; the next one then
// finishes with what is held.
func TestCancellingAfterEveryDocument(t *testing.T) {
	var docs []connectors.Document
	for i := range 7 {
		docs = append(docs, stamped(fmt.Sprint(i), "b", fmt.Sprint(i)))
	}
	for stop := range docs {
		m := open(t, t.TempDir())
		replace(t, m, checkout, stamped("0", "a", `"old"`))
		ctx, cancel := context.WithCancel(t.Context())
		err := m.Replace(ctx, checkout, func(yield func(connectors.Document, error) bool) {
			for i, d := range docs {
				if i == stop {
					cancel()
					yield(connectors.Document{}, ctx.Err())
					return
				}
				if !yield(d, nil) {
					return
				}
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped after %d: %v", stop, err)
		}
		if diff := cmp.Diff([]string{`issue 0 "old"`}, read(t, m, checkout)); diff != "" {
			t.Errorf("stopped after %d, a reader sees (-want +got):\n%s", stop, diff)
		}
		held := stamps(t, m)
		rest := make([]connectors.Document, len(docs))
		for i, d := range docs {
			if rest[i] = d; held[d.ID] == "b" {
				rest[i].Body = nil
			} else if i < stop {
				t.Errorf("stopped after %d, document %d is not held", stop, i)
			}
		}
		replace(t, m, checkout, rest...)
		if got := read(t, m, checkout); len(got) != len(docs) {
			t.Errorf("stopped after %d, the next pull gives %q", stop, got)
		}
	}
}

// TestKilled starts a process that pulls, and kills it outright.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("MIRROR_TEST_VICTIM"); dir != "" {
		victim(dir)
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no such signal")
	}
	dir := t.TempDir()
	m := open(t, dir)
	replace(t, m, checkout, stamped("0", "a", `"old"`))
	for round := range 3 {
		child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		child.Env = append(os.Environ(), "MIRROR_TEST_VICTIM="+dir)
		said, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		bufio.NewReader(said).ReadString('\n') // it is in the midst of writing
		time.Sleep(time.Duration(round) * 7 * time.Millisecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait()
		if diff := cmp.Diff([]string{`issue 0 "old"`}, read(t, m, checkout)); diff != "" {
			t.Fatalf("after the kill a reader sees (-want +got):\n%s", diff)
		}
	}
	held := stamps(t, m)
	if len(held) < 200 {
		t.Errorf("%d documents are held after the kill, want those that were written", len(held))
	}
	look := m.Held(checkout)
	for id := range held {
		body, err := look.Body(t.Context(), "issue", id)
		if want := whole(id); id != "0" && (err != nil || string(body) != want) {
			t.Fatalf("document %s is %.40q, %v; want it whole", id, body, err)
		}
	}
	replace(t, m, checkout, stamped("0", "b", `"new"`))
	if diff := cmp.Diff([]string{`issue 0 "new"`}, read(t, m, checkout)); diff != "" {
		t.Errorf("the next pull (-want +got):\n%s", diff)
	}
}

func whole(id string) string { return `"` + strings.Repeat(id+" ", 300) + `"` }

// victim pulls without end.
func victim(dir string) {
	m, err := mirror.Open(context.Background(), dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = m.Replace(context.Background(), checkout, func(yield func(connectors.Document, error) bool) {
		for i := 1; ; i++ {
			id := fmt.Sprint(i)
			if !yield(stamped(id, "b", whole(id)), nil) {
				return
			}
			if i == 500 {
				fmt.Println("writing")
			}
		}
	})
}

// TestTwoPullsOfOneTeamAtOnce lets two processes pull the same team, step by step.
func TestTwoPullsOfOneTeamAtOnce(t *testing.T) {
	dir := t.TempDir()
	replace(t, open(t, dir), checkout, stamped("1", "a", `"old"`), stamped("2", "a", `"old"`))
	var group sync.WaitGroup
	for n := range 3 {
		m := open(t, dir)
		group.Go(func() {
			body := fmt.Sprintf(`"by %d"`, n)
			err := m.Replace(t.Context(), checkout, sequence(stamped("1", "", ""), stamped("2", "b", body), stamped("3", "b", body)))
			if err != nil {
				t.Errorf("pull %d: %v", n, err)
			}
		})
	}
	group.Wait()
	if got := read(t, open(t, dir), checkout); len(got) != 3 || got[0] != `issue 1 "old"` || !strings.Contains(got[1], "by ") {
		t.Errorf("after three pulls at once there is %q", got)
	}
}

// TestAnotherPullIsNotDisturbed finishes one pull while another one is under way.
func TestAnotherPullIsNotDisturbed(t *testing.T) {
	dir := t.TempDir()
	slow, quick := open(t, dir), open(t, dir)
	err := slow.Replace(t.Context(), checkout, func(yield func(connectors.Document, error) bool) {
		for i := range 450 { // more than two batches
			if !yield(stamped(fmt.Sprint("s", i), "a", `"slow"`), nil) {
				return
			}
		}
		replace(t, quick, checkout, stamped("q", "a", `"quick"`))
		yield(stamped("last", "a", `"slow"`), nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, quick, checkout); len(got) != 451 {
		t.Errorf("the slow pull left %d documents, want its 451", len(got))
	}
}

// Bodies go with the documents that they belong to: what was replaced, what nobody asked for
// again in a day, and all of a team that is deleted.
func TestNoBodyStaysBehind(t *testing.T) {
	dir := t.TempDir()
	m := open(t, dir)
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(dir, "mirror.db"))+"?_pragma=foreign_keys(ON)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
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
			body, err := s2.Decode(nil, packed)
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
