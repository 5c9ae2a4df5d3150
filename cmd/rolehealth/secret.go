package main

// This file keeps secrets out of sight. The configuration only says where a token is;
// it is read when it is about to be needed, and printed by nothing.

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
)

// Secret is a token, a password or the address of a webhook. However it is printed, logged or written, it shows <secret>.
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

// reference says where a secret is: in a variable or in a file, and never in the
// configuration itself.
type reference struct {
	doc       *document
	path      string // of what it belongs to, in the configuration
	owner     string // the same for messages: connection "acme"
	kind      string // token: then its keys are token_env and token_file
	env, file string
}

func (r reference) errorf(key, format string, args ...any) error {
	return r.doc.errorf(r.path+"."+key, format, args...)
}

// check complains about a reference that points nowhere or to two places.
func (r reference) check() error {
	switch {
	case r.env != "" && r.file != "":
		return r.errorf(r.kind+"_file", "%s has both %s_env and %[2]s_file; keep one", r.owner, r.kind)
	case r.env == "" && r.file == "":
		return r.doc.errorf(r.path, "%s has no %s; name its variable with %[2]s_env, or its file with %[2]s_file", r.owner, r.kind)
	case strings.ContainsAny(r.env, " =:/@"):
		return r.errorf(r.kind+"_env", "%s_env of %s takes the name of a variable, not the %[1]s itself", r.kind, r.owner)
	}
	return nil
}

// read reads the secret.
func (r reference) read(env environment) (Secret, error) {
	if r.env != "" {
		if value := strings.TrimSpace(env[r.env]); value != "" {
			return Secret(value), nil
		}
		return "", r.errorf(r.kind+"_env", "the variable %s, for the %s of %s, is not set", r.env, r.kind, r.owner)
	}
	path, key := r.file, r.kind+"_file"
	if home := env["HOME"]; home != "" && strings.HasPrefix(path, "~/") {
		path = filepath.Join(home, path[2:])
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", r.errorf(key, "the %s of %s cannot be read: %v", r.kind, r.owner, err)
	}
	if text, err = plainText(text); err != nil {
		return "", r.errorf(key, "the %s of %s cannot be read: %v", r.kind, r.owner, err)
	}
	if value := strings.TrimSpace(string(text)); value != "" {
		return Secret(value), nil
	}
	return "", r.errorf(key, "the file %s, for the %s of %s, is empty", r.file, r.kind, r.owner)
}
