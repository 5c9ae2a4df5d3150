package main

// This file keeps tokens out of sight. The configuration only says where a token is;
// it is read when a tracker is about to be asked, and printed by nothing.

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
)

// Secret is a token. However it is printed, logged or written, it shows <secret>.
type Secret string

const hidden = "<secret>"

// String hides the token, and so does everything that formats it.
func (Secret) String() string { return hidden }

// GoString hides the token from %#v.
func (Secret) GoString() string { return hidden }

// LogValue hides the token from logs.
func (Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalJSON hides the token.
func (Secret) MarshalJSON() ([]byte, error) { return json.Marshal(hidden) }

// MarshalYAML hides the token.
func (Secret) MarshalYAML() (any, error) { return hidden, nil }

// token reads the connection's token from where the configuration says.
func (c connection) token(env environment) (Secret, error) {
	if c.TokenEnv != "" {
		if value := strings.TrimSpace(env[c.TokenEnv]); value != "" {
			return Secret(value), nil
		}
		return "", c.errorf("token_env", "the variable %s, for the token of connection %q, is not set", c.TokenEnv, c.Name)
	}
	path := c.TokenFile
	if home := env["HOME"]; home != "" && strings.HasPrefix(path, "~/") {
		path = filepath.Join(home, path[2:])
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", c.errorf("token_file", "the token of connection %q cannot be read: %v", c.Name, err)
	}
	if text, err = plainText(text); err != nil {
		return "", c.errorf("token_file", "the token of connection %q cannot be read: %v", c.Name, err)
	}
	if value := strings.TrimSpace(string(text)); value != "" {
		return Secret(value), nil
	}
	return "", c.errorf("token_file", "the file %s, for the token of connection %q, is empty", c.TokenFile, c.Name)
}
