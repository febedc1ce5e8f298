"""C2PA manifests: signed statements within a file of how it was made, bound to its bytes.

The library is imported where it is used, as it takes time and megabytes. Nothing
here reaches a network: there is no timestamp authority, and neither remote manifests nor the state
of certificates are asked for.
"""

import contextlib
import hashlib
import io
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from inference.engine import Rendered
from inference.provenance import filled
from inference.provenance.marking import MarkFailed
from inference.provenance.source_type import (
    PNG_CHUNK_BYTES,
    PNG_HEADER_BYTES,
    TRAINED,
    png_chunk,
    png_kinds,
    png_with_source_type,
    with_source_type,
)
from inference.provenance.unsigned import is_as_left

PNG = "image/png"
REPEATED_MAX = 64
"""Marked files that are remembered, of those that are answered for many requests."""

SIZE_TRIES_MAX = 3
"""How often a PNG is signed to find out the size of its manifest, which the first one shows."""

_ALONE = "application/c2pa"
"""A manifest that is in no file."""

_PNG_MANIFEST = b"caBX"
_SIZE_GUESS = 4096

_WHEN = "%Y-%m-%dT%H:%M:%SZ"
_NO_NETWORK = {"remote_manifest_fetch": False, "ocsp_fetch": False}
_SIGNING = {
    "builder": {
        "thumbnail": {"enabled": False},
        "created_assertion_labels": ["c2pa.actions"],
    },
    "verify": {"verify_after_sign": False, **_NO_NETWORK},
}
"""A thumbnail would take twenty times as long as the signature, and tell nothing."""


class CredentialsUnusable(ValueError):
    """These certificates and key cannot sign manifests; the message says why."""


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """What signs manifests: certificates as PEM, the signer's first, its private key, and how."""

    chain: bytes
    key: bytes
    algorithm: str

    def __repr__(self) -> str:
        return "Credentials(***)"


class KnownSigner(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate of ours: who issued it, as PEM, and its number, which that issuer gives once.

    Not the root alone: a public one issues certificates to others as well.
    """

    issuer: str
    serial_number: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a file tells of itself; `issued_at` is when we signed what is still as it was."""

    found_by: Literal["manifest", "altered_manifest", "watermark", "none"]
    issued_at: datetime | None = None


NOTHING = Finding(found_by="none")
ALTERED = Finding(found_by="altered_manifest")

GENERATOR = "Xavira"


def _now() -> datetime:
    return datetime.now(UTC)


class ManifestSigner:
    """A mark (`inference.provenance.marking`): the digital source type, and then the manifest.

    May be called from several threads. Raises CredentialsUnusable.
    """

    def __init__(self, credentials: Credentials, *, clock: Callable[[], datetime] = _now) -> None:
        import c2pa

        self._library: Any = c2pa
        self._clock = clock
        self._lock = threading.Lock()
        self._repeated: OrderedDict[bytes, bytes] = OrderedDict()
        self._credentials = credentials
        self._png_chunk_bytes = _SIZE_GUESS
        self._bound = self._first_bound
        info = c2pa.C2paSignerInfo(credentials.algorithm, credentials.chain, credentials.key, None)
        try:
            self._signer = c2pa.Signer.from_info(info)
            self._context = c2pa.Context(settings=c2pa.Settings.from_dict(_SIGNING))
        except c2pa.C2paError as error:
            raise CredentialsUnusable(str(error)) from error

    def __call__(self, rendered: Rendered) -> Rendered:
        """The file, and its poster, with their manifests. Raises MarkFailed."""
        mark = self._once if rendered.repeated else self._marked
        poster = rendered.poster
        return msgspec.structs.replace(
            rendered,
            data=mark(rendered.data, rendered.media_type),
            poster=None if poster is None else mark(poster, PNG),
        )

    def _once(self, data: bytes, media_type: str) -> bytes:
        """The same marked file each time, for one that is answered for many requests."""
        marked = self._repeated.get(data)
        if marked is None:
            marked = self._repeated[data] = self._marked(data, media_type)
            if len(self._repeated) > REPEATED_MAX:
                self._repeated.popitem(last=False)
        return marked

    def _marked(self, data: bytes, media_type: str) -> bytes:
        if media_type == PNG and _PNG_MANIFEST not in png_kinds(data):
            return self._marked_png(data)
        manifest = _manifest(media_type, self._clock().strftime(_WHEN))
        return self._signed(manifest, media_type, with_source_type(data, media_type))

    def _marked_png(self, data: bytes) -> bytes:
        """The same as the library makes of it, at half the cost.

        It would read the picture through Python in small pieces, several times over. So it is
        told the hash of the picture, and signs a manifest that is in no file yet.
        """
        header, source_type, rest = png_with_source_type(data)
        hashed = hashlib.sha256(header)
        hashed.update(source_type)
        hashed.update(rest)
        manifest = self._bound(hashed.digest(), self._clock().strftime(_WHEN))
        return b"".join((header, png_chunk(_PNG_MANIFEST, manifest), source_type, rest))

    def _first_bound(self, digest: bytes, when: str) -> bytes:
        """The first manifest, and how all later ones are made: from that of the library, or by it
        where its manifest, or the key, is not of the kind that can be filled in.
        """
        self._bound = self._built
        if self._credentials.algorithm == filled.ALGORITHM:
            with contextlib.suppress(ValueError):
                signed = self._built(digest, when)
                self._bound = filled.Form(signed, digest, when, self._credentials.key).filled
        return self._bound(digest, when)

    def _built(self, digest: bytes, when: str) -> bytes:
        """The library's manifest for a PNG that has the hash without it.

        It says itself how long its chunk is, which is the same each time and learned from the
        first.
        """
        manifest = _manifest(PNG, when)
        for _ in range(SIZE_TRIES_MAX):
            size = self._png_chunk_bytes
            binding = _png_binding(digest, size)
            bound = manifest | {"assertions": [*manifest["assertions"], binding]}
            signed = self._signed(bound, _ALONE, b"")
            if len(signed) + PNG_CHUNK_BYTES == size:
                return signed
            self._png_chunk_bytes = len(signed) + PNG_CHUNK_BYTES
        raise MarkFailed("the manifest of a PNG has another size each time")

    def _signed(self, manifest: dict[str, Any], media_type: str, data: bytes) -> bytes:
        marked, definition = io.BytesIO(), msgspec.json.encode(manifest).decode()
        try:
            with self._lock, self._library.Builder(definition, context=self._context) as builder:
                builder.sign(self._signer, media_type, io.BytesIO(data), marked)
        except self._library.C2paError as error:
            raise MarkFailed(f"no manifest was signed: {error}") from error
        return marked.getvalue()


def _png_binding(digest: bytes, size: int) -> dict[str, Any]:
    """Binds a manifest whose chunk has `size` bytes to the hash of all else in its file."""
    excluded = {"start": PNG_HEADER_BYTES, "length": size}
    hashed = {
        "exclusions": [excluded],
        "name": "jumbf manifest",
        "alg": "sha256",
        "hash": list(digest),
        "pad": [],
    }
    return {"label": "c2pa.hash.data", "data": hashed}


def _manifest(media_type: str, when: str) -> dict[str, Any]:
    """Says that a trained model made it and when; nothing of whose it is or what was asked for."""
    created = {
        "action": "c2pa.created",
        "digitalSourceType": TRAINED,
        "when": when,
    }
    return {
        "claim_generator_info": [{"name": GENERATOR}],
        "format": media_type,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [created]}}],
    }


