package text

import (
	"bufio"
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// labelled is a text of the labelled set: its language and its two labels, each a row
// of letters; see testdata/README.md.
type labelled struct {
	language      Language
	first, second string
	text          string
}

// rows reads a part of the labelled set: tab-separated, the text last.
func rows(t testing.TB, file string) []labelled {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []labelled
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		row := strings.Split(in.Text(), "\t")
		if len(row) != 4 {
			t.Fatalf("%s: %d columns, want 4: %q", file, len(row), in.Text())
		}
		all = append(all, labelled{Language(strings.Trim(row[0], "-")), row[1], row[2], strings.ReplaceAll(row[3], `\n`, "\n")})
	}
	return all
}

// predicate is something that is read, with the letters that label it.
type predicate struct {
	name    string
	letters string
	floor   float64 // of precision and recall, over all languages
	held    float64 // the same for the part that no rule was tuned to
	read    func(string) bool
}

// reads makes a predicate of a field of the Reading.
func reads(field func(Reading) bool) func(string) bool {
	return func(s string) bool { return field(Read(Story{Description: s})) }
}

// A text counts for a predicate where both labels agree on it.
var storyPredicates = []predicate{
	{"who", "usd", 0.97, 0.95, reads(func(r Reading) bool { return r.Who })},
	{"specific", "sd", 0.90, 0.85, reads(func(r Reading) bool { return r.WhoSpecific })},
	{"developer", "d", 0.90, 0.85, reads(func(r Reading) bool { return r.TechnicalWho })},
	{"why", "w", 0.97, 0.95, reads(func(r Reading) bool { return r.Why })},
	{"outcome", "o", 0.90, 0.85, reads(func(r Reading) bool { return r.Outcome })},
	{"hypothesis", "h", 0.90, 0.85, reads(func(r Reading) bool { return r.Hypothesis })},
	{"customer", "l", 0.90, 0.85, reads(func(r Reading) bool { return r.CustomerLink })},
	{"criteria", "c", 0.90, 0.85, reads(func(r Reading) bool { return r.Criteria })},
	{"crisp", "k", 0.90, 0.85, reads(func(r Reading) bool { return r.Crisp })},
	{"technical", "t", 0.90, 0.85, reads(func(r Reading) bool { return r.Technical })},
}

// Relays knows the roles that decide by a list, and misses those that are not on it.
var commentPredicates = []predicate{
	{"question", "q", 0.90, 0.85, Question},
	{"defers", "d", 0.90, 0.80, func(s string) bool { _, ok := Defers(s); return ok }},
	{"relays", "r", 0.90, 0.50, Relays},
}

// score counts what a predicate got right and wrong.
type score struct{ hit, wrong, missed int }

func (s score) plus(o score) score {
	return score{s.hit + o.hit, s.wrong + o.wrong, s.missed + o.missed}
}

func (s score) String() string {
	return fmt.Sprintf("precision %s  recall %s", ratio(s.hit, s.hit+s.wrong), ratio(s.hit, s.hit+s.missed))
}

// ratio is k of n with its 95 % Wilson interval.
func ratio(k, n int) string {
	low, high := 0.0, 1.0
	if n > 0 {
		const z = 1.959964
		p, m := float64(k)/float64(n), float64(n)
		mid := (p + z*z/(2*m)) / (1 + z*z/m)
		half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
		low, high = mid-half, mid+half
	}
	return fmt.Sprintf("%3d/%-3d %.2f [%.2f–%.2f]", k, n, float64(k)/float64(max(n, 1)), low, high)
}

// measure scores a predicate on each language. Mistakes are told where the texts may
// be looked at.
func (p predicate) measure(t *testing.T, texts []labelled, tell bool) map[Language]score {
	scores := map[Language]score{}
	for _, row := range texts {
		want := strings.ContainsAny(row.first, p.letters)
		if row.language == Unknown || want != strings.ContainsAny(row.second, p.letters) {
			continue
		}
		s, got := scores[row.language], p.read(row.text)
		switch {
		case got && want:
			s.hit++
		case got:
			s.wrong++
		case want:
			s.missed++
		}
		scores[row.language] = s
		if tell && got != want {
			t.Logf("%s: got %v, labelled %v: %q", p.name, got, want, row.text)
		}
	}
	return scores
}

