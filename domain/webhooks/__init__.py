"""Webhooks: the endpoint stream, its commands, what is told to whom, and what is sent."""
