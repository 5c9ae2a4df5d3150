package azure

import "time"

// Hurry makes a Connector retry without waiting.
func (c *Connector) Hurry() { c.line.Wait = func(time.Duration) time.Duration { return 0 } }
