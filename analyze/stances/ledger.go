package stances

// This file adds up what speaks for and against one stance.

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
)

// book is what is known of a team when its ledger is written.
type book struct {
	weights  weights
	findings []analyze.Finding
	readings []reading
	owner    float64 // how much counts of what rests on knowing the Product Owner
	unsaid   string  // why nothing is said about the role; empty if something is
}

// voice is what one check or sign has to say.
type voice struct {
	text  string
	group string
	class string
	// lean is from 1, the pattern (or the good sign) is there, to -1, it is not.
	lean   float64
	silent string // why it says nothing; empty if it speaks
	good   bool   // it looks for something good
	strong bool   // it is among those that speak most directly
	weight float64
}

// firm reports whether the voice is a finding, or a check that is well, and no mere hint.
func (v voice) firm() bool { return math.Abs(v.lean) >= 0.5 }

func (b book) stance(s stance) analyze.Stance {
	out := analyze.Stance{ID: s.ID, Name: s.Name, Kind: s.Kind, Signs: "no", For: []string{}, Against: []string{}, Unassessed: []string{}}
	silent := s.Unseen
	if silent == "" && s.Kind != organisation {
		silent = b.unsaid
	}
	if silent != "" {
		out.Unassessed = append(out.Unassessed, silent)
		return out
	}
	var heard []voice
	for _, entry := range b.weights.list(s.For) {
		v := b.voice(entry)
		if s.Kind == preferred && !v.good {
			v.lean = -v.lean
			b.limit(&v, entry.id)
		}
		v.strong = s.Kind != preferred && entry.weight == b.weights.Strength.Strong
		heard = append(heard, v)
	}
	for _, entry := range b.weights.list(s.Against) {
		v := b.voice(entry)
		v.lean = -v.lean
		heard = append(heard, v)
	}
	slices.SortStableFunc(heard, func(x, y voice) int {
		return cmp.Compare(math.Abs(y.weight*y.lean), math.Abs(x.weight*x.lean))
	})
	sum := b.weights.Prior
	for _, v := range heard {
		sum += v.weight * v.lean
		switch {
		case v.silent != "":
			out.Unassessed = append(out.Unassessed, v.text+": "+v.silent)
		case v.lean > 0:
			out.For = append(out.For, v.text)
		default:
			out.Against = append(out.Against, v.text)
		}
	}
	out.Signs = b.weights.word(sum, heard)
	return out
}

// limit silences a check that is well beyond measure.
func (b book) limit(v *voice, id string) {
	i := slices.IndexFunc(b.findings, func(f analyze.Finding) bool { return f.ID == id })
	most, limited := b.weights.Most[id]
	if !limited || v.lean <= 0 || b.findings[i].Estimate == nil || *b.findings[i].Estimate <= most {
		return
	}
	v.lean, v.silent = 0, fmt.Sprintf("more than %.0f %%, which says nothing either way", 100*most)
	v.text = id + " " + b.findings[i].Name
}

// voice finds the check or sign.
func (b book) voice(entry weighed) voice {
	v := voice{text: entry.id, silent: "not among the checks of this version", weight: entry.weight}
	if slices.Contains(b.weights.Owner, entry.id) {
		v.weight *= b.owner
	}
	if i := slices.IndexFunc(b.findings, func(f analyze.Finding) bool { return f.ID == entry.id }); i >= 0 {
		b.check(&v, b.findings[i])
	}
	if i := slices.IndexFunc(b.readings, func(r reading) bool { return r.sign.id == entry.id }); i >= 0 {
		r := b.readings[i]
		v.good, v.silent, v.group, v.class = true, r.silent, string(r.sign.group), string(r.sign.class)
		if r.silent == "" {
			v.lean, v.text = 1, entry.id+": "+r.says
		}
	}
	if v.silent == "" && v.weight == 0 {
		v.lean, v.silent = 0, "it is not sure enough who the Product Owner is"
	}
	return v
}

// check is what a finding says.
func (b book) check(v *voice, f analyze.Finding) {
	v.text, v.group, v.class, v.silent = f.ID+" "+f.Name, f.Group, f.Class, ""
	if a := f.Acknowledged; a != nil && a.As != "agreed" {
		v.silent = "the team answered that the finding is " + a.As
		return
	}
	switch {
	case f.Status == analyze.OK:
		v.lean = -1
	case f.Status == analyze.Watch:
		v.lean = b.weights.Status.Watch
		v.text += ", not sure enough for more than watching"
	case f.Status == analyze.Flag && f.Level == analyze.Red:
		v.lean = b.weights.Status.Red
	case f.Status == analyze.Flag:
		v.lean = b.weights.Status.Amber
	default:
		v.silent = cmp.Or(f.Reason, "it has no opinion")
		return
	}
	v.text += ": " + brief(f.Message)
}

// word puts a sum into words. Clear signs need two firm voices of two groups, at least
// one of them observed directly; a firm and strong one is never less than a little.
func (w weights) word(sum float64, heard []voice) string {
	groups, observed, strong := map[string]bool{}, false, false
	for _, v := range heard {
		if v.silent == "" && v.lean > 0 && v.firm() {
			groups[v.group] = true
			observed = observed || v.class == string(analyze.Observed)
			strong = strong || v.strong
		}
	}
	switch sum += 1e-9; { // sums of tenths fall short of a threshold they equal
	case sum >= w.Signs.Clear && len(groups) >= 2 && observed:
		return "clear"
	case sum >= w.Signs.Some:
		return "some"
	case sum >= w.Signs.Little, strong:
		return "little"
	}
	return "no"
}
