"""The certificates that manifests are signed with: of this deployment itself, or of files.

Those of the deployment follow from its master key, byte for byte, as other keys of it do: every
machine signs with the same ones, and none is kept anywhere. Nobody else trusts them; whoever wants
that brings certificates of an authority.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from inference.provenance.manifests import Credentials, CredentialsUnusable, KnownSigner

NOT_BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
NOT_AFTER = datetime(2056, 1, 1, tzinfo=UTC)
ORGANIZATION = "Xavira"

_CURVE = ec.SECP256R1()
_CURVE_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_SCALAR_BYTES = 48
"""Sixteen more than the order has: reduced by it, no value is likelier than another."""

_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey

_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


class Validity(msgspec.Struct, frozen=True, kw_only=True):
    """Whose a chain's first certificate is, and from when until when all of them are valid."""

    subject: str
    not_before: datetime
    not_after: datetime


def own_credentials(secret: bytes, number: int = 1) -> Credentials:
    """A root and a signer under it, made from the secret and the signer's number alone."""
    purpose, name = (b"signer", "Provenance")
    if number > 1:
        purpose, name = (b"signer/%d" % number, f"Provenance {number}")
    root_key, key = _private_key(secret, b"root"), _private_key(secret, purpose)
    root = _certificate("Provenance root", root_key, "Provenance root", root_key, authority=True)
    signer = _certificate(name, key, "Provenance root", root_key, authority=False)
    return Credentials(
        chain=_pem(signer) + _pem(root),
        key=key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        algorithm="es256",
    )


def _private_key(secret: bytes, purpose: bytes) -> ec.EllipticCurvePrivateKey:
    derive = HKDF(hashes.SHA256(), _SCALAR_BYTES, salt=None, info=b"xavira/c2pa/" + purpose)
    scalar = int.from_bytes(derive.derive(secret)) % (_CURVE_ORDER - 1) + 1
    return ec.derive_private_key(scalar, _CURVE)


def _certificate(
    subject: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    authority: bool,
) -> x509.Certificate:
    """In the profile that C2PA asks of a signer, or of who issued its certificate."""
    usages: dict[str, Any] = dict.fromkeys(_USAGES, False)
    usages["key_cert_sign" if authority else "digital_signature"] = True
    key_id = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(int.from_bytes(key_id.digest[:15]) | 1)
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(NOT_AFTER)
        .add_extension(x509.BasicConstraints(authority, 0 if authority else None), critical=True)
        .add_extension(x509.KeyUsage(**usages), critical=True)
        .add_extension(key_id, critical=False)
        .add_extension(issuer_id, critical=False)
    )
    if not authority:
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purposes, critical=False)
    return builder.sign(issuer_key, hashes.SHA256(), ecdsa_deterministic=True)


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANIZATION),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def credentials_of_files(chain: Path, key: Path) -> Credentials:
    """An operator's own certificates, the signer's first, and its key. Raises CredentialsUnusable.

    The message names files and reasons, and nothing that is in the key.
    """
    certificates = _certificates_in(chain)
    if len(_chain_at(certificates, 0)) != len(certificates) or len(certificates) < 2:
        raise CredentialsUnusable(
            f"{chain} is no chain of the signer's certificate and those of its issuers, in order"
        )
    private = _private_key_in(key)
    if private.public_key() != certificates[0].public_key():
        raise CredentialsUnusable(f"{key} is not the key of the first certificate in {chain}")
    return Credentials(
        chain=b"".join(map(_pem, certificates)),
        key=private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        algorithm=_algorithm(private),
    )


def _certificates_in(path: Path) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except OSError as error:
        raise CredentialsUnusable(f"{path} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise CredentialsUnusable(f"{path} has no certificates in PEM") from error


def _private_key_in(path: Path) -> PrivateKey:
    """What the library says of a key that it cannot read is left out: it may quote it."""
    try:
        private = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise CredentialsUnusable(f"{path} cannot be read ({error.strerror})") from error
    except (TypeError, ValueError, UnsupportedAlgorithm):
        raise CredentialsUnusable(f"{path} has no unencrypted private key in PEM") from None
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name in _CURVES:
        return private
    if isinstance(private, rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey):
        return private
    raise CredentialsUnusable(f"{path} has a key of a kind that signs no manifests")


def _algorithm(private: PrivateKey) -> str:
    match private:
        case ec.EllipticCurvePrivateKey():
            return _CURVES[private.curve.name]
        case rsa.RSAPrivateKey():
            return "ps256"
        case _:
            return "ed25519"


def _chain_at(certificates: Sequence[x509.Certificate], place: int) -> list[x509.Certificate]:
    """As many from there on as have each issued the one before."""
    chain = [certificates[place]]
    for issuer in certificates[place + 1 :]:
        try:
            chain[-1].verify_directly_issued_by(issuer)
        except (InvalidSignature, TypeError, ValueError):
            break
        chain.append(issuer)
    return chain


def signers_of(certificates: Sequence[x509.Certificate]) -> Iterator[KnownSigner]:
    """The signers of several chains, one after the other; each has its issuer behind it."""
    place = 0
    while place < len(certificates):
        chain = _chain_at(certificates, place)
        if len(chain) < 2:
            subject = chain[0].subject.rfc4514_string()
            raise CredentialsUnusable(f"the certificate of {subject} has no issuer behind it")
        yield KnownSigner(issuer=_pem(chain[1]).decode(), serial_number=str(chain[0].serial_number))
        place += len(chain)


def signer_of(credentials: Credentials) -> KnownSigner:
    """Whom to know the manifests of these credentials by."""
    return next(signers_of(x509.load_pem_x509_certificates(credentials.chain)))


def signers_of_file(path: Path) -> list[KnownSigner]:
    """Signers of earlier, whose manifests are still ours. Raises CredentialsUnusable."""
    try:
        return list(signers_of(_certificates_in(path)))
    except CredentialsUnusable as error:
        raise CredentialsUnusable(f"{path}: {error}") from error


def validity_of(credentials: Credentials) -> Validity:
    """Of all its certificates together: one that has expired spoils the chain."""
    certificates = x509.load_pem_x509_certificates(credentials.chain)
    return Validity(
        subject=certificates[0].subject.rfc4514_string(),
        not_before=max(certificate.not_valid_before_utc for certificate in certificates),
        not_after=min(certificate.not_valid_after_utc for certificate in certificates),
    )
