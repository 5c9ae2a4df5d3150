package jira

import (
	"bytes"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// isWhole reports whether a scanner takes all of a text as one value.
func isWhole(text string) bool {
	s := scanner{page: []byte(text)}
	return s.skip() == nil && s.kind() == 0 && s.at == len(s.page)
}

var garbled = []string{
	``, ` `, `{`, `[`, `"`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{,}`, `{"a" 1}`, `{a:1}`, `{1:1}`, `[1,]`, `[,]`, `[1 2]`, `[1}`, `{"a":1]`,
	`tru`, `truer`, `nul`, `falsy`, `-`, `01`, `1.`, `.5`, `1e`, `1e+`, `+1`, `--1`, `0x1`, `1 2`, `{} {}`, `]`, `}`, `:`, `,`,
	"\"a\nb\"", "\"12345678\x1f\"", "\"\x00\"", `"a`, `"1234567\`, `"\`, `"\x"`, `"\u12"`, `"\u12g4"`, `"\u123`, `"\u123"`, "\"\\\n\"", "\x00", "\ufeff{}",
	strings.Repeat("[", deepest+1) + strings.Repeat("]", deepest+1),
}

var plainTexts = []string{
	`{}`, `[]`, `""`, ` { "a" : [ 1 , 2.5 , -0 , 1e9 , 1E-2 , 0.1e+1 ] , "b" : null } `, "\t[true,\r\n false]\n", `"\"\\\/\b\f\n\r\t\u00e4\uD83D\uDE00"`,
	`"\ud800"`, "\"\xff\xfe, no UTF-8\"", "\"\u00e4\u2028\x7f\"", `{"a":1,"a":2}`, `"1234567\\"`, `"12345678"`, `"eighteen bytes\"more"`, `0`, `-12`,
	strings.Repeat("[", 500) + strings.Repeat("]", 500),
}

func TestScannerTakesJSONAlone(t *testing.T) {
	for _, text := range garbled {
		if isWhole(text) {
			t.Errorf("%.40q is taken for JSON", text)
		}
	}
	for _, text := range plainTexts {
		if !isWhole(text) {
			t.Errorf("%.40q is not taken for JSON", text)
		}
	}
}

// A page is one object that holds what was asked for, and nothing follows it.
func TestPagesOfAnotherShape(t *testing.T) {
	scans := func(scan func([]byte) error, text string) bool { return scan([]byte(text)) == nil }
	for _, text := range []string{``, `[]`, `null`, `"x"`, `{} {}`, `{}x`, "{}\x00", `{"issues":[],"issueChangeLogs":[]}]`} {
		if scans(new(issuePage).scan, text) || scans(new(logPage).scan, text) {
			t.Errorf("%q is taken for a page", text)
		}
	}
	for _, text := range []string{`{}`, `{"issues":{}}`, `{"issueErrors":[]}`} {
		if scans(new(issuePage).scan, text) {
			t.Errorf("%q is taken for a page of issues", text)
		}
	}
	if !scans(new(issuePage).scan, ` {"issues":[]} `) || !scans(new(issuePage).scan, `{"issues":null}`) || !scans(new(logPage).scan, `{}`) {
		t.Error("an empty page is not taken")
	}
}

// What has passed through other hands may have names with escapes.
func TestNamesWithEscapes(t *testing.T) {
	var logs logPage
	if err := logs.scan([]byte(`{"issueChange\u004cogs":[{"\u0069ssueId":"7","change\u0048istories":[{"s\u0065lf":"x","created":1}]}]}`)); err != nil || logs.logs["7"] == nil || logs.logs["7"].count != 1 {
		t.Errorf("the histories are %v, %v", logs.logs, err)
	}
	issues := issuePage{wanted: []string{"created"}}
	err := issues.scan([]byte(`{"issue\u0073":[{"\u0069d":"7","self":"x","f\u0069elds":{"cre\u0061ted":"now"}}]}`))
	if err != nil || len(issues.issues) != 1 || issues.issues[0].ID != "7" || string(issues.issues[0].fields.of("created")) != `"now"` {
		t.Errorf("the issues are %v, %v", issues.issues, err)
	}
}

// FuzzScanner holds that a scanner takes just what the json package takes, and stays in the
// text whatever it is asked to look for.
func FuzzScanner(f *testing.F) {
	for _, text := range append(garbled, plainTexts...) {
		f.Add([]byte(text))
	}
	f.Add([]byte(`{"issueChangeLogs":[{"self":"x","issueId":1,"changeHistories":[{"author":{"self":"y","timeZone":""},"created":1},{"self":"","created":2}]},{"issueId":"1"}],"nextPageToken":null}`))
	f.Add([]byte(`{"issues":[{"self":"","fields":{"self":"","a":{"avatarUrls":{"self":""},"b":[1,2]},"created":"x","iconUrl":""},"id":1},{"fields":{"a":2,"a":3},"id":"2"}],"issueErrors":[{}]}`))
	f.Add([]byte(`{"issues":[{"fields":{"status":{"self":"","a":1}}},{"fields":{"a":{"status":{"self":"","a":1}},"status":{"self":"","a":1}}},{"fields":{"status":{"self":"","a":1},"status":{"self":"","a":1},"a":3}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if got, want := isWhole(string(text)), jsontext.Value(text).IsValid(lenient); got != want {
			t.Fatalf("%q is JSON: %v, want %v", text, got, want)
		}
		var parts []jsontext.Value
		var logs logPage
		if logs.scan(bytes.Clone(text)) == nil {
			parts = logs.parts()
		}
		issues := issuePage{wanted: []string{"a", "created", "status"}}
		if issues.scan(bytes.Clone(text)) == nil {
			for _, d := range issues.issues {
				parts = append(parts, d.raw)
				for _, f := range d.fields {
					parts = append(parts, f.raw)
				}
			}
		}
		for _, part := range parts {
			if !part.IsValid(lenient) {
				t.Errorf("%q has the part %q", text, part)
			}
		}
	})
}
