"""What a request says: its body, its Idempotency-Key, its Prefer, its verb, its labels."""
