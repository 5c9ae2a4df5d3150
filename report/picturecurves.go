package report

// This file draws the pictures that are one drawing rather than rows: the curve of what
// still waits, and the flow of cases to where they end up.

import "fmt"

const (
	curveTop, curveFoot = 8.0, 128.0
	// curveReach is how many times the threshold the curve is drawn for; the table goes on.
	curveReach = 5
)

// waiting draws the share that still waits, step by step, with marks where the end was
// not seen, and shades what is too long.
func (d *drawing) waiting() {
	limit, longest := 0.0, 0.0
	for _, row := range d.Rows {
		if longest = max(longest, row.Values[0]); !row.Shows {
			limit = max(limit, row.Values[0])
		}
	}
	end := max(1, longest)
	if limit > 0 {
		end = max(min(end, curveReach*limit), 1.25*limit)
	}
	x := func(hours float64) float64 { return tenth(100 * min(hours, end) / end) }
	y := func(share float64) float64 { return tenth(curveFoot - (curveFoot-curveTop)*min(1, share)) }
	g := group{Areas: []area{{"zone-amber", x(limit), curveTop, tenth(100 - x(limit)), curveFoot - curveTop}}}
	at, left := 0.0, 1.0
	for _, row := range d.Rows {
		hours, unseen, still := row.Values[0], row.Values[2], row.Values[3]
		if at >= end {
			break
		}
		g.Lines = append(g.Lines, stroke{"curve", x(at), x(hours), y(left), y(left)})
		if still != left && hours <= end {
			g.Lines = append(g.Lines, stroke{"curve", x(hours), x(hours), y(left), y(still)})
		}
		if unseen > 0 && hours <= end {
			g.Lines = append(g.Lines, stroke{"unseen", x(hours), x(hours), y(still) - 7, y(still) + 7})
		}
		at, left = hours, still
	}
	g.Lines = append(g.Lines, stroke{"base", 0, 100, curveFoot, curveFoot})
	d.Height = curveFoot + 24
	d.Groups = append(d.Groups, g, waitAxis(x(limit), limit, end))
	d.Key = []keyEntry{{"curve", "share that still waits"}}
	if d.sum(2) > 0 {
		d.Key = append(d.Key, keyEntry{"unseen", d.Series[2].Name})
	}
	d.Key = append(d.Key, keyEntry{"zone-amber", fmt.Sprintf("longer than %s working hours", amount(limit))})
}

// waitAxis labels the working hours and the shares.
func waitAxis(at, limit, end float64) group {
	g := group{Words: []words{
		{Look: "axis", Anchor: "end", Text: "all", Aside: -8, Y: curveTop + 5},
		{Look: "axis", Anchor: "end", Text: "half", Aside: -8, Y: (curveTop+curveFoot)/2 + 5},
		{Look: "axis", Anchor: "end", Text: "none", Aside: -8, Y: curveFoot + 4},
		{Look: "axis", Anchor: textAnchor(at), Text: amount(limit) + " h", X: at, Y: curveFoot + 18},
	}}
	if at >= 20 {
		g.Words = append(g.Words, words{Look: "axis", Anchor: "start", Text: "0", Y: curveFoot + 18})
	}
	if at < 75 {
		g.Words = append(g.Words, words{Look: "axis", Anchor: "end", Text: amount(end) + " h", X: 100, Y: curveFoot + 18})
	}
	g.Lines = []stroke{{"half", 0, 100, (curveTop + curveFoot) / 2, (curveTop + curveFoot) / 2}}
	return g
}

// band is a stretch of the flow, from the height A1 to A2 on the left to B1 to B2 on the
// right, in a box of its own that is 100 wide.
type band struct {
	Look           string
	A1, A2, B1, B2 float64
}

// Path is its outline.
func (b band) Path() string {
	return fmt.Sprintf("M0 %g C50 %g 50 %g 100 %g L100 %g C50 %g 50 %g 0 %gZ", b.A1, b.A1, b.B1, b.B1, b.B2, b.B2, b.A2, b.A2)
}

const (
	flowHigh = 110.0 // the height of all cases
	flowSlot = 30.0  // the least room for one end with its words
)

// ends draws how the cases part to where they end up.
func (d *drawing) ends() {
	all := max(1, d.sum(0))
	room := make([]float64, len(d.Rows))
	for i, row := range d.Rows {
		room[i] = max(flowSlot, flowHigh*row.Values[0]/all) + 8
		d.Height += room[i]
	}
	d.Height = max(d.Height, flowHigh)
	left := tenth((d.Height - flowHigh) / 2)
	d.Groups = append(d.Groups, group{Lines: []stroke{{"stock", 0.7, 0.7, left, left + flowHigh}}})
	right := 0.0
	for i, row := range d.Rows {
		high := flowHigh * row.Values[0] / all
		top := right + (room[i]-high)/2
		look, mark := plainLooks[0], "✓ "
		if row.Shows {
			look, mark = shownLooks[0], shownSign
		}
		d.Groups = append(d.Groups, group{
			Title: d.tip(row),
			Bands: []band{{look, tenth(left), tenth(left + high), tenth(top), tenth(top + high)}},
			Lines: []stroke{{"stop " + look, 22.5, 22.5, tenth(top), tenth(top + max(2, high))}},
			Words: []words{{Look: "end", Anchor: "start", Text: mark + amount(row.Values[0]) + " " + fit(row.Label, 32), X: 24, Aside: 4, Y: tenth(right + room[i]/2 + 5)}},
		})
		left, right = left+high, right+room[i]
	}
	d.counts()
}
