package files_test

import (
	"path/filepath"
	"testing"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/files"
)

// FuzzFile holds whatever a file contains against what must always be true: no panic,
// an error that says what to do, and documents that can be read again.
func FuzzFile(f *testing.F) {
	issue := text(f, story(1, object{"customfield_9": []any{javaSprint}, "customfield_7": "0|i0003z:"}))
	for _, seed := range []string{
		english, german, head + "P-1,A,Story,Open,3/4/26 3:09 PM,,3/4/26;ada;Hi\n", issue, issue + issue, `{"startAt":0,"total":3,"issues":[` + issue + `]`,
		`{"isLast":true,"values":[{"id":7,"name":"Sprint 7","state":"closed"}]}`, `{"columnConfig":{"columns":[]},"type":"scrum","id":3}`,
		`[{"id":"1","name":"Open","statusCategory":{"key":"new"}}]`, "<html>", "PK\x03\x04", "\xff\xfea", "sep=;\nIssue key;Status\n", "[[[[", `{"issues":[null,1,{}]}`,
	} {
		f.Add([]byte(seed))
	}
	beside := text(f, story(2, nil))
	f.Fuzz(func(t *testing.T, content []byte) {
		dir := folder(t, map[string]string{"fuzzed": string(content), "whole.json": beside})
		if _, err := pull(t, filepath.Join(dir, "fuzzed"), connectors.Source{}); err != nil {
			if failure, ok := err.(*connectors.Error); !ok || failure.Hint == "" {
				t.Errorf("%v says not what to do", err)
			}
		}
		docs, err := pull(t, dir, connectors.Source{})
		if err != nil {
			t.Fatalf("a whole file was lost beside another: %v", err)
		}
		c, err := files.New(files.Options{Path: dir, Now: today})
		if err != nil {
			t.Fatal(err)
		}
		s, err := connectors.Read(c.Reader(connectors.Source{}), replayed(docs))
		if err != nil {
			t.Fatalf("what was taken cannot be read: %v", err)
		}
		if s.Coverage.Expected < s.Coverage.Items {
			t.Errorf("%d items of %d", s.Coverage.Items, s.Coverage.Expected)
		}
		for _, it := range s.Items {
			for i, r := range it.Revisions {
				if r.State == nil || r.State.Type == nil || r.State.Status == nil || r.State.Text == nil || i > 0 && r.At.Before(it.Revisions[i-1].At) || r.At.After(s.TakenAt) {
					t.Errorf("%q: revision %d is %+v", it.Key, i, r)
				}
			}
		}
	})
}
