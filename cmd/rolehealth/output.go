package main

// This file writes reports: all formats are rendered before anything is written.

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// outputOptions say what to write where.
type outputOptions struct {
	formats []string // "json", or "html=report.html"
	output  string   // for the format without a file of its own
	failOn  string
	// baseline is an earlier report: what changed since is told, and only what is new or
	// worse fails
	baseline string
	noColor  bool
}

func (o *outputOptions) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&o.formats, "format", nil, "text, json, html, markdown, csv or junit; as `FORMAT=FILE` it goes to a file; may be given several times (default text)")
	flags.StringVar(&o.output, "output", "", "`FILE` to write to instead of stdout")
	flags.StringVar(&o.failOn, "fail-on", "never", "end with status 3 if a finding has at least this `LEVEL`: never, watch, amber or red")
	flags.StringVar(&o.baseline, "baseline", "", "an earlier report, a JSON `FILE`: reports and deliveries tell what changed since, and --fail-on counts only what is new or worse")
	flags.BoolVar(&o.noColor, "no-color", false, "no colour, also not on a terminal")
}

// target is one format and the file it goes to; an empty path is stdout.
type target struct {
	format report.Format
	path   string
}

// outlet is what becomes of a report.
type outlet struct {
	targets  []target
	lookBack bool // some target tells what the checks said at earlier moments
	failing
}

// plan checks the options before any work is done for them.
func (a *app) plan(o outputOptions) (outlet, error) {
	f, err := o.failing()
	if err != nil {
		return outlet{}, err
	}
	targets, err := a.targets(o, f.earlier)
	return outlet{targets, slices.ContainsFunc(o.formats, looksBack), f}, err
}

// looksBack reports whether a value of --format tells what the checks said at earlier moments.
func looksBack(spec string) bool {
	name, _, _ := strings.Cut(spec, "=")
	return report.LooksBack(name)
}

// targets are the formats, telling what changed since an earlier report, which may be nil.
func (a *app) targets(o outputOptions, earlier *analyze.Report) ([]target, error) {
	since := report.Since{Earlier: earlier}
	if len(o.formats) == 0 {
		o.formats = []string{"text"}
	}
	var targets []target
	bare := 0
	for _, spec := range o.formats {
		name, path, own := strings.Cut(spec, "=")
		if !own {
			path = o.output
			bare++
		}
		if path == "-" {
			path = ""
		} else if own && path == "" {
			return nil, usageErrorf("--format %s names no file; write --format %s=report.%s", spec, name, name)
		}
		format, err := since.Named(name, a.textOptions(o, path))
		if err != nil {
			return nil, usageErrorf("--format: %v", err)
		}
		targets = append(targets, target{format, path})
	}
	if o.output != "" && bare == 0 {
		return nil, usageErrorf("--output has nothing to take: every --format names its own file")
	}
	return targets, distinct(targets)
}

// distinct is an error if two targets are one file, or both stdout.
func distinct(targets []target) error {
	taken := map[string]bool{}
	for _, t := range targets {
		place := t.path
		if full, err := filepath.Abs(t.path); err == nil && t.path != "" {
			place = full
		}
		if taken[place] {
			return usageErrorf("two formats go to the same place; give each its file: --format html=report.html")
		}
		taken[place] = true
	}
	return nil
}

// textOptions fit the text to where it goes: only a terminal has colours and a width.
func (a *app) textOptions(o outputOptions, path string) report.TextOptions {
	screen, ok := a.stdout.(*os.File)
	if !ok || path != "" || !term.IsTerminal(int(screen.Fd())) {
		return report.TextOptions{}
	}
	width, _, err := term.GetSize(int(screen.Fd()))
	if err != nil {
		width = 0
	}
	return report.TextOptions{Color: !o.noColor && a.env["NO_COLOR"] == "" && a.env["TERM"] != "dumb", Width: width}
}

// write writes the report to all targets, the files first. Nothing is in its place
// before all of it is rendered.
func (a *app) write(r analyze.Report, targets []target) error {
	var screen bytes.Buffer
	var files []*draft
	defer func() {
		for _, f := range files {
			f.discard()
		}
	}()
	for _, t := range targets {
		render := func(w io.Writer) error { return t.format(w, r) }
		if t.path == "" {
			if err := render(&screen); err != nil {
				return fmt.Errorf("writing the report: %w", err)
			}
			continue
		}
		f, err := newDraft(t.path, render)
		if err != nil {
			return fmt.Errorf("writing the report: %w; choose a place you can write to", err)
		}
		files = append(files, f)
	}
	for _, f := range files {
		if err := f.publish(); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	if _, err := io.Copy(a.stdout, &screen); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}
