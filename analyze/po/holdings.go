package po

// This file shows who held how much of the ordering in each period, for OWN-01 and OWN-02.

import (
	"cmp"
	"slices"

	"github.com/rolehealth/rolehealth/analyze"
)

// holding is the ordering days of one person in a period, or of several together.
type holding struct {
	who   string // as readers call them
	days  int
	shows bool // they hold what the finding is about
}

// holdings are one period.
type holdings struct {
	analyze.PictureRow
	parts []holding
}

// Of so many people a picture tells who they are, if they ever had a tenth of a period;
// the rest is others.
const (
	mostHolders = 4
	others      = "others"
)

// shared is the picture of the periods, without its words.
func shared(periods []holdings) analyze.Picture {
	picture := analyze.Picture{Kind: analyze.Shares, Head: "Period"}
	named := namedHolders(periods)
	for _, h := range named {
		picture.Series = append(picture.Series, analyze.Series{Name: h.who, Shows: h.shows})
	}
	rest := 0
	for _, p := range periods {
		row := p.PictureRow
		row.Values = make([]float64, len(named)+1)
		for _, part := range p.parts {
			i := slices.IndexFunc(named, func(h holding) bool { return h.who == part.who })
			if i < 0 {
				i = len(named)
				rest += part.days
			}
			row.Values[i] += float64(part.days)
		}
		picture.Rows = append(picture.Rows, row)
	}
	if rest > 0 {
		picture.Series = append(picture.Series, analyze.Series{Name: others})
		return picture
	}
	for i := range picture.Rows {
		picture.Rows[i].Values = picture.Rows[i].Values[:len(named)]
	}
	return picture
}

// namedHolders are those whom the picture tells apart, with all their days: first those
// the finding is not about, and each by name, since nobody is ranked.
func namedHolders(periods []holdings) []holding {
	var all []holding
	large := map[string]bool{}
	for _, p := range periods {
		sum := 0
		for _, part := range p.parts {
			sum += part.days
		}
		for _, part := range p.parts {
			large[part.who] = large[part.who] || part.days*10 >= sum
			if i := slices.IndexFunc(all, func(h holding) bool { return h.who == part.who }); i >= 0 {
				all[i].days += part.days
				all[i].shows = all[i].shows && part.shows
			} else {
				all = append(all, part)
			}
		}
	}
	all = slices.DeleteFunc(all, func(h holding) bool { return !large[h.who] || h.who == "" })
	busiest := func(a, b holding) int { return cmp.Or(cmp.Compare(b.days, a.days), cmp.Compare(a.who, b.who)) }
	slices.SortFunc(all, busiest)
	all = all[:min(len(all), mostHolders)]
	if !slices.ContainsFunc(all, func(h holding) bool { return !h.shows }) {
		for i := range all {
			all[i].shows = false // nobody to set them against
		}
	}
	slices.SortFunc(all, func(a, b holding) int {
		if a.shows != b.shows && b.shows {
			return -1
		}
		if a.shows != b.shows {
			return 1
		}
		return cmp.Compare(a.who, b.who)
	})
	return all
}
