package main

// This file makes connectors out of configured connections.

import (
	"context"
	"fmt"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/files"
	"github.com/rolehealth/rolehealth/connectors/jira"
)

// unsent stands for the token where nothing leaves this machine.
const unsent Secret = "unsent"

// dial makes the connector. It sends and reads nothing yet.
func (a *app) dial(c connection, token Secret) (connectors.Connector, error) {
	switch c.Type {
	case "jira":
		return jira.New(jira.Options{URL: c.URL, User: c.User, Token: string(token), Log: a.log().With("connection", c.Name), Now: a.now})
	case "azure":
		return azure.New(azure.Options{URL: c.URL, Token: string(token), Log: a.log().With("connection", c.Name), Now: a.now})
	case "files":
		return files.New(files.Options{Path: c.Path, Now: a.now})
	}
	return nil, fmt.Errorf("connecting to %q: there is no type %s", c.Name, c.Type)
}

// signIn makes the connectors of the teams, in their order. A missing token is a
// mistake in the configuration and ends the run; a connection that cannot be made is
// the failure of its teams alone.
func (a *app) signIn(ctx context.Context, teams []team) (made []connectors.Connector, failed []error, err error) {
	made, failed = make([]connectors.Connector, len(teams)), make([]error, len(teams))
	for i, t := range teams {
		if same := sameConnection(teams[:i], t); same >= 0 {
			made[i], failed[i] = made[same], failed[same]
			continue
		}
		var token Secret
		switch {
		case t.connection.byAz():
			token, failed[i] = azToken(ctx)
		case t.connection.Type == "jira", t.connection.Type == "azure":
			if token, err = t.connection.token().read(a.env); err != nil {
				return nil, nil, err
			}
		}
		if failed[i] == nil {
			made[i], failed[i] = a.connect(t.connection, token)
		}
	}
	return made, failed, nil
}

func sameConnection(teams []team, t team) int {
	for i, other := range teams {
		if other.connection.Name == t.connection.Name {
			return i
		}
	}
	return -1
}

// someFailed is the status after some or all of the teams failed; nil if none did.
// Where nothing but the configuration is wrong, the status says so.
func someFailed(failed []error) error {
	n, wrong := 0, 0
	for _, err := range failed {
		if err != nil {
			n++
		}
		if statusOf(err) == exitUsage {
			wrong++
		}
	}
	switch {
	case n == 0:
		return nil
	case n < len(failed):
		return status(exitPart)
	case wrong == n:
		return status(exitUsage)
	}
	return status(exitFailed)
}
