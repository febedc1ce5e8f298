"""The key that signs checkpoints: Ed25519, one secret of 32 bytes, a name for each origin.

The secret lies in the data folder or in a setting, never in the database: whoever can write the
database can write its tables, but not sign. Public keys are listed there for convenience, and are
trusted by nobody who did not get them elsewhere.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain.audit.signed_note import Checkpoint, PublicKey, signature_line

SECRET_BYTES = 32


class SigningKey:
    """Signs checkpoints of any origin with one secret."""

    def __init__(self, secret: bytes) -> None:
        assert len(secret) == SECRET_BYTES, "an Ed25519 secret has 32 bytes"
        self._private = Ed25519PrivateKey.from_private_bytes(secret)
        self._public = self._private.public_key().public_bytes_raw()

    def public(self, origin: str) -> PublicKey:
        """What verifies signatures under this origin."""
        return PublicKey(name=origin, key=self._public)

    def sign(self, checkpoint: Checkpoint) -> str:
        """The checkpoint as a signed note."""
        text = checkpoint.text()
        signature = self._private.sign(text.encode())
        return f"{text}\n{signature_line(self.public(checkpoint.origin), signature)}"

    def __repr__(self) -> str:
        return "SigningKey(***)"
