COPY replayed_lots (mark, account_id, lot_id, granted, remaining, drawn, expired, taken, revoked)
FROM STDIN
