package report

// This file writes JUnit XML, which build servers show as tests: a suite for each team,
// a case for each check. A flag is a failure, and skipped while an answer of the team
// holds; what is worth watching passes with a note; where there is no opinion, the case
// was skipped.

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

type suites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	cases
	Suites []suite `xml:"testsuite"`
}

// cases counts test cases.
type cases struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
}

type suite struct {
	Name string `xml:"name,attr"`
	cases
	Timestamp string     `xml:"timestamp,attr,omitempty"`
	Cases     []testCase `xml:"testcase"`
}

type testCase struct {
	Name    string   `xml:"name,attr"`
	Class   string   `xml:"classname,attr"`
	Failure *outcome `xml:"failure"`
	Error   *outcome `xml:"error"`
	Skipped *skipped `xml:"skipped"`
	Out     string   `xml:"system-out,omitempty"`
}

type outcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type skipped struct {
	Message string `xml:"message,attr"`
}

// JUnit writes a report in the form that build servers read.
func JUnit(w io.Writer, r analyze.Report) error { return Since{}.junit(w, r) }

func (s Since) junit(w io.Writer, r analyze.Report) error {
	r = neutral(r)
	news := s.news(r)
	all := suites{Name: "rolehealth"}
	for i, t := range r.Teams {
		s := suiteOf(t, news[i], strings.TrimSuffix(r.AsOf, "Z"))
		all.Tests, all.Failures, all.Errors, all.Skipped = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors, all.Skipped+s.Skipped
		all.Suites = append(all.Suites, s)
	}
	out, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(out)+"\n")
	return err
}

func suiteOf(t analyze.TeamReport, n News, at string) suite {
	s := suite{Name: t.Name, Timestamp: at}
	for _, e := range t.Errors {
		s.Errors++
		s.Cases = append(s.Cases, testCase{Name: "the team's data", Class: t.Name, Error: &outcome{e, "error", e}})
	}
	for _, f := range t.Checks {
		c := caseOf(f, n.mark(f))
		c.Class = t.Name
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Skipped != nil:
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	s.Tests = len(s.Cases)
	return s
}

// caseOf is a check; changed says what became of it since an earlier report.
func caseOf(f analyze.Finding, changed string) testCase {
	c := testCase{Name: strings.TrimSpace(f.ID + " " + f.Title)}
	if changed != "" {
		changed = "\n" + changed
	}
	told := f.Message + changed + evidenceLines(f)
	switch {
	case f.Status == analyze.Flag && f.Acknowledged != nil:
		c.Skipped, c.Out = &skipped{answer(*f.Acknowledged)}, told
	case f.Status == analyze.Flag:
		c.Failure = &outcome{f.Message, string(f.Level), told}
	case f.Status == analyze.Watch:
		c.Out = "worth watching: " + told
	case f.Status == analyze.OK:
		c.Out = f.Message + changed
	default:
		c.Skipped = &skipped{f.Reason}
		c.Out = strings.TrimSpace(changed)
	}
	return c
}

// evidenceLines is a line for each fact.
func evidenceLines(f analyze.Finding) string {
	var s strings.Builder
	for _, e := range f.For {
		s.WriteString("\n" + subject(e) + ", " + date(e.At) + ": " + e.What)
	}
	return s.String()
}
