package mirror_test

// These tests hold what survives when a pull does not come to its end.

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
