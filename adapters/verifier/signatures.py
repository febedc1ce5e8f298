"""Is a signed checkpoint authentic? Ed25519 signatures against the keys that the reader trusts."""

from collections.abc import Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.audit.signed_note import PublicKey, SignedCheckpoint


def is_signed_by(signed: SignedCheckpoint, keys: Sequence[PublicKey]) -> bool:
    """Does one of the keys, under the checkpoint's own origin, sign exactly this text?"""
    return signer(signed, keys) is not None


def signer(signed: SignedCheckpoint, keys: Sequence[PublicKey]) -> PublicKey | None:
    """The first of the keys that does."""
    message = signed.text.encode()
    for signature in signed.signatures:
        for key in keys:
            claimed = (signature.name, signature.key_id) == (key.name, key.key_id)
            if claimed and key.name == signed.checkpoint.origin:
                try:
                    public = Ed25519PublicKey.from_public_bytes(key.key)
                    public.verify(signature.signature, message)
                except (InvalidSignature, ValueError):
                    continue
                return key
    return None
