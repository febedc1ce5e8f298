-- name: add
INSERT INTO characters
    (character_id, account_id, position, changed_position, livemode, model_id, traits, conditioned,
     sealed, status, archived, identity_key, created_at)
VALUES
    (%(character_id)s, %(account_id)s, %(position)s, %(changed_position)s, %(livemode)s,
     %(model_id)s, %(traits)s, %(conditioned)s, %(sealed)s, %(status)s, %(archived)s,
     %(identity_key)s, %(created_at)s);

-- name: change
UPDATE characters AS character
SET changed_position = changed.position,
    status = CASE
        WHEN changed.identity_key IS NOT NULL THEN 'ready'
        WHEN changed.failed AND character.conditioned AND character.identity_key IS NULL
            THEN 'failed'
        ELSE character.status END,
    identity_key = coalesce(changed.identity_key, character.identity_key),
    archived = character.archived OR changed.archived
FROM unnest(
    %(character_id)s::uuid[], %(position)s::bigint[], %(identity_key)s::text[],
    %(failed)s::boolean[], %(archived)s::boolean[]
) AS changed (character_id, position, identity_key, failed, archived)
WHERE character.character_id = changed.character_id;

-- name: list
SELECT character_id, account_id, position, changed_position, livemode, model_id, traits,
    conditioned, sealed, status, archived, identity_key, created_at
FROM characters
WHERE account_id = %(account_id)s AND position < %(cursor)s
ORDER BY position DESC LIMIT %(limit)s;
