package main

// This file decides which of several sources a single value comes from: a flag wins
// over a ROLEHEALTH_… variable, that over the file, and that over the default. Lists,
// such as the teams, come from the file alone.

import (
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

const (
	envPrefix = "ROLEHEALTH_"
	// apart separates the parts of a nested key. A dot would split names that hold one.
	apart = "::"
)

// variable is the name of the environment variable for a key or flag.
func variable(key string) string {
	return envPrefix + strings.ToUpper(strings.NewReplacer(apart, "_", "-", "_").Replace(key))
}

// settle fills the single values of the configuration from all their sources.
func settle(file Config, env environment) (Config, error) {
	v := viper.NewWithOptions(viper.KeyDelimiter(apart))
	standard := defaults()
	for _, single := range []struct {
		key      string
		value    *string
		standard string
	}{
		{"window", &file.Window, standard.Window},
		{"history", &file.History, standard.History},
		{"calendar::time_zone", &file.Calendar.TimeZone, standard.Calendar.TimeZone},
		{"calendar::country", &file.Calendar.Country, standard.Calendar.Country},
	} {
		v.SetDefault(single.key, single.standard)
		if *single.value != "" {
			if err := v.MergeConfigMap(nested(single.key, *single.value)); err != nil {
				return file, err
			}
		}
		if set := env[variable(single.key)]; set != "" {
			v.Set(single.key, set)
		}
		*single.value = v.GetString(single.key)
	}
	return file, nil
}

// nested is the map that holds one value at a key of several parts.
func nested(key string, value any) map[string]any {
	if head, tail, deep := strings.Cut(key, apart); deep {
		return map[string]any{head: nested(tail, value)}
	}
	return map[string]any{key: value}
}

// fromEnvironment sets the flags that were not given from their variables:
// ROLEHEALTH_DATA for --data.
func fromEnvironment(flags *pflag.FlagSet, env environment) error {
	var failure error
	flags.VisitAll(func(f *pflag.Flag) {
		value := env[variable(f.Name)]
		if f.Changed || value == "" || f.Name == "help" || failure != nil {
			return
		}
		if err := flags.Set(f.Name, value); err != nil {
			failure = usageErrorf("%s: %q is not what --%s takes", variable(f.Name), value, f.Name)
		}
	})
	return failure
}
