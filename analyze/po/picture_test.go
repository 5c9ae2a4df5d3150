package po

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// addUp holds what the pictures of a finding show against what it counted.
func addUp(t *testing.T, f analyze.Finding) {
	t.Helper()
	for _, p := range f.Pictures {
		wellMade(t, f.ID, p)
		k, n := counted(p)
		wantK, wantN := f.K, f.N
		switch {
		case p.Kind == analyze.Pairs: // what lies there at last, and what left in all
			k = int(p.Rows[len(p.Rows)-1].Values[0])
		case f.ID == "ORD-07":
			k, wantN = n, n
		case p.Kind == analyze.Spans && f.N > mostLines:
			k, wantN = wantK, mostLines
		}
		if k != wantK || n != wantN {
			t.Errorf("%s: the picture %q shows %d of %d, the finding counts %d of %d: %v", f.ID, p.Title, k, n, f.K, f.N, p.Rows)
		}
	}
}

// counted are the cases of a picture that show the pattern, and all of them.
func counted(p analyze.Picture) (k, n int) {
	for _, row := range p.Rows {
		sum, shows := 1, row.Shows
		switch p.Kind {
		case analyze.Bars, analyze.Ends:
			sum = 0
			for i, v := range row.Values {
				sum += int(v)
				if p.Series[i].Shows {
					k += int(v)
				}
			}
		case analyze.Waiting:
			sum = int(row.Values[1])
			if shows {
				sum += int(row.Values[2])
			}
		case analyze.Pairs:
			sum = int(row.Values[1])
		}
		n += sum
		if shows {
			k += sum
		}
	}
	return k, n
}

// wellMade holds what every drawing relies on.
func wellMade(t *testing.T, id string, p analyze.Picture) {
	t.Helper()
	switch {
	case !slices.Contains(analyze.Kinds(), p.Kind), p.Title == "", strings.HasSuffix(p.Title, "."), p.Head == "":
		t.Errorf("%s: a picture of kind %q, of %q, with the title %q", id, p.Kind, p.Head, p.Title)
	case len(p.Rows) > 40, len(p.Series) == 0, len(p.Series) > 6:
		t.Errorf("%s: a picture of %d rows and %d series", id, len(p.Rows), len(p.Series))
	}
	for _, row := range p.Rows {
		if len(row.Values) != len(p.Series) || slices.ContainsFunc(row.Values, func(v float64) bool { return !(v >= 0) }) {
			t.Errorf("%s: the row %+v of %d series", id, row, len(p.Series))
		}
		marked := make([]float64, len(p.Series))
		for _, m := range row.Marks {
			marked[m.Series] += float64(m.N)
			if m.On < row.From || m.On > row.To {
				t.Errorf("%s: a mark on %s in the row from %s to %s", id, m.On, row.From, row.To)
			}
		}
		if p.Kind == analyze.Days && !slices.Equal(marked, row.Values) {
			t.Errorf("%s: the marks of the row from %s sum up to %v, not %v", id, row.From, marked, row.Values)
		}
	}
}

func TestPicturesOfTheDemoAddUp(t *testing.T) {
	seen := map[string]int{}
	for _, team := range simulate.Demo() {
		for _, f := range analyze.Analyze(team.Snapshot, Catalog(), analyze.Options{Declared: team.Declared, Roles: team.Roles}).Checks {
			addUp(t, f)
			seen[f.ID] += len(f.Pictures)
		}
	}
	for _, id := range []string{"VAL-01", "VAL-07", "CRF-01", "ORD-01", "ORD-02", "ORD-05", "ORD-07", "OWN-01", "OWN-02", "FLW-01", "FLW-03", "FLW-05"} {
		if seen[id] == 0 {
			t.Errorf("%s shows nothing in the whole demo", id)
		}
	}
}

