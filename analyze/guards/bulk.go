package guards

import (
	"cmp"
	"math/bits"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file finds changes that were made to many items at once (G1).

const (
	bulkSize = 10
	bulkGap  = 60 * time.Second
)

// change is where a revision stands in a Snapshot.
type change struct {
	at           int64 // in nanoseconds
	item, number int32
}

func earlier(a, b change) int {
	if c := cmp.Compare(a.at, b.at); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(a.number, b.number))
}

// findBulk marks, for every person and field, the changes that follow an equal one on
// another item within a minute, in runs over ten items or more (G1). The first of a
// run stays: the run is one act. The marks of an item are by its revisions.
func findBulk(snap *backlog.Snapshot) map[*backlog.Item][]backlog.Fields {
	changes := map[*backlog.Person]*[fieldBits][]change{}
	for i, it := range snap.Items {
		for n := range it.Revisions {
			r := &it.Revisions[n]
			of := changes[r.By]
			if of == nil {
				of = &[fieldBits][]change{}
				changes[r.By] = of
			}
			for rest := r.Changed; rest != 0; rest &= rest - 1 {
				bit := bits.TrailingZeros32(uint32(rest))
				of[bit] = append(of[bit], change{r.At.UnixNano(), int32(i), int32(n)})
			}
		}
	}
	repeats := map[*backlog.Item][]backlog.Fields{}
	for _, of := range changes {
		for bit, list := range of {
			for _, c := range repeated(list) {
				it := snap.Items[c.item]
				if repeats[it] == nil {
					repeats[it] = make([]backlog.Fields, len(it.Revisions))
				}
				repeats[it][c.number] |= 1 << bit
			}
		}
	}
	return repeats
}

// fieldBits is how many fields there may be.
const fieldBits = 32

// repeated are those of the changes that follow another within a minute, in runs of ten
// or more. It sorts the list.
func repeated(list []change) (again []change) {
	if len(list) < bulkSize {
		return nil
	}
	slices.SortFunc(list, earlier)
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].at-list[to-1].at <= int64(bulkGap) {
			to++
		}
		if to-from >= bulkSize {
			again = append(again, list[from+1:to]...)
		}
		from = to
	}
	return again
}
