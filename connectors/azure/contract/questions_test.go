package contract_test

// This test holds what the connector asks against Microsoft's documents.

import (
	"bytes"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/contract"
)

// described passes what no document has, because it is how the documents' addresses are
// found: everything else goes through the contract.
type described struct {
	next, checked http.RoundTripper
	silent        bool // revisions do not tell what was said
}

func (d described) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodOptions {
		return d.next.RoundTrip(r)
	}
	if d.silent && r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		asked := bytes.Replace(raw, []byte(`,"System.History"`), nil, 1)
		r.Body, r.GetBody, r.ContentLength = io.NopCloser(bytes.NewReader(asked)), nil, int64(len(asked))
	}
	return d.checked.RoundTrip(r)
}

func TestTheConnectorAsksAsDocumented(t *testing.T) {
	snap := team()
	docs := documents(t)
	for name, c := range map[string]struct {
		options azurefake.Options
		faults  azurefake.Faults
		silent  bool
	}{
		"with reports":   {},
		"with comments":  {silent: true},
		"item by item":   {faults: azurefake.Faults{Absent: []string{"/reporting/"}}},
		"features above": {options: azurefake.Options{EpicsAbove: true, Process: azurefake.Agile}},
	} {
		t.Run(name, func(t *testing.T) {
			server := azurefake.New(c.options, snap)
			server.Faults = c.faults
			through := &contract.Transport{T: t, Next: server.Transport(), Docs: docs, Path: complete, Fold: true, Answers: true}
			connector, err := azure.New(azure.Options{URL: server.URL(), Token: "secret", Now: func() time.Time { return snap.TakenAt },
				Transport: described{server.Transport(), through, c.silent}})
			if err != nil {
				t.Fatal(err)
			}
			team := connectors.Source{Name: "Checkout", Project: "Fabrikam Fiber", Team: "Checkout Team", History: 400 * 24 * time.Hour}
			for _, err := range connector.Pull(t.Context(), team, nil) {
				if err != nil {
					t.Fatal(err)
				}
			}
			least := 11
			if c.silent {
				least = 12
			}
			if asked := through.Asked(); len(asked) < least {
				t.Errorf("only these operations were asked for: %v", asked)
			}
		})
	}
}
