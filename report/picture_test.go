package report

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/rolehealth/rolehealth/analyze"
)

// lines are the strokes of a drawing with that look.
func lines(d drawing, look string) []stroke {
	var list []stroke
	for _, g := range d.Groups {
		for _, l := range g.Lines {
			if l.Look == look {
				list = append(list, l)
			}
		}
	}
	return list
}

func drawn(kind analyze.PictureKind) drawing { return newDrawing(samplePictures()[kind]) }

func TestBarsAreAsLongAsTheirNumbers(t *testing.T) {
	d := drawn(analyze.Bars) // 8, and 3 + 3
	if l := lines(d, "p1"); len(l) != 2 || l[0].X2 != 100 || l[1].X2 != 37.5 {
		t.Errorf("looked at: %+v", l)
	}
	if l := lines(d, "s1"); len(l) != 1 || l[0].X1 != 37.5 || l[0].X2 != 75 {
		t.Errorf("left alone: %+v", l)
	}
	if got := d.Groups[1].Words[1].Text; got != "3 of 6" {
		t.Errorf("the number beside is %q", got)
	}
	d = drawn(analyze.Pairs)
	if open, done := lines(d, "p1"), lines(d, "p2"); open[0].X2 != 80 || open[1].X2 != 100 || len(done) != 1 || done[0].X2 != 20 || done[0].Y1 == open[0].Y1 {
		t.Errorf("side by side: %+v %+v", open, done)
	}
	d = drawn(analyze.Shares) // each row is the whole
	if l := lines(d, "p1"); l[0].X2 != 75 || l[1].X2 != 25 {
		t.Errorf("the first share: %+v", l)
	}
	if l := lines(d, "p4"); len(l) != 1 || l[0].X2 != 100 {
		t.Errorf("the last share: %+v", l)
	}
}

func TestThePlanOfASprintHasAnEdge(t *testing.T) {
	d := drawn(analyze.Scope) // 12 items at most: 8 planned and 4 added, 8, 4 and 6
	edges := lines(d, "edge")
	if len(edges) != 3 || edges[0].X1 != 66.7 || edges[1].X1 != 66.7 || edges[2].X1 != 33.3 {
		t.Errorf("edges: %+v", edges)
	}
	if got := []string{d.Groups[0].Words[1].Text, d.Groups[2].Words[1].Text}; !slices.Equal(got, []string{"8 + 4", "■ 4 + 6"}) {
		t.Errorf("numbers: %q", got)
	}
}

func TestDaysStandWhereTheyAre(t *testing.T) {
	d := drawn(analyze.Days)
	first, second := d.Groups[0], d.Groups[1]
	if a := first.Areas; len(a) != 2 || a[0].X != 0 || a[1].X != 8.3 || a[0].Wide != 8.3 {
		t.Errorf("planning: %+v", a)
	}
	if o := first.Dots; len(o) != 2 || o[0].Look != "also" || o[1].Look != "did" || o[1].X != 62.5 {
		t.Errorf("ordering: %+v", o)
	}
	came := lines(d, "came") // 4 on the fourth day, 3 on the twelfth
	if len(came) != 2 || came[0].Y1-came[0].Y2 != 15 || math.Abs(came[1].Y1-came[1].Y2-11.25) > 0.1 || came[1].X1 < 95 {
		t.Errorf("news: %+v", came)
	}
	if got := second.Words[1].Text; got != "■ 0 days" {
		t.Errorf("the number beside is %q", got)
	}
	if got := d.Cells[0]; got[len(got)-1] != "8 Jun" {
		t.Errorf("the table says %q", got)
	}
}

func TestRequestsGoFromDayToDay(t *testing.T) {
	d := drawn(analyze.Spans)
	if l := lines(d, "shaped"); len(l) != 1 || l[0].X1 != 0 || l[0].X2 != 100 {
		t.Errorf("what was rewritten: %+v", l)
	}
	if l := lines(d, "way"); len(l) != 1 || l[0].X1 != 50 || l[0].X2 != 50 {
		t.Errorf("what was not: %+v", l)
	}
	old := samplePictures()[analyze.Spans]
	old.Rows[0].From, old.Rows[0].Label = "2011-01-01", "PAYMENTSTEAM-4711"
	if got := newDrawing(old).Groups[0].Words[0].Text; got != "…ENTSTEAM-4711" {
		t.Errorf("the long key is cut to %q", got)
	}
	if l := lines(newDrawing(old), "way"); l[0].X1 < 95 {
		t.Errorf("one old request takes all the room: %+v", l)
	}
}

func TestEndsAddUpToTheStock(t *testing.T) {
	d := drawn(analyze.Ends)
	stock, at := lines(d, "stock")[0], 0.0
	for i, g := range d.Groups[1:] {
		b := g.Bands[0]
		if i > 0 && math.Abs(b.A1-at) > 0.11 {
			t.Errorf("band %d begins at %g, the one before ends at %g", i, b.A1, at)
		}
		if math.Abs((b.A2-b.A1)-(b.B2-b.B1)) > 0.21 {
			t.Errorf("band %d changes its height: %+v", i, b)
		}
		at = b.A2
	}
	if first := d.Groups[1].Bands[0].A1; first != stock.Y1 || math.Abs(at-stock.Y2) > 0.11 {
		t.Errorf("the bands go from %g to %g, the stock %+v", first, at, stock)
	}
	if got := d.Groups[3].Words[0].Text; got != "■ 10 class 3" {
		t.Errorf("the last end says %q", got)
	}
}

