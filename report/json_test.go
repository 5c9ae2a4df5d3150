package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/rolehealth/rolehealth/analyze"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONMeetsItsSchema(t *testing.T) {
	s := compiledSchema(t)
	for kind, r := range samples() {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, JSON, r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestSchemaRejectsWhatItDoesNotKnow(t *testing.T) {
	s := compiledSchema(t)
	good := render(t, JSON, sampleOf(troubled()))
	for name, change := range map[string][2]string{
		"unknown field":         {`"k": 31`, `"score": 7, "k": 31`},
		"missing field":         {`"trend": "worse",`, ``},
		"unknown status":        {`"status": "ok"`, `"status": "healthy"`},
		"flag without a level":  {`"level": "red"`, `"level": ""`},
		"no opinion, no reason": {`"reason": "the team plans as a flow"`, `"reason": ""`},
		"numbers of no opinion": {`"status": "not_assessable",
              "level": "",
              "k": 0`, `"status": "not_assessable",
              "level": "",
              "k": 1`},
		"a Sprint that may be":   {`"goal": true`, `"goal": "perhaps"`},
		"time of day":            {`"at": "2026-09-14"`, `"at": "2026-09-14T23:10:00Z"`},
		"another schema version": {analyze.Schema, "rolehealth/report/2"},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil || bad == good {
			t.Fatalf("%s: the example is not what it should be: %v", name, err)
		}
		if s.Validate(v) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestReadGivesBackWhatWasWritten(t *testing.T) {
	for kind, r := range samples() {
		written := render(t, JSON, r)
		back, err := Read(strings.NewReader("\ufeff" + written))
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if diff := cmp.Diff(neutral(r), back); diff != "" {
			t.Errorf("%s: %s", kind, diff)
		}
		for name, f := range formats(t) {
			if render(t, f, back) != render(t, f, r) {
				t.Errorf("%s of %s is not the same after a round trip", name, kind)
			}
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	good := render(t, JSON, sampleOf(troubled()))
	for in, want := range map[string]string{
		"":                                   "the file is empty",
		" \n":                                "the file is empty",
		"\xff\xfe{\x00":                      "save it as UTF-8",
		good[:len(good)/2]:                   "the file ends in the middle",
		good[:len(good)-3]:                   "the file ends in the middle",
		"<html>":                             "this is not JSON",
		good + good:                          "this is not JSON",
		"[]":                                 "not a rolehealth report",
		`"text"`:                             "not a rolehealth report",
		`{"issues": []}`:                     "not a rolehealth report",
		`{"schema": "rolehealth/report/2"}`:  "written by a newer rolehealth",
		`{"schema": "rolehealth/report/10"}`: "written by a newer rolehealth",
		`{"schema": "rolehealth/report/0"}`:  `its schema is "rolehealth/report/0"`,
		`{"schema": "other\u001b[31m/1"}`:    `its schema is "other/1"`,
		strings.Replace(good, `"k": 31`, `"k": "31"`, 1):             "changed by hand",
		strings.Replace(good, `"k": 31`, `"score": 31`, 1):           "changed by hand",
		strings.Replace(good, `"status": "ok"`, `"status": "up"`, 1): `"up" is no status`,
		strings.Replace(good, `"ORD-05"`, `"x; rm -rf"`, 1):          `"x; rm -rf" is no id`,
	} {
		_, err := Read(strings.NewReader(in))
		if err == nil || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("Read(%.40q) = %v, want one line with %q", in, err, want)
		}
	}
}

func TestSchemaIsACopy(t *testing.T) {
	Schema()[0] = 'x'
	if !json.Valid(Schema()) {
		t.Error("a caller can change the schema")
	}
}
