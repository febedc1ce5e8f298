COPY replayed_flights (mark, account_id, amount) FROM STDIN
