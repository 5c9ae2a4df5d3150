package files_test

// These tests read what real Jira sites answered, as somebody would have saved it.

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/internal/beside"
)

// recordings are the bodies of a file of recorded answers in the folder of data that
// lies beside the repository. Without it, the test is skipped.
func recordings(t *testing.T, name string) []json.RawMessage {
	t.Helper()
	raw, err := os.ReadFile(beside.Data(t, "jira", "recorded", name))
	if err != nil {
		t.Fatal(err)
	}
	var bodies []json.RawMessage
	for _, line := range bytes.Split(bytes.TrimSpace(raw), []byte("\n")) {
		var answer struct {
			Body json.RawMessage `json:"body"`
		}
		if err := json.Unmarshal(line, &answer); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		bodies = append(bodies, answer.Body)
	}
	return bodies
}

// told counts, in the answers, the histories and the changes in them.
func told(t *testing.T, issues []json.RawMessage) (histories, changes int) {
	t.Helper()
	for _, raw := range issues {
		var is struct {
			Changelog struct{ Histories []struct{ Items []any } }
		}
		if err := json.Unmarshal(raw, &is); err != nil {
			t.Fatal(err)
		}
		histories += len(is.Changelog.Histories)
		for _, h := range is.Changelog.Histories {
			changes += len(h.Items)
		}
	}
	return histories, changes
}

func lines(bodies []json.RawMessage) string {
	var all []string
	for _, b := range bodies {
		all = append(all, string(b))
	}
	return strings.Join(all, "\n")
}

func TestRecordedCloud(t *testing.T) {
	issues := recordings(t, "devlake_issues.jsonl")
	sprints := recordings(t, "devlake_sprints.jsonl")
	histories, changes := told(t, issues)
	s := read(t, map[string]string{
		"1.json": text(t, object{"startAt": 0, "total": len(issues), "issues": issues[:20]}), "2.json": text(t, object{"startAt": 20, "total": len(issues), "issues": issues[20:]}),
		"sprints": text(t, object{"isLast": true, "values": sprints}), "statuses": text(t, recordings(t, "devlake_status.jsonl")), "types": text(t, recordings(t, "devlake_issue_types.jsonl")),
	})
	revisions := 0
	for _, it := range s.Items {
		revisions += len(it.Revisions) - 1
	}
	if s.Coverage.Items != len(issues) || s.Coverage.Expected != len(issues) || s.Coverage.WithoutRecord != 0 || s.Coverage.Changes != changes || len(s.Sprints) != len(sprints) || s.Process != backlog.Scrum {
		t.Errorf("%+v with %d Sprints, in the files %d items, %d changes, %d Sprints", s.Coverage, len(s.Sprints), len(issues), changes, len(sprints))
	}
	if revisions != histories-2 { // two changes of epic are recorded twice
		t.Errorf("%d revisions came out of %d histories, want two fewer", revisions, histories)
	}
	if warned(s, "do not fit") || warned(s, "looked for") {
		t.Errorf("warnings %q", s.Coverage.Warnings)
	}
	if in := find(t, s, "EE-17").Now().Sprints; len(in) != 1 || in[0].Name != "EE Sprint 9" {
		t.Errorf("EE-17 is in %v, want EE Sprint 9", in)
	}
	if s.Missing&(backlog.CurrentOrder|backlog.RankHistory|backlog.SprintHistory) != 0 {
		t.Errorf("missing are %v", s.Missing.Names())
	}
}

func TestRecordedServer(t *testing.T) {
	issues := recordings(t, "devlake_issue_relationships.jsonl")
	_, changes := told(t, issues)
	s := read(t, map[string]string{"all.jsonl": lines(issues)})
	if s.Coverage.Items != len(issues) || s.Coverage.WithoutRecord != 0 || s.Coverage.Changes != changes {
		t.Errorf("%+v, in the file %d items with %d changes", s.Coverage, len(issues), changes)
	}
	if s.Missing&backlog.Authors != 0 || len(s.People) == 0 {
		t.Errorf("%d people, missing %v", len(s.People), s.Missing.Names())
	}
}

func TestRecordedKanban(t *testing.T) {
	issues := recordings(t, "sample_issues.jsonl")
	content := map[string]string{"board": string(recordings(t, "sample_board_configuration.jsonl")[0]), "statuses": string(recordings(t, "sample_statuses.jsonl")[0])}
	for i, is := range issues {
		content[string(rune('a'+i))] = string(is)
	}
	s := read(t, content)
	_, changes := told(t, issues)
	if s.Process != backlog.Kanban || s.Coverage.Items != len(issues) || s.Coverage.Changes != changes || warned(s, "Sprints is not in the files") {
		t.Errorf("%s: %+v, in the files %d items with %d changes", s.Process, s.Coverage, len(issues), changes)
	}
	if now := find(t, s, "SP-13").Now(); now.Estimate != 13 || now.Status.Column < 0 {
		t.Errorf("SP-13 has the estimate %g in column %d", now.Estimate, now.Status.Column)
	}
}
