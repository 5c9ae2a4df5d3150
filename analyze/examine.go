package analyze

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// This file takes all checks through one moment of a team.

// examination is what the checks made of a team at one moment.
type examination struct {
	shared  Pass // what is the same for all checks
	windows []Window
	results []*result
}

// pass is a Pass that nothing was told to.
func (e *examination) pass() *Pass {
	p := e.shared
	p.Periods(e.windows)
	return &p
}

// examine takes all checks to their verdicts, side by side.
func examine(snap *backlog.Snapshot, facts *guards.Facts, checks []Check, o Options) *examination {
	told, untold := recorded(snap)
	from := o.from(snap)
	e := &examination{windows: windowsOf(snap, from)}
	e.shared = Pass{Snapshot: told, Facts: facts, Roles: roles.Infer(snap, facts, o.Roles, o.Names), From: from}
	for _, it := range told.Items {
		if it.Level() == backlog.BacklogLevel {
			e.shared.Backlog = append(e.shared.Backlog, it)
		}
	}
	e.shared.taken = sync.OnceValues(e.shared.commitments)
	e.shared.decided = sync.OnceValue(e.shared.decisions)
	e.shared.begun = sync.OnceValue(e.shared.beginnings)
	e.results = make([]*result, len(checks))
	var running sync.WaitGroup
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) { // more would only keep others waiting
		running.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(checks)); i = next.Add(1) - 1 {
				p := e.pass()
				p.words, p.noun, p.class = map[string]string{}, [2]string{"case", "cases"}, checks[i].Class
				p.LeaveOut("items whose history did not come", untold)
				e.results[i] = run(checks[i], p)
			}
		})
	}
	running.Wait()
	backUp(e.results)
	doubtChance(e.results)
	return e
}

// facts are those of the window that ends with the Snapshot.
func (o Options) facts(snap *backlog.Snapshot) *guards.Facts {
	return guards.New(snap, o.from(snap), o.Declared, knownBots(o.Roles))
}

// from is the begin of the window that ends with the Snapshot.
func (o Options) from(snap *backlog.Snapshot) time.Time { return snap.TakenAt.Add(-o.Window) }

// knownBots says of the configured people whether they are bots.
func knownBots(configured []roles.Configured) map[*backlog.Person]bool {
	known := map[*backlog.Person]bool{}
	for _, c := range configured {
		if c.Person != nil {
			known[c.Person] = c.Role == roles.Bot
		}
	}
	return known
}

// recorded is the Snapshot without the items whose history did not come, and their number:
// what became of those cannot be told.
func recorded(snap *backlog.Snapshot) (*backlog.Snapshot, int) {
	part := *snap
	part.Items = slices.DeleteFunc(slices.Clone(snap.Items), func(it *backlog.Item) bool { return it.NoRecord })
	return &part, len(snap.Items) - len(part.Items)
}
