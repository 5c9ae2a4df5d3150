package stances

// This file holds what must be true of every ledger.

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rolehealth/rolehealth/analyze"
)

// words are the four words, from little evidence to much.
var words = []string{"no", "little", "some", "clear"}

// verdicts are what a check can say, the worse the later.
var verdicts = []analyze.Finding{
	{Status: analyze.OK, Message: "All is well."}, {Status: analyze.Watch, Message: "It may be."},
	{Status: analyze.Flag, Level: analyze.Amber, Message: "It is."}, {Status: analyze.Flag, Level: analyze.Red, Message: "It is so."},
	{Status: analyze.Insufficient, Reason: "too few cases"}, {Status: analyze.NotAssessable, Reason: "not to be seen"}, {Status: analyze.NotApplicable, Reason: "not used"},
}

// judged is how many of the verdicts are opinions.
const judged = 4

// checks are the IDs that any stance weighs.
func checks() []string {
	var ids []string
	for _, s := range standard().Stances {
		for _, id := range every(s) {
			if id[0] < 'a' && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

func finding(id string, verdict int) analyze.Finding {
	f := verdicts[verdict]
	f.ID, f.Name, f.Group, f.Class = id, "some-pattern", id[:3], []string{"A", "B", "C"}[int(id[5])%3]
	return f
}

// anyBook is a team about which anything may be known.
func anyBook(t *rapid.T) book {
	b := book{weights: standard(), owner: rapid.SampledFrom([]float64{0, 0.6, 1}).Draw(t, "owner")}
	for _, id := range checks() {
		if rapid.IntRange(0, 9).Draw(t, "in the catalogue") > 0 {
			b.findings = append(b.findings, finding(id, rapid.IntRange(0, len(verdicts)-1).Draw(t, id)))
		}
	}
	for _, s := range signs {
		r := reading{sign: s, silent: "not seen"}
		if rapid.Bool().Draw(t, s.id) {
			r.says, r.silent = "5 of 6", ""
		}
		b.readings = append(b.readings, r)
	}
	return b
}

// A worse finding never takes signs from a stance it is for, and never adds to a preferred
// one: from all well through watch and amber to red.
func TestAWorseFindingNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBook(t)
		id := rapid.SampledFrom(checks()).Draw(t, "check")
		b.findings = slices.DeleteFunc(b.findings, func(f analyze.Finding) bool { return f.ID == id })
		for _, s := range b.weights.Stances {
			if !slices.Contains(every(s), id) {
				continue
			}
			before := -1
			for verdict := range judged {
				b.findings = append(b.findings, finding(id, verdict))
				now := slices.Index(words, b.stance(s).Signs)
				b.findings = b.findings[:len(b.findings)-1]
				if s.Kind == preferred {
					now = len(words) - now
				}
				if now < before {
					t.Fatalf("%s: %s as %s %s moves the signs the wrong way", s.ID, id, verdicts[verdict].Status, verdicts[verdict].Level)
				}
				before = now
			}
		}
	})
}

// Every check and sign of a stance is told exactly once, and clear signs have what they need.
func TestNothingIsForgotten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBook(t)
		for _, s := range b.weights.Stances {
			got := b.stance(s)
			if diff := cmp.Diff(got, b.stance(s)); diff != "" {
				t.Fatalf("%s differs when asked again: %s", s.ID, diff)
			}
			if !slices.Contains(words, got.Signs) {
				t.Fatalf("%s: %q is none of the words", s.ID, got.Signs)
			}
			told := slices.Concat(got.For, got.Against, got.Unassessed)
			if want := max(len(every(s)), 1); len(told) != want {
				t.Fatalf("%s tells %d entries, want %d: %q", s.ID, len(told), want, told)
			}
			for _, id := range every(s) {
				if n := count(told, id); n != 1 {
					t.Fatalf("%s tells %s %d times in %q", s.ID, id, n, told)
				}
			}
			if got.Signs != "no" && len(got.For) == 0 {
				t.Fatalf("%s has %s signs of nothing", s.ID, got.Signs)
			}
			if got.Signs == "clear" && len(got.For) < 2 {
				t.Fatalf("%s has clear signs of %q alone", s.ID, got.For)
			}
		}
	})
}

func count(told []string, id string) int {
	n := 0
	for _, line := range told {
		if line == id || strings.HasPrefix(line, id+" ") || strings.HasPrefix(line, id+":") {
			n++
		}
	}
	return n
}

// Without evidence there are no signs, for whatever reason it is missing.
func TestSilentWithoutEvidence(t *testing.T) {
	for verdict := judged; verdict < len(verdicts); verdict++ {
		b := book{weights: standard(), owner: 1}
		for _, id := range checks() {
			b.findings = append(b.findings, finding(id, verdict))
		}
		for _, s := range b.weights.Stances {
			if got := b.stance(s); got.Signs != "no" || len(got.For)+len(got.Against) > 0 || len(got.Unassessed) == 0 {
				t.Errorf("%s, everything %s: %+v", s.ID, verdicts[verdict].Status, got)
			}
		}
	}
}

