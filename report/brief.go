package report

// This file tells a team in brief, for messages that have no room for a report: in the
// order of every format, and in words that are plain and harmless already.

import (
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// Brief is one team for a short message, its report made harmless.
type Brief struct {
	analyze.TeamReport
	About string // the process, the period and how much was read
	Owner string // who was taken for the Product Owner
	Words string // its strongest findings in one line, never a score
	// Works and Talk are the findings with an opinion, the weightiest first. The others
	// are Unjudged.
	Works, Talk []analyze.Finding
	Unjudged    int
	News        News
}

// Briefs tells the teams of a report, in its order.
func (s Since) Briefs(r analyze.Report) []Brief {
	var all []Brief
	r = neutral(r)
	news := s.news(r)
	for i, t := range r.Teams {
		o := arrange(t.Checks)
		all = append(all, Brief{
			TeamReport: t, About: strings.TrimPrefix(headline(t)+" · "+completeness(t.Coverage), " · "),
			Owner: owner(t.Roles), Words: inBrief(t), Works: slices.Concat(o.Works, o.AlsoWorks), Talk: o.Talk, Unjudged: o.unjudged(), News: news[i],
		})
	}
	return all
}

// Situation is the first sentence of a finding, with its numbers.
func Situation(f analyze.Finding) string { return firstSentence(f.Message) }

// Fit is s in at most so many columns; what is cut off leaves an ellipsis.
func Fit(s string, columns int) string { return fit(s, columns) }

// Day writes 2006-01-02 as 2 Jan 2006.
func Day(s string) string { return date(s) }

// Several is n of a thing, with its plural: "1 item", "5,310 items".
func Several(n int, thing string) string { return several(n, thing) }
