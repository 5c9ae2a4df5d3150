package main

// This file measures reports: every format for many teams, each written by a process of
// its own from one saved report. The teams are those of the demo, again and again, with
// all their evidence.

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// formatsOf prints what each format of so many teams takes, reading included.
func formatsOf(teams int) error {
	dir, program, err := build()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	demo := exec.Command(program, "demo", "-q", "--out", dir, "--format", "text="+os.DevNull)
	demo.Stderr = os.Stderr
	if err := demo.Run(); err != nil {
		return fmt.Errorf("running the demo: %w", err)
	}
	saved := filepath.Join(dir, "report.json")
	checks, err := multiply(saved, teams)
	if err != nil {
		return err
	}
	fmt.Printf("teams: %d, checks in each: %d\n%-12s %8s %8s %7s %10s\n", teams, checks, "", "wall s", "CPU s", "RSS MB", "bytes")
	for _, format := range []string{"text", "html", "markdown", "csv", "junit", "json"} {
		if err := measureFormat(program, saved, format, filepath.Join(dir, "out."+format)); err != nil {
			return err
		}
	}
	return nil
}

// multiply makes so many teams of those in a saved report, and tells their checks. It
// takes little memory itself: the system counts ours as that of what we start.
func multiply(path string, teams int) (checks int, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	var saved struct {
		Schema string            `json:"schema"`
		AsOf   string            `json:"as_of"`
		Teams  []json.RawMessage `json:"teams"`
	}
	if err := json.Unmarshal(text, &saved); err != nil {
		return 0, fmt.Errorf("reading the demo's report: %w", err)
	}
	var first struct{ Checks []struct{} }
	if err := json.Unmarshal(saved.Teams[0], &first); err != nil {
		return 0, fmt.Errorf("reading the demo's first team: %w", err)
	}
	file, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	fmt.Fprintf(file, `{"schema": %q, "as_of": %q, "teams": [`, saved.Schema, saved.AsOf)
	for i := range teams {
		if i > 0 {
			fmt.Fprint(file, ",")
		}
		file.Write(saved.Teams[i%len(saved.Teams)])
	}
	fmt.Fprint(file, "]}")
	return len(first.Checks), file.Close()
}

func measureFormat(program, saved, format, path string) error {
	client := exec.Command(program, "report", saved, "--format", format+"="+path)
	client.Stderr = os.Stderr
	begun := time.Now()
	if err := client.Run(); err != nil {
		return fmt.Errorf("writing %s: %w", format, err)
	}
	wall := time.Since(begun)
	written, err := os.Stat(path)
	if err != nil {
		return err
	}
	state := client.ProcessState
	fmt.Printf("%-12s %8.2f %8.2f %7.0f %10d\n", format, wall.Seconds(), (state.UserTime() + state.SystemTime()).Seconds(),
		float64(state.SysUsage().(*syscall.Rusage).Maxrss)/1024, written.Size())
	return nil
}
