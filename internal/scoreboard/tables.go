package main

// This file writes down what was measured: as Markdown for people, as JSON for explain.

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/simulate"
)

func (b *board) print(w io.Writer) {
	fmt.Fprintf(w, introduction, b.date.UTC().Format("2006-01-02"), b.command, b.teams, len(b.conditions), b.took.Minutes())
	b.printSummary(w)
	b.printChecks(w)
	b.printControl(w)
	b.printConditions(w)
	b.printMisses(w)
}

func (b *board) printSummary(w io.Writer) {
	low, loud, alike, rash := []string{}, []string{}, []string{}, []string{}
	measured := 0
	for j, c := range b.checks {
		s := b.of(j)
		if s.Recall.N > 0 {
			measured++
		}
		if s.Recall.N > 0 && s.Recall.share() < 0.95 {
			low = append(low, c.ID)
		}
		if s.FalseAlarms.share() > 0.02 {
			loud = append(loud, c.ID)
		}
		if s.LookAlikes.share() > 0.02 {
			alike = append(alike, c.ID)
		}
		if s.silent.K < s.silent.N {
			rash = append(rash, c.ID)
		}
	}
	fmt.Fprintf(w, "| aim | measured | falls short |\n| --- | --- | --- |\n")
	fmt.Fprintf(w, "| recall of 0.95 or more | %d of %d checks | %s |\n", measured-len(low), measured, listed(low))
	fmt.Fprintf(w, "| false alarms on 0.02 of the healthy teams or fewer | %d of %d checks | %s |\n", len(b.checks)-len(loud), len(b.checks), listed(loud))
	fmt.Fprintf(w, "| the same on look-alikes | %d of %d checks | %s |\n", len(b.checks)-len(alike), len(b.checks), listed(alike))
	fmt.Fprintf(w, "| no opinion where there is too little, every time | %d of %d checks | %s |\n", len(b.checks)-len(rash), len(b.checks), listed(rash))
	flags, _ := b.flagsPerHealthyTeam()
	fmt.Fprintf(w, "| 0.15 flags or fewer for a healthy team | %.3f | |\n\n", flags)
	if absent := b.absent(); len(absent) > 0 {
		fmt.Fprintf(w, "Not in the catalogue, and so not measured: %s.\n\n", listed(absent))
	}
}

func listed(ids []string) string { return cmp.Or(strings.Join(ids, ", "), "none") }

func (b *board) printChecks(w io.Writer) {
	fmt.Fprint(w, checksHead)
	for j, c := range b.checks {
		s := b.of(j)
		fmt.Fprintf(w, "| %s %s | %s | %s | %s | %s |\n", c.ID, c.Name, s.Recall, s.FalseAlarms, s.LookAlikes, s.silent.short())
	}
	fmt.Fprintln(w)
}

// printControl tells what a control of false discoveries would cost, and what save.
func (b *board) printControl(w io.Writer) {
	fmt.Fprint(w, controlHead)
	for j, c := range b.checks {
		s := b.of(j)
		alarms := s.FalseAlarms
		alarms.add(s.LookAlikes.K, s.LookAlikes.N)
		if s.Recall != s.strict || alarms != s.calm {
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", c.ID, s.Recall, s.strict, alarms.short(), s.calm.short())
		}
	}
	flags, strict := b.flagsPerHealthyTeam()
	fmt.Fprintf(w, "\nA healthy team gets %.3f flags; under the control it would get %.3f.\n\n", flags, strict)
}

func (b *board) printConditions(w io.Writer) {
	fmt.Fprint(w, conditionsHead)
	for i, c := range b.conditions {
		var found []string
		for j, check := range b.checks {
			x := b.cells[i][j]
			switch {
			case slices.Contains(c.Shows, check.ID), slices.Contains(c.Spares, check.ID), spares(c, check.ID) && x.found > 0:
				found = append(found, fmt.Sprintf("%s %d", check.ID, x.found))
			case mutes(c, check.ID) && (x.opinion > 0 || !mutes(c, simulate.All)):
				found = append(found, fmt.Sprintf("%s opinion on %d", check.ID, x.opinion))
			}
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", c.Name, c.Kind, c.About, strings.Join(found, ", "), strings.Join(b.beside(i), ", "))
	}
	fmt.Fprintln(w)
}

// printMisses tells for every planted pattern why it was not found where it was not.
func (b *board) printMisses(w io.Writer) {
	fmt.Fprint(w, missesHead)
	for i, c := range b.conditions {
		for _, id := range c.Shows {
			j := b.check(id)
			if j < 0 || c.Kind != simulate.Planted || b.cells[i][j].found == b.teams {
				continue
			}
			x := b.cells[i][j]
			fmt.Fprintf(w, "- %s in “%s”, %d of %d missed, where it counted %s: %s\n", id, c.Name, b.teams-x.found, b.teams, x.counted.short(), reasons(x.missed))
		}
	}
}

// reasons lists what kept a check from a finding, the commonest first.
func reasons(missed map[string]int) string {
	all := slices.SortedFunc(maps.Keys(missed), func(x, y string) int {
		return cmp.Or(missed[y]-missed[x], cmp.Compare(x, y))
	})
	for i, r := range all {
		all[i] = fmt.Sprintf("%s (%d)", r, missed[r])
	}
	return strings.Join(all[:min(3, len(all))], "; ")
}

// writeJSON writes what explain tells about each check.
func (b *board) writeJSON(path string) error {
	checks := map[string]score{}
	for j, c := range b.checks {
		checks[c.ID] = b.of(j)
	}
	text, err := json.MarshalIndent(map[string]any{
		"date": b.date.UTC().Format("2006-01-02"), "command": b.command, "teams_per_condition": b.teams, "checks": checks,
	}, "", "  ")
	if err == nil {
		err = os.WriteFile(path, append(text, '\n'), 0o644)
	}
	if err != nil {
		return fmt.Errorf("writing what explain tells: %w", err)
	}
	return nil
}
