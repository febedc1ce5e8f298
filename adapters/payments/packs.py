"""Reads the file of packs. It sells nothing and knows no provider."""

from importlib import resources
from pathlib import Path

import msgspec

from adapters.settings import SettingInvalid
from domain.credits import Credits
from domain.payments.pricing import Pack, price_minor_of

PACKS_BYTES_MAX = 1_000_000
PACKS_MAX = 100


class PacksInvalid(SettingInvalid):
    """The file of packs does not say what it must say; the message names the place."""


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    credits: int
    price: str
    currency: str
    life_days: int | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    packs: dict[str, _Entry]


def load_packs(path: Path | None = None) -> dict[str, Pack]:
    """The packs by id, from `path` or from the file that ships with this package.

    Raises PacksInvalid.
    """
    packaged = resources.files("adapters.payments") / "packs.toml"
    try:
        raw = packaged.read_bytes() if path is None else path.read_bytes()
        if len(raw) > PACKS_BYTES_MAX:
            raise ValueError(f"more than {PACKS_BYTES_MAX} bytes")
        entries = msgspec.toml.decode(raw, type=_File).packs
        if len(entries) > PACKS_MAX:
            raise ValueError(f"more than {PACKS_MAX} packs")
        return {name: _pack(name, entry) for name, entry in entries.items()}
    except OSError as error:
        raise PacksInvalid(
            f"XAVIRA_PACKS cannot be used: {path or packaged} cannot be read: {error.strerror}."
        ) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise PacksInvalid(f"XAVIRA_PACKS cannot be used: {path or packaged}: {error}.") from error


def _pack(name: str, entry: _Entry) -> Pack:
    price_minor = price_minor_of(entry.price, entry.currency)
    if price_minor is None:
        raise ValueError(f"{name}: {entry.price!r} is no amount of {entry.currency}")
    return Pack(
        id=name,
        name=entry.name,
        credits=Credits(entry.credits),
        price_minor=price_minor,
        currency=entry.currency,
        life_days=entry.life_days,
    )
