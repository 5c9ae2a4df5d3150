package report

import (
	"strings"
	"testing"
)

func TestBriefs(t *testing.T) {
	all := Since{}.Briefs(sampleOf(troubled(), failed(), hostile()))
	b := all[0]
	if b.About != "Scrum · 24 May – 20 Nov 2026 · 412 of 412 items, with 1 warning, 5,310 changes" || b.Owner != "PO-1 is the Product Owner (configured, since 1 Jan 2026)" {
		t.Errorf("a team is about %q, and %q", b.About, b.Owner)
	}
	if got := len(b.Works) + len(b.Talk) + b.Unjudged; got != len(b.Checks) || len(b.Talk) != 4 || b.Talk[0].ID != "ORD-02" {
		t.Errorf("%d of %d checks are told, %d of them to talk about, %s first", got, len(b.Checks), len(b.Talk), b.Talk[0].ID)
	}
	if got, want := Situation(b.Works[0]), "Work serves a goal: 61 of 64 items that were committed hang below one with a text"; got != want {
		t.Errorf("the situation is %q, want %q", got, want)
	}
	if got := all[1].Words; got != "not analysed: connection acme: the token was refused; create a new one" {
		t.Errorf("a team that failed is %q", got)
	}
	if got := all[2]; strings.ContainsAny(got.Name+got.Owner+got.Talk[0].Title, "\r\n\x1b\u202e") {
		t.Errorf("hostile text stays as it is: %.200q", got.Name)
	}
	many := troubled()
	many.Checks = nil
	for range 10 {
		many.Checks = append(many.Checks, wellFinding("VAL-01", "All is well."))
	}
	if got := len(Since{}.Briefs(sampleOf(many))[0].Works); got != 10 {
		t.Errorf("%d findings work, want all 10", got)
	}
}
