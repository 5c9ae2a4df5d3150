package files_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/files"
)

type object = map[string]any

// folder writes files, by their names below a new folder.
func folder(t testing.TB, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range content {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// today is when the tests' files are read.
func today() time.Time { return time.Date(2027, 1, 1, 12, 0, 0, 0, time.UTC) }

// pull reads the files into documents.
func pull(t testing.TB, path string, team connectors.Source) ([]connectors.Document, error) {
	t.Helper()
	c, err := files.New(files.Options{Path: path, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	var docs []connectors.Document
	for d, err := range c.Pull(t.Context(), team, nil) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// snapshot reads the files as far as the Snapshot.
func snapshot(t testing.TB, path string, team connectors.Source) *backlog.Snapshot {
	t.Helper()
	docs, err := pull(t, path, team)
	if err != nil {
		t.Fatal(err)
	}
	c, err := files.New(files.Options{Path: path, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	snap, err := connectors.Read(c.Reader(team), replayed(docs))
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func replayed(docs []connectors.Document) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func read(t testing.TB, content map[string]string) *backlog.Snapshot {
	t.Helper()
	return snapshot(t, folder(t, content), connectors.Source{Name: "Checkout", Connection: "saved"})
}

func find(t testing.TB, s *backlog.Snapshot, key string) *backlog.Item {
	t.Helper()
	for _, it := range s.Items {
		if it.Key == key {
			return it
		}
	}
	t.Fatalf("there is no item %s", key)
	return nil
}

func warned(s *backlog.Snapshot, words string) bool {
	return slices.ContainsFunc(s.Coverage.Warnings, func(w string) bool { return strings.Contains(w, words) })
}

func text(t testing.TB, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// story is an issue as Jira Cloud answers, with a history of two acts.
func story(n int, more object) object {
	author := object{"accountId": "ada", "displayName": "Ada"}
	fields := object{
		"summary": fmt.Sprint("Story ", n), "created": "2026-03-01T09:00:00.000+0000", "updated": "2026-03-05T09:00:00.000+0000", "creator": author,
		"issuetype": object{"id": "1", "name": "Story", "subtask": false, "hierarchyLevel": 0},
		"status":    object{"id": "3", "name": "Doing", "statusCategory": object{"id": 4, "key": "indeterminate"}},
		"comment":   object{"comments": []any{}, "total": 0}, "issuelinks": []any{},
	}
	is := object{"id": fmt.Sprint(10000 + n), "key": fmt.Sprint("P-", n), "self": fmt.Sprint("https://acme.example/rest/api/2/issue/", n), "fields": fields,
		"changelog": object{"startAt": 0, "maxResults": 2, "total": 2, "histories": []any{
			object{"id": "2", "created": "2026-03-04T09:00:00.000+0000", "author": author, "items": []any{
				object{"field": "status", "fieldId": "status", "from": "1", "fromString": "Open", "to": "3", "toString": "Doing"}}},
			object{"id": "1", "created": "2026-03-02T09:00:00.000+0000", "author": author, "items": []any{
				object{"field": "Rank", "fieldId": "customfield_7", "from": "", "fromString": "", "to": "", "toString": "Ranked higher"}}},
		}}}
	for name, value := range more {
		if name == "changelog" || name == "id" || name == "key" {
			if is[name] = value; value == nil {
				delete(is, name)
			}
			continue
		}
		fields[name] = value
	}
	return is
}

// The same issues say the same, in whatever files they lie.
func TestFormsOfJSON(t *testing.T) {
	one, two, three := story(1, nil), story(2, nil), story(3, nil)
	page := func(issues ...any) object { return object{"isLast": true, "issues": issues} }
	var want *backlog.Snapshot
	for name, content := range map[string]map[string]string{
		"one page":           {"page.json": text(t, page(one, two, three))},
		"pages of a server":  {"a.json": text(t, object{"startAt": 0, "total": 3, "issues": []any{one, two}}), "b.txt": text(t, object{"startAt": 2, "total": 3, "issues": []any{three}})},
		"a file an issue":    {"in/1": text(t, one), "in/2": text(t, two), "in/deep/3": text(t, three)},
		"a line an issue":    {"all.jsonl": text(t, one) + "\n" + text(t, two) + "\r\n\n" + text(t, three)},
		"an array":           {"all.json": text(t, []any{one, two, three})},
		"one after another":  {"all.json": "\ufeff " + text(t, one) + text(t, two) + text(t, three)},
		"with what is not":   {"all.json": text(t, page(one, two, three)), ".DS_Store": "\x00\x01", "~$all.xlsx": "locked"},
		"copies of all":      {"all.json": text(t, page(one, two, three)), "again.json": text(t, page(one, two, three))},
		"pages that overlap": {"a.json": text(t, page(one, two)), "b.json": text(t, page(two, three))},
	} {
		got := read(t, content)
		if got.Coverage.Items != 3 || got.Coverage.Expected != 3 || got.Coverage.WithoutRecord != 0 || got.Coverage.Changes != 6 {
			t.Errorf("%s: %+v, want 3 of 3 items with 6 changes", name, got.Coverage)
		}
		if want == nil {
			want = got
		}
		if a, b := digest(got), digest(want); a != b {
			t.Errorf("%s reads otherwise:\n%s", name, cmp.Diff(b, a))
		}
	}
	it := find(t, want, "P-2")
	if it.URL != "https://acme.example/browse/P-2" || len(it.Revisions) != 3 || it.Revisions[1].Rank != 1 || it.Revisions[1].By.Name != "Ada" {
		t.Errorf("P-2 is at %q with %d revisions, %+v", it.URL, len(it.Revisions), it.Revisions)
	}
	if want.Team.Tracker != "files" || want.TakenAt != time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC) || want.PulledAt != want.TakenAt {
		t.Errorf("from %s at %v and %v, want files at the newest moment", want.Team.Tracker, want.TakenAt, want.PulledAt)
	}
}

// digest is what the tests compare.
func digest(s *backlog.Snapshot) string {
	var b strings.Builder
	for _, it := range s.Items {
		fmt.Fprintf(&b, "%s %s", it.Key, it.URL)
		for _, r := range it.Revisions {
			fmt.Fprintf(&b, " %s/%d/%s/%d", r.At.Format(time.DateTime), r.Changed, r.State.Status.Name, r.State.Outcome)
		}
		b.WriteByte('\n')
	}
	return fmt.Sprintf("%s%v %v", b.String(), s.Missing.Names(), s.Process)
}

// A history that is not whole tells a wrong story, and is left out.
func TestHistoriesMustBeWhole(t *testing.T) {
	log := func(n int, total any, author object) object {
		out := object{"histories": []any{}}
		if total != nil {
			out["total"] = total
		}
		for i := range n {
			out["histories"] = append(out["histories"].([]any), object{"id": fmt.Sprint(i), "created": "2026-03-02T09:00:00.000+0000", "author": author,
				"items": []any{object{"field": "labels", "fromString": "", "toString": ""}}})
		}
		return out
	}
	cloud, server := object{"accountId": "ada"}, object{"name": "ada", "key": "JIRAUSER1"}
	for name, c := range map[string]struct {
		log   any
		whole bool
	}{
		"all of them":                 {log(3, 3, cloud), true},
		"none, by its own count":      {log(0, 0, cloud), true},
		"none came":                   {nil, false},
		"fewer than it says":          {log(3, 5, cloud), false},
		"more than it says":           {log(5, 3, cloud), false},
		"cut at 40":                   {log(40, 57, cloud), false},
		"as many as a search gives":   {log(40, 40, cloud), false},
		"as many as an issue gives":   {log(100, 100, cloud), false},
		"a server's 100":              {log(100, 100, server), true},
		"a server's 100 of more":      {log(100, 130, server), false},
		"no count":                    {log(7, nil, cloud), true},
		"no count, and exactly 100":   {log(100, nil, server), false},
		"a count beyond what Jira is": {log(41, 41, cloud), true},
	} {
		s := read(t, map[string]string{"a.json": text(t, story(1, object{"changelog": c.log})), "b.json": text(t, story(2, nil))})
		if got := !find(t, s, "P-1").NoRecord; got != c.whole {
			t.Errorf("%s: taken for whole: %v", name, got)
		}
		if warned(s, "history did not come") == c.whole || warned(s, "history is cut off, or may be: 1, such as P-1") != (!c.whole && c.log != nil) {
			t.Errorf("%s: warnings %q", name, s.Coverage.Warnings)
		}
	}
}

// Cloud sends twenty comments with an item at most.
func TestCommentsMustBeWhole(t *testing.T) {
	said := object{"id": "1", "created": "2026-03-02T09:00:00.000+0000", "author": object{"accountId": "ada"}, "body": "Hello [~accountid:ada]"}
	s := read(t, map[string]string{"a": text(t, []any{story(1, object{"comment": object{"comments": []any{said}, "total": 25}}), story(2, object{"comment": object{"comments": []any{said}, "total": 1}})})})
	if !warned(s, "not all comments are in the files: 1, such as P-1") || len(find(t, s, "P-1").Comments) != 1 || len(find(t, s, "P-2").Comments) != 1 {
		t.Errorf("%+v, warnings %q", find(t, s, "P-1").Comments, s.Coverage.Warnings)
	}
}

func TestNewestCopyWins(t *testing.T) {
	old := text(t, story(1, object{"summary": "Old", "updated": "2026-03-04T09:00:00.000+0000"}))
	renewed := text(t, story(1, object{"summary": "New", "updated": "2026-03-06T09:00:00.000+0000"}))
	bare := text(t, story(1, object{"summary": "Bare", "updated": "2026-03-06T09:00:00.000+0000", "changelog": nil}))
	moved := text(t, story(1, object{"summary": "Moved", "updated": "2026-03-07T09:00:00.000+0000", "key": "Q-9"}))
	for want, content := range map[string]map[string]string{
		"New":   {"1": old, "2": bare, "3": renewed},
		"New ":  {"1": renewed, "2": bare, "3": old},
		"Moved": {"1": moved, "2": renewed},
	} {
		s := read(t, content)
		if len(s.Items) != 1 || s.Items[0].Title() != strings.TrimSpace(want) || s.Coverage.Expected != 1 {
			t.Errorf("%d items, the first %q, %d expected; want one %q", len(s.Items), s.Items[0].Title(), s.Coverage.Expected, want)
		}
	}
}

// A clock that ran ahead does not make everything else old.
func TestFutureMoments(t *testing.T) {
	s := read(t, map[string]string{"a.json": text(t, []any{story(1, nil), story(2, object{"updated": "2036-01-01T00:00:00.000+0000"}), story(3, object{"created": "2036-01-01T00:00:00.000+0000"})})})
	if s.TakenAt.Year() != 2026 || len(s.Items) != 2 || s.Coverage.Expected != 3 || !warned(s, "dated after the pull") {
		t.Errorf("taken at %v, %d items, %d expected, warnings %q", s.TakenAt, len(s.Items), s.Coverage.Expected, s.Coverage.Warnings)
	}
}
