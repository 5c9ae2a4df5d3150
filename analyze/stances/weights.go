package stances

// This file reads what speaks for and against each stance, and how strongly.

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed weights.yaml
var weightsFile []byte

// weights is weights.yaml, which says what each number means and where it comes from.
type weights struct {
	Version    int                                    `yaml:"version"`
	Strength   struct{ Strong, Medium, Weak float64 } `yaml:"strength"`
	Status     struct{ Red, Amber, Watch float64 }    `yaml:"status"`
	Confidence map[roles.Confidence]float64           `yaml:"confidence"`
	Prior      float64                                `yaml:"prior"`
	Signs      struct{ Little, Some, Clear float64 }  `yaml:"signs"`
	Owner      []string                               `yaml:"owner"`
	Most       map[string]float64                     `yaml:"most"`
	Stances    []stance                               `yaml:"stances"`
}

// stance is one way of filling the role, with what speaks for and against it.
type stance struct {
	ID      string `yaml:"id"`
	Name    string `yaml:"name"`
	Kind    string `yaml:"kind"`
	For     tiers  `yaml:"for"`
	Against tiers  `yaml:"against"`
	Unseen  string `yaml:"unseen"` // why nothing recorded can show it
}

// tiers are the IDs of checks and signs, by how strongly they speak.
type tiers struct{ Strong, Medium, Weak []string }

// weighed is one check or sign with its weight.
type weighed struct {
	id     string
	weight float64
}

// list is what is in the tiers, the strongest first.
func (w weights) list(t tiers) []weighed {
	var all []weighed
	for _, tier := range []struct {
		ids    []string
		weight float64
	}{{t.Strong, w.Strength.Strong}, {t.Medium, w.Strength.Medium}, {t.Weak, w.Strength.Weak}} {
		for _, id := range tier.ids {
			all = append(all, weighed{id, tier.weight})
		}
	}
	return all
}

// standard is the file, read once. That it can be read, a test holds.
var standard = sync.OnceValue(func() weights {
	var w weights
	if err := yaml.UnmarshalWithOptions(weightsFile, &w, yaml.Strict()); err != nil {
		panic(fmt.Sprintf("weights.yaml: %v", err))
	}
	return w
})

// Place is where a check stands in the ledger.
type Place struct {
	Stance   string // its name
	Strength string // strong, medium or weak
	// Well reports that the check speaks for the stance when it is well, and a finding
	// against it. It is the other way round where the stance is not a preferred one.
	Well bool
}

// Places are the stances that a check speaks for or against, by its ID.
func Places(id string) []Place {
	var list []Place
	for _, s := range standard().Stances {
		name, _, _ := strings.Cut(s.Name, ": ")
		for _, tier := range []struct {
			strength string
			ids      []string
		}{{"strong", s.For.Strong}, {"medium", s.For.Medium}, {"weak", s.For.Weak}} {
			if slices.Contains(tier.ids, id) {
				list = append(list, Place{name, tier.strength, s.Kind == preferred})
			}
		}
	}
	return list
}
