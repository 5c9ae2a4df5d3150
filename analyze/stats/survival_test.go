package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The example of the Freireich trial, weeks of remission under 6-MP, as it stands in the
// textbooks: 21 patients, 12 of them censored.
func TestKaplanMeier(t *testing.T) {
	ended, censored := []float64{6, 6, 6, 7, 10, 13, 16, 22, 23}, []float64{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}
	var spans []Span
	for _, x := range ended {
		spans = append(spans, Span{x, true})
	}
	for _, x := range censored {
		spans = append(spans, Span{x, false})
	}
	want := map[float64]float64{6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
	curve := KaplanMeier(spans)
	if len(curve) != len(want) {
		t.Errorf("%d steps, want %d", len(curve), len(want))
	}
	for _, step := range curve {
		if math.Abs(step.Left-want[step.At]) > 0.0006 {
			t.Errorf("after %g weeks %.4f are left, want %.3f", step.At, step.Left, want[step.At])
		}
	}
	for after, left := range map[float64]float64{0: 1, 5.9: 1, 6: 0.857, 12: 0.753, 100: 0.448} {
		if got := curve.Left(after); math.Abs(got-left) > 0.0006 {
			t.Errorf("after %g weeks %.4f are left, want %.3f", after, got, left)
		}
	}
	if got := curve.Quantile(0.5); got != 23 {
		t.Errorf("the median is %g, want 23", got)
	}
	if got := curve.Quantile(0.6); !math.IsInf(got, 1) {
		t.Errorf("sixty per cent ended within %g, want never", got)
	}
}

// Without anything censored, the quantiles are the order statistics.
func TestQuantilesOfWholeSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lengths := rapid.SliceOfN(rapid.Float64Range(0, 100), 1, 60).Draw(t, "lengths")
		var spans []Span
		for _, x := range lengths {
			spans = append(spans, Span{x, true})
		}
		sorted := slices.Sorted(slices.Values(lengths))
		rank := rapid.IntRange(1, len(lengths)).Draw(t, "rank")
		if got := KaplanMeier(spans).Quantile(float64(rank) / float64(len(lengths))); got != sorted[rank-1] {
			t.Fatalf("number %d of %v is %g, want %g", rank, lengths, got, sorted[rank-1])
		}
	})
}

// From binomial tables: of 15 values the fifth and the eleventh, of 20 the seventh and
// the fourteenth.
func TestMedianPlaces(t *testing.T) {
	for _, c := range []struct{ n, low, high float64 }{
		{4, 1, 4}, {10, 3, 8}, {15, 5, 11}, {20, 7, 14}, {40, 16, 25},
	} {
		low, high := MedianPlaces(c.n)
		if math.Abs(low*c.n-c.low) > 1e-9 || math.Abs(high*c.n-c.high) > 1e-9 {
			t.Errorf("of %g values: number %g to %g, want %g to %g", c.n, low*c.n, high*c.n, c.low, c.high)
		}
	}
	if low, high := MedianPlaces(3); low != 0 || !math.IsNaN(high) {
		t.Errorf("three values bound their median to %g and %g", low, high)
	}
}
