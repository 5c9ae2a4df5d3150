package files_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

// english is an export as Jira Cloud writes it.
const english = "\ufeff" + `Summary,Issue key,Issue id,Issue Type,Status,Status Category,Priority,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Creator,Creator Id,Created,Updated,Resolved,Labels,Labels,Description,Outward issue link (Blocks),Inward issue link (Cloners),Custom field (Acceptance criteria),Custom field (Story Points),Custom field (Rank),Sprint,Sprint,Comment,Comment,Parent,Parent key,Watchers
"Refund, in ""full""",P-1,10001,Story,In Test,In Progress,High,,Ben,b1,Ada,a1,Ada,a1,25/Jan/26 3:09 PM,26/Feb/26 9:10 AM,,pay,refund,"As a customer
I want my money back",P-2,,It comes back,5.0,0|i0003z:,Sprint 1,Sprint 2,"27/Jan/26 8:00 AM;a1;Which customer?
The new ones?",28/Jan/26 12:30 AM;b1;All; really all,10002,,x
Receipts,P-2,10002,Epic,Done,Done,Low,Won't Do,,,Ada,a1,Ada,a1,02/Jan/26 12:00 PM,01/Mar/26 9:10 AM,1/Mar/26 9:00 AM,,,,,,,,0|i0001r:,,,,,,,
Part,P-3,10003,Sub-task,Somewhere,To Do,Odd,,Ben,b1,Ben,b1,Ben,b1,05/Feb/26 3:09 PM,05/Feb/26 3:09 PM,,,,,,,,,0|i0005z:,,,,,10001,P-1,
`

