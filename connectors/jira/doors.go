package jira

// This file knows the doors of a Jira: where each kind of token is taken, and what to
// do when one is not.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors"
)

// door is the way in that a connection takes.
type door int

const (
	ownDoor     door = iota // a Data Center, or a Cloud under another name
	siteDoor                // a Cloud site at its own address
	gatewayDoor             // the gateway before all Cloud sites
)

// gateway is where tokens with scopes are taken: it stands before every site.
const gateway = "https://api.atlassian.com/"

const (
	hintToken = "create an API token at https://id.atlassian.com/manage-profile/security/api-tokens, set user to its owner's mail address and put the token where token_env or token_file points; a token with scopes is taken only at " + gateway + "ex/jira/<cloud id>"
	hintGate  = "the token has expired, belongs to another site than the cloud id in url, or lacks a scope; set user to its owner's mail address, unless it is a bearer; "
	hintOwn   = "create a personal access token in your Jira profile, under Personal Access Tokens, put it where token_env or token_file points, and leave user out"
	hintPass  = "a user name with a password is refused after too many wrong tries, or where an administrator switched it off; " + hintOwn
	hintLook  = "the account needs the Browse Projects permission, and must be able to see the board and its filter; "
	scopes    = "read:jira-work, read:jira-user, read:board-scope:jira-software, read:board-scope.admin:jira-software, read:sprint:jira-software and read:issue-details:jira"

	hintScopes = "the account needs the Browse Projects permission; a token with scopes needs " + scopes
)

func (c *Connector) door() door {
	u, err := url.Parse(c.base)
	switch {
	case err != nil:
		return ownDoor
	case strings.HasPrefix(c.base, gateway):
		return gatewayDoor
	case strings.HasSuffix(strings.ToLower(u.Hostname()), ".atlassian.net"):
		return siteDoor
	}
	return ownDoor
}

// hint tells what to do about a refusal.
func (c *Connector) hint(code int) string {
	switch {
	case c.door() == ownDoor && code == http.StatusForbidden:
		return hintLook + "a token with scopes, which only Cloud has, needs " + scopes
	case code == http.StatusForbidden:
		return hintScopes
	case c.door() == siteDoor:
		return hintToken
	case c.door() == gatewayDoor:
		return hintGate + hintScopes
	case c.user:
		return hintPass
	}
	return hintOwn
}

// publicBase is the address to name in messages. The id in a gateway's address says which site
// it is: that is no business of those who read a report.
func (c *Connector) publicBase() string {
	if c.door() == gatewayDoor {
		return strings.TrimSuffix(gateway, "/")
	}
	return c.base
}

// gatewayAddress is where a token with scopes would be taken, if the site tells its id,
// which it does to everybody who asks.
func (c *Connector) gatewayAddress(ctx context.Context) string {
	if c.door() != siteDoor {
		return ""
	}
	var tenant struct {
		CloudID string `json:"cloudId"`
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/_edge/tenant_info", nil)
	if err != nil {
		return ""
	}
	answer, err := c.unsigned.Do(request)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(io.LimitReader(answer.Body, 1<<12))
	if err != nil || unmarshal(page, &tenant) != nil || !isCloudID(tenant.CloudID) {
		return ""
	}
	return gateway + "ex/jira/" + tenant.CloudID
}

// isCloudID keeps out what would not fit in an address or a terminal.
func isCloudID(s string) bool {
	return s != "" && len(s) <= 64 && strings.Trim(strings.ToLower(s), "0123456789abcdefghijklmnopqrstuvwxyz-") == ""
}

// atTheDoor says of a refusal to sign in where else a token may be taken.
func (c *Connector) atTheDoor(ctx context.Context, err error) error {
	out, ok := errors.AsType[*connectors.Error](err)
	if !ok || !errors.Is(err, connectors.ErrAuth) {
		return err
	}
	if address := c.gatewayAddress(ctx); address != "" {
		out.Err = fmt.Errorf("%w; tokens with scopes are taken at %s", out.Err, address)
	}
	return err
}

// address is where people open the site. A token with scopes is used at a gateway,
// which no browser shows; the site's own address then comes from the site. It is empty
// where the site does not tell it.
func (c *Connector) address(server jsontext.Value) string {
	var told struct {
		BaseURL    string `json:"baseUrl"`
		DisplayURL string `json:"displayUrl"`
	}
	if c.door() != gatewayDoor {
		return c.base
	}
	if decode(server, &told) != nil {
		return ""
	}
	for _, site := range []string{told.BaseURL, told.DisplayURL} {
		if strings.HasPrefix(site, "https://") && !strings.HasPrefix(site, gateway) {
			return strings.TrimRight(site, "/")
		}
	}
	return ""
}
