package po

import (
	_ "embed"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file is CRF-04: how much of the Product Owner's effort goes into the details of
// items, and how far ahead these are worked out.

//go:embed crf04_detail_heavy.md
var detailHeavyDoc string

var detailHeavy = analyze.Check{
	ID: "CRF-04", Name: "detail-heavy", Group: analyze.Craft, Class: analyze.Proxy, Doc: detailHeavyDoc,
	Needs: backlog.Authors | backlog.SprintHistory | backlog.ItemHistory,
	Reads: backlog.CurrentOrder,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.Unused, guards.Templates,
		guards.Clusters, guards.UrgentLane},
	Rule: detailHeavyRule{
		Parts:      analyze.Parts{Share: analyze.Share{Amber: 0.90, Red: 0.98, MinN: 60, Origin: "our judgement"}, Dominant: 2, Together: 2},
		AheadAmber: 0.40, AheadRed: 0.60, AheadMinN: 20, AheadSprints: 3, AheadWords: 150,
		LongAmber: 0.50, LongRed: 0.75, LongMinN: 20, LongWords: 300, GoalLength: 40,
	},
}

type detailHeavyRule struct {
	analyze.Parts `yaml:",inline"`
	AheadAmber    float64 `yaml:"ahead_amber" means:"share of the items far ahead that are detailed, from which it is worth talking about" origin:"our judgement"`
	AheadRed      float64 `yaml:"ahead_red" means:"the same from which it dominates" origin:"our judgement"`
	AheadMinN     int     `yaml:"ahead_min_n" means:"items far ahead needed" origin:"our judgement"`
	AheadSprints  int     `yaml:"ahead_sprints" means:"Sprints, or stretches of 14 days, of finished work beyond which an item is far ahead" origin:"our judgement"`
	AheadWords    int     `yaml:"ahead_words" means:"words above which an item is detailed" origin:"our judgement"`
	LongAmber     float64 `yaml:"long_amber" means:"share of long items among those taken on, from which it is worth talking about" origin:"our judgement"`
	LongRed       float64 `yaml:"long_red" means:"the same from which it dominates" origin:"our judgement"`
	LongMinN      int     `yaml:"long_min_n" means:"items taken on that are needed" origin:"our judgement"`
	LongWords     int     `yaml:"long_words" means:"words above which an item is long" origin:"our judgement"`
	GoalLength    int     `yaml:"goal_length" means:"characters from which a feature carries a text" origin:"our judgement"`
}

func (c detailHeavyRule) Run(p *analyze.Pass) {
	if !owned(p) {
		return
	}
	if !c.goalsHere(p) {
		p.OnlyHint("most features carry no text here; goals may live elsewhere")
	}
	c.ahead(p, p.Part("items far ahead are worked out in detail",
		analyze.Stock{Share: analyze.Share{Amber: c.AheadAmber, Red: c.AheadRed, MinN: c.AheadMinN}}, "item far ahead", "items far ahead"))
	c.long(p, p.Part("items taken on were long",
		analyze.Share{Amber: c.LongAmber, Red: c.LongRed, MinN: c.LongMinN}, "item taken on", "items taken on"))
	c.edits(p, p.Part("texts that the Product Owner worked on, by day, were items or their parts", c.Share, "text worked on", "texts worked on"))
}

// goalsHere reports whether at least half of the features carry a text of their own.
func (c detailHeavyRule) goalsHere(p *analyze.Pass) bool {
	with, all := 0, 0
	for _, it := range p.Items {
		if it.Level() < backlog.FeatureLevel {
			continue
		}
		all++
		if says := it.Now().Text; says.Goal != "" || len([]rune(p.Facts.Own(says.Description))) >= c.GoalLength {
			with++
		}
	}
	return with > 0 && with*2 >= all
}

