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
	many  = 50_000
)

// thrift remembers what was read.
type thrift struct {
	from    *jsontext.Decoder
	users   map[string]*user
	changes map[string][]change
	values  map[string]jsontext.Value
	names   map[string]string
}

func newThrift() *thrift {
	return &thrift{jsontext.NewDecoder(&bytes.Buffer{}), map[string]*user{}, map[string][]change{}, map[string]jsontext.Value{}, map[string]string{}}
}

func (t *thrift) scan(body []byte) scanner {
	t.from.Reset(bytes.NewBuffer(body), lenient)
	return scanner{body, t.from}
}

// once gives the meaning of a text, from memory if it can.
func once[T any](met map[string]T, raw []byte) (T, error) {
	value, known := met[string(raw)]
	if known {
		return value, nil
	}
	err := unmarshal(raw, &value)
	if err == nil && len(raw) <= short && len(met) < many {
		met[string(raw)] = value
	}
	return value, err
}

// log reads the histories of an issue.
func (t *thrift) log(body []byte) ([]history, error) {
	s := t.scan(body)
	if s.from.PeekKind() != '[' {
		return nil, errors.New("it is no list")
	}
	log := []history{}
	err := s.elements(func() error {
		var h history
		err := s.members(func(name string) (bool, error) {
			switch name {
			case "id", "created", "author", "items":
			default:
				return false, nil
			}
			raw, err := s.from.ReadValue()
			if err != nil {
				return true, err
			}
			switch name {
			case "id":
				err = h.ID.UnmarshalJSON(raw)
			case "created":
				err = h.Created.UnmarshalJSON(raw)
			case "author":
				h.Author, err = once(t.users, raw)
			case "items":
				h.Items, err = once(t.changes, raw)
			}
			return true, err
		})
		log = append(log, h)
		return err
	})
	return log, err
}

// issue reads an issue with the values of its fields.
func (t *thrift) issue(body []byte) (issue, error) {
	s := t.scan(body)
	var is issue
	if s.from.PeekKind() != '{' {
		return is, errors.New("it is no object")
	}
	err := s.members(func(name string) (bool, error) {
		switch name {
		case "id":
			return true, s.value(&is.ID)
		case "key":
			return true, s.value(&is.Key)
		case "fields":
			is.Fields = map[string]jsontext.Value{}
			return true, s.members(func(name string) (bool, error) {
				raw, err := s.from.ReadValue()
				if err != nil {
					return true, err
				}
				is.Fields[t.name(name)], err = once(t.values, raw)
				return true, err
			})
		}
		return false, nil
	})
	return is, err
}

// name gives the one copy of the name of a field.
func (t *thrift) name(s string) string {
	if one, ok := t.names[s]; ok {
		return one
	}
	one := string([]byte(s))
	t.names[one] = one
	return one
}
