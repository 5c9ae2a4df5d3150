package report

// This file prepares the part of the page for several teams: what they share, and the
// table of teams and checks. It ranks nobody: rows keep the order of the configuration,
// columns that of the catalogue, and neither has a sum.

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
)

// portfolio is several teams on one page.
type portfolio struct {
	overview
	Groups  []checkGroup
	Columns []pattern
	Rows    []boardRow
	Changes []Change // those that some cell has, in the order of telling
}

// checkGroup is what some neighbouring checks are about.
type checkGroup struct {
	Code, Name string
	Checks     int
}

type boardRow struct {
	Name, Anchor string
	Cells        []boardCell
}

// boardCell is one check of one team, as a word; the style adds a sign of its own shape.
type boardCell struct {
	Status analyze.Status
	Word   string
	Change Change
	Anchor string // where the page tells of it, if there is something to talk about
}

// statusName is a status in words.
type statusName struct {
	Status analyze.Status
	Word   string
}

// statusWords are the verdicts as people read them, in the order of reading.
var statusWords = []statusName{
	{analyze.OK, "works well"},
	{analyze.Flag, "to talk about"},
	{analyze.Watch, "worth watching"},
	{analyze.Insufficient, "too few cases"},
	{analyze.NotAssessable, "not to be seen"},
	{analyze.NotApplicable, "not used here"},
}

// groupNames say what the checks of a group are about.
var groupNames = map[string]string{
	string(analyze.Value): "Value", string(analyze.Ordering): "Order", string(analyze.Ownership): "Ownership",
	string(analyze.Craft): "Preparation", string(analyze.Flow): "Flow",
}

// newPortfolio is nil for less than two teams.
func newPortfolio(teams []analyze.TeamReport, news []News) *portfolio {
	if len(teams) < 2 {
		return nil
	}
	p := &portfolio{overview: together(teams), Columns: patterns(teams), Groups: groupsOf(teams)}
	slices.SortStableFunc(p.Columns, func(a, b pattern) int { return p.group(a) - p.group(b) })
	for i, t := range teams {
		p.Rows = append(p.Rows, boardRow{Name: t.Name, Anchor: teamAnchor(i), Cells: p.cells(t, news[i], teamAnchor(i))})
	}
	for _, c := range changes {
		if slices.ContainsFunc(news, func(n News) bool { return len(n.With(c.Change)) > 0 }) {
			p.Changes = append(p.Changes, c.Change)
		}
	}
	return p
}

// groupsOf is every group of checks that the teams have, in the order of the catalogue.
func groupsOf(teams []analyze.TeamReport) []checkGroup {
	var groups []checkGroup
	for _, p := range patterns(teams) {
		code := p.Example.Group
		at := slices.IndexFunc(groups, func(g checkGroup) bool { return g.Code == code })
		if at < 0 {
			at = len(groups)
			groups = append(groups, checkGroup{Code: code, Name: groupNames[code]})
		}
		groups[at].Checks++
	}
	return groups
}

func (p *portfolio) group(c pattern) int {
	return slices.IndexFunc(p.Groups, func(g checkGroup) bool { return g.Code == c.Example.Group })
}

// cells is a cell for each column; a check that the team lacks leaves an empty one.
func (p *portfolio) cells(t analyze.TeamReport, n News, anchor string) []boardCell {
	found := map[string]analyze.Finding{}
	for _, f := range t.Checks {
		found[f.ID] = f
	}
	cells := make([]boardCell, len(p.Columns))
	for i, c := range p.Columns {
		f, ok := found[c.ID]
		if !ok {
			continue
		}
		cells[i] = boardCell{Status: f.Status, Word: statusWord(f.Status), Change: n.Change(f)}
		if mark := cells[i].Change.mark(); mark != "" {
			cells[i].Word += ", " + mark
		}
		if f.Status == analyze.Flag || f.Status == analyze.Watch {
			cells[i].Anchor = findingAnchor(anchor, f)
		}
	}
	return cells
}

func statusWord(s analyze.Status) string {
	for _, w := range statusWords {
		if w.Status == s {
			return w.Word
		}
	}
	return ""
}

// Where are the teams that show a pattern, as links to what is told of it.
func (p *portfolio) Where(shown pattern) []indexLine {
	var links []indexLine
	for _, i := range shown.Showing {
		links = append(links, indexLine{Name: p.Rows[i].Name, Anchor: findingAnchor(teamAnchor(i), shown.Example)})
	}
	return links
}
