package stances

// This file lists the good signs that no check looks for, and reads them. A sign speaks
// only for something good. Where it is not seen it says nothing: what goes well leaves
// fewer traces in a tracker than what goes wrong.

import (
	"fmt"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// sign is a share of cases that show something good.
type sign struct {
	id    string // its name, for readers too
	group analyze.Group
	class analyze.Class
	needs backlog.Aspects
	count func(*analyze.Pass) (k, n int)
	says  string  // the sentence, with a place for k and one for n
	above float64 // share that even the cautious bound must reach; our judgement
	least int     // cases needed; our judgement
}

// reading is what became of a sign in one team.
type reading struct {
	sign   sign
	says   string // what was seen
	silent string // why it says nothing
}

var signs = []sign{
	{
		id: "goals-reworked", group: analyze.Craft, class: analyze.Observed, needs: backlog.Hierarchy | backlog.ItemHistory,
		count: goalsReworked, says: "%d of %d features had their text reworked a week or more after it was written", above: 0.30, least: 5,
	},
	{
		id: "customer-input", group: analyze.Value, class: analyze.Observed, needs: backlog.Links | backlog.SprintHistory,
		count: customerInput, says: "%d of %d items taken on are tied to a customer or a customer's request", above: 0.20, least: 20,
	},
	{
		id: "customers-answered", group: analyze.Flow, class: analyze.Observed, needs: backlog.Comments | backlog.Authors,
		count: customersAnswered, says: "%d of %d comments of customers were answered within five working days", above: 0.50, least: 10,
	},
	{
		id: "several-authors", group: analyze.Craft, class: analyze.Observed, needs: backlog.Authors | backlog.ItemHistory | backlog.Comments,
		count: severalAuthors, says: "%d of %d items taken on were written or discussed by several people before work began", above: 0.50, least: 20,
	},
	{
		id: "developers-heard", group: analyze.Ordering, class: analyze.Observed, needs: backlog.Authors | backlog.ItemHistory,
		count: developersHeard, says: "%d of %d decided items that developers proposed were taken on", above: 0.50, least: 10,
	},
	{
		id: "direct-exchange", group: analyze.Flow, class: analyze.Observed, needs: backlog.Comments | backlog.Authors,
		count: directExchange, says: "on %d of %d items that both commented, stakeholders and developers answered each other", above: 0.50, least: 10,
	},
	{
		id: "declines-explained", group: analyze.Ordering, class: analyze.Observed, needs: backlog.Comments | backlog.ItemHistory,
		count: declinesExplained, says: "%d of %d declined items carry a comment from those days", above: 0.70, least: 8,
	},
	{
		id: "owner-declines", group: analyze.Ordering, class: analyze.Observed, needs: backlog.Authors | backlog.ItemHistory,
		count: ownerDeclines, says: "%d of %d declined items were declined by the Product Owner", above: 0.50, least: 8,
	},
}

// read looks for the sign.
func (s sign) read(p *analyze.Pass) reading {
	r := reading{sign: s}
	if lacking := s.needs & p.Missing; lacking != 0 {
		r.silent = "the tracker does not show: " + strings.Join(lacking.Names(), ", ")
		return r
	}
	if r.silent = p.Facts.Young(); r.silent != "" {
		return r
	}
	k, n := s.count(p)
	if n < s.least {
		r.silent = fmt.Sprintf("too few cases (%d; %d are needed)", n, s.least)
		return r
	}
	if low, _ := stats.Wilson(float64(k), float64(n), stats.Z90); low <= s.above {
		r.silent = fmt.Sprintf("not seen often enough to be a sign (%d of %d)", k, n)
		return r
	}
	r.says = fmt.Sprintf(s.says, k, n)
	return r
}

// severalVoices is how many equally busy stakeholders the requests of the window must be
// worth for the sign "many-voices"; our judgement.
const severalVoices = 4

// manyVoices is the sign that stakeholders' requests come from many of them.
func manyVoices(p *analyze.Pass) reading {
	r := reading{sign: sign{id: "many-voices", group: analyze.Ownership, class: analyze.Observed}}
	if p.Missing&backlog.Authors != 0 {
		r.silent = "the tracker does not show: authors"
		return r
	}
	if r.silent = p.Facts.Young(); r.silent != "" {
		return r
	}
	counts, all := requests(p)
	voices := stats.EffectiveNumber(counts)
	switch {
	case all < 20:
		r.silent = fmt.Sprintf("too few requests (%d; 20 are needed)", all)
	case voices < severalVoices:
		r.silent = fmt.Sprintf("the requests come from few (%d in all)", len(counts))
	default:
		r.says = fmt.Sprintf("the %d requests of the window come from %d stakeholders", all, len(counts))
	}
	return r
}
