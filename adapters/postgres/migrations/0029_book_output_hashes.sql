-- Finds an output by the SHA-256 of its bytes, which is in its key: whoever has the file may ask.
-- Projection: the table is that of `generations`.
CREATE INDEX generations_by_output_hash ON generations USING hash (substr(output_key, 38, 64))
    WHERE output_key IS NOT NULL;
CREATE INDEX generations_by_poster_hash ON generations USING hash (substr(poster_key, 38, 64))
    WHERE poster_key IS NOT NULL;
