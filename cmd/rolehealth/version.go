package main

// This file is the command version, and knows what was built.

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// build is what is known about this binary.
type build struct {
	version string
	commit  string // empty when it was not built from a repository
	changed bool   // with changes that are not in the commit
}

func built() build {
	b := build{version: "devel"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.version = v
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value
		case "vcs.modified":
			b.changed = s.Value == "true"
		}
	}
	return b
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Prints which version this is",
		Args:  none,
		RunE: func(*cobra.Command, []string) error {
			b := built()
			line := fmt.Sprintf("rolehealth %s, %s %s/%s", b.version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if b.commit != "" {
				line += ", commit " + b.commit
			}
			if b.changed {
				line += " with changes"
			}
			_, err := fmt.Fprintln(a.stdout, line)
			return err
		},
	}
}
