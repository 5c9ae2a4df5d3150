package main

// This file reads text that people wrote, in whatever editor they wrote it.

import (
	"bytes"
	"errors"
)

var errUTF16 = errors.New("it is written in UTF-16; save it as UTF-8")

// plainText is the text of a file without the mark that some editors put first.
func plainText(file []byte) ([]byte, error) {
	head := file[:min(len(file), 4)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.IndexByte(head, 0) >= 0 {
		return nil, errUTF16
	}
	return bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), nil
}
