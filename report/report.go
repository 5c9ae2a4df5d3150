// Package report turns findings into something to read: text for a terminal, JSON
// for machines and for later, one HTML file for people in front of one page, Markdown for
// wikis, CSV for spreadsheets, JUnit XML for build servers.
//
// Every format is a function from a Report to bytes. None of them judges anything:
// what is a finding, how sure it is and how it is worded was decided before. They
// all begin by making hostile text harmless (see neutral.go), because titles and
// names come from strangers, and they all tell first what works, then what to talk
// about, then what cannot be told and why. The same Report gives the same bytes.
package report

import (
	"io"

	"github.com/rolehealth/rolehealth/analyze"
)

// Format writes a report in one format.
type Format func(io.Writer, analyze.Report) error

// LooksBack reports whether the format by this name tells what the checks said at earlier
// moments, which takes them time.
func LooksBack(name string) bool { return name != "text" && name != "junit" }

// Named finds a format by the name used on the command line. The options matter to
// the text format only.
func Named(name string, o TextOptions) (Format, error) {
	return Since{}.Named(name, o)
}
