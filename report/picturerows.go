package report

// This file draws the pictures that have a strip for every row.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// Heights in pixels: of a row with a bar, with two bars, with days, and with a thin line.
const (
	barRow, pairRow, dayRow, lineRow = 24.0, 38.0, 30.0, 16.0
	// shownSign stands before the number of a row that shows the pattern, as before a finding.
	shownSign = "■ "
)

// row begins a row: what it is called, to the left, and its number, to the right.
func (d *drawing) row(row analyze.PictureRow, high float64, right string) *group {
	middle := d.Height + high/2
	if d.shows(row) {
		right = shownSign + right
	}
	d.Groups = append(d.Groups, group{Title: d.tip(row), Words: []words{
		{Look: "axis", Anchor: "end", Text: short(row), Aside: -8, Y: middle + 4},
		{Look: "axis", Anchor: "start", Text: right, X: 100, Aside: 8, Y: middle + 4},
	}})
	d.Height += high
	return &d.Groups[len(d.Groups)-1]
}

// tip is a row in words.
func (d *drawing) tip(row analyze.PictureRow) string {
	var parts []string
	for i, v := range row.Values {
		if v > 0 {
			parts = append(parts, amount(v)+" "+d.Series[i].Name)
		}
	}
	if row.What != "" {
		parts = append(parts, row.What)
	}
	return named(row) + ": " + strings.Join(parts, ", ")
}

// counts says in the key what the sign before a number means.
func (d *drawing) counts() {
	if slices.ContainsFunc(d.Rows, d.shows) {
		d.Key = append(d.Key, keyEntry{"sign", "shows the pattern"})
	}
}

// shows reports whether a row is marked: where it has cases, or is one itself.
func (d *drawing) shows(row analyze.PictureRow) bool {
	return row.Shows && (d.Kind != analyze.Bars || total(row.Values) > 0)
}

// stack draws the series of each row one after the other: to the scale of the longest row,
// or each to the whole width where shares are compared.
func (d *drawing) stack(looks []string) {
	longest := 0.0
	for _, row := range d.Rows {
		longest = max(longest, total(row.Values))
	}
	oneSeries := len(d.Series) == 1
	for _, row := range d.Rows {
		g := d.row(row, barRow, d.stackNumber(row))
		scale := longest
		if d.Kind == analyze.Shares {
			scale = total(row.Values)
		}
		y, x := d.Height-barRow/2, 0.0
		for i, v := range row.Values {
			if v == 0 || scale == 0 {
				continue
			}
			look := looks[i]
			if oneSeries && row.Shows {
				look = shownLooks[0]
			}
			next := x + 100*v/scale
			g.Lines = append(g.Lines, stroke{look, tenth(x), tenth(next), y, y})
			x = next
		}
		g.split(d, row, longest, y)
	}
	if oneSeries {
		d.Key = nil
	} else {
		d.explain(looks)
	}
	d.counts()
}

// split marks where the plan of a Sprint ends and what came on top of it begins.
func (g *group) split(d *drawing, row analyze.PictureRow, scale, y float64) {
	if d.Kind != analyze.Scope || scale == 0 {
		return
	}
	plan := total(row.Values[:len(row.Values)-1])
	x := tenth(100 * plan / scale)
	g.Lines = append(g.Lines, stroke{"edge", x, x, y - 11, y + 11})
}

// stackNumber is what stands at the end of a row.
func (d *drawing) stackNumber(row analyze.PictureRow) string {
	all := total(row.Values)
	switch d.Kind {
	case analyze.Shares:
		return amount(all) + " days"
	case analyze.Scope:
		plan := total(row.Values[:len(row.Values)-1])
		return fmt.Sprintf("%s + %s", amount(plan), amount(all-plan))
	}
	shown := 0.0
	for i, v := range row.Values {
		if d.Series[i].Shows {
			shown += v
		}
	}
	if shown > 0 {
		return amount(shown) + " of " + amount(all)
	}
	return amount(all)
}

func total(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}

