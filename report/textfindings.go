package report

// This file holds the tables of the text format: what works, what to talk about, what
// cannot be told. Cells are cut to their column before tablewriter sees them.

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"github.com/rolehealth/rolehealth/analyze"
)

const (
	idColumn    = 6
	doubtColumn = len("at least 100 %")
)

// padding is what tablewriter puts behind the last cell: blanks, and the end of a
// colour once more.
var padding = regexp.MustCompile("(?: +(?:\x1b\\[0m)?)+$")

// table is a table without lines whose columns have fixed widths.
type table struct {
	page   *page
	widths []int
	rows   [][]string
}

func (p *page) table(widths ...int) *table { return &table{page: p, widths: widths} }

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write() error {
	if len(t.rows) == 0 {
		return nil
	}
	grid := t.page.grid()
	widths := tw.NewMapper[int, int]()
	for i, w := range t.widths {
		widths.Set(i, w+2)
	}
	grid.Options(tablewriter.WithColumnWidths(widths))
	for _, r := range t.rows {
		if err := grid.Append(r); err != nil {
			return err
		}
	}
	if err := grid.Render(); err != nil {
		return err
	}
	for l := range strings.Lines(t.page.drawn.String()) {
		t.page.line(padding.ReplaceAllString(strings.TrimSuffix(l, "\n"), ""))
	}
	return nil
}

// grid is an empty table. There is one for the whole page: making one takes half a megabyte.
func (p *page) grid() *tablewriter.Table {
	p.drawn.Reset()
	if p.tables != nil {
		p.tables.Reset()
		return p.tables
	}
	p.tables = tablewriter.NewTable(&p.drawn,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithPadding(tw.Padding{Right: "  ", Overwrite: true}),
	)
	return p.tables
}

func (p *page) works(o outline) error {
	text := p.width - 3 - 2 - idColumn
	t := p.table(1, text, idColumn)
	for _, f := range o.Works {
		t.row(p.ink.cool("✓"), strings.Join(append(wrap(firstSentence(f.Message), text, 2), p.changed(f, text)...), "\n"), p.ink.dim(f.ID))
	}
	if err := t.write(); err != nil || len(o.AlsoWorks) == 0 {
		return err
	}
	p.lines("   and "+number(len(o.AlsoWorks))+" more: "+idsOf(o.AlsoWorks), p.ink.dim)
	return nil
}

// talk is a table of the findings that are shares. Others have no place on a scale
// from 0 to 100 % and are told by their message.
func (p *page) talk(o outline) error {
	counts := 0
	for _, f := range o.Talk {
		counts = max(counts, len(caseCount(f)))
	}
	title := p.width - 3 - counts - doubtColumn - p.barColumn() - idColumn - 4*2
	t := p.table(1, title, counts, doubtColumn, p.barColumn(), idColumn)
	for _, f := range o.Talk {
		if !isShare(f) {
			if err := p.told(t, f); err != nil {
				return err
			}
			continue
		}
		cell := append(wrap(f.Title, title, 3), p.underneath(f, title)...)
		t.row(p.mark(f), strings.Join(cell, "\n"), fmt.Sprintf("%*s", counts, caseCount(f)), doubt(f), p.ink.warm(bar(f, p.barColumn())), p.ink.dim(f.ID))
	}
	return t.write()
}

// barColumn is how wide bars are; narrow terminals keep the room for words.
func (p *page) barColumn() int {
	if p.width < 72 {
		return 0
	}
	return 13
}

// told writes what is in the table so far, and the finding below it in words.
func (p *page) told(before *table, f analyze.Finding) error {
	if err := before.write(); err != nil {
		return err
	}
	before.rows = nil
	text := p.width - 3 - 2 - idColumn
	t := p.table(1, text, idColumn)
	cell := append(wrapSentences(f.Message, text, 3), p.underneath(f, text)...)
	t.row(p.mark(f), strings.Join(cell, "\n"), p.ink.dim(f.ID))
	return t.write()
}

// changed says what became of a finding since an earlier report; nothing if nothing did.
func (p *page) changed(f analyze.Finding, columns int) []string {
	mark := p.news.Change(f).mark()
	if mark == "" {
		return nil
	}
	return []string{p.ink.strong(fit(mark, columns))}
}

// underneath says what changed about a finding, names the items behind it, and what the
// team said to it.
func (p *page) underneath(f analyze.Finding, columns int) []string {
	lines := p.changed(f, columns)
	if items := itemsOf(f.For); len(items) > 0 {
		lines = append(lines, p.ink.dim(listed(items, columns)))
	}
	if f.Acknowledged != nil {
		lines = append(lines, p.ink.dim(fit("the team says: "+f.Acknowledged.As, columns)))
	}
	return lines
}

func (p *page) mark(f analyze.Finding) string {
	if f.Status == analyze.Flag {
		return p.ink.warm("■")
	}
	return p.ink.warm("□")
}

// silent groups the checks without an opinion by why, and tells every reason whole.
func (p *page) silent(o outline) error {
	what, ids := 22, 2*idColumn+2
	why := p.width - 3 - what - ids - 2*2
	t := p.table(1, what, why, ids)
	for _, s := range o.Silent {
		t.row("", silenceWords(s), strings.Join(wrap(s.Reason, why, len(s.Reason)), "\n"), p.ids(s.Findings, ids))
	}
	return t.write()
}

func (p *page) ids(findings []analyze.Finding, columns int) string {
	lines := wrap(strings.ReplaceAll(idsOf(findings), ",", ""), columns, len(findings))
	for i := range lines {
		lines[i] = p.ink.dim(lines[i])
	}
	return strings.Join(lines, "\n")
}

func silenceWords(s silence) string {
	return fmt.Sprintf("%s (%d)", statusWord(s.Status), len(s.Findings))
}

func caseCount(f analyze.Finding) string { return number(f.K) + " of " + number(f.N) }

// itemsOf names each item of the evidence once, in its order.
func itemsOf(evidence []analyze.Evidence) []string {
	var items []string
	seen := map[string]bool{}
	for _, e := range evidence {
		if e.Item != "" && !seen[e.Item] {
			seen[e.Item] = true
			items = append(items, subject(e))
		}
	}
	return items
}

// firstSentence is the situation with its numbers; doubts come in the sentences after it.
func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i > 0 {
		return s[:i]
	}
	return strings.TrimSuffix(s, ".")
}

// bar draws a share with its bounds against the thresholds, from 0 to 100 %.
func bar(f analyze.Finding, columns int) string {
	if columns == 0 {
		return ""
	}
	cells := []rune(strings.Repeat("·", columns))
	at := func(share float64) int { return int(math.Round(share * float64(columns-1))) }
	for i := at(*f.Low); i <= at(*f.High); i++ {
		cells[i] = '─'
	}
	cells[at(*f.Low)], cells[at(*f.High)] = '├', '┤'
	for _, threshold := range []*float64{f.Amber, f.Red} {
		if threshold != nil {
			cells[at(*threshold)] = '┊'
		}
	}
	cells[at(*f.Estimate)] = '●'
	return string(cells)
}
