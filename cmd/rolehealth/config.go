package main

// This file is the configuration file: its shape, its defaults, and where it is
// found. What it means is worked out in resolve.go.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
)

// Config is the shape of rolehealth.yaml. Names that users choose are values in
// lists and never keys.
type Config struct {
	Connections []ConnectionConfig
	Teams       []TeamConfig
	Calendar    CalendarConfig
	Window      string
	History     string
	Checks      []CheckConfig
	Deliver     []DeliverConfig
}

// ConnectionConfig is one tracker and how to sign in.
type ConnectionConfig struct {
	Name      string
	Type      string // jira, azure or files
	URL       string
	User      string
	TokenEnv  string
	TokenFile string
	Path      string // files: a folder or a file
}

// TeamConfig is one team and its place in a tracker.
type TeamConfig struct {
	Name       string
	Connection string
	Board      string
	Project    string
	Team       string
	Roles      []RoleConfig
	Calendar   CalendarConfig
	Window     string
	Checks     []CheckConfig
	Declare    DeclareConfig
	Fields     FieldsConfig
}

// RoleConfig says who somebody is to a team. Dates are days, both included.
type RoleConfig struct {
	Person string
	Role   string
	From   string
	To     string
}

// CalendarConfig says when a team works.
type CalendarConfig struct {
	TimeZone string
	Country  string
	Holidays []string
}

// DeclareConfig is what no tracker tells.
type DeclareConfig struct {
	Framework          string
	UsersAreDevelopers bool
	CustomerLinks      string
	Discovery          string
	Fifo               string
	Icebox             IceboxConfig
}

// IceboxConfig is where a team puts what it will not do soon.
type IceboxConfig struct {
	Statuses []string
	Labels   []string
}

// FieldsConfig names the tracker's fields that discovery does not find.
type FieldsConfig struct {
	AcceptanceCriteria string
	Goal               string
	Customer           string
}

// CheckConfig changes thresholds of one check, or switches it off.
type CheckConfig struct {
	ID         string
	Off        bool
	Thresholds rest
}

// DeliverConfig is one place that reports go to. Secrets are by reference only.
type DeliverConfig struct {
	Type         string // mail, slack or teams
	To           []string
	From         string
	Server       string // host:port
	TLS          string // starttls, implicit or none; by default what the port means
	User         string
	PasswordEnv  string
	PasswordFile string
	WebhookEnv   string
	WebhookFile  string
	Teams        []string // whose reports; none: all
	Names        bool     // a mail may hold names of people, where --names is given too
}

// nouns say what the parts of the file are called in messages.
var nouns = map[reflect.Type]string{
	reflect.TypeFor[Config]():           "the file",
	reflect.TypeFor[ConnectionConfig](): "a connection",
	reflect.TypeFor[TeamConfig]():       "a team",
	reflect.TypeFor[RoleConfig]():       "a role",
	reflect.TypeFor[CalendarConfig]():   "calendar",
	reflect.TypeFor[DeclareConfig]():    "declare",
	reflect.TypeFor[IceboxConfig]():     "icebox",
	reflect.TypeFor[FieldsConfig]():     "fields",
	reflect.TypeFor[CheckConfig]():      "a check",
	reflect.TypeFor[DeliverConfig]():    "a delivery",
	reflect.TypeFor[AnswersFile]():      "the file",
	reflect.TypeFor[AnswerConfig]():     "an answer",
}

func nounOf(t reflect.Type) string { return nouns[t] }

// defaults are the values that hold where neither a flag, nor the environment, nor
// the file says anything.
func defaults() Config {
	return Config{Calendar: CalendarConfig{TimeZone: "UTC"}, Window: "180d", History: "400d"}
}

// configName is the file that is looked for where --config names none.
const configName = "rolehealth.yaml"

// errNoConfig says that there is no configuration file to be found.
var errNoConfig = errors.New("there is no configuration")

// findConfig is the configuration file to use: the named one, else the one here,
// else the one in the user's config folder.
func findConfig(named string, env environment) (string, error) {
	if named != "" {
		return named, nil
	}
	places := []string{configName}
	if dir := env.configDir(); dir != "" {
		places = append(places, filepath.Join(dir, "rolehealth", configName))
	}
	for _, path := range places {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
	}
	return "", errNoConfig
}

// readConfig reads and decodes the file. It says nothing yet about what the values mean.
func readConfig(path string) (*document, Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, Config{}, usageErrorf("reading the configuration: %v; give another file with --config", err)
	}
	if text, err = plainText(text); err != nil {
		return nil, Config{}, usageErrorf("%s: %v", path, err)
	}
	doc, err := parse(path, text)
	if err != nil {
		return nil, Config{}, err
	}
	var c Config
	if err := doc.decode(&c); err != nil {
		return nil, Config{}, err
	}
	return doc, c, nil
}

// environment are the environment's variables by name.
type environment map[string]string

func newEnvironment(list []string) environment {
	env := environment{}
	for _, pair := range list {
		name, value, _ := strings.Cut(pair, "=")
		env[name] = value
	}
	return env
}
