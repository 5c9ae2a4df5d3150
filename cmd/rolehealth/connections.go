package main

// This file checks the configured connections: how to reach a tracker without showing
// the token to anybody.

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/rolehealth/rolehealth/connectors/wire"
)

// connection is a configured tracker that knows its place in the file.
type connection struct {
	ConnectionConfig
	doc  *document
	path string
}

func (c connection) errorf(key, format string, args ...any) error {
	return c.doc.errorf(c.path+"."+key, format, args...)
}

func (r *resolver) connections() ([]connection, error) {
	var list []connection
	for i, c := range r.config.Connections {
		conn := connection{c, r.doc, "$.connections[" + strconv.Itoa(i) + "]"}
		if err := conn.check(); err != nil {
			return nil, err
		}
		if c.Path != "" && !filepath.IsAbs(c.Path) {
			conn.Path = filepath.Join(filepath.Dir(r.doc.name), c.Path)
		}
		if slices.ContainsFunc(list, func(other connection) bool { return other.Name == c.Name }) {
			return nil, conn.errorf("name", "two connections are called %q; give each its own name", c.Name)
		}
		list = append(list, conn)
	}
	return list, nil
}

var connectionTypes = []string{"jira", "azure", "files"}

func (c connection) check() error {
	switch {
	case c.Name == "":
		return c.errorf("name", "a connection needs a name")
	case !slices.Contains(connectionTypes, c.Type):
		return c.errorf("type", "unknown type %q of connection %q; there are jira, azure and files%s", c.Type, c.Name, didYouMean(c.Type, connectionTypes))
	case c.Type == "files":
		return c.checkFiles()
	case c.Path != "":
		return c.errorf("path", "connection %q has a path, which belongs to the type files", c.Name)
	}
	if c.byAz() {
		return c.checkURL()
	}
	if err := c.token().check(); err != nil {
		return err
	}
	return c.checkURL()
}

// token is where the connection's token is.
func (c connection) token() reference {
	return reference{c.doc, c.path, fmt.Sprintf("connection %q", c.Name), "token", c.TokenEnv, c.TokenFile}
}

func (c connection) checkFiles() error {
	for _, other := range []struct{ key, value string }{{"url", c.URL}, {"user", c.User}, {"token_env", c.TokenEnv}, {"token_file", c.TokenFile}} {
		if other.value != "" {
			return c.errorf(other.key, "connection %q reads files and has no use for %s; remove it", c.Name, other.key)
		}
	}
	if c.Path == "" {
		return c.errorf("name", "connection %q has no path: the folder or file with your exports", c.Name)
	}
	return nil
}

// checkURL never repeats the address: people paste passwords into it.
func (c connection) checkURL() error {
	u, err := url.Parse(c.URL)
	switch {
	case c.URL == "":
		return c.errorf("name", "connection %q has no url, such as %s", c.Name, c.example())
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return c.errorf("url", "the url of connection %q is no web address such as %s", c.Name, c.example())
	case u.User != nil:
		return c.errorf("url", "the url of connection %q holds a user or password; use user and token_env", c.Name)
	case u.Scheme == "http" && !wire.Loopback(u.Hostname()):
		return c.errorf("url", "the url of connection %q is plain http, which would show the token to the network; use https", c.Name)
	}
	return nil
}

// example is an address of such a tracker.
func (c connection) example() string {
	if c.Type == "azure" {
		return "https://dev.azure.com/contoso"
	}
	return "https://acme.atlassian.net"
}
