package main

// This file reads YAML into structs, strictly: every key must be a field, every value
// must have the field's type, and every complaint is one line that names the file,
// the line and the nearest thing that would have been right.

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// document is one parsed YAML file, which knows the line of everything in it.
type document struct {
	name string // for messages
	file *ast.File
}

// rest are keys whose meaning depends on something else, for a later decoding.
type rest []entry

type entry struct {
	key   string
	line  int
	value ast.Node
}

func parse(name string, text []byte) (*document, error) {
	file, err := parser.ParseBytes(text, 0)
	if line := tabbed(text); err != nil && line > 0 {
		return nil, usageErrorf("%s:%d: there is a tab before the text; use spaces, not tabs", name, line)
	}
	if failure, ok := errors.AsType[yaml.Error](err); ok && failure.GetToken() != nil {
		return nil, usageErrorf("%s:%d: %s", name, failure.GetToken().Position.Line, failure.GetMessage())
	}
	if err != nil {
		return nil, usageErrorf("%s: %v", name, err)
	}
	if len(file.Docs) > 1 {
		return nil, usageErrorf("%s: two documents in one file; keep the first, without ---", name)
	}
	return &document{name: name, file: file}, nil
}

// tabbed is the first line that is indented with a tab, which the parser only calls
// a character out of place; 0 without any.
func tabbed(text []byte) int {
	n := 0
	for line := range bytes.Lines(text) {
		n++
		rest := bytes.TrimLeft(line, " \t")
		if bytes.IndexByte(line[:len(line)-len(rest)], '\t') >= 0 && len(bytes.TrimSpace(rest)) > 0 {
			return n
		}
	}
	return 0
}

// decode fills the struct that into points to. An empty file changes nothing.
func (d *document) decode(into any) error {
	if len(d.file.Docs) == 0 || d.file.Docs[0].Body == nil {
		return nil
	}
	return d.value("the file", d.file.Docs[0].Body, reflect.ValueOf(into).Elem())
}

// errorf is a complaint about the value at a YAML path such as $.teams[0].board, or
// about the nearest thing above it that is there.
func (d *document) errorf(path, format string, args ...any) error {
	return usageErrorf("%s:%d: %s", d.name, d.line(path), fmt.Sprintf(format, args...))
}

func (d *document) line(path string) int {
	for path != "$" && path != "" {
		if node := d.node(path); node != nil {
			return firstLine(node)
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 1
}

// has reports whether the file says something at a path.
func (d *document) has(path string) bool { return d.node(path) != nil }

// node is what stands at a path; nil if nothing does.
func (d *document) node(path string) ast.Node {
	p, err := yaml.PathString(path)
	if err != nil {
		return nil
	}
	node, err := p.FilterFile(d.file)
	if err != nil || node.GetToken() == nil {
		return nil
	}
	return node
}

// firstLine is where a node begins: a block mapping's own token is its first colon.
func firstLine(node ast.Node) int {
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		return m.Values[0].Key.GetToken().Position.Line
	}
	return node.GetToken().Position.Line
}

func (d *document) nodeErrorf(node ast.Node, format string, args ...any) error {
	return usageErrorf("%s:%d: %s", d.name, firstLine(node), fmt.Sprintf(format, args...))
}

// value fills one value. What names it in complaints.
func (d *document) value(what string, node ast.Node, into reflect.Value) error {
	switch node.(type) {
	case *ast.AnchorNode, *ast.AliasNode:
		return d.nodeErrorf(node, "anchors and aliases are not understood here; write the value out")
	case *ast.NullNode:
		return nil
	}
	switch into.Kind() {
	case reflect.Struct:
		return d.mapping(what, node, into)
	case reflect.Slice:
		return d.sequence(what, node, into)
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return d.value(what, node, into.Elem())
	}
	return d.scalar(what, node, into)
}

func (d *document) mapping(what string, node ast.Node, into reflect.Value) error {
	mapping, ok := node.(*ast.MappingNode)
	if !ok {
		return d.nodeErrorf(node, "%s needs keys with values, not %s", what, kindOf(node))
	}
	fields := fieldsOf(into)
	for _, pair := range mapping.Values {
		key := pair.Key.GetToken()
		field, ok := fields.named(key.Value)
		switch {
		case ok:
			if err := d.value(strconv.Quote(key.Value), pair.Value, field); err != nil {
				return err
			}
		case fields.rest.IsValid():
			fields.rest.Set(reflect.Append(fields.rest, reflect.ValueOf(entry{key.Value, key.Position.Line, pair.Value})))
		default:
			return usageErrorf("%s:%d: unknown key %q in %s%s", d.name, key.Position.Line,
				key.Value, nounOf(into.Type()), didYouMean(key.Value, fields.keys))
		}
	}
	return nil
}

func (d *document) sequence(what string, node ast.Node, into reflect.Value) error {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		return d.nodeErrorf(node, "%s needs a list, not %s", what, kindOf(node))
	}
	into.Set(reflect.MakeSlice(into.Type(), len(list.Values), len(list.Values)))
	for i, element := range list.Values {
		name := "an entry of " + what
		if into.Type().Elem().Kind() == reflect.Struct {
			name = nounOf(into.Type().Elem())
		}
		if err := d.value(name, element, into.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) scalar(what string, node ast.Node, into reflect.Value) error {
	if _, ok := node.(ast.ScalarNode); !ok {
		return d.nodeErrorf(node, "%s needs %s, not %s", what, wanted(into), kindOf(node))
	}
	if block, ok := node.(*ast.LiteralNode); ok {
		node = block.Value
	}
	text := node.GetToken().Value
	var err error
	switch into.Kind() {
	case reflect.String:
		into.SetString(text)
	case reflect.Bool:
		var b bool
		b, err = strconv.ParseBool(text)
		into.SetBool(b)
	case reflect.Int:
		var n int
		n, err = strconv.Atoi(text)
		into.SetInt(int64(n))
	case reflect.Float64:
		var f float64
		f, err = strconv.ParseFloat(text, 64)
		into.SetFloat(f)
	default:
		return fmt.Errorf("%s has the type %s, which cannot be configured", what, into.Type())
	}
	if err != nil {
		return d.nodeErrorf(node, "%s needs %s, not %q", what, wanted(into), text)
	}
	return nil
}

func wanted(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	}
	return "text"
}

func kindOf(node ast.Node) string {
	switch node.(type) {
	case *ast.MappingNode:
		return "keys with values"
	case *ast.SequenceNode:
		return "a list"
	}
	return strconv.Quote(node.GetToken().Value)
}
