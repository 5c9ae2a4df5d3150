package main

// This file sets the pace of the garbage collector. While the heap is small, collecting it
// is work for nothing; when it is large, memory is dearer than time.

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	roomy = 150 << 20 // bytes that the heap may grow to before anything is collected
	spare = 40        // percent that it may grow beyond what lives, once that is much
)

// pace is met by the collector once in each of its rounds, and then says when the next is due.
type pace struct{ live []metrics.Sample }

func setPace() {
	(&pace{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}}}).again()
}

func (p *pace) again() {
	metrics.Read(p.live)
	debug.SetGCPercent(percentFor(p.live[0].Value.Uint64()))
	runtime.SetFinalizer(p, (*pace).again)
}

// percentFor is how much a heap may grow in which so many bytes live.
func percentFor(live uint64) int {
	live = max(live, 4<<20) // the collector's own least
	if live >= roomy {
		return spare
	}
	return int(max(spare, 100*(roomy-live)/live))
}
