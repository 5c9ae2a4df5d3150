package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// smallest is the least k of n whose one-sided 90 % lower bound exceeds a threshold.
func smallest(n int, threshold float64) int {
	for k := 0; k <= n; k++ {
		if low, _ := Wilson(float64(k), float64(n), Z90); low > threshold {
			return k
		}
	}
	return -1
}

// The counts that it takes to flag are what users feel of the statistics; this table
// is the promise made to them in the documentation.
func TestHowManyItTakesToFlag(t *testing.T) {
	for _, c := range []struct {
		threshold float64
		want      map[int]int
	}{
		{0.30, map[int]int{10: 5, 15: 7, 20: 9, 30: 13, 40: 16}},
		{0.50, map[int]int{10: 8, 15: 10, 20: 13, 30: 19, 40: 25}},
		{0.70, map[int]int{10: 9, 15: 13, 20: 17, 30: 25, 40: 32}},
	} {
		for n, want := range c.want {
			if got := smallest(n, c.threshold); got != want {
				t.Errorf("threshold %.2f, n %d: flags from %d, want %d", c.threshold, n, got, want)
			}
		}
	}
}

func TestWilsonHoldsItsShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		low, high := Wilson(float64(k), float64(n), Z90)
		p := float64(k) / float64(n)
		if low < 0 || high > 1 || low > p+1e-12 || high < p-1e-12 {
			t.Fatalf("Wilson(%d, %d) = %v..%v around %v", k, n, low, high, p)
		}
		mirrorLow, mirrorHigh := Wilson(float64(n-k), float64(n), Z90)
		if math.Abs(mirrorLow-(1-high)) > 1e-9 || math.Abs(mirrorHigh-(1-low)) > 1e-9 {
			t.Fatalf("Wilson(%d, %d) is not the mirror of its complement", k, n)
		}
	})
}

func TestTailsAgainstDirectSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		p := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		want := 0.0
		for i := k; i <= n; i++ {
			lg, _ := math.Lgamma(float64(n + 1))
			li, _ := math.Lgamma(float64(i + 1))
			lr, _ := math.Lgamma(float64(n - i + 1))
			want += math.Exp(lg - li - lr + float64(i)*math.Log(p) + float64(n-i)*math.Log(1-p))
		}
		if got := AtLeast(float64(k), float64(n), p); math.Abs(got-want) > 1e-9 {
			t.Fatalf("AtLeast(%d, %d, %v) = %v, want %v", k, n, p, got, want)
		}
		if both := AtLeast(float64(k), float64(n), p) + AtMost(float64(k-1), float64(n), p); k > 0 && math.Abs(both-1) > 1e-9 {
			t.Fatalf("the two tails add up to %v", both)
		}
	})
}

func TestEffective(t *testing.T) {
	for name, c := range map[string]struct {
		clusters []Cluster
		want     float64
	}{
		"nothing":                          {nil, 0},
		"every subject its own cluster":    {[]Cluster{{1, 1}, {0, 1}, {1, 1}, {0, 1}, {1, 1}}, 5},
		"all alike within, all unlike":     {[]Cluster{{8, 8}, {0, 8}, {8, 8}, {0, 8}}, 4},
		"no more alike than chance":        {[]Cluster{{4, 8}, {4, 8}, {4, 8}, {4, 8}}, 32},
		"too few clusters to tell":         {[]Cluster{{5, 11}, {6, 11}}, 11},
		"one miss, alone in its cluster":   {[]Cluster{{7, 7}, {7, 7}, {7, 7}, {7, 7}, {0, 1}, {7, 7}}, 36 / (1 + 0.10*5)},
		"one hit, alone in its cluster":    {[]Cluster{{0, 7}, {0, 7}, {0, 7}, {0, 7}, {1, 1}, {0, 7}}, 36 / (1 + 0.10*5)},
		"one Sprint without the pattern":   {[]Cluster{{5, 5}, {5, 5}, {5, 5}, {5, 5}, {0, 5}}, 25 / (1 + 0.10*4)},
		"two of them tell":                 {[]Cluster{{5, 5}, {5, 5}, {5, 5}, {0, 5}, {0, 5}}, 5},
		"empty clusters count for nothing": {[]Cluster{{5, 11}, {0, 0}, {6, 11}, {0, 0}}, 11},
	} {
		if got := Effective(c.clusters); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestEffectiveNeverExceedsTheCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		clusters := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Cluster {
			size := rapid.IntRange(1, 30).Draw(t, "size")
			return Cluster{rapid.IntRange(0, size).Draw(t, "hits"), size}
		}), 1, 20).Draw(t, "clusters")
		for _, c := range clusters {
			n += c.N
		}
		if e := Effective(clusters); e > float64(n)+1e-9 || e <= 0 {
			t.Fatalf("%d subjects are worth %v", n, e)
		}
	})
}

