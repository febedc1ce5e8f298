"""What a message looks like on the wire: msgspec JSON, sealed with AES-256-GCM under the bus key.

Prompts must not lie readable in the store of the message server. The subject is authenticated with
the payload, so a message that was moved to another subject does not open.
"""

import os
from typing import Any, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BUS_KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"
_HEAD_BYTES = len(_VERSION) + _NONCE_BYTES

Message = TypeVar("Message")


class MessageUndecodable(Exception):
    """This is not a message of ours: damaged, sealed with another key, or of an unknown form."""


class Codec:
    """Seals and opens messages. Thread-safe."""

    def __init__(self, bus_key: bytes) -> None:
        if len(bus_key) != BUS_KEY_BYTES:
            raise ValueError(f"a bus key has {BUS_KEY_BYTES} bytes")
        self._cipher = AESGCM(bus_key)

    def seal(self, subject: str, message: msgspec.Struct) -> bytes:
        """The payload to publish on `subject`."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, msgspec.json.encode(message), subject.encode())
        return _VERSION + nonce + sealed

    def open(self, subject: str, payload: bytes, kind: type[Message] | Any) -> Message:
        """The message of type `kind` (a struct or a union of tagged ones).

        Raises MessageUndecodable.
        """
        if payload[: len(_VERSION)] != _VERSION or len(payload) <= _HEAD_BYTES:
            raise MessageUndecodable("not a sealed message")
        nonce, sealed = payload[len(_VERSION) : _HEAD_BYTES], payload[_HEAD_BYTES:]
        try:
            plain = self._cipher.decrypt(nonce, sealed, subject.encode())
            message: Message = msgspec.json.decode(plain, type=kind)
        except InvalidTag as error:
            raise MessageUndecodable("sealed with another key or for another subject") from error
        except msgspec.DecodeError as error:
            raise MessageUndecodable(f"of an unknown form: {error}") from error
        return message
