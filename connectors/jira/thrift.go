package jira

// This file reads issues and histories in bulk. They name the same people, statuses and
// small changes again and again: equal texts are read once, and what they mean is shared.
// Nothing shared is ever written to.

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json/jsontext"
)

// Texts longer than short bytes, and those that come after many others, are rarely met
// again: they are not remembered.
const (
	short = 500
	many  = 5_000
)

// noWord is longer than all that Jira itself says of a change, such as how it was ranked.
const noWord = 100

// thrift remembers what was read.
type thrift struct {
	users     map[string]*user
	types     map[string]*issueType
	statuses  map[string]*status
	named     map[string]*named
	labels    map[string][]string
	projects  map[string]*project
	links     map[string][]linked
	fields    map[fieldName]*changed
	histories map[string]*deed
	values    map[string]jsontext.Value
	names     map[string]string

	nothing deed     // what an act changed that changed nothing
	blank   struct { // what an issue shows that shows none
		kind    issueType
		status  status
		project project
	}

	twice bool // the description stands for another field too

	rest others    // room for those of one issue
	acts []history // and for these
	talk []comment
}

func newThrift() *thrift {
	return &thrift{
		users: map[string]*user{}, types: map[string]*issueType{}, statuses: map[string]*status{}, named: map[string]*named{},
		labels: map[string][]string{}, projects: map[string]*project{}, links: map[string][]linked{},
		fields: map[fieldName]*changed{}, histories: map[string]*deed{}, values: map[string]jsontext.Value{}, names: map[string]string{},
	}
}

// once gives the meaning of a text, from memory if it can.
func once[T any](met map[string]T, raw []byte, read func([]byte) (T, error)) (T, error) {
	if len(raw) > short {
		return read(raw)
	}
	value, known := met[string(raw)]
	if known {
		return value, nil
	}
	value, err := read(raw)
	if err == nil && len(met) < many {
		met[string(raw)] = value
	}
	return value, err
}

// again is once for the object or list that comes next, which ends with those signs: where
// they stand first, a text that was met before is known without walking over it.
func again[T any](met map[string]T, s *scanner, ends string, read func([]byte) (T, error)) (T, error) {
	s.kind()
	rest := s.page[s.at:min(len(s.page), s.at+short)]
	if size := bytes.Index(rest, []byte(ends)) + len(ends); size >= len(ends) {
		if value, known := met[string(rest[:size])]; known {
			s.at += size
			return value, nil
		}
	}
	raw, err := s.value()
	if err != nil {
		var none T
		return none, err
	}
	return once(met, raw, read)
}

// shared gives the one copy of a small thing; nil for null, and for what has another shape.
func shared[T any](met map[string]*T, raw []byte) *T {
	one, _ := once(met, raw, plainly)
	return one
}

// plainly reads a small thing of a fixed shape.
func plainly[T any](raw []byte) (value T, err error) {
	err = unmarshal(raw, &value)
	return value, err
}

// log reads the histories of an issue.
func (t *thrift) log(body []byte) ([]history, error) {
	s := scanner{page: body}
	if s.kind() != '[' {
		return nil, errors.New("it is no list")
	}
	log := t.acts[:0]
	var h history
	err := s.elements(func() error {
		h = history{deed: &t.nothing}
		err := s.members(func(name []byte) (_ bool, err error) {
			switch string(name) {
			case "id":
				err = s.into(&h.ID)
			case "created":
				err = s.into(&h.Created)
			case "author":
				h.Author, err = again(t.users, &s, "}", plainly)
			case "items":
				h.deed, err = again(t.histories, &s, "}]", t.changes)
			default:
				return false, nil
			}
			return true, err
		})
		log = append(log, h)
		return err
	})
	t.acts = log
	return append([]history{}, log...), err
}

// changes reads what one history changed.
func (t *thrift) changes(body []byte) (*deed, error) {
	if string(body) == "null" {
		return &t.nothing, nil
	}
	s := scanner{page: body}
	if s.kind() != '[' {
		return nil, errors.New("the changes are no list")
	}
	var all deed
	err := s.elements(func() error {
		c, err := t.change(&s)
		all.Items = append(all.Items, c)
		return err
	})
	return &all, err
}

func (t *thrift) change(s *scanner) (c change, err error) {
	var field fieldName
	var led []byte // what the words of the field were changed to
	err = s.members(func(name []byte) (bool, error) {
		var plain *string
		var into *loose
		switch string(name) {
		case "field":
			plain = &field.Field
		case "fieldtype":
			plain = &field.FieldType
		case "fieldId":
			plain = &field.FieldID
		case "from":
			into = &c.From
		case "fromString":
			into = &c.FromString
		case "to":
			into = &c.To
		case "toString":
		default:
			return false, nil
		}
		raw, err := s.value()
		switch {
		case err != nil:
		case plain != nil:
			*plain, err = once(t.names, raw, textOf)
		case string(raw) == "null":
		case into == nil:
			led = raw
		default:
			err = into.UnmarshalJSON(raw)
		}
		return true, err
	})
	if c.changed = t.field(field); err == nil && led != nil && !(field.isText() && len(led) > noWord) {
		err = c.ToString.UnmarshalJSON(led)
	}
	return c, err
}

// field gives the one copy of how a field is named.
func (t *thrift) field(name fieldName) *changed {
	one := t.fields[name]
	if one == nil {
		one = &changed{fieldName: name, form: name.form()}
		if len(t.fields) < many {
			t.fields[name] = one
		}
	}
	return one
}

// name gives the one copy of the name of a field.
func (t *thrift) name(raw []byte) string {
	one, _ := once(t.names, raw, func(raw []byte) (string, error) { return string(raw), nil })
	return one
}

// value keeps a value of which nobody knows yet what it means.
func (t *thrift) value(raw []byte) jsontext.Value {
	one, _ := once(t.values, raw, func(raw []byte) (jsontext.Value, error) { return bytes.Clone(raw), nil })
	return one
}
