"""An object store on another machine that does not answer until it is let."""

import threading

from adapters.memory.objects import MemoryStore

SECONDS_MAX = 600.0


class FarStore(MemoryStore):
    """A store that copies to publish, as S3 does, and waits for `gate` on the way."""

    far = True

    def __init__(self) -> None:
        super().__init__()
        self.copying = threading.Event()
        self.gate = threading.Event()

    def publish(self, key: str) -> None:
        data = self.get_quarantine(key).data
        self.copying.set()
        assert self.gate.wait(SECONDS_MAX)
        with self._lock:
            self._public[key] = data
        self.discard(key)
