package analyze

// This file is the shape of the report: what every output format is made from, and
// what the JSON format writes down as it is (report/schema.json describes it for
// others). It holds no person's name unless names were asked for.

// Schema names the version of the report's shape.
const Schema = "rolehealth/report/1"

// Purpose stands on every report.
const Purpose = "For coaching this team's way of working. Not for appraisal, ranking, pay or discipline."

// Report is what was found about some teams.
type Report struct {
	Schema   string       `json:"schema"`
	Tool     Tool         `json:"tool"`
	PulledAt string       `json:"pulled_at"` // RFC 3339, UTC; the oldest of the teams'
	AsOf     string       `json:"as_of"`     // RFC 3339, UTC; "now" for every check
	Purpose  string       `json:"purpose"`
	Teams    []TeamReport `json:"teams"` // in the order of the configuration, never by result
}

// Tool is what made the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// TeamReport is what was found about one team.
type TeamReport struct {
	Name       string    `json:"name"`
	Connection string    `json:"connection"`
	Tracker    string    `json:"tracker"`
	Process    string    `json:"process"`
	Window     Period    `json:"window"`
	Sprints    []Sprint  `json:"sprints"` // those that ran within the window, by start; none in a flow
	Gaps       []Period  `json:"gaps"`    // ten working days or more in which nobody did anything that is recorded
	Coverage   Coverage  `json:"coverage"`
	Roles      []Role    `json:"roles"`
	Checks     []Finding `json:"checks"` // every check of the catalogue, in its order
	Stances    []Stance  `json:"stances"`
	Errors     []string  `json:"errors"`
}

// Period is from one date to another, both included (2006-01-02).
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Sprint is one time box of the team.
type Sprint struct {
	Name string `json:"name"`
	From string `json:"from"`
	To   string `json:"to"`   // when it was closed; empty while it runs
	Goal *bool  `json:"goal"` // whether a Sprint Goal was written; null where the tracker does not tell
}

// Coverage tells how complete the data is.
type Coverage struct {
	Items               int      `json:"items"`
	ItemsExpected       int      `json:"items_expected"`
	ItemsWithoutHistory int      `json:"items_without_history"`
	Changes             int      `json:"changes"`
	Sprints             int      `json:"sprints"`
	People              int      `json:"people"`
	Missing             []string `json:"missing"`
	Warnings            []string `json:"warnings"`
}

// Role says who was taken for what, and how surely.
type Role struct {
	Person     string `json:"person"` // a pseudonym such as PO-1, unless names were asked for
	Role       string `json:"role"`   // product_owner, scrum_master, developer, stakeholder or bot
	Source     string `json:"source"` // configured or inferred
	Confidence string `json:"confidence"`
	From       string `json:"from"` // dates; empty when open
	To         string `json:"to"`
}

// Finding is what one check made of one team.
type Finding struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Title  string `json:"title"` // the situation in a few words
	Group  string `json:"group"`
	Class  string `json:"class"`
	Status Status `json:"status"`
	Level  Level  `json:"level"`
	// K of N subjects; Effective is N after correlated subjects are discounted.
	K         int     `json:"k"`
	N         int     `json:"n"`
	Effective float64 `json:"n_eff"`
	// Estimate and its one-sided 90 % bounds: shares from 0 to 1, or in the unit of
	// the check where it is no share. Null where nothing was measured.
	Estimate *float64 `json:"estimate"`
	Low      *float64 `json:"lo90"`
	High     *float64 `json:"hi90"`
	Amber    *float64 `json:"amber"`
	Red      *float64 `json:"red"`
	Origin   string   `json:"threshold_origin"`
	// Direction is "high" where more than the threshold is worth talking about, "low" where less is.
	Direction  string      `json:"direction"`
	SubWindows []SubWindow `json:"subwindows"`
	Earlier    []Earlier   `json:"earlier"` // what it said at earlier moments, oldest first; see Options.LookBack
	Trend      string      `json:"trend"`   // better, worse, no_clear_change or unknown
	Message    string      `json:"message"` // situation, numbers, doubt; for ok, watch and flag
	Reason     string      `json:"reason"`  // why there is no opinion; for the other statuses
	// Doubts say what lowers the confidence or capped the status.
	Doubts  []string   `json:"doubts"`
	LeftOut []LeftOut  `json:"left_out"`         // what the guards took out, and how much
	For     []Evidence `json:"evidence"`         // all of it, the newest first
	Against []Evidence `json:"counter_evidence"` // the newest, MostAgainst or fewer
	Benign  []string   `json:"benign"`
	Ask     []string   `json:"questions"`
	Try     string     `json:"experiment"`
	// Pictures are what the check has to show beside its sentence; none without an opinion.
	Pictures []Picture `json:"pictures"`
	// Fingerprint is the same for the same check and team in every report.
	Fingerprint  string           `json:"fingerprint"`
	Acknowledged *Acknowledgement `json:"acknowledged"`
}

