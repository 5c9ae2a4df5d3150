package jira

import (
	"net/http"
	"time"
)

// Hurry makes a Connector retry without waiting.
func (c *Connector) Hurry() { c.wait = func(int, *http.Response) time.Duration { return 0 } }
