package mirror_test

// This test holds the copy against the simplest thing that could be right: two maps.

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// model is what a copy should hold, by id.
type model struct {
	pulled, arrived map[string]connectors.Document
}

// over is what a pull is told to be held.
func (m model) over() map[string]connectors.Document {
	all := maps.Clone(m.pulled)
	maps.Copy(all, m.arrived)
	return all
}

// pull makes up the documents of one pull: some gone, some as they are held, some new, and
// now and then one twice.
func (m model) pull(chance *rand.Rand, round int) (docs []connectors.Document) {
	held := m.over()
	for i := range 700 {
		id := fmt.Sprint(i)
		was, known := held[id]
		switch n := chance.IntN(100); {
		case n < 4:
			continue
		case known && was.Stamp != "" && n < 92:
			docs = append(docs, connectors.Document{Kind: "issue", ID: id})
			continue
		case n >= 98:
			docs = append(docs, stamped(id, "early", `"twice"`))
		}
		stamp := fmt.Sprint("round ", round)
		if i%50 == 0 {
			stamp = "" // it comes anew with every pull
		}
		docs = append(docs, stamped(id, stamp, fmt.Sprintf(`"%d of %d: %s"`, i, round, strings.Repeat("word ", chance.IntN(60)))))
	}
	return docs
}

// take does with the maps what Replace should do with the copy.
func (m model) take(docs []connectors.Document, finished bool) {
	for _, d := range docs {
		if d.Body != nil {
			m.arrived[d.ID] = d
		}
	}
	if !finished {
		return
	}
	named := map[string]bool{}
	for _, d := range docs {
		named[d.ID] = true
		if came, ok := m.arrived[d.ID]; ok {
			m.pulled[d.ID] = came
		}
		delete(m.arrived, d.ID)
	}
	maps.DeleteFunc(m.pulled, func(id string, _ connectors.Document) bool { return !named[id] })
}

func TestTheCopyIsWhatTheModelSays(t *testing.T) {
	for _, seed := range []uint64{0, 5} { // each found something
		chance := rand.New(rand.NewPCG(seed, 1))
		dir := t.TempDir()
		m, want := open(t, dir), model{map[string]connectors.Document{}, map[string]connectors.Document{}}
		for round := range 25 {
			docs := want.pull(chance, round)
			finished := chance.IntN(3) > 0
			if finished {
				replace(t, m, checkout, docs...)
			} else {
				docs = docs[:chance.IntN(len(docs))]
				_ = m.Replace(t.Context(), checkout, breaking(docs...))
			}
			want.take(docs, finished)
			if chance.IntN(4) == 0 {
				m = open(t, dir)
			}
			compare(t, fmt.Sprintf("seed %d, round %d", seed, round), m, want, chance)
		}
	}
}

func compare(t *testing.T, when string, m *mirror.Mirror, want model, chance *rand.Rand) {
	t.Helper()
	if len(want.pulled) > 0 {
		var lines []string
		for id, d := range want.pulled {
			lines = append(lines, fmt.Sprintf("issue %s %s", id, d.Body))
		}
		got := read(t, m, checkout)
		slices.Sort(got)
		slices.Sort(lines)
		if diff := cmp.Diff(lines, got); diff != "" {
			t.Fatalf("%s: a reader sees (-want +got):\n%s", when, diff)
		}
	}
	held, all := stamps(t, m), map[string]string{}
	for id, d := range want.over() {
		all[id] = d.Stamp
	}
	if diff := cmp.Diff(all, held); diff != "" {
		t.Fatalf("%s: held (-want +got):\n%s", when, diff)
	}
	look := m.Held(checkout)
	for range 5 {
		id := fmt.Sprint(chance.IntN(700))
		if body, err := look.Body(t.Context(), "issue", id); err != nil || string(body) != string(want.over()[id].Body) {
			t.Fatalf("%s: the body of %s is %s, %v; want %s", when, id, body, err, want.over()[id].Body)
		}
	}
}
