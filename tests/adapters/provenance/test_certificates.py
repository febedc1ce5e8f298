"""Certificates: the deployment's own, which follow from its master key, and an operator's files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from adapters import deployment
from adapters.composition.provenance import marks_of
from adapters.provenance.certificates import PrivateKey, own_credentials, signer_of
from adapters.settings import SettingInvalid, Settings
from inference.provenance.manifests import KnownSigner, ManifestSigner, read_manifest
from tests.adapters.provenance.authority import NOW, PEM, Authority
from tests.inference.provenance.files import drawn
from tests.stack import wait_for

MASTER = "11" * 32


def settings(tmp_path: Path, **changes: Path) -> Settings:
    return Settings(data=tmp_path / "data", master_key=MASTER, **changes)


def signed(using: Settings) -> bytes:
    return marks_of(using).manifest(drawn("png")).data


def own_chain(using: Settings) -> bytes:
    return deployment.provenance_credentials(using).chain


def found(data: bytes, known: list[KnownSigner]) -> str:
    return read_manifest(data, "image/png", known).found_by


def test_own_certificates_follow_from_the_master_key(tmp_path: Path) -> None:
    """The same on every machine, other ones under another key, and no file is written."""
    ours = deployment.provenance_credentials(settings(tmp_path))
    again = deployment.provenance_credentials(Settings(data=tmp_path, master_key=MASTER))
    assert (ours, ours.algorithm) == (again, "es256")
    other = deployment.provenance_credentials(Settings(data=tmp_path, master_key="22" * 32))
    assert signer_of(other) != signer_of(ours)
    assert list(tmp_path.iterdir()) == []


def test_own_certificates_are_rotated(tmp_path: Path) -> None:
    """A new number signs with another key; what the old one signed stays ours, and a machine that
    has not heard of the new number believes it already. A number that leaked is not believed.
    """
    first, second, third = (
        Settings(data=tmp_path, master_key=MASTER, provenance_own=number) for number in (1, 2, 3)
    )
    files = {number: signed(using) for number, using in enumerate((first, second, third), 1)}
    known = {
        number: deployment.provenance_signers(using)
        for number, using in enumerate((first, second, third), 1)
    }
    known[4] = deployment.provenance_signers(
        Settings(data=tmp_path, master_key=MASTER, provenance_own=3, provenance_own_since=2)
    )
    believed = {
        number: [n for n, data in files.items() if found(data, signers) == "manifest"]
        for number, signers in known.items()
    }
    assert believed == {1: [1, 2], 2: [1, 2, 3], 3: [1, 2, 3], 4: [2, 3]}
    signer, root = x509.load_pem_x509_certificates(own_chain(second))
    assert signer.subject.rfc4514_string() == "CN=Provenance 2,O=Xavira"
    assert root == x509.load_pem_x509_certificates(own_chain(first))[1]
    with pytest.raises(SettingInvalid, match="XAVIRA_PROVENANCE_OWN_SINCE is above"):
        deployment.provenance_signers(
            Settings(data=tmp_path, master_key=MASTER, provenance_own_since=2)
        )


def test_own_certificates_are_a_chain_that_signs_for_thirty_years() -> None:
    """A root of its own, which may issue and not sign, and a signer, which may sign only."""
    credentials = own_credentials(bytes(32))
    signer, root = x509.load_pem_x509_certificates(credentials.chain)
    signer.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    assert [c.not_valid_after_utc.year for c in (signer, root)] == [2056, 2056]
    usages = [c.extensions.get_extension_for_class(x509.KeyUsage).value for c in (signer, root)]
    assert [(u.digital_signature, u.key_cert_sign) for u in usages] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("kind", ["p256", "p384", "rsa", "ed25519"])
def test_an_operators_own_certificates_sign(tmp_path: Path, kind: str) -> None:
    """Keys of every kind that C2PA knows; the deployment's own manifests stay known beside them."""
    keys: dict[str, PrivateKey] = {
        "p256": ec.generate_private_key(ec.SECP256R1()),
        "p384": ec.generate_private_key(ec.SECP384R1()),
        "rsa": rsa.generate_private_key(65537, 2048),
        "ed25519": ed25519.Ed25519PrivateKey.generate(),
    }
    before, now = (
        settings(tmp_path),
        settings(tmp_path, **Authority().files(tmp_path / "a", keys[kind])),
    )
    known = deployment.provenance_signers(now)
    assert len(known) == 3
    for each in (before, now):
        assert read_manifest(signed(each), "image/png", known).found_by == "manifest"
    unknown = deployment.provenance_signers(before)
    assert read_manifest(signed(now), "image/png", unknown).found_by == "none"


