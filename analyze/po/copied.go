package po

// This file finds requests that were copied: items of the Product Owner that say in the same
// words what a linked item of a stakeholder said before.

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// copies counts the items that a Product Owner wrote within the window beside a linked
// request of a stakeholder, and those of them that have at least the share alike of their
// words in common with it. What customers wrote is left out, since taking down their words
// is the job, and so are parts of what was split.
func copies(p *analyze.Pass, alike float64) (copied, linked int) {
	asked := requestsBeside(p)
	for _, it := range p.Items {
		born := it.CreatedAt()
		if it.Level() != backlog.BacklogLevel || born.Before(p.From) || !born.After(p.Facts.Imported()) || !p.Roles.Owns(it.Creator(), born) {
			continue
		}
		requests := slices.DeleteFunc(asked[it], func(r *backlog.Item) bool { return !r.CreatedAt().Before(born) })
		if len(requests) == 0 {
			continue
		}
		linked++
		own := firstWords(p, it)
		if slices.ContainsFunc(requests, func(r *backlog.Item) bool { return text.Similarity(own, firstWords(p, r)) >= alike }) {
			copied++
		}
	}
	return copied, linked
}

// requestsBeside are the items that stakeholders who are no customers wrote, by the items
// they are linked with.
func requestsBeside(p *analyze.Pass) map[*backlog.Item][]*backlog.Item {
	byKey := map[string]*backlog.Item{}
	for _, it := range p.Items {
		byKey[it.Key] = it
	}
	requested := func(it *backlog.Item) bool {
		by := it.Creator()
		return by != nil && !by.Customer && p.Roles.Of(by, it.CreatedAt()) == roles.Stakeholder
	}
	beside := map[*backlog.Item][]*backlog.Item{}
	for _, it := range p.Items {
		for _, l := range it.Links {
			other := byKey[l.Key]
			if other == nil || l.Relation == backlog.SplitFrom || l.Relation == backlog.SplitTo {
				continue
			}
			if requested(other) {
				beside[it] = append(beside[it], other)
			}
			if requested(it) {
				beside[other] = append(beside[other], it)
			}
		}
	}
	return beside
}

// firstWords are what the item said on the day after it was written, without what stands
// in every item.
func firstWords(p *analyze.Pass, it *backlog.Item) string {
	t := it.At(it.CreatedAt().Add(24 * time.Hour)).Text
	return t.Title + "\n" + p.Facts.Own(t.Description)
}
