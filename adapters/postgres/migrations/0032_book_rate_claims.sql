-- Which requests took the tokens of a window: a hash of key and body each, so that the same request
-- sent again, here or to another process, takes no other.

ALTER TABLE rate_windows ADD COLUMN claims bigint[] NOT NULL DEFAULT '{}';
