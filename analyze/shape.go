package analyze

import (
	"math"
	"slices"

	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file holds the shapes of verdicts: how counts become a status. A rule embeds
// one of them; nothing else decides.

// shape turns a tally into a verdict.
type shape interface {
	judge(*tally) verdict
	origin() string
}

// verdict is what the numbers of one check say, before the checks of a team are
// looked at together.
type verdict struct {
	status    Status
	level     Level
	reason    string
	estimate  float64
	low, high float64 // one-sided 90 % bounds; NaN where the shape has none
	amber     float64
	red       float64
	direction string
	unit      string // of estimate, bounds and thresholds; empty for a share
	k, n      int
	effective float64
	chance    float64 // p-value of "the rate is at amber or better"; NaN: not a test
	doubts    []string
	beside    string // a second measure, in a sentence
	lastOnly  bool   // only the last window is the finding; the others tell how it came to be
}

// Share judges a share of the subjects of the whole window: too many is worth
// talking about. The lower bound decides, not the share itself.
type Share struct {
	Amber    float64 `yaml:"amber" means:"share from which it is worth talking about"`
	Red      float64 `yaml:"red" means:"share from which it dominates"`
	MinN     int     `yaml:"min_n" means:"subjects needed, after discounting those that belong together" origin:"our judgement, after simulating how often chance alone would be flagged"`
	FlagFrom int     `yaml:"flag_from" means:"below so many subjects it stays at watch; 0 is no limit" origin:"our judgement"`
	Origin   string  `yaml:"-"`
}

func (s Share) origin() string { return s.Origin }

func (s Share) judge(t *tally) verdict {
	k, n := t.count()
	v := verdict{k: k, n: n, effective: stats.Effective(t.clusters()), amber: s.Amber, red: s.Red, direction: "high"}
	s.decide(&v, t)
	return v
}

func (s Share) decide(v *verdict, t *tally) {
	if v.short(s.MinN, t) {
		return
	}
	hits := v.estimate * v.effective
	v.low, v.high = stats.Wilson(hits, v.effective, stats.Z90)
	v.chance = stats.AtLeast(hits, v.effective, s.Amber)
	severe := v.low
	if t.graded {
		severe, _ = stats.Wilson(float64(t.severe)/float64(v.n)*v.effective, v.effective, stats.Z90)
	}
	switch {
	case v.low > s.Amber && severe > s.Red:
		v.status, v.level = Flag, Red
	case v.low > s.Amber:
		v.status, v.level = Flag, Amber
	case v.estimate > s.Amber:
		v.status = Watch
	}
	if v.n < s.FlagFrom {
		v.demote("only " + count(v.n, t.noun) + " so far; a finding needs " + number(float64(s.FlagFrom)))
	}
	if !t.persists(func(k, n int) bool { return float64(k) > s.Amber*float64(n) }) {
		v.demote("it does not hold in two of the last three periods")
	}
}

// Stock judges the backlog as it lies, at the end of the window: the headline is the
// last count. It is a census and not a sample, so nothing is discounted; the bound
// still decides, since the next weeks could have looked a little different.
type Stock struct {
	Share `yaml:",inline"`
}

func (s Stock) judge(t *tally) verdict {
	v := verdict{amber: s.Amber, red: s.Red, direction: "high", lastOnly: true}
	if last := len(t.windows) - 1; last >= 0 {
		v.k, v.n = t.windows[last].k, t.windows[last].n
	}
	v.effective = float64(v.n)
	s.decide(&v, t)
	return v
}

// Graded judges like Share, but its red level counts only the subjects that the rule
// called severe.
type Graded struct {
	Share `yaml:",inline"`
}

func (s Graded) judge(t *tally) verdict {
	t.graded = true
	return s.Share.judge(t)
}

// TooFew judges a share of which little is worth talking about, such as declined
// requests: everything of Share in the mirror.
type TooFew struct {
	Amber  float64 `yaml:"amber" means:"share below which it is worth talking about"`
	Red    float64 `yaml:"red" means:"share below which it dominates"`
	MinN   int     `yaml:"min_n" means:"subjects needed, after discounting those that belong together" origin:"our judgement: with fewer, none at all could still be chance"`
	Origin string  `yaml:"-"`
}

func (s TooFew) origin() string { return s.Origin }

func (s TooFew) judge(t *tally) verdict {
	k, n := t.count()
	v := verdict{k: k, n: n, effective: stats.Effective(t.clusters()), amber: s.Amber, red: s.Red, direction: "low"}
	if v.short(s.MinN, t) {
		return v
	}
	hits := v.estimate * v.effective
	v.low, v.high = stats.Wilson(hits, v.effective, stats.Z90)
	v.chance = stats.AtMost(hits, v.effective, s.Amber)
	switch {
	case v.high < s.Red:
		v.status, v.level = Flag, Red
	case v.high < s.Amber:
		v.status, v.level = Flag, Amber
	case v.estimate < s.Amber:
		v.status = Watch
	}
	if !t.persists(func(k, n int) bool { return float64(k) < s.Amber*float64(n) }) {
		v.demote("it does not hold in two of the last three periods")
	}
	return v
}

// Repeated judges a pattern that a period shows or not, by a measure of its own: it
// must show in Need of the last Of periods. There is no interval: all periods are
// counted.
type Repeated struct {
	Amber  float64 `yaml:"amber" means:"measure from which a period shows the pattern"`
	Red    float64 `yaml:"red" means:"measure from which a period shows it strongly"`
	Need   int     `yaml:"need" means:"periods that must show it" origin:"our judgement"`
	Of     int     `yaml:"of" means:"last periods looked at" origin:"our judgement"`
	Origin string  `yaml:"-"`
}

func (s Repeated) origin() string { return s.Origin }

func (s Repeated) judge(t *tally) verdict {
	k, n := t.count()
	v := verdict{k: k, n: n, effective: float64(n), amber: s.Amber, red: s.Red, direction: "high", low: math.NaN(), high: math.NaN(), chance: math.NaN()}
	if n < s.Need {
		v.status, v.estimate = Insufficient, math.NaN()
		v.reason = count(n, t.noun) + " that can be judged; " + number(float64(s.Need)) + " are needed"
		return v
	}
	v.status, v.estimate = OK, stats.Median(t.measures)
	switch {
	case k >= s.Need && t.severe >= s.Need:
		v.status, v.level = Flag, Red
	case k >= s.Need:
		v.status, v.level = Flag, Amber
	case k > 0:
		v.status = Watch
	}
	return v
}

// short fills in the estimate, and reports whether there are too few subjects to say more.
func (v *verdict) short(needed int, t *tally) bool {
	v.chance, v.low, v.high, v.estimate = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	if v.n > 0 {
		v.estimate = float64(v.k) / float64(v.n)
	}
	v.status = OK
	if v.n > 0 && v.effective >= float64(needed)-1e-9 {
		return false
	}
	v.status = Insufficient
	v.reason = count(v.n, t.noun) + "; " + number(float64(needed)) + " are needed"
	if v.n >= needed {
		v.reason = count(v.n, t.noun) + ", alike enough to count for " + number(v.effective) + "; " + number(float64(needed)) + " are needed"
	}
	return true
}

// demote lowers a flag to watch, and says why.
func (v *verdict) demote(why string) {
	if v.status == Flag {
		v.status, v.level = Watch, ""
		v.doubts = append(v.doubts, why)
	}
}

// persists reports whether at least two of the last three windows with subjects are
// over the threshold. Fewer than two windows cannot show persistence. A running Sprint is
// left out: much of what its items will show has not happened yet.
func (t *tally) persists(over func(k, n int) bool) bool {
	hits, seen := 0, 0
	for _, w := range slices.Backward(t.windows) {
		if w.n == 0 || w.running {
			continue
		}
		if over(w.k, w.n) {
			hits++
		}
		if seen++; seen == 3 {
			break
		}
	}
	return hits >= 2
}
