package main

// This file shows how far a pull has come: a bar for each team where somebody watches a
// terminal, plain lines and few of them elsewhere.

import (
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/rolehealth/rolehealth/connectors"
)

// progress shows the pulls of some teams, which go on side by side.
type progress struct {
	app  *app
	lock sync.Mutex
	last time.Time // of a line; at most one is printed a second, whoever pulls
	all  *mpb.Progress
	bars map[string]*bar
}

// bar is one team's.
type bar struct {
	*mpb.Bar
	at atomic.Pointer[connectors.Progress] // the screen is drawn at its own pace
}

// watch begins to show progress. The caller must end it.
func (a *app) watch() *progress {
	p := &progress{app: a, bars: map[string]*bar{}}
	// A log between them would tear the bars apart.
	if screen, ok := a.stderr.(*os.File); ok && !a.quiet && !a.verbose && term.IsTerminal(int(screen.Fd())) {
		p.all = mpb.New(mpb.WithOutput(screen), mpb.WithWidth(40), mpb.WithAutoRefresh())
	}
	return p
}

func (p *progress) show(team string, at connectors.Progress) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.all == nil {
		p.line(team, at)
		return
	}
	b := p.bars[team]
	if b == nil {
		b = &bar{}
		b.at.Store(&at)
		b.Bar = p.all.AddBar(0, // its total is not known yet
			mpb.PrependDecorators(decor.Name(oneLine(team), decor.WCSyncSpaceR), decor.Any(b.counts, decor.WCSyncSpaceR)),
			mpb.AppendDecorators(decor.OnComplete(decor.AverageETA(decor.ET_STYLE_GO), "")))
		p.bars[team] = b
	}
	b.at.Store(&at)
	b.SetTotal(int64(at.Total), false)
	b.SetCurrent(int64(at.Done))
}

// counts writes how many have come: "300 of 412 items".
func (b *bar) counts(decor.Statistics) string { return counted(*b.at.Load()) }

func counted(at connectors.Progress) string {
	if at.Total > 0 {
		return thousands(at.Done) + " of " + thousands(at.Total) + " " + at.What
	}
	return thousands(at.Done) + " " + at.What
}

// end leaves the bars as they are, and waits until they are drawn.
func (p *progress) end() {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.all == nil {
		return
	}
	for _, b := range p.bars {
		b.Abort(false)
	}
	p.all.Wait()
}

func (p *progress) line(team string, at connectors.Progress) {
	now := time.Now()
	if p.last.IsZero() {
		p.last = now // a quick pull says nothing
	}
	if now.Sub(p.last) < time.Second {
		return
	}
	p.last = now
	p.app.tell("%s: %s", team, counted(at))
}

// thousands writes 5310 as 5,310.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