func TestTheCurveStepsDown(t *testing.T) {
	d := drawn(analyze.Waiting) // 40 hours wide
	curve := lines(d, "curve")
	if curve[0] != (stroke{"curve", 0, 10, curveTop, curveTop}) || curve[1].Y2 != (curveTop+curveFoot)/2 || curve[len(curve)-1].X2 != 100 {
		t.Errorf("got %+v", curve)
	}
	if zone := d.Groups[0].Areas[0]; zone.X != 40 || zone.Wide != 60 {
		t.Errorf("too long is %+v", zone)
	}
	if marks := lines(d, "unseen"); len(marks) != 2 || marks[0].X1 != 10 || marks[1].X1 != 100 {
		t.Errorf("ends not seen: %+v", marks)
	}
	if got := d.Cells[0][3]; got != "50 %" {
		t.Errorf("the table says %q", got)
	}
}

// Whatever the numbers are, nothing is drawn outside the drawing.
func TestDrawingsStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := analyze.Picture{Kind: rapid.SampledFrom(analyze.Kinds()).Draw(t, "kind"), Title: "t"}
		n := cmp.Or(seriesOf[p.Kind], rapid.IntRange(1, 6).Draw(t, "series"))
		for range n {
			p.Series = append(p.Series, analyze.Series{Name: "s", Shows: rapid.Bool().Draw(t, "shows")})
		}
		date := rapid.SampledFrom([]string{"", "2026-06-01", "2026-06-02", "2027-12-31", "0001-01-01", "9999-12-31", "soon"})
		value := rapid.OneOf(rapid.Float64Range(0, 1e9), rapid.SampledFrom([]float64{0, 0, 1, 16, 1e-9}))
		for range rapid.IntRange(1, 40).Draw(t, "rows") {
			p.Rows = append(p.Rows, analyze.PictureRow{Label: "r", From: date.Draw(t, "from"), To: date.Draw(t, "to"), Shows: rapid.Bool().Draw(t, "counted"),
				Values: rapid.SliceOfN(value, n, n).Draw(t, "values"), Marks: []analyze.Mark{{On: date.Draw(t, "on"), Series: rapid.IntRange(0, n-1).Draw(t, "of"), N: rapid.IntRange(0, 1e6).Draw(t, "n")}}})
		}
		if err := soundPicture(p); err != nil {
			t.Fatal(err)
		}
		d := newDrawing(p)
		for _, g := range d.Groups {
			var across, down []float64
			for _, l := range g.Lines {
				across, down = append(across, l.X1, l.X2), append(down, l.Y1, l.Y2)
			}
			for _, a := range g.Areas {
				across, down = append(across, a.X, a.X+a.Wide), append(down, a.Y, a.Y+a.High)
			}
			for _, o := range g.Dots {
				across, down = append(across, o.X), append(down, o.Y)
			}
			for _, b := range g.Bands {
				down = append(down, b.A1, b.A2, b.B1, b.B2)
			}
			outside := func(most float64) func(float64) bool {
				return func(v float64) bool { return !(v >= -8 && v <= most) }
			}
			if slices.ContainsFunc(across, outside(100.2)) || slices.ContainsFunc(down, outside(d.Height+8)) {
				t.Fatalf("%s: %+v", p.Kind, g)
			}
		}
	})
}

func TestPicturesChangedByHandAreRefused(t *testing.T) {
	for want, spoil := range map[string]func(*analyze.Picture){
		`"gauge" is no kind of picture`: func(p *analyze.Picture) { p.Kind = "gauge" },
		"has 0 series":                  func(p *analyze.Picture) { p.Series = nil },
		"has 0 rows":                    func(p *analyze.Picture) { p.Rows = nil },
		"should have 2 from 0 to 1e9":   func(p *analyze.Picture) { p.Rows[0].Values = p.Rows[0].Values[:1] },
		"has the values [-1 0]":         func(p *analyze.Picture) { p.Rows[0].Values[0] = -1 },
		"is of series 2 of 2":           func(p *analyze.Picture) { p.Rows[0].Marks = []analyze.Mark{{Series: 2}} },
		"kind waiting has 2 series":     func(p *analyze.Picture) { p.Kind = analyze.Waiting },
	} {
		p := samplePictures()[analyze.Bars]
		spoil(&p)
		team := healthy()
		team.Checks[0].Pictures = []analyze.Picture{p}
		if _, err := Read(strings.NewReader(render(t, JSON, sampleOf(team)))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestEveryKindIsDrawnWithItsTable(t *testing.T) {
	page := render(t, HTML, sampleOf(pictured()))
	for kind, p := range samplePictures() {
		if !strings.Contains(page, `<svg class="`+string(kind)+`"`) || !strings.Contains(page, p.Title+"</figcaption>") {
			t.Errorf("%s is not drawn", kind)
		}
		if d := newDrawing(p); len(d.Groups) == 0 || d.Height == 0 || len(d.Cells) != len(p.Rows) || len(d.Heads) != len(d.Cells[0]) {
			t.Errorf("%s: %d groups, %g high, a table of %d rows under %q", kind, len(d.Groups), d.Height, len(d.Cells), d.Heads)
		}
	}
}

func TestManyTeamsHaveNoPictures(t *testing.T) {
	c := cardOf("team-1", pictured().Checks[0], details[1])
	if len(c.Drawings) > 0 {
		t.Error("a page that tells the essence has pictures")
	}
}
