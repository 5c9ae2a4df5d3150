package report

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestTextFits(t *testing.T) {
	for _, columns := range []int{0, 60, 80, 100, 500} {
		for _, colour := range []bool{false, true} {
			for kind, r := range samples() {
				t.Run(fmt.Sprint(kind, columns, colour), func(t *testing.T) {
					limit := map[int]int{0: 80, 500: 110}[columns]
					for l := range strings.Lines(render(t, Text(TextOptions{Color: colour, Width: columns}), r)) {
						l = colours.ReplaceAllString(strings.TrimSuffix(l, "\n"), "")
						if w := width(l); w > max(limit, columns%500) {
							t.Errorf("%d columns: %s", w, l)
						}
						if harmful(l) {
							t.Errorf("control or formatting characters in %q", l)
						}
					}
				})
			}
		}
	}
}

func TestColourSaysNothingNew(t *testing.T) {
	for kind, r := range samples() {
		plain := render(t, Text(TextOptions{}), r)
		coloured := colours.ReplaceAllString(render(t, Text(TextOptions{Color: true}), r), "")
		if diff := cmp.Diff(plain, coloured); diff != "" {
			t.Errorf("%s: %s", kind, diff)
		}
	}
}

func TestTextGolden(t *testing.T) {
	const golden = "testdata/troubled.txt"
	got := render(t, Text(TextOptions{}), sampleOf(troubled()))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("run go test ./report -update and read the difference:\n%s", diff)
	}
}

// Why there is no opinion is never cut, however many reasons there are and however long.
func TestEveryReasonIsTold(t *testing.T) {
	team := sampleTeam("Checkout")
	team.Checks = nil
	var want []string
	for i := range 12 {
		reason := fmt.Sprintf("reason %d: %sends %d", i, strings.Repeat("many words about it ", 12), i)
		want = append(want, reason)
		team.Checks = append(team.Checks, silentFinding(fmt.Sprintf("ORD-%02d", i), analyze.NotAssessable, reason))
	}
	team.Checks = append(team.Checks, silentFinding("VAL-01", analyze.NotAssessable, want[0]))
	got := render(t, Text(TextOptions{}), sampleOf(team))
	for _, reason := range want {
		if n := strings.Count(columnOf(got, 27, 64), reason); n != 1 {
			t.Errorf("%.10q… is told %d times, want once and whole, in:\n%s", reason, n, got)
		}
	}
	for _, id := range []string{"ORD-00 VAL-01", "ORD-11"} {
		if !strings.Contains(got, id) {
			t.Errorf("%s is not named", id)
		}
	}
}

// columnOf joins what stands between two columns of every line.
func columnOf(text string, from, to int) string {
	var words []string
	for l := range strings.Lines(text) {
		runes := []rune(l)
		words = append(words, strings.Fields(string(runes[min(from, len(runes)):min(to, len(runes))]))...)
	}
	return strings.Join(words, " ")
}

func TestSentencesAreNotCutInHalf(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"It is so. And on.", []string{"It is so.", "And on."}},
		{"It is so. And it goes on.", []string{"It is so."}},
		{"It is so. And on. And more. And more.", []string{"It is so.", "And on."}},
		{"It is so, and on and on. More.", []string{"It is so,", "and on…"}},
		{strings.Repeat("a. ", 9_999), []string{"a. a. a.", "a. a. a."}},
		{"", nil},
	} {
		if diff := cmp.Diff(c.want, wrapSentences(c.in, 9, 2)); diff != "" {
			t.Errorf("%.40q: %s", c.in, diff)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in             string
		columns, limit int
		want           []string
	}{
		{"", 10, 3, nil},
		{"one two three", 7, 3, []string{"one two", "three"}},
		{"unbreakable", 4, 9, []string{"unbr", "eaka", "ble"}},
		{"支払い方法", 4, 9, []string{"支払", "い方", "法"}},
		{"one two three four", 5, 2, []string{"one", "two…"}},
		{strings.Repeat("n", 10_000), 10, 2, []string{"nnnnnnnnnn", "nnnnnnnnn…"}},
	} {
		if diff := cmp.Diff(c.want, wrap(c.in, c.columns, c.limit)); diff != "" {
			t.Errorf("wrap(%.20q, %d, %d): %s", c.in, c.columns, c.limit, diff)
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		in      string
		columns int
		want    string
	}{
		{"short", 5, "short"},
		{"longer", 5, "long…"},
		{"支払い", 5, "支払…"},
		{"two words", 5, "two…"},
	} {
		if got := fit(c.in, c.columns); got != c.want {
			t.Errorf("fit(%q, %d) = %q, want %q", c.in, c.columns, got, c.want)
		}
	}
}
