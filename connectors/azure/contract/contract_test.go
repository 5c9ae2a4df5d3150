// Package contract_test holds every question that the connector asks, and every answer
// that the fake gives, against Microsoft's own API documents and examples.
package contract_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rolehealth/rolehealth/internal/beside"
)

// documents reads the documents, with the points mended where they are known to be
// wrong about what the service really sends.
func documents(t testing.TB) (docs []*openapi3.T) {
	t.Helper()
	openapi3.DefineStringFormatValidator("date-time", openapi3.NewCallbackValidator(func(string) error { return nil }))
	for _, name := range []string{"core-7.1.json", "work-7.1.json", "workItemTracking-7.1.json"} {
		var old openapi2.T
		if err := json.Unmarshal(read(t, "openapi", name), &old); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := openapi2conv.ToV3(&old)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		mend(doc)
		docs = append(docs, doc)
	}
	return docs
}

// read reads a file of Microsoft's, some of which begin with a byte order mark.
func read(t testing.TB, parts ...string) []byte {
	t.Helper()
	raw, err := os.ReadFile(beside.Data(t, append([]string{"azure"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.TrimPrefix(raw, []byte("\ufeff"))
}

func mend(doc *openapi3.T) {
	for path, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			mendOperation(op)
		}
		if strings.HasSuffix(path, "/{workItemId}/comments") { // of the two operations, only that with ids is in the document
			for _, name := range []string{"$top", "continuationToken", "includeDeleted", "$expand", "order"} {
				item.Get.Parameters = append(item.Get.Parameters, &openapi3.ParameterRef{Value: openapi3.NewQueryParameter(name).WithSchema(openapi3.NewStringSchema())})
			}
		}
	}
	for name, schema := range doc.Components.Schemas {
		mendSchema(name, schema.Value)
	}
}

// mendOperation lets the version stand in the header, as it may, requires the ids of
// comments only of those who want some of them, and wraps lists as the service does.
func mendOperation(op *openapi3.Operation) {
	for _, p := range op.Parameters {
		if p.Value != nil && p.Value.In == "query" {
			p.Value.Required = false
		}
	}
	for _, answer := range op.Responses.Map() {
		for _, media := range answer.Value.Content {
			if s := media.Schema; s != nil && s.Value != nil && s.Value.Type.Is("array") {
				media.Schema = openapi3.NewSchemaRef("", openapi3.NewObjectSchema().WithProperty("count", openapi3.NewIntegerSchema()).
					WithPropertyRef("value", s).WithRequired([]string{"count", "value"}))
			}
		}
	}
}

// mendSchema lets values be of any kind where the documents call them objects or texts,
// and null where they are known to be.
func mendSchema(name string, s *openapi3.Schema) {
	anything := openapi3.NewSchemaRef("", openapi3.NewSchema().WithNullable())
	switch name {
	case "WorkItem":
		s.Properties["fields"].Value.AdditionalProperties.Schema = anything
		s.Nullable = true // what may not be read, in a batch
	case "WorkItemFieldUpdate":
		s.Properties["oldValue"], s.Properties["newValue"] = anything, anything
	case "StreamedBatch":
		s.Properties["values"].Value.Items = anything
	case "Link", "WorkItemClassificationNode":
		s.Properties["attributes"].Value.AdditionalProperties.Schema = anything
	case "WorkItemLink", "TeamIterationAttributes":
		for at := range s.Properties {
			s.Properties[at] = anything
		}
	}
}

// complete names what an address may leave out and a document cannot: project, team, and
// the path in a tree.
func complete(path string) string {
	before, after, _ := strings.Cut(path, "/_apis/")
	parts := strings.Split(strings.Trim(before, "/"), "/")
	lower := strings.ToLower(after)
	wants := 1
	switch {
	case lower == "wit/wiql":
		wants = 3
	case strings.HasPrefix(lower, "wit/"):
		wants = 2
	}
	for len(parts) < wants {
		parts = append(parts, "any")
	}
	if strings.HasSuffix(lower, "classificationnodes/iterations") || strings.HasSuffix(lower, "classificationnodes/areas") {
		after = lower + "/any"
	}
	return "/" + strings.Join(parts, "/") + "/_apis/" + after
}
