package files

// This file tells by its content what a file is, and makes its text UTF-8.

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// form is what a file is.
type form int

const (
	unknownForm form = iota
	emptyForm
	jsonForm
	tableForm
)

// strange are forms that people save by mistake, by how they begin, and what to do.
var strange = []struct{ begin, what, hint string }{
	{"PK\x03\x04", "it is a spreadsheet or another packed file", "save the sheet as CSV (UTF-8), or unpack it"},
	{"\xd0\xcf\x11\xe0", "it is an old spreadsheet", "save the sheet as CSV (UTF-8)"},
	{"\x1f\x8b", "it is packed", "unpack it"},
	{"%PDF", "it is a PDF", "export as CSV, or save the JSON address"},
	{"<?xml", "it is XML", "export as CSV, or save the JSON address"},
	{"<", "it is a web page", "sign in and save the JSON address again as it is, or export as CSV"},
}

// formOf tells the form of a file by its bytes and by its text. For an unknown one it
// says what the file is and what to do.
func formOf(raw, text []byte) (kind form, what, hint string) {
	trimmed := bytes.TrimSpace(text)
	if len(trimmed) == 0 {
		return emptyForm, "it is empty", "export or save it again"
	}
	for _, s := range strange {
		if bytes.HasPrefix(raw, []byte(s.begin)) || bytes.HasPrefix(trimmed, []byte(s.begin)) {
			return unknownForm, s.what, s.hint
		}
	}
	switch {
	case trimmed[0] == '{' || trimmed[0] == '[':
		return jsonForm, "", ""
	case bytes.IndexByte(trimmed, 0) >= 0:
		return unknownForm, "it is no text", "export as CSV, or save the JSON address"
	}
	return tableForm, "", ""
}

// decoded makes a text UTF-8, without a byte order mark and with plain line ends.
func decoded(raw []byte) []byte {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return wide(raw[2:], binary.LittleEndian)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return wide(raw[2:], binary.BigEndian)
	}
	if bytes.IndexByte(raw, '\n') < 0 && bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n")) // as spreadsheets on old Macs end lines
	}
	if wellFormed(raw) {
		return bytes.ToValidUTF8(raw, []byte("\ufffd"))
	}
	return western(raw)
}

// wellFormed reports whether a text is UTF-8, be it with a scratch: a file that was
// cut within a character, or a stray byte. Text in another encoding has hardly any
// sequence that is UTF-8 by chance.
func wellFormed(raw []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch i += size; {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
	}
	return broken == 0 || whole > broken || bytes.IndexByte(raw, 0) >= 0
}

// wide reads UTF-16, which spreadsheets call Unicode text.
func wide(raw []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// upper are the characters of Windows-1252 from 0x80 to 0x9f; above, it is Latin-1.
var upper = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// western reads Windows-1252, in which spreadsheets of western Europe and America
// save CSV.
func western(raw []byte) []byte {
	var out strings.Builder
	for _, b := range raw {
		switch {
		case b < 0x80:
			out.WriteByte(b)
		case b < 0xa0:
			out.WriteRune(upper[b-0x80])
		default:
			out.WriteRune(rune(b))
		}
	}
	return []byte(out.String())
}
