package simulate

// returnsStock is what the Returns team writes about: sending back, and getting money.
var returnsStock = stock{
	Variants: []string{"in the app", "in the German shop", "in the Norwegian shop", "in the outlet", "for guests", "on small screens", "in the Danish shop"},
	Symptoms: []string{
		"Refund missing", "Return label empty", "Mail sent twice", "Wrong amount", "Status not updated", "Bank rejects the transfer",
		"Reason list in English", "Return counted as sale", "Link has run out", "Picture cannot be sent",
		"Wrong due date", "Agent cannot open it",
	},
	Places: []string{
		"for Swish payments", "with a gift card", "for a part of an order", "after 30 days", "in the app", "for orders from Norway",
		"with two parcels", "in the agent's view", "for an exchanged size", "with an old account",
	},
	Components: []string{"refund job", "label service", "bank adapter", "mail templates", "returns database"},
	Criteria:   shopCriteria, Background: shopBackground, Questions: shopQuestions,
	Themes: []theme{
		{
			"Money back in three days", "The time from the parcel's arrival to the money falls from eight days to three for nine out of ten returns.",
			[]string{"shopper waiting for a refund", "customer service agent", "finance clerk"}, nil,
			[]want{
				{"Tell when the money is on its way", "know when my money is on its way", "I need not call"},
				{"Refund to the card that paid", "get the money to the same card", "I give nobody my bank details"},
				{"Pay back a part of an order", "send back one of three things", "I keep the others"},
				{"Refund before the parcel is opened", "get my money when the parcel is scanned", "I can order the other size"},
				{"Show open refunds by age", "see the oldest refunds first", "none is forgotten"},
				{"Match refunds with the bank file", "match refunds without a sheet", "the month is closed a day earlier"},
				{"Explain a reduced refund", "know why I get less", "I can object"},
				{"Refund a gift card to a gift card", "get the money back on a new gift card", "the present stays a present"},
			},
		},
		{
			"Returning without a printer", "Two out of three returns are handed in without printed paper by autumn.",
			[]string{"student without a printer", "shopper on a phone", "clerk at the pick-up point"}, nil,
			[]want{
				{"Show a code instead of a label", "show a code at the counter", "I need no printer"},
				{"Find the nearest drop-off point", "find a drop-off point on my way", "I do it the same day"},
				{"Register a return with three taps", "register a return with three taps", "it does not lie in the hall for weeks"},
				{"Scan the code from a dim screen", "scan a code from any screen", "the queue moves on"},
				{"Have a parcel fetched", "have a heavy parcel fetched", "I need not carry it"},
				{"Keep the proof of hand-in", "keep a proof that I handed it in", "I can show it if it is lost"},
				{"Send back two orders in one box", "send back two orders in one box", "I go once"},
				{"Choose the day of collection", "choose when it is fetched", "somebody is at home"},
			},
		},
		{
			"Fewer returns", "The share of shoes that come back because of the size falls from 31 % to 25 %.",
			[]string{"parent buying shoes", "tall shopper", "product manager for shoes"}, nil,
			[]want{
				{"Ask for the reason in one tap", "say in one tap why I send it back", "it takes no time"},
				{"Offer another size at once", "exchange the size in one step", "I get what I wanted"},
				{"Show fit comments on the page", "read how it fits others", "I choose the right size"},
				{"List articles with many returns", "see which articles come back most", "I can talk to the supplier"},
				{"Warn about two sizes in a basket", "be asked about two sizes in my basket", "I order one with help"},
				{"Send care advice before it is too late", "hear how to wash wool", "I need not complain"},
				{"Compare with shoes I kept", "compare with shoes I kept", "I trust the size"},
				{"Report reasons per supplier", "see reasons per supplier", "we change the right thing"},
			},
		},
	},
}
