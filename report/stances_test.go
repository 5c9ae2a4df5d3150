package report

// This file holds what readers are told of stances: never less doubt than there is.

import (
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze"
)

func TestSignWord(t *testing.T) {
	one, two := []string{"x"}, []string{"x", "y"}
	for _, c := range []struct {
		stance analyze.Stance
		want   string
	}{
		{analyze.Stance{Signs: "clear", For: two}, "clear signs"},
		{analyze.Stance{Signs: "some", For: one, Unassessed: two}, "some signs"},
		{analyze.Stance{Signs: "little", For: one}, "little sign"},
		{analyze.Stance{Signs: "no", Against: two, Unassessed: one}, "no sign"},
		{analyze.Stance{Signs: "no", For: one, Against: two, Unassessed: one}, "too little"},
		{analyze.Stance{Signs: "no", For: one, Unassessed: two}, "cannot tell"},
		{analyze.Stance{Signs: "no", Unassessed: one}, "cannot tell"},
		{analyze.Stance{Signs: "no"}, "cannot tell"},
	} {
		if got := signWord(c.stance); got != c.want {
			t.Errorf("%+v: %q, want %q", c.stance, got, c.want)
		}
	}
}

// Every stance is named in every format for people, and the page holds every entry of
// the ledger and leads to the check behind it.
func TestLedgerIsTold(t *testing.T) {
	team := troubled()
	text := render(t, Text(TextOptions{}), sampleOf(team))
	markdown := render(t, Markdown, sampleOf(team))
	page := html.UnescapeString(strings.ReplaceAll(render(t, HTML, sampleOf(team)), "\u00a0", " "))
	for _, s := range team.Stances {
		name, _, _ := strings.Cut(s.Name, ": ")
		if !strings.Contains(text, name) || !strings.Contains(page, name) || !strings.Contains(markdown, name) {
			t.Errorf("%s is not told", name)
		}
		for _, entry := range slices.Concat(s.For, s.Against, s.Unassessed) {
			if _, said, ok := strings.Cut(entry, ": "); ok && !strings.Contains(page, said) {
				t.Errorf("the page does not say %q", said)
			}
		}
	}
	if link := `<a href="#team-1-ORD-05">ORD-05 pass-through</a>`; !strings.Contains(page, link) {
		t.Errorf("no link %s", link)
	}
	if first, last := strings.Index(page, "Preferred stances"), strings.Index(page, "Misunderstood stances"); first < 0 || first > last {
		t.Error("the preferred stances do not come first")
	}
}
