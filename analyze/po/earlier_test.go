package po

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/simulate"
)

// What each check of the catalogue is said to have found before is what a report of that
// day says, and nothing where that rests on what has no history.
func TestEarlierIsTheReportOfThatDay(t *testing.T) {
	told, untold := 0, 0
	for _, team := range simulate.Demo() {
		o := analyze.Options{Declared: team.Declared, LookBack: true}
		for _, r := range team.Roles {
			for _, p := range team.Snapshot.People {
				if p.Name == r.Name || p.Mail == r.Name || p.ID == r.Name {
					o.Roles = append(o.Roles, roles.Configured{Person: p, Name: r.Name, Role: r.Role, From: r.From, To: r.To})
				}
			}
		}
		now := analyze.Analyze(team.Snapshot, Catalog(), o)
		cut := team.Snapshot.AsOf(team.Snapshot.TakenAt.In(team.Snapshot.Calendar.Location()).AddDate(0, 0, -90))
		day := analyze.Analyze(cut, Catalog(), o)
		hidden := cut.Undated | backlog.CurrentOrder
		for i, f := range day.Checks {
			e := now.Checks[i].Earlier[len(now.Checks[i].Earlier)-1]
			switch c := Catalog()[i]; {
			case (c.Needs|c.Reads)&hidden != 0:
				untold++
				if e.Status.Judged() || e.N != 0 {
					t.Errorf("%s %s: %+v is told, and has no history", now.Name, f.ID, e)
				}
			case e.AsOf != day.Window.To || e.Status != f.Status || e.Level != f.Level || e.Status.Judged() && (e.K != f.K || e.N != f.N || *e.Estimate != *f.Estimate):
				t.Errorf("%s %s: before it was %+v, and the report of that day says %s %s %d of %d", now.Name, f.ID, e, f.Status, f.Level, f.K, f.N)
			case e.Status.Judged():
				told++
			}
		}
	}
	if told < 60 || untold == 0 {
		t.Errorf("%d earlier results told and %d not: that tries too little", told, untold)
	}
}

// A check that looks at links says so: of the past it could tell wrong things. The two that
// look at parts and clones alone need not.
func TestChecksThatReadLinksSaySo(t *testing.T) {
	for _, c := range Catalog() {
		files, err := filepath.Glob(strings.ToLower(strings.ReplaceAll(c.ID, "-", "")) + "_*.go")
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v, %v", c.ID, files, err)
		}
		source, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		reads := strings.Contains(string(source), ".Links") && c.ID != disturbedSprint.ID && c.ID != backlogBypass.ID
		if said := (c.Needs|c.Reads)&backlog.Links != 0; reads != said {
			t.Errorf("%s reads links: %v, and its Reads and Needs say %v; name backlog.Links there", files[0], reads, said)
		}
	}
}
