package deliver

// This file decides what a message says: first what works, then what to talk about, then
// what cannot be told, as in every report, but in about ten lines.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// How much of each a message shows; the report has the rest.
const (
	shownWorks = 3
	shownTalk  = 5
	shownTeams = 30
	nameWidth  = 60  // columns of a team's name
	wordsWidth = 160 // columns of what is said of a team among several
	lineWidth  = 300 // columns of any other text
)

// Compose words a message about a report, and about what changed since an earlier one of
// the same teams, which may be nil.
func Compose(r analyze.Report, earlier *analyze.Report) Message {
	var all []told
	since := report.Since{Earlier: earlier}
	for _, b := range since.Briefs(r) {
		b.Name = report.Fit(b.Name, nameWidth)
		all = append(all, told{b})
	}
	m := Message{Subject: subject(all), Purpose: analyze.Purpose, Report: r, since: since, file: fileName(all)}
	if len(all) == 1 {
		m.Lead, m.Sections = all[0].lead(), all[0].sections()
		return m
	}
	teams := Section{Title: "Teams"}
	for _, t := range all[:min(len(all), shownTeams)] {
		teams.Lines = append(teams.Lines, t.line())
	}
	if left := len(all) - shownTeams; left > 0 {
		teams.More = report.Several(left, "more team")
	}
	m.Sections = []Section{teams}
	return m
}

// told is a team in the words of a message.
type told struct{ report.Brief }

func (t told) lead() []string {
	if len(t.Errors) > 0 {
		return []string{t.Name + " could not be read."}
	}
	return []string{t.Name + " · " + report.Fit(t.About, lineWidth), report.Fit(t.Owner, lineWidth) + ".", cmp.Or(t.News.Words(), "This is the first report.")}
}

// line is a team among several.
func (t told) line() Line {
	l := Line{Strong: t.Name, Text: report.Fit(t.Words, wordsWidth)}
	if t.News.Since != "" {
		l.Note = strings.TrimSuffix(t.News.Words(), ".")
	}
	return l
}

func (t told) sections() []Section {
	var list []Section
	add := func(title, more string, lines ...Line) {
		if len(lines) > 0 {
			list = append(list, Section{title, lines, more})
		}
	}
	add("What went wrong", "", plainLines(t.Errors)...)
	works, more := findings(t.Works, shownWorks, func(f analyze.Finding) Line { return Line{Text: situation(f)} })
	add("Works well", more, works...)
	talk, more := findings(t.newsFirst(), shownTalk, t.point)
	add("To talk about", more, talk...)
	gone, more := findings(t.News.With(report.Gone), shownWorks, func(f analyze.Finding) Line {
		return Line{Strong: report.Fit(f.Title, lineWidth)}
	})
	add("Gone since "+report.Day(t.News.Since), more, gone...)
	if ask := t.question(); ask != "" {
		add("A question to begin with", "", Line{Text: ask})
	}
	if t.Unjudged > 0 {
		add("Cannot tell", "", Line{Text: report.Several(t.Unjudged, "check") + "; the report says why, and what would make it visible."})
	}
	return list
}

// newsFirst is what to talk about, with what is new or worse first.
func (t told) newsFirst() []analyze.Finding {
	known := func(f analyze.Finding) int {
		switch t.News.Change(f) {
		case report.Fresh, report.Told, report.Worse:
			return 0
		}
		return 1
	}
	return slices.SortedStableFunc(slices.Values(t.Talk), func(a, b analyze.Finding) int { return known(a) - known(b) })
}

// point is a finding to talk about: its title, its numbers, what is new, and whether the
// team has answered it.
func (t told) point(f analyze.Finding) Line {
	l := Line{Strong: report.Fit(f.Title, lineWidth), Detail: situation(f), Note: string(t.News.Change(f))}
	if f.Status == analyze.Watch {
		l.Note = join(l.Note, "worth watching")
	}
	if f.Acknowledged != nil {
		l.Note = join(l.Note, "answered by the team: "+report.Fit(f.Acknowledged.As, nameWidth))
	}
	return l
}

// question is the first question about the weightiest finding that nobody has answered.
func (t told) question() string {
	for _, f := range t.Talk {
		if f.Acknowledged == nil && len(f.Ask) > 0 {
			return report.Fit(f.Ask[0], lineWidth)
		}
	}
	return ""
}

func situation(f analyze.Finding) string {
	return report.Fit(report.Situation(f), lineWidth) + " (" + f.ID + ")"
}

func findings(all []analyze.Finding, shown int, as func(analyze.Finding) Line) (lines []Line, more string) {
	for _, f := range all[:min(len(all), shown)] {
		lines = append(lines, as(f))
	}
	if left := len(all) - shown; left > 0 {
		more = fmt.Sprint(left, " more")
	}
	return lines, more
}

func plainLines(texts []string) []Line {
	var lines []Line
	for _, s := range texts {
		lines = append(lines, Line{Text: report.Fit(s, lineWidth)})
	}
	return lines
}

func join(a, b string) string { return strings.TrimSuffix(strings.TrimPrefix(a+", "+b, ", "), ", ") }
