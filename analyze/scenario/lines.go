package scenario

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// This file takes a journal apart into lines, and lines into sentences, arrows and
// verdicts. It knows nothing of what the sentences mean.

// line is one sentence with its place. Several sentences that share a line, parted
// by a middle dot, share its number.
type line struct {
	number   int
	indented bool // it belongs to the Sprint above
	text     string
}

var (
	checkID  = regexp.MustCompile(`^[A-Z]{2,5}-\d{2}$`)
	statuses = []string{"ok", "watch", "flag", "insufficient", "not_applicable", "not_assessable"}
	levels   = []string{"amber", "red"}
	straight = strings.NewReplacer("“", `"`, "”", `"`, "\r", "")
)

// split gives the sentences of a journal, and the expectations that stand beside them.
func split(text string, wrong *mistakes) (lines []line, cited []Expectation, verdicts []Verdict) {
	for i, raw := range strings.Split(straight.Replace(text), "\n") {
		number, trimmed := i+1, strings.TrimSpace(raw)
		if trimmed == "" || strings.HasPrefix(trimmed, "#") {
			continue
		}
		if strings.HasPrefix(trimmed, "=>") {
			verdict, err := readVerdict(number, trimmed)
			wrong.add(number, err)
			verdicts = append(verdicts, verdict)
			continue
		}
		if strings.Count(trimmed, `"`)%2 == 1 {
			wrong.add(number, errors.New(`a quotation is not closed: put a " at both ends`))
			continue
		}
		parts := cut(trimmed, "<-")
		for _, arrow := range parts[1:] {
			expected, err := readArrow(number, arrow)
			wrong.add(number, err)
			cited = append(cited, expected)
		}
		for _, sentence := range sentences(parts[0]) {
			lines = append(lines, line{number: number, indented: raw[0] == ' ' || raw[0] == '\t', text: sentence})
		}
	}
	return lines, cited, verdicts
}

// sentences parts a line at its middle dots. The header of a Sprint stays whole: its
// goal is free text.
func sentences(s string) []string {
	if strings.HasPrefix(s, "sprint") {
		return []string{s}
	}
	return slices.DeleteFunc(cut(s, "·"), func(s string) bool { return s == "" })
}

// cut parts s at every separator outside quotations, and trims the parts.
func cut(s, separator string) []string {
	var parts []string
	from, quoted := 0, false
	for i := range s {
		if s[i] == '"' {
			quoted = !quoted
		}
		if !quoted && i >= from && strings.HasPrefix(s[i:], separator) {
			parts = append(parts, strings.TrimSpace(s[from:i]))
			from = i + len(separator)
		}
	}
	return append(parts, strings.TrimSpace(s[from:]))
}

// readArrow reads what follows "<-": a check, and the words it has to say.
func readArrow(number int, s string) (Expectation, error) {
	id, says, _ := strings.Cut(s, " ")
	says = strings.TrimSpace(says)
	quoted := len(says) > 1 && strings.HasPrefix(says, `"`) && strings.HasSuffix(says, `"`)
	if !checkID.MatchString(id) || (says != "" && !quoted) {
		return Expectation{}, fmt.Errorf(`cannot read the arrow "<- %s"; write it like <- FLW-01 "11 points added"`, s)
	}
	return Expectation{Line: number, Check: id, Says: strings.Trim(says, `"`)}, nil
}

// readVerdict reads a line such as "=> FLW-01 flag red".
func readVerdict(number int, s string) (Verdict, error) {
	words := strings.Fields(strings.TrimPrefix(s, "=>"))
	if len(words) < 2 || len(words) > 3 || !checkID.MatchString(words[0]) {
		return Verdict{}, fmt.Errorf(`cannot read %q; write it like "=> FLW-01 flag red"`, s)
	}
	v := Verdict{Line: number, Check: words[0], Status: words[1]}
	if !slices.Contains(statuses, v.Status) {
		return v, fmt.Errorf("no check has the status %q; there are %s", v.Status, strings.Join(statuses, ", "))
	}
	if len(words) == 3 {
		v.Level = words[2]
		if v.Status != "flag" || !slices.Contains(levels, v.Level) {
			return v, fmt.Errorf("cannot read the level %q; only a flag has one, amber or red", v.Level)
		}
	}
	return v, nil
}
