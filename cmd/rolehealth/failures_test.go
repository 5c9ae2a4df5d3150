package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/report"
)

// What goes wrong with a tracker ends as one line that says what to do, with the right
// status, and leaves the earlier copy and the earlier report as they were.
func TestFailuresOfTheTracker(t *testing.T) {
	for name, c := range map[string]struct {
		faults jirafake.Faults
		board  string
		want   string
	}{
		"wrong token":    {jirafake.Faults{Token: "another"}, "1", "token"},
		"no such board":  {jirafake.Faults{}, "99", "board"},
		"missing rights": {jirafake.Faults{Status: 403}, "1", "scope"},
		"gone":           {jirafake.Faults{Status: 410}, "1", "410"},
		"a login page":   {jirafake.Faults{Page: true}, "1", "page"},
	} {
		t.Run(name, func(t *testing.T) {
			server := jirafake.New(smallTeam(t))
			server.Faults = c.faults
			p := newProgram(t, server, c.board)
			if err := os.WriteFile(p.path("report.json"), []byte("earlier"), 0o600); err != nil {
				t.Fatal(err)
			}
			got := p.run(t.Context(), "run", "-q", "--format", "json="+p.path("report.json"))
			if got != exitFailed {
				t.Errorf("status %d, want %d", got, exitFailed)
			}
			said := p.stderr.String()
			if strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "rolehealth: Small: ") || !strings.Contains(said, "; ") || !strings.Contains(strings.ToLower(said), c.want) {
				t.Errorf("stderr is %q, want one line with %q and what to do", said, c.want)
			}
			if strings.Contains(said, "hunter2") || strings.Contains(said, "secret page content") {
				t.Errorf("stderr shows too much: %q", said)
			}
			if text, _ := os.ReadFile(p.path("report.json")); string(text) != "earlier" {
				t.Errorf("the earlier report is now %q", text)
			}
		})
	}
}

func TestInterruptedPullLeavesTheEarlierCopy(t *testing.T) {
	server := jirafake.New(smallTeam(t))
	ctx, cancel := context.WithCancel(t.Context())
	interrupt := false
	p := newProgram(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if interrupt && strings.HasSuffix(r.URL.Path, "/bulkfetch") {
			cancel()
		}
		server.ServeHTTP(w, r)
	}), "1")
	if got := p.run(ctx, "pull", "-q"); got != exitDone {
		t.Fatalf("first pull: status %d: %s", got, &p.stderr)
	}
	interrupt = true
	if got := p.run(ctx, "run", "-q", "--format", "json="+p.path("report.json")); got != exitFailed {
		t.Errorf("interrupted: status %d, want %d", got, exitFailed)
	}
	if got, want := p.stderr.String(), "rolehealth: interrupted; the local copy is as it was before\n"; got != want {
		t.Errorf("stderr is %q, want %q", got, want)
	}
	if _, err := os.Stat(p.path("report.json")); err == nil {
		t.Error("an interrupted run wrote a report")
	}
	if got := p.run(t.Context(), "analyze", "-q"); got != exitDone {
		t.Errorf("looking at the earlier copy: status %d: %s", got, &p.stderr)
	}
}

func TestTwoPeopleWithOneName(t *testing.T) {
	snap := smallTeam(t)
	for _, person := range snap.People {
		person.Name = "Kim"
	}
	p := newProgram(t, jirafake.New(snap), "1")
	p.configure("    roles: [{person: Kim, role: product_owner}]\n")
	if got := p.run(t.Context(), "run", "-q"); got != exitUsage {
		t.Errorf("status %d, want %d", got, exitUsage)
	}
	if said := p.stderr.String(); strings.Count(said, "\n") != 1 || !strings.Contains(said, `rolehealth.yaml:5: "Kim" could be Kim (`) || p.stdout.Len() > 0 {
		t.Errorf("stderr is %q, want one line with the candidates; stdout %q", said, &p.stdout)
	}
}

func TestAnEmptyBoardIsAResult(t *testing.T) {
	empty := scenario.NewRecorder(backlog.Team{Name: "Small", Tracker: "jira-cloud"}, backlog.Scrum, &backlog.Calendar{})
	p := newProgram(t, jirafake.New(empty.Snapshot(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))), "1")
	if got := p.run(t.Context(), "run", "-q", "--format", "json"); got != exitDone {
		t.Fatalf("status %d: %s", got, &p.stderr)
	}
	r, err := report.Read(&p.stdout)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(r.Teams[0].Checks), len(po.Catalog()); got != want {
		t.Errorf("%d checks, want all %d", got, want)
	}
	for _, f := range r.Teams[0].Checks {
		if f.Reason == "" || f.Status == analyze.OK {
			t.Errorf("%s is %q because %q, want no opinion with a reason", f.ID, f.Status, f.Reason)
		}
	}
}

// smallTeam has three people and one item each.
func smallTeam(t *testing.T) *backlog.Snapshot {
	t.Helper()
	at := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	r := scenario.NewRecorder(backlog.Team{Name: "Small", Tracker: "jira-cloud"}, backlog.Kanban, &backlog.Calendar{})
	for i := range 3 {
		person := r.Person(fmt.Sprintf("id-%d", i), fmt.Sprintf("Person %d", i))
		it := r.Create(at.AddDate(0, 0, i), person, fmt.Sprintf("SML-%d", i+1), backlog.State{Text: &backlog.Text{Title: "A thing"}})
		r.Change(at.AddDate(0, 0, i+5), person, it, backlog.StatusField, func(s *backlog.State) { s.Status = scenario.Doing })
	}
	return r.Snapshot(at.AddDate(0, 3, 0))
}

// program runs the command line in this process, in a folder of its own.
type program struct {
	t              *testing.T
	dir, url       string
	board          string
	stdout, stderr bytes.Buffer
}

func newProgram(t *testing.T, tracker http.Handler, board string) *program {
	server := httptest.NewServer(tracker)
	t.Cleanup(server.Close)
	p := &program{t: t, dir: t.TempDir(), url: server.URL, board: board}
	p.configure("")
	return p
}

func (p *program) configure(more string) {
	text := fmt.Sprintf("connections:\n  - {name: shop, type: jira, url: %q, token_env: TOKEN}\nteams:\n  - {name: Small, connection: shop, board: %s}\n", p.url, p.board)
	if more != "" {
		text = strings.Replace(text, fmt.Sprintf("  - {name: Small, connection: shop, board: %s}\n", p.board),
			fmt.Sprintf("  - name: Small\n%s    connection: shop\n    board: %s\n", more, p.board), 1)
	}
	if err := os.WriteFile(p.path("rolehealth.yaml"), []byte(text), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func (p *program) path(name string) string { return filepath.Join(p.dir, name) }

func (p *program) run(ctx context.Context, args ...string) int {
	p.stdout.Reset()
	p.stderr.Reset()
	args = append(args, "--config", p.path("rolehealth.yaml"), "--data", p.path("data"))
	return run(ctx, args, strings.NewReader(""), &p.stdout, &p.stderr, []string{"TOKEN=hunter2"})
}
