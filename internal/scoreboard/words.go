package main

// This file holds the sentences around the tables of docs/accuracy.md.

const introduction = `# How often the checks are right

Measured on %s with

    %s

on %d simulated teams for each of %d conditions, in %.0f minutes. Nobody looked at these
teams while the checks were written.

A condition is a way of living: people with habits work day by day for ten months, and
what they do is recorded as a tracker records it. Every team is then served by a Jira in
memory, pulled into a local copy, read from there and analysed, as live data would be.
What the people were made to do is the truth that the checks are held against. The people
know no formula of any check.

What this shows, and what it does not: that the program finds what it is meant to find in
teams like these, and leaves alone what only looks like it. Real teams are odder than
simulated ones. Nobody can promise the same figures for them.

`

const checksHead = `## Check by check

Recall is the share of the teams with a planted pattern that were found. False alarms are
counted on healthy teams on which the check had an opinion; look-alikes live something
that resembles the pattern and is none. “Too little” is how often the check kept silent
where it should have. Brackets are 95 % intervals. A check of class C never flags: for it,
watch is a finding.

| check | recall | false alarms | look-alikes | too little |
| --- | --- | --- | --- | --- |
`

const controlHead = `## What a control of false discoveries would cost

Many checks look at one team, and some flag it by chance. A control by Benjamini and
Hochberg keeps the share of such flags under one in ten by dropping the least certain ones;
a pattern that stands alone in a team is hit hardest. Flags that it would drop carry that
as a doubt, and stay: this is what dropping them would cost, and save. Checks that it never
touches are left out; alarms are those on healthy teams and look-alikes.

| check | recall | recall under control | alarms | alarms under control |
| --- | --- | --- | --- | --- |
`

const conditionsHead = `## Condition by condition

The numbers are teams found. “Beside” are checks that flagged a tenth of the teams or more
although they were neither meant nor excluded: mostly a second side of the same way of
living.

| condition | kind | what the people do | found | beside |
| --- | --- | --- | --- | --- |
`

const missesHead = `## Misses, and what kept the check from a finding

Where a check is insufficient, the team gave it too few cases for an opinion. Its silence is
right then, and counted as a miss all the same.

`
