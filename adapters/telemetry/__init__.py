"""What a process tells of itself while it runs: metrics and traces.

Like logging, both are set up once by the process that wants them; until then every call here does
nothing. No label and no attribute ever holds an account, an id of a customer's, a prompt or a key.
"""
