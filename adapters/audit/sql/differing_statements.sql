SELECT account_id, format('last balance %%s, sum of entries %%s', seen.balance, seen.total),
    replayed.booked::text
FROM seen_statements AS seen
FULL JOIN (
    SELECT account_id, sum(remaining) AS booked FROM replayed_lots
    WHERE mark = %(mark)s GROUP BY account_id
) AS replayed USING (account_id)
WHERE (coalesce(seen.balance, 0), coalesce(seen.total, 0))
    IS DISTINCT FROM (coalesce(replayed.booked, 0), coalesce(replayed.booked, 0))
