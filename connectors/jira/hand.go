package jira

// This file looks at issues that came, and puts them as documents.

import (
	"github.com/go-json-experiment/json/jsontext"

	"github.com/rolehealth/rolehealth/connectors"
)

// glance reads of the issues of a page what a Pull itself must know.
func (p *pull) glance(page []jsontext.Value) ([]*detailed, error) {
	issues := make([]*detailed, len(page))
	for i, raw := range page {
		d, err := p.lookAt(raw)
		if err != nil {
			return nil, err
		}
		issues[i] = d
	}
	return issues, whole(issues)
}

func whole(issues []*detailed) error {
	for _, d := range issues {
		if d.ID == "" || d.fields == nil {
			return &strangeError{what: "an issue came without id or fields"}
		}
	}
	return nil
}

// hand puts issues that came, each after what belongs to it: an issue that is there has
// its history and its comments there too.
func (p *pull) hand(put sink, issues []*detailed, edited bool) error {
	for _, d := range issues {
		d.above = p.above(d)
		name, stamp := string(d.ID), p.stampOf(d)
		if edited && p.doneThroughout(d) {
			p.strays[d.ID] = true
			if err := put(connectors.Document{Kind: outsideKind, ID: name, Stamp: stamp, Body: []byte("true")}); err != nil {
				return err
			}
			continue
		}
		p.seen[d.ID], p.keys[d.Key] = true, true
		p.parents = append(p.parents, d.above...)
		p.meet(d)
		if d.recorded {
			if err := put(connectors.Document{Kind: historyKind, ID: name, Stamp: stamp, Body: []byte(d.log)}); err != nil {
				return err
			}
		}
		if d.comments != nil {
			if err := put(connectors.Document{Kind: commentsKind, ID: name, Stamp: stamp, Body: join(d.comments)}); err != nil {
				return err
			}
		}
		if err := put(connectors.Document{Kind: issueKind, ID: name, Stamp: stamp, Body: []byte(d.raw)}); err != nil {
			return err
		}
	}
	return nil
}

// join writes values as an array.
func join(values []jsontext.Value) []byte {
	size := 2
	for _, v := range values {
		size += len(v) + 1
	}
	out := append(make([]byte, 0, size), '[')
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, v...)
	}
	return append(out, ']')
}
