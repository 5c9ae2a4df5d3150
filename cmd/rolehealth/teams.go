package main

// This file gets from the command line to the teams it means.

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/rolehealth/rolehealth/analyze/po"
)

// teamOptions say which teams, and where their configuration and copies are.
type teamOptions struct {
	config string
	data   string
	teams  []string // their names; none: all
}

func (o *teamOptions) register(flags *pflag.FlagSet) {
	registerConfig(flags, &o.config)
	flags.StringVar(&o.data, "data", "", "`DIR` of the local copy (default: your data folder)")
}

func registerConfig(flags *pflag.FlagSet, path *string) {
	flags.StringVar(path, "config", "", "configuration `FILE` (default: rolehealth.yaml here, then in your config folder)")
}

// configured reads the configuration, and tells its warnings.
func (a *app) configured(path string) ([]team, *resolver, error) {
	path, err := findConfig(path, a.env)
	if err != nil {
		return nil, nil, err
	}
	doc, file, err := readConfig(path)
	if err != nil {
		return nil, nil, err
	}
	if file, err = settle(file, a.env); err != nil {
		return nil, nil, err
	}
	r := &resolver{doc: doc, env: a.env, config: file}
	teams, err := r.resolve(po.Catalog())
	if err != nil {
		return nil, nil, err
	}
	if err := r.answer(teams, path); err != nil {
		return nil, nil, err
	}
	for _, w := range r.warnings {
		a.tell("%s", w)
	}
	return teams, r, nil
}

// teams are the configured teams that the command line names, in the order of the
// configuration.
func (a *app) teams(o teamOptions) ([]team, error) {
	all, r, err := a.configured(o.config)
	if err != nil {
		return nil, a.unconfigured(err)
	}
	if len(all) == 0 {
		return nil, r.errorf("$.teams", "no teams are configured; list them under teams")
	}
	return choose(all, o.teams)
}

// unconfigured says where a configuration was looked for, if that is what is lacking.
func (a *app) unconfigured(err error) error {
	if !errors.Is(err, errNoConfig) {
		return err
	}
	return usageErrorf("%v: no %s here or in %s; copy config.example.yaml there, or see it work with: rolehealth demo",
		err, configName, filepath.Join(a.env.configDir(), "rolehealth"))
}

func choose(all []team, names []string) ([]team, error) {
	return pick(all, func(t team) string { return t.source.Name }, names)
}

// pick takes those of all teams that have one of some names, upper and lower case alike,
// in the order of all; without names, all of them.
func pick[T any](all []T, nameOf func(T) string, names []string) ([]T, error) {
	if len(names) == 0 {
		return all, nil
	}
	known := make([]string, len(all))
	wanted := make([]bool, len(all))
	for i, t := range all {
		known[i] = nameOf(t)
	}
	for _, name := range names {
		found := false
		for i, k := range known {
			if strings.EqualFold(k, name) {
				wanted[i], found = true, true
			}
		}
		if !found {
			return nil, usageErrorf("unknown team %q; %s%s", name, thereAre(known), didYouMean(name, known))
		}
	}
	var chosen []T
	for i, t := range all {
		if wanted[i] {
			chosen = append(chosen, t)
		}
	}
	return chosen, nil
}

func thereAre(names []string) string {
	switch len(names) {
	case 0:
		return "there is none"
	case 1:
		return "there is " + names[0]
	}
	return "there are " + strings.Join(names, ", ")
}

// folder is where the local copy is.
func (o *teamOptions) folder(env environment) (string, error) {
	if o.data != "" {
		return o.data, nil
	}
	if dir := env.dataDir(); dir != "" {
		return filepath.Join(dir, "rolehealth"), nil
	}
	return "", usageErrorf("there is no home folder to keep the local copy in; name one with --data")
}
