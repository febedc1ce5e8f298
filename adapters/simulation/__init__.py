"""A made-up but lawful ledger, for benchmarks and for people who want to try the reports.

Reading order: market (who buys and asks what, and when), purse (lots, by the rules of the ledger),
encoding (events to bytes, fast), writing (COPY into an empty log). It never touches a log that
holds an event, and nothing in it is random beyond its seed.
"""
