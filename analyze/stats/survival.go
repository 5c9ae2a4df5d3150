package stats

import (
	"cmp"
	"math"
	"slices"
)

// This file measures how long something lasts where some of it has not ended yet.

// Span is how long something lasted, or had lasted when it was last seen.
type Span struct {
	Length float64
	Ended  bool // false: it went on unseen ("censored")
}

// Survival tells which share still lasts: Left of it after At, until the next step.
type Survival []struct{ At, Left float64 }

// KaplanMeier is the survival of spans of which some have not ended: those count until
// they were last seen, and not beyond. Source: E. L. Kaplan, P. Meier, JASA 53 (1958)
// 457–481.
func KaplanMeier(spans []Span) Survival {
	spans = slices.SortedFunc(slices.Values(spans), func(a, b Span) int { return cmp.Compare(a.Length, b.Length) })
	var curve Survival
	left := 1.0
	for i := 0; i < len(spans); {
		at, lasting, ended := spans[i].Length, len(spans)-i, 0
		for ; i < len(spans) && spans[i].Length == at; i++ {
			if spans[i].Ended {
				ended++
			}
		}
		if ended > 0 {
			left *= 1 - float64(ended)/float64(lasting)
			curve = append(curve, struct{ At, Left float64 }{at, left})
		}
	}
	return curve
}

// Left is the share that still lasts after a length.
func (s Survival) Left(after float64) float64 {
	left := 1.0
	for _, step := range s {
		if step.At > after {
			break
		}
		left = step.Left
	}
	return left
}

// Quantile is the length within which the share q of the spans ended; +Inf where so
// many were not seen to end.
func (s Survival) Quantile(q float64) float64 {
	for _, step := range s {
		if 1-step.Left >= q-1e-9 {
			return step.At
		}
	}
	return math.Inf(1)
}

// MedianPlaces are the shares of a sample of n at which the bounds of its median lie,
// one-sided 90 % each: the order statistics that a binomial with probability one half
// leaves outside. n may be an effective, broken number. With fewer than four, there are
// no bounds: 0 and NaN. Source: H. A. David, H. N. Nagaraja, Order Statistics (2003),
// section 7.1.
func MedianPlaces(n float64) (low, high float64) {
	rank := 0.0
	for AtMost(rank, n, 0.5) <= 0.10 && rank < n/2 {
		rank++
	}
	if rank == 0 {
		return 0, math.NaN()
	}
	return rank / n, (n - rank + 1) / n
}
