package jira_test

import (
	"context"
	"errors"
	"iter"
	"testing"
	"testing/synctest"

	"github.com/rolehealth/rolehealth/connectors/jira"
)

func groupsOf(names ...string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, name := range names {
			if !yield([]string{name}, nil) {
				return
			}
		}
	}
}

// Two teams of one connection do not ask for their items at the same time; one that is
// interrupted does not wait for its turn, and gives it to nobody else.
func TestOneTeamHaulsAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, err := jira.New(jira.Options{URL: "https://acme.example", Token: "none"})
		if err != nil {
			t.Fatal(err)
		}
		ctx, interrupt := context.WithCancel(t.Context())
		next, leave := iter.Pull2(c.Hauled(ctx, groupsOf("first 1", "first 2")))
		if some, err, more := next(); !more || err != nil || some[0] != "first 1" {
			t.Fatalf("the first team gets %v, %v, %v", some, err, more)
		}
		var came []string
		go func() {
			for some, err := range c.Hauled(t.Context(), groupsOf("second")) {
				came = append(came, some...)
				if err != nil {
					t.Error(err)
				}
			}
		}()
		var failure error
		go func() {
			for _, err := range c.Hauled(ctx, groupsOf("third")) {
				failure = err
			}
		}()
		synctest.Wait()
		if len(came) > 0 {
			t.Errorf("%v came while the first team was at it", came)
		}
		interrupt()
		synctest.Wait()
		if !errors.Is(failure, context.Canceled) || len(came) > 0 {
			t.Errorf("an interrupted team gets %v, and %v came", failure, came)
		}
		leave() // as a Pull does that fails half-way
		synctest.Wait()
		if len(came) != 1 {
			t.Errorf("%v came after the first team had left, want the second team's", came)
		}
	})
}