func TestTable(t *testing.T) {
	s := read(t, map[string]string{"export.csv": english})
	at := func(text string) time.Time {
		got, err := time.Parse("2006-01-02 15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if s.Coverage.Items != 3 || s.Coverage.Expected != 3 || s.Coverage.WithoutRecord != 3 || s.Team.Tracker != "files" || s.Process != backlog.Scrum || !s.TakenAt.Equal(at("2026-03-01 09:10")) {
		t.Errorf("%+v of %s, %s, at %v", s.Coverage, s.Team.Tracker, s.Process, s.TakenAt)
	}
	if want := "rank history, sprint goals, sprint history, authors, item history"; strings.Join(s.Missing.Names(), ", ") != want {
		t.Errorf("missing are %q, want %s", s.Missing.Names(), want)
	}
	it := find(t, s, "P-1")
	now := it.Now()
	if it.ID != "10001" || !it.CreatedAt().Equal(at("2026-01-25 15:09")) || it.Creator().Name != "Ada" || now.Assignee.ID != "b1" || it.Ending() != nil {
		t.Errorf("P-1 is %s, created %v by %+v, for %+v", it.ID, it.CreatedAt(), it.Creator(), now.Assignee)
	}
	if now.Text.Title != `Refund, in "full"` || now.Text.Description != "As a customer\nI want my money back" || now.Text.Criteria != "It comes back" {
		t.Errorf("P-1 says %+v", now.Text)
	}
	if now.Estimate != 5 || now.Priority.Name != "High" || now.Status.Category != backlog.InProgress || !slices.Equal(now.Labels, []string{"pay", "refund"}) || now.Parent != find(t, s, "P-2") {
		t.Errorf("P-1 is %+v", now)
	}
	if len(now.Sprints) != 2 || now.Sprints[1].Name != "Sprint 2" || !now.Sprints[1].Start.IsZero() {
		t.Errorf("P-1 is in %+v", now.Sprints)
	}
	if len(it.Links) != 1 || it.Links[0] != (backlog.Link{Relation: backlog.Blocks, Key: "P-2"}) {
		t.Errorf("P-1 has the links %+v", it.Links)
	}
	if len(it.Comments) != 2 || it.Comments[0].Text != "Which customer?\nThe new ones?" || it.Comments[0].By != it.Creator() ||
		it.Comments[1].Text != "All; really all" || !it.Comments[1].At.Equal(at("2026-01-28 00:30")) {
		t.Errorf("on P-1 was said %+v", it.Comments)
	}
	epic := find(t, s, "P-2")
	if end := epic.Ending(); epic.Level() != backlog.FeatureLevel || end == nil || !end.At.Equal(at("2026-03-01 09:00")) || end.State.Outcome != backlog.Declined || !epic.CreatedAt().Equal(at("2026-01-02 12:00")) {
		t.Errorf("P-2 is on level %d and ended with %+v", epic.Level(), end)
	}
	part := find(t, s, "P-3")
	if part.Level() != backlog.SubLevel || part.Now().Parent != it || part.Now().Status.Category != backlog.ToDo || part.Now().Priority.Rank <= now.Priority.Rank || !warned(s, `"Odd"`) {
		t.Errorf("P-3 is on level %d under %v, with priority %+v; warnings %q", part.Level(), part.Now().Parent, part.Now().Priority, s.Coverage.Warnings)
	}
}

// german is an export as a German spreadsheet saves it again.
const german = `Zusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Vorgangstyp;Status;Lösung;Priorität;Bearbeiter;Autor;Ersteller;Erstellt;Aktualisiert;Erledigt;Stichwörter;Benutzerdefinierte Felder (Story Points);Ausgehende Vorgangsverknüpfung (Blocks);Kommentar
Geld zurück für Käufer;P-1;10001;Story;In Arbeit;Nicht erledigt;Hoch;ben;ada;ada;05.01.2026 15:09;26.02.2026 09:10;;;0,5;;05.01.2026 16:00;ada;Für wen?
"Übersicht; groß";P-2;10002;Fehler;Ausgeliefert;Fertig;Mittel;;ada;ada;02.01.2026;01.03.2026 09:10;1.3.2026;zahlung;3;;
`

// The same table says the same, however it was saved.
func TestTableAsItWasSaved(t *testing.T) {
	german := strings.Replace(german, "05.01.2026 16:00;ada;Für wen?", `"05.01.2026 16:00;ada;Für wen?"`, 1)
	western := strings.NewReplacer("ü", "\xfc", "ä", "\xe4", "ö", "\xf6", "Ü", "\xdc", "ß", "\xdf").Replace(german)
	var wide bytes.Buffer
	_ = binary.Write(&wide, binary.LittleEndian, append([]uint16{0xfeff}, utf16.Encode([]rune(strings.ReplaceAll(german, ";", "\t")))...)) // a Buffer does not fail
	for name, content := range map[string]string{
		"UTF-8": german, "with a mark": "\ufeff" + german, "Windows-1252": western, "lines of Windows": strings.ReplaceAll(german, "\n", "\r\n"),
		"with a hint": "sep=;\n" + german, "without a last line end": strings.TrimSuffix(german, "\n"), "lines of old Macs": strings.ReplaceAll(german, "\n", "\r"),
		"ISO dates": strings.NewReplacer("05.01.2026 15:09", "2026-01-05 15:09:00", "26.02.2026 09:10", "2026-02-26T09:10", "02.01.2026", "2026-01-02", "1.3.2026;", "2026-03-01;").Replace(german),
	} {
		s := read(t, map[string]string{"Mappe1.csv": content})
		one, two := find(t, s, "P-1"), find(t, s, "P-2")
		if one.Title() != "Geld zurück für Käufer" || one.Now().Status.Category != backlog.InProgress || one.Now().Estimate != 0.5 || one.Now().Outcome != backlog.Open ||
			len(one.Comments) != 1 || one.Comments[0].Text != "Für wen?" || one.Comments[0].By != one.Creator() {
			t.Errorf("%s: P-1 is %+v with comments %+v", name, one.Now(), one.Comments)
		}
		if end := two.Ending(); two.Title() != "Übersicht; groß" || !two.Now().Type.Bug || end == nil || end.At != time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC) || two.CreatedAt() != time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC) {
			t.Errorf("%s: P-2 is %q, created %v, ended %+v", name, two.Title(), two.CreatedAt(), end)
		}
		if s.Coverage.Items != 2 || s.Coverage.Expected != 2 || warned(s, "left out") {
			t.Errorf("%s: %+v", name, s.Coverage)
		}
	}
	if s := read(t, map[string]string{"Mappe1.txt": wide.String()}); find(t, s, "P-1").Title() != "Geld zurück für Käufer" {
		t.Errorf("UTF-16: %q", find(t, s, "P-1").Title())
	}
}

const head = "Issue key,Summary,Issue Type,Status,Created,Updated,Comment\n"

