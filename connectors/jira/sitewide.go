package jira

// This file keeps what a site says of itself, and not of one board: the teams of a run ask
// it once.

import (
	"context"
	"sync"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// fresh is how long an answer about the site is believed without asking again.
const fresh = 10 * time.Minute

// sitewide are the answers about the site, by path.
type sitewide struct {
	mutex   sync.Mutex
	answers map[string]*kept
}

// kept is one of them. Whoever wants it while it is being asked for waits.
type kept struct {
	mutex sync.Mutex
	raw   jsontext.Value // nil: not known
	at    time.Time
}

func (s *sitewide) of(path string) *kept {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.answers == nil {
		s.answers = map[string]*kept{}
	}
	if s.answers[path] == nil {
		s.answers[path] = &kept{}
	}
	return s.answers[path]
}

// forget has everything asked again.
func (s *sitewide) forget() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.answers = nil
}

// ofSite asks for what is the same for all teams. A failure is nobody else's.
func (p *pull) ofSite(ctx context.Context, path string, into *jsontext.Value) error {
	one := p.sitewide.of(path)
	one.mutex.Lock()
	defer one.mutex.Unlock()
	if age := p.now().Sub(one.at); one.raw == nil || age < 0 || age > fresh {
		var raw jsontext.Value
		if err := p.get(ctx, path, nil, &raw); err != nil {
			return err
		}
		one.raw, one.at = raw, p.now()
	}
	*into = one.raw
	return nil
}
