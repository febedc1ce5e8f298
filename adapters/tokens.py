"""Tokens: random, told once, kept as a hash, good until a moment and for one purpose."""

import hashlib
import secrets

TOKEN_BYTES = 32
SESSION_PREFIX = "xav_session_"


def fresh_token(prefix: str = "") -> str:
    """256 random bits, safe in a URL."""
    return prefix + secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> bytes:
    """Tokens are random enough that a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).digest()