// Day and month are told apart by the whole table or not at all.
func TestDates(t *testing.T) {
	for _, c := range []struct{ created, other, want string }{
		{"3/4/2026 3:09 PM", "13/4/2026", "2026-04-03 15:09:00"},
		{"3/4/2026 15:09", "4/13/2026", "2026-03-04 15:09:00"},
		{"3/4/2026", "", "refused"},
		{"3/4/2026", "13/1/2026 9:00\n4/13/2026", "refused"},
		{"3/3/2026", "", "2026-03-03 00:00:00"},
		{"3.4.2026 07:05", "", "2026-04-03 07:05:00"},
		{"03.04.26", "", "2026-04-03 00:00:00"},
		{"3-4-2026", "28-4-2026", "2026-04-03 00:00:00"},
		{"21/3/4", "", "no date"},
		{"03/04/26", "20/04/26", "refused"}, // 2020-04-26, or the 20th
		{"03/04/26", "29/04/26", "2026-04-03 00:00:00"},
		{"2026-03-04 15:09:33", "", "2026-03-04 15:09:33"},
		{"2026-03-04T15:09:33.123+0200", "", "2026-03-04 13:09:33"},
		{"2026/3/4", "", "2026-03-04 00:00:00"},
		{"04/Mar/26 12:09 AM", "", "2026-03-04 00:09:00"},
		{"4/Mär/26 3:09 nachm.", "", "2026-03-04 15:09:00"},
		{"4. März 2026 15:09", "", "2026-03-04 15:09:00"},
		{"\"Mar 4, 2026, 3:09 PM\"", "", "2026-03-04 15:09:00"},
		{"30/Feb/26", "", "no date"},
		{"04/Foo/26", "", "no date"},
		{"2026-03-04 25:00", "", "no date"},
		{"46085.5", "", "no date"},
		{"", "", "no date"},
	} {
		table := head + "P-1,A,Story,Open," + c.created + ",,\n"
		for i, other := range strings.Split(c.other, "\n") {
			if other != "" {
				table += fmt.Sprintf("P-%d,B,Story,Open,%s,%s,\n", i+2, other, other)
			}
		}
		table += "P-9,C,Story,Open,2026-01-01,,\n" // one that every table can read
		dir := folder(t, map[string]string{"a.csv": table})
		docs, err := pull(t, dir, connectors.Source{})
		got := "refused"
		if err == nil {
			got = "no date"
			for _, it := range snapshot(t, dir, connectors.Source{}).Items {
				if it.Key == "P-1" {
					got = it.CreatedAt().Format(time.DateTime)
				}
			}
		}
		if got != c.want {
			t.Errorf("%q beside %q is read as %s, want %s (%d documents, %v)", c.created, c.other, got, c.want, len(docs), err)
		}
	}
}

// Nothing is lost in silence: a row that cannot be read has its line in a warning.
func TestBrokenRows(t *testing.T) {
	s := read(t, map[string]string{"a.csv": head +
		"P-1,A,Story,Open,2026-01-01,,\n" +
		"P-2,\"two\nlines\",Story,Open,soon,,\n" +
		"P-4,D,Story,Open,2026-01-01,,,more\n" +
		",E,Story,Open,2026-01-01,,\n" +
		"P-6,a \"quoted\" word,Story,Open,2026-01-01,,\n" +
		"\n,,,,,,\n" +
		"P-7,F,Story,Open,2026-01-01,2026-02-01,2026-01-05 10:00;ada;Said\n" +
		"P-8,G,Story,Open,2026-01-01,,just words\n" +
		"P-9,\"cut off",
	})
	if s.Coverage.Items != 3 || s.Coverage.Expected != 8 {
		t.Errorf("%d of %d items, want 3 of 8: %q", s.Coverage.Items, s.Coverage.Expected, s.Coverage.Warnings)
	}
	for _, want := range []string{"left out: 5, such as a.csv:5 (it has 8 cells, the header 7)", "end in the middle, so that what follows is missing: 1, such as a.csv", "Comments that could not be read and are left out: 1, such as a.csv:11"} {
		if !warned(s, want) {
			t.Errorf("no warning with %q: %q", want, s.Coverage.Warnings)
		}
	}
	if len(find(t, s, "P-7").Comments) != 1 || s.Missing&backlog.Comments != 0 {
		t.Errorf("comments of P-7 are %+v", find(t, s, "P-7").Comments)
	}
}

// What an export cannot hold is missing, and not empty.
func TestWhatTablesLack(t *testing.T) {
	s := read(t, map[string]string{"a.csv": "Issue key,Summary,Issue Type,Status,Created,Resolved\nP-1,A,Story,Ausgerollt,2026-01-01,2026-02-01\nP-2,B,Story,Parked,2026-01-02,\n"})
	lacking := backlog.Comments | backlog.Links | backlog.Hierarchy | backlog.CurrentOrder | backlog.ItemHistory
	if s.Missing&lacking != lacking || s.Process != backlog.Kanban {
		t.Errorf("missing are %v in %s", s.Missing.Names(), s.Process)
	}
	if now := find(t, s, "P-1").Now(); now.Outcome != backlog.Delivered {
		t.Errorf("every item in this status is resolved, and P-1 has the outcome %d", now.Outcome)
	}
	if now := find(t, s, "P-2").Now(); now.Status.Category != backlog.UnknownCategory || !warned(s, "What these statuses mean is not in the files: Parked.") {
		t.Errorf("P-2 is in category %d; warnings %q", now.Status.Category, s.Coverage.Warnings)
	}
	doubtful := read(t, map[string]string{"a.csv": head + "P-1,A,Story,Open,2026-01-01,,1/2/2026 9:00;ada;When was this?\n"})
	if doubtful.Missing&backlog.Comments == 0 || !warned(doubtful, "The comments in a.csv are left out") || len(find(t, doubtful, "P-1").Comments) > 0 {
		t.Errorf("comments of which nobody knows the month: missing %v, %q", doubtful.Missing.Names(), doubtful.Coverage.Warnings)
	}
}

