package main

// This file knows where a user's files belong on each platform.

import (
	"path/filepath"
	"runtime"
)

// configDir is the folder for configuration; empty when the environment names no home.
func (env environment) configDir() string {
	return env.userDir("XDG_CONFIG_HOME", "AppData", ".config")
}

// dataDir is the folder for data; empty when the environment names no home.
func (env environment) dataDir() string {
	return env.userDir("XDG_DATA_HOME", "LocalAppData", ".local/share")
}

func (env environment) userDir(xdg, windows, unix string) string {
	home := env["HOME"]
	switch {
	case filepath.IsAbs(env[xdg]):
		return env[xdg]
	case runtime.GOOS == "windows":
		return env[windows]
	case home == "":
		return ""
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, filepath.FromSlash(unix))
}
