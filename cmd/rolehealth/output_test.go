package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

func TestNothingIsHalfWritten(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "old.json")
	if err := os.WriteFile(old, []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := func(w io.Writer, _ analyze.Report) error {
		io.WriteString(w, "half")
		return errors.New("no more paper")
	}
	a := &app{}
	for name, targets := range map[string][]target{
		"a format that fails":      {{report.JSON, old}, {broken, filepath.Join(dir, "new")}},
		"a folder that is missing": {{report.JSON, old}, {report.JSON, filepath.Join(dir, "no", "new")}},
		"a folder in the way":      {{report.JSON, old}, {report.JSON, dir}},
	} {
		if err := a.write(analyze.Report{}, targets); err == nil {
			t.Errorf("%s: no error", name)
		}
		if got, err := os.ReadFile(old); err != nil || string(got) != "earlier" {
			t.Errorf("%s: the earlier file holds %q (%v)", name, got, err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 1 {
			t.Errorf("%s: left behind %v", name, left)
		}
	}
}

func TestALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := (&app{}).write(analyze.Report{}, []target{{report.JSON, link}}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v)", info.Mode(), err)
	}
	if text, _ := os.ReadFile(file); len(text) == 0 {
		t.Error("the file behind the link is empty")
	}
}

func TestFound(t *testing.T) {
	finding := func(s analyze.Status, l analyze.Level) analyze.Report {
		return analyze.Report{Teams: []analyze.TeamReport{{}, {Checks: []analyze.Finding{{Status: s, Level: l}}}}}
	}
	for _, c := range []struct {
		status analyze.Status
		level  analyze.Level
		closed string // the values of --fail-on that end with status 3
	}{
		{analyze.OK, "", ""},
		{analyze.NotAssessable, "", ""},
		{analyze.Watch, "", "watch"},
		{analyze.Flag, analyze.Amber, "watch amber"},
		{analyze.Flag, analyze.Red, "watch amber red"},
	} {
		closed := ""
		for _, level := range levels {
			f, err := outputOptions{failOn: level}.failing()
			if err != nil {
				t.Fatal(err)
			}
			if f.found(finding(c.status, c.level)) == status(exitFound) {
				closed += " " + level
			}
		}
		if closed != "" {
			closed = closed[1:]
		}
		if closed != c.closed {
			t.Errorf("%s %s fails on %q, want %q", c.status, c.level, closed, c.closed)
		}
	}
}

func TestAnsweredAndKnownFindingsDoNotFail(t *testing.T) {
	red := analyze.Finding{Status: analyze.Flag, Level: analyze.Red, Fingerprint: "1"}
	answered := red
	answered.Acknowledged = &analyze.Acknowledgement{As: "explained"}
	for _, c := range []struct {
		name    string
		finding analyze.Finding
		known   map[string]int
		fails   bool
	}{
		{"new", red, map[string]int{"2": 3}, true},
		{"worse than it was", red, map[string]int{"1": 2}, true},
		{"as it was", red, map[string]int{"1": 3}, false},
		{"answered", answered, nil, false},
	} {
		r := analyze.Report{Teams: []analyze.TeamReport{{Checks: []analyze.Finding{c.finding}}}}
		if got := (failing{limit: 2, known: c.known}).found(r) != nil; got != c.fails {
			t.Errorf("a finding that is %s: fails is %v", c.name, got)
		}
	}
}
