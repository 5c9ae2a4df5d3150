// Package analyze decides what a team's history says about how the Product Owner role
// is lived.
//
// A check (see po for the catalogue) looks at subjects and reports those that show
// its pattern. It has no say in what that means: the driver in this package turns the
// counts of all checks into statuses by the same statistics, and says "cannot tell,
// because …" where that is the honest answer. Read check.go, pass.go, shape.go and
// analyze.go in this order.
package analyze

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// Check is one entry of the catalogue. It is plain data: the driver reads all of it
// before the rule runs.
type Check struct {
	ID    string // "ORD-02": stable, never used again for something else
	Name  string // "frozen-order": named after what it flags
	Group Group
	Class Class
	Doc   string // the article, embedded Markdown: explain prints it, tests run its examples
	Needs backlog.Aspects
	// Reads are aspects that change its numbers where they are there. Links that are made
	// in one go with an item, such as to what it was split from, need not be named.
	Reads backlog.Aspects
	// Guards the check relies on. The driver applies those that concern a whole team
	// (G4, G5, G7, G8, G9, G19); the rule gets the others through Pass.
	Guards []guards.ID
	Rule   Rule
	Off    bool // switched off in the configuration
}

// Group is what a check is about.
type Group string

// The five groups.
const (
	Value     Group = "VAL" // direction and value
	Ordering  Group = "ORD" // what first, what not
	Ownership Group = "OWN" // who decides
	Craft     Group = "CRF" // how work is prepared
	Flow      Group = "FLW" // during and after the Sprint
)

// Class is how directly a check observes its pattern.
type Class string

// The classes. A check of class C never flags: it stays at watch.
const (
	Observed Class = "A"
	Proxy    Class = "B"
	Hint     Class = "C"
)

// Rule is the logic of a check with its thresholds. Those of a team run side by side: a
// rule changes nothing but what it tells its Pass. It is a struct whose exported fields are
// settings, and which embeds the shape of its verdict (Share, Graded, Stock, Supply, TooFew, Scarce, Parts,
// Repeated or Wait; see shape.go).
type Rule interface {
	Run(*Pass)
	shape
}

// Configure gives a copy of the check whose thresholds decode has changed. Decode gets
// a pointer to a copy of the rule; it must reject what the rule does not know.
func (c Check) Configure(decode func(any) error) (Check, error) {
	copied := reflect.New(reflect.TypeOf(c.Rule))
	copied.Elem().Set(reflect.ValueOf(c.Rule))
	if err := decode(copied.Interface()); err != nil {
		return c, err
	}
	c.Rule = copied.Elem().Interface().(Rule)
	return c, nil
}

// Threshold is one setting of a check as it is in force.
type Threshold struct {
	Name   string // as in the configuration
	Value  string
	Means  string
	Origin string // literature, vendor practice, measured base rate, or our judgement
}

// Thresholds lists the settings of the check: every exported field of its rule, with
// the tags `yaml` (name), `means` and `origin`.
func (c Check) Thresholds() []Threshold {
	return thresholds(reflect.ValueOf(c.Rule), "")
}

func thresholds(v reflect.Value, origin string) []Threshold {
	var list []Threshold
	for i := range v.NumField() {
		field, value := v.Type().Field(i), v.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		from := field.Tag.Get("origin")
		if from == "" {
			from = origin
		}
		switch {
		case field.Anonymous:
			list = append(list, thresholds(value, value.FieldByName("Origin").String())...)
		case name != "" && name != "-":
			list = append(list, Threshold{name, fmt.Sprint(value.Interface()), field.Tag.Get("means"), from})
		}
	}
	return list
}
