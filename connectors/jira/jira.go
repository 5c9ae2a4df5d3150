// Package jira reads a team's backlog and its whole history out of Jira, Cloud and
// Data Center. Which of the two it is, the site says itself.
//
// Pull asks the tracker and yields its own answers as documents, one per thing.
// Read builds the Snapshot out of such documents, without any network, and is where
// Jira's words end. The rules that both keep:
//
//   - Nothing is cut off in silence. Pages are followed to their end, counts are
//     compared with what Jira counts itself, and what is partial is said in
//     Snapshot.Coverage or Snapshot.Missing.
//   - Only the board, the search and the histories are essential. Every other part
//     that a site does not offer becomes a warning.
//   - Fields are found by their schema, statuses by their category, types by their
//     level: names are translated and renamed.
//   - The token is in the requests and nowhere else.
//
// Requests go through go-jira's transports; its types are not used for answers,
// because they drop what tells a whole answer from a part.
package jira

import (
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	gojira "github.com/andygrunwald/go-jira"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// Options says where a Jira is and how to sign in.
type Options struct {
	URL       string            // base URL; https, or http on loopback addresses only
	User      string            // Cloud: mail address of the token's owner; empty sends the token as a bearer
	Token     string            // an API token, a personal access token or a password; kept in the requests only
	Transport http.RoundTripper // nil: a transport of its own
	Log       *slog.Logger      // nil: silent
	Now       func() time.Time  // the moment of a Pull; nil: time.Now
}

// Connector is one signed-in connection to a Jira.
type Connector struct {
	base     string // without a trailing slash
	client   *gojira.Client
	unsigned *http.Client // for what everybody may ask
	user     bool         // signs in with a user name
	log      *slog.Logger
	now      func() time.Time
	line     *wire.Line
	sitewide sitewide
	haul     chan struct{}     // held by the Pull whose items are being asked for
	secrets  *strings.Replacer // blots out the token, should an answer repeat it
	known    atomic.Bool       // the site has taken the token once
	begun    atomic.Int64      // when it first answered, by its own clock; 0: it does not tell
	largest  int64             // bytes of an answer
}

var _ connectors.Connector = (*Connector)(nil)

// New checks the options. It sends nothing.
func New(o Options) (*Connector, error) {
	base, err := wire.CheckURL(o.URL)
	if err != nil {
		return nil, &connectors.Error{Doing: "connecting to Jira", Err: err, Hint: "set url to your site, such as https://acme.atlassian.net"}
	}
	c := &Connector{base: strings.TrimRight(base.String(), "/"), user: o.User != "", log: o.Log, now: o.Now, largest: largestBody, haul: make(chan struct{}, 1)}
	if strings.TrimSpace(o.Token) == "" {
		return nil, &connectors.Error{Doing: "connecting to " + base.Host, Kind: connectors.ErrAuth, Err: errors.New("there is no token"), Hint: c.hint(http.StatusUnauthorized)}
	}
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	if c.now == nil {
		c.now = time.Now
	}
	basic := base64.StdEncoding.EncodeToString([]byte(o.User + ":" + o.Token))
	c.secrets = strings.NewReplacer(basic, "<secret>", o.Token, "<secret>")

	c.line = wire.NewLine(c.log)
	under := c.line.Transport(o.Transport)
	c.unsigned = &http.Client{Transport: under, CheckRedirect: wire.Stay}
	var signed http.RoundTripper = &gojira.BearerAuthTransport{Token: o.Token, Transport: under}
	if o.User != "" {
		signed = &gojira.BasicAuthTransport{Username: o.User, Password: o.Token, Transport: under}
	}
	c.client, err = gojira.NewClient(&http.Client{Transport: signed, CheckRedirect: wire.Stay}, c.base)
	if err != nil {
		return nil, fmt.Errorf("connecting to %s: %w", base.Host, err)
	}
	return c, nil
}

// String names the site, and nothing that is secret.
func (c *Connector) String() string { return "jira " + c.base }

// GoString is String.
func (c *Connector) GoString() string { return c.String() }
