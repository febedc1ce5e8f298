"""Manifests filled in: the library signs one, and all that differ in content of the same length are
made from its bytes.

To have it build a manifest takes five times as long as the signature in it. What changes from one
picture to the next is the hash of the picture, a time, random ids and salts, the hashes of two
assertions in the claim, and the signature over that; nothing else, and none of it in length.
Whether that is so is seen from the library's own manifest: its hashes are where they have to be and
its signature is over these bytes, or there is no form.

A manifest is a tree of JUMBF boxes (ISO 19566-5) around CBOR; its signature is COSE (RFC 9052).
"""

import hashlib
import os
import re
from collections.abc import Iterator
from typing import NamedTuple
from uuid import uuid4

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

ALGORITHM = "es256"
"""The one that is filled in; it is what the deployment's own certificates sign with."""

_ACTIONS, _BINDING = "c2pa.actions.v2", "c2pa.hash.data"
_CLAIM, _SIGNATURE = "c2pa.claim.v2", "c2pa.signature"
_NUMBER_BYTES = 32
"""Of each of the two numbers that are a signature."""

_HEAD_BYTES = 8
"""How long a box is, and its kind."""

_KIND_BYTES = 17
"""A description's kind of content and its flags; the label follows."""

_UUID = rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_NAMED = re.compile(b"urn:c2pa:(" + _UUID + b")")
_INSTANCE = re.compile(rb"xmp\.iid:(" + _UUID + b")")
_SALT_BYTES = 16
_SALT = re.compile(rb"\x00\x00\x00\x18c2sh(?=.{16})", re.DOTALL)
"""A box of its own in the description of an assertion."""

_TAGGED_SIGN1 = b"\xd2\x84"
_CONTEXT = b"\x84\x6aSignature1"
_NOTHING_ELSE = b"\x40"


class _Span(NamedTuple):
    begin: int
    end: int


class _Hashed(NamedTuple):
    """An assertion, and where the claim has its hash."""

    assertion: _Span
    place: int


class Form:
    """What the library signed once, to be filled in again and again. Thread-safe."""

    def __init__(self, signed: bytes, digest: bytes, when: str, key: bytes) -> None:
        """`signed` binds `digest` and says `when`. Raises ValueError where it is not as known."""
        boxes = dict(_boxes(signed, _Span(0, len(signed))))
        try:
            claim, signature = boxes[_CLAIM], boxes[_SIGNATURE]
            assertions = boxes[_ACTIONS], boxes[_BINDING]
        except KeyError as error:
            raise ValueError(f"a manifest without {error}") from None
        self._signed = signed
        self._key = _key(key)
        self._claim = _content(signed, claim)
        self._names = [found.start(1) for found in _NAMED.finditer(signed)]
        (self._instance,) = (found.start(1) for found in _INSTANCE.finditer(signed))
        self._salts = [found.end() for found in _SALT.finditer(signed)]
        self._digest = _only(digest, signed)
        self._when = _only(when.encode(), signed)
        self._hashed = [_hashed(signed, each) for each in assertions]
        self._signature = len(signed) - 2 * _NUMBER_BYTES
        self._before_claim = _signed_before_claim(signed, _content(signed, signature), self._claim)
        self._check()

    def filled(self, digest: bytes, when: str) -> bytes:
        """A manifest with ids and salts of its own that binds `digest` and says `when`."""
        manifest = bytearray(self._signed)
        name = str(uuid4()).encode()
        for place in self._names:
            _put(manifest, place, name)
        _put(manifest, self._instance, str(uuid4()).encode())
        for place in self._salts:
            _put(manifest, place, os.urandom(_SALT_BYTES))
        _put(manifest, self._digest, digest)
        _put(manifest, self._when, when.encode())
        for (begin, end), place in self._hashed:
            _put(manifest, place, hashlib.sha256(manifest[begin:end]).digest())
        _put(manifest, self._signature, self._sign(manifest))
        return bytes(manifest)

    def _sign(self, manifest: bytearray) -> bytes:
        signed = self._key.sign(self._to_be_signed(manifest), ECDSA(SHA256()))
        return b"".join(each.to_bytes(_NUMBER_BYTES) for each in decode_dss_signature(signed))

    def _to_be_signed(self, manifest: bytes | bytearray) -> bytes:
        return self._before_claim + manifest[self._claim.begin : self._claim.end]

    def _check(self) -> None:
        """The library signed the very bytes that are signed here, with this key."""
        numbers = self._signed[self._signature :]
        first, second = numbers[:_NUMBER_BYTES], numbers[_NUMBER_BYTES:]
        signature = encode_dss_signature(int.from_bytes(first), int.from_bytes(second))
        try:
            public = self._key.public_key()
            public.verify(signature, self._to_be_signed(self._signed), ECDSA(SHA256()))
        except InvalidSignature as error:
            raise ValueError("a manifest that signs something else") from error


def _key(pem: bytes) -> EllipticCurvePrivateKey:
    key = load_pem_private_key(pem, None)
    if not isinstance(key, EllipticCurvePrivateKey):
        raise ValueError("a key of another kind")
    return key


def _put(manifest: bytearray, place: int, value: bytes) -> None:
    manifest[place : place + len(value)] = value


def _boxes(data: bytes, within: _Span) -> Iterator[tuple[str, _Span]]:
    """The contents of labeled boxes by label, outer ones first."""
    place = within.begin
    while place + _HEAD_BYTES <= within.end:
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + _HEAD_BYTES]
        if size < _HEAD_BYTES:
            raise ValueError("a manifest with a box that is shorter than its head")
        content = _Span(place + _HEAD_BYTES, place + size)
        if kind == b"jumb":
            described = int.from_bytes(data[content.begin : content.begin + 4])
            label = data[content.begin + _HEAD_BYTES + _KIND_BYTES : content.begin + described]
            yield label.split(b"\x00", 1)[0].decode(), content
            yield from _boxes(data, _Span(content.begin + described, content.end))
        place += size


def _content(data: bytes, box: _Span) -> _Span:
    """The CBOR behind a box's description."""
    described = int.from_bytes(data[box.begin : box.begin + 4])
    return _Span(box.begin + described + _HEAD_BYTES, box.end)


def _only(value: bytes, data: bytes) -> int:
    """Where that is, which has to be at one place. Raises ValueError."""
    if data.count(value) != 1:
        raise ValueError("a manifest that says something twice, or not at all")
    return data.index(value)


def _hashed(data: bytes, assertion: _Span) -> _Hashed:
    digest = hashlib.sha256(data[assertion.begin : assertion.end]).digest()
    return _Hashed(assertion, _only(digest, data))


def _signed_before_claim(data: bytes, signature: _Span, claim: _Span) -> bytes:
    """What COSE has signed of a message: a context, the protected header, and then the claim."""
    header = signature.begin + len(_TAGGED_SIGN1)
    protected = data[header : header + 3 + int.from_bytes(data[header + 1 : header + 3])]
    if not data.startswith(_TAGGED_SIGN1 + b"\x59", signature.begin):
        raise ValueError("a signature of another form")
    return _CONTEXT + protected + _NOTHING_ELSE + _bytes_head(claim.end - claim.begin)


def _bytes_head(size: int) -> bytes:
    """How CBOR begins so many bytes, where they are more than 255."""
    return b"\x59" + size.to_bytes(2)