// Status is the verdict on one check.
type Status string

// The six statuses. The last three are results too: each comes with its reason.
const (
	OK            Status = "ok"
	Watch         Status = "watch"
	Flag          Status = "flag"
	Insufficient  Status = "insufficient"   // too few cases
	NotApplicable Status = "not_applicable" // has no meaning for this team
	NotAssessable Status = "not_assessable" // the tracker does not show it
)

// Judged reports whether the check has an opinion.
func (s Status) Judged() bool { return s == OK || s == Watch || s == Flag }

// Level is how far a flag is beyond its thresholds; empty without a flag.
type Level string

// The two levels of a flag.
const (
	Amber Level = "amber"
	Red   Level = "red"
)

// Weight is how much a finding asks to be talked about: 0 not at all, 1 worth watching, 2
// and 3 an amber and a red flag.
func (f Finding) Weight() int {
	switch {
	case f.Status == Watch:
		return 1
	case f.Status == Flag && f.Level == Red:
		return 3
	case f.Status == Flag:
		return 2
	}
	return 0
}

// SubWindow is one part of the window, with its own count.
type SubWindow struct {
	From string `json:"from"`
	To   string `json:"to"`
	K    int    `json:"k"`
	N    int    `json:"n"`
}

// Earlier is what a check said at an earlier moment, of a window as long as now. Without an
// opinion it has no numbers.
type Earlier struct {
	AsOf     string   `json:"as_of"` // the window's last day
	Status   Status   `json:"status"`
	Level    Level    `json:"level"`
	K        int      `json:"k"`
	N        int      `json:"n"`
	Estimate *float64 `json:"estimate"` // in the unit of the finding's, as are the bounds
	Low      *float64 `json:"lo90"`
	High     *float64 `json:"hi90"`
}

// LeftOut counts what a guard took out of a check.
type LeftOut struct {
	What string `json:"what"`
	N    int    `json:"n"`
}

// Evidence is one recorded fact.
type Evidence struct {
	Item string `json:"item"` // key of an item, or name of a Sprint
	URL  string `json:"url"`
	At   string `json:"at"` // a date: the time of day is nobody's business
	By   string `json:"by"` // who, by pseudonym; may be empty
	What string `json:"what"`
}

// Acknowledgement is the team's own answer to a finding; see Answer. An answered finding
// is shown and does not fail a run.
type Acknowledgement struct {
	As    string `json:"as"` // wrong, explained or agreed
	By    string `json:"by"`
	Why   string `json:"why"`
	Until string `json:"until"`
}

// Stance is a ledger of signs for and against one way of filling the role. An entry is
// "ORD-05 pass-through: what the check said", or begins with the name of a sign.
type Stance struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Kind       string   `json:"kind"`  // preferred, misunderstood or organisation
	Signs      string   `json:"signs"` // no, little, some or clear
	For        []string `json:"for"`   // the strongest first, as in Against
	Against    []string `json:"against"`
	Unassessed []string `json:"unassessed"` // with the reason
}
