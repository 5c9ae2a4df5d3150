package report

// This file makes drawings of the pictures that checks give: tables of what they counted.
// Each kind of picture has a function that says what stands where; the template in
// page/pictures.html draws lines, dots and words. Horizontal places are in percent of the
// width, as in chart.go, and vertical ones in pixels. The table stands behind the drawing.

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// drawing is one picture on the page.
type drawing struct {
	analyze.Picture
	Alt    string
	Key    []keyEntry
	Height float64
	Groups []group
	Heads  []string
	Cells  [][]string
}

// keyEntry says what a look stands for.
type keyEntry struct{ Look, Name string }

// group is what belongs to one row, with the words that appear when it is pointed at.
type group struct {
	Title string
	Areas []area
	Lines []stroke
	Dots  []spot
	Bands []band
	Words []words
}

// area is a shaded stretch behind the lines.
type area struct {
	Look             string
	X, Y, Wide, High float64
}

// stroke is a line; its look says how wide and in which pattern.
type stroke struct {
	Look           string
	X1, X2, Y1, Y2 float64
}

type spot struct {
	Look string
	X, Y float64
}

// words are a text at a place, Aside pixels beside it.
type words struct {
	Look, Anchor, Text string
	X, Aside, Y        float64
}

// The looks of series: what the finding is about is warm and thick. Each has its own
// pattern, since colour alone says nothing.
var (
	plainLooks = []string{"p1", "p2", "p3", "p4"}
	shownLooks = []string{"s1", "s2"}
)

// newDrawing is what the page shows of a picture.
func newDrawing(p analyze.Picture) drawing {
	d := drawing{Picture: p, Alt: p.Title + ". The table after the drawing has the numbers."}
	looks := looksOf(p.Series)
	switch p.Kind {
	case analyze.Bars, analyze.Scope, analyze.Shares:
		d.stack(looks)
	case analyze.Pairs:
		d.pairs(looks)
	case analyze.Days:
		d.days()
	case analyze.Spans:
		d.spans()
	case analyze.Ends:
		d.ends()
	case analyze.Waiting:
		d.waiting()
	}
	d.tabulate()
	return d
}

func looksOf(series []analyze.Series) []string {
	var looks []string
	plain, shown := 0, 0
	for _, s := range series {
		if s.Shows {
			looks = append(looks, shownLooks[min(shown, len(shownLooks)-1)])
			shown++
		} else {
			looks = append(looks, plainLooks[min(plain, len(plainLooks)-1)])
			plain++
		}
	}
	return looks
}

// explain adds the series that have something to show to the key.
func (d *drawing) explain(looks []string) {
	for i, s := range d.Series {
		if d.sum(i) > 0 {
			d.Key = append(d.Key, keyEntry{looks[i], s.Name})
		}
	}
}

// sum is what all rows have of a series.
func (d *drawing) sum(series int) float64 {
	sum := 0.0
	for _, row := range d.Rows {
		sum += row.Values[series]
	}
	return sum
}

// tabulate writes the table behind the drawing.
func (d *drawing) tabulate() {
	what := slices.ContainsFunc(d.Rows, func(r analyze.PictureRow) bool { return r.What != "" })
	d.Heads = []string{d.Head}
	said := 0 // series that the name of the row says already
	if d.Kind == analyze.Waiting {
		said = 1
	}
	for _, s := range d.Series[said:] {
		d.Heads = append(d.Heads, s.Name)
	}
	if what {
		d.Heads = append(d.Heads, "What happened")
	}
	if d.Kind == analyze.Days {
		d.Heads = append(d.Heads, "Dates")
	}
	for _, row := range d.Rows {
		name := named(row)
		if d.shows(row) {
			name = shownSign + name
		}
		cells := []string{name}
		for i, v := range row.Values[said:] {
			if d.Kind == analyze.Waiting && said+i == 3 {
				cells = append(cells, percent(v))
			} else {
				cells = append(cells, amount(v))
			}
		}
		if what {
			cells = append(cells, row.What)
		}
		if d.Kind == analyze.Days {
			cells = append(cells, datesOf(row, 1))
		}
		d.Cells = append(d.Cells, cells)
	}
}

