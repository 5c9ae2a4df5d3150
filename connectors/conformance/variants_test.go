package conformance_test

// This test holds that it does not matter in which way an Azure DevOps organisation is
// set up, or which kind it is: the checks find the same.

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
)

func TestEveryAzureTellsTheSame(t *testing.T) {
	const file = "../../analyze/po/flw01_disturbed_sprint.md"
	told := histories(t, file)[0].Snapshot
	jiraSnap := throughJira(t, told, jirafake.New(told))
	for name, with := range map[string]struct {
		options azurefake.Options
		faults  azurefake.Faults
	}{
		"Scrum":                    {},
		"Agile, in Markdown":       {options: azurefake.Options{Process: azurefake.Agile, Markdown: true}},
		"CMMI, areas below":        {options: azurefake.Options{Process: azurefake.CMMI, Nested: true}},
		"features above the team":  {options: azurefake.Options{Process: azurefake.Inherited, EpicsAbove: true}},
		"Server 2022, Agile":       {options: azurefake.Options{Version: "2022", Process: azurefake.Agile}},
		"Server 2020, old shapes":  {options: azurefake.Options{Version: "2020"}, faults: azurefake.Faults{OldLinks: true, OldPeople: true}},
		"small pages, with holes":  {faults: azurefake.Faults{PageSize: 7, Holes: true}},
		"no reports":               {faults: azurefake.Faults{Absent: []string{"/reporting/"}}},
		"renumbered half way":      {options: azurefake.Options{Renumbered: []time.Time{told.TakenAt.AddDate(0, 0, -60)}}},
		"in a hurry, and cut once": {faults: azurefake.Faults{Busy: 1, Cut: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := histories(t, file)[0]
			server := azurefake.New(with.options, s.Snapshot)
			server.Faults = with.faults
			got := throughAzure(t, s.Snapshot, server)
			want := *jiraSnap
			want.Missing = got.Missing
			if diff := cmp.Diff(statuses(t, s, &want), statuses(t, s, got)); diff != "" {
				t.Errorf("the checks find something else (-Jira +Azure):\n%s\n%q", diff, got.Coverage.Warnings)
			}
		})
	}
}
