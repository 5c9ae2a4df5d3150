package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
)

// formats is every format there is, by name.
func formats(t *testing.T) map[string]Format {
	t.Helper()
	all := map[string]Format{}
	for _, name := range []string{"text", "json", "html", "markdown", "csv", "junit"} {
		f, err := Named(name, TextOptions{})
		if err != nil {
			t.Fatal(err)
		}
		all[name] = f
	}
	return all
}

func render(t *testing.T, f Format, r analyze.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := f(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestNamedListsWhatThereIs(t *testing.T) {
	_, err := Named("pdf", TextOptions{})
	if want := `unknown format "pdf": there are text, json, html, markdown, csv and junit`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestEveryFindingIsInEveryFormat(t *testing.T) {
	for name, f := range formats(t) {
		out := render(t, f, sampleOf(troubled()))
		for _, finding := range troubled().Checks {
			if !strings.Contains(out, finding.ID) {
				t.Errorf("%s: %s is missing", name, finding.ID)
			}
			if talk := finding.Status == analyze.Flag || finding.Status == analyze.Watch; !talk {
				continue
			}
			for i, item := range itemsOf(finding.For) {
				if folded := name == "text" && i > 1 || name == "markdown" && i >= shownItems; !folded && !strings.Contains(out, item) {
					t.Errorf("%s: %s does not show its evidence %s", name, finding.ID, item)
				}
			}
		}
	}
}

func TestWhatWorksComesFirst(t *testing.T) {
	for _, name := range []string{"text", "html", "markdown"} {
		out := render(t, formats(t)[name], sampleOf(troubled()))
		last := -1
		for _, title := range []string{"Works well", "To talk about", "Cannot tell"} {
			at := strings.Index(out, title)
			if at <= last {
				t.Errorf("%s: %q stands at %d, what comes before it at %d", name, title, at, last)
			}
			last = at
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for name, f := range formats(t) {
		for kind, r := range samples() {
			if a, b := render(t, f, r), render(t, f, samples()[kind]); a != b {
				t.Errorf("%s of %s differs: %s", name, kind, cmp.Diff(a, b))
			}
		}
	}
}

func TestFormatsLeaveTheReportAlone(t *testing.T) {
	for name, f := range formats(t) {
		r := sampleOf(hostile())
		before, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		render(t, f, r)
		if after, _ := json.Marshal(r); !bytes.Equal(before, after) {
			t.Errorf("%s changed the report it was given", name)
		}
	}
}

func TestFailedTeamNamesItsProblemAndNothingHealthy(t *testing.T) {
	for _, name := range []string{"text", "html", "markdown"} {
		out := render(t, formats(t)[name], sampleOf(failed()))
		if !strings.Contains(out, "the token was refused; create a new one") {
			t.Errorf("%s does not tell the error", name)
		}
		for _, wrong := range []string{"Works well", "complete:", "nothing stands out"} {
			if strings.Contains(out, wrong) {
				t.Errorf("%s of a team that was not read says %q", name, wrong)
			}
		}
	}
}

func TestInBrief(t *testing.T) {
	quiet := sampleTeam("Quiet")
	quiet.Checks = []analyze.Finding{silentFinding("OWN-03", analyze.Insufficient, "too few")}
	hardly := sampleTeam("Hardly")
	hardly.Checks = append(slices.Clone(quiet.Checks), silentFinding("OWN-04", analyze.NotApplicable, "no Sprints"), wellFinding("VAL-07", "Sprints had goals."))
	watched := sampleTeam("Watched")
	watch := passThrough()
	watch.Status, watch.Level = analyze.Watch, ""
	watched.Checks = []analyze.Finding{watch}
	for want, team := range map[string]analyze.TeamReport{
		"Nobody reorders between plannings; Requests pass unchanged (and 2 more)": troubled(),
		"nothing stands out": healthy(),
		"not analysed: connection acme: the token was refused; create a new one": failed(),
		"nothing stands out, 2 of 3 checks cannot tell":                          hardly,
		"cannot tell yet":                         quiet,
		"worth watching: Requests pass unchanged": watched,
	} {
		if got := inBrief(team); got != want {
			t.Errorf("%s: got %q, want %q", team.Name, got, want)
		}
	}
}

func TestWhatWorksIsTakenFromEveryGroup(t *testing.T) {
	var all []analyze.Finding
	for _, id := range []string{"VAL-01", "VAL-02", "VAL-03", "ORD-01", "ORD-02", "OWN-01"} {
		all = append(all, wellFinding(id, ""))
	}
	for some, want := range map[int]string{0: "", 1: "VAL-01", 3: "VAL-01, ORD-01, OWN-01", 5: "VAL-01, VAL-02, ORD-01, ORD-02, OWN-01", 9: idsOf(all)} {
		taken, rest := fromEach(all, some)
		if got := idsOf(taken); got != want || len(taken)+len(rest) != len(all) {
			t.Errorf("%d of them are %s and %d more, want %s", some, got, len(rest), want)
		}
	}
}
