"""The page of magic prompts, out of the table that answers them."""

from adapters.docs import markdown
from domain.sandbox import MAGIC, SECONDS_MAX, Magic

TITLE = "# Magic prompts"

INTRODUCTION = f"""\
With a test key (`xav_test_...`), one of these words anywhere in a prompt makes the API answer as
the table says; [how to use them](../howto/sandbox.md). `wait` is written with its seconds, at most
{SECONDS_MAX}: `sandbox:wait=20`. A word that begins with `sandbox:` and is none of these to the
letter (`sandbox:Fail`, `sandbox:fail-x`, `sandbox:wait=5s`) is `validation_failed`. A word ends at
a blank, a comma or a semicolon, and what closes a sentence, a bracket or a quotation is not of it.
With a live key all of them are ordinary words.

The status is that of an image request that waits; a video, and an image with `respond-async`, is
202, and its generation ends as the code says. What is refused before the debit is no event, so it
causes no webhook; every generation that ends causes those of its line, with `livemode: false`."""


def sandbox_page() -> str:
    """docs/reference/sandbox.md as Markdown."""
    heads = ["word", "status", "code", "what happens", "money", "webhooks"]
    return markdown.page(TITLE, INTRODUCTION, markdown.table(heads, map(_row, MAGIC)))


def _row(magic: Magic) -> list[str]:
    return [
        f"`sandbox:{magic.word}`",
        str(magic.status),
        "" if magic.code is None else f"`{magic.code}`",
        magic.meaning,
        magic.money,
        ", ".join(f"`{name}`" for name in magic.webhooks) or "none",
    ]
