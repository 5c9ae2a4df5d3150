package analyze

import "github.com/rolehealth/rolehealth/analyze/stats"

// This file holds the shape of verdict for what is rare even where all is well.

// Scarce judges like TooFew a share that is small in any case, so that only the bound
// speaks: an estimate below the threshold is mostly chance. Where there are enough of
// those that are wanted, it also judges how many of them had a consequence.
type Scarce struct {
	TooFew `yaml:",inline"`
	Idle   float64 `yaml:"idle" means:"share with a consequence below which those that are there change nothing" origin:"our judgement"`
	IdleN  int     `yaml:"idle_n" means:"of them needed to speak about consequences" origin:"our judgement"`
}

// Consequence tells whether one of those that are wanted had a consequence.
func (p *Pass) Consequence(had bool) {
	p.consequences.n++
	if had {
		p.consequences.k++
	}
}

func (s Scarce) judge(t *tally) verdict {
	v := s.TooFew.judge(t)
	if v.status == Watch && !(v.high < s.Amber) {
		v.status = OK
	}
	if c := t.consequences; v.status == OK && c.n >= max(1, s.IdleN) {
		if _, high := stats.Wilson(float64(c.k), float64(c.n), stats.Z90); high < s.Idle {
			v.status = Watch
			v.doubts = append(v.doubts, "they are there, and seldom followed by a change")
		}
	}
	return v
}
