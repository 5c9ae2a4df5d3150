package files

// This file reads JSON: one value or several in a row, each of which may be a page of
// a search, an issue or one of the lists beside them. It reads as far as a file goes,
// so that a file which ends in the middle still gives what is whole in it.

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors/jira"
)

// lenient accepts what Jira sends and strict JSON forbids.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func (c *collection) readJSON(name string, text []byte) {
	if byLine(text) {
		for i, line := range bytes.Split(text, []byte("\n")) {
			if line = bytes.TrimSpace(line); len(line) > 0 {
				c.readValues(fmt.Sprintf("%s:%d", name, i+1), line)
			}
		}
		return
	}
	c.readValues(name, text)
}

// byLine reports whether the first line is a value of its own with more after it: one
// broken line then does not spoil the others.
func byLine(text []byte) bool {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(text), []byte("\n"))
	return len(bytes.TrimSpace(rest)) > 0 && jsontext.Value(first).IsValid(lenient)
}

func (c *collection) readValues(name string, text []byte) {
	d := jsontext.NewDecoder(bytes.NewReader(text), lenient)
	for {
		err := c.readValue(d, name)
		switch {
		case err == nil:
			continue
		case errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		case errors.Is(err, io.ErrUnexpectedEOF):
			c.cut.add(name)
		default:
			line := bytes.Count(text[:min(d.InputOffset(), int64(len(text)))], []byte("\n")) + 1
			c.unknown.add(fmt.Sprintf("%s (no JSON from line %d on)", name, line))
		}
		return
	}
}

func (c *collection) readValue(d *jsontext.Decoder, name string) error {
	switch d.PeekKind() {
	case '{':
		return c.readObject(d, name)
	case '[':
		return each(d, func(v jsontext.Value) { c.element(v, name) })
	}
	_, err := d.ReadValue()
	if err == nil {
		c.unknown.add(name)
	}
	return err
}

// readObject reads an object at the top of a file. Issues are taken one by one.
func (c *collection) readObject(d *jsontext.Decoder, name string) error {
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	object := map[string]jsontext.Value{}
	search, issues := false, []string(nil)
	for d.PeekKind() == '"' {
		token, err := d.ReadToken()
		if err != nil {
			break // the next read tells it
		}
		key := token.String()
		if key == "issues" && d.PeekKind() == '[' {
			search = true
			err = each(d, func(v jsontext.Value) { issues = append(issues, c.issue(v, name)) })
		} else {
			var v jsontext.Value
			v, err = d.ReadValue()
			object[key] = clone(v)
		}
		if err != nil {
			c.page(object, search, issues)
			return err
		}
	}
	_, err := d.ReadToken()
	if search {
		c.page(object, search, issues)
		return err
	}
	if err == nil {
		c.object(object, name)
	}
	return err
}

// each reads the elements of an array.
func each(d *jsontext.Decoder, take func(jsontext.Value)) error {
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() != ']' {
		v, err := d.ReadValue()
		if err != nil {
			return err
		}
		take(clone(v))
	}
	_, err := d.ReadToken()
	return err
}

// issue takes one issue, and gives its id; "" for one that cannot be read.
func (c *collection) issue(raw jsontext.Value, name string) string {
	is, err := jira.OpenIssue(raw, c.now)
	if err != nil {
		c.broken.add(fmt.Sprintf("%s (%v)", name, err))
		return ""
	}
	c.add(&copied{SavedIssue: is})
	return is.ID
}
