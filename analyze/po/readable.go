package po

// This file holds what the checks on texts share: when there is nothing to read.

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// unreadable tells how many of the subjects are in a language that the text rules
// cannot read, and ends the check where that is more than half (G12).
func unreadable(p *analyze.Pass, unread, all int, what string) {
	p.LeaveOut(what+" in a language that cannot be read", unread)
	if unread*2 > all {
		p.CannotTell(fmt.Sprintf("%d of %d %s are in a language that the text rules cannot read", unread, all, what))
	}
}

// described reports whether a tenth of the functional items or more ever had a text
// beside the title, and ends the check otherwise: what they are about is then told
// elsewhere (G10).
func described(p *analyze.Pass) bool {
	with, all := 0, 0
	for _, it := range p.Items {
		if !p.Facts.Functional(it) {
			continue
		}
		all++
		if s := it.Now().Text; s.Description != "" || s.Criteria != "" {
			with++
		}
	}
	if all == 0 || with > 0 && float64(with) >= guards.UnusedShare*float64(all) {
		return true
	}
	p.CannotTell(fmt.Sprintf("%d of %d items have more than a title; what they are about is told elsewhere", with, all))
	return false
}

// textAt is what an item said at the moment of a subject; what it said first, if it
// came into being later.
func textAt(it *backlog.Item, s analyze.Subject) *backlog.Text {
	if state := it.At(s.At); state != nil {
		return state.Text
	}
	return it.First().State.Text
}
