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
	Anchor      string
	Brief       string
	Works, Talk []card
	AlsoWorks   []card
	Ledger      []ledgerPart
	Silences    []silenceView
}

// card is one finding with what is drawn about it.
type card struct {
	analyze.Finding
	Anchor string
	Signal string // how far beyond the threshold, in words
	Basis  string // how directly it is observed, in words
	Bar    *barChart
	Trend  *trendChart
	// Cited and Countered are the evidence for and against, partly folded.
	Cited, Countered facts
}

// facts are recorded facts, the later ones folded away.
type facts struct{ Shown, Folded []analyze.Evidence }

func factsOf(evidence []analyze.Evidence, shown int) facts {
	shown = min(shown, len(evidence))
	return facts{evidence[:shown], evidence[shown:]}
}

// silenceView is one status without an opinion, with the reasons for it.
type silenceView struct {
	Title, Remedy string
	Count         int
	Reasons       []silence
}

func teamViews(teams []analyze.TeamReport) []teamView {
	var views []teamView
	for i, t := range teams {
		v := teamView{TeamReport: t, Outline: arrange(t.Checks), Anchor: fmt.Sprintf("team-%d", i+1), Brief: inBrief(t)}
		for _, f := range v.Outline.Works {
			v.Works = append(v.Works, cardOf(v.Anchor, f))
		}
		for _, f := range v.Outline.AlsoWorks {
			v.AlsoWorks = append(v.AlsoWorks, cardOf(v.Anchor, f))
		}
		for _, f := range v.Outline.Talk {
			v.Talk = append(v.Talk, cardOf(v.Anchor, f))
		}
		v.Ledger = ledger(t, v.Anchor)
		for _, s := range v.Outline.Silent {
			v.hush(s)
		}
		views = append(views, v)
	}
	return views
}

func cardOf(team string, f analyze.Finding) card {
	c := card{Finding: f, Anchor: team + "-" + f.ID, Signal: signal(f), Basis: basis(f.Class)}
	if isShare(f) {
		c.Bar, c.Trend = newBar(f), newTrend(f)
	}
	c.Cited, c.Countered = factsOf(f.For, shownFor), factsOf(f.Against, shownAgainst)
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

// threshold is from where on a check speaks up, in words.
func threshold(f analyze.Finding) string {
	if f.Amber == nil || f.Red == nil {
		return ""
	}
	unit := percent
	if judged := f.Status == analyze.OK || f.Status == analyze.Watch || f.Status == analyze.Flag; judged && !isShare(f) || *f.Amber > 1 {
		unit = func(v float64) string { return fmt.Sprintf("%.4g", v) }
	}
	if tooFew(f) {
		return "below " + unit(*f.Amber) + ", strongly below " + unit(*f.Red)
	}
	return "above " + unit(*f.Amber) + ", strongly above " + unit(*f.Red)
}
