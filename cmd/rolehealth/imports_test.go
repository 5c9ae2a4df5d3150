package main

// This file holds who may import whom. The rooms of the program are worth nothing if
// doors open between them by accident.

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/rolehealth/rolehealth/"

// mayImport lists, for every package, the packages of this module and the foreign
// modules it may import. Everybody may use the standard library but for what
// forbidden says.
var mayImport = map[string][]string{
	"analyze/backlog":  {},
	"analyze/stats":    {"gonum.org/v1/gonum"},
	"analyze/text":     {},
	"analyze/guards":   {"analyze/backlog", "analyze/stats", "analyze/text"},
	"analyze/roles":    {"analyze/backlog", "analyze/guards", "golang.org/x/text/unicode/norm"},
	"analyze":          {"analyze/backlog", "analyze/guards", "analyze/roles", "analyze/stats", "analyze/text"},
	"analyze/po":       {"analyze", "analyze/backlog", "analyze/guards", "analyze/roles", "analyze/stats", "analyze/text"},
	"analyze/scenario": {"analyze/backlog"},
	"analyze/stances":  {"analyze", "analyze/backlog", "analyze/roles", "analyze/stats", "github.com/goccy/go-yaml"},
	"analyze/simulate": {"analyze/backlog", "analyze/guards", "analyze/roles", "analyze/scenario"},

	"connectors":                 {"analyze/backlog"},
	"connectors/mirror":          {"connectors", "github.com/klauspost/compress", "github.com/pressly/goose/v3", "modernc.org/sqlite"},
	"connectors/jira":            {"analyze/backlog", "connectors", "github.com/andygrunwald/go-jira", "github.com/go-json-experiment/json", "golang.org/x/sync", "connectors/wire"},
	"connectors/files":           {"analyze/backlog", "connectors", "connectors/azure", "connectors/jira", "github.com/go-json-experiment/json"},
	"connectors/jira/jirafake":   {"analyze/backlog", "connectors/inprocess", "github.com/go-json-experiment/json"},
	"connectors/azure/azurefake": {"analyze/backlog", "connectors/inprocess", "github.com/go-json-experiment/json", "github.com/google/uuid"},
	"connectors/inprocess":       {},
	"connectors/wire":            {"github.com/hashicorp/go-retryablehttp", "github.com/klauspost/compress", "golang.org/x/time"},
	"connectors/azure":           {"analyze/backlog", "connectors", "connectors/wire", "github.com/go-json-experiment/json", "github.com/google/uuid", "github.com/microsoft/azure-devops-go-api/azuredevops/v7", "golang.org/x/net", "golang.org/x/sync"},

	"report":         {"analyze", "analyze/stats", "github.com/go-json-experiment/json", "github.com/olekukonko/tablewriter", "github.com/mattn/go-runewidth", "github.com/clipperhouse/displaywidth", "github.com/clipperhouse/uax29/v2"},
	"report/deliver": {"analyze", "report", "github.com/sethvargo/go-retry", "github.com/wneessen/go-mail"},

	"cmd/rolehealth":      {"analyze", "connectors", "report", "github.com/goccy/go-yaml", "github.com/rickar/cal/v2", "github.com/spf13", "github.com/vbauerster/mpb/v8", "golang.org/x"},
	"internal/beside":     {},
	"internal/pulls":      {"connectors"},
	"internal/contract":   {"github.com/getkin/kin-openapi"},
	"internal/bench":      {"analyze/backlog", "connectors/azure/azurefake", "connectors/inprocess", "golang.org/x/sync"},
	"internal/scoreboard": {"analyze", "analyze/po", "analyze/simulate", "analyze/stats", "connectors", "connectors/jira", "connectors/jira/jirafake", "connectors/mirror", "golang.org/x/sync"},
}

// forbidden are the parts of the standard library that would let the core do I/O.
var forbidden = []string{"os", "net", "log", "io/ioutil", "os/exec", "database/sql", "syscall"}

func TestImports(t *testing.T) {
	for file, source := range sources(t) {
		room := path.Dir(file)
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("%s: package %s is in no room; add it to mayImport with what it may import", file, room)
			continue
		}
		for _, spec := range source.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if reason := wrong(room, name, allowed); reason != "" {
				t.Errorf("%s imports %s: %s", file, name, reason)
			}
		}
	}
}

func wrong(room, name string, allowed []string) string {
	own := strings.TrimPrefix(name, module)
	standard := !strings.Contains(strings.Split(name, "/")[0], ".")
	core := under(room, "analyze")
	switch {
	case standard && core && slices.ContainsFunc(forbidden, func(f string) bool { return under(name, f) }):
		return "nothing under analyze does I/O"
	case standard:
		return ""
	case room == "cmd/rolehealth" && slices.ContainsFunc(allowed, func(a string) bool { return under(own, a) }):
		return ""
	case own != name && slices.Contains(allowed, own):
		return ""
	case own == name && slices.ContainsFunc(allowed, func(a string) bool { return under(name, a) }):
		return ""
	}
	return "the table of this test does not allow it"
}

func under(name, root string) bool { return name == root || strings.HasPrefix(name, root+"/") }

func TestTheCoreAsksNoClock(t *testing.T) {
	for file, source := range sources(t) {
		if !under(path.Dir(file), "analyze") {
			continue
		}
		ast.Inspect(source, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := call.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep"}, call.Sel.Name) {
				t.Errorf("%s calls time.%s; now is Snapshot.TakenAt", file, call.Sel.Name)
			}
			return true
		})
	}
}

// sources are the parsed files of the module without tests, by their path from its root.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	root := filepath.Join("..", "..")
	files := map[string]*ast.File{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && file != root && (strings.HasPrefix(name, ".") || name == "testdata"):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		short, err := filepath.Rel(root, file)
		files[filepath.ToSlash(short)] = parsed
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("only %d files found under %s", len(files), root)
	}
	return files
}
