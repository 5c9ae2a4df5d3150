// Package po holds the checks: one .go file and one .md file each, and the list below.
//
// To add a check, write its article (what it finds, in words, with examples that run),
// then its rule, then add one line here. The tests tell what is forgotten.
package po

import "github.com/rolehealth/rolehealth/analyze"

// Catalog lists every check, in the order of every report: why, what first, who, how.
func Catalog() []analyze.Check {
	return []analyze.Check{
		noGoalLink,      // work is committed without a trace to a goal
		noWhy,           // items say what to build, and not why
		noWho,           // work lacks a user or customer
		noOutcome,       // features begin without a result that could be measured
		noExperiments,   // nothing is tried out with users before it is built
		featureFactory,  // features are finished, and nobody looks at what they did
		noSprintGoal,    // Sprints run without a goal
		staleBacklog,    // much of the backlog was not looked at for half a year
		frozenOrder,     // nobody reorders between plannings
		topPriority,     // nearly everything has top priority
		neverSaysNo,     // practically nothing is declined
		passThrough,     // requests reach the Sprint unchanged
		overridden,      // others decide what goes first
		hoard,           // more is open than will ever be done
		flipFlop,        // decisions are turned round soon after
		noOwner,         // nobody recognisably leads the ordering
		committee,       // several people order the backlog
		proxy,           // answers are relayed rather than given
		partTime,        // the Product Owner is seldom visible
		bothRoles,       // one person is Product Owner and Scrum Master
		teamBoss,        // the Product Owner directs the developers' work
		deadlineDriver,  // dates get more attention than what is wanted
		gatekeeper,      // stakeholders and developers never talk to each other
		noCrispCriteria, // work begins without acceptance criteria
		lateChange,      // what is wanted changes during the work
		soloAuthor,      // stories are written alone
		detailHeavy,     // much effort goes into details
		techInDisguise,  // technical work is written as user stories
		breakdownOnly,   // features arrive ready-made
		unreadyStart,    // items are taken on unprepared
		disturbedSprint, // the Sprint's content changes after its start
		backlogBypass,   // work does not come through the backlog
		slowAnswers,     // questions wait
		noEvaluation,    // finished work meets no response
		autoCarryOver,   // unfinished work rolls on without a new decision
		busyWork,        // work appears to fill the time
	}
}
