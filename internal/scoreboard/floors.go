package main

// This file is what must hold of a few teams already, for the machine that checks every
// change. The floors are loose: they catch what breaks, and measure nothing.

import (
	"errors"
	"fmt"
)

const (
	leastFound  = 0.6  // share of all planted patterns
	mostAlarms  = 0.02 // share of all chances to be wrong about a look-alike
	mostFlags   = 0.15 // flags of a healthy team
	leastBasis  = 100  // fewer chances than that hold nothing
	floorAdvice = "see which check it is with: go run ./internal/scoreboard -teams 20 -seed 1"
)

// holds reports what is below its floor.
func (b *board) holds() error {
	var all score
	for j := range b.checks {
		s := b.of(j)
		all.Recall.add(s.Recall.K, s.Recall.N)
		all.LookAlikes.add(s.LookAlikes.K, s.LookAlikes.N)
		all.silent.add(s.silent.K, s.silent.N)
	}
	var failed []error
	fail := func(what string, got any) {
		failed = append(failed, fmt.Errorf("%s: %v; %s", what, got, floorAdvice))
	}
	if all.Recall.share() < leastFound || all.Recall.N < leastBasis {
		fail("planted patterns found", all.Recall)
	}
	if all.LookAlikes.share() > mostAlarms {
		fail("look-alikes taken for the pattern", all.LookAlikes)
	}
	if flags, _ := b.flagsPerHealthyTeam(); flags > mostFlags {
		fail("flags of a healthy team", flags)
	}
	if all.silent.K < all.silent.N {
		fail("silent where there is too little", all.silent)
	}
	return errors.Join(failed...)
}
