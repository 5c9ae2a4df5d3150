package main

// This file says which YAML keys a struct has: the name of each field in lower_snake,
// TimeZone is time_zone, unless a yaml tag gives another or hides the field with "-".
// A field of the type rest takes the keys that no other field has.

import (
	"reflect"
	"strings"
	"unicode"
)

// structFields are the fields of a struct that YAML can fill, embedded ones included.
type structFields struct {
	keys   []string
	values []reflect.Value
	rest   reflect.Value
}

func (f structFields) named(key string) (reflect.Value, bool) {
	for i, k := range f.keys {
		if k == key {
			return f.values[i], true
		}
	}
	return reflect.Value{}, false
}

func fieldsOf(v reflect.Value) structFields {
	var f structFields
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch {
		case !field.IsExported() || field.Tag.Get("yaml") == "-":
		case field.Anonymous && field.Type.Kind() == reflect.Struct:
			inner := fieldsOf(v.Field(i))
			f.keys, f.values = append(f.keys, inner.keys...), append(f.values, inner.values...)
		case field.Type == reflect.TypeFor[rest]():
			f.rest = v.Field(i)
		default:
			f.keys, f.values = append(f.keys, keyOf(field)), append(f.values, v.Field(i))
		}
	}
	return f
}

// keyOf is a field's key: the one its tag gives, else its name in lower_snake.
func keyOf(field reflect.StructField) string {
	if name, _, _ := strings.Cut(field.Tag.Get("yaml"), ","); name != "" {
		return name
	}
	var b strings.Builder
	runes := []rune(field.Name)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
