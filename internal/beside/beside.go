// Package beside finds data that nobody here wrote: API documents and recorded answers
// that lie beside the repository, and that a clone alone does not have.
package beside

import (
	"os"
	"path/filepath"
	"testing"
)

// Data gives a path in the folder of data beside the repository, and skips the test
// where there is none.
func Data(t testing.TB, parts ...string) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			t.Fatal("there is no go.mod above the test")
		}
	}
	path := filepath.Join(append([]string{root, "..", "shared", "data"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s beside the repository, which a clone alone does not have", filepath.Join(parts...))
	}
	return path
}
