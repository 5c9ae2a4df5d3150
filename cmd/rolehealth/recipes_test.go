package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// block is a fenced block of docs/ci.md.
type block struct{ kind, text string }

// The recipes are what people copy: their YAML must be YAML, their configuration must
// load, and the program must understand every command in them.
func TestRecipesKeepInStep(t *testing.T) {
	commands := 0
	for _, b := range recipes(t) {
		var lines []string
		switch {
		case strings.HasPrefix(b.text, "# rolehealth.yaml"):
			if _, _, err := load(t, b.text, nil); err != nil {
				t.Errorf("the configuration: %v", err)
			}
		case b.kind == "yaml":
			var recipe any
			if err := yaml.UnmarshalWithOptions([]byte(b.text), &recipe, yaml.Strict()); err != nil {
				t.Errorf("%s\n%v", b.text, err)
			}
			lines = stringsIn(recipe)
		default:
			lines = strings.Split(b.text, "\n")
		}
		n := 0
		for _, line := range lines {
			for _, command := range commandsIn(line) {
				understood(t, command)
				n++
			}
		}
		if b.kind != "yaml" && n == 0 || b.kind == "yaml" && lines != nil && n != 1 {
			t.Errorf("%d commands in\n%s", n, b.text)
		}
		commands += n
	}
	if commands < 6 {
		t.Errorf("%d commands found, want those of all recipes", commands)
	}
}

func TestRecipesNameKnownVariables(t *testing.T) {
	text := page(t)
	var known []string
	for _, c := range (&app{}).root().Commands() {
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, variable(f.Name)) })
	}
	found := regexp.MustCompile(envPrefix+`[A-Z_]+`).FindAllString(text, -1)
	for _, name := range found {
		if !slices.Contains(known, name) {
			t.Errorf("no flag has the variable %s", name)
		}
	}
	if len(found) == 0 {
		t.Error("no variable found; the recipes deliver every day")
	}
}

// commandsIn are the calls of rolehealth in a piece of shell or in a line for cron.
func commandsIn(script string) [][]string {
	script = strings.ReplaceAll(script, "\\\n", " ")
	var all [][]string
	for line := range strings.Lines(script) {
		line = regexp.MustCompile(`^[-*/,0-9]+ [-*/,0-9]+ \S+ \S+ \S+ +`).ReplaceAllString(line, "")
		if words := strings.Fields(line); len(words) > 1 && words[0] == "rolehealth" {
			all = append(all, words[1:])
		}
	}
	return all
}

// understood lets the program read a command line as far as it can without working.
func understood(t *testing.T, args []string) {
	t.Helper()
	a := &app{stdout: io.Discard, stderr: io.Discard}
	ran := false
	root := a.root()
	for _, c := range root.Commands() {
		flags := c.Flags()
		c.RunE = func(*cobra.Command, []string) error {
			ran = true
			formats, err := flags.GetStringArray("format")
			if err == nil {
				_, err = a.targets(outputOptions{formats: formats}, nil)
			}
			return err
		}
	}
	root.SetArgs(args)
	if err := root.Execute(); err != nil || !ran {
		t.Errorf("rolehealth %s: %v", strings.Join(args, " "), err)
	}
}

func recipes(t *testing.T) []block {
	t.Helper()
	var all []block
	for _, m := range regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$").FindAllStringSubmatch(page(t), -1) {
		all = append(all, block{m[1], m[2]})
	}
	return all
}

func page(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// stringsIn are all texts within a YAML value.
func stringsIn(value any) []string {
	var all []string
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		for _, inner := range v {
			all = append(all, stringsIn(inner)...)
		}
	case map[string]any:
		for _, inner := range v {
			all = append(all, stringsIn(inner)...)
		}
	}
	return all
}
