package report

// This file writes and reads the lossless format. Its shape is published in
// schema.json; any other format can be made later from a saved JSON report.

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze"
)

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of what JSON writes.
func Schema() []byte { return slices.Clone(schema) }

// JSON writes the whole report, indented.
func JSON(w io.Writer, r analyze.Report) error {
	r = neutral(r)
	out := bufio.NewWriter(w)
	err := json.MarshalWrite(out, &r, jsontext.WithIndent("  "))
	if err == nil {
		err = out.WriteByte('\n')
	}
	if err := cmp.Or(err, out.Flush()); err != nil {
		return fmt.Errorf("writing the JSON report: %w", err)
	}
	return nil
}

// Read reads a report that JSON wrote. A file of something else, of a newer version
// or with its end missing is an error that says so in one line.
func Read(from io.Reader) (analyze.Report, error) {
	r, err := decode(bufio.NewReader(from))
	if err != nil {
		return analyze.Report{}, fmt.Errorf("reading a report: %w", err)
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

// decode reads one whole report as it comes, without holding the file. What it tells of a
// file that is none rests on how far it came.
func decode(in *bufio.Reader) (analyze.Report, error) {
	switch mark, _ := in.Peek(3); {
	case bytes.HasPrefix(mark, []byte("\xff\xfe")) || bytes.HasPrefix(mark, []byte("\xfe\xff")):
		return analyze.Report{}, errors.New("the file is written in UTF-16; save it as UTF-8")
	case bytes.Equal(mark, []byte("\xef\xbb\xbf")):
		in.Discard(len(mark))
	}
	d := jsontext.NewDecoder(in, jsontext.AllowInvalidUTF8(true))
	kind := d.PeekKind()
	var r analyze.Report
	err := json.UnmarshalDecode(d, &r, json.RejectUnknownMembers(true))
	if err == nil {
		err = ended(d)
	}
	_, notJSON := errors.AsType[*jsontext.SyntacticError](err)
	_, otherShape := errors.AsType[*json.SemanticError](err)
	switch {
	case errors.Is(err, io.EOF):
		return r, errors.New("the file is empty; write it again with --format json")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return r, errors.New("the file ends in the middle; write it again with --format json")
	case notJSON:
		return r, fmt.Errorf("this is not JSON (%s); give a file written with --format json", clean(err.Error()))
	case err != nil && !otherShape:
		return r, err
	case kind != '{' || r.Schema == "":
		return r, errors.New("this JSON is not a rolehealth report; give a file written with --format json")
	case r.Schema != analyze.Schema:
		return r, foreign(r.Schema)
	case err != nil:
		return r, fmt.Errorf("%s; it was changed by hand or by another program", clean(err.Error()))
	}
	return r, nil
}

// ended is an error if anything follows the report.
func ended(d *jsontext.Decoder) error {
	_, err := d.ReadToken()
	if err == io.EOF {
		return nil
	}
	if err == nil {
		err = &jsontext.SyntacticError{ByteOffset: d.InputOffset(), Err: errors.New("something follows the report")}
	}
	return err
}

// foreign says what to do with a report of another shape than ours.
func foreign(schema string) error {
	family := analyze.Schema[:strings.LastIndexByte(analyze.Schema, '/')+1]
	if version, ok := strings.CutPrefix(schema, family); ok && isNewer(version) {
		return fmt.Errorf("it has the shape %s, written by a newer rolehealth, and this one reads %s; update rolehealth", schema, analyze.Schema)
	}
	return fmt.Errorf("its schema is %s, not %s; give a file written with --format json", strconv.Quote(clean(schema)), analyze.Schema)
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
	for _, p := range f.Pictures {
		if err := soundPicture(p); err != nil {
			return err
		}
	}
	return nil
}
