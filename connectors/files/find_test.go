package files_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/connectors"
)

func TestMistakesAreOneLineThatHelps(t *testing.T) {
	issue := text(t, story(1, nil))
	for name, c := range map[string]struct{ content, want string }{
		"empty":             {" \n", "it is empty"},
		"web page":          {"\n<!DOCTYPE html><html><title>Log in</title>", "it is a web page; sign in"},
		"XML":               {"<?xml version=\"1.0\"?><rss/>", "it is XML"},
		"spreadsheet":       {"PK\x03\x04\x14\x00", "it is a spreadsheet or another packed file; save the sheet as CSV"},
		"old spreadsheet":   {"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old spreadsheet"},
		"packed":            {"\x1f\x8b\x08", "it is packed; unpack it"},
		"PDF":               {"%PDF-1.7", "it is a PDF"},
		"binary":            {"abc\x00\x01\x02", "it is no text"},
		"prose":             {"Dear all,\nhere is the export.", "its first line has no column"},
		"cut before items":  {issue[:len(issue)-9], "the file ends in the middle"},
		"not JSON":          {`{"issues": nonsense`, "no JSON from line 1 on"},
		"an error of Jira":  {`{"errorMessages":["The value 'X' does not exist."],"errors":{}}`, "nothing in it is known"},
		"issues without id": {`{"issues":[{"fields":{}}]}`, "no item could be read"},
		"an empty page":     {`{"issues":[],"total":0,"startAt":0}`, "there are no items in it"},
		"another table":     {"Summary,Status\nA,B\n", "the table has no column for the key, the issue type, the date of creation; export it with all fields"},
		"a doubtful date":   {"Issue key,Summary,Issue Type,Status,Created\nP-1,A,Story,Open,3/4/2026\n", `nothing in it tells whether "3/4/2026" begins with the day or with the month`},
		"dates that differ": {"Issue key,Summary,Issue Type,Status,Created\nP-1,A,Story,Open,13/4/2026\nP-1,A,Story,Open,4/13/2026\n", "its dates contradict one another"},
	} {
		_, err := pull(t, filepath.Join(folder(t, map[string]string{"export": c.content}), "export"), connectors.Source{})
		failure, ok := errors.AsType[*connectors.Error](err)
		if !ok || failure.Hint == "" || !strings.Contains(err.Error()+"; "+failure.Hint, c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q and what to do", name, err, c.want)
		}
		if ok && (strings.Contains(failure.Public(), "export:") || strings.Contains(failure.Public(), "3/4/2026")) {
			t.Errorf("%s: the public form is %q, want our own words alone", name, failure.Public())
		}
	}
}

func TestPlaces(t *testing.T) {
	issue := text(t, story(1, nil))
	dir := folder(t, map[string]string{"mine/1.json": issue, "other/2.json": text(t, story(2, nil)), "none/.keep": ""})
	if err := os.Symlink(filepath.Join(dir, "mine"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for board, want := range map[string]string{
		"link": "P-1", "mine": "P-1", "mine/1.json": "P-1", "": "P-1 P-2",
		"absent": "there is no such file or folder", "none": "the folder is empty", "../" + filepath.Base(dir) + "/mine": "is not inside",
	} {
		docs, err := pull(t, dir, connectors.Source{Board: board})
		if err != nil {
			if failure, ok := errors.AsType[*connectors.Error](err); !ok || failure.Hint == "" || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v, want %q and what to do", board, err, want)
			} else if strings.Contains(failure.Public(), filepath.Base(dir)) {
				t.Errorf("%q: the public form is %q, want no path", board, failure.Public())
			}
			continue
		}
		var keys []string
		for _, d := range docs {
			if d.Kind == "issue" {
				keys = append(keys, "P-"+d.ID[4:])
			}
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%q: %s, want %s", board, got, want)
		}
	}
}
