// Package stats holds the few statistics that decide what a count may say: intervals
// for shares, the discount for subjects that belong together, and the control of
// false discoveries over many checks. It is thin: the numerics are gonum's.
package stats

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Z90 is the normal quantile of a one-sided 90 % bound; Z95 that of a two-sided 95 %
// interval.
const (
	Z90 = 1.2815515655446004
	Z95 = 1.959963984540054
)

// Wilson is the score interval of a share of k in n, with the normal quantile z: each
// end alone is a one-sided bound. n may be an effective, broken number. For n <= 0 it
// is the whole range. Source: E. B. Wilson, JASA 22 (1927) 209–212.
func Wilson(k, n, z float64) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	p, z2 := k/n, z*z
	mid := (p + z2/(2*n)) / (1 + z2/n)
	half := z / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	return max(0, mid-half), min(1, mid+half)
}

// Newcombe is the interval of the difference p2 - p1 of two independent shares, with
// the normal quantile z. Source: R. G. Newcombe, Statistics in Medicine 17 (1998)
// 873–890, method 10.
func Newcombe(k1, n1, k2, n2, z float64) (low, high float64) {
	l1, u1 := Wilson(k1, n1, z)
	l2, u2 := Wilson(k2, n2, z)
	p1, p2 := k1/n1, k2/n2
	d := p2 - p1
	return d - math.Hypot(p2-l2, u1-p1), d + math.Hypot(u2-p2, p1-l1)
}

// AtLeast is the chance of k or more hits in n trials of probability p: the exact
// one-sided binomial test of "the rate is p or less". k and n may be effective,
// broken numbers: the binomial tail is an incomplete beta function.
func AtLeast(k, n, p float64) float64 {
	if k <= 0 {
		return 1
	}
	if k > n {
		return 0
	}
	return mathext.RegIncBeta(k, n-k+1, p)
}

// AtMost is the chance of k or fewer hits in n trials of probability p.
func AtMost(k, n, p float64) float64 { return AtLeast(n-k, n, 1-p) }

// Cluster is a group of subjects that belong together, such as the items of one
// Sprint: k of its n subjects show the pattern.
type Cluster struct{ K, N int }

// Effective is the number of independent subjects that n clustered ones are worth:
// n / (1 + (m-1)ρ), with m the mean cluster size and ρ the ANOVA estimate of the
// intra-cluster correlation, floored at 0 and taken as 0.10 where fewer than four
// clusters cannot tell. Where fewer than five subjects differ from the rest, or those of one
// cluster alone, no more than 0.10 is believed: where one of them lies, or one holiday,
// would decide. Source: A. Donner, S. Klar, Design and Analysis of Cluster Randomization
// Trials (2000), ch. 6.
func Effective(clusters []Cluster) float64 {
	clusters = slices.DeleteFunc(slices.Clone(clusters), func(c Cluster) bool { return c.N == 0 })
	n := 0.0
	for _, c := range clusters {
		n += float64(c.N)
	}
	if n == 0 {
		return 0
	}
	rho := assumed
	if len(clusters) >= 4 {
		rho = correlation(clusters, n)
		if few(clusters) {
			rho = min(rho, assumed)
		}
	}
	mean := n / float64(len(clusters))
	return n / (1 + (mean-1)*rho)
}

// assumed is the correlation within clusters where they cannot tell it.
const assumed = 0.10

// few reports whether too few subjects differ from the rest to tell how alike those of one
// cluster are.
func few(clusters []Cluster) bool {
	var hits, misses, withHits, withMisses int
	for _, c := range clusters {
		hits, misses = hits+c.K, misses+c.N-c.K
		if c.K > 0 {
			withHits++
		}
		if c.K < c.N {
			withMisses++
		}
	}
	return min(hits, misses) < 5 || min(withHits, withMisses) < 2
}

func correlation(clusters []Cluster, n float64) float64 {
	j := float64(len(clusters))
	if n <= j {
		return 0
	}
	hits, squares := 0.0, 0.0
	for _, c := range clusters {
		hits += float64(c.K)
		squares += float64(c.N * c.N)
	}
	p := hits / n
	between, within := 0.0, 0.0
	for _, c := range clusters {
		m := float64(c.N)
		pc := float64(c.K) / m
		between += m * (pc - p) * (pc - p)
		within += m * pc * (1 - pc)
	}
	between /= j - 1
	within /= n - j
	size := (n - squares/n) / (j - 1)
	if d := between + (size-1)*within; d > 0 {
		return max(0, (between-within)/d)
	}
	return 0
}

// Discoveries tells which of the tests with p-values ps hold when false discoveries
// are kept to the share q of all discoveries. Source: Y. Benjamini, Y. Hochberg,
// JRSS B 57 (1995) 289–300.
func Discoveries(ps []float64, q float64) []bool {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ps[a], ps[b]) })
	last := -1
	for rank, i := range order {
		if ps[i] <= q*float64(rank+1)/float64(len(ps)) {
			last = rank
		}
	}
	held := make([]bool, len(ps))
	for _, i := range order[:last+1] {
		held[i] = true
	}
	return held
}

// EffectiveNumber is how many equal holders a split among unequal ones is worth:
// 1/Σ share². It is 0 for no counts. Source: E. H. Simpson, Nature 163 (1949) 688.
func EffectiveNumber(counts []int) float64 {
	sum, squares := 0.0, 0.0
	for _, c := range counts {
		sum += float64(c)
		squares += float64(c) * float64(c)
	}
	if squares == 0 {
		return 0
	}
	return sum * sum / squares
}

// RankCorrelation is Spearman's ρ of paired values, ties sharing their mean rank; 0
// for fewer than three pairs or no variation.
func RankCorrelation(x, y []float64) float64 {
	if len(x) < 3 {
		return 0
	}
	rx, ry := ranks(x), ranks(y)
	mean := float64(len(x)+1) / 2
	xy, xx, yy := 0.0, 0.0, 0.0
	for i := range rx {
		a, b := rx[i]-mean, ry[i]-mean
		xy += a * b
		xx += a * a
		yy += b * b
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

func ranks(v []float64) []float64 {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(v[a], v[b]) })
	r := make([]float64, len(v))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && v[order[j]] == v[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			r[at] = float64(i+j+1) / 2
		}
		i = j
	}
	return r
}

// Median is the middle of the values, or the mean of the two in the middle; 0 for none.
func Median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(v))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// MedianBounds are the one-sided 90 % bootstrap bounds of the median of a few values;
// zero for none. The draws are seeded: the same values have the same bounds.
// Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), ch. 13.
func MedianBounds(v []float64) (low, high float64) {
	if len(v) == 0 {
		return 0, 0
	}
	const draws = 1000
	rng := rand.New(rand.NewPCG(1, uint64(len(v))))
	medians, draw := make([]float64, draws), make([]float64, len(v))
	for i := range medians {
		for j := range draw {
			draw[j] = v[rng.IntN(len(v))]
		}
		medians[i] = Median(draw)
	}
	slices.Sort(medians)
	return medians[draws/10], medians[draws-1-draws/10]
}
