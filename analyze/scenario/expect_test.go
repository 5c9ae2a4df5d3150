package scenario

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const expecting = `
sprint 7 from 2026-03-02 to 2026-03-13: Refunds work end to end  <- VAL-07 "a list"
  has PAY-1..3 stories
  day 4: Ada adds PAY-9 story 8       <- FLW-01 "8 points" <- OWN-02
  day 6: Ada adds PAY-10, PAY-11      <- FLW-01
  day 9: Ben finishes PAY-1
=> FLW-01 flag red
`

// Every way in which a check and a history can differ.
func TestCheck(t *testing.T) {
	s := mustParse(t, expecting)
	cite := func(key, day, says string) Cite {
		for _, f := range s.Facts {
			if f.Item == key && f.At.Format("01-02") == day {
				return Cite{Item: key, At: f.At, Says: says}
			}
		}
		t.Fatalf("no fact about %s on %s", key, day)
		return Cite{}
	}
	nine, eleven := cite("PAY-9", "03-05", "8 points added"), cite("PAY-11", "03-09", "3 points added")
	finish, goal := cite("PAY-1", "03-12", "finished"), cite("Sprint 7", "03-02", "has a list for a goal")
	stray := Cite{Item: "PAY-9", At: nine.At.Add(1), Says: "8 points"}
	for _, c := range []struct {
		name, id, status, level string
		got                     []Cite
		want                    []string
	}{
		{"as expected", "FLW-01", "flag", "red", []Cite{nine, eleven}, nil},
		{"nothing expected", "ORD-01", "flag", "red", []Cite{finish}, nil},
		{"a Sprint", "VAL-07", "watch", "", []Cite{goal}, nil},
		{"an arrow alone asks for no status", "OWN-02", "ok", "", []Cite{nine}, nil},
		{"an arrow is not met", "FLW-01", "flag", "red", []Cite{nine},
			[]string{`test:5: FLW-01 does not cite this line`}},
		{"other words", "FLW-01", "flag", "red", []Cite{{nine.Item, nine.At, "a story"}, eleven},
			[]string{`test:4: FLW-01 cites this line, but says "a story", want "8 points"`}},
		{"a line without an arrow", "FLW-01", "flag", "red", []Cite{nine, eleven, finish},
			[]string{`test:6: FLW-01 cites PAY-1 on this line, which has no arrow: "finished"`}},
		{"a fact nobody tells", "FLW-01", "flag", "red", []Cite{nine, eleven, stray},
			[]string{`test: FLW-01 cites PAY-9 at 2026-03-05 10:20:00, which no line tells: "8 points"`}},
		{"another level", "FLW-01", "flag", "amber", []Cite{nine, eleven},
			[]string{`test:7: FLW-01 is "flag amber", want "flag red"`}},
		{"another status", "FLW-01", "insufficient", "", []Cite{nine, eleven},
			[]string{`test:7: FLW-01 is "insufficient", want "flag red"`}},
	} {
		if diff := cmp.Diff(c.want, s.Check(c.id, c.got, c.status, c.level)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if diff := cmp.Diff([]string{"VAL-07", "FLW-01", "OWN-02"}, s.Checks()); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

func TestVerdictWithoutLevel(t *testing.T) {
	s := mustParse(t, "2026-03-04: Ada adds PAY-1  <- FLW-01\n=> FLW-01 flag")
	at := s.Facts[0].At
	if got := s.Check("FLW-01", []Cite{{Item: "PAY-1", At: at}}, "flag", "amber"); got != nil {
		t.Errorf("got %q, want any level to do", got)
	}
}

func TestFromMarkdown(t *testing.T) {
	const md = "# One\ntext\n```history\n2026-03-04: Ada adds PAY-1\n```\n## Two\n```sh\n# no heading\n```\n```history\n\n2026-03-04: Ada ads PAY-1\n```\n"
	got, err := FromMarkdown("doc.md", md)
	if err != nil {
		t.Fatal(err)
	}
	want := []Example{
		{Heading: "One", Line: 4, Text: "2026-03-04: Ada adds PAY-1\n"},
		{Heading: "Two", Line: 11, Text: "\n2026-03-04: Ada ads PAY-1\n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, err = got[1].Parse("doc.md")
	if want := `doc.md:12: cannot read "ads"; the nearest known sentence is: Ada adds PAY-9 story 8`; err == nil || err.Error() != want {
		t.Errorf("got the error %v, want %s", err, want)
	}
	_, err = FromMarkdown("doc.md", "text\n```history\n")
	if want := "doc.md:2: a fence is opened and not closed: end it with ```"; err == nil || err.Error() != want {
		t.Errorf("got the error %v, want %s", err, want)
	}
}

func TestDaysOfAFlowBelongToItsBoard(t *testing.T) {
	s := mustParse(t, "# a team\nteam Support · kanban board    <- ORD-02 \"no day\"\n2026-01-12: Ada adds PAY-1\n")
	span := Cite{Item: "2026-01-05 to 2026-01-19", Says: "the order moved on no day"}
	for _, c := range []struct {
		got  Cite
		want []string
	}{
		{span, nil},
		{Cite{Item: "PAY-1 to PAY-2", Says: "no day"}, []string{
			"test:2: ORD-02 does not cite this line",
			`test: ORD-02 cites PAY-1 to PAY-2 at 0001-01-01 00:00:00, which no line tells: "no day"`,
		}},
	} {
		if diff := cmp.Diff(c.want, s.Check("ORD-02", []Cite{c.got}, "flag", "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.got.Item, diff)
		}
	}
	if diff := s.Check("ORD-02", nil, "ok", ""); len(diff) != 1 {
		t.Errorf("an arrow at a board is met without a citation: %q", diff)
	}
}
