"""The face of a character, fixed once: a short vector drawn from its id and traits alone.

Prompt and seed never enter, so one character keeps one face in every picture.
"""

import hashlib

import msgspec

ENCODER = "sketch-identity-1"


class Identity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a face differs from the average one: each number is 0 to 1, one half is the average."""

    encoder: str
    face_width: float
    jaw_width: float
    chin_length: float
    cheek: float
    eye_size: float
    eye_gap: float
    eye_tilt: float
    eye_height: float
    brow_height: float
    brow_arch: float
    brow_weight: float
    nose_width: float
    nose_length: float
    mouth_width: float
    mouth_height: float
    lip_fullness: float
    parting: float
    fringe: float
    beard: float
    freckles: float
    mole: float


_NUMBERS = tuple(name for name in Identity.__struct_fields__ if name != "encoder")


def derive(character_id: str, traits: dict[str, str | int]) -> Identity:
    """The identity of a character; the same id and traits always give the same one."""
    canonical = msgspec.json.encode([ENCODER, character_id, sorted(traits.items())])
    digest = hashlib.shake_256(canonical).digest(2 * len(_NUMBERS))
    numbers = {
        name: int.from_bytes(digest[2 * place : 2 * place + 2], "big") / 65535
        for place, name in enumerate(_NUMBERS)
    }
    return Identity(encoder=ENCODER, **{name: round(value, 4) for name, value in numbers.items()})


def encode(identity: Identity) -> bytes:
    """Compact JSON, about 400 bytes."""
    return msgspec.json.encode(identity)


def decode(data: bytes) -> Identity:
    """Raises ValueError for anything that this version did not write."""
    identity = msgspec.json.decode(data, type=Identity)
    if identity.encoder != ENCODER:
        raise ValueError(f"an identity of another encoder: {identity.encoder}")
    return identity
