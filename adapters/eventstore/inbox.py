"""A queue into a thread that comes to everything: nothing is left in it when the thread ends."""

import threading
from queue import SimpleQueue
from typing import Generic, TypeVar

Work = TypeVar("Work")


class Inbox(Generic[Work]):
    """For any number of threads that put, and one that gets."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Work | None] = SimpleQueue()
        self._order = threading.Lock()
        self._closed = False

    def __len__(self) -> int:
        return self._queue.qsize()

    def put(self, work: Work) -> bool:
        """Whether the thread will get it; False once the inbox is closed."""
        with self._order:
            if not self._closed:
                self._queue.put(work)
            return not self._closed

    def get(self, *, seconds: float | None = None) -> Work | None:
        """Waits for the next; None is the last one, and comes once. Raises queue.Empty when it does
        not come in time.
        """
        return self._queue.get(timeout=seconds)

    def get_nowait(self) -> Work | None:
        """As `get`, without waiting. Raises queue.Empty."""
        return self._queue.get_nowait()

    def close(self) -> None:
        """What is put from now on is refused."""
        with self._order:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
