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
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.seconds, b.seconds), cmp.Compare(a.nanos, b.nanos), cmp.Compare(a.at, b.at))
	})
	return inOrder(list, places)
}

// sorted puts evidence into a fixed order: newest first.
func sorted(cites []Cite) []Cite {
	places := placesOf(cites, func(c *Cite) time.Time { return c.At })
	slices.SortFunc(places, func(a, b place) int {
		if c := cmp.Or(cmp.Compare(b.seconds, a.seconds), cmp.Compare(b.nanos, a.nanos)); c != 0 {
			return c
		}
		x, y := &cites[a.at], &cites[b.at]
		return cmp.Or(cmp.Compare(x.Item, y.Item), cmp.Compare(x.What, y.What), cmp.Compare(a.at, b.at))
	})
	return inOrder(cites, places)
}
