"""The outside: the only place that knows vendors. Families meet only in `composition`."""
