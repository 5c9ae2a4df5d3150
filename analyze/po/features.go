package po

// This file finds out when work on features began: trackers seldom tell, since features
// are rarely moved across a board.

import (
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// featuresBegun gives, for every feature on which work began, the moment: its own start,
// or that of the first item right below it, whichever came first.
func featuresBegun(p *analyze.Pass) map[*backlog.Item]time.Time {
	begun := map[*backlog.Item]time.Time{}
	note := func(feature *backlog.Item, at time.Time) {
		if first, known := begun[feature]; !known || at.Before(first) {
			begun[feature] = at
		}
	}
	for _, it := range p.Items {
		at := it.Begun()
		if at.IsZero() {
			continue
		}
		if it.Level() >= backlog.FeatureLevel {
			note(it, at)
			continue
		}
		for _, up := range it.Ancestors(at) {
			if up.Level() >= backlog.FeatureLevel {
				note(up, at)
				break
			}
		}
	}
	return begun
}

// Labels of work that has to be done whatever it brings.
var obliged = []string{"regulatory", "compliance", "mandatory", "legal", "gdpr", "audit"}

// productFeature reports whether a feature is one of the product: no bucket, not
// technical, and nothing that a law asks for; else why not.
func productFeature(it *backlog.Item) (leftOut string) {
	s := it.Now()
	switch {
	case text.Generic(s.Text.Title):
		return "features that only collect"
	case text.KindOf(s.Type.Name, s.Labels, s.Text.Title) != text.Functional:
		return "technical features and spikes"
	case slices.ContainsFunc(s.Labels, func(l string) bool { return slices.Contains(obliged, strings.ToLower(l)) }):
		return "features that a law or an audit asks for"
	}
	return ""
}
