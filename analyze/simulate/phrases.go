package simulate

// This file holds what people of a web shop write on items, whatever the item. Teams that
// do not work on the shop itself have their own criteria, background and questions.

var shopCriteria = []string{
	"It works with a keyboard alone",
	"The text is there in all five languages of the shop",
	"Orders placed before the release look the same as before",
	"The page is not slower than today on a cheap phone",
	"Given an empty basket, nothing of it is shown",
	"Given the service behind it is down, the page still loads and says what is missing",
	"The weekly report counts how often it is used",
	"Customer service sees the same as the shopper",
	"Prices are shown with tax for private people and without for companies",
	"Nothing personal is written to the log",
	"It can be switched off for one country",
	"Given two open tabs, the later one wins and the earlier one says so",
	"The wording is the one agreed with customer service",
	"A screen reader reads the amount with its currency",
	"It is covered by the nightly run against the test shop",
	"The old link leads to the new page",
	"An amount of zero is shown as free",
	"It holds for orders with more than one parcel",
	"Given a wrong entry, the message says what to change",
	"The confirmation mail says the same as the page",
	"Dates are written as is usual in the country",
	"A refund of it shows the same amount",
	"Nothing moves on the page after it has loaded",
	"It is tried with three people from outside the team before the release",
}

var shopBackground = []string{
	"We watched six people do this in May; four gave up at this point.",
	"Customer service hears about it some twenty times a week.",
	"The numbers of the last quarter show most people leaving here.",
	"It came up in three of the last five interviews.",
	"Two of our larger competitors have had it for a year.",
	"We tried a paper version in the store in Malmö and it was understood at once.",
	"The present way needs a phone call, which nobody likes.",
	"In the survey this was the second most common complaint.",
	"People work around it today with a note in the comment field.",
	"We begin with the smallest version and look at the numbers after four weeks.",
	"The search log has the question several hundred times a month.",
	"The reviews in the app stores name it by its old name.",
	"It failed for every third person in the usability sessions.",
	"Reports from the stores say the same as the mails.",
	"What we learned from the pilot in Norway is in the notes of 12 March.",
	"Returns with this reason cost us about 4,000 euros a month.",
	"The first idea was larger; this is the part that matters.",
	"It follows from what we learned with the step before.",
}

// Notes and details of items that say what to build and little else.
var notes = []string{
	"See the attached sheet, second tab.",
	"Agreed in the weekly meeting.",
	"Needed before the autumn campaign.",
	"Same as in the old shop.",
	"As on the slide from Tuesday.",
	"Layout is in the shared folder.",
	"This was promised for this quarter.",
	"Should be small.",
	"Comes from the steering group.",
	"Texts follow.",
	"To be ready for the trade fair.",
	"Management wants to see this soon.",
	"From the list of last year.",
	"Details were sent by mail.",
	"Please plan it with the other one.",
}

var details = []string{
	"same position as today",
	"use the grey of the style guide",
	"label to be delivered by marketing",
	"no change to the mails",
	"must be ready by the end of the month",
	"all countries",
	"export as a sheet as well",
	"keep the old switch",
	"sorted by name",
	"at most ten lines",
	"the icon is in the folder",
	"the link goes to the start page",
	"visible after login only",
	"in two columns on wide screens",
	"with the campaign picture",
	"as in the sketch of last week",
	"the number comes from the data warehouse",
	"default is off",
}

// Wishes are how people of other departments begin a request.
var wishes = []string{
	"Hello! Could we %s?",
	"Please %s.",
	"We would like to %s.",
	"Hi all, can you %s?",
	"It would help us a lot to %s.",
	"New request from our side: %s.",
	"As discussed by phone, please %s.",
	"We need to %s.",
}

var wishReasons = []string{
	"This came up in our monthly meeting.",
	"The regional managers have asked for it twice.",
	"We have wanted it since the relaunch.",
	"It is on our list for this half-year.",
	"The agency says this is standard now.",
	"Our partner expects it.",
	"We saw it at the fair in Berlin.",
	"It is part of the plan we showed in January.",
	"The numbers of last month were below plan.",
	"The board has seen it elsewhere and liked it.",
	"Please treat it as agreed.",
	"Tell me when it can be live.",
	"We already told the stores about it.",
	"I will send the texts next week.",
}

// Answers to requests.
var refusals = []string{
	"thanks for writing this down. We will not do it: it would help a few people and slow the page for all. Please bring it back if the numbers change.",
	"I talked with customer service. There were two cases this year, so we put our time elsewhere. Closing it, sorry.",
	"no for this half-year. It does not serve any of our goals, and I would rather say so now than let it wait.",
	"we looked at the need behind it, and the wish list step already covers most of it. I close this one.",
	"legal has good reasons against it. I wrote them up in the notes of our last meeting. Declined.",
	"we tried something close to this last year and it moved nothing. I would want a new reason before we try again.",
	"the old shop goes away in spring and this lives only there. Not worth it any more.",
}

var receipts = []string{
	"thanks, noted.",
	"thank you, I have put it on the list.",
	"got it, will be planned.",
	"ok, it goes into one of the next Sprints.",
	"thanks! The team will build it.",
}

var farewells = []string{
	"Nobody has asked for this since %s, so I close it. If you still miss it, open a new one and tell us what changed.",
	"Untouched since %s. I would rather have a short list that we mean. Closing with thanks.",
	"Written in %s, and we have learned a lot since. Closed; the need lives on in the newer items.",
}

var splitParts = []string{"error cases", "first version", "mails", "older orders", "customer service view"}

