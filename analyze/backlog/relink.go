package backlog

import "slices"

// This file gives items the links that they had at an earlier moment.

// absent reports whether the link was not made yet. One that leads to a later item cannot
// have been, whatever the record says of it.
func (c *cutter) absent(l Link) bool { return l.Made.After(c.at) || c.later[l.Key] }

// gone reports whether the link was there, as far as is known, and was taken away since.
func (c *cutter) gone(l PastLink) bool { return l.Until.After(c.at) && !c.absent(l.Link) }

// unclear reports whether nobody can tell which links the item had.
func (c *cutter) unclear(it *Item) bool {
	return slices.ContainsFunc(it.PastLinks, func(l PastLink) bool { return l.Unclear && c.gone(l) })
}

// relinked reports whether the item had other links.
func (c *cutter) relinked(it *Item) bool {
	return slices.ContainsFunc(it.Links, c.absent) ||
		slices.ContainsFunc(it.PastLinks, func(l PastLink) bool { return l.Until.After(c.at) || c.absent(l.Link) })
}

// relink gives a copy of an item the links of the moment. What is unclear stays so for
// moments that are earlier still.
func (c *cutter) relink(it *Item) {
	if !c.relinked(it) {
		return
	}
	it.Links = slices.DeleteFunc(slices.Clone(it.Links), c.absent)
	past := it.PastLinks
	it.PastLinks = nil
	for _, l := range past {
		switch {
		case c.absent(l.Link):
		case c.gone(l) && !l.Unclear:
			it.Links = append(it.Links, l.Link)
		default:
			it.PastLinks = append(it.PastLinks, l)
		}
	}
}
