SELECT lot_id, format('%%s, revoked %%s', seen.remaining, seen.revoked),
    format('%%s, revoked %%s', replayed.remaining, replayed.revoked)
FROM seen_lots AS seen
FULL JOIN (SELECT * FROM replayed_lots WHERE mark = %(mark)s) AS replayed
    USING (account_id, lot_id)
WHERE (seen.remaining, seen.revoked) IS DISTINCT FROM (replayed.remaining, replayed.revoked)
