package main

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
)

// The deliveries of the example are comments: nothing is sent by default. Without the
// comment signs they must load.
func TestExampleDeliveriesLoad(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "config.example.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	head, commented, found := strings.Cut(string(text), "\n# deliver:\n")
	if !found || strings.Contains(head, "\ndeliver:") {
		t.Fatal("the example has no deliveries, or sends something by default")
	}
	commented = regexp.MustCompile(`(?m)^# ( +)(?:# )?`).ReplaceAllString(commented, "$1")
	teams, _, err := load(t, head+"\ndeliver:\n"+commented, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(teams[0].deliveries), strings.Count(commented, "- type: "); got != want || !teams[0].deliveries[0].Names {
		t.Errorf("%d deliveries for Checkout, want all %d, the first with names", got, want)
	}
}

// The example is what people copy: it must load as it stands, and what it shows as
// the default must be the default.
func TestExampleConfigShowsTheDefaults(t *testing.T) {
	doc, file, err := readConfig(filepath.Join("..", "..", "config.example.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	shown, standard := reflect.ValueOf(file), reflect.ValueOf(defaults())
	for _, name := range []string{"Window", "History", "Calendar"} {
		if got, want := shown.FieldByName(name).Interface(), standard.FieldByName(name).Interface(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %v in the example, the default is %v", name, got, want)
		}
	}
	r := &resolver{doc: doc, env: environment{}, config: file}
	teams, err := r.resolve(po.Catalog())
	if err != nil {
		t.Fatal(err)
	}
	if len(teams) != 2 || teams[1].connection.Name != "contoso" {
		t.Errorf("the example has %d teams, want Checkout and contoso's Billing", len(teams))
	}
	if len(r.warnings) > 0 {
		t.Errorf("warnings: %q", r.warnings)
	}
	if file.Deliver != nil {
		t.Errorf("the example sends reports to %v", file.Deliver)
	}
	for i, c := range po.Catalog() {
		if diff := cmp.Diff(c.Thresholds(), r.all[i].Thresholds()); diff != "" || r.all[i].Off {
			t.Errorf("%s differs from the default (-default +example):\n%s", c.ID, diff)
		}
		if got, want := origin(r.all[i]), origin(c); got != want {
			t.Errorf("%s has the origin %q, want %q: nothing was changed", c.ID, got, want)
		}
	}
}

func origin(c analyze.Check) string {
	return reflect.ValueOf(c.Rule).FieldByName("Origin").String()
}
