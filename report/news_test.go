package report

import (
	"encoding/csv"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
)

// then is the troubled team a week before: each of its checks was something else.
func then() analyze.TeamReport {
	t := troubled()
	t.Window = analyze.Period{From: "2026-05-17", To: "2026-11-13"}
	for i := range t.Checks {
		f := &t.Checks[i]
		switch f.Fingerprint = "f-" + f.ID; f.ID {
		case "VAL-01", "VAL-03": // it works well by now; it cannot be told by now
			f.Status, f.Level = analyze.Flag, analyze.Amber
		case "ORD-05":
			f.Status, f.Level = analyze.OK, ""
		case "ORD-02":
			f.Level = analyze.Amber
		case "ORD-04":
			f.Status, f.Level = analyze.Flag, analyze.Red
		case "OWN-02":
			f.Status, f.Level = analyze.Insufficient, ""
		}
	}
	return t
}

func now() analyze.TeamReport {
	t := troubled()
	for i := range t.Checks {
		t.Checks[i].Fingerprint = "f-" + t.Checks[i].ID
	}
	return t
}

const changedWords = "Since 13 Nov 2026: 1 new, 1 can be told now, 1 worse, 1 better, 1 gone, 1 can no longer be told."

func since(teams ...analyze.TeamReport) Since {
	r := sampleOf(teams...)
	return Since{Earlier: &r}
}

func newsNow(t analyze.TeamReport, s Since) News { return s.news(neutral(sampleOf(t)))[0] }

