"""The rules, and nothing but the rules: standard library and msgspec only.

Pure: no I/O, no clock, no randomness, no logging. Time and ids arrive as arguments.
Read in this order: ids, credits, event, ledger, generation, character, handlers.
"""
