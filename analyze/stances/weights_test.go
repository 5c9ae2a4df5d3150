package stances

// This file holds that the weights name what exists.

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/analyze/po"
)

// every is each ID that the weights name, by the stance that names it.
func every(s stance) []string {
	var ids []string
	for _, t := range []tiers{s.For, s.Against} {
		ids = append(append(append(ids, t.Strong...), t.Medium...), t.Weak...)
	}
	return ids
}

func TestWeights(t *testing.T) {
	check := regexp.MustCompile(`^(VAL|ORD|OWN|CRF|FLW)-[0-9]{2}$`)
	w := standard()
	known := map[string]bool{"many-voices": true}
	for _, s := range signs {
		known[s.id] = true
	}
	used, last := map[string]bool{}, 0
	for _, s := range w.Stances {
		if used[s.ID] || s.ID == "" || s.Name == "" {
			t.Errorf("the stance %q (%q) is there twice, or lacks a name", s.ID, s.Name)
		}
		used[s.ID] = true
		kind := slices.Index([]string{preferred, misunderstood, organisation}, s.Kind)
		if kind < last {
			t.Errorf("%s: kind %q is unknown, or stands too late", s.ID, s.Kind)
		}
		last = kind
		ids := every(s)
		if (len(ids) == 0) != (s.Unseen != "") {
			t.Errorf("%s: nothing speaks for it and nothing says why, or both", s.ID)
		}
		for i, id := range ids {
			if !known[id] && !check.MatchString(id) {
				t.Errorf("%s: %q is neither a sign nor the ID of a check", s.ID, id)
			}
			if slices.Contains(ids[:i], id) {
				t.Errorf("%s weighs %s twice", s.ID, id)
			}
			used[id] = true
		}
		for _, id := range append(append(slices.Clone(s.Against.Strong), s.Against.Medium...), s.Against.Weak...) {
			if !known[id] {
				t.Errorf("%s: %s stands against it and is no sign; a check that is well speaks against what it is for", s.ID, id)
			}
		}
	}
	for id := range known {
		if !used[id] {
			t.Errorf("the sign %s is in no stance", id)
		}
	}
	for id := range w.Most {
		if !used[id] || !check.MatchString(id) {
			t.Errorf("%s has a limit, and is no check in any stance", id)
		}
	}
	for _, id := range w.Owner {
		if !used[id] {
			t.Errorf("%s needs a Product Owner, but is in no stance", id)
		}
	}
}

// Every check that the weights name is in the catalogue, once the catalogue is whole:
// while it still grows, the numbers of its groups have gaps.
func TestWeightsNameChecksOfTheCatalogue(t *testing.T) {
	ids, last := map[string]bool{}, map[string]int{}
	for _, c := range po.Catalog() {
		group, number, _ := strings.Cut(c.ID, "-")
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		ids[c.ID] = true
		last[group] = max(last[group], n)
	}
	have := 0
	for _, n := range last {
		have += n
	}
	if have != len(ids) {
		t.Skipf("the catalogue has %d checks, and the numbers of its groups go up to %d", len(ids), have)
	}
	for _, s := range standard().Stances {
		for _, id := range every(s) {
			if id[0] < 'a' && !ids[id] {
				t.Errorf("%s names %s, which is not in the catalogue", s.ID, id)
			}
		}
	}
}
