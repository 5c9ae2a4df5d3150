package main

// This file makes what takes messages to people out of configured deliveries.

import (
	"context"
	"fmt"

	"github.com/rolehealth/rolehealth/report/deliver"
)

// courier takes a message to one place.
type courier interface {
	fmt.Stringer
	Preview(deliver.Message) (string, error)
	Send(context.Context, deliver.Message) error
}

// courierFor reads the delivery's secret, unless it is for a dry run, which needs none.
func (a *app) courierFor(d delivery, dry bool) (courier, error) {
	if d.Type == "mail" {
		return a.mailFor(d, dry)
	}
	hook := deliver.Webhook{Chat: d.chat(), Patience: a.patience}
	if dry {
		return hook, nil
	}
	address, err := d.webhook().read(a.env)
	if err != nil {
		return nil, err
	}
	hook.URL = string(address)
	if err := hook.Check(); err != nil {
		return nil, d.errorf("", "%s: the webhook cannot be used: %v", hook, err)
	}
	return hook, nil
}

func (a *app) mailFor(d delivery, dry bool) (courier, error) {
	m := d.mail()
	m.Patience = a.patience
	if d.User == "" || dry {
		return m, nil
	}
	password, err := d.password().read(a.env)
	m.Password = string(password)
	return m, err
}
