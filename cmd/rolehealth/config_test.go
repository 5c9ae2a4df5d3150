package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
)

// good is a configuration that the tests break in one place each.
const good = `connections:
  - name: acme
    type: jira
    url: https://acme.atlassian.net
    token_env: ACME_TOKEN
teams:
  - name: Checkout
    connection: acme
    board: 42
    roles:
      - {person: dana, role: product_owner, from: 2026-01-01, to: 2026-06-30}
calendar: {time_zone: Europe/Stockholm, country: SE, holidays: [2026-12-23]}
window: 180d
checks:
  - {id: FLW-01, amber: 0.6}
`

func TestConfigMistakesAreOneLine(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"name: acme\n", "name: other\n", `8: unknown connection "acme" of team "Checkout"`},
		{"connection: acme", "connection: amce", `8: unknown connection "amce" of team "Checkout"; did you mean "acme"?`},
		{"    connection: acme\n", "", `7: team "Checkout" needs a connection`},
		{"    board: 42\n", "", `7: team "Checkout" needs a board: its id or its name in Jira`},
		{"type: jira", "type: jria", `3: unknown type "jria" of connection "acme"; there are jira, azure and files; did you mean "jira"?`},
		{"    url: https://acme.atlassian.net\n", "", `2: connection "acme" has no url, such as https://acme.atlassian.net`},
		{"https://acme", "http://acme", `4: the url of connection "acme" is plain http, which would show the token to the network; use https`},
		{"https://acme", "https://me:pass@acme", `4: the url of connection "acme" holds a user or password; use user and token_env`},
		{"https://acme.atlassian.net", "acme", `4: the url of connection "acme" is no web address such as https://acme.atlassian.net`},
		{"token_env: ACME_TOKEN", "token_env: ACME_TOKEN\n    token_file: x", `6: connection "acme" has both token_env and token_file; keep one`},
		{"    token_env: ACME_TOKEN\n", "", `2: connection "acme" has no token; name its variable with token_env, or its file with token_file`},
		{"token_env: ACME_TOKEN", "token_env: ATATT3x=secret", `5: token_env of connection "acme" takes the name of a variable, not the token itself`},
		{"role: product_owner", "role: owner", `11: unknown role "owner"; there are product_owner, scrum_master, developer, stakeholder and bot`},
		{"from: 2026-01-01", "from: 1.1.2026", `11: "1.1.2026" is no date; write it as 2026-01-31`},
		{"to: 2026-06-30", "to: 2025-06-30", `11: the role ends (2025-06-30) before it begins (2026-01-01)`},
		{"Europe/Stockholm", "Stockholm", `12: unknown time zone "Stockholm"; write it as Europe/Stockholm`},
		{"country: SE", "country: Sweden", `12: "Sweden" is no country code; write two capital letters such as SE`},
		{"2026-12-23", "2026-13-23", `12: "2026-13-23" is no date; write it as 2026-01-31`},
		{"180d", "180", `13: "180" is no length of time; write 180d, 12w or 720h`},
		{"180d", "-2w", `13: "-2w" is no length of time; write 180d, 12w or 720h`},
		{"180d", "500d", `13: the window (500d) is longer than the history that is pulled (400d)`},
		{"id: FLW-01", "id: FWL-01", `15: unknown check "FWL-01"; did you mean "FLW-01"?`},
		{"amber: 0.6", "ambr: 0.6", `15: unknown threshold "ambr" of FLW-01; did you mean "amber"?`},
		{"amber: 0.6", "amber: lots", `15: "amber" needs a number, not "lots"`},
		{"amber: 0.6", "amber: 60", `15: amber of FLW-01 is a share from 0 to 1, not 60; write 60 % as 0.6`},
		{"amber: 0.6", "amber: -1", `15: amber of FLW-01 is a share from 0 to 1, not -1`},
		{"amber: 0.6", "amber: inf", `15: amber of FLW-01 is a share from 0 to 1, not +Inf`},
		{"amber: 0.6", "red: NaN", `15: red of FLW-01 is a share from 0 to 1, not NaN`},
		{"amber: 0.6", "added: inf", `15: added of FLW-01 is a number, 0 or more, not +Inf`},
		{"amber: 0.6", "added: -0.1", `15: added of FLW-01 is a number, 0 or more, not -0.1`},
		{"amber: 0.6", "min_n: -5", `15: min_n of FLW-01 is a count, 0 or more, not -5`},
		{"amber: 0.6", "amber: 0.9, red: 0.2", `15: red (0.2) cannot be below amber (0.9) of FLW-01`},
		{"id: FLW-01, amber: 0.6", "id: ORD-02, amber: 0.9", `15: red (0.75) cannot be below amber (0.9) of ORD-02`},
		{"id: FLW-01, amber: 0.6", "id: ORD-04, amber: 0.1, red: 0.2", `15: red (0.2) cannot be above amber (0.1) of ORD-04`},
		{"id: FLW-01, amber: 0.6", "id: OWN-02, amber: -2", `15: amber of OWN-02 is a number, 0 or more, not -2`},
		{"id: FLW-01, amber: 0.6", "id: OWN-02, need: 0", `15: need of OWN-02 is a count, 1 or more, not 0`},
		{"    board: 42", "    board: 42\n    checks:\n      - id: ORD-01\n        red: 7", `12: red of ORD-01 is a share from 0 to 1, not 7; write 7 % as 0.07`},
		{"window: 180d", "history: 100d", `13: the history that is pulled (100d) is shorter than the window (180d)`},
		{"window: 180d", "checks:\n\t- {id: FLW-01}", `14: there is a tab before the text; use spaces, not tabs`},
		{"window: 180d", "window: 180d\n\thistory: 300d", `14: there is a tab before the text; use spaces, not tabs`},
		{"    board: 42", "\tboard: 42", `9: there is a tab before the text; use spaces, not tabs`},
		{"calendar:", "declare: {}\ncalendar:", `12: unknown key "declare" in the file`},
		{"    board: 42", "    borad: 42", `9: unknown key "borad" in a team; did you mean "board"?`},
		{"    board: 42", "    board: 42\n    declare: {framework: waterfall}", `10: framework cannot be "waterfall"; it can be scrum, kanban, safe, less, or left out`},
		{"calendar:", "  - {name: checkout, connection: acme, board: 7}\ncalendar:", `12: two teams are called "checkout"; give each its own name`},
		{"teams:", "  - {name: acme, type: files, path: exports}\nteams:", `6: two connections are called "acme"; give each its own name`},
		{"teams:", "  - {name: saved, type: files}\nteams:", `6: connection "saved" has no path: the folder or file with your exports`},
		{"teams:", "  - {name: saved, type: files, path: exports, token_env: ACME_TOKEN}\nteams:", `6: connection "saved" reads files and has no use for token_env; remove it`},
		{"type: jira", "type: jira\n    path: exports", `4: connection "acme" has a path, which belongs to the type files`},
	} {
		if strings.Count(good, c.old) == 0 {
			t.Fatalf("%q is not in the good configuration", c.old)
		}
		_, _, err := load(t, strings.Replace(good, c.old, c.new, 1), nil)
		if err == nil || err.Error() != "rolehealth.yaml:"+c.want || statusOf(err) != exitUsage {
			t.Errorf("%q for %q:\n got %v\nwant rolehealth.yaml:%s", c.new, c.old, err, c.want)
		}
	}
}

