"""What an operator reads and does over HTTP, with a key of scope `admin`.

Reading order: acts (how everything that is done becomes one recorded act), then by noun. A route
that changes something is a POST to a noun: the act is the thing that is created.
"""
