SELECT lot_id, format('%%s of %%s, revoked %%s', seen.remaining, seen.granted, seen.revoked),
    format('%%s of %%s, revoked %%s', replayed.remaining, replayed.granted, replayed.revoked)
FROM seen_lots AS seen
FULL JOIN (SELECT * FROM replayed_lots WHERE mark = %(mark)s) AS replayed
    USING (account_id, lot_id)
WHERE (seen.granted, seen.remaining, seen.revoked)
    IS DISTINCT FROM (replayed.granted, replayed.remaining, replayed.revoked)
