"""Manifests made from the bytes of one that the library has signed."""

import io
import json
import re
from datetime import UTC, datetime
from typing import Any

import c2pa
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from inference.provenance.filled import Form
from inference.provenance.manifests import Finding, ManifestSigner, read_manifest
from tests.inference.provenance.files import CREDENTIALS, OURS, drawn

WHEN = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
SPELLED = "2031-05-06T07:08:09Z"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def manifest_of(png: bytes) -> bytes:
    """What the chunk behind the header holds."""
    return png[41 : 41 + int.from_bytes(png[33:37])]


def digest_in(manifest: bytes) -> bytes:
    """The hash of the picture that it is bound to."""
    place = manifest.index(b"dhashX ", manifest.index(b"jumbf manifest")) + 7
    return manifest[place : place + 32]


def read(png: bytes) -> dict[str, Any]:
    with c2pa.Reader("image/png", io.BytesIO(png)) as reader:
        detailed: dict[str, Any] = json.loads(reader.detailed_json())
    return detailed


class Counted(c2pa.Builder):  # type: ignore[misc]
    """The library's builder, which says how often it was asked for."""

    made = 0

    def __init__(self, *arguments: Any, **options: Any) -> None:
        Counted.made += 1
        super().__init__(*arguments, **options)


def test_the_library_is_asked_for_the_first_manifest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once to learn its size and once to be filled in; every picture of any size is ours."""
    monkeypatch.setattr(c2pa, "Builder", Counted)
    Counted.made = 0
    times = iter(WHEN.replace(minute=minute) for minute in range(4))
    signer = ManifestSigner(CREDENTIALS, clock=lambda: next(times))
    files = [signer(drawn("png")).data for _ in range(4)]
    assert Counted.made == 2
    found = [read_manifest(data, "image/png", OURS) for data in files]
    assert found == [
        Finding(found_by="manifest", issued_at=WHEN.replace(minute=minute)) for minute in range(4)
    ]


def test_every_manifest_has_ids_and_salts_of_its_own() -> None:
    """Nothing random in two files is the same, so none tells that one process made both."""
    signer = ManifestSigner(CREDENTIALS)
    manifests = [manifest_of(signer(drawn("png")).data) for _ in range(3)]
    for pattern in (f"urn:c2pa:{UUID}", f"xmp.iid:{UUID}"):
        ids = [set(re.findall(pattern.encode(), manifest)) for manifest in manifests]
        assert [len(each) for each in ids] == [1, 1, 1]
        assert len(set.union(*ids)) == 3
    salts = [salt for each in manifests for salt in re.findall(b"c2sh(.{16})", each, re.DOTALL)]
    assert len(salts) == len(set(salts)) == 6


def test_a_filled_in_manifest_says_what_the_librarys_says() -> None:
    """Of a PNG that has a manifest already the library builds ours: ids and hashes differ."""
    signer = ManifestSigner(CREDENTIALS, clock=lambda: WHEN)
    filled = signer(drawn("png"))
    built = signer(filled)
    shown = [json.dumps(read(each.data), sort_keys=True) for each in (filled, built)]
    variable = rf'{UUID}|"hash": "[^"]*"|"hash": \[[^]]*\]|"pad": [^,}}]*|"length": \d+'
    same = [re.sub(variable, "", each) for each in shown]
    assert same[0] == same[1]
    assert "c2pa.created" in same[0]


def changed(manifest: bytes, old: bytes, new: bytes) -> bytes:
    assert manifest.count(old) == 1
    return manifest.replace(old, new)


def test_a_manifest_that_is_not_as_known_is_no_form() -> None:
    """Another time, picture, statement, claim or key than was signed; half of one, or nothing."""
    signed = manifest_of(ManifestSigner(CREDENTIALS, clock=lambda: WHEN)(drawn("png")).data)
    digest, key = digest_in(signed), CREDENTIALS.key
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    assert len(Form(signed, digest, SPELLED, key).filled(digest, SPELLED)) == len(signed)
    wrong = [
        (signed, digest, "2031-05-06T07:08:10Z", key),
        (signed, bytes(32), SPELLED, key),
        (
            changed(signed, b"trainedAlgorithmicMedia", b"digitalCreationMediaXXX"),
            digest,
            SPELLED,
            key,
        ),
        (changed(signed, b"fXavira", b"fXaviro"), digest, SPELLED, key),
        (signed, digest, SPELLED, other),
        (signed[:700], digest, SPELLED, key),
        (b"", digest, SPELLED, key),
    ]
    for manifest, bound, when, pem in wrong:
        with pytest.raises(ValueError, match="a manifest"):
            Form(manifest, bound, when, pem)