func TestDiscoveries(t *testing.T) {
	// The worked example of Benjamini and Hochberg 1995, section 3.2, at q = 0.05.
	ps := []float64{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000}
	for i, held := range Discoveries(ps, 0.05) {
		if held != (i < 4) {
			t.Errorf("test %d (p = %v): %v", i+1, ps[i], held)
		}
	}
	if got := Discoveries(nil, 0.1); len(got) != 0 {
		t.Errorf("no tests, yet %v", got)
	}
}

func TestNewcombe(t *testing.T) {
	// Newcombe 1998, table II, contrast (a): 56/70 against 48/80.
	low, high := Newcombe(48, 80, 56, 70, Z95)
	if math.Abs(low-0.0524) > 5e-5 || math.Abs(high-0.3339) > 5e-5 {
		t.Errorf("interval %.4f..%.4f, want 0.0524..0.3339", low, high)
	}
}

func TestSmallThings(t *testing.T) {
	if got := EffectiveNumber([]int{10, 10, 10}); math.Abs(got-3) > 1e-9 {
		t.Errorf("three equal holders: %v", got)
	}
	if got := EffectiveNumber([]int{30}); got != 1 {
		t.Errorf("one holder: %v", got)
	}
	if got := Median([]float64{3, 1, 2, 10}); got != 2.5 {
		t.Errorf("median: %v", got)
	}
	if got := RankCorrelation([]float64{1, 2, 3, 4}, []float64{10, 20, 30, 35}); math.Abs(got-1) > 1e-9 {
		t.Errorf("same order: %v", got)
	}
	if got := RankCorrelation([]float64{1, 2, 3, 4}, []float64{9, 7, 7, 1}); math.Abs(got+0.9486832980505138) > 1e-9 {
		t.Errorf("reverse order with a tie: %v", got)
	}
	if got := RankCorrelation([]float64{1, 1, 1}, []float64{1, 2, 3}); got != 0 {
		t.Errorf("no variation: %v", got)
	}
}

func TestMedianBounds(t *testing.T) {
	for _, c := range []struct {
		v         []float64
		low, high float64
	}{
		{nil, 0, 0},
		{[]float64{7}, 7, 7},
		{[]float64{4, 4, 4, 4}, 4, 4},
		{[]float64{1, 2, 3}, 1, 3}, // 7 of 27 draws have the median 1
		// One draw in sixteen has the zero three times or more.
		{[]float64{0, 10, 10, 10, 10, 10}, 10, 10},
	} {
		if low, high := MedianBounds(c.v); low != c.low || high != c.high {
			t.Errorf("the median of %v lies from %g to %g, want %g to %g", c.v, low, high, c.low, c.high)
		}
	}
}

func TestMedianBoundsHoldTheMedian(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Float64Range(0, 100), 1, 8).Draw(t, "values")
		low, high := MedianBounds(v)
		if m := Median(v); low > m || m > high || low < slices.Min(v) || high > slices.Max(v) {
			t.Fatalf("bounds %g to %g around %g", low, high, m)
		}
	})
}
