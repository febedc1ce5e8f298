"""What it means to follow the log, for every part of a process that does."""

import threading
from collections.abc import Callable, Iterator, Sequence

from domain.event import Recorded

Follow = Callable[[int, threading.Event], Iterator[Sequence[Recorded]]]
"""Batches of the log behind a position, and an empty one at every look, several a second, that
finds nothing new. It ends soon after the event is set."""
