"""Watermarks that behave as a parser may that meets the wrong file; each is a real one by form."""

import os
import time

from inference.engine import Rendered


class _Unruly:
    def embed(self, rendered: Rendered) -> Rendered:
        return rendered


class Endless(_Unruly):
    def found_in(self, data: bytes, media_type: str) -> bool:
        while True:
            time.monotonic()


class Greedy(_Unruly):
    def found_in(self, data: bytes, media_type: str) -> bool:
        return bool(bytearray(3 * 1024**3))


class Crashing(_Unruly):
    def found_in(self, data: bytes, media_type: str) -> bool:
        os.abort()


class Writing(_Unruly):
    def found_in(self, data: bytes, media_type: str) -> bool:
        with open("left-behind", "wb") as file:
            return file.write(data) > 0


class Curious(_Unruly):
    """Finds its mark where the environment tells a secret."""

    def found_in(self, data: bytes, media_type: str) -> bool:
        return any("XAVIRA" in name for name in os.environ)


class Everywhere(_Unruly):
    """Finds its mark in every file."""

    def found_in(self, data: bytes, media_type: str) -> bool:
        return True