func TestNews(t *testing.T) {
	n := newsNow(now(), since(healthy(), then()))
	if got := n.Words(); got != changedWords {
		t.Errorf("changed is %q, want %q", got, changedWords)
	}
	for id, want := range map[string]Change{
		"VAL-01": Gone, "VAL-03": Silent, "ORD-05": Fresh, "ORD-02": Worse, "ORD-04": Better, "OWN-02": Told, "VAL-07": "", "OWN-03": "",
	} {
		if got := n.Change(analyze.Finding{Fingerprint: "f-" + id}); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	if got, want := newsNow(now(), since(now())).Words(), "Since 20 Nov 2026: nothing changed."; got != want {
		t.Errorf("beside itself: %q, want %q", got, want)
	}
	if got := newsNow(now(), Since{}).Words(); got != "" {
		t.Errorf("without an earlier report: %q", got)
	}
}

// A check that did not look before, or whose thresholds were others, cannot say that the
// team changed.
func TestNothingIsCalledNewThatMayBeOld(t *testing.T) {
	absent := then()
	absent.Checks = absent.Checks[:3]
	if got := newsNow(now(), since(absent)).With(Fresh); len(got) != 0 {
		t.Errorf("%v are new, and nobody looked before", idsOf(got))
	}
	strict := then()
	for i := range strict.Checks {
		strict.Checks[i].Amber = new(0.9)
	}
	if got, want := newsNow(now(), since(strict)).whole(),
		"Since 13 Nov 2026: 1 can be told now (OWN-02), 1 can no longer be told (VAL-03), 4 judged by another threshold (VAL-01, ORD-05, ORD-02, ORD-04)."; got != want {
		t.Errorf("by other thresholds: %q, want %q", got, want)
	}
	other := since(then())
	other.Earlier.Tool.Version = "v0.0.9"
	if got, want := newsNow(now(), other).Words(), changedWords+" The earlier report is by rolehealth v0.0.9, this one by v0.1.0: some of that may come from the program."; got != want {
		t.Errorf("by another version: %q, want %q", got, want)
	}
	nameless := then()
	for i := range nameless.Checks {
		nameless.Checks[i].Fingerprint = ""
	}
	if got := newsNow(nameless, since(nameless)).Words(); !strings.HasSuffix(got, "nothing changed.") {
		t.Errorf("findings without a fingerprint: %q", got)
	}
}

func TestWhatCannotBeComparedSaysWhy(t *testing.T) {
	for want, change := range map[string]func(*analyze.TeamReport){
		"the earlier report has nothing on this team":                    func(t *analyze.TeamReport) { t.Connection = "elsewhere" },
		"the earlier report could not read this team":                    func(t *analyze.TeamReport) { t.Errors = []string{"no"} },
		"the earlier report lies later, until 21 Nov 2026":               func(t *analyze.TeamReport) { t.Window.To = "2026-11-21" },
		"the earlier report looked at 90 days, and this one at 180 days": func(t *analyze.TeamReport) { t.Window.From = "2026-08-15" },
		"a report does not say which days it looked at":                  func(t *analyze.TeamReport) { t.Window.To = "<script>" },
		"a report does not say which days it looked at ":                 func(t *analyze.TeamReport) { t.Window = analyze.Period{} },
		"a report does not say which days it looked at, but backwards.":  func(t *analyze.TeamReport) { t.Window.From = "2026-11-14" },
	} {
		earlier := then()
		change(&earlier)
		want, _, _ = strings.Cut(strings.TrimSpace(want), ", but")
		want = "Nothing is compared: " + want + "."
		if got := newsNow(now(), since(earlier)).Words(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		for _, name := range []string{"text", "html", "markdown"} {
			f, _ := since(earlier).Named(name, TextOptions{})
			if out := render(t, f, sampleOf(now())); !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
	// Of a team that could not be read now, its problem is told alone.
	if got := newsNow(failed(), since(failed())).Words(); got != "" {
		t.Errorf("a team that failed: %q", got)
	}
}

func TestEveryFormatButJSONTellsWhatChanged(t *testing.T) {
	out := map[string]string{}
	for _, name := range []string{"text", "html", "markdown", "csv", "junit", "json"} {
		f, err := since(then()).Named(name, TextOptions{})
		if err != nil {
			t.Fatal(err)
		}
		out[name] = render(t, f, sampleOf(now()))
	}
	if out["json"] != render(t, JSON, sampleOf(now())) {
		t.Error("the JSON depends on the earlier report")
	}
	for name, wants := range map[string][]string{
		"text": {"Since 13 Nov 2026: 1 new (ORD-05), 1 can be told now (OWN-02), 1 worse (ORD-02),\n1 better (ORD-04), 1 gone (VAL-01), 1 can no longer be told (VAL-03).\n",
			"\n   new\n", "\n   worse\n", "\n   better\n", "\n   can be told now\n", "\n   the finding is gone\n"},
		"markdown": {"\nSince 13 Nov 2026: 1 new (ORD-05), ", "(ORD-05, amber, new)\n", "(ORD-04, worth watching, better)\n", "(VAL-01, the finding is gone)\n"},
		"html": {`1 gone (<a href="#team-1-VAL-01" title="Some pattern">VAL-01</a>)`, `1 can no longer be told (<a href="#team-1-VAL-03"`,
			`beyond the threshold <em class="change">new since 13 Nov 2026</em></p>`, `worse than on 13 Nov 2026, when it was beyond the threshold<`,
			`better than on 13 Nov 2026, when it was far beyond the threshold<`, `can be told now, and could not on 13 Nov 2026<`,
			`the finding is gone since 13 Nov 2026<`, `VAL-03 some-pattern <em class="change">can no longer be told</em>`},
		"junit": {"at least 60 %). Talk outside the tracker leaves no trace here.&#xA;new since 13 Nov 2026&#xA;PAY-12", "<system-out>can no longer be told since 13 Nov 2026</system-out>"},
	} {
		for _, want := range wants {
			if !strings.Contains(out[name], want) {
				t.Errorf("%s lacks %q:\n%s", name, want, out[name])
			}
		}
	}
	if err := xml.Unmarshal([]byte(out["junit"]), new(suites)); err != nil {
		t.Error(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out["csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range rows {
		got[row[6]] = row[len(row)-1]
	}
	if got["check"] != "change" || got["ORD-05"] != "new" || got["VAL-03"] != "can no longer be told" || got["VAL-07"] != "" {
		t.Errorf("the last column is %v", got)
	}
}

// Without an earlier report nothing may look as if one had been compared with.
func TestNoNewsLeavesNoTrace(t *testing.T) {
	for name, f := range formats(t) {
		out := render(t, f, samples()["several"])
		for _, word := range []string{"Since ", "since 1", "Nothing is compared", `class="change"`, `class="news"`} {
			if strings.Contains(strings.ReplaceAll(out, "configured, since 1 Jan", ""), word) {
				t.Errorf("%s says %q", name, word)
			}
		}
	}
}

func TestSeveralTeamsTellTheirNewsInALine(t *testing.T) {
	s := since(then(), healthy())
	for name, want := range map[string]string{
		"text":     "          Since 13 Nov 2026: 1 new, 1 can be told now, 1 worse, 1 better, 1\n",
		"markdown": "(and 2 more) · Since 13 Nov 2026: 1 new, 1 can be told now, 1 worse, ",
		"html":     `(and 2 more)</span> <em class="change">Since 13 Nov 2026: 1 new, `,
	} {
		f, _ := s.Named(name, TextOptions{})
		out := strings.ReplaceAll(render(t, f, sampleOf(now(), healthy())), ` <em class="change">Since`, `</span> <em class="change">Since`)
		if !strings.Contains(out, want) {
			t.Errorf("%s lacks %q:\n%s", name, want, out)
		}
		if got := strings.Count(out, ": nothing changed."); got != 1 {
			t.Errorf("%s says %d times that nothing changed, want once, at the head of that team", name, got)
		}
	}
	page := render(t, s.HTML, sampleOf(now(), healthy()))
	rows := boardRows(t, page)
	for _, cell := range []string{"to talk about, new+", "to talk about, worse▲", "worth watching, better▼", "works well, the finding is gone▽", "not to be seen, can no longer be told×"} {
		if !strings.Contains(strings.Join(rows[2], "|")+"|", "|"+cell+"|") {
			t.Errorf("no cell says %q: %q", cell, rows[2])
		}
	}
	if !strings.Contains(page, `<li class="change"><b aria-hidden="true">▼</b> better</li>`) || strings.Contains(page, "≠") {
		t.Error("the legend does not name the signs, and only those, that there are")
	}
}

func TestHostileEarlierReport(t *testing.T) {
	bad := hostile()
	for i := range bad.Checks {
		bad.Checks[i].Fingerprint, bad.Checks[i].Status, bad.Checks[i].Level = "f", analyze.Flag, attack
	}
	s := since(bad, bad)
	s.Earlier.Tool.Version = attack + strings.Repeat("v", 10_000)
	for _, name := range []string{"text", "html", "markdown", "csv", "junit"} {
		f, _ := s.Named(name, TextOptions{})
		out := render(t, f, sampleOf(hostile(), now()))
		if strings.ContainsAny(out, "\x1b\u202e\x00") || strings.Contains(out, "<script>alert") && name != "text" && name != "csv" {
			t.Errorf("%s takes over what the earlier report holds", name)
		}
		if strings.Contains(out, strings.Repeat("v", 100)) {
			t.Errorf("%s tells a version of 10,000 letters", name)
		}
	}
}
