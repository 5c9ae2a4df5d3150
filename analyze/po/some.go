package po

// This file words the numbers in the titles of pictures.

import "fmt"

// some is how many there are, in words where there are none.
func some(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}
