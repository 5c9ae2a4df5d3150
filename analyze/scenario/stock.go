package scenario

import (
	"fmt"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file is the stock of words that healthy items are written from: what somebody
// wants and why, who that is, and where. The lengths of the tables have no common
// divisor, so that their combinations repeat only after more than a thousand items.

var wants = []struct{ what, why string }{
	{"change the delivery address after ordering", "no parcel goes to an old address"},
	{"see the delivery date before paying", "fewer orders are cancelled later"},
	{"return one article of an order", "the rest of the order need not come back"},
	{"pay by invoice", "the month can be settled in one payment"},
	{"save a basket for later", "a long order need not be typed twice"},
	{"compare three articles side by side", "the right size is ordered at once"},
	{"get a refund to the same card", "the money is back within a day"},
	{"follow a parcel on a map", "somebody is at home when it arrives"},
	{"print a return label again", "a lost label does not mean a call to support"},
	{"order again with one tap", "the weekly order takes less than a minute"},
	{"hide articles that are sold out", "nobody falls for something that cannot be had"},
	{"pick a shop for collection", "the parcel is fetched on the way home"},
	{"read the ingredients of an article", "allergies are noticed before ordering"},
	{"split a payment over two cards", "vouchers are used up first"},
	{"cancel an order within the hour", "a wrong click costs nothing"},
	{"filter by size and width", "fewer shoes come back"},
	{"write a message to the courier", "heavy parcels go to the right door"},
	{"see what a voucher is still worth", "small remainders are spent too"},
	{"rate an article after a month", "ratings tell how well things last"},
	{"receive one bill for all orders of a week", "bookkeeping takes minutes instead of hours"},
	{"choose a time slot for delivery", "second deliveries become rare"},
	{"see prices without tax", "offers can be compared with those of others"},
	{"look up the care instructions", "clothes survive the first wash"},
	{"share a wish list", "presents are not bought twice"},
}

var personas = []struct{ one, many string }{
	{"a returning shopper", "returning shoppers"},
	{"a gift buyer", "gift buyers"},
	{"an office manager", "office managers"},
	{"a parent of small children", "parents of small children"},
	{"a market trader", "market traders"},
	{"a shoe collector", "shoe collectors"},
	{"a night-shift nurse", "night-shift nurses"},
	{"a shop assistant", "shop assistants"},
	{"a warehouse clerk", "warehouse clerks"},
	{"a hobby cook", "hobby cooks"},
	{"an accountant", "accountants"},
}

var places = []string{"in the app", "on tablets", "in the web shop", "on small phones", "with a screen reader"}

// write is the text of the n-th item: healthy but for what the journal says.
func write(s spec, n int) *backlog.Text {
	want, who, where := wants[n%len(wants)], personas[n%len(personas)], places[n%len(places)]
	text := &backlog.Text{Title: title(s, want.what, who.many, where)}
	want.what = "to " + want.what
	if s.titles != nil {
		want.what, want.why = fmt.Sprintf("%q", text.Title), "one step is enough where it takes three today"
	}
	if s.lacks&noCriteria == 0 {
		text.Criteria = fmt.Sprintf("- Trying %s twice %s shows the same result both times", want.what, where)
	}
	switch {
	case s.sayings != nil:
		text.Description = s.sayings[s.nth%len(s.sayings)]
	case s.lacks&noDescription == 0:
		text.Description = describe(s, want.what, want.why, who.one, where)
	}
	text.Description += detail(n, s.words-len(strings.Fields(text.Description)))
	return text
}

// detail is at least so many words more about the n-th item.
func detail(n, least int) string {
	var said strings.Builder
	for words := 0; words < least; n++ {
		want, where := wants[n%len(wants)], places[n%len(places)]
		sentence := fmt.Sprintf(" Whoever comes to %s %s finds it where it was, and %s.", want.what, where, want.why)
		said.WriteString(sentence)
		words += len(strings.Fields(sentence))
	}
	return said.String()
}

func title(s spec, what, whom, where string) string {
	switch {
	case s.nth >= len(s.titles) && s.titles != nil:
		return fmt.Sprintf("%s %d", s.titles[s.nth%len(s.titles)], s.nth/len(s.titles)+1)
	case s.titles != nil:
		return s.titles[s.nth]
	case s.kind == Bug:
		return fmt.Sprintf("Error when trying to %s %s", what, where)
	case s.kind == Spike:
		return fmt.Sprintf("Find out how to %s %s", what, where)
	case s.kind == Task:
		return fmt.Sprintf("Prepare the release to %s %s", what, where)
	case s.lacks&noCustomer != 0:
		return fmt.Sprintf("%s %s", sentenceCase(what), where)
	}
	return fmt.Sprintf("%s %s for %s", sentenceCase(what), where, whom)
}

func describe(s spec, what, why, whom, where string) string {
	said := fmt.Sprintf("As %s, I want %s %s", whom, what, where)
	switch {
	case s.kind == Bug:
		return fmt.Sprintf("Trying %s %s ends with an error page. Seen twice this week.", what, where)
	case s.lacks&noCustomer != 0:
		said = fmt.Sprintf("We want %s %s", what, where)
	}
	if s.lacks&noWhy == 0 {
		said += ", so that " + why
	}
	return said + "."
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// refine records what a developer adds to an item while it is discussed.
func refine(p *play, e *entry, n int) {
	team := p.cast.developers(e.last)
	by := team[n%len(team)]
	about := wants[n%len(wants)].what
	if e.said.titles != nil {
		about = title(e.said, "", "", "")
	}
	added := fmt.Sprintf("Agreed with the team: %q needs no new screen.", about)
	switch {
	case e.said.sayings == nil && e.said.lacks&noDescription == 0:
		p.rec.Rewrite(e.last, by, e.item, backlog.DescriptionField, func(t *backlog.Text) { t.Description += "\n\n" + added })
	case e.said.lacks&noCriteria == 0:
		p.rec.Rewrite(e.last, by, e.item, backlog.CriteriaField, func(t *backlog.Text) { t.Criteria += "\n- " + added })
	default:
		p.rec.Change(e.last, by, e.item, backlog.AttachmentField, nil) // a drawing: no field must change
	}
}

// outcome is the text of the n-th healthy epic: it says what will be measured.
func outcome(n int) *backlog.Text {
	goals := []struct{ title, goal string }{
		{"Fewer calls from %s", "By the end of the quarter %s solve more on their own: calls to support about orders fall by a third."},
		{"Faster refunds for %s", "Refunds reach %s within one day, and complaints about late ones fall by half."},
		{"%s find what fits", "The share of parcels sent back by %s falls from one in five to one in eight."},
		{"Paying is easy for %s", "Nine of ten baskets that %s fill are paid for; today it is six of ten."},
		{"%s get it on the first try", "Second deliveries to %s become rare: less than one parcel in fifty."},
		{"%s order again", "The share of %s who order again within sixty days rises from a third to a half."},
	}
	g, who := goals[n%len(goals)], personas[n%len(personas)].many
	return &backlog.Text{Title: sentenceCase(fmt.Sprintf(g.title, who)), Description: fmt.Sprintf(g.goal, who)}
}
