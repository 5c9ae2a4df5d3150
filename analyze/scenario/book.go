package scenario

import (
	"cmp"
	"fmt"
	"slices"
)

// book is what the whole journal says of each item it names: an item may be moved in
// one line and described in a later one.
type book map[string]spec

// add joins what a sentence says of an item with what others said.
func (b book) add(s spec) error {
	was, known := b[s.key]
	if !known {
		b[s.key] = s
		return nil
	}
	if was.kind != nil && s.kind != nil && was.kind != s.kind {
		return fmt.Errorf("%s is a %s elsewhere and a %s here", s.key, was.kind.Name, s.kind.Name)
	}
	if was.points != 0 && s.points != 0 && was.points != s.points {
		return fmt.Errorf(`%s has %g points elsewhere and %g here; a change is "Ada estimates %s at %g"`, s.key, was.points, s.points, s.key, s.points)
	}
	if s.titles != nil || s.sayings != nil {
		if was.titles != nil || was.sayings != nil {
			return fmt.Errorf(`%s is described elsewhere; a change is "Ada rewrites %s"`, s.key, s.key)
		}
		was.titles, was.sayings, was.nth = s.titles, s.sayings, s.nth
	}
	was.kind = cmp.Or(was.kind, s.kind)
	was.points = max(was.points, s.points)
	was.words = max(was.words, s.words)
	was.by, was.under = cmp.Or(was.by, s.by), cmp.Or(was.under, s.under)
	was.labels = slices.Concat(was.labels, s.labels)
	was.customers = slices.Concat(was.customers, s.customers)
	was.lacks |= s.lacks
	was.untouched = was.untouched || s.untouched
	b[s.key] = was
	return nil
}
