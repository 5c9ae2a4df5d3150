package analyze

import (
	"cmp"
	"slices"
	"time"
)

// This file brings long lists of wide elements into an order, moving each element once.

// place is where an element stood in a list, and its moment.
type place struct {
	seconds   int64
	nanos, at int32
}

func placesOf[T any](list []T, moment func(*T) time.Time) []place {
	places := make([]place, len(list))
	for i := range list {
		t := moment(&list[i])
		places[i] = place{t.Unix(), int32(t.Nanosecond()), int32(i)}
	}
	return places
}

// compare is by time, then as they stood.
func (p place) compare(other place) int {
	if c := p.compareTime(other); c != 0 {
		return c
	}
	return cmp.Compare(p.at, other.at)
}

func (p place) compareTime(other place) int {
	if c := cmp.Compare(p.seconds, other.seconds); c != 0 {
		return c
	}
	return cmp.Compare(p.nanos, other.nanos)
}

func inOrder[T any](list []T, places []place) []T {
	ordered := make([]T, len(list))
	for i, p := range places {
		ordered[i] = list[p.at]
	}
	return ordered
}

// oldestFirst is the list by time; what is of one moment keeps its order.
func oldestFirst[T any](list []T, moment func(*T) time.Time) []T {
	places := placesOf(list, moment)
	slices.SortFunc(places, place.compare)
	return inOrder(list, places)
}

// sorted puts evidence into a fixed order: newest first.
func sorted(cites []Cite) []Cite {
	places := placesOf(cites, func(c *Cite) time.Time { return c.At })
	slices.SortFunc(places, func(a, b place) int {
		if c := b.compareTime(a); c != 0 {
			return c
		}
		x, y := &cites[a.at], &cites[b.at]
		return cmp.Or(cmp.Compare(x.Item, y.Item), cmp.Compare(x.What, y.What), cmp.Compare(a.at, b.at))
	})
	return inOrder(cites, places)
}
