package main

import "testing"

func TestHowMuchTheHeapMayGrow(t *testing.T) {
	for live, want := range map[uint64]int{
		0:             (roomy - 4<<20) * 100 / (4 << 20), // as if the collector's own least lived
		roomy / 8:     700,
		roomy / 2:     100,
		roomy * 3 / 4: spare,
		roomy * 8:     spare,
	} {
		if got := percentFor(live); got != want {
			t.Errorf("%d bytes live: %d percent more, want %d", live, got, want)
		}
		if peak := max(live, 4<<20) * uint64(100+percentFor(live)) / 100; percentFor(live) != spare && peak != roomy {
			t.Errorf("%d bytes live: the heap grows to %d, want %d", live, peak, uint64(roomy))
		}
	}
}
