package deliver

// This file posts a message into a chat. A chat shows the few words of a message and not
// the report: who reads there is not for us to know.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/sethvargo/go-retry"
)

// Chat is a kind of chat that takes webhooks.
type Chat string

// The chats.
const (
	Slack Chat = "Slack"
	Teams Chat = "Microsoft Teams"
)

// Webhook is the address of a channel. Whoever has it can write there: it is a secret.
type Webhook struct {
	Chat Chat
	URL  string
	Patience
}

// String hides the address.
func (w Webhook) String() string { return "message to " + string(w.Chat) }

// GoString hides the address from %#v.
func (w Webhook) GoString() string { return w.String() }

// Check complains about an address that nothing should be sent to, without showing it.
func (w Webhook) Check() error {
	u, err := url.Parse(w.URL)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return errors.New("it is no web address; copy it again from " + string(w.Chat))
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return errors.New("it is plain http, which would show the address to the network; use https")
	}
	return nil
}

// Preview shows what would be sent, but not where to.
func (w Webhook) Preview(msg Message) (string, error) {
	text, err := w.payload(msg)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = json.Indent(&b, text, "", "  ")
	return b.String(), err
}

// Send posts the message, trying again where that may help.
func (w Webhook) Send(ctx context.Context, msg Message) error {
	if err := w.Check(); err != nil {
		return fmt.Errorf("%s: the webhook cannot be used: %w", w, err)
	}
	text, err := w.payload(msg)
	if err != nil {
		return err
	}
	client := &http.Client{
		Timeout: w.timeout(),
		// The address is the secret: it is for one server, and for no other.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	defer client.CloseIdleConnections()
	err = w.persist(ctx, func(ctx context.Context) error { return w.post(ctx, client, text) })
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", w, err)
	}
	return nil
}

func (w Webhook) post(ctx context.Context, client *http.Client, text []byte) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader(text))
	if err != nil {
		return errors.New("the webhook is no web address; copy it again")
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		return dialFailure(err)
	}
	response.Body.Close()
	return answered(response.StatusCode)
}

// answered is what a status says. The words around it may repeat the address, and are
// left out.
func answered(status int) error {
	switch {
	case status/100 == 2:
		return nil
	case status/100 == 3:
		return fmt.Errorf("the webhook points to another place (%d), where nothing was sent; copy its address again", status)
	case status == http.StatusTooManyRequests || status/100 == 5:
		return retry.RetryableError(fmt.Errorf("the chat cannot take it for now (%d); try again later", status))
	case status == http.StatusRequestEntityTooLarge:
		return fmt.Errorf("the chat finds the message too long (%d); name fewer teams for it", status)
	}
	return fmt.Errorf("the chat refused it (%d); see whether the webhook still exists, or create a new one", status)
}

func (w Webhook) payload(msg Message) ([]byte, error) {
	var shape any
	switch w.Chat {
	case Slack:
		shape = slackMessage(msg)
	case Teams:
		shape = teamsCard(msg)
	default:
		return nil, fmt.Errorf("unknown chat %q", w.Chat)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(shape); err != nil {
		return nil, fmt.Errorf("wording the %s: %w", w, err)
	}
	return b.Bytes(), nil
}

// chatPointer says where the rest is, for those who have only the chat.
const chatPointer = "The evidence, the doubt and what would explain it innocently are in the whole report."

// brief is a line for a chat: without its numbers.
func (l Line) brief() string {
	l.Detail = ""
	return l.plain()
}
