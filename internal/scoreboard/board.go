package main

// This file runs the teams, and counts what the checks said of them.

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// board is everything that was measured.
type board struct {
	conditions []simulate.Condition
	checks     []analyze.Check
	cells      [][]cell // by condition, then by check
	teams      int      // of each condition
	command    string
	date       time.Time
	took       time.Duration
}

// cell is what one check said of the teams of one condition.
type cell struct {
	found   int // flagged; or at watch, where the check may say no more
	flagged int
	shaky   int // found, and said that with so many checks it could be chance
	opinion int // teams of which it said anything at all
	short   int // teams that gave it fewer subjects than it needs
	rash    int // those of them of which it had an opinion
	missed  map[string]int
	counted rate // what was counted where nothing was found
}

func newBoard(conditions []simulate.Condition) *board {
	b := &board{conditions: conditions, checks: po.Catalog()}
	for range conditions {
		b.cells = append(b.cells, make([]cell, len(b.checks)))
	}
	return b
}

// measure simulates and analyses all teams, several at a time.
func measure(ctx context.Context, conditions []simulate.Condition, o options) (*board, error) {
	b := newBoard(conditions)
	var lock sync.Mutex
	work := make(chan [2]int)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(work)
		b.teams = handOut(ctx, work, len(conditions), o)
		return nil
	})
	for range o.workers {
		group.Go(func() error {
			return b.worker(ctx, work, o.first, &lock)
		})
	}
	return b, group.Wait()
}

// handOut gives the teams out, one of each condition after the other, so that all
// conditions have the same number when time is up: that number is the result.
func handOut(ctx context.Context, work chan<- [2]int, conditions int, o options) int {
	begun := time.Now()
	for n := range o.teams {
		if o.within > 0 && n > 0 && time.Since(begun) > o.within {
			return n
		}
		for i := range conditions {
			select {
			case work <- [2]int{i, n}:
			case <-ctx.Done():
				return n
			}
		}
	}
	return o.teams
}

func (b *board) worker(ctx context.Context, work <-chan [2]int, first uint64, lock *sync.Mutex) (err error) {
	dir, err := os.MkdirTemp("", "rolehealth-scoreboard-")
	if err != nil {
		return fmt.Errorf("making a folder for the local copy: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	local, err := mirror.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer local.Close()
	for w := range work {
		c, seed := b.conditions[w[0]], first+uint64(w[1])
		report, err := through(ctx, local, c.Team(seed))
		if err != nil {
			return fmt.Errorf("condition %q, seed %d: %w", c.Name, seed, err)
		}
		lock.Lock()
		for j, f := range report.Checks {
			b.cells[w[0]][j].add(f, needs(b.checks[j]))
		}
		lock.Unlock()
	}
	return nil
}

// add counts what a check said of one more team.
func (c *cell) add(f analyze.Finding, needed float64) {
	opinion := f.Status == analyze.OK || f.Status == analyze.Watch || f.Status == analyze.Flag
	switch {
	case f.Status == analyze.Flag, f.Class == string(analyze.Hint) && f.Status == analyze.Watch:
		c.found++
		if shaky(f) {
			c.shaky++
		}
	default:
		if c.missed == nil {
			c.missed = map[string]int{}
		}
		c.missed[why(f)]++
		c.counted.add(f.K, f.N)
	}
	if f.Status == analyze.Flag {
		c.flagged++
	}
	if opinion {
		c.opinion++
	}
	if (opinion || f.Status == analyze.Insufficient) && f.Effective < needed-1e-3 {
		c.short++
		if opinion {
			c.rash++
		}
	}
}

// shaky reports whether the number of checks casts doubt on the finding.
func shaky(f analyze.Finding) bool {
	for _, doubt := range f.Doubts {
		if strings.Contains(doubt, "checks tested at once") {
			return true
		}
	}
	return false
}

// why is what kept a check from a finding, without the figures.
func why(f analyze.Finding) string {
	said := f.Reason
	switch {
	case said == "" && f.Status == analyze.OK:
		said = "below the threshold"
	case said == "" && len(f.Doubts) > 0:
		said = f.Doubts[0]
	case said == "":
		said = "above the threshold, but not surely"
	}
	return string(f.Status) + ": " + strings.Join(strings.FieldsFunc(said, func(r rune) bool { return r >= '0' && r <= '9' }), "…")
}

// needs is how many subjects a check wants before it says anything: of the part that
// wants the fewest, where it looks at several.
func needs(c analyze.Check) float64 {
	least := math.Inf(1)
	for _, t := range c.Thresholds() {
		if n, err := strconv.ParseFloat(t.Value, 64); err == nil && strings.HasSuffix(t.Name, "min_n") {
			least = min(least, n)
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}
