package jira

import "time"

// Hurry makes a Connector retry without waiting.
func (c *Connector) Hurry() { c.Wait(func(time.Duration) {}) }

// Wait tells every pause instead of making it.
func (c *Connector) Wait(tell func(time.Duration)) {
	c.wait = func(d time.Duration) time.Duration { tell(d); return 0 }
}
