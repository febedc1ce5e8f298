"""The event store: the `eventsourcing` library's recorder, mapper and transcoder in our shape.

Reading order: mapper, recorder (one batch, one transaction), streams (folds), loading and snapshots
(folds from the database), deciding and group_commit (many callers, one batch), loop_appends and
loop_loads (the same on an event loop), store (the Ledger port), follower and log_reader (the log by
position).
"""

from adapters.eventstore.store import PostgresLedger

__all__ = ["PostgresLedger"]
