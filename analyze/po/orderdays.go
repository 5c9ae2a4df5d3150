package po

// This file shows the days of ORD-02: when news came, and when the order moved.

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
)

// dayStrip is a period with the days on which items were new or changed, on which the
// order moved outside planning and in it, and the days of planning.
func dayStrip(p *analyze.Pass, w analyze.Window, news []int, ordered map[int]int, planning map[int]bool) analyze.PictureRow {
	came := map[int]int{}
	for _, day := range news {
		came[day]++
	}
	row := p.Row(w, 0, 0, 0, 0)
	shown := row.From
	mark := func(series, n int) {
		row.Values[series] += float64(n)
		last := len(row.Marks) - 1
		for ; last >= 0 && row.Marks[last].On == shown; last-- {
			if row.Marks[last].Series == series {
				row.Marks[last].N += n
				return
			}
		}
		if n > 0 {
			row.Marks = append(row.Marks, analyze.Mark{On: shown, Series: series, N: n})
		}
	}
	for d := p.Calendar.Midnight(w.From); !d.After(w.To); d = d.AddDate(0, 0, 1) {
		day := p.Calendar.DayNumber(d)
		if p.Calendar.Works(d) {
			shown = p.Calendar.Date(d) // who works on a day off is nobody's business
		}
		mark(0, came[day])
		if planning[day] {
			mark(2, min(1, ordered[day]))
			mark(3, 1)
		} else {
			mark(1, min(1, ordered[day]))
		}
	}
	return row
}

func (c frozenOrderRule) picture(f analyze.Finding, strips []analyze.PictureRow) analyze.Picture {
	news, ordered, planned := 0, 0, 0
	for _, s := range strips {
		news, ordered, planned = news+int(s.Values[0]), ordered+int(s.Values[1]), planned+int(s.Values[3])
	}
	note := "An item counts once in a period, on its first day; what happened on a day off, on the working day before."
	if planned > 0 {
		note += " Planning is the day a Sprint begins, the working day before and the one after."
	}
	return analyze.Picture{
		Kind: analyze.Days, Head: "Period", Rows: strips,
		Title: fmt.Sprintf("Items were new or changed %d times in %d periods; the order moved on %s outside planning", news, f.N, nDays(ordered)),
		Note:  note,
		Series: []analyze.Series{{Name: "items new or changed"}, {Name: "days of ordering outside planning"}, {Name: "days of ordering in planning"},
			{Name: "days of planning"}},
	}
}
