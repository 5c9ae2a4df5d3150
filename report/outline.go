package report

// This file sorts the findings of a team into the order in which people read them.
// All formats for people share it, so that they tell the same story.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// outline is what is said about a team: what works, a few of it first, what to talk about
// (flags before things to watch), and where there is no opinion, grouped by why.
type outline struct {
	Works, AlsoWorks, Talk []analyze.Finding
	Silent                 []silence
}

// fewWorks is how much of what works is said before the rest is only named: people stop
// reading praise.
const fewWorks = 6

// silence is one reason for having no opinion and the checks that share it.
type silence struct {
	Status   analyze.Status
	Reason   string
	Findings []analyze.Finding
}

func arrange(findings []analyze.Finding) outline {
	var o outline
	for _, f := range findings {
		switch f.Status {
		case analyze.OK:
			o.Works = append(o.Works, f)
		case analyze.Flag, analyze.Watch:
			o.Talk = append(o.Talk, f)
		default:
			o.keepSilent(f)
		}
	}
	o.Works, o.AlsoWorks = fromEach(o.Works, fewWorks)
	slices.SortStableFunc(o.Talk, func(a, b analyze.Finding) int { return cmp.Compare(urgency(a), urgency(b)) })
	slices.SortStableFunc(o.Silent, func(a, b silence) int {
		return cmp.Compare(slices.Index(silences, a.Status), slices.Index(silences, b.Status))
	})
	return o
}

// fromEach takes some findings, from every group one in turn, in the order they have; the
// rest is what is left.
func fromEach(all []analyze.Finding, some int) (taken, rest []analyze.Finding) {
	round := map[string]int{} // of the findings met of a group
	turns := make([]int, len(all))
	for i, f := range all {
		turns[i] = round[f.Group]
		round[f.Group]++
	}
	chosen := make([]bool, len(all))
	for turn := 0; some > 0 && turn < len(all); turn++ {
		for i := range all {
			if some > 0 && turns[i] == turn {
				chosen[i] = true
				some--
			}
		}
	}
	for i, f := range all {
		if chosen[i] {
			taken = append(taken, f)
		} else {
			rest = append(rest, f)
		}
	}
	return taken, rest
}

// silences is the order in which the reasons are told: first what time will mend,
// then what the team can mend, last what needs no mending.
var silences = []analyze.Status{analyze.Insufficient, analyze.NotAssessable, analyze.NotApplicable}

func (o *outline) keepSilent(f analyze.Finding) {
	for i, s := range o.Silent {
		if s.Status == f.Status && s.Reason == f.Reason {
			o.Silent[i].Findings = append(s.Findings, f)
			return
		}
	}
	o.Silent = append(o.Silent, silence{f.Status, f.Reason, []analyze.Finding{f}})
}

// unjudged counts the checks without an opinion.
func (o outline) unjudged() int {
	n := 0
	for _, s := range o.Silent {
		n += len(s.Findings)
	}
	return n
}

func urgency(f analyze.Finding) int {
	switch {
	case f.Status == analyze.Flag && f.Level == analyze.Red:
		return 0
	case f.Status == analyze.Flag:
		return 1
	}
	return 2
}

// Quiet says that nothing stands out, and where most checks could not tell, how many:
// without findings is not the same as well.
func Quiet(judged, unjudged int) string {
	words := "nothing stands out"
	if unjudged > judged {
		words += ", " + number(unjudged) + " of " + several(judged+unjudged, "check") + " cannot tell"
	}
	return words
}

// inBrief is a team in one line: its strongest findings in words, never a score.
func inBrief(t analyze.TeamReport) string {
	o := arrange(t.Checks)
	var titles []string
	for _, f := range o.Talk {
		if len(titles) < 2 && f.Status == o.Talk[0].Status {
			titles = append(titles, f.Title)
		}
	}
	words := strings.Join(titles, "; ")
	switch {
	case len(o.Works)+len(o.Talk) == 0 && len(t.Errors) > 0:
		return "not analysed: " + t.Errors[0]
	case len(o.Works)+len(o.Talk) == 0:
		return "cannot tell yet"
	case len(o.Talk) == 0:
		return Quiet(len(o.Works)+len(o.AlsoWorks), o.unjudged())
	case o.Talk[0].Status == analyze.Watch:
		words = "worth watching: " + words
	}
	if more := len(o.Talk) - len(titles); more > 0 {
		words += fmt.Sprintf(" (and %d more)", more)
	}
	return words
}
