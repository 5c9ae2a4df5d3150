package simulate

import "time"

// This file holds what people write who have a way of their own.

const minute = time.Minute

// sizes are estimates as teams give them.
var sizes = []float64{2, 3, 3, 3, 5, 5, 8}

// nextSteps tell the epics of one theme apart.
var nextSteps = []string{"next step", "second half", "autumn", "what is left", "for all countries", "on small screens"}

// Chases are how an owner asks how far things are.
var chases = []string{
	"What is the status here? We must keep the deadline of Friday.",
	"When will this be done? I need an ETA for the plan.",
	"Are we still on track for the release date?",
	"Please update the remaining hours until tonight.",
	"This is due next week. How far is it?",
	"Is the deadline safe? The steering group asks for a date.",
}

// Rethoughts are how an owner says that something else is wanted.
var rethoughts = []string{
	"sorry, this goes in another direction now, please see the new text.",
	"after talking to some people, we want something else here. The description is new.",
	"I changed what we need. Please begin again with the new version.",
	"not what I had in mind after all. I have rewritten it.",
}

// Fillers are small things that nobody asked for.
var fillers = []string{"Tidy up the labels %s", "Look through the texts %s", "Align the icons %s", "Check the old links %s", "Sort the pictures %s"}

// Effects are what somebody saw after a release.
var effects = []string{
	"Looked at the numbers after four weeks: 9 % fewer people give up here. We go on with the next part.",
	"The effect is smaller than hoped: no change for phones. We wrote down what to try next.",
	"Results are in. The rate rose from 31 % to 36 %, mostly for new customers.",
	"Measured it: nobody uses the second step. We take it out again.",
}

// Interests are what a stakeholder adds to a request while it is built.
var interests = []string{
	"will it also show for orders of last year?",
	"I have three people who would like to try it. Shall I send them over?",
	"two stores told me more about this, see below. The list matters most.",
	"could you show me a first version this week?",
}

var replies = []string{
	"yes, it does. Come by and have a look at the test shop.",
	"please do, this afternoon would be good.",
	"thanks, that helps. I build the list first.",
	"sure, it is on the test shop from tomorrow.",
}

var passedOn = []string{
	"%s would like to know how far it is, and the list matters most. I will answer.",
	"word from %s: it must show for older orders too. Please tell me when it does.",
	"%s wants to see a first version. I will take a picture and send it on.",
}

// AskingUsers is how an owner finds out before answering.
var askingUsers = []string{
	"I'll ask two customers this afternoon and come back to you.",
	"Let me check with the people who will use it.",
	"I will ask the users in the pilot first.",
}

// Scopes are epics that tell what is built.
var scopes = []string{
	"All that belongs to %s: the pages, the mails and the switch, so that people can %s.",
	"This covers %s as agreed with the other departments, first for those who want to %s.",
	"The part of the plan that is called %s. It begins with the page on which people %s.",
	"Everything around %s in one place, with the texts of marketing and a way to %s.",
}

// Specifics are sentences of a long specification.
var specifics = []string{
	"When somebody wants to %s %s, at most %d lines are shown and the rest is folded away",
	"The page on which people %s %s answers within %d milliseconds for all countries",
	"A mail tells within %[3]d minutes that it was possible to %[1]s %[2]s",
	"Whoever may %s %s sees the last %d entries with date and amount",
	"The log keeps for %[3]d days who tried to %[1]s %[2]s and what came of it",
	"A test with %[3]d orders shows that people can still %[1]s %[2]s",
}