// edits looks at what the Product Owner wrote or edited: each item or feature once a day,
// since some people save often.
func (c detailHeavyRule) edits(p, into *analyze.Pass) {
	for _, it := range p.Items {
		var last time.Time
		for a := range p.Facts.Acts(it) {
			if a.At.Before(p.From) || !a.Changed.Has(backlog.Created|backlog.ContentFields) || !p.Roles.Owns(a.By, a.At) || p.Calendar.DayNumber(a.At) == p.Calendar.DayNumber(last) {
				continue
			}
			last = a.At
			subject := analyze.Subject{Item: it, At: a.At}
			into.Examine(subject)
			if it.Level() < backlog.FeatureLevel {
				into.Report(subject, p.Fact(it, a.At, a.By, "was worked on, and is no feature"))
			} else {
				into.Counter(p.Fact(it, a.At, a.By, "is a feature that was worked on"))
			}
		}
	}
}

// ahead looks at the open items beyond what the team finishes in some Sprints, as they lay
// at the end of every window. For a past day the place is known by what became of the
// item: it was not begun within that time. Where that time is still to come, its place in
// the order tells.
func (c detailHeavyRule) ahead(p, into *analyze.Pass) {
	if p.Missing&backlog.CurrentOrder != 0 {
		p.Doubt("the order of the backlog is not visible, so what lies far ahead cannot be told")
		return
	}
	reach := float64(c.AheadSprints) * finishedEach(p)
	if reach == 0 {
		return
	}
	d := detailed{p, c.AheadWords, estimatesUsed(p), map[*backlog.Text]bool{}}
	for _, it := range p.Items {
		if !p.Facts.Functional(it) {
			continue
		}
		begun := it.Begun()
		for i, w := range p.Windows {
			at, then := w.To, w.To.Add(time.Duration(c.AheadSprints)*w.To.Sub(w.From))
			if i == len(p.Windows)-1 {
				at = p.TakenAt
			}
			waits := begun.After(then) || begun.IsZero() && (!then.After(p.TakenAt) || float64(it.Order) >= reach)
			if !waits || !begun.IsZero() && !begun.After(at) {
				continue
			}
			s := it.At(at)
			if !s.Waits() {
				continue
			}
			subject := analyze.Subject{Item: it, Sprint: w.Sprint, At: w.To}
			into.Examine(subject)
			switch {
			case !d.is(s):
			case i == len(p.Windows)-1:
				into.Report(subject, p.Fact(it, it.CreatedAt(), it.Creator(), "lies %d places down the order, worked out in %d words", it.Order+1, ownWords(p, s, c.AheadWords)))
			default:
				into.ReportPast(subject)
			}
		}
	}
}

// detailed tells which items are worked out, reading every text once.
type detailed struct {
	*analyze.Pass
	words     int
	estimates bool // whether the team uses them
	read      map[*backlog.Text]bool
}

func (d detailed) is(s *backlog.State) bool {
	if d.estimates && s.Estimate == 0 {
		return false
	}
	if _, ok := d.read[s.Text]; !ok {
		d.read[s.Text] = ownWords(d.Pass, s, d.words) > d.words && d.Facts.Read(s.Text).Criteria
	}
	return d.read[s.Text]
}

// finishedEach is the number of items finished in a Sprint, or in 14 days (median).
func finishedEach(p *analyze.Pass) float64 {
	windows := p.ClosedWindows()
	counts := make([]float64, len(windows))
	for _, it := range p.Backlog {
		end := it.Ending()
		if end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(p.From) {
			continue
		}
		for i, w := range windows {
			if end.At.After(w.From) && !end.At.After(w.To) {
				counts[i]++
			}
		}
	}
	return stats.Median(counts)
}

// long looks at how much the items taken on said then.
func (c detailHeavyRule) long(p, into *analyze.Pass) {
	for _, done := range p.Commitments() {
		into.Examine(done.Subject)
		if n := ownWords(p, done.Item.At(done.At), c.LongWords); n > c.LongWords {
			into.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "was taken on with %d words", n))
		}
	}
}

// ownWords is the number of words of an item beyond its title and the team's templates. Of
// a text that is too short for more than some words it is not counted, and 0.
func ownWords(p *analyze.Pass, s *backlog.State, some int) int {
	if len(s.Text.Description)+len(s.Text.Criteria) < 2*some {
		return 0
	}
	return wordCount(p.Facts.Own(s.Text.Description)) + wordCount(s.Text.Criteria)
}

func wordCount(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