// A table whose dates nobody can read is missed among others.
func TestRefusedTable(t *testing.T) {
	s := read(t, map[string]string{"a.csv": head + "P-1,A,Story,Open,2026-01-01,,\n", "b.csv": head + "P-2,A,Story,Open,1/2/2026,,\nP-3,A,Story,Open,2/3/2026,,\n"})
	if s.Coverage.Items != 1 || s.Coverage.Expected != 3 || !warned(s, "b.csv (its dates can be read in two ways") {
		t.Errorf("%d of %d items, warnings %q", s.Coverage.Items, s.Coverage.Expected, s.Coverage.Warnings)
	}
}

func TestTableLimits(t *testing.T) {
	var rows strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&rows, "P-%d,A,Story,Open,2026-01-01,,\n", i)
	}
	if s := read(t, map[string]string{"a.csv": head + rows.String()}); len(s.Items) != 1000 || !warned(s, "exactly 1000 rows") {
		t.Errorf("%d items, warnings %q", len(s.Items), s.Coverage.Warnings)
	}
	if s := read(t, map[string]string{"a.csv": head + rows.String() + "P-X,A,Story,Open,2026-01-01,,\n"}); warned(s, "exactly") {
		t.Errorf("1001 rows are no export that was cut: %q", s.Coverage.Warnings)
	}
	if s := read(t, map[string]string{"a.csv": head + "P-1,A,Story,Open,2026-01-01,,2026-01-02;ada;" + strings.Repeat("x", 40000) + "\n"}); !warned(s, "where spreadsheets cut off: 1") {
		t.Errorf("warnings %q", s.Coverage.Warnings)
	}
}

// Lists beside a table give its words their ids: Sprints their dates, statuses their
// meaning. And what Jira itself answered is better than a table.
func TestTableBesideJSON(t *testing.T) {
	s := read(t, map[string]string{
		"a.csv":       "Issue key,Issue id,Summary,Issue Type,Status,Created,Updated,Sprint\nP-1,10001,From the table,Story,Doing,2026-01-01,2026-03-01,\nP-5,10005,Only here,Story,Parked,2026-01-02,2026-03-01,Sprint 7\n",
		"issues.json": text(t, story(1, nil)),
		"sprints":     text(t, object{"isLast": true, "values": []any{object{"id": 7, "name": "Sprint 7", "state": "closed", "goal": "Refunds", "startDate": "2026-01-05T09:00:00.000Z", "endDate": "2026-01-16T09:00:00.000Z"}}}),
		"statuses":    text(t, []any{object{"id": "4", "name": "Parked", "statusCategory": object{"id": 2, "key": "new"}}}),
	})
	if one := find(t, s, "P-1"); one.Title() != "Story 1" || one.NoRecord || s.Coverage.Items != 2 {
		t.Errorf("of %d items P-1 is %q", s.Coverage.Items, one.Title())
	}
	now := find(t, s, "P-5").Now()
	if now.Status.Category != backlog.ToDo || len(now.Sprints) != 1 || now.Sprints[0].Goal != "Refunds" || now.Sprints[0].Start.IsZero() || s.Missing&backlog.SprintGoals != 0 {
		t.Errorf("P-5 is in %+v and %+v; missing %v", now.Status, now.Sprints, s.Missing.Names())
	}
}

// A column that no list knows can be named in the configuration.
func TestConfiguredColumn(t *testing.T) {
	dir := folder(t, map[string]string{"a.csv": "Issue key,Summary,Issue Type,Status,Created,Custom field (Done when)\nP-1,A,Story,Open,2026-01-01,It works\n"})
	s := snapshot(t, dir, connectors.Source{Fields: connectors.Fields{Criteria: "Done when"}})
	if got := find(t, s, "P-1").Now().Text.Criteria; got != "It works" {
		t.Errorf("the acceptance criteria are %q", got)
	}
}
