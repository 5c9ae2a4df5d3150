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
	r, err := readReport(filepath.Join(dir, deliveredName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		a.tell("what was delivered last cannot be read, so nothing is said to be new: %v", err)
	}
	return r
}

// readReport is the report in a file; nil with the error.
func readReport(path string) (*analyze.Report, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r, err := report.Read(file)
	if err != nil {
		return nil, err
	}
	return &r, nil
}

// remember keeps what was delivered. Teams that were not part of it, or that failed, stay
// as they were delivered before.
func remember(dir string, r analyze.Report) error {
	path := filepath.Join(dir, deliveredName)
	r.Teams = slices.DeleteFunc(slices.Clone(r.Teams), func(t analyze.TeamReport) bool { return len(t.Errors) > 0 })
	if earlier, err := readReport(path); err == nil {
		for _, t := range earlier.Teams {
			again := func(now analyze.TeamReport) bool { return report.SameTeam(now, t) }
			if !slices.ContainsFunc(r.Teams, again) {
				r.Teams = append(r.Teams, t)
			}
		}
	}
	file, err := newDraft(path, func(w io.Writer) error { return report.JSON(w, r) })
	if err == nil {
		defer file.discard()
		err = file.publish()
	}
	if err != nil {
		return fmt.Errorf("remembering what was delivered: %w; choose a --data folder that you can write to", err)
	}
	return nil
}
