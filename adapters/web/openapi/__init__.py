"""What the API promises: shapes, error codes, operations, and the OpenAPI document made of them.

It imports nothing else of `adapters.web`: whoever reads or answers a request may ask it.
"""
