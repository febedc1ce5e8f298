"""The lexicon of prompt enhancement, read from its data in `labels`, and its table for the docs."""

import hashlib
from collections.abc import Iterator

import msgspec

from domain.enhancement import labels

KINDS = ("framing", "viewpoint", "posture", "place", "light", "expression", "clothing")
"""Also the order in which matched phrases enter a prompt."""


class LexiconEntry(msgspec.Struct, frozen=True):
    """A label, what it is about, its phrase, and other ways to write the label.

    `ambiguous`: its single words mean other things too, and need words around them that tell.
    """

    label: str
    kind: str
    phrase: str
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False


def _entries(kind: str, block: str) -> Iterator[LexiconEntry]:
    for line in block.replace("\n  |", " |").strip().splitlines():
        label, told = line.split(" = ")
        phrase, *aliases = told.split(" | ")
        yield LexiconEntry(
            label.removeprefix("?"), kind, phrase, tuple(aliases), label.startswith("?")
        )


_BLOCKS = (
    labels.FRAMING,
    labels.VIEWPOINT,
    labels.POSTURE,
    labels.PLACE,
    labels.LIGHT,
    labels.EXPRESSION,
    labels.CLOTHING,
)
LEXICON: tuple[LexiconEntry, ...] = tuple(
    entry for kind, block in zip(KINDS, _BLOCKS, strict=True) for entry in _entries(kind, block)
)
NOT_LABELS = tuple(phrase.strip() for phrase in labels.NOT_LABELS.split(","))


def lexicon_digest() -> str:
    """SHA-256 over what the labels say; `ENHANCEMENT_VERSION` stands for exactly one of them."""
    return hashlib.sha256(msgspec.json.encode((LEXICON, NOT_LABELS))).hexdigest()


def lexicon_table() -> str:
    """The labels as a Markdown table, in the order of KINDS; a star marks an ambiguous one."""
    head = ["| label | kind | also written | phrase |", "| --- | --- | --- | --- |"]
    rows = (
        f"| {entry.label}{'*' if entry.ambiguous else ''} | {entry.kind} |"
        f" {', '.join(entry.aliases)} | {entry.phrase} |"
        for entry in LEXICON
    )
    return "\n".join([*head, *rows])
