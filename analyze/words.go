package analyze

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file puts numbers into words.

// message is the sentence of the article with its numbers and their doubt.
func (r *result) message() string {
	v := r.verdict
	sentence := r.article.Found
	if v.status == OK {
		sentence = r.article.Well
	}
	pairs := []string{"{k}", number(float64(v.k)), "{n}", number(float64(v.n)), "{ok}", number(float64(v.n - v.k)), "{share}", percent(v.estimate)}
	for name, words := range r.pass.words {
		pairs = append(pairs, "{"+name+"}", words)
	}
	sentence = strings.TrimSuffix(strings.NewReplacer(pairs...).Replace(sentence), ".")
	if v.status == OK {
		return sentence + "."
	}
	origin, _, _ := strings.Cut(r.check.Rule.origin(), ";")
	if math.IsNaN(v.low) {
		sentence = fmt.Sprintf("%s (median: %s %s; worth talking about from %s, %s).", sentence, number(v.estimate), r.pass.unit, number(v.amber), origin)
		return strings.Join(append([]string{sentence}, r.pass.also...), " ")
	}
	bound, from := "at least "+v.amount(v.low), "worth talking about from "
	if v.direction == "low" {
		bound, from = "at most "+v.amount(v.high), "worth talking about below "
	}
	sentence = fmt.Sprintf("%s (%s, %s; %s%s, %s).", sentence, v.amount(v.estimate), bound, from, v.amount(v.amber), origin)
	if v.beside != "" {
		sentence += " " + v.beside
	}
	return strings.Join(append([]string{sentence}, r.pass.also...), " ")
}

// amount writes a measure in its unit.
func (v verdict) amount(x float64) string {
	if v.unit == "" {
		return percent(x)
	}
	return number(x) + " " + v.unit
}

// trend compares the later half of the window with the earlier one, by Newcombe's
// 95 % interval of the difference; only shares can be compared so.
func (r *result) trend() string {
	v, w := r.verdict, r.pass.windows
	if !v.status.Judged() || math.IsNaN(v.low) || v.unit != "" || len(w) < 2 {
		return "unknown"
	}
	var early, late windowTally
	for i, part := range w {
		sum := &late
		if i < len(w)/2 {
			sum = &early
		}
		if v.lastOnly && i != 0 && i != len(w)-1 {
			continue
		}
		sum.k, sum.n = sum.k+part.k, sum.n+part.n
	}
	if early.n < 3 || late.n < 3 {
		return "unknown"
	}
	low, high := stats.Newcombe(float64(early.k), float64(early.n), float64(late.k), float64(late.n), stats.Z95)
	if v.direction == "low" {
		low, high = -high, -low
	}
	switch {
	case low > 0:
		return "worse"
	case high < 0:
		return "better"
	}
	return "no_clear_change"
}

func percent(share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return strconv.Itoa(int(math.Round(share*100))) + " %"
}

func percentOf(k, n int) string {
	if n == 0 {
		return "none"
	}
	return percent(float64(k) / float64(n))
}

// number writes whole numbers plainly and others with one decimal.
func number(x float64) string {
	if x == math.Trunc(x) {
		return strconv.Itoa(int(x))
	}
	return strconv.FormatFloat(x, 'f', 1, 64)
}

func count(n int, noun [2]string) string {
	if n == 1 {
		return "1 " + noun[0]
	}
	return number(float64(n)) + " " + noun[1]
}

// known is a number for the report, to four decimals; nil where there is none.
func known(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	x = rounded(x)
	return &x
}

func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }
