// Command scoreboard measures how often the checks are right. It simulates teams whose
// ways are known, takes each of them through the whole program, and compares what the
// checks say with the truth:
//
//	go run ./internal/scoreboard -write
//
// It is a command of its own, beside the program: it writes into the source tree, which
// nobody who uses the program wants. Checks are tried out on the seeds from 1 to 1000;
// what is reported comes from those above 10000, which nobody looks at before.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/simulate"
)

type options struct {
	teams, workers int
	first          uint64
	only           string
	within         time.Duration
	quick          bool
	root           string // where to write; empty: nowhere
}

func main() {
	var o options
	flag.IntVar(&o.teams, "teams", 200, "simulated `teams` for every condition")
	flag.Uint64Var(&o.first, "seed", 10001, "`seed` of the first team")
	flag.StringVar(&o.only, "only", "", "conditions whose name or checks match this `pattern`")
	flag.DurationVar(&o.within, "within", 0, "begin no more teams after this `time`; 0: all of them")
	flag.IntVar(&o.workers, "workers", runtime.NumCPU(), "teams at a time")
	flag.BoolVar(&o.quick, "quick", false, "few teams, of the seeds for trying out, and failure if they fall below loose floors")
	write := flag.Bool("write", false, "write docs/accuracy.md and analyze/po/accuracy.json, from the root of the sources")
	flag.Parse()
	if o.quick {
		o.teams, o.first = 5, 1
	}
	if *write {
		o.root = "."
	}
	if err := run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, "scoreboard:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	wanted, err := regexp.Compile(o.only)
	if err != nil {
		return fmt.Errorf("reading the pattern: %w", err)
	}
	conditions := slices.DeleteFunc(simulate.Conditions(), func(c simulate.Condition) bool {
		return !wanted.MatchString(c.Name) && !slices.ContainsFunc(slices.Concat(c.Shows, c.Spares, c.Mute), wanted.MatchString)
	})
	begun := time.Now()
	b, err := measure(ctx, conditions, o)
	if err != nil {
		return err
	}
	b.took, b.date = time.Since(begun), begun
	b.command = fmt.Sprintf("go run ./internal/scoreboard -teams %d -seed %d", b.teams, o.first)
	b.print(os.Stdout)
	if o.quick {
		return b.holds()
	}
	if o.root == "" {
		return nil
	}
	if err := b.writeJSON(filepath.Join(o.root, "analyze", "po", "accuracy.json")); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(o.root, "docs", "accuracy.md"))
	if err != nil {
		return fmt.Errorf("writing the tables: %w", err)
	}
	b.print(file)
	return file.Close()
}
