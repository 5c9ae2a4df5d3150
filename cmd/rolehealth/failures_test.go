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
	"github.com/rolehealth/rolehealth/report/deliver"
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
		if interrupt && strings.HasSuffix(r.URL.Path, "/search/jql") {
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

// One team's ambiguous person does not keep the others from being reported.
func TestAnAmbiguousPersonFailsOneTeam(t *testing.T) {
	snap := smallTeam(t)
	for _, person := range snap.People {
		person.Name = "Kim"
	}
	p := newProgram(t, jirafake.New(snap), "1")
	p.configure("    roles: [{person: Kim, role: product_owner}]\n")
	p.alsoTeam("Other", "1")
	if got := p.run(t.Context(), "run", "-q", "--format", "json"); got != exitPart {
		t.Errorf("status %d, want %d", got, exitPart)
	}
	r, err := report.Read(&p.stdout)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Teams[0].Errors; len(got) != 1 || got[0] != "the configured product owner could be any of 3 people (rolehealth.yaml:5); write the account id instead" {
		t.Errorf("the team's errors are %q", got)
	}
	if got := r.Teams[1]; len(got.Errors) != 0 || got.Coverage.Items != 3 {
		t.Errorf("the other team has errors %q and %d items", got.Errors, got.Coverage.Items)
	}
}

// A report tells our own words about a failure; the tracker's go to stderr alone.
func TestReportsDoNotRepeatTheTracker(t *testing.T) {
	server := jirafake.New(smallTeam(t), smallTeam(t))
	p := newProgram(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/rest/agile/1.0/board/2" {
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `{"errorMessages":["dana@acme.example may not do this"]}`)
			return
		}
		server.ServeHTTP(w, r)
	}), "1")
	p.alsoTeam("Other", "2")
	if got := p.run(t.Context(), "run", "-q", "--format", "json"); got != exitPart {
		t.Errorf("status %d, want %d: %s", got, exitPart, &p.stderr)
	}
	if said := p.stdout.String(); strings.Contains(said, "dana@") || !strings.Contains(said, "not allowed; the account needs the Browse Projects permission") {
		t.Errorf("the report holds the tracker's words, or not ours: %s", said)
	}
	if said := p.stderr.String(); !strings.Contains(said, "dana@acme.example may not do this") {
		t.Errorf("stderr is %q, want the tracker's words", said)
	}
}

// An issue that nobody can read does not cost the copy that could be read.
func TestAnUnreadablePullKeepsTheEarlierCopy(t *testing.T) {
	server := jirafake.New(smallTeam(t))
	odd := false
	p := newProgram(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := httptest.NewRecorder()
		server.ServeHTTP(answer, r)
		text := answer.Body.String()
		if odd && strings.HasSuffix(r.URL.Path, "/search/jql") {
			text = strings.NewReplacer(`"key":"SML-`, `"key":"","was":"`, `"updated":"2`, `"updated":"1`).Replace(text)
		}
		w.WriteHeader(answer.Code)
		fmt.Fprint(w, text)
	}), "1")
	if got := p.run(t.Context(), "pull"); got != exitDone || p.stderr.String() != "Small: 3 items pulled\n" {
		t.Fatalf("first pull: status %d: %s", got, &p.stderr)
	}
	odd = true
	if got := p.run(t.Context(), "pull", "-q"); got != exitFailed || strings.Count(p.stderr.String(), "\n") != 1 || !strings.Contains(p.stderr.String(), "the earlier copy stays") {
		t.Errorf("status %d, stderr %q; want one line that says that the earlier copy stays", got, &p.stderr)
	}
	if got := p.run(t.Context(), "analyze", "-q"); got != exitDone {
		t.Errorf("looking at the earlier copy: status %d: %s", got, &p.stderr)
	}
}

func TestAWrongTokenLeavesNoCopy(t *testing.T) {
	server := jirafake.New(smallTeam(t))
	server.Faults.Token = "another"
	p := newProgram(t, server, "1")
	for _, command := range []string{"run", "pull", "analyze"} {
		if got := p.run(t.Context(), command, "-q"); got != exitFailed {
			t.Errorf("%s: status %d, want %d", command, got, exitFailed)
		}
		if _, err := os.Stat(p.path("data")); err == nil {
			t.Errorf("%s left a copy behind", command)
		}
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
	if got := p.run(t.Context(), "pull"); got != exitDone || p.stderr.String() != "Small: 0 items pulled\nSmall: note: "+r.Teams[0].Coverage.Warnings[0]+"\n" {
		t.Errorf("status %d, stderr %q; want a note with the report's warning", got, &p.stderr)
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
	env            []string
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

// alsoTeam configures one more team.
func (p *program) alsoTeam(name, board string) {
	p.also("  - {name: %s, connection: shop, board: %s}\n", name, board)
}

// also adds to the end of the configuration.
func (p *program) also(format string, args ...any) {
	text, err := os.ReadFile(p.path("rolehealth.yaml"))
	if err != nil {
		p.t.Fatal(err)
	}
	text = fmt.Appendf(text, format, args...)
	if err := os.WriteFile(p.path("rolehealth.yaml"), text, 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func (p *program) path(name string) string { return filepath.Join(p.dir, name) }

func (p *program) run(ctx context.Context, args ...string) int {
	p.stdout.Reset()
	p.stderr.Reset()
	args = append(args, "--config", p.path("rolehealth.yaml"), "--data", p.path("data"))
	a := &app{
		stdin: strings.NewReader(""), stdout: &p.stdout, stderr: &p.stderr, env: newEnvironment(append(p.env, "TOKEN=hunter2")),
		now: time.Now, patience: deliver.Patience{Timeout: 10 * time.Second, Pause: time.Millisecond},
	}
	a.connect = a.dial
	return a.run(ctx, args)
}
