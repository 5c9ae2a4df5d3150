package report

// This file writes the ledger of stances for a terminal: those with signs one by one,
// the others by name.

import (
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// wordColumn is as wide as the longest word for signs.
const wordColumn = len(cannotTell)

func (p *page) stances(t analyze.TeamReport) error {
	p.line(p.ink.dim("   of what was done, not of who somebody is"))
	text := p.width - 3 - wordColumn - 2
	for _, part := range ledger(t, "") {
		p.line("   " + part.Title)
		rows := p.table(1, wordColumn, text)
		for _, s := range part.Stances {
			if s.Seen {
				rows.row("", s.Word, strings.Join(p.stance(s, text), "\n"))
			}
		}
		for _, word := range unseenWords {
			if names := part.named(word); names != "" {
				rows.row("", p.ink.dim(word), strings.Join(wrap(names, text, len(names)), "\n"))
			}
		}
		if err := rows.write(); err != nil {
			return err
		}
	}
	return nil
}

// stance is a stance with signs, and below it which checks and signs say so.
func (p *page) stance(s stanceView, columns int) []string {
	lines := wrap(s.whole(), columns, 2)
	var parts []string
	if len(s.For) > 0 {
		parts = append(parts, "for "+shortly(s.For))
	}
	if len(s.Against) > 0 {
		parts = append(parts, "against "+shortly(s.Against))
	}
	if n := len(s.Silent); n > 0 {
		parts = append(parts, number(n)+" not judged")
	}
	for _, l := range wrap(strings.Join(parts, " · "), columns, 3) {
		lines = append(lines, p.ink.dim(l))
	}
	return lines
}

// shortly names the checks and signs alone.
func shortly(signs []sign) string {
	var names []string
	for _, s := range signs {
		names = append(names, s.Short)
	}
	return strings.Join(names, ", ")
}
