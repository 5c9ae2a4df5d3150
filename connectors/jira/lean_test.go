package jira

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lean is a page without ballast.
func lean(page []byte) []byte {
	s := scanner{page: page, leaner: leaner{on: true}}
	_ = s.skip() // from where it is no JSON, it is left as it is
	return s.lean()
}

func TestLean(t *testing.T) {
	for in, want := range map[string]string{
		`{"self":"x","a":1}`: `{"a":1}`,
		`{"a":1,"self":"x"}`: `{"a":1}`,
		`{"self":"x"}`:       `{}`,
		`{"a":{"avatarUrls":{"48x48":"x}\"","1":{}},"b":2}}`: `{"a":{"b":2}}`,
		`{"self":null,"avatarUrls":[1],"timeZone":7}`:        `{"self":null,"avatarUrls":[1],"timeZone":7}`,
		`{"a":"say \"self\":\"x\", please"}`:                 `{"a":"say \"self\":\"x\", please"}`,
		`{"a":"\\","self":"\\","b":"\\"}`:                    `{"a":"\\","b":"\\"}`,
		`["self",{"b":"self"},"self"]`:                       `["self",{"b":"self"},"self"]`,
		`{"a":1,"self":"cut of`:                              `{"a":1,"self":"cut of`,
		`{"avatarUrls":{"48":"x"`:                            `{"avatarUrls":{"48":"x"`,
		`{"self" : "x"}`:                                     `{"self" : "x"}`,
		`{"self":"x" ,"a":1}`:                                `{"self":"x" ,"a":1}`,
		`[{"author":{"avatarUrls":{"1":""},"name":"a"},"b":1},{"author":{"avatarUrls":{"1":""},"name":"a"}}]`: `[{"author":{"name":"a"},"b":1},{"author":{"name":"a"}}]`,
		`[{"author":{"self":"}","a":"}"}},{"author":{"self":"}","a":"}"}},{"author":null}]`:                   `[{"author":{"a":"}"}},{"author":{"a":"}"}},{"author":null}]`,
	} {
		if got := string(lean([]byte(in))); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
}

// FuzzLean holds that nothing but ballast goes, and that what was cut off stays so.
func FuzzLean(f *testing.F) {
	f.Add([]byte(`{"self":"x","a":[{"avatarUrls":{"1":"y"},"self":"\"z"},{"b":{"iconUrl":""},"timeZone":""}]}`), 9)
	f.Add([]byte(`{"a":"\\","self":{"self":"\\"},"b":"\",\"self\":\"\""}`), 20)
	f.Add([]byte(`[{"author":{"self":"x","a":1},"self":""},{"reporter":{"self":"x","a":1}},{"creator": {"self":"x","a":"}"}},{"assignee":{"self":"x","a":"}"}},{"author":{"a":{"a":{}}}},{"author":{"a":{"a":{}}}}]`), 30)
	f.Fuzz(func(t *testing.T, page []byte, cut int) {
		var before, after any
		if json.Unmarshal(page, &before) != nil {
			lean(slices.Clone(page)) // must not panic
			return
		}
		if err := json.Unmarshal(lean(slices.Clone(page)), &after); err != nil {
			t.Fatalf("%s breaks: %v", page, err)
		}
		if diff := cmp.Diff(bare(before), bare(after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", page, diff)
		}
		if trimmed := bytes.TrimSpace(page); len(trimmed) > 0 && trimmed[0] == '{' {
			part := trimmed[:uint(cut)%uint(len(trimmed))]
			if json.Valid(lean(slices.Clone(part))) {
				t.Errorf("%s, which was cut off, became whole", part)
			}
		}
	})
}

// bare is a value without ballast of any form.
func bare(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range []string{"avatarUrls", "self", "iconUrl", "timeZone"} {
			delete(v, name)
		}
		for name := range v {
			v[name] = bare(v[name])
		}
	case []any:
		for i := range v {
			v[i] = bare(v[i])
		}
	}
	return v
}

// Within a thing that is met for the first time no others are looked for: however deep they
// lie in each other, nothing is walked over more than twice.
func TestTwinsWithinTwins(t *testing.T) {
	page := strings.Repeat(`{"status":`, 1_000) + `{"self":"x"}` + strings.Repeat(`}`, 1_000)
	s := scanner{page: []byte(page), leaner: leaner{on: true}}
	if err := s.skip(); err != nil {
		t.Fatal(err)
	}
	if got, want := string(s.lean()), strings.Replace(page, `"self":"x"`, "", 1); got != want || len(s.met) != 1 {
		t.Errorf("%d bytes stay, want %d; %d twins were met, want one", len(got), len(want), len(s.met))
	}
}
