package main

// This file shows how far a pull has come: plain lines, few of them.

import (
	"strconv"
	"sync"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
)

// progress prints at most one line a second, whoever pulls.
type progress struct {
	app  *app
	lock sync.Mutex
	last time.Time
}

func (p *progress) show(team string, at connectors.Progress) {
	p.lock.Lock()
	defer p.lock.Unlock()
	now := time.Now()
	if p.last.IsZero() {
		p.last = now // a quick pull says nothing
	}
	if now.Sub(p.last) < time.Second {
		return
	}
	p.last = now
	if at.Total > 0 {
		p.app.tell("%s: %s of %s %s", team, thousands(at.Done), thousands(at.Total), at.What)
		return
	}
	p.app.tell("%s: %s %s", team, thousands(at.Done), at.What)
}

// thousands writes 5310 as 5,310.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
