package main

// This file changes checks as the configuration says: switched off, or with other
// thresholds. What a threshold may be follows from its type and from the shape of
// verdict that the rule embeds, so that a new check needs nothing here.

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
)

// checks gives the checks with the changes of the configuration.
func (r *resolver) checks(all []analyze.Check, path string, changes []CheckConfig) ([]analyze.Check, error) {
	all = slices.Clone(all)
	for i, change := range changes {
		at := path + "[" + strconv.Itoa(i) + "]"
		n := slices.IndexFunc(all, func(c analyze.Check) bool { return strings.EqualFold(c.ID, change.ID) })
		switch {
		case change.ID == "":
			return nil, r.errorf(at, "an entry of checks needs an id, such as %s", all[0].ID)
		case n < 0 && change.Off && len(change.Thresholds) == 0 && checkID.MatchString(change.ID):
			// One file may serve several versions: what is not there is off already.
			r.warnings = append(r.warnings, r.errorf(at+".id", "this version has no check %s, so there is nothing to switch off%s", change.ID, didYouMean(change.ID, ids(all))).Error())
			continue
		case n < 0:
			return nil, r.errorf(at+".id", "unknown check %q%s", change.ID, didYouMean(change.ID, ids(all)))
		}
		configured, err := all[n].Configure(func(rule any) error { return r.thresholds(change, rule) })
		if err != nil {
			return nil, err
		}
		configured.Off = change.Off
		all[n] = configured
	}
	return all, nil
}

// checkID is what the id of any check of any version looks like.
var checkID = regexp.MustCompile(`^(VAL|ORD|OWN|CRF|FLW)-[0-9][0-9]$`)

func ids(all []analyze.Check) []string {
	var list []string
	for _, c := range all {
		list = append(list, c.ID)
	}
	return list
}

// configuredOrigin is where a threshold comes from that the user has set.
const configuredOrigin = "your configuration"

// thresholds fills the fields of a rule, and lets its Origin tell who chose them.
func (r *resolver) thresholds(change CheckConfig, rule any) error {
	value := reflect.ValueOf(rule).Elem()
	fields, limits := fieldsOf(value), limitsOf(value.Type())
	levels, last := 0, 0 // how many of amber and red are set, and the line of the last
	for _, set := range change.Thresholds {
		field, ok := fields.named(set.key)
		if !ok {
			return usageErrorf("%s:%d: unknown threshold %q of %s%s", r.doc.name, set.line, set.key, change.ID, didYouMean(set.key, fields.keys))
		}
		before := field.Interface()
		if err := r.doc.value(strconv.Quote(set.key), set.value, field); err != nil {
			return err
		}
		if wrong := limits.refuse(set.key, field); wrong != "" {
			return usageErrorf("%s:%d: %s of %s %s", r.doc.name, set.line, set.key, change.ID, wrong)
		}
		if set.key != "amber" && set.key != "red" {
			continue
		}
		levels, last = levels+1, set.line
		if origin := value.FieldByName("Origin"); origin.IsValid() && !reflect.DeepEqual(before, field.Interface()) {
			origin.SetString(configuredOrigin)
		}
	}
	if wrong := limits.misordered(fields, levels); wrong != "" {
		return usageErrorf("%s:%d: %s of %s", r.doc.name, last, wrong, change.ID)
	}
	return nil
}

// limits are what amber and red of one shape of verdict can be.
type limits struct {
	share bool // from 0 to 1
	low   bool // less is worse: red lies below amber
	apart bool // red counts other subjects than amber, so that either may be the larger
}

var shapes = map[reflect.Type]limits{
	reflect.TypeFor[analyze.Share]():    {share: true},
	reflect.TypeFor[analyze.Stock]():    {share: true},
	reflect.TypeFor[analyze.Graded]():   {share: true, apart: true},
	reflect.TypeFor[analyze.TooFew]():   {share: true, low: true},
	reflect.TypeFor[analyze.Parts]():    {share: true},
	reflect.TypeFor[analyze.Repeated](): {},
	reflect.TypeFor[analyze.Supply]():   {},
	reflect.TypeFor[analyze.Wait]():     {share: true},
}

// limitsOf finds the shape that a rule embeds.
func limitsOf(rule reflect.Type) limits {
	for i := range rule.NumField() {
		if l, ok := shapes[rule.Field(i).Type]; ok && rule.Field(i).Anonymous {
			return l
		}
	}
	return limits{}
}

// refuse says what is wrong with one value; nothing if it can be.
func (l limits) refuse(key string, field reflect.Value) string {
	switch field.Kind() {
	case reflect.Int:
		least := int64(0)
		if key == "need" || key == "of" {
			least = 1 // a pattern that no period needs to show would be found everywhere
		}
		if field.Int() < least {
			return fmt.Sprintf("is a count, %d or more, not %d", least, field.Int())
		}
	case reflect.Float64:
		v := field.Float()
		share := l.share && (key == "amber" || key == "red")
		switch {
		case share && v > 1 && v <= 100:
			return fmt.Sprintf("is a share from 0 to 1, not %g; write %g %% as %g", v, v, v/100)
		case share && !(v >= 0 && v <= 1):
			return fmt.Sprintf("is a share from 0 to 1, not %g", v)
		case !(v >= 0) || math.IsInf(v, 0):
			return fmt.Sprintf("is a number, 0 or more, not %g", v)
		}
	}
	return ""
}

// misordered says what is wrong between amber and red, once one of them is set. Where
// they count different subjects, it takes both to be wrong.
func (l limits) misordered(fields structFields, set int) string {
	amber, ok := fields.named("amber")
	red, too := fields.named("red")
	if !ok || !too || set == 0 || l.apart && set < 2 {
		return ""
	}
	order := cmp.Compare(red.Float(), amber.Float())
	switch {
	case l.low && order > 0:
		return fmt.Sprintf("red (%g) cannot be above amber (%g)", red.Float(), amber.Float())
	case !l.low && order < 0:
		return fmt.Sprintf("red (%g) cannot be below amber (%g)", red.Float(), amber.Float())
	}
	return ""
}
