package azurefake

// This file writes answers and refusals in Azure's shapes.

import (
	"net/http"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"
)

// object is JSON in the making.
type object = map[string]any

// reply writes an answer. Object keys are sorted: the same question has the same answer.
func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8; api-version=7.1")
	write(w, body)
}

func write(w http.ResponseWriter, body any) {
	if err := json.MarshalWrite(w, body, json.Deterministic(true)); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// list writes the usual wrapping of several things.
func list[T any](w http.ResponseWriter, values []T) {
	reply(w, object{"count": len(values), "value": append([]T{}, values...)})
}

// refuse writes an error as Azure does.
func refuse(w http.ResponseWriter, status int, kind, message string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	write(w, failure(kind, message))
}

func failure(kind, message string) object {
	return object{"$id": "1", "innerException": nil, "message": message, "errorCode": 0, "eventId": 3000,
		"typeName": "Microsoft.VisualStudio.Services.Common." + kind + ", Microsoft.VisualStudio.Services.Common", "typeKey": kind}
}

// stamp is how Azure writes a time.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.999Z") }

// never is the end of what has not ended.
const never = "9999-01-01T00:00:00Z"

// number reads a number of a query; otherwise where there is none.
func number(r *http.Request, name string, otherwise int) int {
	n, err := strconv.Atoi(r.URL.Query().Get(name))
	if err != nil {
		return otherwise
	}
	return n
}

func yes(r *http.Request, name string) bool {
	is, _ := strconv.ParseBool(r.URL.Query().Get(name))
	return is
}
