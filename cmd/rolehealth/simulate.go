package main

// This file is the command simulate: one made-up team that lives a known way, as files
// to be read or as a report. It is for those who work on checks, and not listed.

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

type simulateOptions struct {
	seed uint64
	out  string
	studyOptions
	outputOptions
}

func (a *app) simulateCommand() *cobra.Command {
	var o simulateOptions
	cmd := &cobra.Command{
		Use:    "simulate [CONDITION]",
		Hidden: true,
		Short:  "Simulates a team whose ways are known",
		Long: `Simulates a team that lives a condition, and analyses it; with --out, saves it as a browser would
save it from Jira, with what is true of it beside it in truth.json. Without a condition, lists them.`,
		Example: "  rolehealth simulate\n  rolehealth simulate \"frozen order\" --seed 7\n  rolehealth simulate \"frozen order\" --out frozen",
		Args:    atMostOne("condition"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listConditions()
			}
			c, err := condition(args[0])
			if err != nil {
				return err
			}
			return a.simulate(cmd.Context(), c, o)
		},
	}
	cmd.Flags().Uint64Var(&o.seed, "seed", 1, "`NUMBER` of the team: the same one is the same team")
	cmd.Flags().StringVar(&o.out, "out", "", "save the team in `DIR` instead")
	o.studyOptions.register(cmd.Flags())
	o.outputOptions.register(cmd.Flags())
	return cmd
}

func (a *app) listConditions() error {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, c := range simulate.Conditions() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", c.Kind, c.Name, strings.Join(c.Shows, ", "))
	}
	return w.Flush()
}

// condition finds one by its name.
func condition(name string) (simulate.Condition, error) {
	all := simulate.Conditions()
	var names []string
	for _, c := range all {
		names = append(names, c.Name)
	}
	i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	if i < 0 {
		return simulate.Condition{}, usageErrorf("unknown condition %q%s; rolehealth simulate lists them", name, didYouMean(name, names))
	}
	return all[i], nil
}

func (a *app) simulate(ctx context.Context, c simulate.Condition, o simulateOptions) error {
	team := c.Team(o.seed)
	if o.out != "" {
		return save(c, team, o)
	}
	out, err := a.plan(o.outputOptions)
	if err != nil {
		return err
	}
	return a.showInvented(ctx, []simulate.Team{team}, o.studyOptions, out)
}

// truth is what is known of a simulated team.
type truth struct {
	Condition string        `json:"condition"`
	Kind      simulate.Kind `json:"kind"`
	About     string        `json:"about"`
	Seed      uint64        `json:"seed"`
	Shows     []string      `json:"shows"`  // checks that should find something
	Spares    []string      `json:"spares"` // checks that must not
	Mute      []string      `json:"mute"`   // checks with too little to go by
}

// save writes the team's files and the truth about it.
func save(c simulate.Condition, team simulate.Team, o simulateOptions) error {
	files, err := jirafake.New(team.Snapshot).Save(1)
	if err != nil {
		return fmt.Errorf("saving the team: %w", err)
	}
	files["truth.json"], err = json.MarshalIndent(truth{c.Name, c.Kind, c.About, o.seed, c.Shows, c.Spares, c.Mute}, "", "  ")
	if err != nil {
		return fmt.Errorf("saving the truth: %w", err)
	}
	// The files connector reads a folder whole, and would wonder about the truth.
	data := filepath.Join(o.out, "data")
	if err := os.MkdirAll(data, 0o755); err != nil {
		return fmt.Errorf("making the folder for the team: %w", err)
	}
	for name, body := range files {
		path := filepath.Join(data, name)
		if name == "truth.json" {
			path = filepath.Join(o.out, name)
		}
		if err := os.WriteFile(path, body, 0o644); err != nil {
			return fmt.Errorf("saving the team: %w", err)
		}
	}
	return nil
}