// named is what a row is called in full.
func named(row analyze.PictureRow) string {
	if row.From == "" {
		return row.Label
	}
	return strings.TrimPrefix(row.Label+", ", ", ") + period(analyze.Period{From: row.From, To: row.To})
}

// short is what a row is called beside the drawing.
func short(row analyze.PictureRow) string {
	from, err := parseDate(row.From)
	to, err2 := parseDate(row.To)
	switch {
	case err != nil || err2 != nil:
		return fit(row.Label, mostLabel)
	case from.Equal(to):
		return to.Format("2 Jan")
	case from.Month() == to.Month() && from.Year() == to.Year():
		return from.Format("2") + "–" + to.Format("2 Jan")
	}
	return from.Format("2 Jan") + " – " + to.Format("2 Jan")
}

// mostLabel is how many columns there are for a name beside the drawing.
const mostLabel = 14

// shortKey is the key of an item beside the drawing: its number tells most.
func shortKey(key string) string {
	if width(key) <= mostLabel {
		return key
	}
	letters := []rune(key)
	return fit("…"+string(letters[max(0, len(letters)-mostLabel+1):]), mostLabel)
}

// datesOf lists the days that a series marks.
func datesOf(row analyze.PictureRow, series int) string {
	var dates []string
	for _, m := range row.Marks {
		if m.Series == series {
			dates = append(dates, dayMonth(m.On))
		}
	}
	return strings.Join(dates, ", ")
}

// amount writes a number of cases.
func amount(v float64) string {
	if v == math.Trunc(v) && v < 1e9 {
		return number(int(v))
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// place is where a date lies between two others, in percent; ok if all are dates.
func place(date, from, to string) (x float64, ok bool) {
	at, err := parseDate(date)
	first, err2 := parseDate(from)
	last, err3 := parseDate(to)
	if err != nil || err2 != nil || err3 != nil || !last.After(first) {
		return 0, false
	}
	return tenth(min(100, max(0, 100*float64(at.Sub(first))/float64(last.Sub(first))))), true
}

// dayAfter is the date of the next day.
func dayAfter(date string) string {
	t, err := parseDate(date)
	if err != nil {
		return date
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// seriesOf is how many series a picture has whose kind needs so many.
var seriesOf = map[analyze.PictureKind]int{analyze.Pairs: 2, analyze.Days: 4, analyze.Spans: 1, analyze.Ends: 1, analyze.Waiting: 4}

// soundPicture holds what drawings rely on: a known kind, and a value for each series.
func soundPicture(p analyze.Picture) error {
	if !slices.Contains(analyze.Kinds(), p.Kind) {
		return fmt.Errorf("%q is no kind of picture", clean(string(p.Kind)))
	}
	series := len(p.Series)
	if want := seriesOf[p.Kind]; series < 1 || series > 6 || want > 0 && series != want {
		return fmt.Errorf("a picture of kind %s has %d series", p.Kind, series)
	}
	if len(p.Rows) == 0 || len(p.Rows) > 40 {
		return fmt.Errorf("a picture has %d rows; it should have 1 to 40", len(p.Rows))
	}
	for _, row := range p.Rows {
		if len(row.Values) != series || slices.ContainsFunc(row.Values, func(v float64) bool { return v < 0 || v > 1e9 }) {
			return fmt.Errorf("a row of a picture has the values %v; it should have %d from 0 to 1e9", row.Values, series)
		}
		for _, m := range row.Marks {
			if m.Series < 0 || m.Series >= series || m.N < 0 {
				return fmt.Errorf("a mark of a picture is of series %d of %d", m.Series, series)
			}
		}
	}
	return nil
}
