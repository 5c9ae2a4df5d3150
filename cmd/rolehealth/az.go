package main

// This file signs in to Azure DevOps as az does: a connection of type azure that names no
// token takes the account with which somebody signed in by "az login".

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
)

// devops is what Entra calls Azure DevOps.
const devops = "499b84ac-1321-427f-aa17-267ca6975798"

// azPatience is how long az may take, and azEnding how long what it started may hold its
// output open after it ended: az is a script.
const (
	azPatience = time.Minute
	azEnding   = time.Second
)

// byAz reports whether az is to be asked for the token.
func (c connection) byAz() bool { return c.Type == "azure" && c.TokenEnv == "" && c.TokenFile == "" }

// azToken asks az for an access token. It is good for about an hour.
func azToken(ctx context.Context) (Secret, error) {
	ctx, cancel := context.WithTimeout(ctx, azPatience)
	defer cancel()
	az := exec.CommandContext(ctx, "az", "account", "get-access-token", "--resource", devops, "--query", "accessToken", "--output", "tsv")
	az.WaitDelay = azEnding
	said, err := az.Output()
	token := strings.TrimSpace(string(said))
	switch {
	case errors.Is(err, exec.ErrNotFound):
		err = errors.New("there is no az here, and neither token_env nor token_file is set")
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		err = errors.New("az does not answer")
	case ctx.Err() != nil:
		err = ctx.Err()
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		err = errors.New("az has no account that it may sign in with") // its own words may hold names
	case token == "":
		err = errors.New("az gives no token")
	case !azure.IsEntra(token):
		err = errors.New("what az says is no access token")
	default:
		return Secret(token), nil
	}
	return "", &connectors.Error{Doing: "asking az for a token", Kind: connectors.ErrAuth, Err: err,
		Hint: "run: az login; or make a personal access token and name its variable with token_env"}
}
