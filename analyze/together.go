package analyze

// This file looks at the checks of a team together: a flag may need another check beside
// it, and one that stands alone among many may be chance.

import (
	"math"

	"github.com/rolehealth/rolehealth/analyze/stats"
)

// falseDiscoveries is the share of flags of one team that may be chance (Benjamini–Hochberg).
const falseDiscoveries = 0.10

// backUp demotes the flags that need another check beside them which found nothing.
func backUp(results []*result) {
	found := map[string]bool{}
	for _, r := range results {
		found[r.check.ID] = r.verdict.status == Watch || r.verdict.status == Flag
	}
	for _, r := range results {
		for _, b := range r.pass.unless {
			if !found[b.check] {
				r.verdict.demote(b.why)
			}
		}
	}
}

// doubtChance says of flags that do not stand out enough among so many tests that they
// could be chance. They stay flags: measured on teams whose truth is known, lowering them
// would lose many patterns that stand alone, and save next to no false flag.
func doubtChance(results []*result) {
	var tested []*result
	var ps []float64
	for _, r := range results {
		if !math.IsNaN(r.verdict.chance) {
			tested = append(tested, r)
			ps = append(ps, r.verdict.chance)
		}
	}
	for i, held := range stats.Discoveries(ps, falseDiscoveries) {
		if v := &tested[i].verdict; !held && v.status == Flag {
			v.doubts = append(v.doubts, "with "+number(float64(len(tested)))+" checks tested at once, one that finds as little alone could be chance")
		}
	}
}
