package files

// This file finds the files of a team.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rolehealth/rolehealth/connectors"
)

const hintExport = "export the backlog there first; docs/files.md says how"

// find lists the files below the team's place, in the order of their names.
func (c *Connector) find(place string) (root string, list []string, err error) {
	const doing = "looking for files"
	root = c.path
	if place != "" {
		if !filepath.IsLocal(place) {
			return "", nil, &connectors.Error{Doing: doing, Kind: connectors.ErrNotFound,
				Err: fmt.Errorf("%q is not inside %s", place, c.path), Hint: "set board to a folder or file below path"}
		}
		root = filepath.Join(c.path, place)
	}
	// The place itself may be a link; links inside it are followed to files alone.
	if at, err := filepath.EvalSymlinks(root); err == nil {
		root = at
	}
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && hidden(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case plain(path, entry):
			list = append(list, path)
		}
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, &connectors.Error{Doing: doing, Kind: connectors.ErrNotFound, Err: fmt.Errorf("%s: there is no such file or folder", root), Hint: "check path, and board below it; a relative path starts at the configuration file"}
	case err != nil:
		return "", nil, failed(err, doing, root)
	case len(list) == 0:
		return "", nil, &connectors.Error{Doing: doing, Kind: connectors.ErrNotFound, Err: fmt.Errorf("%s: the folder is empty", root), Hint: hintExport}
	}
	return root, list, nil
}

// hidden reports whether a name is of the kind that systems and open spreadsheets
// leave behind.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// shown is how messages name a file: from the team's place on.
func shown(root, path string) string {
	short, err := filepath.Rel(root, path)
	if err != nil || short == "." {
		return filepath.Base(path)
	}
	return filepath.ToSlash(short)
}

// failed makes a failure of the file system one that says what to do. Only the cause
// names the place, or what is below it: names of files may be those of people.
func failed(err error, doing, place string) error {
	if _, ok := errors.AsType[*connectors.Error](err); ok {
		return err
	}
	if cause, ok := errors.AsType[*fs.PathError](err); ok {
		place, err = cause.Path, cause.Err
	}
	out := &connectors.Error{Doing: doing, Err: fmt.Errorf("%s: %w", place, err), Hint: "check that the file is whole and on this machine"}
	if errors.Is(err, fs.ErrPermission) {
		out.Kind, out.Hint = connectors.ErrRights, "make it readable for your account"
	}
	return out
}

// plain reports whether an entry is a file to read, and no folder, pipe or device.
func plain(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
