"""Sends what `projections.webhooks` has put into the deliveries.

Reading order: sender (the loop), outbox (claims and outcomes in PostgreSQL), exchange (one request
to one receiver), following (the reaction, kept going).
"""
