package report

// This file works out where things stand in the two drawings of a finding: its share
// with bounds against the thresholds, and how the share moved over the parts of the
// window. The templates in page/charts.html draw them. Horizontal places are in
// percent of the width, so that drawings fit any screen and their text keeps its size.

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// barChart is an interval on a scale from 0 to Max.
type barChart struct {
	Max                 string
	At, Low, High, Span float64
	Value, Anchor       string
	Zones               []zone
	Ticks               []tick
	Alt, Caption        string
}

// zone is a stretch of the scale beyond a threshold.
type zone struct {
	From, Span float64
	Red        bool
}

// tick is a labelled place on an axis.
type tick struct {
	At            float64
	Label, Anchor string
}

// trendChart is a dot with its interval for each part of the window.
type trendChart struct {
	Finding, Alt string
	Max          string
	Zones        []zone
	Dots         []dot
}

// dot is one part of the window. Y places are in pixels, see trendTop and trendFoot.
type dot struct {
	analyze.SubWindow
	X, Y, YLow, YHigh float64
	Over              bool
	Label, Count      string // empty where labels would collide
	Title, Share      string
}

const (
	trendTop, trendFoot = 10.0, 110.0
	labelledDots        = 6
)

func newBar(f analyze.Finding) *barChart {
	top := scale(f, *f.High)
	at := func(share float64) float64 { return tenth(100 * share / top) }
	b := &barChart{
		Max: percent(top), At: at(*f.Estimate), Low: at(*f.Low), High: at(*f.High), Span: tenth(at(*f.High) - at(*f.Low)),
		Value: percent(*f.Estimate), Anchor: textAnchor(at(*f.Estimate)), Zones: zones(f, top, 0, 100),
	}
	b.Ticks = ticks(f, at, b.Max)
	b.Caption = fmt.Sprintf("Allowing for chance, the true share is probably between %s and %s.", percent(*f.Low), percent(*f.High))
	if f.Status == analyze.OK && !tooFew(f) && !tells(f.Message, f.K, f.N) {
		b.Caption = fmt.Sprintf("It is otherwise in %s. %s", caseCount(f), b.Caption)
	}
	if f.Effective > 0 && f.Effective < 0.95*float64(f.N) {
		b.Caption += fmt.Sprintf(" Cases that belong together say less: the %s count as %.0f.", number(f.N), f.Effective)
	}
	if t := threshold(f); t != "" {
		b.Caption += " Shaded is what is worth talking about: " + t + "."
	}
	b.Alt = fmt.Sprintf("%s: %s, %s. %s", f.Title, caseCount(f), b.Value, b.Caption)
	return b
}

// tells reports whether a sentence counts k of n itself: what is well is told of the
// others, unless the cases themselves are what reads well ("0 of 84 were ...").
func tells(sentence string, k, n int) bool {
	words := strings.Fields(strings.NewReplacer(",", "", ".", "").Replace(sentence))
	for i := range max(0, len(words)-2) {
		if slices.Equal(words[i:i+3], []string{strconv.Itoa(k), "of", strconv.Itoa(n)}) {
			return true
		}
	}
	return false
}

// ticks labels the thresholds, and the ends of the scale where they are far enough
// away. Thresholds too close for two labels share one.
func ticks(f analyze.Finding, at func(float64) float64, top string) []tick {
	const apart = 9
	var list []tick
	switch {
	case f.Amber == nil || f.Red == nil:
	case !strongFrom(f):
		list = append(list, tick{at(*f.Amber), percent(*f.Amber), textAnchor(at(*f.Amber))})
	case math.Abs(at(*f.Amber)-at(*f.Red)) < apart:
		x := tenth((at(*f.Amber) + at(*f.Red)) / 2)
		both := percent(*f.Amber)
		if *f.Red != *f.Amber {
			both += " / " + percent(*f.Red)
		}
		list = append(list, tick{x, both, textAnchor(x)})
	default:
		for _, t := range []float64{*f.Amber, *f.Red} {
			list = append(list, tick{at(t), percent(t), textAnchor(at(t))})
		}
	}
	free := func(x float64) bool {
		for _, t := range list {
			if math.Abs(t.At-x) < 1.5*apart {
				return false
			}
		}
		return true
	}
	for _, end := range []tick{{0, "0 %", "start"}, {100, top, "end"}} {
		if free(end.At) {
			list = append(list, end)
		}
	}
	return list
}

