package main

// This file is the command checks, which lists the catalogue.

import (
	"encoding/json"
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
)

// listed is one check as the list shows it.
type listed struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Group string `json:"group"`
	Class string `json:"class"`
	Title string `json:"title"`
	Off   bool   `json:"off"`
}

type checksOptions struct{ config, format string }

func (a *app) checksCommand() *cobra.Command {
	var o checksOptions
	cmd := &cobra.Command{
		Use:     "checks",
		Short:   "Lists the checks",
		Long:    "Lists the checks. Class A observes directly, B through a reasonable proxy, C is a weak hint\nand never a finding alone.",
		Example: "  rolehealth checks\n  rolehealth explain ORD-02",
		Args:    none,
		RunE:    func(*cobra.Command, []string) error { return a.listChecks(o) },
	}
	registerConfig(cmd.Flags(), &o.config)
	cmd.Flags().StringVar(&o.format, "format", "text", "text or json")
	return cmd
}

func (a *app) listChecks(o checksOptions) error {
	checks, err := a.checksInForce(o.config)
	if err != nil {
		return err
	}
	list := []listed{}
	for _, c := range checks {
		article, err := analyze.ReadArticle(c.Doc)
		if err != nil {
			return fmt.Errorf("reading the article of %s: %w", c.ID, err)
		}
		list = append(list, listed{c.ID, c.Name, string(c.Group), string(c.Class), article.Title, c.Off})
	}
	switch o.format {
	case "json":
		out := json.NewEncoder(a.stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(list)
	case "text":
		return a.printChecks(list)
	}
	return usageErrorf("--format: unknown format %q: there are text and json", o.format)
}

func (a *app) printChecks(list []listed) error {
	table := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tName\tClass\tWhat it finds")
	for _, c := range list {
		title := c.Title
		if c.Off {
			title += " (switched off)"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", c.ID, c.Name, c.Class, title)
	}
	return table.Flush()
}

// checksInForce is the catalogue as the configuration has it for everybody. Without
// any configuration it is the catalogue as it is.
func (a *app) checksInForce(config string) ([]analyze.Check, error) {
	_, r, err := a.configured(config)
	if errors.Is(err, errNoConfig) {
		return po.Catalog(), nil
	}
	if err != nil {
		return nil, err
	}
	return r.all, nil
}
