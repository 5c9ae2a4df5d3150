package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

func TestSecretIsNeverPrinted(t *testing.T) {
	const token = "hunter2"
	holder := struct{ Token Secret }{token}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%v %s %q %+v %#v %v\n", holder.Token, holder.Token, holder.Token, holder, holder, &holder)
	slog.New(slog.NewTextHandler(&out, nil)).Info("x", "token", holder.Token)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "holder", holder)
	for _, marshal := range []func(any) ([]byte, error){json.Marshal, yaml.Marshal} {
		text, err := marshal(holder)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	if strings.Contains(out.String(), token) {
		t.Errorf("the token shows:\n%s", &out)
	}
	if n := strings.Count(out.String(), "secret"); n < 9 {
		t.Errorf("%d places say <secret>, want all:\n%s", n, &out)
	}
}

func TestTokenFromAFile(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "token"), []byte(" hunter2 \n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := connection{ConnectionConfig: ConnectionConfig{TokenFile: "~/token"}}
	if got, err := c.token().read(environment{"HOME": home}); err != nil || string(got) != "hunter2" {
		t.Errorf("token is %q (%v), want it trimmed", string(got), err)
	}
}
