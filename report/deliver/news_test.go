package deliver

import (
	"strings"
	"testing"

	"github.com/rolehealth/rolehealth/report"
)

// What is attached tells the same as the message.
func TestTheAttachmentAgreesWithTheMessage(t *testing.T) {
	earlier := reportOf(lastWeek())
	msg := Compose(reportOf(thisWeek()), &earlier)
	page, err := attachment(msg)
	if err != nil {
		t.Fatal(err)
	}
	for word, id := range map[string]string{"new": "ORD-05", "worse": "FLW-01", "better": "ORD-02", "gone": "VAL-01", "can no longer be told": "VAL-03"} {
		if !strings.Contains(msg.Lead[2], "1 "+word) || !strings.Contains(string(page), `1 `+word+` (<a href="#team-1-`+id+`"`) {
			t.Errorf("that %s is %q is not said by both", id, word)
		}
	}
	if page, err = attachment(Compose(reportOf(thisWeek()), nil)); err != nil || strings.Contains(string(page), "Since ") {
		t.Errorf("the first report tells of changes (%v)", err)
	}
}

func TestWhatCanBeToldNowComesFirstAndIsNotCalledNew(t *testing.T) {
	before := lastWeek()
	before.Checks = before.Checks[:3] // nobody looked at the others
	earlier := reportOf(before)
	msg := Compose(reportOf(thisWeek()), &earlier)
	if strings.Contains(msg.Subject, "new") {
		t.Errorf("the subject is %q", msg.Subject)
	}
	if got, want := msg.Sections[1].Lines[0].Note, string(report.Told); got != want {
		t.Errorf("the first to talk about is %q, want %q", got, want)
	}
}
