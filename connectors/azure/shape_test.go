package azure_test

// These tests hold that what did not come is not taken for nothing, and that no later pull
// takes it for held.

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/azure/azurefake"
	"github.com/rolehealth/rolehealth/internal/pulls"
)

// instead answers questions whose address holds the word, and leaves the others to the server.
func instead(server http.RoundTripper, word string, answer func(*http.Request) (status int, body string)) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodOptions || !strings.Contains(strings.ToLower(r.URL.Path), word) {
			return server.RoundTrip(r)
		}
		status, body := answer(r)
		if status == 0 {
			return server.RoundTrip(r)
		}
		return &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	})
}

func TestAnswersWithoutTheirList(t *testing.T) {
	for _, part := range []string{"teamfieldvalues", "teamsettings/iterations", "backlogconfiguration", "wit/wiql", "wit/fields", "/states", "/columns", "workitemtypecategories", "classificationnodes", "workitemrevisions", "workitemlinks"} {
		for _, body := range []string{`{}`, `null`, `{"value":null}`, `{"isLastBatch":true,"continuationToken":"7;7;7"}`, `{"values":null,"isLastBatch":true}`} {
			t.Run(part+" "+body, func(t *testing.T) {
				server := azurefake.New(azurefake.Options{EpicsAbove: true}, few(t)).Transport()
				failure := refusal(t, instead(server, part, func(*http.Request) (int, string) { return http.StatusOK, body }), source("Checkout"))
				if failure.Kind != connectors.ErrAnswer {
					t.Errorf("got %v, want a strange answer", failure)
				}
			})
		}
	}
}

// warned reports whether a pull into held warns so.
func warned(t *testing.T, held pulls.Store, server http.RoundTripper, word string) bool {
	t.Helper()
	team := source("Checkout")
	c := connect(t, server, demo(t, "Checkout").PulledAt)
	if _, err := held.Take(t.Context(), c, team, "item"); err != nil {
		t.Fatal(err)
	}
	return strings.Contains(strings.Join(reread(t, held, c, team).Coverage.Warnings, "\n"), word)
}
