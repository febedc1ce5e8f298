-- Ground, as its table: what a picture that was taken down looks like from left to right turned; null
-- for those of before.
ALTER TABLE blocked_pictures ADD COLUMN mirrored bit(256);
