package scenario

import (
	"os"
	"strings"
	"testing"
)

// The examples of the documentation run, and no sentence is left undocumented.
func TestDocumentation(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := FromMarkdown("README.md", string(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) < 10 {
		t.Fatalf("found %d examples, want at least 10", len(examples))
	}
	shown := map[string]bool{}
	for _, e := range examples {
		if _, err := e.Parse("README.md"); err != nil {
			t.Errorf("under %q: %v", e.Heading, err)
		}
		for _, pattern := range patterns(e.Text) {
			shown[pattern] = true
		}
	}
	undocumented(t, settings, shown)
	undocumented(t, bodies, shown)
	undocumented(t, verbs, shown)
}

func undocumented[T any](t *testing.T, table []sentence[T], shown map[string]bool) {
	for _, row := range table {
		if !shown[row.says] {
			t.Errorf("no history in README.md uses the sentence %q", row.says)
		}
	}
}

// The example of every sentence is an instance of its own pattern.
func TestExamplesOfSentences(t *testing.T) {
	own(t, settings)
	own(t, bodies)
	own(t, verbs)
}

func own[T any](t *testing.T, table []sentence[T]) {
	for _, row := range table {
		if got, _, err := find(table, row.like, everybody); err != nil || got.says != row.says {
			t.Errorf("%q is read as %q (%v), want %q", row.like, got.says, err, row.says)
		}
	}
}

var everybody = map[string]bool{
	"Ada": true, "Ben": true, "Cleo": true, "Dana": true, "Gus": true, "Eve": true, "Mia": true, "Rob": true, "Zoe": true,
}

// patterns are the sentences a history uses.
func patterns(text string) []string {
	var wrong mistakes
	var used []string
	lines, _, _ := split(text, &wrong)
	for _, l := range lines {
		said := l.text
		if _, rest, err := readWhen(said); err == nil {
			said = rest
		}
		if row, _, err := find(verbs, strings.TrimSuffix(said, " in bulk"), everybody); err == nil {
			used = append(used, row.says)
		}
		if row, _, err := find(settings, said, everybody); err == nil {
			used = append(used, row.says)
		}
		if row, _, err := find(bodies, said, everybody); err == nil {
			used = append(used, row.says)
		}
	}
	return used
}