// pictured is what a history in a check's article shows.
func pictured(t *testing.T, id, heading string) []string {
	t.Helper()
	c := Catalog()[slices.IndexFunc(Catalog(), func(c analyze.Check) bool { return c.ID == id })]
	examples, err := scenario.FromMarkdown(id, c.Doc)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(examples, func(ex scenario.Example) bool { return ex.Heading == heading })
	if i < 0 {
		t.Fatalf("the article of %s has no example %q", id, heading)
	}
	s, err := examples[i].Parse(id)
	if err != nil {
		t.Fatal(err)
	}
	f := analyze.Analyze(s.Snapshot, []analyze.Check{c}, Options(s)).Checks[0]
	var lines []string
	for _, p := range f.Pictures {
		lines = append(lines, p.Title)
		for _, row := range p.Rows {
			lines = append(lines, told(row))
		}
	}
	return lines
}

// told is a row in a line, with a star where it shows the pattern.
func told(row analyze.PictureRow) string {
	var parts []string
	for _, s := range []string{row.Label, row.From, row.To, row.What, fmt.Sprint(row.Values)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if row.Shows {
		parts = append(parts, "*")
	}
	return strings.Join(parts, " ")
}

// The pictures of histories, counted by hand: the title and the first rows of each.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		id, heading string
		want        []string
	}{
		{"VAL-01", "A bucket is no goal", []string{
			"Of 30 items taken on, 6 led to a goal, and 24 ended before one", "a feature with a goal [6]", "a feature that only collects [24] *"}},
		{"VAL-01", "Items under features with a goal", []string{"Of 30 items taken on, 30 led to a goal, and none ended before one", "a feature with a goal [30]"}},
		{"VAL-07", "The same goal every time", []string{
			"Of 12 Sprints, 2 had a goal of their own", "a goal [2]", "a list [0] *", "the last again [10] *", "none [0] *"}},
		{"ORD-01", "Forgotten items", []string{"40 of 40 open items lay untouched for 180 days", "½–1 year [0 40]"}},
		{"ORD-01", "Looked through twice a year", []string{"Somebody looked at each of the 40 open items within 180 days", "½–1 year [40 0]"}},
		{"ORD-02", "Somebody reorders during the Sprint", []string{
			"Items were new or changed 69 times in 7 periods; the order moved on 14 days outside planning", "Sprint 1 2026-01-05 2026-01-16 [10 2 0 3]"}},
		{"ORD-02", "One long drag session is one day", []string{
			"Items were new or changed 108 times in 11 periods; the order moved on 11 days outside planning", "Sprint 1 2026-01-05 2026-01-16 [10 1 0 3] *"}},
		{"ORD-03", "Requests arrive as urgent and are taken on so", []string{
			"Among the 2 highest: 32 of 40 chosen priorities", "Highest [16] *", "High [16] *", "Low [8]"}},
		{"ORD-05", "Wishes go straight into the Sprint", []string{
			"Of the newest 25 of 36 committed requests, 25 went in as written; none saw a change, a new place or a question first",
			"PAY-136 2025-12-16 2026-04-27 nothing in between [94] *"}},
		{"ORD-05", "Requests become something else", []string{
			"Of the newest 25 of 36 committed requests, none went in as written; 25 saw a change, a new place or a question first",
			"PAY-136 2025-12-16 2026-04-27 was rewritten [94]"}},
		{"ORD-07", "Three months of work", []string{
			"From 45 to 40 open items in 5 months; the median month finishes 12", "2025-09-16 2025-10-16 [45 12]", "2025-10-16 2025-11-15 [46 12]",
			"2025-11-15 2025-12-15 [46 12]", "2025-12-15 2026-01-14 [46 16]", "2026-01-14 2026-02-13 [50 14]", "2026-02-13 2026-03-15 [40 12]",
			"Written over a year ago: none of the 40 open items", "½–1 year [0 40]"}},
		{"OWN-01", "One period alone is worth watching", []string{
			"Somebody recognisably led the ordering in 1 of 2 periods of 90 days", "2025-08-19 2025-11-17 [59 4]", "2025-11-17 2026-02-15 [0 70] *"}},
		{"OWN-02", "One person has the last word", []string{
			"One person led the ordering in 3 of 3 periods of 90 days", "2025-08-13 2025-11-11 [50 6]", "2025-11-11 2026-02-09 [52 7]", "2026-02-09 2026-05-10 [50 6]"}},
		{"CRF-01", "Most items are begun without criteria", []string{
			"Of 30 items begun, 18 had no acceptance criteria and none had more than 7", "none [18] *", "1 or 2 [12]", "3 to 7 [0]", "over 7 [0]"}},
		{"FLW-01", "What was planned goes out again", []string{
			"Of 72 items planned in 12 Sprints, 48 were finished in them and 24 taken out; none came on top", "Sprint 1 2026-01-05 2026-01-16 [4 0 2 0] *"}},
		{"FLW-01", "A Sprint that keeps to its plan", []string{
			"Of 48 items planned in 8 Sprints, 48 were finished in them and none taken out; 8 came on top", "Sprint 1 2026-01-05 2026-01-16 [6 0 0 1]"}},
		{"FLW-03", "A week of holidays between question and answer", []string{
			"None of the 32 questions waited longer than 16 working hours", "1 h [1 24 0 0.25]", "8 h [8 8 0 0]", "16 h [16 0 0 0]"}},
		{"FLW-03", "A bot does not answer", []string{
			"30 of 30 questions waited longer than 16 working hours, 30 of them without a visible answer", "16 h [16 0 0 1]", "48 h [48 0 12 1] *"}},
		{"FLW-05", "Too many travellers", []string{
			"14 of 168 items were in one Sprint; 40 travelled through 3 or more", "1 Sprint [14]", "2 Sprints [114]", "3 Sprints [40] *"}},
	} {
		if got := pictured(t, c.id, c.heading); len(got) < len(c.want) || !slices.Equal(got[:len(c.want)], c.want) {
			t.Errorf("%s, %s:\ngot  %q\nwant %q", c.id, c.heading, got, c.want)
		}
	}
}

