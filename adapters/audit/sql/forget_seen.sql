DROP TABLE IF EXISTS pg_temp.seen_balances, pg_temp.seen_lots, pg_temp.seen_statements,
    pg_temp.seen_journal, pg_temp.seen_days, pg_temp.replayed_lots, pg_temp.replayed_draws,
    pg_temp.replayed_flights
