package main

// This file is the command replay: a history in plain sentences in, its report out.

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/scenario"
	"github.com/rolehealth/rolehealth/analyze/stances"
)

type replayOptions struct {
	config string
	check  bool
	names  bool
	outputOptions
}

func (a *app) replayCommand() *cobra.Command {
	var o replayOptions
	cmd := &cobra.Command{
		Use:   "replay FILE",
		Short: "Analyses a history written in plain sentences",
		Long: `Plays a history in the scenario language and prints what the checks make of it; - reads it
from stdin. With --check it prints nothing but the differences from what the history's
arrows and verdicts expect, and ends with status 1 if there are any.`,
		Example: "  rolehealth replay history.txt\n  rolehealth replay history.txt --check",
		Args:    one("FILE"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.replay(args[0], o) },
	}
	registerConfig(cmd.Flags(), &o.config)
	cmd.Flags().BoolVar(&o.check, "check", false, "compare with what the history expects")
	cmd.Flags().BoolVar(&o.names, "names", false, "call people by their names instead of pseudonyms such as PO-1")
	o.register(cmd.Flags())
	return cmd
}

func (a *app) replay(path string, o replayOptions) error {
	out, err := a.plan(o.outputOptions)
	if err != nil {
		return err
	}
	played, err := a.play(path)
	if err != nil {
		return err
	}
	checks, err := a.checksInForce(o.config)
	if err != nil {
		return err
	}
	team, cites, err := trace(played, checks, analyze.Options{Names: o.names, LookBack: out.lookBack})
	if err != nil {
		return err
	}
	if o.check {
		return a.compare(played, team, cites)
	}
	r := assemble([]studied{{team, played.Snapshot.TakenAt, played.Snapshot.TakenAt}})
	if err := a.write(r, out.targets); err != nil {
		return err
	}
	return out.found(r)
}

func (a *app) play(path string) (*scenario.Scenario, error) {
	file, err := a.input(path, "give a file with a history in plain sentences, or - for stdin; rolehealth explain FLW-01 shows some")
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if text, err = plainText(text); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return scenario.Parse(path, string(text))
}

// trace analyses a played history, with what it declares.
func trace(played *scenario.Scenario, checks []analyze.Check, o analyze.Options) (analyze.TeamReport, map[string][]analyze.Cite, error) {
	o.Declared, o.Stances = guards.Declared(played.Declared), stances.Ledger
	for _, line := range played.Roles {
		role, err := roles.Parse(line.Role)
		if err != nil {
			return analyze.TeamReport{}, nil, err
		}
		o.Roles = append(o.Roles, roles.Configured{Person: line.Person, Name: line.Person.Name, Role: role, From: line.From, To: line.To})
	}
	team, cites := analyze.Trace(played.Snapshot, checks, o)
	return team, cites, nil
}

// compare prints the differences between what the history expects and what was found.
func (a *app) compare(played *scenario.Scenario, team analyze.TeamReport, cites map[string][]analyze.Cite) error {
	var known []string
	for _, f := range team.Checks {
		known = append(known, f.ID)
	}
	for _, id := range played.Checks() {
		if !slices.Contains(known, id) {
			return fmt.Errorf("%s expects something of %s, which is no check%s", played.Name, id, didYouMean(id, known))
		}
	}
	same := true
	for _, f := range team.Checks {
		var got []scenario.Cite
		for _, c := range cites[f.ID] {
			got = append(got, scenario.Cite{Item: c.Item, At: c.At, Says: c.What})
		}
		for _, difference := range played.Check(f.ID, got, string(f.Status), string(f.Level)) {
			same = false
			fmt.Fprintln(a.stdout, oneLine(difference))
		}
	}
	if !same {
		return status(exitFailed)
	}
	a.tell("%s: as expected", played.Name)
	return nil
}
