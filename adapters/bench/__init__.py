"""Measurements: each prints a table and writes a page with machine, commit and command."""
