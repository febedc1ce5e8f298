"""Why a consumer gives its process up: only a new one can go on.

Whoever runs a consumer ends the process at once then, because a thread of it may never return; its
supervisor starts the next one, after a pause that grows.
"""


class Stuck(Exception):
    """The message says what is stuck, for operators."""


class EngineStuck(Stuck):
    """An engine does not return, or fails whatever it is given."""