func TestPrecedence(t *testing.T) {
	env := environment{"ROLEHEALTH_WINDOW": "12w", "ROLEHEALTH_CALENDAR_TIME_ZONE": "Asia/Tokyo"}
	teams, _, err := load(t, good+"history: 300d\n", env)
	if err != nil {
		t.Fatal(err)
	}
	got := teams[0]
	if got.window != 84*day || got.calendar.zone.String() != "Asia/Tokyo" {
		t.Errorf("window %v and zone %v, want the environment's 12w and Asia/Tokyo", got.window, got.calendar.zone)
	}
	if got.source.History != 300*day || got.calendar.country != "SE" {
		t.Errorf("history %v and country %q, want the file's 300d and SE", got.source.History, got.calendar.country)
	}
	own := strings.Replace(good, "    board: 42", "    board: 42\n    window: 90d\n    calendar: {country: DE}", 1)
	if teams, _, err = load(t, own, env); err != nil {
		t.Fatal(err)
	}
	if got := teams[0]; got.window != 90*day || got.calendar.country != "DE" || got.calendar.zone.String() != "Asia/Tokyo" || len(got.calendar.holidays) != 1 {
		t.Errorf("team has window %v and calendar %+v, want its own 90d and DE, and the general rest", got.window, got.calendar)
	}
	env["ROLEHEALTH_WINDOW"] = "soon"
	if _, _, err := load(t, good, env); err == nil || err.Error() != `ROLEHEALTH_WINDOW: "soon" is no length of time; write 180d, 12w or 720h` {
		t.Errorf("a wrong variable gives %v", err)
	}
	env = environment{"ROLEHEALTH_HISTORY": "90d"}
	if _, _, err := load(t, good, env); err == nil || err.Error() != `ROLEHEALTH_HISTORY: the history that is pulled (90d) is shorter than the window (180d)` {
		t.Errorf("a history from a variable that is too short gives %v", err)
	}
	env = environment{"ROLEHEALTH_WINDOW": "500d"}
	if _, _, err := load(t, good, env); err == nil || err.Error() != `ROLEHEALTH_WINDOW: the window (500d) is longer than the history that is pulled (400d)` {
		t.Errorf("a window from a variable that is too long gives %v", err)
	}
	if teams, _, err = load(t, strings.Replace(good, "window: 180d\n", "", 1), nil); err != nil || teams[0].window != 180*day {
		t.Errorf("without any word the window is %v (%v), want 180d", teams, err)
	}
}

