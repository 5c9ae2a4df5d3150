package report

// The pictures that the tests draw: one of each kind.

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
)

func classes(values ...[]float64) []analyze.PictureRow {
	var rows []analyze.PictureRow
	for i, v := range values {
		rows = append(rows, analyze.PictureRow{Label: fmt.Sprintf("class %d", i+1), Values: v, Shows: i > 1})
	}
	return rows
}

// fortnights are rows of two weeks, from 25 May 2026 on.
func fortnights(values ...[]float64) []analyze.PictureRow {
	rows := classes(values...)
	for i := range rows {
		rows[i].Label = fmt.Sprintf("Checkout Sprint %d", i+8)
		rows[i].From, rows[i].To = fmt.Sprintf("2026-%02d-01", 6+i), fmt.Sprintf("2026-%02d-12", 6+i)
	}
	return rows
}

func series(names ...string) []analyze.Series {
	var list []analyze.Series
	for _, n := range names {
		list = append(list, analyze.Series{Name: n})
	}
	return list
}

// samplePictures is a picture of every kind.
func samplePictures() map[analyze.PictureKind]analyze.Picture {
	days := fortnights([]float64{4, 1, 1, 2}, []float64{3, 0, 0, 1})
	days[0].Marks = []analyze.Mark{{On: "2026-06-01", Series: 3, N: 1}, {On: "2026-06-02", Series: 3, N: 1}, {On: "2026-06-02", Series: 2, N: 1},
		{On: "2026-06-04", N: 4}, {On: "2026-06-08", Series: 1, N: 1}}
	days[1].Marks, days[1].Shows = []analyze.Mark{{On: "2026-07-01", Series: 3, N: 1}, {On: "2026-07-12", N: 3}}, true
	spans := []analyze.PictureRow{
		{Label: "PAY-9", From: "2026-06-01", To: "2026-06-21", Values: []float64{14}, What: "was rewritten"},
		{Label: "PAY-8", From: "2026-06-11", To: "2026-06-11", Values: []float64{0}, What: "nothing in between", Shows: true},
	}
	age := series("looked at since", "left alone")
	age[1].Shows = true
	scope := series("planned and finished", "planned, not finished", "planned, then taken out", "added on the way")
	scope[2].Shows, scope[3].Shows = true, true
	return map[analyze.PictureKind]analyze.Picture{
		analyze.Bars:   {Kind: analyze.Bars, Title: "3 of 14 open items were left alone", Head: "Written before", Series: age, Rows: classes([]float64{8, 0}, []float64{3, 3})},
		analyze.Pairs:  {Kind: analyze.Pairs, Title: "From 40 to 50 open items", Head: "Month", Series: series("open", "finished"), Rows: fortnights([]float64{40, 10}, []float64{50, 0})},
		analyze.Scope:  {Kind: analyze.Scope, Title: "Of 20 items planned, 15 were finished", Note: "Bugs are not in it.", Head: "Sprint", Series: scope, Rows: fortnights([]float64{5, 2, 1, 4}, []float64{8, 0, 0, 0}, []float64{2, 1, 1, 6})},
		analyze.Shares: {Kind: analyze.Shares, Title: "In 1 of 2 periods one person led", Head: "Period", Series: series("PO-1", "STK-1", "SM-1", "others"), Rows: fortnights([]float64{30, 5, 5, 0}, []float64{10, 10, 10, 10})},
		analyze.Days:   {Kind: analyze.Days, Title: "The order moved on one day", Head: "Period", Series: series("items new or changed", "days on which the order moved", "the same in planning", "days of planning"), Rows: days},
		analyze.Spans:  {Kind: analyze.Spans, Title: "Of 2 requests, 1 was taken on as it was written", Head: "Request", Series: series("working days between"), Rows: spans},
		analyze.Ends:   {Kind: analyze.Ends, Title: "Of 20 items, 10 lead to a goal", Head: "The way up ends at", Series: series("items"), Rows: classes([]float64{8}, []float64{2}, []float64{10})},
		analyze.Waiting: {Kind: analyze.Waiting, Title: "2 of 8 questions waited longer than 16 hours", Head: "Waited", Series: series("up to working hours", "answered", "no visible answer", "still waiting"),
			Rows: []analyze.PictureRow{{Label: "4 hours", Values: []float64{4, 4, 1, 0.5}}, {Label: "16 hours", Values: []float64{16, 2, 0, 0.25}}, {Label: "40 hours", Values: []float64{40, 1, 1, 0.1}, Shows: true}}},
	}
}

// pictured is a team with a finding for every kind of picture, and one with all.
func pictured() analyze.TeamReport {
	t := sampleTeam("Gallery")
	for i, kind := range analyze.Kinds() {
		f := passThrough()
		f.ID, f.For, f.Pictures = fmt.Sprintf("FLW-%02d", i+1), f.For[:1], []analyze.Picture{samplePictures()[kind]}
		if i%2 == 0 {
			f = wellFinding(f.ID, "All is well with "+f.ID+": 61 of 64 were as one would hope.")
			f.Pictures = []analyze.Picture{samplePictures()[kind]}
		}
		t.Checks = append(t.Checks, f)
	}
	return t
}

// hostilePictures are pictures whose every text is an attack.
func hostilePictures() []analyze.Picture {
	var list []analyze.Picture
	for _, kind := range analyze.Kinds() {
		p := samplePictures()[kind]
		p.Title, p.Note, p.Head = attack, attack, attack
		for i := range p.Series {
			p.Series[i].Name = attack
		}
		for i := range p.Rows {
			p.Rows[i].Label, p.Rows[i].What = attack, attack
		}
		list = append(list, p)
	}
	return list
}
