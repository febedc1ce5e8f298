COPY replayed_draws (mark, account_id, lot_id, amount) FROM STDIN
