package files

// This file reads the comments of a table's row: "date;author;text", one a column.

import (
	"fmt"
	"strings"
)

// hear learns how comments write their dates, which spreadsheets do not touch.
func (t *translator) hear() {
	if len(t.columns.at["comment"]) == 0 {
		return
	}
	var seen evidence
	for _, r := range t.rows {
		for _, v := range r.cellsOf(t.columns.at["comment"]) {
			date, _, _ := strings.Cut(v, ";")
			seen.note(strings.TrimSpace(date), t.c.now)
		}
	}
	var err error
	if t.said, err = seen.order(); err != nil {
		t.deaf = true
		t.c.warn(true, "The comments in %s are left out: %v.", t.name, err)
	}
}

func (t *translator) comments(r row, key string, fields object) {
	if len(t.columns.at["comment"]) == 0 || t.deaf {
		return
	}
	list := []object{}
	for i, v := range r.cellsOf(t.columns.at["comment"]) {
		parts := strings.SplitN(v, ";", 3)
		at := moment(strings.TrimSpace(parts[0]), t.said)
		if len(parts) < 3 || at == "" {
			t.c.comments.add(fmt.Sprintf("%s:%d", t.name, r.line))
			continue
		}
		said := object{"id": fmt.Sprintf("%s#%d", key, i+1), "created": at, "body": parts[2]}
		if author := strings.TrimSpace(parts[1]); author != "" {
			said["author"] = object{"accountId": author, "name": author} // an account, a login or a name
		}
		list = append(list, said)
	}
	fields["comment"] = object{"comments": list, "total": len(list)}
}
