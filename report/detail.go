package report

// This file decides how much a page tells of each finding. One page for many teams must
// still open and be sent: beyond a weight it leaves out facts and drawings, the same for
// all teams, and says so.

import (
	"bytes"
	"errors"
	"math"
)

// maxPage is how many bytes a page for several teams may weigh before it tells less.
const maxPage = 5_000_000

// detail is how much is told of each finding.
type detail struct {
	Facts   int  // recorded facts for and against it
	Briefly bool // without drawings, signs for and against stances, and thresholds
	Barely  bool // also without what is the same for every team: questions, innocent explanations
	Message int  // letters
}

// details are tried in this order until the page is light enough; the last is taken anyway.
var details = []detail{
	{Facts: all, Message: 1200},
	{Facts: 3, Message: 600, Briefly: true},
	{Facts: 1, Message: 300, Briefly: true, Barely: true},
	{Facts: 0, Message: 200, Briefly: true, Barely: true},
}

const all = math.MaxInt

// bounded keeps what is written up to a limit, and refuses more.
type bounded struct {
	bytes.Buffer
	limit int
}

var errTooHeavy = errors.New("the page is too heavy")

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.limit {
		return 0, errTooHeavy
	}
	return b.Buffer.Write(p)
}
