package analyze

import (
	"fmt"
	"slices"
)

// This file holds the shape of verdict for a pattern that shows in several ways.

// Parts judges several shares, each with subjects of its own, that show one pattern:
// such as work handed out, estimates set and tasks written by somebody else. Parts at red
// are a flag where there are enough of them, parts at amber only together. Where several
// are needed in any case, fewer over their thresholds are no pattern, and fewer that can be
// measured no answer. The headline is the part that shows it most.
type Parts struct {
	Share    `yaml:",inline"`
	Dominant int `yaml:"dominant" means:"parts that have to dominate to make a finding that dominates" origin:"our judgement"`
	Together int `yaml:"together" means:"parts that have to be flagged, where too few dominate" origin:"our judgement"`
}

// part is one share of a check of shape Parts.
type part struct {
	what string
	by   shape
	pass *Pass
}

// Part opens a share of a check of shape Parts, judged by these thresholds: a Share, or a
// Stock counted at the end of every window. It takes what is examined, reported and
// countered of this share; everything else is told to the Pass itself. What the share is
// of goes into the sentence of the article as {part}: "3 of 20 estimates were set by …".
// The noun is as for Counts.
func (p *Pass) Part(what string, by shape, one, many string) *Pass {
	sub := *p
	sub.tally = tally{noun: [2]string{one, many}, windows: p.nothingYet()}
	p.parts = append(p.parts, part{what, by, &sub})
	return &sub
}

func (s Parts) judge(t *tally) verdict {
	verdicts := make([]verdict, len(t.parts))
	var reds, flags, over, assessed int
	for i, part := range t.parts {
		verdicts[i] = part.by.judge(&part.pass.tally)
		reds += counted(verdicts[i].level == Red)
		flags += counted(verdicts[i].status == Flag)
		over += counted(verdicts[i].status == Flag || verdicts[i].status == Watch)
		assessed += counted(verdicts[i].status != Insufficient)
	}
	needed := min(s.Dominant, s.Together)
	for i := range verdicts {
		switch v := &verdicts[i]; {
		case assessed < needed && assessed > 0:
			v.status, v.level = Insufficient, ""
			v.reason = "only " + number(float64(assessed)) + " of " + number(float64(len(t.parts))) + " measures can be taken"
		case v.status != Insufficient && over < needed:
			v.status, v.level = OK, "" // one by itself says nothing
		}
	}
	head := 0
	for i, v := range verdicts {
		if weight(v) > weight(verdicts[head]) {
			head = i
		}
	}
	v := verdicts[head]
	v.chance = min(1, v.chance*float64(assessed)) // the most telling of several tests
	switch {
	case reds >= s.Dominant:
	case flags >= s.Together && flags > 0:
		v.level = Amber
	default:
		v.demote("it shows in " + number(float64(flags)) + " of " + number(float64(len(t.parts))) + " ways only")
	}
	t.headline(head, verdicts)
	return v
}

func counted(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// weight orders verdicts by how much they say.
func weight(v verdict) int {
	if v.level == Red {
		return 5
	}
	return slices.Index([]Status{Insufficient, OK, Watch, Flag}, v.status) + 1
}

// headline makes one part the one that the numbers are about, and keeps the evidence of
// all that are worth a word.
func (t *tally) headline(head int, verdicts []verdict) {
	t.windows, t.noun = t.parts[head].pass.windows, t.parts[head].pass.noun
	t.words["part"] = t.parts[head].what
	for i, part := range t.parts {
		if s := verdicts[i].status; s == Watch || s == Flag || i == head {
			for _, e := range part.pass.found {
				if last := len(t.windows) - 1; !verdicts[i].lastOnly || e.window == last {
					e.window = last // it belongs to the finding, whichever part is the headline
					t.found = append(t.found, e)
				}
			}
			t.against = append(t.against, part.pass.against...)
		}
		if v := verdicts[i]; i != head && v.n > 0 {
			t.also = append(t.also, fmt.Sprintf("%d of %d %s.", v.k, v.n, part.what))
		}
	}
}
