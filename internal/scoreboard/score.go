package main

// This file compares what the checks said with the truth.

import (
	"fmt"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// rate is k of n.
type rate struct {
	K int `json:"k"`
	N int `json:"n"`
}

func (r *rate) add(k, n int) { r.K, r.N = r.K+k, r.N+n }

func (r rate) share() float64 { return float64(r.K) / float64(max(r.N, 1)) }

// String gives the rate with its Wilson interval of 95 %.
func (r rate) String() string {
	if r.N == 0 {
		return "–"
	}
	low, high := stats.Wilson(float64(r.K), float64(r.N), stats.Z95)
	return fmt.Sprintf("%d/%d = %.3f (%.3f–%.3f)", r.K, r.N, r.share(), low, high)
}

// short is the rate without its interval.
func (r rate) short() string {
	if r.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", r.K, r.N)
}

// score is how often one check was right.
type score struct {
	Recall      rate `json:"recall"`
	FalseAlarms rate `json:"false_alarms"` // on healthy teams
	LookAlikes  rate `json:"look_alikes"`
	strict      rate // recall, if shaky findings did not count
	calm        rate // false alarms and those on look-alikes, if they did not
	silent      rate // had no opinion where there was too little to go by
}

// of is the score of the check in a place of the catalogue.
func (b *board) of(check int) score {
	var s score
	id := b.checks[check].ID
	for i, c := range b.conditions {
		x := b.cells[i][check]
		if slices.Contains(c.Shows, id) && c.Kind == simulate.Planted {
			s.Recall.add(x.found, b.teams)
			s.strict.add(x.found-x.shaky, b.teams)
		}
		if spares(c, id) && c.Kind == simulate.Healthy {
			s.FalseAlarms.add(x.found, x.opinion)
			s.calm.add(x.found-x.shaky, x.opinion)
		} else if spares(c, id) {
			s.LookAlikes.add(x.found, b.teams)
			s.calm.add(x.found-x.shaky, b.teams)
		}
		if mutes(c, id) {
			s.silent.add(b.teams-x.opinion, b.teams)
		} else {
			s.silent.add(x.short-x.rash, x.short)
		}
	}
	return s
}

func spares(c simulate.Condition, id string) bool {
	return slices.Contains(c.Spares, id) || slices.Contains(c.Spares, simulate.All)
}

func mutes(c simulate.Condition, id string) bool {
	return slices.Contains(c.Mute, id) || slices.Contains(c.Mute, simulate.All)
}

// flagsPerHealthyTeam is the mean over healthy teams, and the same without shaky ones.
func (b *board) flagsPerHealthyTeam() (mean, strict float64) {
	flags, fewer, teams := 0, 0, 0
	for i, c := range b.conditions {
		if c.Kind != simulate.Healthy {
			continue
		}
		teams += b.teams
		for j := range b.checks {
			flags += b.cells[i][j].flagged
			fewer += b.cells[i][j].shaky
		}
	}
	n := float64(max(teams, 1))
	return float64(flags) / n, float64(flags-fewer) / n
}

// beside are the checks that flagged a tenth of a condition's teams or more although
// nobody had meant it: side effects of a way of living, or mistakes.
func (b *board) beside(i int) []string {
	var list []string
	for j, check := range b.checks {
		c, x := b.conditions[i], b.cells[i][j]
		if x.flagged*10 >= b.teams && x.flagged > 0 && !slices.Contains(c.Shows, check.ID) && !spares(c, check.ID) {
			list = append(list, fmt.Sprintf("%s %d/%d", check.ID, x.flagged, b.teams))
		}
	}
	return list
}

// absent are the checks that conditions name and the catalogue does not have.
func (b *board) absent() []string {
	var list []string
	for _, c := range b.conditions {
		for _, id := range slices.Concat(c.Shows, c.Spares, c.Mute) {
			if id != simulate.All && b.check(id) < 0 && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	slices.Sort(list)
	return list
}

// check is the place of an ID in the catalogue; -1 if it is not there.
func (b *board) check(id string) int {
	return slices.IndexFunc(b.checks, func(c analyze.Check) bool { return c.ID == id })
}
