package jira

import (
	"bytes"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// FuzzPlainValues holds that what is read without the json package means the same.
func FuzzPlainValues(f *testing.F) {
	for _, raw := range []string{
		`""`, `"a"`, `"\"\\\/\b\f\n\r\t"`, `"a\nb\\n"`, `"\u00e4\n"`, `"\ud83d\ude00"`, `"\ud800"`, "\"\xff\\n\"", `"ends in \\"`,
		`7`, `"7"`, `"007"`, `1234567890123456789`, `"999999999999999999"`, `""`, `"7x"`, `"-7"`, `null`, `7.5`,
	} {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !jsontext.Value(raw).IsValid(lenient) || len(bytes.TrimSpace(raw)) < len(raw) {
			return
		}
		var want string
		if raw[0] == '"' {
			if got, err := textOf(raw); unmarshal(raw, &want) != nil || err != nil || got != want {
				t.Errorf("%s is the text %q (%v), want %q", raw, got, err, want)
			}
		}
		var i id
		var n serial
		if err := i.UnmarshalJSON(raw); err == nil && (n.UnmarshalJSON(raw) != nil || int64(n) != i.number()) {
			t.Errorf("%s is the number %d, want %d", raw, n, i.number())
		}
	})
}

func TestTimesInMilliseconds(t *testing.T) {
	for raw, want := range map[string]time.Time{
		`1772442000000`: time.UnixMilli(1772442000000), `"1772442000123"`: time.UnixMilli(1772442000123), `1772442000`: time.Unix(1772442000, 0),
		`0000000000001`: time.UnixMilli(1000), `9999999999999`: time.UnixMilli(9999999999999), `1772442000000.0`: time.UnixMilli(1772442000000),
		`"2026-03-02T09:00:00.000\u002B0000"`: time.UnixMilli(1772442000000), `"\u0032026-03-02T09:00:00Z"`: time.UnixMilli(1772442000000), // as some libraries write them
	} {
		var got stamp
		var at instant
		if err := got.UnmarshalJSON([]byte(raw)); err != nil || !got.Equal(want) {
			t.Errorf("%s is %v (%v), want %v", raw, got, err, want)
		}
		if err := at.UnmarshalJSON([]byte(raw)); err != nil || !at.Time().Equal(want) {
			t.Errorf("%s is the instant %v (%v), want %v", raw, at.Time(), err, want)
		}
	}
	for _, raw := range []string{`17724420000000000`, `-1772442000000`, `177244200000x`, `{}`} {
		var got stamp
		if err := got.UnmarshalJSON([]byte(raw)); err == nil {
			t.Errorf("%s is taken for the time %v", raw, got)
		}
	}
}
