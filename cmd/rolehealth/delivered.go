package main

// This file remembers, beside the local copy, what was delivered last, so that the next
// delivery can tell what is new. It holds no names.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

// deliveredName is the file in the folder of the local copy: a report in JSON.
const deliveredName = "delivered.json"

// delivered is the report of every team as it was delivered last; nil if none was. One
// that cannot be read is none: the next message then says that it is the first.
func (a *app) delivered(dir string) *analyze.Report {
	file, err := os.Open(filepath.Join(dir, deliveredName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		defer file.Close()
		var r analyze.Report
		if r, err = report.Read(file); err == nil {
			return &r
		}
	}
	a.tell("what was delivered last cannot be read, so nothing is said to be new: %v", err)
	return nil
}

// remember keeps what was delivered. Teams that were not part of it, or that failed, stay
// as they were delivered before.
func remember(dir string, earlier *analyze.Report, r analyze.Report) error {
	r.Teams = slices.DeleteFunc(slices.Clone(r.Teams), func(t analyze.TeamReport) bool { return len(t.Errors) > 0 })
	if earlier != nil {
		for _, t := range earlier.Teams {
			again := func(now analyze.TeamReport) bool { return now.Name == t.Name && now.Connection == t.Connection }
			if !slices.ContainsFunc(r.Teams, again) {
				r.Teams = append(r.Teams, t)
			}
		}
	}
	file, err := newDraft(filepath.Join(dir, deliveredName), func(w io.Writer) error { return report.JSON(w, r) })
	if err == nil {
		defer file.discard()
		err = file.publish()
	}
	if err != nil {
		return fmt.Errorf("remembering what was delivered: %w; choose a --data folder that you can write to", err)
	}
	return nil
}
