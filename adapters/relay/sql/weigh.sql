WITH changed AS (
    SELECT account_id, weight FROM unnest(%(account_ids)s::uuid[], %(weights)s::integer[])
        AS new (account_id, weight)
), removed AS (
    DELETE FROM account_weights a USING changed c
    WHERE a.account_id = c.account_id AND c.weight = 1
)
INSERT INTO account_weights (account_id, weight)
SELECT account_id, weight FROM changed WHERE weight <> 1
ON CONFLICT (account_id) DO UPDATE SET weight = excluded.weight;
