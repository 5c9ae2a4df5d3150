package report

// This file holds the formats beside an earlier report.

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
)

// Since is an earlier report. The formats that people read also tell what changed since
// then, team by team; JSON tells of one moment only, so that the same data gives the same
// bytes. Without an Earlier report nothing is said of changes.
type Since struct{ Earlier *analyze.Report }

// Named finds a format by the name used on the command line. The options matter to
// the text format only.
func (s Since) Named(name string, o TextOptions) (Format, error) {
	switch name {
	case "text":
		return s.text(o), nil
	case "json":
		return JSON, nil
	case "html":
		return s.HTML, nil
	case "markdown":
		return s.markdown, nil
	case "csv":
		return s.csv, nil
	case "junit":
		return s.junit, nil
	}
	return nil, fmt.Errorf("unknown format %q: there are text, json, html, markdown, csv and junit", name)
}
