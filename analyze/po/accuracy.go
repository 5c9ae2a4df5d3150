package po

// This file reads how often the checks were right about simulated teams. The file
// beside it is written by the measurement, as is docs/accuracy.md, which tells more.

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed accuracy.json
var accuracyFile []byte

// Accuracy is one measurement of the checks.
type Accuracy struct {
	Date              string           `json:"date"`    // 2006-01-02; empty while nothing was measured
	Command           string           `json:"command"` // repeats it
	TeamsPerCondition int              `json:"teams_per_condition"`
	Checks            map[string]Rates `json:"checks"` // by ID; a check that was not measured is not there
}

// Rates say how often a check flagged, among simulated teams of three kinds.
type Rates struct {
	Recall      Rate `json:"recall"`       // teams that show the pattern
	FalseAlarms Rate `json:"false_alarms"` // healthy teams
	LookAlikes  Rate `json:"look_alikes"`  // teams that only look as if they showed it
}

// Rate is K flags among N teams; N is 0 where there was no such team.
type Rate struct {
	K int `json:"k"`
	N int `json:"n"`
}

// Measured is the latest measurement. That the file can be read, a test holds.
func Measured() Accuracy {
	var a Accuracy
	if err := json.Unmarshal(accuracyFile, &a); err != nil {
		panic(fmt.Sprintf("accuracy.json: %v", err))
	}
	return a
}
