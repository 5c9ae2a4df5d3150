package main

// This file reads where reports are delivered to.

import (
	"fmt"
	"net/mail"
	"slices"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/report/deliver"
)

// delivery is a configured place that reports go to, which knows its place in the file.
type delivery struct {
	DeliverConfig
	place int
	doc   *document
}

func (d delivery) same(other delivery) bool { return d.place == other.place }

func (d delivery) path() string { return "$.deliver[" + strconv.Itoa(d.place) + "]" }

func (d delivery) errorf(key, format string, args ...any) error {
	return d.doc.errorf(strings.TrimSuffix(d.path()+"."+key, "."), format, args...)
}

var deliveryTypes = []string{"mail", "slack", "teams"}

// deliveries gives the teams the places that their reports go to.
func (r *resolver) deliveries(teams []team) error {
	for i, c := range r.config.Deliver {
		d := delivery{c, i, r.doc}
		if err := d.check(); err != nil {
			return err
		}
		if len(c.Teams) == 0 {
			for i := range teams {
				teams[i].deliveries = append(teams[i].deliveries, d)
			}
		}
		for i, name := range c.Teams {
			n := teamNamed(teams, name)
			if n < 0 {
				return d.errorf(fmt.Sprintf("teams[%d]", i), "unknown team %q%s", name, didYouMean(name, namesOf(teams)))
			}
			teams[n].deliveries = append(teams[n].deliveries, d)
		}
	}
	return nil
}

func namesOf(teams []team) []string {
	var names []string
	for _, t := range teams {
		names = append(names, t.source.Name)
	}
	return names
}

func (d delivery) check() error {
	switch {
	case d.Type == "mail":
		return d.checkMail()
	case slices.Contains(deliveryTypes, d.Type):
		return d.checkWebhook()
	}
	return d.errorf("type", "unknown type %q of a delivery; there are mail, slack and teams%s", d.Type, didYouMean(d.Type, deliveryTypes))
}

// unused complains about keys that belong to another type.
func (d delivery) unused(keys map[string]bool) error {
	for _, key := range []string{"to", "from", "server", "tls", "user", "password_env", "password_file", "webhook_env", "webhook_file", "names"} {
		if keys[key] {
			return d.errorf(key, "a delivery of type %s has no use for %s; remove it", d.Type, key)
		}
	}
	return nil
}

func (d delivery) checkWebhook() error {
	if err := d.unused(map[string]bool{
		"to": d.To != nil, "from": d.From != "", "server": d.Server != "", "tls": d.TLS != "", "user": d.User != "",
		"password_env": d.PasswordEnv != "", "password_file": d.PasswordFile != "",
	}); err != nil {
		return err
	}
	if d.Names {
		return d.errorf("names", "a chat shows no names of people: nobody knows who reads there; remove names, or send a mail")
	}
	return d.webhook().check()
}

func (d delivery) checkMail() error {
	if err := d.unused(map[string]bool{"webhook_env": d.WebhookEnv != "", "webhook_file": d.WebhookFile != ""}); err != nil {
		return err
	}
	if len(d.To) == 0 {
		return d.errorf("", "a mail needs somebody to go to, such as to: [coach@acme.example]")
	}
	for i, address := range d.To {
		if _, err := mail.ParseAddress(address); err != nil {
			return d.errorf(fmt.Sprintf("to[%d]", i), "%q is no mail address such as coach@acme.example", address)
		}
	}
	if _, err := mail.ParseAddress(d.From); err != nil {
		return d.errorf("from", "from is %q, which is no mail address such as rolehealth@acme.example", d.From)
	}
	return d.checkServer()
}

func (d delivery) checkServer() error {
	kinds := []string{deliver.STARTTLS, deliver.ImplicitTLS, deliver.WithoutTLS}
	if d.TLS != "" && !slices.Contains(kinds, d.TLS) {
		return d.errorf("tls", "tls cannot be %q%s; it can be %s", d.TLS, didYouMean(d.TLS, kinds), strings.Join(kinds, ", "))
	}
	if err := d.mail().Check(); err != nil {
		return d.errorf("server", "%v", err)
	}
	switch {
	case d.User == "" && d.PasswordEnv+d.PasswordFile != "":
		return d.errorf("", "the mail has a password but no user; add user, or remove the password")
	case d.User != "":
		return d.password().check()
	}
	return nil
}

// mail is the delivery as a mail, yet without its password.
func (d delivery) mail() deliver.Mail {
	return deliver.Mail{From: d.From, To: d.To, Server: d.Server, TLS: d.security(), User: d.User}
}

// security is how the connection is kept secret: as configured, else as the port means.
func (d delivery) security() string {
	switch {
	case d.TLS != "":
		return d.TLS
	case strings.HasSuffix(d.Server, ":465"):
		return deliver.ImplicitTLS
	}
	return deliver.STARTTLS
}

func (d delivery) password() reference {
	return reference{d.doc, d.path(), "the mail", "password", d.PasswordEnv, d.PasswordFile}
}

func (d delivery) webhook() reference {
	return reference{d.doc, d.path(), "the delivery to " + string(d.chat()), "webhook", d.WebhookEnv, d.WebhookFile}
}

func (d delivery) chat() deliver.Chat {
	if d.Type == "slack" {
		return deliver.Slack
	}
	return deliver.Teams
}
