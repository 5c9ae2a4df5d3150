package report

// This file writes and reads the lossless format. Its shape is published in
// schema.json; any other format can be made later from a saved JSON report.

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of what JSON writes.
func Schema() []byte { return slices.Clone(schema) }

// JSON writes the whole report, indented.
func JSON(w io.Writer, r analyze.Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(neutral(r)); err != nil {
		return fmt.Errorf("writing the JSON report: %w", err)
	}
	return nil
}

// Read reads a report that JSON wrote. A file of something else, of a newer version
// or with its end missing is an error that says so in one line.
func Read(from io.Reader) (analyze.Report, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return analyze.Report{}, fmt.Errorf("reading a report: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := recognise(data); err != nil {
		return analyze.Report{}, err
	}
	var r analyze.Report
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return analyze.Report{}, fmt.Errorf("reading a report: %s; it was changed by hand or by another program", clean(err.Error()))
	}
	for _, t := range r.Teams {
		for _, f := range t.Checks {
			if err := sound(f); err != nil {
				return analyze.Report{}, fmt.Errorf("reading the report of %s: %w", strconv.Quote(clean(t.Name)), err)
			}
		}
	}
	return neutral(r), nil
}

// recognise tells whether data is one whole report of the version we know.
func recognise(data []byte) error {
	var head struct {
		Schema *string `json:"schema"`
	}
	var syntax *json.SyntaxError
	err := json.Unmarshal(data, &head)
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return errors.New("reading a report: the file is empty; write it again with --format json")
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		return errors.New("reading a report: the file is written in UTF-16; save it as UTF-8")
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(data)):
		return errors.New("reading a report: the file ends in the middle; write it again with --format json")
	case errors.As(err, &syntax):
		return fmt.Errorf("reading a report: this is not JSON (%s at byte %d); give a file written with --format json", clean(syntax.Error()), syntax.Offset)
	case err != nil || head.Schema == nil:
		return errors.New("reading a report: this JSON is not a rolehealth report; give a file written with --format json")
	case *head.Schema == analyze.Schema:
		return nil
	}
	family := analyze.Schema[:strings.LastIndexByte(analyze.Schema, '/')+1]
	if version, ok := strings.CutPrefix(*head.Schema, family); ok && isNewer(version) {
		return fmt.Errorf("reading a report: it has the shape %s, written by a newer rolehealth, and this one reads %s; update rolehealth", *head.Schema, analyze.Schema)
	}
	return fmt.Errorf("reading a report: its schema is %s, not %s; give a file written with --format json", strconv.Quote(clean(*head.Schema)), analyze.Schema)
}

// isNewer reports whether a version of the shape comes after ours.
func isNewer(version string) bool {
	theirs, err := strconv.Atoi(version)
	ours, _ := strconv.Atoi(analyze.Schema[strings.LastIndexByte(analyze.Schema, '/')+1:])
	return err == nil && theirs > ours
}

var idShape = regexp.MustCompile(`^[A-Z]{3}-[0-9]{2}$`)

// sound holds what the other formats rely on: an id that can be typed after "explain",
// and a status that has a place on the page.
func sound(f analyze.Finding) error {
	switch f.Status {
	case analyze.OK, analyze.Watch, analyze.Flag, analyze.Insufficient, analyze.NotApplicable, analyze.NotAssessable:
	default:
		return fmt.Errorf("%q is no status of a check", clean(string(f.Status)))
	}
	if !idShape.MatchString(f.ID) {
		return fmt.Errorf("%q is no id of a check, such as ORD-02", clean(f.ID))
	}
	return nil
}
