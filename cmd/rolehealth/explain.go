package main

// This file is the command explain, which prints the article of one check, its thresholds
// in force, how often it was right, and what it makes of two histories.

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/stances"
)

func (a *app) explainCommand() *cobra.Command {
	var config string
	cmd := &cobra.Command{
		Use:     "explain ID",
		Short:   "Explains one check: what it looks at, how it decides, with which thresholds",
		Example: "  rolehealth explain ORD-02\n  rolehealth explain frozen-order",
		Args:    one("ID"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.explain(args[0], config) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ids(po.Catalog()), cobra.ShellCompDirectiveNoFileComp
		},
	}
	registerConfig(cmd.Flags(), &config)
	return cmd
}

func (a *app) explain(word, config string) error {
	checks, err := a.checksInForce(config)
	if err != nil {
		return err
	}
	n := slices.IndexFunc(checks, func(c analyze.Check) bool { return strings.EqualFold(c.ID, word) || strings.EqualFold(c.Name, word) })
	if n < 0 {
		known := ids(checks)
		for _, c := range checks {
			known = append(known, c.Name)
		}
		return usageErrorf("unknown check %q%s; rolehealth checks lists them", word, didYouMean(word, known))
	}
	article, err := analyze.ReadArticle(checks[n].Doc)
	if err != nil {
		return fmt.Errorf("reading the article of %s: %w", checks[n].ID, err)
	}
	shown, more, err := exampled(checks, n)
	if err != nil {
		return err
	}
	var b strings.Builder
	writeArticle(&b, checks[n], article, settings(po.Catalog()[n], checks[n]))
	writeExamples(&b, shown, more)
	_, err = io.WriteString(a.stdout, b.String())
	return err
}

// settings are the check's thresholds in force; those that the configuration changed
// say so.
func settings(standard, inForce analyze.Check) []analyze.Threshold {
	list := inForce.Thresholds()
	for i, before := range standard.Thresholds() {
		list[i].Origin = before.Origin
		if list[i].Value != before.Value {
			list[i].Origin = fmt.Sprintf("%s; without it %s, %s", configuredOrigin, before.Value, before.Origin)
		}
	}
	return list
}

func writeArticle(b *strings.Builder, c analyze.Check, article analyze.Article, settings []analyze.Threshold) {
	fmt.Fprintf(b, "%s %s (class %s)\n\n", c.ID, c.Name, c.Class)
	fmt.Fprintf(b, "%s\n%s\n\n%s\n", article.Title, strings.Repeat("=", len([]rune(article.Title))), wrapped(article.Intro))
	for _, s := range article.Sections {
		if s.Title == "In the report" || s.Title == "Examples" {
			continue // sentences with gaps, which the examples fill; those come last
		}
		heading(b, s.Title)
		b.WriteString(wrapped(s.Text) + "\n")
		if s.Title == "Left out" {
			writeGuards(b, c)
			writeThresholds(b, c, settings)
			writeLedger(b, stances.Places(c.ID))
			writeAccuracy(b, po.Measured(), c.ID)
		}
	}
}

func heading(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s\n%s\n\n", title, strings.Repeat("-", len([]rune(title))))
}

func writeGuards(b *strings.Builder, c analyze.Check) {
	b.WriteByte('\n')
	for _, g := range c.Guards {
		if words := g.Words(); words != "" {
			b.WriteString(wrapped(fmt.Sprintf("- %s (%s)", words, g)) + "\n")
		}
	}
}

func writeThresholds(b *strings.Builder, c analyze.Check, settings []analyze.Threshold) {
	heading(b, "Thresholds in force")
	if c.Off {
		b.WriteString("The check is switched off in the configuration.\n\n")
	}
	for _, s := range settings {
		line := fmt.Sprintf("- %s: %s", s.Name, s.Value)
		if s.Means != "" {
			line += ", " + s.Means
		}
		if s.Origin != "" {
			line += " (" + s.Origin + ")"
		}
		b.WriteString(wrapped(line) + "\n")
	}
}