func newTrend(f analyze.Finding) *trendChart {
	if len(f.SubWindows) < 2 {
		return nil
	}
	worth := 1.0
	if f.N > 0 && f.Effective > 0 {
		worth = min(1, f.Effective/float64(f.N))
	}
	highest := 0.0
	for _, s := range f.SubWindows {
		if s.N > 0 {
			_, high := stats.Wilson(float64(s.K)*worth, float64(s.N)*worth, stats.Z90)
			highest = max(highest, high)
		}
	}
	top := scale(f, highest)
	c := &trendChart{Finding: trendWords(f.Trend), Max: percent(top), Zones: zones(f, top, trendFoot, trendTop)}
	c.Alt = c.Finding + "."
	every := (len(f.SubWindows) + labelledDots - 1) / labelledDots
	for i, s := range f.SubWindows {
		d := newDot(s, worth, top)
		d.X = tenth(100 * (float64(i) + 0.5) / float64(len(f.SubWindows)))
		d.Over = f.Amber != nil && s.N > 0 && (float64(s.K) > *f.Amber*float64(s.N)) != tooFew(f)
		if i%every == 0 {
			d.Label, d.Count = dayMonth(s.From), fmt.Sprintf("%d/%d", s.K, s.N)
		}
		c.Alt += " " + d.Title + "."
		c.Dots = append(c.Dots, d)
	}
	return c
}

// Period is the part of the window that the dot stands for.
func (d dot) Period() analyze.Period { return analyze.Period{From: d.From, To: d.To} }

func newDot(s analyze.SubWindow, worth, top float64) dot {
	y := func(share float64) float64 { return tenth(trendFoot - (trendFoot-trendTop)*share/top) }
	d := dot{SubWindow: s, Share: "–"}
	if s.N <= 0 {
		d.Title = period(d.Period()) + ": no cases"
		return d
	}
	low, high := stats.Wilson(float64(s.K)*worth, float64(s.N)*worth, stats.Z90)
	share := float64(s.K) / float64(s.N)
	d.Y, d.YLow, d.YHigh, d.Share = y(share), y(low), y(high), percent(share)
	d.Title = fmt.Sprintf("%s: %d of %d, %s", period(d.Period()), s.K, s.N, d.Share)
	return d
}

func trendWords(trend string) string {
	switch trend {
	case "better":
		return "Better in the second half of the period"
	case "worse":
		return "Worse in the second half of the period"
	case "no_clear_change":
		return "No clear change over the period"
	}
	return "Too little to see a change over the period"
}

// zones are the stretches beyond the thresholds on an axis that runs from the place
// start (share 0) to the place end (share top).
func zones(f analyze.Finding, top, start, end float64) []zone {
	if f.Amber == nil || f.Red == nil {
		return nil
	}
	worst := top
	if tooFew(f) {
		worst = 0
	}
	at := func(share float64) float64 { return start + (end-start)*share/top }
	stretch := func(a, b float64, red bool) zone {
		return zone{tenth(min(at(a), at(b))), tenth(math.Abs(at(a) - at(b))), red}
	}
	if !strongFrom(f) {
		return []zone{stretch(*f.Amber, worst, false)}
	}
	return []zone{stretch(*f.Amber, *f.Red, false), stretch(*f.Red, worst, true)}
}

// scale is the top of the axis: small shares get a shorter one, so that they can be
// told apart.
func scale(f analyze.Finding, highest float64) float64 {
	for _, t := range []*float64{f.Amber, f.Red, f.Estimate} {
		if t != nil {
			highest = max(highest, *t)
		}
	}
	for _, top := range []float64{0.1, 0.25, 0.5} {
		if highest*1.1 <= top {
			return top
		}
	}
	return 1
}

// textAnchor keeps a label inside the drawing.
func textAnchor(x float64) string {
	switch {
	case x < 6:
		return "start"
	case x > 94:
		return "end"
	}
	return "middle"
}

func dayMonth(s string) string {
	t, err := parseDate(s)
	if err != nil {
		return fit(s, 8)
	}
	return t.Format("2 Jan")
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }
