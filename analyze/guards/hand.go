package guards

import "github.com/rolehealth/rolehealth/analyze/backlog"

// This file finds teams whose record names one account for nearly everything.

// OneHand reports whether one account made nine tenths of all changes in the window: a
// shared login, or a person who types for all. Who did what is then not recorded.
func (f *Facts) OneHand() bool { return f.oneHand }

func (f *Facts) findOneHand() bool {
	acts := map[*backlog.Person]int{}
	all, most := 0, 0
	for _, it := range f.snap.Items {
		for a := range f.Acts(it) {
			if a.By == nil || a.At.Before(f.from) {
				continue
			}
			all++
			acts[a.By]++
			most = max(most, acts[a.By])
		}
	}
	return all > 0 && most*10 >= all*9
}