func stanceOf(t *testing.T, b book, id string) analyze.Stance {
	t.Helper()
	i := slices.IndexFunc(b.weights.Stances, func(s stance) bool { return s.ID == id })
	if i < 0 {
		t.Fatalf("no stance %s", id)
	}
	return b.stance(b.weights.Stances[i])
}

// The sums and their words, one by one.
func TestWords(t *testing.T) {
	const ok, watch, amber, red = 0, 1, 2, 3
	type said map[string]int
	for _, c := range []struct {
		name, stance string
		said         said
		owner        float64
		want         string
	}{
		{"one strong red is a little", "clerk", said{"ORD-05": red}, 1, "little"},
		{"one strong amber is found all the same", "clerk", said{"ORD-05": amber}, 1, "little"},
		{"one medium red is nothing yet", "clerk", said{"ORD-02": red}, 1, "no"},
		{"two strong red ones are some", "clerk", said{"ORD-05": red, "ORD-04": red}, 1, "some"},
		{"of one group they are never clear", "clerk", said{"ORD-05": red, "ORD-04": red, "ORD-02": red}, 1, "some"},
		{"with another group they are", "clerk", said{"ORD-05": red, "ORD-04": red, "ORD-02": red, "VAL-01": red}, 1, "clear"},
		{"a watch beside them does not make a group", "clerk", said{"ORD-05": red, "ORD-04": red, "ORD-02": red, "VAL-01": watch}, 1, "some"},
		{"what is well weighs against", "clerk", said{"ORD-05": red, "ORD-02": red, "VAL-01": red, "ORD-04": ok}, 1, "little"},
		{"but not until nothing was found", "clerk", said{"ORD-05": red, "ORD-04": ok}, 1, "little"},
		{"watching alone is nothing", "clerk", said{"ORD-05": watch, "ORD-04": watch, "ORD-02": watch, "VAL-01": watch, "ORD-03": watch}, 1, "no"},
		{"an unsure owner counts for less", "proxy", said{"OWN-03": red, "ORD-06": red}, 0.6, "little"},
		{"a sure one for all", "proxy", said{"OWN-03": red, "ORD-06": red}, 1, "some"},
		{"an unknown one for nothing", "proxy", said{"OWN-03": red, "ORD-06": red}, 0, "no"},
		{"well is what a preferred stance needs", "visionary", said{"VAL-01": ok, "VAL-07": ok}, 1, "some"},
		{"and a finding speaks against it", "visionary", said{"VAL-01": ok, "VAL-07": red}, 1, "no"},
	} {
		b := book{weights: standard(), owner: c.owner}
		for _, id := range checks() {
			if verdict, ok := c.said[id]; ok {
				f := finding(id, verdict)
				f.Class = "A"
				b.findings = append(b.findings, f)
			}
		}
		if got := stanceOf(t, b, c.stance); got.Signs != c.want {
			t.Errorf("%s: %s signs, want %s (%+v)", c.name, got.Signs, c.want, got)
		}
	}
}

// Who declines most of what is asked is no decision maker for it.
func TestTooMuchOfAGoodThing(t *testing.T) {
	for _, c := range []struct {
		share    float64
		verdict  int
		speaking int
		against  int
		unjudged int
	}{{0.2, 0, 1, 0, 0}, {0.4, 0, 1, 0, 0}, {0.6, 0, 0, 0, 1}, {0.0, 3, 0, 1, 0}} {
		f := finding("ORD-04", c.verdict)
		f.Estimate = &c.share
		b := book{weights: standard(), owner: 1, findings: []analyze.Finding{f}}
		got := stanceOf(t, b, "decision-maker")
		if len(got.For) != c.speaking || len(got.Against) != c.against || count(got.Unassessed, "ORD-04") != c.unjudged {
			t.Errorf("%.0f %% declined: %+v", 100*c.share, got)
		}
	}
}

// What the team called wrong or explained does not count; what it agreed to does.
func TestTheTeamsAnswerCounts(t *testing.T) {
	for as, want := range map[string]string{"wrong": "no", "explained": "no", "agreed": "little"} {
		f := finding("OWN-02", 3)
		f.Acknowledged = &analyze.Acknowledgement{As: as}
		b := book{weights: standard(), owner: 1, findings: []analyze.Finding{f}}
		if got := stanceOf(t, b, "committee"); got.Signs != want || (want == "no") != (count(got.Unassessed, "OWN-02") == 1) {
			t.Errorf("%s: %+v", as, got)
		}
	}
}

// The subject matter expert cannot be seen, and small teams are left alone.
func TestWhatIsNeverSaid(t *testing.T) {
	b := book{weights: standard(), owner: 1, unsaid: "so few"}
	for _, id := range checks() {
		b.findings = append(b.findings, finding(id, 3))
	}
	for _, s := range b.weights.Stances {
		if got := b.stance(s); s.Kind != organisation && (got.Signs != "no" || len(got.For)+len(got.Against) > 0) {
			t.Errorf("a small team is told of %+v", got)
		}
	}
	b.unsaid = ""
	if got := stanceOf(t, b, "subject-matter-expert"); got.Signs != "no" || len(got.For)+len(got.Against) > 0 || len(got.Unassessed) != 1 {
		t.Errorf("got %+v", got)
	}
}
