package po

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// Every check is listed once, with an article in the common shape, settings that say
// where they come from, and examples of both kinds.
func TestCatalog(t *testing.T) {
	articles := map[string]bool{}
	ids := map[string]bool{}
	groups := []analyze.Group{analyze.Value, analyze.Ordering, analyze.Ownership, analyze.Craft, analyze.Flow}
	last := ""
	for _, c := range Catalog() {
		if ids[c.ID] || ids[c.Name] {
			t.Errorf("%s %s stands in the catalogue twice", c.ID, c.Name)
		}
		ids[c.ID], ids[c.Name] = true, true
		if place := fmt.Sprint(slices.Index(groups, c.Group), c.ID); place < last {
			t.Errorf("%s stands behind %s: the catalogue goes by group and number", c.ID, last)
		} else {
			last = place
		}
		articles[c.Doc] = true
		a, err := analyze.ReadArticle(c.Doc)
		if err != nil {
			t.Errorf("the article of %s: %v", c.ID, err)
			continue
		}
		if !strings.HasPrefix(c.ID, string(c.Group)+"-") {
			t.Errorf("%s is filed under %s", c.ID, c.Group)
		}
		unnamed(t, c.ID, reflect.TypeOf(c.Rule))
		for _, th := range c.Thresholds() {
			if th.Means == "" || th.Origin == "" {
				t.Errorf("%s: the setting %s lacks a meaning (%q) or an origin (%q): add the tags", c.ID, th.Name, th.Means, th.Origin)
			}
		}
		for _, g := range c.Guards {
			if g.Words() == "" {
				t.Errorf("%s names a guard %q that does not exist", c.ID, g)
			}
		}
		for _, verdict := range []string{strongest(c), "ok"} {
			if end := "=> " + c.ID + " " + verdict; !strings.Contains(a.Section("Examples"), end) {
				t.Errorf("the article of %s needs an example that ends with %q", c.ID, end)
			}
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".md") {
			continue
		}
		md, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !articles[string(md)] {
			t.Errorf("%s is the article of no check in the catalogue: add its check to the list in catalog.go", f.Name())
		}
	}
}

// strongest is the most that a check can find: a weak hint never flags.
func strongest(c analyze.Check) string {
	if c.Class == analyze.Hint {
		return "watch"
	}
	return "flag"
}

// unnamed fails for settings that the configuration could not name.
func unnamed(t *testing.T, id string, rule reflect.Type) {
	for i := range rule.NumField() {
		switch field := rule.Field(i); {
		case field.Anonymous:
			unnamed(t, id, field.Type)
		case field.IsExported() && field.Tag.Get("yaml") == "":
			t.Errorf("%s: the setting %s has no yaml tag, so nobody could change it", id, field.Name)
		}
	}
}

// file is the name of a check's article.
func file(t *testing.T, c analyze.Check) string {
	names, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if md, err := os.ReadFile(name); err == nil && string(md) == c.Doc {
			return name
		}
	}
	t.Fatalf("the article of %s is in no file", c.ID)
	return ""
}

// The examples in every article are histories: what the article promises about them
// must hold, to the line.
func TestExamples(t *testing.T) {
	for _, c := range Catalog() {
		if _, err := analyze.ReadArticle(c.Doc); err != nil {
			t.Fatalf("the article of %s: %v", c.ID, err)
		}
	}
	for _, c := range Catalog() {
		name := file(t, c)
		examples, err := scenario.FromMarkdown(name, c.Doc)
		if err != nil {
			t.Error(err)
		}
		for _, ex := range examples {
			t.Run(c.ID+"/"+ex.Heading, func(t *testing.T) {
				t.Parallel()
				play(t, c, name, ex)
			})
		}
	}
}

// play runs the whole catalogue over one example, as a report would, and compares what
// it says of one check.
func play(t *testing.T, c analyze.Check, name string, ex scenario.Example) {
	s, err := ex.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	report, cites := analyze.Trace(s.Snapshot, Catalog(), Options(s))
	i := slices.IndexFunc(report.Checks, func(f analyze.Finding) bool { return f.ID == c.ID })
	f := report.Checks[i]
	addUp(t, f)
	if strings.ContainsAny(f.Message, "{}") {
		t.Errorf("%s: the sentence has a placeholder that the rule does not fill: %s", name, f.Message)
	}
	var got []scenario.Cite
	for _, cite := range cites[c.ID] {
		got = append(got, scenario.Cite{Item: cite.Item, At: cite.At, Says: cite.What})
	}
	for _, difference := range s.Check(c.ID, got, string(f.Status), string(f.Level)) {
		t.Errorf("%s\n(%s %s; %d of %d, n_eff %.1f) %s %s %v", difference, f.Status, f.Level, f.K, f.N, f.Effective, f.Message, f.Reason, f.Doubts)
	}
}

// Options is what a history declares about its team.
func Options(s *scenario.Scenario) analyze.Options {
	o := analyze.Options{Declared: guards.Declared(s.Declared)}
	for _, r := range s.Roles {
		role, err := roles.Parse(r.Role)
		if err != nil {
			panic(err)
		}
		o.Roles = append(o.Roles, roles.Configured{Person: r.Person, Name: r.Person.Name, Role: role, From: r.From, To: r.To})
	}
	return o
}
