package jira

import (
	"slices"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
)

func TestWiki(t *testing.T) {
	for in, want := range map[string]string{
		"h3. Acceptance criteria\r\n* one\r\n** two\n# three\n- four":              "Acceptance criteria\n- one\n- two\n- three\n- four",
		"As a *buyer*, I want _fast_ {{refunds}}.":                                 "As a buyer, I want fast refunds.",
		"See [the page|https://example.com/a|smart-link] or [https://example.com]": "See the page or https://example.com",
		"{code:java}\nint *a*;\n{code}\nafter":                                     "int *a*;\n\nafter",
		"{panel:title=Why}because{panel}":                                          "because",
		"||who||what||\n|Ada|orders|":                                              "who | what\nAda | orders",
		"!image-1.png|width=600!\nText":                                            "Text",
		"Ask [~accountid:5b10:a] and [~ben]!":                                      "Ask @someone and @someone!",
		"{color:red}*Given*{color} a cart\n----\nthen":                             "Given a cart\n\nthen",
		"a-b 3*4*5 snake_case_name":                                                "a-b 3*4*5 snake_case_name",
		"plain text stays\n\n\n\nas it is ":                                        "plain text stays\n\nas it is",
		`\[not a link\] and {*}bold{*}`:                                            "[not a link] and bold",
		"":                                                                         "",
	} {
		if got, _ := wiki(in); got != want {
			t.Errorf("wiki(%q) is %q, want %q", in, got, want)
		}
	}
	if _, on := wiki("[~accountid:5b10:a] [~ben]"); !slices.Equal(on, []string{"5b10:a", "ben"}) {
		t.Errorf("mentions are %q", on)
	}
}

func TestDocument(t *testing.T) {
	text, on := plain(jsontext.Value(`{"type":"doc","version":1,"content":[
		{"type":"heading","content":[{"type":"text","text":"Why"}]},
		{"type":"paragraph","content":[{"type":"text","text":"Ask "},{"type":"mention","attrs":{"id":"5b10","text":"@Ada"}},{"type":"hardBreak"},{"type":"text","text":"soon"}]},
		{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]},
			{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"two"}]}]}]},
		{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://example.com"}}]}]}`))
	if want := "Why\nAsk @someone\nsoon\n- one\n- two\nhttps://example.com"; text != want || !slices.Equal(on, []string{"5b10"}) {
		t.Errorf("the document reads %q, mentions %q", text, on)
	}
	for _, odd := range []string{"", "null", "12", `{"content":"x"}`, "[]"} {
		if text, _ := plain(jsontext.Value(odd)); text != "" {
			t.Errorf("plain(%s) is %q", odd, text)
		}
	}
}

func TestEnded(t *testing.T) {
	for _, c := range []struct {
		status, resolution string
		want               backlog.Outcome
	}{
		{"Done", "Done", backlog.Delivered}, {"Closed", "", backlog.Delivered}, {"完了", "完了", backlog.Delivered},
		{"Done", "Won't Do", backlog.Declined}, {"Closed", "Won’t Fix", backlog.Declined}, {"Rejected", "Done", backlog.Declined},
		{"Fertig", "Wird nicht erledigt", backlog.Declined}, {"Klar", "Åtgärdas inte", backlog.Declined}, {"Fermé", "Abandonné", backlog.Declined},
		{"Listo", "No se hará", backlog.Declined}, {"Concluído", "Não será feito", backlog.Declined}, {"Gereed", "Wordt niet uitgevoerd", backlog.Declined},
		{"Cancelled", "", backlog.Declined}, {"Done", "Duplicate", backlog.Duplicate}, {"Fertig", "Duplikat", backlog.Duplicate},
		{"Closed", "Cannot Reproduce", backlog.Discarded}, {"Closed", "Incomplete", backlog.Discarded}, {"Fertig", "Nicht reproduzierbar", backlog.Discarded},
	} {
		if got := ended(backlog.Done, c.status, c.resolution); got != c.want {
			t.Errorf("%s with resolution %q ended as %d, want %d", c.status, c.resolution, got, c.want)
		}
		if got := ended(backlog.InProgress, c.status, c.resolution); got != backlog.Open {
			t.Errorf("%s in progress ended as %d, want open", c.status, got)
		}
	}
}

