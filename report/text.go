package report

// This file writes a report for a terminal: one screen a team, readable without
// colour, and one line a team first where there are several.

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"

	"github.com/rolehealth/rolehealth/analyze"
)

// TextOptions says what the terminal can do.
type TextOptions struct {
	Color bool
	Width int // columns; 0 is 80. Less than 60 is treated as 60, more than 110 as 110.
}

// Text gives the format for a terminal.
func Text(o TextOptions) Format { return Since{}.text(o) }

func (s Since) text(o TextOptions) Format {
	if o.Width == 0 {
		o.Width = 80
	}
	o.Width = min(max(o.Width, 60), 110)
	return func(w io.Writer, r analyze.Report) error {
		p := &page{width: o.Width, ink: ink(o.Color)}
		r = neutral(r)
		p.changes = s.news(r)
		if err := p.report(r); err != nil {
			return fmt.Errorf("writing the text report: %w", err)
		}
		_, err := w.Write(p.out.Bytes())
		return err
	}
}

// page collects the text; it is written only when all of it is there.
type page struct {
	out   bytes.Buffer
	width int
	ink   ink
	many  bool // several teams: each needs a line to tell where it begins

	changes []News // of each team
	news    News   // of the team that is written

	tables *tablewriter.Table // see grid
	drawn  bytes.Buffer       // what it drew last
}

func (p *page) report(r analyze.Report) error {
	p.many = len(r.Teams) > 1
	if p.many {
		if err := p.index(r.Teams); err != nil {
			return err
		}
		if err := p.shared(r.Teams); err != nil {
			return err
		}
	}
	drawn, example := false, ""
	for i, t := range r.Teams {
		o := arrange(t.Checks)
		p.news = p.changes[i]
		if err := p.team(t, o); err != nil {
			return err
		}
		if len(o.Talk) > 0 && example == "" {
			example = o.Talk[0].ID
		}
		for _, f := range o.Talk {
			drawn = drawn || isShare(f)
		}
	}
	if len(r.Teams) == 0 {
		p.line("There is no team in this report.")
	}
	if drawn {
		p.lines("■ sure enough to talk about · □ worth watching", p.ink.dim)
	}
	if drawn && p.barColumn() > 0 {
		p.lines("bar, 0 to 100 %: ● counted · ├ ┤ what may be true · ┊ thresholds", p.ink.dim)
	}
	p.lines(r.Purpose, p.ink.dim)
	if example != "" {
		p.out.WriteByte('\n')
		p.lines("next: rolehealth explain "+example+" · --format html=report.html for all evidence", p.ink.plain)
	}
	return nil
}

// index is one line a team, in the order of the configuration: no score, no ranking.
func (p *page) index(teams []analyze.TeamReport) error {
	column := 8
	for _, t := range teams {
		column = max(column, min(width(t.Name), p.width/3))
	}
	t := p.table(column, p.width-column-2)
	for i, team := range teams {
		lines := wrap(inBrief(team), p.width-column-2, 2)
		for _, l := range wrap(p.changes[i].brief(), p.width-column-2, 2) {
			lines = append(lines, p.ink.dim(l))
		}
		t.row(p.ink.strong(fit(team.Name, column)), strings.Join(lines, "\n"))
	}
	if err := t.write(); err != nil {
		return err
	}
	p.out.WriteByte('\n')
	return nil
}

// shared is what several teams have in common, and what none of them shows.
func (p *page) shared(teams []analyze.TeamReport) error {
	o := together(teams)
	text := p.width - 3 - 2 - idColumn
	t := p.table(1, text, idColumn)
	for _, s := range o.Shared {
		cell := wrap(s.Count(len(teams))+": "+s.Title, text, 3)
		t.row(p.ink.warm("■"), strings.Join(append(cell, p.ink.dim(listed(s.names(teams), text))), "\n"), p.ink.dim(s.ID))
	}
	if len(t.rows) > 0 {
		p.line(p.ink.strong(sharedTitle))
		p.lines("   "+sharedLead, p.ink.dim)
	}
	if err := t.write(); err != nil {
		return err
	}
	p.lines(o.absent(), p.ink.dim)
	if len(o.Shared)+len(o.Unseen) > 0 {
		p.out.WriteByte('\n')
	}
	return nil
}

func (p *page) team(t analyze.TeamReport, o outline) error {
	p.head(t)
	sections := []struct {
		title string
		rows  int
		write func(outline) error
	}{
		{"Works well", len(o.Works), p.works},
		{"To talk about", len(o.Talk), p.talk},
		{ledgerTitle, len(t.Stances), func(outline) error { return p.stances(t) }},
		{"Cannot tell", len(o.Silent), p.silent},
	}
	for _, s := range sections {
		if s.rows == 0 {
			continue
		}
		p.line(p.ink.strong(s.title))
		if err := s.write(o); err != nil {
			return err
		}
		p.out.WriteByte('\n')
	}
	return nil
}

func (p *page) head(t analyze.TeamReport) {
	p.lines(strings.TrimSuffix(fit(t.Name, p.width)+" · "+headline(t), " · "), p.ink.strong)
	if p.many {
		p.line(p.ink.dim(strings.Repeat("─", p.width)))
	}
	if c := t.Coverage; c.Items+c.ItemsExpected > 0 {
		p.lines(size(t)+" · "+completeness(c), p.ink.plain)
		p.lines(owner(t.Roles), p.ink.plain)
	}
	changed := p.news.whole()
	for _, l := range wrap(changed, p.width, len(changed)) {
		p.line(l)
	}
	for _, e := range t.Errors {
		p.note("problem: ", e)
	}
	for _, w := range t.Coverage.Warnings {
		p.note("note: ", w)
	}
	if len(t.Coverage.Missing) > 0 {
		p.note("the tracker does not tell: ", strings.Join(t.Coverage.Missing, ", "))
	}
	p.out.WriteByte('\n')
}

// lines writes s over as many lines as it needs, four at most, in one ink.
func (p *page) lines(s string, paint func(string) string) {
	for _, l := range wrap(s, p.width, 4) {
		p.line(paint(l))
	}
}

// note is a line of the head that begins with what it is about; it hangs below that.
func (p *page) note(about, s string) {
	for i, l := range wrap(about+s, p.width-2, len(about+s)) {
		if i > 0 {
			l = "  " + l
		}
		p.line(p.ink.warm(l))
	}
}

func (p *page) line(s string) {
	p.out.WriteString(s)
	p.out.WriteByte('\n')
}

// ink colours text, or leaves it alone. Colour only ever repeats what a sign says.
type ink bool

func (i ink) plain(s string) string  { return s }
func (i ink) strong(s string) string { return i.paint("1", s) }
func (i ink) dim(s string) string    { return i.paint("2", s) }
func (i ink) warm(s string) string   { return i.paint("33", s) }
func (i ink) cool(s string) string   { return i.paint("36", s) }

func (i ink) paint(code, s string) string {
	if !i || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
