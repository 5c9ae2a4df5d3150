package report

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
)

// earlier is a result at an earlier moment; without a share it has no numbers.
func earlierResult(day string, status analyze.Status, level analyze.Level, k, n int) analyze.Earlier {
	e := analyze.Earlier{AsOf: day, Status: status, Level: level, K: k, N: n}
	if n > 0 {
		share := float64(k) / float64(n)
		e.Estimate, e.Low, e.High = new(share), new(share-0.1), new(share+0.1)
	}
	return e
}

func TestStoodBefore(t *testing.T) {
	half, short := sampleTeam("").Window, analyze.Period{From: "2026-09-21", To: "2026-11-20"}
	untold := earlierResult("2026-05-24", analyze.NotAssessable, "", 0, 0)
	red := earlierResult("2026-08-22", analyze.Flag, analyze.Red, 40, 50)
	for want, c := range map[string]struct {
		window  analyze.Period
		earlier []analyze.Earlier
	}{
		"": {half, nil},
		"90 days before: 40 of 50 (80 %, probably 70 % to 90 %), far beyond the threshold. It shares 90 of its 180 days with now.":                                         {half, []analyze.Earlier{red}},
		"180 days before: cannot be told; 90 days before: 40 of 50 (80 %, probably 70 % to 90 %), far beyond the threshold. Each shares 90 of its 180 days with the next.": {half, []analyze.Earlier{untold, red}},
		"90 days before: 40 of 50 (80 %, probably 70 % to 90 %), far beyond the threshold. It looked at 60 days too.":                                                      {short, []analyze.Earlier{red}},
		"180 days before: too few cases; 90 days before: 6 of 60 (10 %, probably 0 % to 20 %), nothing to talk about. Each looked at 60 days too.":                         {short, []analyze.Earlier{earlierResult("2026-05-24", analyze.Insufficient, "", 0, 0), earlierResult("2026-08-22", analyze.OK, "", 6, 60)}},
	} {
		f := passThrough()
		f.Earlier = c.earlier
		if got := stoodBefore(f, c.window); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	f := passThrough()
	if f.Earlier = []analyze.Earlier{untold}; stoodBefore(f, half) != "" {
		t.Error("there is nothing to tell of moments without an opinion")
	}
	f.Estimate, f.Low, f.High = new(11.6), new(9.8), new(13.2)
	red.Estimate = new(8.18)
	if f.Earlier = []analyze.Earlier{red}; !strings.HasPrefix(stoodBefore(f, half), "90 days before: 8.2 (now 11.6), far beyond") {
		t.Errorf("a measure in another unit is told as %s", stoodBefore(f, half))
	}
}

// A card tells how it stood before. What works well tells it only where there was something
// to talk about: praise is kept short.
func TestEarlierIsToldWhereItMatters(t *testing.T) {
	team := sampleTeam("Team")
	mended, well := wellFinding("VAL-01", "All is well."), wellFinding("VAL-02", "All is well too.")
	mended.Earlier = []analyze.Earlier{earlierResult("2026-08-22", analyze.Flag, analyze.Amber, 31, 50)}
	well.Earlier = []analyze.Earlier{earlierResult("2026-08-22", analyze.OK, "", 7, 50)}
	team.Checks = []analyze.Finding{mended, well, passThrough()}
	page, text := render(t, HTML, sampleOf(team)), render(t, Markdown, sampleOf(team))
	for in, want := range map[string]int{"31 of 50 (62\u00a0%": 1, "7 of 50 (14\u00a0%": 0, "14 of 30 (47\u00a0%, probably": 1} {
		if got := strings.Count(page, in); got != want {
			t.Errorf("the page tells %q %d times, want %d", in, got, want)
		}
	}
	if !strings.Contains(text, "- Earlier: 180 days before: cannot be told; 90 days before: 14 of 30 (47 %") {
		t.Errorf("no earlier moment in\n%s", text)
	}
}

func TestCSVTellsEarlierMoments(t *testing.T) {
	team := troubled()
	rows, err := csv.NewReader(strings.NewReader(render(t, CSV, sampleOf(team)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	last := len(rows[0]) - 7 // before what changed
	if got := strings.Join(rows[0][last-1:last+6], " "); got != "fingerprint status_90d level_90d estimate_90d status_180d level_180d estimate_180d" {
		t.Errorf("the last columns are %s", got)
	}
	for i, f := range team.Checks {
		want := ",,,,,"
		if len(f.Earlier) > 0 {
			want = "watch,,0.4667,not_assessable,,"
		}
		if got := strings.Join(rows[i+1][last:last+6], ","); got != want {
			t.Errorf("%s: %s, want %s", f.ID, got, want)
		}
	}
}
