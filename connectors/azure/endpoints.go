package azure

// This file lists the questions that can be put. An endpoint is named by the id that
// Microsoft gave it; where it is, the organisation's own list tells.

import "github.com/google/uuid"

// endpoint is one kind of question.
type endpoint struct {
	id      string
	name    string // for people
	version string // the newest that this package knows; older servers are asked for theirs
}

var (
	wiqlEndpoint        = endpoint{"1a9c53f7-f243-4447-b110-35ef023636e4", "queries", "7.1"}
	batchEndpoint       = endpoint{"908509b6-4248-4475-a1cd-829139ba419f", "work items", "7.1"}
	updatesEndpoint     = endpoint{"6570bf97-d02c-4a91-8d93-3abe9895b1a9", "histories", "7.1"}
	revisionsEndpoint   = endpoint{"f828fe59-dd87-495d-a17c-7a8d6211ca6c", "revisions", "7.1"}
	linksEndpoint       = endpoint{"b5b5b6d0-0308-40a1-b3f4-b9bb3c66878f", "links", "7.1"}
	commentsEndpoint    = endpoint{"608aac0a-32e1-4493-a863-b9cf4566d257", "comments", "7.1-preview.4"}
	fieldsEndpoint      = endpoint{"b51fd764-e5c2-4b9b-aaf7-3395cf4bdd94", "fields", "7.1"}
	statesEndpoint      = endpoint{"7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa", "states", "7.1"}
	categoriesEndpoint  = endpoint{"9b9f5734-36c8-415e-ba67-f83b45c31408", "type categories", "7.1"}
	nodesEndpoint       = endpoint{"5a172953-1b41-49d3-840a-33f79c3ce89f", "iteration tree", "7.1"}
	teamsEndpoint       = endpoint{"d30a3dd1-f8ba-442a-b86a-bd0c0c383e59", "teams", "7.1"}
	areasEndpoint       = endpoint{"07ced576-58ed-49e6-9c1e-5cb53ab8bf2a", "team areas", "7.1"}
	iterationsEndpoint  = endpoint{"c9175577-28a1-4b06-9197-8636af9f64ad", "team iterations", "7.1"}
	backlogEndpoint     = endpoint{"7799f497-3cb5-4f16-ad4f-5cd06012db64", "backlog configuration", "7.1"}
	boardColumnEndpoint = endpoint{"c555d7ff-84e1-47df-9923-a3fe0cd8751b", "board columns", "7.1"}
)

func (e endpoint) location() uuid.UUID { return uuid.MustParse(e.id) }