func TestStamps(t *testing.T) {
	for in, want := range map[string]string{
		`1772442000000`: "2026-03-02T09:00:00Z", `1772442000`: "2026-03-02T09:00:00Z", `"1772442000000"`: "2026-03-02T09:00:00Z",
		`"2026-03-02T10:00:00.000+0100"`: "2026-03-02T09:00:00Z", `"2026-03-02T09:00:00.000Z"`: "2026-03-02T09:00:00Z",
		`"2026-03-02T10:00:00+01:00"`: "2026-03-02T09:00:00Z", `null`: "0001-01-01T00:00:00Z", `""`: "0001-01-01T00:00:00Z",
	} {
		var got stamp
		if err := unmarshal([]byte(in), &got); err != nil || got.UTC().Format("2006-01-02T15:04:05Z07:00") != want {
			t.Errorf("%s is %s, %v, want %s", in, got, err, want)
		}
	}
	var got stamp
	if err := unmarshal([]byte(`"next week"`), &got); err == nil {
		t.Error(`"next week" is a time`)
	}
}

func TestFieldsByType(t *testing.T) {
	fields := []field{{ID: "customfield_1", Name: "Itération"}, {ID: "customfield_2", Name: "Story Points"}, {ID: "customfield_3", Name: "Story point estimate"},
		{ID: "customfield_4", Name: "Akzeptanzkriterien"}, {ID: "customfield_5", Name: "Rang"}}
	for i, custom := range []string{sprintType, floatType, estimateType, "textarea", rankType} {
		fields[i].Schema.Custom, fields[i].Schema.Type = custom, "string"
	}
	m := discover(fields, configuration{}, connectors.Fields{Goal: "customfield_9"})
	if !slices.Equal(m.sprint, []string{"customfield_1"}) || !slices.Equal(m.points, []string{"customfield_3", "customfield_2"}) ||
		!slices.Equal(m.criteria, []string{"customfield_4"}) || !slices.Equal(m.rank, []string{"customfield_5"}) || !slices.Equal(m.unknown, []string{"customfield_9"}) {
		t.Errorf("found %+v", m)
	}
	var board configuration
	board.Estimation.Field.FieldID = "customfield_2"
	if m := discover(fields, board, connectors.Fields{}); !slices.Equal(m.points, []string{"customfield_2"}) {
		t.Errorf("the board estimates in customfield_2, found %v", m.points)
	}
	for _, c := range []struct {
		change change
		want   backlog.Fields
	}{
		{change{changed: &changed{fieldName: fieldName{Field: "Itération", FieldID: "customfield_1"}}}, backlog.SprintField},
		{change{changed: &changed{fieldName: fieldName{Field: "Rank (Obsolete)", FieldID: "customfield_77"}}, ToString: "Ranked higher"}, backlog.RankField},
		{change{changed: &changed{fieldName: fieldName{Field: "Status", FieldID: "status"}}}, backlog.StatusField}, {change{changed: &changed{fieldName: fieldName{Field: "Link"}}}, backlog.LinkField},
		{change{changed: &changed{fieldName: fieldName{Field: "IssueParentAssociation"}}}, backlog.ParentField}, {change{changed: &changed{fieldName: fieldName{Field: "RemoteIssueLink"}}}, backlog.OtherField},
		{change{changed: &changed{fieldName: fieldName{Field: "Fix Version", FieldID: "fixVersions"}}}, backlog.DatesField}, {change{changed: &changed{fieldName: fieldName{Field: "Key"}}}, backlog.ProjectField},
		{change{changed: &changed{fieldName: fieldName{Field: "Status", FieldID: "customfield_88"}}}, backlog.OtherField},
	} {
		if got := m.kind(c.change); got != c.want {
			t.Errorf("a change of %s (%s) is of kind %b, want %b", c.change.Field, c.change.FieldID, got, c.want)
		}
	}
}