// kappa is Cohen's: how far the two labels agree beyond chance.
func (p predicate) kappa(texts []labelled) float64 {
	var both, first, second, n float64
	for _, row := range texts {
		a, b := strings.ContainsAny(row.first, p.letters), strings.ContainsAny(row.second, p.letters)
		n++
		if a {
			first++
		}
		if b {
			second++
		}
		if a == b {
			both++
		}
	}
	chance := (first*second + (n-first)*(n-second)) / (n * n)
	return (both/n - chance) / (1 - chance)
}

func TestLabelledSet(t *testing.T) {
	for _, set := range []struct {
		name       string
		predicates []predicate
	}{{"stories", storyPredicates}, {"comments", commentPredicates}} {
		tuned, held := rows(t, "tuned_"+set.name+".tsv"), rows(t, "held_"+set.name+".tsv")
		for _, p := range set.predicates {
			if k := p.kappa(slices.Concat(tuned, held)); k < 0.8 {
				t.Errorf("%s: the two labels agree with kappa %.2f only", p.name, k)
			} else {
				t.Logf("%-10s kappa of the two labels %.2f", p.name, k)
			}
			p.hold(t, "tuned", p.floor, p.measure(t, tuned, true))
			p.hold(t, "held", p.held, p.measure(t, held, false))
		}
	}
}

// hold prints the scores of a part and fails those under the floor. In one language,
// where there are few texts, two mistakes more are allowed.
func (p predicate) hold(t *testing.T, part string, floor float64, scores map[Language]score) {
	t.Helper()
	all := score{}
	for _, l := range languages {
		t.Logf("%-10s %-5s %s   %s", p.name, part, l, scores[l])
		check(t, fmt.Sprintf("%s in %s (%s)", p.name, l, part), scores[l], floor, 2)
		all = all.plus(scores[l])
	}
	t.Logf("%-10s %-5s all  %s", p.name, part, all)
	check(t, fmt.Sprintf("%s (%s)", p.name, part), all, floor, 0)
}

func check(t *testing.T, name string, s score, floor float64, grace int) {
	t.Helper()
	allowed := func(n int) int { return int(float64(n)*(1-floor)+1e-9) + grace }
	if s.wrong > allowed(s.hit+s.wrong) {
		t.Errorf("%s: %d of %d found are wrong, floor %.2f", name, s.wrong, s.hit+s.wrong, floor)
	}
	if s.missed > allowed(s.hit+s.missed) {
		t.Errorf("%s: %d of %d are missed, floor %.2f", name, s.missed, s.hit+s.missed, floor)
	}
}

func TestLabelledLanguages(t *testing.T) {
	wrong, n := 0, 0
	for _, row := range slices.Concat(rows(t, "tuned_stories.tsv"), rows(t, "held_stories.tsv")) {
		n++
		got := Read(Story{Description: row.text}).Language
		if got == row.language {
			continue
		}
		wrong++
		t.Logf("language %q, labelled %q: %q", got, row.language, row.text)
		if got != Unknown {
			t.Errorf("a wrong language is worse than none: %q, labelled %q: %q", got, row.language, row.text)
		}
	}
	t.Logf("language: %s right", ratio(n-wrong, n))
	if wrong > n/20 {
		t.Errorf("the language of %d in %d texts is wrong or unknown", wrong, n)
	}
}

func TestLabelledSetIsBalanced(t *testing.T) {
	count, seen := map[Language]int{}, map[string]bool{}
	for _, file := range []string{"tuned_stories.tsv", "held_stories.tsv", "tuned_comments.tsv", "held_comments.tsv"} {
		for _, row := range rows(t, file) {
			if seen[row.text] {
				t.Errorf("twice in the set: %q", row.text)
			}
			seen[row.text] = true
			count[row.language]++
		}
	}
	for _, l := range languages {
		if count[l] < 100 {
			t.Errorf("%s has %d texts, want at least 100", cmp.Or(l, "unknown"), count[l])
		}
	}
}
