package po

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/text"
)

//go:embed crf05_tech_in_disguise.md
var techInDisguiseDoc string

var techInDisguise = analyze.Check{
	ID: "CRF-05", Name: "tech-in-disguise", Group: analyze.Craft, Class: analyze.Proxy, Doc: techInDisguiseDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Import, guards.NewTeam, guards.Templates, guards.Languages, guards.Clusters, guards.UrgentLane},
	Rule: techInDisguiseRule{
		Share: analyze.Share{Amber: 0.30, Red: 0.50, MinN: 30, Origin: "our judgement; 9 % of published user stories are written for developers, in single backlogs up to 56 %"},
		Shown: 3,
	},
}

type techInDisguiseRule struct {
	analyze.Share `yaml:",inline"`
	Shown         int `yaml:"shown" means:"personas told beside the finding, the most frequent first" origin:"our judgement"`
}

func (c techInDisguiseRule) Run(p *analyze.Pass) {
	p.Counts("committed story", "committed stories")
	if p.Facts.Declared().UsersAreDevelopers {
		p.DoesNotApply("the users are declared to be developers: what is technical elsewhere is for users here")
		return
	}
	unread, looked, developers := 0, 0, 0
	personas := map[string]int{}
	for _, done := range p.Commitments() {
		if text.PlainTask(done.Item.Now().Type.Name) {
			p.LeaveOut("tasks, which say openly what they are", 1)
			continue
		}
		looked++
		read := p.Facts.Read(textAt(done.Item, done.Subject))
		if read.Language == text.Unknown && !read.Technical {
			unread++
			continue
		}
		p.Examine(done.Subject)
		if read.Who {
			personas[text.Key(read.WhoText)]++
		}
		if read.TechnicalWho {
			developers++
		}
		switch {
		case read.Technical && read.TechnicalWho:
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "is written for %s, and names no benefit for a user", p.Quote(read.WhoText)))
		case read.Technical:
			p.Report(done.Subject, p.Fact(done.Item, done.Entry, done.By, "is work on the software, and names no benefit for a user"))
		case read.WhoSpecific:
			p.Counter(p.Fact(done.Item, done.Entry, done.By, "is for %s", p.Quote(read.WhoText)))
		}
	}
	unreadable(p, unread, looked, "stories")
	c.most(p, personas)
	if developers*2 > looked {
		p.Doubt("most stories are written for developers: if they are the users of this product, declare it")
	}
}

// most tells which personas the stories name most.
func (c techInDisguiseRule) most(p *analyze.Pass, personas map[string]int) {
	names := make([]string, 0, len(personas))
	for name := range personas {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(personas[b]-personas[a], cmp.Compare(a, b)) })
	var told []string
	for _, name := range names[:min(len(names), c.Shown)] {
		told = append(told, fmt.Sprintf("%s (%d)", p.Told(name), personas[name]))
	}
	if len(told) > 0 {
		p.Also("Written for most often: %s.", strings.Join(told, ", "))
	}
}
