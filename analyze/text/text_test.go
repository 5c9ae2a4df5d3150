package text

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// rows reads a labelled set: tab-separated, the text last.
func rows(t testing.TB, file string, columns int) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all [][]string
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		row := strings.Split(in.Text(), "\t")
		if len(row) != columns {
			t.Fatalf("%s: %d columns, want %d: %q", file, len(row), columns, in.Text())
		}
		row[columns-1] = strings.ReplaceAll(row[columns-1], `\n`, "\n")
		all = append(all, row)
	}
	return all
}

// score counts what a predicate got right and wrong.
type score struct{ hit, wrong, missed int }

func (s *score) add(got, want bool) {
	switch {
	case got && want:
		s.hit++
	case got:
		s.wrong++
	case want:
		s.missed++
	}
}

// wilson is the 95 % interval of k successes in n.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return mid - half, mid + half
}

func ratio(k, n int) string {
	low, high := wilson(k, n)
	return fmt.Sprintf("%d/%d %.2f [%.2f–%.2f]", k, n, float64(k)/float64(max(n, 1)), low, high)
}

// floors are what each predicate must reach, in precision and recall, over all texts.
// In one language, where there are few texts, one mistake more than that is allowed.
var floors = map[string]float64{
	"who": 0.95, "why": 0.95, "specific": 0.85, "technical": 0.85, "criteria": 0.85, "question": 0.85, "defers": 0.85, "relays": 0.85,
}

// report prints the scores and fails those under their floor.
func report(t *testing.T, scores map[string]map[Language]*score) {
	t.Helper()
	for _, predicate := range []string{"who", "specific", "technical", "why", "criteria", "question", "defers", "relays"} {
		all := score{}
		for _, l := range languages {
			s := scores[predicate][l]
			if s == nil {
				continue
			}
			all.hit, all.wrong, all.missed = all.hit+s.hit, all.wrong+s.wrong, all.missed+s.missed
			t.Logf("%-9s %s  precision %s  recall %s", predicate, l, ratio(s.hit, s.hit+s.wrong), ratio(s.hit, s.hit+s.missed))
			check(t, fmt.Sprintf("%s in %s", predicate, l), *s, floors[predicate], 1)
		}
		if all.hit > 0 {
			t.Logf("%-9s all precision %s  recall %s", predicate, ratio(all.hit, all.hit+all.wrong), ratio(all.hit, all.hit+all.missed))
			check(t, predicate, all, floors[predicate], 0)
		}
	}
}

func check(t *testing.T, name string, s score, floor float64, grace int) {
	t.Helper()
	allowed := func(n int) int { return int(float64(n)*(1-floor)) + grace }
	if s.wrong > allowed(s.hit+s.wrong) {
		t.Errorf("%s: %d of %d found are wrong, floor %.2f", name, s.wrong, s.hit+s.wrong, floor)
	}
	if s.missed > allowed(s.hit+s.missed) {
		t.Errorf("%s: %d of %d are missed, floor %.2f", name, s.missed, s.hit+s.missed, floor)
	}
}

func note(scores map[string]map[Language]*score, predicate string, l Language, got, want bool) {
	if scores[predicate] == nil {
		scores[predicate] = map[Language]*score{}
	}
	if scores[predicate][l] == nil {
		scores[predicate][l] = &score{}
	}
	scores[predicate][l].add(got, want)
}

func TestLabelledStories(t *testing.T) {
	scores := map[string]map[Language]*score{}
	wrongLanguage, n := 0, 0
	for _, row := range rows(t, "stories.tsv", 5) {
		want, who, text := Language(strings.Trim(row[0], "-")), row[1], row[4]
		got := Read(Story{Description: text})
		n++
		if got.Language != want {
			wrongLanguage++
			t.Logf("language %q, want %q: %q", got.Language, want, text)
			if got.Language != Unknown {
				t.Errorf("a wrong language is worse than none: %q, want %q: %q", got.Language, want, text)
			}
		}
		if want == Unknown {
			continue
		}
		for _, p := range []struct {
			name      string
			got, want bool
		}{
			{"who", got.Who, who != "-"},
			{"specific", got.WhoSpecific, who == "s" || who == "t"},
			{"technical", got.TechnicalWho, who == "t"},
			{"why", got.Why, row[2] == "y"},
			{"criteria", got.Criteria, row[3] == "y"},
		} {
			note(scores, p.name, want, p.got, p.want)
			if p.got != p.want {
				t.Logf("%s: got %v, want %v: %q (%q)", p.name, p.got, p.want, text, got.WhoText)
			}
		}
	}
	t.Logf("language: %s right", ratio(n-wrongLanguage, n))
	if wrongLanguage > n/20 {
		t.Errorf("the language of %d in %d texts is wrong or unknown", wrongLanguage, n)
	}
	report(t, scores)
}

func TestLabelledComments(t *testing.T) {
	scores := map[string]map[Language]*score{}
	for _, row := range rows(t, "comments.tsv", 5) {
		text := row[4]
		question := Question(text)
		span, defers := Defers(text)
		note(scores, "question", Language(row[0]), question, row[1] == "y")
		note(scores, "defers", Language(row[0]), defers, row[2] == "y")
		relays := Relays(text)
		note(scores, "relays", Language(row[0]), relays, row[3] == "y")
		if question != (row[1] == "y") || defers != (row[2] == "y") || relays != (row[3] == "y") {
			t.Logf("question %v, defers %v %q, relays %v, want %s: %q", question, defers, text[span.From:span.To], relays, row[1:4], text)
		}
	}
	report(t, scores)
}

func TestLabelledSetIsBalanced(t *testing.T) {
	count := map[Language]int{}
	var seen []string
	for _, row := range append(rows(t, "stories.tsv", 5), rows(t, "comments.tsv", 5)...) {
		text := row[len(row)-1]
		if slices.Contains(seen, text) {
			t.Errorf("twice in the set: %q", text)
		}
		seen = append(seen, text)
		count[Language(row[0])]++
	}
	for _, l := range languages {
		if count[l] < 30 {
			t.Errorf("%s has %d texts, want at least 30", l, count[l])
		}
	}
}
