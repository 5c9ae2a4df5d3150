package jira

import (
	"context"
	"iter"
	"time"
)

// Shuffled lists which issues moved between two orders.
func Shuffled(before, after []string) []string {
	p := &pull{}
	p.held.order = before
	return p.shuffled(after)
}

// Hurry makes a Connector retry without waiting.
func (c *Connector) Hurry() { c.Wait(func(time.Duration) {}) }

// Wait tells every pause instead of making it.
func (c *Connector) Wait(tell func(time.Duration)) {
	c.line.Wait = func(d time.Duration) time.Duration { tell(d); return 0 }
}

// Limit sets how many bytes of an answer are read.
func (c *Connector) Limit(bytes int64) { c.largest = bytes }

// Hauled gives groups of one team at a time.
func (c *Connector) Hauled(ctx context.Context, groups iter.Seq2[[]string, error]) iter.Seq2[[]string, error] {
	return c.hauled(ctx, groups)
}
