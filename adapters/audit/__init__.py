"""The audit of the log: the sealed tree, signed checkpoints, the fork rule, live verification and
the export. Judging an export alone is the stand-alone verifier's (`adapters.verifier`).
"""
