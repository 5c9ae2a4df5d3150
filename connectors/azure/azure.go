// Package azure reads a team's backlog and its whole history out of Azure Boards, of
// Azure DevOps Services and of Azure DevOps Server.
//
// Pull asks the tracker and yields documents, one per work item. The Reader builds the
// Snapshot out of such documents, without any network, and is where the words of Azure
// end. The rules that both keep:
//
//   - Nothing is cut off in silence. Pages are followed to their end, counts are
//     compared, and what is partial is said in Snapshot.Coverage or Snapshot.Missing.
//     Work items in areas that the account may not read do not show at all: that is
//     always said.
//   - The process decides, not names: types get their level, states their category and
//     the order and effort fields their meaning from the team's backlog configuration.
//   - Sprints are told by the id of the iteration: paths change without any revision.
//   - Who entered a change in somebody else's name, as imports do, is nobody: the change
//     is kept, without a person.
//   - The token is in the requests and nowhere else.
//
// Histories come from the reporting interface, a thousand revisions to an answer. Where
// the team is a small part of a huge project, they come work item by work item.
// Requests go through Microsoft's client, which knows the addresses and versions; its
// types are not used for answers, because they fail whole pages on one odd value.
package azure

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"

	"github.com/microsoft/azure-devops-go-api/azuredevops/v7"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/wire"
)

// Options says where an organisation or collection is and how to sign in.
type Options struct {
	URL       string            // of the organisation or collection; https, or http on loopback addresses only
	Token     string            // a personal access token, or an Entra access token; kept in the requests only
	Transport http.RoundTripper // nil: a transport of its own
	Log       *slog.Logger      // nil: silent
	Now       func() time.Time  // the moment of a Pull; nil: time.Now
}

// Connector is one signed-in connection to an organisation.
type Connector struct {
	base    string // without a trailing slash
	client  *azuredevops.Client
	line    *wire.Line
	log     *slog.Logger
	now     func() time.Time
	secrets *strings.Replacer        // blots out the token, should an answer repeat it
	taken   atomic.Pointer[question] // the first that was answered; nil: the token was not taken yet
	rooms   sync.Pool                // of *bytes.Buffer, for answers
}

var _ connectors.Connector = (*Connector)(nil)

// New checks the options. It sends nothing.
func New(o Options) (*Connector, error) {
	base, err := wire.CheckURL(o.URL)
	if err == nil {
		base, err = organisation(base)
	}
	if err != nil {
		return nil, &connectors.Error{Doing: "connecting to Azure DevOps", Err: err, Hint: "set url to your organisation, such as https://dev.azure.com/contoso, or to your collection"}
	}
	token := strings.TrimSpace(o.Token)
	if token == "" {
		return nil, &connectors.Error{Doing: "connecting to " + base.Host, Kind: connectors.ErrAuth, Err: errors.New("there is no token"), Hint: hintToken}
	}
	c := &Connector{base: strings.TrimRight(base.String(), "/"), log: o.Log, now: o.Now}
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	if c.now == nil {
		c.now = time.Now
	}
	c.line = wire.NewLine(c.log)
	c.line.Hopeless = stopped
	signature := azuredevops.CreateBasicAuthHeaderValue("", token)
	if IsEntra(token) {
		signature = "Bearer " + token
	}
	c.secrets = strings.NewReplacer(strings.TrimPrefix(signature, "Basic "), "<secret>", token, "<secret>")
	connection := &azuredevops.Connection{AuthorizationString: signature, BaseUrl: c.base, SuppressFedAuthRedirect: true}
	c.client = azuredevops.NewClientWithOptions(connection, c.base, azuredevops.WithHTTPClient(&http.Client{
		Transport: checked{c, c.line.Transport(o.Transport)}, CheckRedirect: wire.Stay,
	}))
	return c, nil
}

// String names the organisation, and nothing that is secret.
func (c *Connector) String() string { return "azure " + c.base }

// GoString is String.
func (c *Connector) GoString() string { return c.String() }

// IsEntra tells an access token of Entra, three parts with points between them, from a
// personal access token, which has no points, and from whatever is no token at all.
func IsEntra(token string) bool {
	return strings.HasPrefix(token, "eyJ") && strings.Count(token, ".") == 2 && !strings.ContainsFunc(token, unicode.IsSpace)
}

// organisation cuts an address that people copied from their browser down to the
// organisation. Of a Server, only what follows the first "_" is known not to belong to it.
func organisation(u *url.URL) (*url.URL, error) {
	parts := strings.FieldsFunc(u.Path, func(r rune) bool { return r == '/' })
	for i, part := range parts {
		if strings.HasPrefix(part, "_") {
			parts = parts[:i]
			break
		}
	}
	switch host := strings.ToLower(u.Hostname()); {
	case host == "dev.azure.com" && len(parts) == 0:
		return nil, errors.New("the url names no organisation")
	case host == "dev.azure.com":
		parts = parts[:1]
	case strings.HasSuffix(host, ".visualstudio.com"):
		parts = nil
	}
	u.RawPath, u.Path = "", "/"+strings.Join(parts, "/")
	return u, nil
}