// pairs draws two bars in each row, with their numbers behind them.
func (d *drawing) pairs(looks []string) {
	longest := 0.0
	for _, row := range d.Rows {
		longest = max(longest, row.Values[0], row.Values[1])
	}
	for _, row := range d.Rows {
		g := d.row(row, pairRow, amount(row.Values[0])+" / "+amount(row.Values[1]))
		for i, v := range row.Values[:2] {
			if v > 0 {
				y := d.Height - pairRow/2 + 16*(float64(i)-0.5)
				g.Lines = append(g.Lines, stroke{looks[i], 0, tenth(100 * v / longest), y, y})
			}
		}
	}
	d.explain(looks)
}

// days draws the days of each row: how much came, upwards; what was done, below; and
// shaded the days of planning.
func (d *drawing) days() {
	const most, foot, under = 15.0, 18.0, 6.0 // how high the most is, where the foot stands, and how far under it what was done
	busiest := 1
	for _, row := range d.Rows {
		for _, m := range row.Marks {
			if m.Series == 0 {
				busiest = max(busiest, m.N)
			}
		}
	}
	for _, row := range d.Rows {
		top := d.Height
		g := d.row(row, dayRow, several(int(row.Values[1]), "day"))
		end := dayAfter(row.To)
		g.Lines = append(g.Lines, stroke{"base", 0, 100, top + foot, top + foot})
		for _, m := range row.Marks {
			x, ok := place(m.On, row.From, end)
			next, ok2 := place(dayAfter(m.On), row.From, end)
			if !ok || !ok2 {
				continue
			}
			middle := tenth((x + next) / 2)
			switch m.Series {
			case 0:
				g.Lines = append(g.Lines, stroke{"came", middle, middle, top + foot, tenth(top + foot - most*float64(m.N)/float64(busiest))})
			case 1:
				g.Dots = append(g.Dots, spot{"did", middle, top + foot + under})
			case 2:
				g.Dots = append(g.Dots, spot{"also", middle, top + foot + under})
			case 3:
				g.Areas = append(g.Areas, area{"plan", x, top + 1, tenth(next - x), dayRow - 2})
			}
		}
	}
	d.explain([]string{"came", "did", "also", "plan"})
	d.counts()
}

// spans draws a line from one day to another for each row; thick where something happened
// on the way.
func (d *drawing) spans() {
	first, last := d.reach()
	changed := false
	for _, row := range d.Rows {
		g := d.row(analyze.PictureRow{Label: shortKey(row.Label), What: row.What, Values: row.Values}, lineRow, amount(row.Values[0])+" d")
		from, ok := place(row.From, first, last)
		to, ok2 := place(row.To, first, last)
		if !ok || !ok2 {
			continue
		}
		look := "way"
		if !row.Shows {
			look, changed = "shaped", true
		}
		y := d.Height - lineRow/2
		g.Title = d.tip(row)
		g.Lines = append(g.Lines, stroke{look, from, to, y, y})
		g.Dots = append(g.Dots, spot{"end " + look, to, y})
	}
	d.dateAxis(first, last)
	d.Key = []keyEntry{{"way", "nothing happened in between"}}
	if changed {
		d.Key = append(d.Key, keyEntry{"shaped", "something did"})
	}
}

// reach is from when to when the rows go: a year back at most, so that one old row does
// not leave the others without room.
func (d *drawing) reach() (first, last string) {
	for _, row := range d.Rows {
		if last == "" || row.To > last {
			last = row.To
		}
		if first == "" || row.From < first {
			first = row.From
		}
	}
	if t, err := parseDate(last); err == nil {
		first = max(first, t.AddDate(-1, 0, 0).Format("2006-01-02"))
	}
	return first, last
}

// dateAxis writes both ends and the middle of a time under the drawing.
func (d *drawing) dateAxis(first, last string) {
	from, err := parseDate(first)
	to, err2 := parseDate(last)
	if err != nil || err2 != nil {
		return
	}
	middle := from.Add(to.Sub(from) / 2).Format("2006-01-02")
	d.Height += 18
	d.Groups = append(d.Groups, group{
		Lines: []stroke{{"base", 0, 100, d.Height - 17, d.Height - 17}},
		Words: []words{
			{Look: "axis", Anchor: "start", Text: dayMonth(first), Y: d.Height - 3},
			{Look: "axis", Anchor: "middle", Text: dayMonth(middle), X: 50, Y: d.Height - 3},
			{Look: "axis", Anchor: "end", Text: dayMonth(last), X: 100, Y: d.Height - 3},
		},
	})
}
