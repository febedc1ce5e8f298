"""Checkpoints as C2SP signed notes: their text, their keys' names and ids, and nothing secret.

A checkpoint says "the log of this origin had this many entries and this root". The formats are
those of C2SP signed-note and tlog-checkpoint, so that other people's tools read ours. Making and
checking the signatures themselves is for the adapters; this module only takes notes apart.
"""

import base64
import binascii
import hashlib

import msgspec

ED25519 = b"\x01"
ED25519_BYTES = 32
KEY_ID_BYTES = 4
NOTE_BYTES_MAX = 64 * 1024
SIGNATURES_MAX = 100
SIZE_MAX = 2**63 - 1
MARK = "— "


class NoteInvalid(ValueError):
    """This text is no checkpoint or no public key; the message says what is wrong."""


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """What is signed: the log's name, how many entries it has, and the root of its tree."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The signed text, which ends with a line feed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """One signature line: whose key it claims to be, that key's id, and the signature itself."""

    name: str
    key_id: bytes
    signature: bytes


class SignedCheckpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A checkpoint as it is published. `text` is exactly what the signatures are over, and `note`
    is the text with them.
    """

    checkpoint: Checkpoint
    note: str
    text: str
    signatures: tuple[Signature, ...]


class PublicKey(msgspec.Struct, frozen=True, kw_only=True):
    """An Ed25519 key that signs for one origin: its name is the origin."""

    name: str
    key: bytes

    @property
    def key_id(self) -> bytes:
        """The first 4 bytes of SHA-256(name, line feed, 0x01, key)."""
        whole = self.name.encode() + b"\n" + ED25519 + self.key
        return hashlib.sha256(whole).digest()[:KEY_ID_BYTES]

    def line(self) -> str:
        """The verifier key, as C2SP signed-note spells it."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.key).decode()}"


def parse_public_key(line: str) -> PublicKey:
    """A verifier key `name+id+key`. Raises NoteInvalid."""
    parts = line.strip().split("+", 2)
    if len(parts) != 3:
        raise NoteInvalid("A public key has the form name+id+key.")
    raw = _base64(parts[2])
    if len(raw) != 1 + ED25519_BYTES or raw[:1] != ED25519:
        raise NoteInvalid("A public key here is an Ed25519 key.")
    key = PublicKey(name=parts[0], key=raw[1:])
    if not _is_name(key.name) or key.key_id.hex() != parts[1]:
        raise NoteInvalid("The id of the public key does not belong to its name and key.")
    return key


def parse_public_keys(text: str) -> list[PublicKey]:
    """One verifier key a line; empty lines and those that begin with # are skipped."""
    lines = [line.strip() for line in text.splitlines()]
    keys = [parse_public_key(line) for line in lines if line and not line.startswith("#")]
    if not keys:
        raise NoteInvalid("There is no public key in this file.")
    return keys


def signature_line(key: PublicKey, signature: bytes) -> str:
    """The line that a signed note ends with."""
    return f"{MARK}{key.name} {base64.b64encode(key.key_id + signature).decode()}\n"


def parse_note(note: str) -> SignedCheckpoint:
    """Takes a signed checkpoint apart; believes none of it. Raises NoteInvalid."""
    if len(note) > NOTE_BYTES_MAX:
        raise NoteInvalid("This is longer than any checkpoint.")
    text, gap, tail = note.rpartition("\n\n")
    if not gap or not tail.endswith("\n"):
        raise NoteInvalid("A signed checkpoint is a text, an empty line and signatures.")
    lines = tail.splitlines()
    if not 0 < len(lines) <= SIGNATURES_MAX:
        raise NoteInvalid("A signed checkpoint has at least one signature.")
    text += "\n"
    return SignedCheckpoint(
        checkpoint=_parse_text(text),
        note=note,
        text=text,
        signatures=tuple(_parse_signature(line) for line in lines),
    )


def _parse_text(text: str) -> Checkpoint:
    lines = text.split("\n")
    if len(lines) < 4 or not _is_name(lines[0]):
        raise NoteInvalid("A checkpoint begins with an origin, a size and a root.")
    size = lines[1]
    canonical = size.isascii() and size.isdigit() and (size == "0" or size[0] != "0")
    if not canonical or len(size) > 19 or int(size) > SIZE_MAX:
        raise NoteInvalid("The size of a checkpoint is a decimal number.")
    root = _base64(lines[2])
    if len(root) != hashlib.sha256().digest_size:
        raise NoteInvalid("The root of a checkpoint is a SHA-256 hash.")
    return Checkpoint(origin=lines[0], size=int(size), root=root)


def _parse_signature(line: str) -> Signature:
    name, gap, encoded = line.removeprefix(MARK).partition(" ")
    if not line.startswith(MARK) or not gap or not name:
        raise NoteInvalid("A signature line names a key and gives its signature.")
    raw = _base64(encoded)
    if len(raw) <= KEY_ID_BYTES:
        raise NoteInvalid("A signature line is too short.")
    return Signature(name=name, key_id=raw[:KEY_ID_BYTES], signature=raw[KEY_ID_BYTES:])


def _is_name(name: str) -> bool:
    return bool(name) and name.isprintable() and not any(c.isspace() or c == "+" for c in name)


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteInvalid("This is not base64.") from error
