"""Payments: what is sold, checkouts, money that came in and went back, and the commands."""
