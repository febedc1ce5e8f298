WITH replayed AS (
    SELECT account_id, coalesce(lots.booked, 0) AS booked, coalesce(flights.amount, 0) AS in_flight
    FROM (
        SELECT account_id, sum(remaining) AS booked FROM replayed_lots
        WHERE mark = %(mark)s GROUP BY account_id
    ) AS lots
    FULL JOIN (
        SELECT account_id, sum(amount) AS amount FROM replayed_flights
        WHERE mark = %(mark)s GROUP BY account_id
    ) AS flights USING (account_id)
)
SELECT account_id,
    format('%%s, %%s in flight, %%s in open debits', seen.booked, seen.in_flight, seen.open),
    format('%%s, %%s in flight', replayed.booked, replayed.in_flight)
FROM seen_balances AS seen
FULL JOIN replayed USING (account_id)
WHERE (coalesce(seen.booked, 0), coalesce(seen.in_flight, 0), coalesce(seen.open, 0))
    IS DISTINCT FROM (
        coalesce(replayed.booked, 0), coalesce(replayed.in_flight, 0),
        coalesce(replayed.in_flight, 0)
    )
