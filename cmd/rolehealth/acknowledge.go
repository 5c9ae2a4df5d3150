package main

// This file is the command acknowledge: a team's own word on a finding.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze"
)

// answerFor is how long an answer holds where nobody says: then people should look again.
const answerFor = 90 * day

type acknowledgeOptions struct {
	config string
	AnswerConfig
	remove bool
}

func (a *app) acknowledgeCommand() *cobra.Command {
	var o acknowledgeOptions
	cmd := &cobra.Command{
		Use:   "acknowledge [TEAM CHECK]",
		Short: "Answers a finding: wrong, explained or agreed",
		Long: `Keeps a team's answer to a finding in a file beside the configuration. Until it expires, the
finding is shown with it, and fails no run. Without arguments it lists the answers.`,
		Example: `  rolehealth acknowledge Checkout ORD-05 --as explained --by "the team" --why "We answer tickets; first come, first served is right." --until 2027-03-31
  rolehealth acknowledge Checkout ORD-05 --remove
  rolehealth acknowledge`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 && o.AnswerConfig == (AnswerConfig{}) && !o.remove:
				return a.listAnswers(o.config)
			case len(args) != 2:
				return usageErrorf("%s takes a team and a check, such as Checkout ORD-05; see %[1]s --help", cmd.CommandPath())
			}
			o.Team, o.Check = args[0], args[1]
			return a.acknowledge(o)
		},
	}
	registerConfig(cmd.Flags(), &o.config)
	cmd.Flags().StringVar(&o.As, "as", "", "the `ANSWER`: "+strings.Join(analyze.Answers, ", "))
	cmd.Flags().StringVar(&o.By, "by", "", "`WHO` answers; reports show a pseudonym unless --names is given")
	cmd.Flags().StringVar(&o.Why, "why", "", "the `REASON`, in a sentence")
	cmd.Flags().StringVar(&o.Until, "until", "", "the last `DATE` on which it holds (default: in 90 days)")
	cmd.Flags().BoolVar(&o.remove, "remove", false, "take the answer back")
	return cmd
}

func (a *app) acknowledge(o acknowledgeOptions) error {
	teams, r, err := a.configured(o.config)
	if err != nil {
		return a.unconfigured(err)
	}
	chosen, err := choose(teams, []string{o.Team})
	if err != nil {
		return err
	}
	n := slices.IndexFunc(r.all, func(c analyze.Check) bool { return strings.EqualFold(c.ID, o.Check) })
	if n < 0 {
		return usageErrorf("unknown check %q%s", o.Check, didYouMean(strings.ToUpper(o.Check), ids(r.all)))
	}
	o.Team, o.Check = chosen[0].source.Name, r.all[n].ID
	_, file, err := readAnswers(r.doc.name)
	if err != nil {
		return err
	}
	same := func(b AnswerConfig) bool {
		return strings.EqualFold(b.Team, o.Team) && strings.EqualFold(b.Check, o.Check)
	}
	had := slices.ContainsFunc(file.Answers, same)
	file.Answers = slices.DeleteFunc(file.Answers, same)
	switch {
	case o.remove && !had:
		return usageErrorf("there is no answer to %s of %s", o.Check, o.Team)
	case !o.remove:
		if err := a.complete(&o.AnswerConfig); err != nil {
			return err
		}
		file.Answers = append(file.Answers, o.AnswerConfig)
	}
	if err := writeAnswers(r.doc.name, file); err != nil {
		return fmt.Errorf("keeping the answer: %w; choose a configuration in a folder that you can write to", err)
	}
	if o.remove {
		a.tell("The answer to %s of %s is gone.", o.Check, o.Team)
		return nil
	}
	a.tell("%s of %s: %s until %s. It is in %s", o.Check, o.Team, o.As, o.Until, answersPath(r.doc.name))
	return nil
}

// complete fills in and checks what the command line says of an answer.
func (a *app) complete(given *AnswerConfig) error {
	if !slices.Contains(analyze.Answers, given.As) {
		return usageErrorf("--as cannot be %q%s; it can be %s", given.As, didYouMean(given.As, analyze.Answers), strings.Join(analyze.Answers, ", "))
	}
	if strings.TrimSpace(given.Why) == "" {
		return usageErrorf("--why is missing: say the reason in a sentence; it stands in the report")
	}
	if given.Until == "" {
		given.Until = a.now().Add(answerFor).Format(time.DateOnly)
	}
	until, err := time.Parse(time.DateOnly, given.Until)
	if err != nil {
		return usageErrorf("--until %q is no date such as 2026-12-31", given.Until)
	}
	if until.Before(a.now().Add(-day)) {
		return usageErrorf("--until %s is over already", given.Until)
	}
	return nil
}

func (a *app) listAnswers(config string) error {
	teams, _, err := a.configured(config)
	if err != nil {
		return a.unconfigured(err)
	}
	today, n := a.now().Format(time.DateOnly), 0
	for _, t := range teams {
		for _, given := range t.answers {
			n++
			state := "until " + given.Until
			if given.Until < today {
				state = "expired on " + given.Until
			}
			fmt.Fprintln(a.stdout, oneLine(fmt.Sprintf("%s  %s  %s, %s, by %s: %s", t.source.Name, given.Check, given.As, state, orElse(given.By, "nobody named"), given.Why)))
		}
	}
	if n == 0 {
		a.tell("No finding is answered.")
	}
	return nil
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
