package main

// This file is the team's answers to findings: a file beside the configuration, which
// people may edit and the command acknowledge writes.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/rolehealth/rolehealth/analyze"
)

// AnswersFile is the shape of the file.
type AnswersFile struct {
	Answers []AnswerConfig
}

// AnswerConfig is one answer to the finding of one check of one team.
type AnswerConfig struct {
	Team  string
	Check string
	As    string // wrong, explained or agreed
	By    string `yaml:",omitempty"`
	Why   string
	Until string // a date: the last day on which it holds
}

// answersHead stands on top of the file.
const answersHead = `# What teams answered to findings: wrong, explained or agreed, by whom, why and until when.
# rolehealth acknowledge writes this file anew; comments in it are not kept.
`

// answersPath is the file that belongs to a configuration: rolehealth.answers.yaml beside
// rolehealth.yaml.
func answersPath(config string) string {
	return strings.TrimSuffix(config, filepath.Ext(config)) + ".answers.yaml"
}

// readAnswers reads the file that belongs to a configuration; there need not be one.
func readAnswers(config string) (*document, AnswersFile, error) {
	path := answersPath(config)
	var file AnswersFile
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, file, nil
	}
	if err == nil {
		text, err = plainText(text)
	}
	if err != nil {
		return nil, file, usageErrorf("reading the answers to findings: %v", err)
	}
	doc, err := parse(path, text)
	if err != nil {
		return nil, file, err
	}
	return doc, file, doc.decode(&file)
}

func writeAnswers(config string, file AnswersFile) error {
	text, err := yaml.MarshalWithOptions(file, yaml.UseLiteralStyleIfMultiline(true))
	if err != nil {
		return err
	}
	d, err := newDraft(answersPath(config), func(w io.Writer) error {
		_, err := w.Write(append([]byte(answersHead), text...))
		return err
	})
	if err != nil {
		return err
	}
	defer d.discard()
	return d.publish()
}

// answer gives the teams the answers of the file.
func (r *resolver) answer(teams []team, config string) error {
	doc, file, err := readAnswers(config)
	if err != nil {
		return err
	}
	at := resolver{doc: doc, env: r.env}
	var seen []string
	for i, a := range file.Answers {
		path := "$.answers[" + strconv.Itoa(i) + "]"
		if err := at.valid(path, a, r.all); err != nil {
			return err
		}
		key := strings.ToLower(a.Team + "\n" + a.Check)
		if slices.Contains(seen, key) {
			return at.errorf(path, "%s of team %q is answered twice; keep one", a.Check, a.Team)
		}
		seen = append(seen, key)
		n := teamNamed(teams, a.Team)
		if n < 0 {
			r.warnings = append(r.warnings, at.errorf(path+".team", "there is an answer to team %q, which is not configured", a.Team).Error())
			continue
		}
		teams[n].answers = append(teams[n].answers, analyze.Answer{
			Check:           strings.ToUpper(a.Check),
			Acknowledgement: analyze.Acknowledgement{As: a.As, By: a.By, Why: a.Why, Until: a.Until},
		})
	}
	return nil
}

// valid complains about what an answer lacks.
func (r *resolver) valid(path string, a AnswerConfig, all []analyze.Check) error {
	known := func(c analyze.Check) bool { return strings.EqualFold(c.ID, a.Check) }
	switch {
	case a.Team == "" || a.Check == "":
		return r.errorf(path, "an answer needs a team and a check")
	case !slices.ContainsFunc(all, known):
		return r.errorf(path+".check", "unknown check %q%s", a.Check, didYouMean(strings.ToUpper(a.Check), ids(all)))
	case !slices.Contains(analyze.Answers, a.As):
		return r.errorf(path+".as", "an answer cannot be %q%s; it can be %s", a.As, didYouMean(a.As, analyze.Answers), strings.Join(analyze.Answers, ", "))
	case strings.TrimSpace(a.Why) == "":
		return r.errorf(path, "an answer needs its why")
	case a.Until == "":
		return r.errorf(path, "an answer needs an until: the last day on which it holds")
	}
	if _, err := time.Parse(time.DateOnly, a.Until); err != nil {
		return r.errorf(path+".until", "%q is no date such as 2026-12-31", a.Until)
	}
	return nil
}

func teamNamed(teams []team, name string) int {
	return slices.IndexFunc(teams, func(t team) bool { return strings.EqualFold(t.source.Name, name) })
}