def test_earlier_certificates_stay_known(tmp_path: Path) -> None:
    """A file of several old chains, one after the other."""
    old, older = Authority().files(tmp_path / "old"), Authority().files(tmp_path / "older")
    earlier = tmp_path / "earlier.pem"
    earlier.write_bytes(b"".join(each["provenance_chain"].read_bytes() for each in (old, older)))
    now = settings(tmp_path, provenance_earlier=earlier, **Authority().files(tmp_path / "new"))
    known = deployment.provenance_signers(now)
    assert len(known) == 5
    for each in (old, older):
        data = signed(settings(tmp_path, **each))
        assert read_manifest(data, "image/png", known).found_by == "manifest"


def test_another_signer_of_the_same_authority_is_not_ours(tmp_path: Path) -> None:
    """Somebody else's certificate of the authority that issued the operator's."""
    authority = Authority()
    ours, theirs = authority.files(tmp_path / "ours"), authority.files(tmp_path / "theirs")
    known = deployment.provenance_signers(settings(tmp_path, **ours))
    data = signed(settings(tmp_path, **theirs))
    assert read_manifest(data, "image/png", known).found_by == "none"


def broken(tmp_path: Path) -> dict[str, tuple[dict[str, Path], str]]:
    """Settings that cannot be used, and what is said of them."""
    good, other = Authority().files(tmp_path / "good"), Authority().files(tmp_path / "other")
    chain, key = good["provenance_chain"], good["provenance_key"]
    alone = tmp_path / "alone.pem"
    alone.write_bytes(chain.read_bytes().split(b"-----BEGIN", 2)[1].join([b"-----BEGIN", b""]))
    encrypted = tmp_path / "encrypted.pem"
    private = ec.generate_private_key(ec.SECP256R1())
    encrypted.write_bytes(
        private.private_bytes(
            PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"password"),
        )
    )
    expired = Authority(until=NOW - timedelta(hours=1)).files(tmp_path / "expired")
    server = Authority(signs_manifests=False).files(tmp_path / "server")
    return {
        "no key": ({"provenance_chain": chain}, "go together"),
        "no file": (good | {"provenance_chain": tmp_path / "no.pem"}, "cannot be read"),
        "no certificates": (good | {"provenance_chain": key}, "has no certificates in PEM"),
        "no issuer": (good | {"provenance_chain": alone}, "is no chain"),
        "another key": (good | {"provenance_key": other["provenance_key"]}, "is not the key of"),
        "no private key": (good | {"provenance_key": chain}, "has no unencrypted private key"),
        "a password": (good | {"provenance_key": encrypted}, "has no unencrypted private key"),
        "another purpose": (server, "XAVIRA_PROVENANCE_CHAIN cannot be used"),
        "expired": (expired, "is valid from .* until .* only"),
        "earlier": ({"provenance_earlier": alone}, "has no issuer behind it"),
    }


def test_what_cannot_be_used_is_said_and_no_key_is_told(tmp_path: Path) -> None:
    """One sentence that names the setting and the file; no line of a key is in it."""
    for name, (changes, reason) in broken(tmp_path).items():
        use = deployment.provenance_signers if name == "earlier" else marks_of
        with pytest.raises(SettingInvalid, match=reason) as refused:
            use(settings(tmp_path, **changes))
        assert "XAVIRA_PROVENANCE_" in str(refused.value), name
        for path in changes.values():
            lines = path.read_text().splitlines()[1:-1] if path.exists() else []
            assert not any(line in str(refused.value) for line in lines), name


def test_a_manifest_is_not_believed_once_its_certificate_has_expired(tmp_path: Path) -> None:
    """No authority vouches for when it was signed: whoever has the old key could sign today."""
    signed(settings(tmp_path))  # so that the next one takes no longer than it must
    authority = Authority(until=datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=5))
    own = settings(tmp_path, **authority.files(tmp_path / "brief"))
    credentials, known = deployment.provenance_credentials(own), deployment.provenance_signers(own)
    data = ManifestSigner(credentials)(drawn("png")).data
    assert read_manifest(data, "image/png", known).found_by == "manifest"
    wait_for(lambda: datetime.now(UTC) > authority.until + timedelta(seconds=1))
    assert read_manifest(data, "image/png", known).found_by == "none"
