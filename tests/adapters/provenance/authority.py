"""An authority that issues certificates for C2PA signing, as an operator would have them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from adapters.provenance.certificates import PrivateKey

NOW = datetime.now(UTC)
PEM = serialization.Encoding.PEM


class Authority:
    """Issues certificates that are valid until a time, for manifests or only for servers."""

    def __init__(
        self, until: datetime = NOW + timedelta(days=400), *, signs_manifests: bool = True
    ) -> None:
        self.until = until
        self.signs_manifests = signs_manifests
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._issue("authority", self.key.public_key(), authority=True)

    def _issue(self, subject: str, key: object, *, authority: bool) -> x509.Certificate:
        name = x509.NameAttribute(NameOID.COMMON_NAME, "authority")
        own = [x509.NameAttribute(NameOID.COMMON_NAME, subject)]
        organized = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Example")]
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name(organized + own))
            .issuer_name(x509.Name([*organized, name]))
            .public_key(key)  # type: ignore[arg-type]
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=1))
            .not_valid_after(self.until)
            .add_extension(x509.BasicConstraints(authority, None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    not authority, False, False, False, False, authority, authority, False, False
                ),
                critical=True,
            )
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()),
                critical=False,
            )
        )
        if not authority:
            purpose = (
                ExtendedKeyUsageOID.EMAIL_PROTECTION
                if self.signs_manifests
                else ExtendedKeyUsageOID.SERVER_AUTH
            )
            purposes = x509.ExtendedKeyUsage([purpose])
            builder = builder.add_extension(purposes, critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def files(self, folder: Path, key: PrivateKey | None = None) -> dict[str, Path]:
        """The settings of a signer under this authority."""
        folder.mkdir()
        private = key or ec.generate_private_key(ec.SECP256R1())
        signer = self._issue("signer", private.public_key(), authority=False)
        chain, path = folder / "chain.pem", folder / "key.pem"
        chain.write_bytes(signer.public_bytes(PEM) + self.certificate.public_bytes(PEM))
        encoded = private.private_bytes(
            PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(encoded)
        return {"provenance_chain": chain, "provenance_key": path}
