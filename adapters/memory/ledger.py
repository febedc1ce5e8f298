"""In-memory twins of the ports, for tests and for trying the rules without a database.

They pass the same contract suites as the real adapters and keep nothing when the process ends.
"""

import hashlib
import hmac
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from uuid import UUID

from domain.errors import DomainError, TextsKeyless
from domain.event import Recorded
from domain.ports import EMPTY, Appended, Command, GroundRow, Stream, followed


class MemoryLedger:
    """The Ledger port in a list: one command at a time, decided on the newest states."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.log: list[Recorded] = []
        self.rows: list[GroundRow] = []
        self._streams: dict[UUID, Stream] = {}
        self._clock = clock
        self._lock = threading.RLock()

    def append(self, command: Command) -> "Future[Appended]":
        future: Future[Appended] = Future()
        try:
            with self._lock:
                future.set_result(self._append(command))
        except (DomainError, AssertionError) as error:
            future.set_exception(error)
        return future

    def _append(self, command: Command) -> Appended:
        now = self.now()
        states = {s: self._streams.get(s, EMPTY).state for s in command.streams}
        decision = command.decide(states, now)
        assert decision.events or not decision.rows, "ground rows need an event to belong to"
        recorded: list[Recorded] = []
        streams = {s: self._streams.get(s, EMPTY) for s in decision.events}
        for stream_id, events in decision.events.items():
            for event in events:
                stream = streams[stream_id]
                one = Recorded(
                    position=len(self.log) + len(recorded) + 1,
                    stream_id=stream_id,
                    version=stream.version + 1,
                    recorded_at=now,
                    event=event,
                )
                streams[stream_id] = followed(stream, one)
                recorded.append(one)
        self.log.extend(recorded)
        self.rows.extend(decision.rows)
        self._streams.update(streams)
        position = recorded[-1].position if recorded else 0
        return Appended(answer=decision.answer, recorded=recorded, position=position)

    def load(self, streams: Iterable[UUID]) -> "Future[dict[UUID, Stream]]":
        future: Future[dict[UUID, Stream]] = Future()
        with self._lock:
            future.set_result({s: self._streams.get(s, EMPTY) for s in streams})
        return future

    def read(self, after: int, limit: int) -> Sequence[Recorded]:
        with self._lock:
            return self.log[after : after + limit]

    def history(self, stream_id: UUID, limit: int) -> Sequence[Recorded]:
        with self._lock:
            return [event for event in self.log if event.stream_id == stream_id][:limit]

    def head(self) -> int:
        return len(self.log)

    def now(self) -> datetime:
        """Recorded time never decreases, whatever the clock does."""
        now = self._clock()
        return max(now, self.log[-1].recorded_at) if self.log else now


class MemoryVault:
    """The Vault port with keys in a dict; `forget` is the erasure of an account."""

    def __init__(self) -> None:
        self._forgotten: set[UUID] = set()

    def seal(self, account_id: UUID, text: bytes) -> bytes:
        self._check(account_id)
        return bytes(byte ^ 0x5A for byte in account_id.bytes + text)

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        if account_id in self._forgotten:
            return None
        plain = bytes(byte ^ 0x5A for byte in sealed)
        assert plain.startswith(account_id.bytes), "sealed for another account"
        return plain[16:]

    def fingerprint(self, account_id: UUID, request: bytes) -> bytes:
        self._check(account_id)
        return hmac.digest(account_id.bytes, request, hashlib.sha256)

    def at_hand(self, account_id: UUID) -> "MemoryVault":
        """Nothing here ever blocks."""
        return self

    def forget(self, account_id: UUID) -> None:
        self._forgotten.add(account_id)

    def _check(self, account_id: UUID) -> None:
        if account_id in self._forgotten:
            raise TextsKeyless