def read_manifest(data: bytes, media_type: str, known: Sequence[KnownSigner]) -> Finding:
    """Whether one of our certificates signed the file's own manifest, and if it is still true.

    Never raises for what a file may be: one that cannot be read has no manifest of ours.
    """
    numbers: dict[str, set[str]] = {}
    for signer in known:
        numbers.setdefault(signer.issuer, set()).add(signer.serial_number)
    findings = [_read(data, media_type, *issued) for issued in numbers.items()]
    ours = [finding for finding in findings if finding is not NOTHING]
    return ours[0] if ours else NOTHING


def _read(data: bytes, media_type: str, issuer: str, serial_numbers: set[str]) -> Finding:
    import c2pa

    settings = {
        "verify": {"verify_trust": True, **_NO_NETWORK},
        "trust": {"trust_anchors": issuer},
    }
    try:
        context = c2pa.Context(settings=c2pa.Settings.from_dict(settings))
        with c2pa.Reader(media_type, io.BytesIO(data), context=context) as reader:
            read = json.loads(reader.json())
    except (c2pa.C2paError, ValueError):
        return NOTHING
    found = _judged(read, serial_numbers)
    if found.found_by == "manifest" and _is_own(read) and not is_as_left(data, media_type):
        return ALTERED
    return found


def _is_own(read: dict[str, Any]) -> bool:
    """Whether it was made here, as the signed claim says; an operator's certificate may have signed
    other tools' manifests as well, which have other headers.
    """
    generators = read["manifests"][read["active_manifest"]].get("claim_generator_info") or [{}]
    return bool(generators[0].get("name") == GENERATOR)


def _judged(read: dict[str, Any], serial_numbers: set[str]) -> Finding:
    """Of the manifest that speaks for the file; those of what it was made from say nothing here."""
    manifest = read.get("manifests", {}).get(read.get("active_manifest"), {})
    checked = read.get("validation_results", {}).get("activeManifest", {})
    passed = {found["code"] for found in checked.get("success", [])}
    signature = manifest.get("signature_info", {})
    if not {"claimSignature.validated", "signingCredential.trusted"} <= passed:
        return NOTHING
    if signature.get("cert_serial_number") not in serial_numbers:
        return NOTHING
    if read.get("validation_state") != "Trusted" or checked.get("failure"):
        return ALTERED
    return Finding(found_by="manifest", issued_at=_issued_at(manifest))


def _issued_at(manifest: dict[str, Any]) -> datetime | None:
    """As we write it; an operator's certificate may have signed other tools' manifests as well."""
    try:
        (when,) = (
            action["when"]
            for assertion in manifest["assertions"]
            if assertion["label"].startswith("c2pa.actions")
            for action in assertion["data"]["actions"]
            if action["action"] == "c2pa.created"
        )
        return datetime.strptime(when, _WHEN).replace(tzinfo=UTC)
    except (KeyError, TypeError, ValueError):
        return None
