WITH draws AS (
    SELECT account_id, lot_id, sum(amount) AS amount FROM replayed_draws
    WHERE mark = %(mark)s GROUP BY account_id, lot_id
), replayed AS (
    SELECT account_id, lot_id, lot.granted, coalesce(draws.amount, 0) AS in_flight,
        lot.drawn - coalesce(draws.amount, 0) AS used, lot.expired, lot.taken AS revoked
    FROM (SELECT * FROM replayed_lots WHERE mark = %(mark)s) AS lot
    LEFT JOIN draws USING (account_id, lot_id)
)
SELECT lot_id,
    format('granted %%s, in flight %%s, used %%s, expired %%s, revoked %%s',
        seen.granted, seen.in_flight, seen.used, seen.expired, seen.revoked),
    format('granted %%s, in flight %%s, used %%s, expired %%s, revoked %%s', replayed.granted,
        replayed.in_flight, replayed.used, replayed.expired, replayed.revoked)
FROM seen_journal AS seen
FULL JOIN replayed USING (account_id, lot_id)
WHERE (seen.granted, seen.in_flight, seen.used, seen.expired, seen.revoked) IS DISTINCT FROM
    (replayed.granted, replayed.in_flight, replayed.used, replayed.expired, replayed.revoked)
