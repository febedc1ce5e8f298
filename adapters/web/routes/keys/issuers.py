"""What whoever asks may hand on to a key that he makes: never more than he has himself."""

from collections.abc import Sequence

from adapters.web.guards.auth import Admitted
from domain.errors import InsufficientScope
from domain.keys import caps


def check_scopes(admitted: Admitted, wanted: Sequence[str]) -> None:
    """Nobody makes a key that may do more than he may himself. Raises InsufficientScope."""
    if not set(wanted) <= set(admitted.scopes):
        raise InsufficientScope("A key cannot make a key with more scopes than it has itself.")


def check_uncapped(admitted: Admitted) -> None:
    """A key cannot get around its cap by another cap or key. Raises InsufficientScope."""
    key = admitted.key
    if key and admitted.account.cap_groups.get(key.cap_group, caps.UNUSED).cap is not None:
        raise InsufficientScope(
            "A key with a cap cannot change caps, make keys or rotate others than itself."
        )
