package report

// This file writes CSV for spreadsheets: one line for each check of each team.

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// columns are the names of the columns, and what stands in them.
var columns = []struct {
	name string
	cell func(analyze.TeamReport, analyze.Finding) string
}{
	{"team", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Name }},
	{"connection", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Connection }},
	{"tracker", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Tracker }},
	{"process", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Process }},
	{"from", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Window.From }},
	{"to", func(t analyze.TeamReport, _ analyze.Finding) string { return t.Window.To }},
	{"check", func(_ analyze.TeamReport, f analyze.Finding) string { return f.ID }},
	{"title", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Title }},
	{"group", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Group }},
	{"class", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Class }},
	{"status", func(_ analyze.TeamReport, f analyze.Finding) string { return string(f.Status) }},
	{"level", func(_ analyze.TeamReport, f analyze.Finding) string { return string(f.Level) }},
	{"k", func(_ analyze.TeamReport, f analyze.Finding) string { return strconv.Itoa(f.K) }},
	{"n", func(_ analyze.TeamReport, f analyze.Finding) string { return strconv.Itoa(f.N) }},
	{"n_eff", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(&f.Effective) }},
	{"estimate", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(f.Estimate) }},
	{"lo90", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(f.Low) }},
	{"hi90", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(f.High) }},
	{"amber", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(f.Amber) }},
	{"red", func(_ analyze.TeamReport, f analyze.Finding) string { return measure(f.Red) }},
	{"trend", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Trend }},
	{"message", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Message }},
	{"reason", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Reason }},
	{"doubts", func(_ analyze.TeamReport, f analyze.Finding) string { return strings.Join(f.Doubts, "; ") }},
	{"items", func(_ analyze.TeamReport, f analyze.Finding) string { return strings.Join(itemsOf(f.For), " ") }},
	{"answer", func(_ analyze.TeamReport, f analyze.Finding) string {
		if f.Acknowledged == nil {
			return ""
		}
		return answer(*f.Acknowledged)
	}},
	{"fingerprint", func(_ analyze.TeamReport, f analyze.Finding) string { return f.Fingerprint }},
	{"status_90d", func(t analyze.TeamReport, f analyze.Finding) string { return string(before(t, f, 90).Status) }},
	{"level_90d", func(t analyze.TeamReport, f analyze.Finding) string { return string(before(t, f, 90).Level) }},
	{"estimate_90d", func(t analyze.TeamReport, f analyze.Finding) string { return measure(before(t, f, 90).Estimate) }},
	{"status_180d", func(t analyze.TeamReport, f analyze.Finding) string { return string(before(t, f, 180).Status) }},
	{"level_180d", func(t analyze.TeamReport, f analyze.Finding) string { return string(before(t, f, 180).Level) }},
	{"estimate_180d", func(t analyze.TeamReport, f analyze.Finding) string { return measure(before(t, f, 180).Estimate) }},
}

// before is what the check said so many days before; nothing where that is not told.
func before(t analyze.TeamReport, f analyze.Finding, days int) analyze.Earlier {
	for _, e := range f.Earlier {
		if daysBetween(e.AsOf, t.Window.To) == days {
			return e
		}
	}
	return analyze.Earlier{}
}

// CSV writes a report as RFC 4180 has it, in UTF-8. Shares go from 0 to 1.
func CSV(w io.Writer, r analyze.Report) error { return Since{}.csv(w, r) }

func (s Since) csv(w io.Writer, r analyze.Report) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(columns)+1)
	for i, c := range columns {
		row[i] = c.name
	}
	row[len(columns)] = "change"
	if err := out.Write(row); err != nil {
		return err
	}
	r = neutral(r)
	news := s.news(r)
	for i, t := range r.Teams {
		for _, f := range t.Checks {
			for at, c := range columns {
				row[at] = inert(c.cell(t, f))
			}
			row[len(columns)] = string(news[i].Change(f))
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}

// measure is a number with as many digits as mean something; nothing where nothing was
// measured.
func measure(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', 4, 64)
}
