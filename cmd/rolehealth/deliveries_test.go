package main

import (
	"strings"
	"testing"
)

func TestDeliveryMistakesAreOneLine(t *testing.T) {
	const mail = "type: mail, to: [dana@acme.example], from: coach@acme.example, server: 'smtp.acme.example:587'"
	for entry, want := range map[string]string{
		"type: mial":             `unknown type "mial" of a delivery; there are mail, slack and teams; did you mean "mail"?`,
		"type: mail":             `a mail needs somebody to go to, such as to: [coach@acme.example]`,
		"type: mail, to: [dana]": `"dana" is no mail address such as coach@acme.example`,
		"type: mail, to: [dana@acme.example], server: 'a:25'":                                  `from is "", which is no mail address such as rolehealth@acme.example`,
		"type: mail, to: [dana@acme.example], from: a@acme.example, server: smtp.acme.example": `server is "smtp.acme.example", which is not a host with its port such as smtp.acme.example:587`,
		"type: mail, to: [dana@acme.example], from: a@acme.example, server: 'smtp:99999'":      `server is "smtp:99999", which is not a host with its port such as smtp.acme.example:587`,
		mail + ", tls: startls":                             `tls cannot be "startls"; did you mean "starttls"?; it can be starttls, implicit, none`,
		mail + ", tls: none":                                `a mail without TLS would show the report to the network; only a server on this machine may have tls: none`,
		mail + ", password_env: SMTP":                       `the mail has a password but no user; add user, or remove the password`,
		mail + ", user: coach":                              `the mail has no password; name its variable with password_env, or its file with password_file`,
		mail + ", user: coach, password_env: 'a=b'":         `password_env of the mail takes the name of a variable, not the password itself`,
		mail + ", teams: [Chekout]":                         `unknown team "Chekout"; did you mean "Checkout"?`,
		mail + ", webhook_env: HOOK":                        `a delivery of type mail has no use for webhook_env; remove it`,
		mail + ", subject: Hello":                           `unknown key "subject" in a delivery`,
		"type: slack":                                       `the delivery to Slack has no webhook; name its variable with webhook_env, or its file with webhook_file`,
		"type: slack, webhook_env: 'https://hooks/hunter2'": `webhook_env of the delivery to Slack takes the name of a variable, not the webhook itself`,
		"type: teams, webhook_env: A, webhook_file: b":      `the delivery to Microsoft Teams has both webhook_env and webhook_file; keep one`,
		"type: teams, webhook_env: A, names: true":          `a chat shows no names of people: nobody knows who reads there; remove names, or send a mail`,
		"type: teams, webhook_env: A, user: coach":          `a delivery of type teams has no use for user; remove it`,
	} {
		_, _, err := load(t, good+"deliver:\n  - {"+entry+"}\n", nil)
		if err == nil || err.Error() != "rolehealth.yaml:17: "+want || statusOf(err) != exitUsage {
			t.Errorf("%s:\n got %v\nwant rolehealth.yaml:17: %s", entry, err, want)
		}
	}
}

func TestDeliveriesGoByTeam(t *testing.T) {
	text := strings.Replace(good, "calendar:", "  - {name: Search, connection: acme, board: 7}\ncalendar:", 1) + `deliver:
  - {type: slack, webhook_env: HOOK, teams: [search]}
  - {type: mail, to: [dana@acme.example], from: coach@acme.example, server: 'smtp.acme.example:465'}
`
	teams, _, err := load(t, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := teams[0].deliveries; len(got) != 1 || got[0].Type != "mail" || got[0].security() != "implicit" {
		t.Errorf("Checkout goes to %+v, want the mail alone, by the port over TLS", got)
	}
	if got := teams[1].deliveries; len(got) != 2 || got[0].Type != "slack" {
		t.Errorf("Search goes to %+v, want Slack and the mail", got)
	}
}
