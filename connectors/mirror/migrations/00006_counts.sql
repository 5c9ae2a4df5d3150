-- A damaged file may lose a chunk without a word: how many there are is told beside them.

-- +goose Up
ALTER TABLE team ADD COLUMN chunks INTEGER NOT NULL DEFAULT 0; -- of the last complete pull
UPDATE team SET chunks = (SELECT count(*) FROM chunk WHERE chunk.team = team.id AND chunk.pulled = 1);

-- +goose Down
ALTER TABLE team DROP COLUMN chunks;
