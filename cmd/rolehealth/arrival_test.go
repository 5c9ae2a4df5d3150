package main

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// picky is a reader that does not understand one body.
type picky struct{ took []string }

func (p *picky) Take(d connectors.Document) error {
	if string(d.Body) == `"odd"` {
		return errors.New("an odd one")
	}
	p.took = append(p.took, d.ID)
	return nil
}

func (p *picky) Snapshot() (*backlog.Snapshot, error) {
	return &backlog.Snapshot{Items: make([]*backlog.Item, len(p.took))}, nil
}

func docs(bodies ...string) iter.Seq2[connectors.Document, error] {
	return func(yield func(connectors.Document, error) bool) {
		for i, body := range bodies {
			d := connectors.Document{Kind: "issue", ID: string(rune('1' + i)), Stamp: "s"}
			if body != "" {
				d.Body = []byte(body)
			}
			if !yield(d, nil) {
				return
			}
		}
	}
}

func TestWhatCannotBeReadIsNotKept(t *testing.T) {
	m, err := mirror.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	team := mirror.Key{Connection: "acme", Team: "Checkout"}
	if err := m.Replace(t.Context(), team, docs(`"one"`, `"two"`)); err != nil {
		t.Fatal(err)
	}
	reader := &picky{}
	came := &arrival{reader: reader}
	err = m.Replace(t.Context(), team, came.read(docs("", `"new"`, `"odd"`, `"never asked for"`)))
	if failure, told := errors.AsType[*connectors.Error](err); !told || !errors.Is(err, connectors.ErrAnswer) || failure.Hint == "" {
		t.Errorf("the pull ends with %v, want a strange answer and what to do", err)
	}
	if diff := cmp.Diff([]string{"2"}, reader.took); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	var left []string
	for d, err := range m.Documents(t.Context(), team) {
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, d.ID+string(d.Body))
	}
	if diff := cmp.Diff([]string{`1"one"`, `2"two"`}, left); diff != "" {
		t.Errorf("the copy (-want +got):\n%s", diff)
	}
	held, err := m.Held(team).Stamps(t.Context(), "issue")
	if _, odd := held["3"]; err != nil || odd || len(held) != 2 {
		t.Errorf("held is %v, %v; want the two that can be read", held, err)
	}
}

func TestOnlyAWholePullNeedsNoSecondReading(t *testing.T) {
	for _, c := range []struct {
		bodies []string
		items  int // -1: to be read from the local copy
	}{
		{[]string{"1", "2", "3"}, 3},
		{[]string{"1", "", "3"}, -1},
		{[]string{""}, -1},
		{nil, 0},
	} {
		came := &arrival{reader: &picky{}}
		for range came.read(docs(c.bodies...)) {
		}
		snap, err := came.snapshot()
		if err != nil {
			t.Fatal(err)
		}
		if got := snap == nil; got != (c.items < 0) || snap != nil && len(snap.Items) != c.items {
			t.Errorf("%q gives %v, want %d items", c.bodies, snap, c.items)
		}
		if len(came.lines) == 0 || slices.Contains(came.lines, "") {
			t.Errorf("%q tells %q", c.bodies, came.lines)
		}
	}
}
