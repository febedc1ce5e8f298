SELECT account_id,
    format('sum of entries %%s, %%s balances not the sum so far', seen.total, seen.wrong),
    replayed.booked::text
FROM seen_statements AS seen
FULL JOIN (
    SELECT account_id, sum(remaining) AS booked FROM replayed_lots
    WHERE mark = %(mark)s GROUP BY account_id
) AS replayed USING (account_id)
WHERE (coalesce(seen.total, 0), coalesce(seen.wrong, 0))
    IS DISTINCT FROM (coalesce(replayed.booked, 0), 0)
