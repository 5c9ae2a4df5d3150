package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors"
)

func TestWrapped(t *testing.T) {
	markdown := "One **two** three four five six seven eight nine ten eleven twelve thirteen fourteen\nfifteen.\n\n" +
		"- An entry that is long enough to need a second line, which hangs below its own text\n- Another\n\n" +
		"```history\nteam A\n  day 1\n```\n### A heading"
	want := `One two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen.

- An entry that is long enough to need a second line, which hangs below its own
  text
- Another

    team A
      day 1
A heading`
	if diff := cmp.Diff(want, wrapped(markdown)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestProgressIsOneLineASecondAtMost(t *testing.T) {
	var out bytes.Buffer
	p := &progress{app: &app{stderr: &out}}
	show := func() { p.show("Checkout", connectors.Progress{What: "items", Done: 1300, Total: 5310}) }
	show()
	show()
	if out.Len() > 0 {
		t.Errorf("a quick pull says %q", &out)
	}
	p.last = time.Now().Add(-2 * time.Second)
	show()
	show()
	if got, want := out.String(), "Checkout: 1,300 of 5,310 items\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.app.quiet, p.last = true, time.Now().Add(-2*time.Second)
	if show(); out.String() != "Checkout: 1,300 of 5,310 items\n" {
		t.Errorf("-q still says %q", &out)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("two\nlines\r\nand \x1b[31mcolour\u202e"), "two; lines; and  [31mcolour "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
