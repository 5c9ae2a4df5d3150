package azure

// These tests hold since when work items have their links, and which they had.

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/internal/beside"
)

// tiedItem is a work item with changes of links: the day in March, + or - and the type, and
// the other end.
func tiedItem(changes ...string) string {
	var links []string
	for _, c := range changes {
		var at, rel string
		var id int
		if _, err := fmt.Sscan(c, &at, &rel, &id); err != nil {
			panic(err)
		}
		if at = fmt.Sprintf(`"at":"2026-03-%sT09:00:00Z",`, at); strings.Contains(at, "??") {
			at = ""
		}
		links = append(links, fmt.Sprintf(`{"rel":"System.LinkTypes.%s","id":%d,%s"active":%v}`, rel[1:], id, at, rel[0] == '+'))
	}
	return strings.Replace(item(1, "01 09:00:00: "+born), `"links":[]`, `"links":[`+strings.Join(links, ",")+`]`, 1)
}

// spans writes the links of an item, and those of its past.
func spans(it *backlog.Item) (out []string) {
	line := func(l backlog.Link) string {
		from := "?"
		if !l.Made.IsZero() {
			from = fmt.Sprint(l.Made.Day())
		}
		return fmt.Sprintf("%s%s %s-", l.Key, map[backlog.Relation]string{backlog.Blocks: " blocked", backlog.DuplicateOf: " twice"}[l.Relation], from)
	}
	for _, l := range it.Links {
		out = append(out, line(l))
	}
	for _, l := range it.PastLinks {
		unclear := ""
		if l.Unclear {
			unclear = " unclear"
		}
		out = append(out, fmt.Sprint(line(l.Link), l.Until.Day(), unclear))
	}
	return out
}

func TestLinks(t *testing.T) {
	for name, c := range map[string]struct{ changes, want []string }{
		"made":                       {[]string{"03 +Related 5", "04 +Dependency-Forward 6"}, []string{"5 3-", "6 blocked 4-"}},
		"taken away":                 {[]string{"03 +Duplicate-Reverse 5", "05 -Duplicate-Reverse 5"}, []string{"5 twice 3-5"}},
		"taken away, and made again": {[]string{"03 +Related 5", "05 -Related 5", "07 +Related 5"}, []string{"5 7-", "5 3-5"}},
		"of two types to one":        {[]string{"03 +Related 5", "04 +Dependency-Forward 5", "05 -Related 5"}, []string{"5 blocked 4-", "5 3-5"}},
		"told twice":                 {[]string{"03 +Related 5", "04 +Related 5"}, []string{"5 3-"}},
		"never told to be made":      {[]string{"05 -Related 5"}, []string{"5 ?-5 unclear"}},
		"made, nobody knows when":    {[]string{"?? +Related 5"}, []string{"5 ?-", "5 ?-20 unclear"}},
		"made after the pull":        {[]string{"21 +Related 5"}, []string{"5 ?-", "5 ?-20 unclear"}},
		"gone, nobody knows when":    {[]string{"03 +Related 5", "21 -Related 5"}, []string{"5 3-20 unclear"}},
		"its family":                 {[]string{"03 +Hierarchy-Reverse 5", "04 +Hierarchy-Forward 6", "05 -Hierarchy-Reverse 5"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := understood(t, connectors.Source{}, scrum, tiedItem(c.changes...))
			if diff := cmp.Diff(c.want, spans(s.Items[0])); diff != "" {
				t.Errorf("the links are (-want +got):\n%s", diff)
			}
		})
	}
}

// Microsoft's own example of a history: a link that made no revision has the date of its
// update, not that of the revision beside it.
func TestLinksOfAnExample(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(beside.Data(t, "azure", "examples"), "wit", "updates", "GET__list_of_workitem_updates.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	c := served(t, 200, "application/json", example(t, files[0]))
	p := &pull{Connector: c, fields: discover(nil, backlogConfiguration{}, connectors.Fields{}), people: people{}}
	d, err := p.history(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	body, err := d.document()
	if err != nil {
		t.Fatal(err)
	}
	s := understood(t, connectors.Source{}, strings.Replace(scrum, "2026-03-20", "2018-03-20", 1), string(body))
	if links := s.Items[0].Links; len(links) != 1 || links[0].Made.Format(time.DateTime) != "2017-09-04 02:41:28" {
		t.Errorf("the links are %+v, want one of 2:41 in the morning", links)
	}
}
