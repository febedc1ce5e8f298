"""Turns a command into an engine's request: fetches the identity and the source it names."""

import threading
from collections import OrderedDict

import msgspec
import structlog

from domain.messages import RenderCommand
from domain.objects import ObjectCorrupt, ObjectMissing, ObjectStore
from inference.engine import EngineFailed, RenderRequest

IDENTITIES_CACHED_MAX = 256
IDENTITY_LOST = b""

_log = structlog.get_logger(__name__)


class InputMissing(EngineFailed):
    """An object that the command names is not in the store, or not what it was."""


class Inputs:
    """Reads inputs from the object store; identities are kept, because keys name their content."""

    def __init__(self, object_store: ObjectStore) -> None:
        self._store = object_store
        self._identities: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def request(self, command: RenderCommand) -> RenderRequest:
        """A face that is lost is no reason to fail: the engine makes it anew, each time.

        Raises InputMissing, ValueError for a command no engine could draw, StoreUnavailable."""
        fields = {
            field: getattr(command, field)
            for field in RenderRequest.__struct_fields__
            if hasattr(command, field)
        }
        fields["character_id"] = str(command.character_id)
        if command.identity_key is not None:
            fields["identity"] = self._identity(command.identity_key)
        if command.source_key is not None:
            fields["source"] = self._read(command.source_key)
        return msgspec.convert(fields, RenderRequest)

    def at_hand(self, command: RenderCommand) -> bool:
        """Whether the request can be made without asking the store."""
        cached = command.identity_key is None or command.identity_key in self._identities
        return cached and command.source_key is None

    def _identity(self, key: str) -> bytes:
        with self._lock:
            if key in self._identities:
                self._identities.move_to_end(key)
                return self._identities[key]
        try:
            data = self._read(key)
        except InputMissing as error:
            _log.error("a face is lost and made anew", error=str(error))
            return IDENTITY_LOST
        with self._lock:
            self._identities[key] = data
            if len(self._identities) > IDENTITIES_CACHED_MAX:
                self._identities.popitem(last=False)
        return data

    def _read(self, key: str) -> bytes:
        """An accepted object may still be on its way out of quarantine, or just have left it."""
        for read in (self._store.get, self._store.get_quarantine, self._store.get):
            try:
                return read(key).data
            except ObjectMissing:
                continue
            except ObjectCorrupt as error:
                raise InputMissing(f"{key} is damaged") from error
        raise InputMissing(f"{key} is not in the store")


def batch_key(request: RenderRequest) -> tuple[object, ...]:
    """Requests with one key may share a forward pass."""
    return (
        request.model_id,
        request.kind,
        request.width,
        request.height,
        request.format,
        request.seconds,
        request.identity is None,
    )