// Of many who order, a picture tells the busiest apart, and all days stay in it.
func TestHoldingsOfManyPeople(t *testing.T) {
	picture := shared([]holdings{
		{parts: []holding{{"PO-1", 20, false}, {"DEV-1", 30, true}, {"A", 9, true}, {"B", 8, true}, {"C", 7, true}, {"D", 1, true}}},
		{parts: []holding{{"PO-1", 5, false}, {"E", 4, true}, {"", 3, true}}},
	})
	var names []string
	for _, s := range picture.Series {
		names = append(names, fmt.Sprintf("%s %t", s.Name, s.Shows))
	}
	if got, want := strings.Join(names, ", "), "PO-1 false, A true, B true, DEV-1 true, others false"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := fmt.Sprint(picture.Rows[0].Values, picture.Rows[1].Values); got != "[20 9 8 30 8] [5 0 0 0 7]" {
		t.Errorf("got %s", got)
	}
}

// Who works on a day off is nobody's business: it is shown on the working day before.
func TestDaysOffAreNotTold(t *testing.T) {
	p := &analyze.Pass{Snapshot: &backlog.Snapshot{Calendar: &backlog.Calendar{}}}
	monday := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	fifth := p.Calendar.DayNumber(monday) // of January
	row := dayStrip(p, analyze.Window{From: monday, To: monday.AddDate(0, 0, 6)}, []int{fifth + 4, fifth + 5},
		map[int]int{fifth: 1, fifth + 5: 2, fifth + 6: 1}, map[int]bool{fifth: true})
	want := []analyze.Mark{{On: "2026-01-05", Series: 2, N: 1}, {On: "2026-01-05", Series: 3, N: 1}, {On: "2026-01-09", N: 2}, {On: "2026-01-09", Series: 1, N: 2}}
	if !slices.Equal(row.Marks, want) || !slices.Equal(row.Values, []float64{2, 2, 1, 1}) {
		t.Errorf("got %+v", row)
	}
}