func TestConfigsOfOtherEditors(t *testing.T) {
	if _, _, err := load(t, "\xef\xbb\xbf"+good, nil); err != nil {
		t.Errorf("with a byte order mark: %v", err)
	}
	for _, text := range []string{"\xff\xfec\x00o\x00", "\xfe\xff\x00c\x00o", "c\x00o\x00n\x00"} {
		_, _, err := load(t, text, nil)
		if want := "rolehealth.yaml: it is written in UTF-16; save it as UTF-8"; err == nil || err.Error() != want || statusOf(err) != exitUsage {
			t.Errorf("%q gives %v, want %s", text, err, want)
		}
	}
	if _, _, err := load(t, good+"  # a tab\tin a comment\n", nil); err != nil {
		t.Errorf("with a tab behind text: %v", err)
	}
}

func TestChecksMergeFromGeneralToTeam(t *testing.T) {
	text := strings.Replace(good, "    board: 42", "    board: 42\n    checks: [{id: flw-01, red: 0.9}, {id: ORD-02, off: true}]", 1)
	teams, r, err := load(t, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := threshold(teams[0].checks, "FLW-01", "amber"); got != "0.6" {
		t.Errorf("amber of FLW-01 is %s, want 0.6 from the general checks", got)
	}
	if got := threshold(teams[0].checks, "FLW-01", "red"); got != "0.9" {
		t.Errorf("red of FLW-01 is %s, want 0.9 from the team's checks", got)
	}
	for _, c := range teams[0].checks {
		if c.Off != (c.ID == "ORD-02") {
			t.Errorf("%s: off is %v", c.ID, c.Off)
		}
	}
	if got := threshold(r.all, "FLW-01", "red"); got == "0.9" {
		t.Error("the team's threshold holds for everybody")
	}
}

func TestACheckOfAnotherVersionMayBeOff(t *testing.T) {
	_, r, err := load(t, good+"  - {id: CRF-99, off: true}\n", nil)
	if err != nil || len(r.warnings) != 1 || !strings.Contains(r.warnings[0], "rolehealth.yaml:16: this version has no check CRF-99") {
		t.Errorf("warnings %v, error %v, want one warning about CRF-99", r, err)
	}
	for _, entry := range []string{"{id: XYZ-05, off: true}", "{id: CRF-99, amber: 1}"} {
		if _, _, err := load(t, good+"  - "+entry+"\n", nil); err == nil || !strings.Contains(err.Error(), "unknown check") {
			t.Errorf("%s: %v, want an unknown check", entry, err)
		}
	}
}

func TestHolidays(t *testing.T) {
	from, to := time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	made, warning := calendar{time.UTC, "SE", []string{"2026-12-23"}}.between(from, to)
	for date, want := range map[string]bool{"2026-06-19": true, "2025-12-25": true, "2026-12-23": true, "2026-06-18": false} {
		if made.Holidays[date] != want {
			t.Errorf("%s is a holiday: %v, want %v", date, !want, want)
		}
	}
	if warning != "" {
		t.Errorf("warning %q, want none", warning)
	}
	if _, warning = (calendar{time.UTC, "IN", nil}).between(from, to); !strings.Contains(warning, "public holidays of IN are not known") {
		t.Errorf("warning %q, want one about IN", warning)
	}
}

func load(t *testing.T, text string, env environment) ([]team, *resolver, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile(configName, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	doc, file, err := readConfig(configName)
	if err != nil {
		return nil, nil, err
	}
	if file, err = settle(file, env); err != nil {
		t.Fatal(err)
	}
	r := &resolver{doc: doc, env: env, config: file}
	teams, err := r.resolve(po.Catalog())
	return teams, r, err
}

func threshold(all []analyze.Check, id, name string) string {
	for _, c := range all {
		for _, s := range c.Thresholds() {
			if c.ID == id && s.Name == name {
				return s.Value
			}
		}
	}
	return ""
}

func TestFindConfig(t *testing.T) {
	home := t.TempDir()
	t.Chdir(t.TempDir())
	env := environment{"XDG_CONFIG_HOME": home}
	if _, err := findConfig("", env); err != errNoConfig {
		t.Errorf("without any file: %v, want errNoConfig", err)
	}
	own := filepath.Join(home, "rolehealth", configName)
	write(t, own)
	if got, _ := findConfig("", env); got != own {
		t.Errorf("found %s, want the one in the user's folder, %s", got, own)
	}
	write(t, configName)
	if got, _ := findConfig("", env); got != configName {
		t.Errorf("found %s, want the one here", got)
	}
	if got, _ := findConfig("given.yaml", env); got != "given.yaml" {
		t.Errorf("found %s, want the one that was named", got)
	}
}

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
}
