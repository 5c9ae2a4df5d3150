// Package pulls has what tests of pulls need beside a fake tracker: a local copy in memory,
// and a count of what was asked.
package pulls

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/rolehealth/rolehealth/connectors"
)

// Store is a local copy in memory, as simple as it can be: documents by kind and id.
type Store map[string]connectors.Document

// Stamps is as connectors.Held has it.
func (s Store) Stamps(_ context.Context, kind string) (map[string]string, error) {
	stamps := map[string]string{}
	for _, d := range s {
		if d.Kind == kind {
			stamps[d.ID] = d.Stamp
		}
	}
	return stamps, nil
}

// Body is as connectors.Held has it.
func (s Store) Body(_ context.Context, kind, id string) (json.RawMessage, error) {
	return s[kind+" "+id].Body, nil
}

// Take pulls into the store, and tells which documents of a kind came anew, by id. With an
// error, what came is held and nothing is dropped. It is an error too if a document is said
// to be held that is not.
func (s Store) Take(ctx context.Context, c connectors.Connector, team connectors.Source, kind string) (fetched []string, err error) {
	team.Held = s
	came, kept := Store{}, Store{}
	for d, err := range c.Pull(ctx, team, nil) {
		key := d.Kind + " " + d.ID
		held, isHeld := s[key]
		switch {
		case err != nil:
			maps.Copy(s, came)
			return fetched, err
		case d.Body == nil && !isHeld:
			return fetched, errors.New(key + " is said to be held, and is not")
		case d.Body == nil:
			kept[key] = held
			continue
		case d.Kind == kind:
			fetched = append(fetched, d.ID)
		}
		came[key] = d
	}
	clear(s)
	maps.Copy(s, kept)
	maps.Copy(s, came)
	return fetched, nil
}

// Documents lists what is held, by kind and id.
func (s Store) Documents() []connectors.Document {
	var docs []connectors.Document
	for _, key := range slices.Sorted(maps.Keys(s)) {
		docs = append(docs, s[key])
	}
	return docs
}

// Tally notes every request, with the beginning of its body, and passes it on.
type Tally struct {
	Next  http.RoundTripper
	mutex sync.Mutex
	Asked []string
}

// RoundTrip passes a request on.
func (t *Tally) RoundTrip(r *http.Request) (*http.Response, error) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	line := r.Method + " " + r.URL.Path
	if r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(strings.NewReader(string(raw)))
		line += " " + string(raw[:min(len(raw), 300)])
	}
	t.Asked = append(t.Asked, line)
	return t.Next.RoundTrip(r)
}

// Matching counts the requests that have a part in their line.
func (t *Tally) Matching(part string) (n int) {
	for _, line := range t.Asked {
		if strings.Contains(line, part) {
			n++
		}
	}
	return n
}
