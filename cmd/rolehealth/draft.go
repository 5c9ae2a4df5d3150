package main

// This file writes files whole or not at all: beside their place first, then over it.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// draft is a file that is written but not yet in its place.
type draft struct {
	path string // where it belongs
	temp string // where it is; empty once it needs no more removing
	text []byte // for devices and pipes, which cannot be replaced
}

// newDraft lets write fill a file that belongs to path.
func newDraft(path string, write func(io.Writer) error) (*draft, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s is a folder", path)
	case err == nil && !info.Mode().IsRegular():
		var text bytes.Buffer
		err := write(&text)
		return &draft{path: path, text: text.Bytes()}, err
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return nil, err
	}
	d := &draft{path: path, temp: file.Name()}
	if err = errors.Join(write(file), file.Close()); err != nil {
		d.discard()
		return nil, err
	}
	return d, nil
}

func (d *draft) publish() error {
	if d.temp == "" {
		return os.WriteFile(d.path, d.text, 0o600)
	}
	if err := os.Rename(d.temp, d.path); err != nil {
		return err
	}
	d.temp = ""
	return nil
}

func (d *draft) discard() {
	if d.temp != "" {
		os.Remove(d.temp)
	}
}
