package analyze

// This file is what a check has to show beside its sentence: the numbers it counted, in a
// table made for the question it asks. How that is drawn is the report's business; the
// table is all there is to know, and stands behind the drawing.

// Picture is a small table of what one check counted, and the manner of its drawing.
type Picture struct {
	Kind   PictureKind  `json:"kind"`
	Title  string       `json:"title"` // what is to be seen, in words and numbers, without a full stop
	Note   string       `json:"note"`  // how to read it, and what is not in it; may be empty
	Head   string       `json:"head"`  // what a row is: "Sprint", "Open for"
	Series []Series     `json:"series"`
	Rows   []PictureRow `json:"rows"`
}

// PictureKind is what a picture compares.
type PictureKind string

// The kinds of pictures. A value is a number of cases where nothing else is said.
const (
	Bars   PictureKind = "bars"   // cases by class: the series of a row add up to its length
	Pairs  PictureKind = "pairs"  // two series of each period side by side
	Scope  PictureKind = "scope"  // a Sprint's plan in parts; the last series came on top of it
	Shares PictureKind = "shares" // who holds how much of a period
	Days   PictureKind = "days"   // the days of a period that are marked: first what arrived, then what was done about it
	Spans  PictureKind = "spans"  // a case from one day to another; the value is working days
	Ends   PictureKind = "ends"   // where the cases end up
	// Waiting has four series: up to how many working hours, how many ended after so long,
	// of how many the end was not seen, and the share from 0 to 1 that still waits then.
	Waiting PictureKind = "waiting"
)

// Kinds are all of them.
func Kinds() []PictureKind {
	return []PictureKind{Bars, Pairs, Scope, Shares, Days, Spans, Ends, Waiting}
}

// Series is one column of a picture's table.
type Series struct {
	Name  string `json:"name"`
	Shows bool   `json:"shows,omitzero"` // it is what the finding is about
}

// PictureRow is one row of a picture's table.
type PictureRow struct {
	Label  string    `json:"label,omitempty"` // empty for a period without a name
	From   string    `json:"from,omitempty"`  // dates, both included
	To     string    `json:"to,omitempty"`
	What   string    `json:"what,omitempty"`
	Shows  bool      `json:"shows,omitzero"` // the finding counts it, or the cases in it, as showing the pattern
	Values []float64 `json:"values"`         // one for each series
	Marks  []Mark    `json:"marks,omitempty"`
}

// Mark is a day of a row that one of the series counts.
type Mark struct {
	On     string `json:"on"`
	Series int    `json:"series"` // its place among the series, from 0
	N      int    `json:"n"`      // how often it counts
}

// Draw gives a picture of what the rule counted. It is asked for only where the check comes
// to an opinion, and gets the finding with its counts, K and N and those of its windows.
func (p *Pass) Draw(picture func(Finding) Picture) { p.pictures = append(p.pictures, picture) }

// Row begins the row of a window: its Sprint, or its days.
func (p *Pass) Row(w Window, values ...int) PictureRow {
	row := ClassRow("", false, values...)
	row.From, row.To = p.Calendar.Date(w.From), p.Calendar.Date(w.To)
	if w.Sprint != nil {
		row.Label = p.Told(w.Sprint.Name)
	}
	return row
}

// ClassRow is the row of a class of cases.
func ClassRow(label string, shows bool, values ...int) PictureRow {
	row := PictureRow{Label: label, Shows: shows}
	for _, v := range values {
		row.Values = append(row.Values, float64(v))
	}
	return row
}

// draw is what the check has to show with its finding.
func (r *result) draw(f Finding) []Picture {
	list := []Picture{}
	for _, picture := range r.pass.pictures {
		drawn := picture(f)
		for _, row := range drawn.Rows {
			for i, v := range row.Values {
				row.Values[i] = rounded(v)
			}
		}
		if len(drawn.Rows) > 0 {
			list = append(list, drawn)
		}
	}
	return list
}
