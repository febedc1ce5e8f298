"""From the ledger to the bus and back: dispatcher, settler, sweeper, janitor.

Reading order: queue (the rows and their order), dispatcher (log -> bus), settler (bus -> log),
sweeper (what ran out of time), janitor (what was left lying), running (all of them together).
"""
