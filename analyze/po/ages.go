package po

// This file counts open items by how long they have been open, for a picture.

import (
	"time"

	"github.com/rolehealth/rolehealth/analyze"
)

// ageClasses are the classes of age, by the days at which they end; the last has no end.
var ageClasses = [...]struct {
	days  int
	label string
}{{30, "to 30 days"}, {90, "31–90 days"}, {180, "91–180 days"}, {365, "½–1 year"}, {730, "1–2 years"}, {0, "over 2 years"}}

// ages counts items by age: those somebody looked at lately, and those nobody did.
type ages [len(ageClasses)][2]int

func (a *ages) add(age time.Duration, looked bool) {
	class := 0
	for class < len(a)-1 && age > days(ageClasses[class].days) {
		class++
	}
	if looked {
		a[class][0]++
	} else {
		a[class][1]++
	}
}

// overAYear counts those looked at and those not that are older than a year.
func (a *ages) overAYear() (looked, not int) {
	for i, n := range a {
		if i == 0 || ageClasses[i-1].days < 365 {
			continue
		}
		looked, not = looked+n[0], not+n[1]
	}
	return looked, not
}

// rows are the classes, without the empty ones at either end.
func (a *ages) rows() []analyze.PictureRow {
	first, last := len(a), -1
	for i, n := range a {
		if n[0]+n[1] > 0 {
			first, last = min(first, i), i
		}
	}
	var rows []analyze.PictureRow
	for i := first; i <= last; i++ {
		rows = append(rows, analyze.ClassRow(ageClasses[i].label, false, a[i][0], a[i][1]))
	}
	return rows
}
