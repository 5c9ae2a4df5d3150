package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type sampleRule struct {
	sampleShape `yaml:",inline"`
	MinDays     int    `yaml:"days"`
	Strict      bool   `yaml:"strict"`
	Origin      string `yaml:"-"`
}

type sampleShape struct {
	Amber float64
	Words []string
}

func TestDecodeFillsByKey(t *testing.T) {
	var got struct {
		URL      string
		TimeZone string
		Number   string
		Block    string
		Rule     sampleRule
		Others   rest
	}
	text := "url: https://x\ntime_zone: UTC\nnumber: 007\nblock: |\n  two\n  lines\nrule: {days: 3, strict: true}\nmore: [1]\n"
	doc, err := parse("a.yaml", []byte(text))
	if err == nil {
		err = doc.decode(&got)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got.URL != "https://x" || got.TimeZone != "UTC" || got.Number != "007" || got.Block != "two\nlines\n" {
		t.Errorf("texts are %q %q %q %q", got.URL, got.TimeZone, got.Number, got.Block)
	}
	if diff := cmp.Diff(sampleRule{MinDays: 3, Strict: true}, got.Rule, cmp.AllowUnexported(sampleRule{})); diff != "" {
		t.Errorf("rule (-want +got):\n%s", diff)
	}
	if len(got.Others) != 1 || got.Others[0].key != "more" || got.Others[0].line != 8 {
		t.Errorf("rest is %v, want the key more of line 8", got.Others)
	}
}

func TestDecodeComplainsInOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"window: [1]":                       `a.yaml:1: "window" needs text, not a list`,
		"teams: 5":                          `a.yaml:1: "teams" needs a list, not "5"`,
		"teams:\n  - 5":                     `a.yaml:2: a team needs keys with values, not "5"`,
		"teams:\n  - name: A\n    borad: 1": `a.yaml:3: unknown key "borad" in a team; did you mean "board"?`,
		"teams:\n  - {name: A, xyzzy: 1}":   `a.yaml:2: unknown key "xyzzy" in a team`,
		"checks:\n- {id: A, off: perhaps}":  `a.yaml:2: "off" needs true or false, not "perhaps"`,
		"- a":                               `a.yaml:1: the file needs keys with values, not a list`,
		"window: &w 5":                      `a.yaml:1: anchors and aliases are not understood here; write the value out`,
		"calendar:\n  holidays: [{a: b}]":   `a.yaml:2: an entry of "holidays" needs text, not keys with values`,
		"window: 1\nwindow: 2":              `a.yaml:2: mapping key "window" already defined at [1:1]`,
		"a: [":                              `a.yaml:1: sequence end token ']' not found`,
		"window: 1d\n---\nwindow: 2d":       `a.yaml: two documents in one file; keep the first, without ---`,
	} {
		doc, err := parse("a.yaml", []byte(text))
		if err == nil {
			err = doc.decode(new(Config))
		}
		if err == nil || err.Error() != want {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := strings.Fields("board connection roles fields FLW-01 Checkout")
	for word, want := range map[string]string{
		"borad": "board", "connections": "connection", "FWL-01": "FLW-01", "chekout": "Checkout",
		"xyzzy": "", "a": "", "": "", "feilds": "fields",
	} {
		if got := nearest(word, known); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
