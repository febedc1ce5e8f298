"""What the policy's data are, in one number: a version stands for exactly one such number."""

import hashlib
from importlib import import_module

import msgspec

MODULES = (
    *(
        "acts",
        "ages",
        "arabic",
        "asides",
        "benign",
        "bodies",
        "bonds",
        "byroads",
        "callings",
        "circles",
        "classes",
        "contexts",
    ),
    *("crossings", "deaths", "deeds", "disguises", "eastern", "figures", "figures_more"),
    *(
        "harms",
        "hindi",
        "kinfolk",
        "lands",
        "mercies",
        "minors",
        "pairs",
        "people",
        "rules",
        "sets",
        "sidelong",
        "spelling",
        "tongues",
    ),
    *("traces", "turns", "unspaced", "variants", "vernaculars", "wordings", "wounds"),
)


def policy_digest() -> str:
    """SHA-256 over the policy's constants, by name; comments do not count."""
    package = import_module("domain.policy")
    modules = [package, *(import_module(f"domain.policy.{name}") for name in MODULES)]
    held = {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper()
    }
    return hashlib.sha256(msgspec.json.encode(held, enc_hook=_told, order="sorted")).hexdigest()


def _told(value: object) -> str:
    """Raises TypeError for what is no data: it may be told otherwise elsewhere."""
    if isinstance(value, range):
        return str(value)
    raise TypeError(f"no data of a policy: {value!r}")
