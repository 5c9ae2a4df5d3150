package report

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/rolehealth/rolehealth/analyze"
)

// tags are what Markdown itself may make of a report; every other one came from a text.
var tags = regexp.MustCompile(`</?(h[1-4]|p|ul|li|em|strong|blockquote|a( href="https://acme[^"]*")?)>`)

func TestMarkdownShowsHostileTextAsText(t *testing.T) {
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(render(t, Markdown, samples()["hostile"])), &page); err != nil {
		t.Fatal(err)
	}
	if left := strings.Index(tags.ReplaceAllString(page.String(), ""), "<"); left >= 0 {
		t.Errorf("a tag came through: %.200s", tags.ReplaceAllString(page.String(), "")[left:])
	}
	if !strings.Contains(page.String(), "&lt;script&gt;alert(1)&lt;/script&gt;") || strings.Contains(page.String(), "href=\"javascript") {
		t.Error("the attack is not shown as the text it is")
	}
	for in, want := range map[string]string{
		"- one":                          "- one",
		"1. one":                         "1. one",
		"+ =":                            "+ =",
		"see https://evil.example @here": "see https://evil.example @here",
		"PAY-1 *bold* _x_ `c` #12 |":     "PAY-1 *bold* _x_ `c` #12 |",
	} {
		page.Reset()
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(literal(in)), &page); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(page.String()); got != "<p>"+want+"</p>" {
			t.Errorf("%q becomes %s", in, got)
		}
	}
}

func TestMarkdownLinksItemsToTheTracker(t *testing.T) {
	if out := render(t, Markdown, sampleOf(troubled())); !strings.Contains(out, "[PAY-12](<https://acme.atlassian.net/browse/PAY-12>), 1 Jun 2026: STK-1: committed") {
		t.Errorf("no link in\n%s", out)
	}
}

func TestMarkdownLinksOnlyToTheWeb(t *testing.T) {
	for address, want := range map[string]string{
		"https://acme.example/a b<c>\\":      `[X](<https://acme.example/a%20b%3Cc%3E%5C>)`,
		"javascript:alert(1)":                "X",
		"https://acme.example@evil.example/": "X", // somebody to take for acme
		"https:///nowhere":                   "X",
		"":                                   "X",
	} {
		if got := linked(analyze.Evidence{Item: "X", URL: address}); got != want {
			t.Errorf("%q becomes %s, want %s", address, got, want)
		}
	}
}

func TestCSVIsATableWithoutFormulas(t *testing.T) {
	team := hostile()
	team.Connection, team.Checks[0].Title = "=cmd()", "+1"
	rows, err := csv.NewReader(strings.NewReader(render(t, CSV, sampleOf(team, healthy())))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + len(team.Checks) + len(healthy().Checks); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("column %s begins a formula: %.20q", rows[0][i], cell)
			}
		}
	}
	if rows[1][1] != "'=cmd()" || rows[1][7] != "'+1" {
		t.Errorf("the texts are not there: %q", rows[1][:8])
	}
}

func TestJUnitCountsWhatItSays(t *testing.T) {
	var all suites
	if err := xml.Unmarshal([]byte(render(t, JUnit, sampleOf(troubled(), failed(), hostile()))), &all); err != nil {
		t.Fatal(err)
	}
	one := all.Suites[0]
	if one.Tests != 9 || one.Failures != 2 || one.Skipped != 4 || one.Errors != 0 {
		t.Errorf("Checkout: %d tests, %d failures, %d skipped, %d errors", one.Tests, one.Failures, one.Skipped, one.Errors)
	}
	for _, c := range one.Cases {
		switch {
		case strings.HasPrefix(c.Name, "ORD-05") && (c.Failure == nil || c.Failure.Type != "amber" || !strings.Contains(c.Failure.Text, "PAY-12, 1 Jun 2026")):
			t.Errorf("a flag is no failure with its evidence: %+v", c)
		case strings.HasPrefix(c.Name, "ORD-02") && (c.Skipped == nil || !strings.Contains(c.Skipped.Message, "explained, by PO-1, until 31 Dec 2026")):
			t.Errorf("a flag that the team explained fails the build: %+v", c)
		case strings.HasPrefix(c.Name, "ORD-04") && (c.Failure != nil || !strings.HasPrefix(c.Out, "worth watching")):
			t.Errorf("what is to be watched does not pass with a note: %+v", c)
		}
	}
	if billing := all.Suites[1]; billing.Errors != 1 || billing.Tests != 4 || all.Errors != 2 {
		t.Errorf("a team that failed: %+v", billing)
	}
}
