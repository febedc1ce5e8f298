"""What belongs together: each operation has one tag, which its path decides."""

import msgspec


class Tag(msgspec.Struct, frozen=True):
    """Paths that begin with one of `prefixes`; of several tags the first one counts."""

    name: str
    description: str
    prefixes: tuple[str, ...]


SERVICE = "service"

TAGS: tuple[Tag, ...] = (
    Tag(
        "generations",
        "Images and videos: asking for them, watching them, their bytes",
        ("/v1/images:", "/v1/videos:", "/v1/generations", "/o/"),
    ),
    Tag("characters", "Who is drawn", ("/v1/characters",)),
    Tag("models", "What can be asked for, and what it costs", ("/v1/models",)),
    Tag(
        "proofs",
        "Receipts of the ledger, and whether a file is ours",
        ("/v1/ledger/entries", "/v1/checkpoint", "/v1/provenance"),
    ),
    Tag(
        "credits",
        "Balance, statement, usage, limits and buying",
        (
            *("/v1/balance", "/v1/ledger", "/v1/usage", "/v1/limits"),
            *("/v1/packs", "/v1/checkouts", "/payments/"),
        ),
    ),
    Tag("keys", "API keys, of both books", ("/v1/keys", "/v1/test_keys")),
    Tag(
        "account",
        "Signing up and in, the account itself, appeals",
        (
            *("/v1/account", "/v1/sessions", "/v1/password_resets"),
            *("/v1/email_verifications", "/v1/appeals"),
        ),
    ),
    Tag("webhooks", "Where events are told, and what was told", ("/v1/webhook_",)),
    Tag("abuse reports", "Telling of something that should not be there", ("/v1/reports",)),
    Tag(
        SERVICE,
        "Health, metrics, errors and this document",
        ("/livez", "/readyz", "/metrics", "/schema", "/llms.txt", "/v1/errors"),
    ),
    Tag("operators", "What the scope `admin` is for", ("/admin/",)),
)


def tag_of(path: str) -> str:
    """The tag of an operation; what belongs to no other is the service's."""
    return next((tag.name for tag in TAGS if path.startswith(tag.prefixes)), SERVICE)
