package analyze

import (
	"math"

	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file holds the shape of verdict for what lies in stock against what leaves it.

// Supply judges how long what lies there would last. Its windows are months: a rule
// examines what left the stock in each, and reports what lay there at its end. The
// measure is the last stock over the median month; it counts only beyond a number of
// items too, since a short list is no burden however slowly it shrinks.
//
// The bounds are a bootstrap of the median month, as the stock itself is counted and
// not sampled. It is no test of a share and takes no part in the control of false
// discoveries.
type Supply struct {
	Amber      float64 `yaml:"amber" means:"months of stock from which it is worth talking about"`
	Red        float64 `yaml:"red" means:"months of stock from which it dominates"`
	AmberItems int     `yaml:"amber_items" means:"items that the stock has to exceed as well, to be worth talking about"`
	RedItems   int     `yaml:"red_items" means:"items that the stock has to exceed as well, to dominate"`
	MinN       int     `yaml:"min_n" means:"months of 30 days needed with enough finished in them" origin:"our judgement"`
	Finished   int     `yaml:"finished" means:"items finished in a month that are enough" origin:"our judgement"`
	Origin     string  `yaml:"-"`
}

func (s Supply) origin() string { return s.Origin }

func (s Supply) judge(t *tally) verdict {
	v := verdict{amber: s.Amber, red: s.Red, direction: "high", unit: "months", lastOnly: true,
		estimate: math.NaN(), low: math.NaN(), high: math.NaN(), chance: math.NaN()}
	var left []float64
	busy := 0
	for _, w := range t.windows {
		v.k, v.n = w.k, v.n+w.n
		left = append(left, float64(w.n))
		if w.n >= s.Finished {
			busy++
		}
	}
	v.effective = float64(v.n)
	if busy < max(1, s.MinN) {
		v.status = Insufficient
		v.reason = count(busy, [2]string{"month", "months"}) + " with " + number(float64(s.Finished)) + " items finished or more; " + number(float64(s.MinN)) + " are needed"
		return v
	}
	median := stats.Median(left)
	few, many := stats.MedianBounds(left)
	v.estimate, v.low, v.high = months(v.k, median), months(v.k, many), months(v.k, few)
	switch {
	case v.low > s.Red && v.k > s.RedItems:
		v.status, v.level = Flag, Red
	case v.low > s.Amber && v.k > s.AmberItems:
		v.status, v.level = Flag, Amber
	case v.estimate > s.Amber && v.k > s.AmberItems:
		v.status = Watch
	default:
		v.status = OK
	}
	if !t.persists(func(k, _ int) bool { return months(k, median) > s.Amber && k > s.AmberItems }) {
		v.demote("it does not hold in two of the last three months")
	}
	return v
}

// months is how long a stock lasts; not a number where nothing ever leaves it.
func months(stock int, aMonth float64) float64 {
	if aMonth == 0 {
		return math.NaN()
	}
	return float64(stock) / aMonth
}
