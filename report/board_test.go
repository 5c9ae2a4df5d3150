package report

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/rolehealth/rolehealth/analyze"
)

// boardRows is the text of the table of teams and checks, row by row.
func boardRows(t *testing.T, page string) [][]string {
	t.Helper()
	var rows [][]string
	for _, n := range nodes(t, page) {
		if n.Data != "table" || !strings.HasPrefix(attr(n, "class"), "board") {
			continue
		}
		for row := range n.Descendants() {
			if row.Data != "tr" {
				continue
			}
			var cells []string
			for c := range row.ChildNodes() {
				cells = append(cells, textOf(c))
			}
			rows = append(rows, cells)
		}
	}
	return rows
}

func textOf(n *html.Node) string {
	var s strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			s.WriteString(d.Data)
		}
	}
	return s.String()
}

func TestBoardSaysEveryStatusInWordsAndRanksNobody(t *testing.T) {
	rows := boardRows(t, render(t, HTML, sampleOf(healthy(), troubled(), failed(), analyze.TeamReport{Name: "New"})))
	if len(rows) != 6 {
		t.Fatalf("%d rows, want 2 of headings and 4 teams: %q", len(rows), rows)
	}
	said := map[string]string{}
	for i, name := range []string{"Search", "Checkout", "Billing", "New"} {
		row := rows[2+i]
		if row[0] != name {
			t.Errorf("row %d is of %s, want %s: the order of the configuration", i+1, row[0], name)
		}
		for at, cell := range row[1:] {
			said[name+" "+rows[1][1+at][:6]] = cell
		}
	}
	for at, want := range map[string]string{
		"Search VAL-01": "works well", "Checkout ORD-05": "to talk about", "Checkout ORD-04": "worth watching", "Checkout OWN-03": "too few cases",
		"Checkout VAL-03": "not to be seen", "Checkout FLW-01": "not used here", "Billing ORD-02": "not to be seen", "Search ORD-02": "", "New VAL-01": "",
	} {
		if got, there := said[at]; got != want || !there {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
}

func TestOneTeamHasNoBoard(t *testing.T) {
	if rows := boardRows(t, render(t, HTML, sampleOf(troubled()))); len(rows) > 0 {
		t.Errorf("got %q", rows)
	}
}

// crowd is so many teams with three dozen checks each, half of them findings with much evidence.
func crowd(teams int) analyze.Report {
	var list []analyze.TeamReport
	for i := range teams {
		team := troubled()
		team.Name, team.Checks = fmt.Sprintf("Team %d", i+1), nil
		for _, group := range []string{"VAL", "ORD", "OWN", "CRF", "FLW", "XYZ"} {
			for j := range 6 {
				f := passThrough()
				if f.ID, f.Group = fmt.Sprintf("%s-%02d", group, j+1), group; j%2 == 0 {
					f = wellFinding(f.ID, "All is well with "+f.ID+": 61 of 64 were as one would hope.")
				}
				team.Checks = append(team.Checks, f)
			}
		}
		list = append(list, team)
	}
	return sampleOf(list...)
}

func TestPageOfManyTeamsStaysLightAndSaysWhatItLeavesOut(t *testing.T) {
	few, many := render(t, HTML, crowd(3)), render(t, HTML, crowd(200))
	const said = "With so many teams, this page tells the essence"
	if strings.Contains(few, said) || !strings.Contains(few, "24 more</summary>") || !strings.Contains(few, "<svg") {
		t.Error("a page for three teams does not tell everything")
	}
	if len(many) > maxPage || !strings.Contains(many, said) {
		t.Errorf("a page for 200 teams weighs %d bytes, want at most %d and a word about it", len(many), maxPage)
	}
	before := crowd(200)
	for _, team := range before.Teams {
		for i := 0; i < len(team.Checks); i += 6 {
			team.Checks[i].Status, team.Checks[i].Level = analyze.Flag, analyze.Red
		}
	}
	if page := render(t, Since{Earlier: &before}.HTML, crowd(200)); len(page) > maxPage || !strings.Contains(page, "6 gone") {
		t.Errorf("with what changed, it weighs %d bytes, want at most %d", len(page), maxPage)
	}
	if strings.Contains(many, `<ul class="facts-list"></ul>`) {
		t.Error("there are empty lists where facts are left out")
	}
	for _, want := range []string{`id="team-200-ORD-02"`, `href="#team-200-ORD-02"`, `id="team-200-VAL-01"`} {
		if !strings.Contains(many, want) {
			t.Errorf("no %s on the page", want)
		}
	}
}
