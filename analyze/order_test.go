package analyze

import (
	"slices"
	"testing"
	"time"
)

// What is of one moment keeps its order, however long the list, and nanoseconds count.
func TestOldestFirst(t *testing.T) {
	type act struct {
		at     time.Time
		number int
	}
	begin := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var list []act
	for i := range 300 {
		list = append(list, act{begin.Add(time.Duration(i%3) * time.Nanosecond), i})
	}
	got := oldestFirst(list, func(a *act) time.Time { return a.at })
	if !slices.IsSortedFunc(got, func(a, b act) int { return 1000*a.at.Compare(b.at) + a.number - b.number }) {
		t.Errorf("not in order: %v", got)
	}
	if len(got) != len(list) || list[1].number != 1 {
		t.Errorf("%d of %d left, or the list itself was ordered", len(got), len(list))
	}
}

func TestEvidenceIsNewestFirst(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, 3, day, 9, 0, 0, 0, time.UTC) }
	cites := []Cite{{Item: "A-2", At: at(1)}, {Item: "A-1", At: at(1), What: "b"}, {Item: "A-1", At: at(1), What: "a", window: 1}, {Item: "A-1", At: at(1), What: "a", window: 2}, {Item: "A-9", At: at(2)}}
	want := []Cite{cites[4], cites[2], cites[3], cites[1], cites[0]}
	if got := sorted(cites); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
