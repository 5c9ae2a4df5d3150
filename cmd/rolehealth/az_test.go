package main

// These tests hold how long az is waited for, and what of its words is taken for a token.

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// stand puts a script in the place of az.
func stand(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("az is a shell script here")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "az"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// The real az is a script too: what it starts outlives it, and holds its output open.
func TestAzThatHangs(t *testing.T) {
	stand(t, "sleep 20\necho late")
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	begun := time.Now()
	token, err := azToken(ctx)
	if err == nil || !strings.Contains(err.Error(), "az does not answer") || token != "" {
		t.Errorf("got %v, want that az does not answer", err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("gave up after %s", took)
	}
}

func TestWhatAzSays(t *testing.T) {
	for script, want := range map[string]string{
		`echo eyJ0.eyJ1.c2ln`:                                     "",
		`echo eyJ0.eyJ1.c2ln; sleep 20 &`:                         "",
		`echo "Dana may not"; echo "<html>eyJ0.eyJ1.c2ln</html>"`: "no access token",
		`echo None`:                      "no access token",
		`echo eyJ0.eyJ1.c2ln and a word`: "no access token",
		`true`:                           "gives no token",
		`exit 3`:                         "no account",
	} {
		t.Run(script, func(t *testing.T) {
			stand(t, script)
			token, err := azToken(t.Context())
			switch {
			case want == "" && (err != nil || string(token) != "eyJ0.eyJ1.c2ln"):
				t.Errorf("no token: %v", err)
			case want != "" && (err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "Dana")):
				t.Errorf("got %v, want %q", err, want)
			}
		})
	}
}