// Remarks during the work.
var beginnings = []string{
	"Starting on this today. The service already has what we need.",
	"I take this one. First step is the test data.",
	"Had a look at the code, it is smaller than it seemed.",
	"Pairing on this tomorrow morning.",
	"I begin with the page and leave the mail for the end.",
	"There is an old version of this in the archive, I will use parts of it.",
	"We talked about it in the stand-up, the approach is clear.",
}

var progress = []string{
	"Half of it is on the test shop now.",
	"The first part is in review.",
	"Works for the simple case, the odd ones come tomorrow.",
	"Rebased after the change of yesterday, all green again.",
	"Took longer than thought because of the old address format.",
	"The numbers look right now, checked with twenty orders.",
	"Moved the rounding into one place, three bugs less.",
	"Found out why the test was flaky: the clock of the test shop.",
}

var endings = []string{
	"Done and on the test shop. Have a look at order 4711.",
	"Finished. I left a note in the handbook about the switch.",
	"Merged. It goes out with the next release.",
	"Ready. Showed it to customer service, they are happy with the wording.",
	"All cases of the list work. Screenshots are attached.",
	"Done together with Friday's release.",
	"Done. The slow query is gone as well.",
}

var thanks = []string{
	"tried it on my phone, exactly what was meant. Thanks!",
	"looks good to me. I will show it in the review.",
	"thank you, I checked the three cases and they work.",
	"nice. I will look at the numbers in four weeks.",
	"works. One small wish for later, I will write it down apart.",
}

var impediments = []string{
	"Blocked: the test environment of the payment partner is down.",
	"Waiting for access to the new account.",
	"The other team's interface is not there yet.",
	"The certificate has run out, operations knows.",
	"Test data was wiped last night.",
}

var pressing = []string{
	"This has to be in this Sprint, the campaign starts on Monday.",
	"I have put it into the Sprint myself, it is urgent for us.",
	"Already announced, so please take it now.",
	"Small thing, please squeeze it in.",
	"The board asked for it this morning.",
}

// question is something a developer asks, with the answer of who can decide.
type question struct{ asked, answered string }

var shopQuestions = []question{
	{"should this also hold for orders paid by invoice?", "Yes, for those too."},
	{"what happens when the basket is empty?", "Then we show nothing at all."},
	{"do we keep the old page for people with a bookmark?", "No, lead them to the new one."},
	{"which of the two texts is the right one?", "The shorter one, without the exclamation mark."},
	{"is it fine to leave out Finland at first?", "Yes, Finland can follow."},
	{"do you want the number with or without tax?", "With tax, as on the receipt."},
	{"how long should the message stay?", "Until it is closed."},
	{"does this need to work without login?", "Yes, most people are not signed in."},
	{"what should we do with the 300 old entries?", "Leave them as they are, new ones only."},
	{"should we round up or to the nearest?", "To the nearest, like everywhere."},
	{"is the limit of ten meant per day or per order?", "Per order."},
	{"may we drop the second picture on phones?", "Yes, drop it."},
	{"who gets the mail when there are two addresses?", "The one of the order, not of the account."},
	{"do we show it to shops abroad as well?", "Not yet. Sweden and Germany first."},
	{"what wins when both discounts apply?", "The better one for the person who buys."},
	{"can we use the existing switch for this?", "Yes, that one is enough."},
	{"should the old filter go away in the same step?", "No, that comes after we have seen the numbers."},
	{"is a weekly update enough or does it need to be live?", "Once a night is enough."},
	{"which name do we use, the legal or the short one?", "The short one, as on the sign."},
	{"do you need this in the export too?", "No, on the page only."},
}

var deferrals = []string{
	"Good question. I'll ask %s and come back to you.",
	"I'll check with %s and get back to you.",
	"Let me confirm with %s first.",
	"I cannot say. This one is waiting for %s to decide.",
	"I'll ask %s in the weekly and get back to you.",
}

var rulings = []string{
	"We talked about it.",
	"Our decision:",
	"I asked around.",
	"Please build it like this.",
	"From our side:",
}

var relays = []string{
	"%s has decided, see above.",
	"There is the answer of %s, please do it like that.",
	"As %s says.",
}

// Bugs, research, technical work and tickets.
var seenWhere = []string{
	"on the live shop", "in the app on Android", "with Firefox only", "on a small screen",
	"after the release of Tuesday", "with the Norwegian shop", "on the test shop", "with a saved address",
}

var seenHow = []string{
	"Happens every time.", "About one time in ten.", "Reload helps.", "There are four reports since Monday.",
	"The log shows a timeout.", "Began last week.", "Only when signed in.", "The old version had it too.",
}

var researchTitles = []string{"Interview five people", "Try a paper version", "Compare two variants", "Look at the numbers"}

var choreTitles = []string{
	"Upgrade the %s to the current version", "Split the %s out of the monolith", "Remove dead code from the %s",
	"Make the tests of the %s faster", "Move the %s to the new cluster", "Add alerts for the %s",
	"Replace the old queue of the %s", "Document how to restore the %s", "Cut the build time of the %s",
}

var choreReasons = []string{
	"The present version gets no more security fixes after the summer.",
	"Every change there costs a day of fear. We know how to do it in small steps.",
	"We lose about an hour a day to it.",
	"Found in the retrospective.",
	"The on-call people asked for it.",
	"Needed before anything larger can be built on it.",
}

var ticketTexts = []string{
	"I have written about this before. It would be good to have it.",
	"Hello, I buy from you often and miss this. Kind regards",
	"Please pass this on to the people who make the shop.",
	"I had to call you because of this. The person on the phone was very kind.",
	"My old shop had this. Could you add it?",
}
