package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
)

// teamWith is a team with one check in that status.
func teamWith(name string, status analyze.Status) analyze.TeamReport {
	t := sampleTeam(name)
	f := passThrough()
	if f.Status = status; status != analyze.Flag {
		f.Level = ""
	}
	t.Checks = []analyze.Finding{f}
	return t
}

func TestTogether(t *testing.T) {
	const flag, watch, well, few = analyze.Flag, analyze.Watch, analyze.OK, analyze.Insufficient
	for name, c := range map[string]struct {
		teams []analyze.Status
		want  string
	}{
		"one team has nothing to share": {[]analyze.Status{flag}, ""},
		"two of three":                  {[]analyze.Status{flag, well, flag}, "shared by 2 of 3 teams"},
		"some cannot tell":              {[]analyze.Status{flag, few, flag}, "shared by 2 of 2 teams that can tell"},
		"one is no pattern of many":     {[]analyze.Status{flag, well, few}, ""},
		"too few of many":               {[]analyze.Status{flag, flag, well, well, well, well, well, well, well}, ""},
		"watching is not showing":       {[]analyze.Status{watch, watch, well}, ""},
		"nobody shows it":               {[]analyze.Status{well, well, few}, "unseen"},
		"most cannot tell":              {[]analyze.Status{well, few, few}, ""},
		"nobody can tell":               {[]analyze.Status{few, few}, "untold"},
	} {
		var teams []analyze.TeamReport
		for _, s := range c.teams {
			teams = append(teams, teamWith("Team", s))
		}
		o, got := together(teams), ""
		switch {
		case len(o.Shared) > 0:
			got = "shared by " + o.Shared[0].Count(len(teams))
		case len(o.Unseen) > 0:
			got = "unseen"
		case len(o.Untold) > 0:
			got = "untold"
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatATeamCallsWrongIsNotShared(t *testing.T) {
	teams := []analyze.TeamReport{teamWith("A", analyze.Flag), teamWith("B", analyze.Flag)}
	teams[1].Checks[0].Acknowledged = &analyze.Acknowledgement{As: "wrong", Why: "counted twice"}
	if o := together(teams); len(o.Shared) != 0 {
		t.Errorf("got %+v", o.Shared)
	}
}

func TestSharedPatternsNameTheirTeams(t *testing.T) {
	teams := []analyze.TeamReport{teamWith("Zebra", analyze.Flag), teamWith("Quagga", analyze.OK), teamWith("Aardvark", analyze.Flag)}
	if diff := cmp.Diff([]string{"Zebra", "Aardvark"}, together(teams).Shared[0].names(teams)); diff != "" {
		t.Error(diff)
	}
	for format, want := range map[string]string{
		"text":     "2 of 3 teams: Requests pass unchanged",
		"markdown": "- 2 of 3 teams: **Requests pass unchanged** (ORD-05): Zebra, Aardvark",
	} {
		if out := render(t, formats(t)[format], sampleOf(teams...)); !strings.Contains(out, want) {
			t.Errorf("%s does not say %q:\n%.2000s", format, want, out)
		}
	}
}
