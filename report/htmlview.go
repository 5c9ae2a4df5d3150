package report

// This file prepares what the page shows of a team: the same outline as every format,
// and a card for each finding with its drawings.

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
)

// How many recorded facts for and against a finding a card shows before the rest is folded.
const (
	shownFor     = 7
	shownAgainst = 3
)

type teamView struct {
	analyze.TeamReport
	Outline     outline
	Period      *periodStrip
	Anchor      string
	Works, Talk []card
	AlsoWorks   []card
	Ledger      []ledgerPart
	Silences    []silenceView
	Briefly     bool // see detail
	News        News
}

// card is one finding with what is drawn about it.
type card struct {
	analyze.Finding
	Anchor string
	Signal string // how far beyond the threshold, in words
	Change string // what became of it since an earlier report, in words
	Basis  string // how directly it is observed, in words
	Bar    *barChart
	Trend  *trendChart
	Before string // how it stood at earlier moments
	// Drawings are of the pictures that the check itself gives.
	Drawings []drawing
	// Cited and Countered are the evidence for and against, partly folded.
	Cited, Countered facts
	Briefly          bool
}

// facts are recorded facts, the later ones folded away, and how many the page leaves out.
type facts struct {
	Shown, Folded []analyze.Evidence
	LeftOut       int
	Newest        int // so many are told of even more; 0: they are all
}

// Any reports whether the page tells of facts, be it their number.
func (f facts) Any() bool { return len(f.Shown)+f.LeftOut > 0 }

func factsOf(evidence []analyze.Evidence, shown, told int) facts {
	told = min(told, len(evidence))
	shown = min(shown, told)
	return facts{Shown: evidence[:shown], Folded: evidence[shown:told], LeftOut: len(evidence) - told}
}

// silenceView is one status without an opinion, with the reasons for it.
type silenceView struct {
	Title, Remedy string
	Count         int
	Reasons       []silence
}

// viewOfTeam is what the page shows of the team at place i.
func viewOfTeam(i int, t analyze.TeamReport, d detail) teamView {
	v := teamView{TeamReport: t, Outline: arrange(t.Checks), Anchor: teamAnchor(i), Briefly: d.Briefly}
	v.Works, v.AlsoWorks, v.Talk = v.cards(v.Outline.Works, d), v.cards(v.Outline.AlsoWorks, d), v.cards(v.Outline.Talk, d)
	if !d.Briefly {
		v.Period = newPeriod(t)
	}
	v.Ledger = ledger(t, v.Anchor)
	for _, s := range v.Outline.Silent {
		v.hush(s)
	}
	return v
}

// tell marks the findings that changed.
func (v *teamView) tell(n News) {
	v.News = n
	for _, cards := range [][]card{v.Works, v.AlsoWorks, v.Talk} {
		for i := range cards {
			f := cards[i].Finding
			if cards[i].Change = n.mark(f); v.Briefly {
				cards[i].Change = n.Change(f).mark()
			}
		}
	}
}

// Change is what became of a finding that has no card.
func (v teamView) Change(f analyze.Finding) Change { return v.News.Change(f) }

// teamAnchor is where the page tells of the team at place i.
func teamAnchor(i int) string { return fmt.Sprintf("team-%d", i+1) }

func (v teamView) cards(findings []analyze.Finding, d detail) []card {
	var list []card
	for _, f := range findings {
		c := cardOf(v.Anchor, f, d)
		if !d.Briefly && (f.Status != analyze.OK || wasFound(f)) {
			c.Before = stoodBefore(f, v.Window)
		}
		list = append(list, c)
	}
	return list
}

// findingAnchor is where the page tells of a team's finding.
func findingAnchor(team string, f analyze.Finding) string { return team + "-" + f.ID }

func cardOf(team string, f analyze.Finding, d detail) card {
	c := card{Finding: f, Anchor: findingAnchor(team, f), Signal: signal(f), Basis: basis(f.Class), Briefly: d.Briefly}
	c.Message = fit(f.Message, d.Message)
	if isShare(f) && !d.Briefly {
		c.Bar, c.Trend = newBar(f), newTrend(f)
	}
	if !d.Briefly {
		for _, p := range f.Pictures {
			c.Drawings = append(c.Drawings, newDrawing(p))
		}
	}
	if d.Barely {
		c.Benign, c.Ask, c.Try = nil, nil, ""
	}
	c.Cited, c.Countered = factsOf(f.For, shownFor, d.Facts), factsOf(f.Against, shownAgainst, d.Facts)
	if len(f.Against) >= analyze.MostAgainst {
		c.Countered.Newest = analyze.MostAgainst
	}
	return c
}

// hush adds a reason under the heading of its status.
func (v *teamView) hush(s silence) {
	title, remedy := "The tracker does not show it", "What is missing would have to be recorded, or be readable for the account that was used."
	switch s.Status {
	case analyze.Insufficient:
		title, remedy = "Too few cases so far", "Time makes these visible."
	case analyze.NotApplicable:
		title, remedy = "Not used for this team", "By the way the team works, or by its configuration."
	}
	last := len(v.Silences) - 1
	if last < 0 || v.Silences[last].Title != title {
		v.Silences = append(v.Silences, silenceView{Title: title, Remedy: remedy})
		last++
	}
	v.Silences[last].Reasons = append(v.Silences[last].Reasons, s)
	v.Silences[last].Count += len(s.Findings)
}

func signal(f analyze.Finding) string {
	switch urgency(f) {
	case 0:
		return "far beyond the threshold"
	case 1:
		return "beyond the threshold"
	}
	return "worth watching, not sure enough for more"
}

func basis(class string) string {
	switch class {
	case "A":
		return "observed directly"
	case "B":
		return "a reasonable proxy, not a direct observation"
	}
	return "a weak hint"
}

// counted is what a check measured, in the unit of its thresholds: of how many cases, or
// the measure itself where it is no share. Nothing where nothing was counted.
func counted(f analyze.Finding) string {
	switch {
	case f.N == 0:
		return ""
	case f.Status.Judged() && !isShare(f) && f.Estimate != nil:
		return measure(f.Estimate)
	}
	return caseCount(f)
}

// strongFrom reports whether the red threshold is a share that can be passed after the amber
// one. It is none where a check tells by other means what is strong, or calls nothing so.
func strongFrom(f analyze.Finding) bool {
	if tooFew(f) {
		return 0 < *f.Red && *f.Red < *f.Amber
	}
	return *f.Red > *f.Amber
}

// threshold is from where on a check speaks up, in words.
func threshold(f analyze.Finding) string {
	if f.Amber == nil || f.Red == nil {
		return ""
	}
	unit := percent
	if f.Status.Judged() && !isShare(f) || *f.Amber > 1 {
		unit = func(v float64) string { return measure(&v) }
	}
	side := "above "
	if tooFew(f) {
		side = "below "
	}
	if !strongFrom(f) {
		return side + unit(*f.Amber)
	}
	return side + unit(*f.Amber) + ", strongly " + side + unit(*f.Red)
}
