"""Prompts longer than a text encoder reads are read window by window, and nothing is cut off.

CLIP reads 77 tokens; diffusers drops the rest and writes it into the log. A character's traits and
a pose take most of one window, so the customer's own words would be what is lost. Here a text is
split at its commas into windows, each is encoded by itself, and the picture attends to all of them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

WINDOWS_MAX = 16
"""About 1,200 tokens: more than 4,000 characters of ordinary words and all that is added."""

TOKENS_OF_A_CHARACTER_MAX = 4
"""A byte-level tokenizer makes no more of one."""


class Windows(msgspec.Struct, frozen=True):
    """The prompt and negative prompt of one picture, in as many windows each."""

    prompt: list[str]
    negative: list[str]


def windows_of(prompt: str, negative_prompt: str, tokenizers: Sequence[Any]) -> Windows:
    """Both texts in windows that every tokenizer can read whole; the shorter one is filled up.

    A text that fits into one window is left as it is. What exceeds WINDOWS_MAX windows is cut.
    """
    texts = [_split(text, tokenizers)[:WINDOWS_MAX] for text in (prompt, negative_prompt)]
    count = max(len(windows) for windows in texts)
    return Windows(*(windows + [""] * (count - len(windows)) for windows in texts))


def encoded(pipe: Any, rows: Sequence[Windows], *, guided: bool) -> dict[str, Any]:
    """What an SDXL pipeline is called with instead of texts: for rows of one number of windows.

    The pooled embedding, which stands for a text as a whole, is that of the first window: it begins
    with who is to be seen. With one window this is what the pipeline would compute itself.
    """
    count = len(rows[0].prompt)
    assert all(len(row.prompt) == count for row in rows)
    embeds, negative_embeds, pooled, negative_pooled = pipe.encode_prompt(
        prompt=[window for row in rows for window in row.prompt],
        negative_prompt=[window for row in rows for window in row.negative],
        device=pipe.device,
        num_images_per_prompt=1,
        do_classifier_free_guidance=guided,
    )

    def in_rows(windows: Any) -> Any:
        return windows.reshape(len(rows), -1, windows.shape[-1])

    texts = {"prompt_embeds": in_rows(embeds), "pooled_prompt_embeds": pooled[::count]}
    if guided:
        texts["negative_prompt_embeds"] = in_rows(negative_embeds)
        texts["negative_pooled_prompt_embeds"] = negative_pooled[::count]
    return texts


def _split(text: str, tokenizers: Sequence[Any]) -> list[str]:
    if _fits(text, tokenizers):
        return [text]
    windows: list[str] = []
    current = ""
    for piece in _pieces(text, tokenizers):
        longer = f"{current}, {piece}" if current else piece
        if current and not _fits(longer, tokenizers):
            windows.append(current)
            current = piece
        else:
            current = longer
    return [*windows, current]


def _pieces(text: str, tokenizers: Sequence[Any]) -> Iterator[str]:
    """What stands between commas, or where even that is too long, as many words of it as fit."""
    for phrase in (part.strip() for part in text.split(",")):
        if _fits(phrase, tokenizers):
            if phrase:
                yield phrase
            continue
        current = ""
        for word in _words(phrase, tokenizers):
            longer = f"{current} {word}" if current else word
            if current and not _fits(longer, tokenizers):
                yield current
                current = word
            else:
                current = longer
        yield current


def _words(phrase: str, tokenizers: Sequence[Any]) -> Iterator[str]:
    """Its words; one that fills more than a window, which no language has, in parts."""
    tokens = min(tokenizer.model_max_length for tokenizer in tokenizers) - 2
    part = max(1, tokens // TOKENS_OF_A_CHARACTER_MAX)
    for word in phrase.split():
        if _fits(word, tokenizers):
            yield word
        else:
            yield from (word[start : start + part] for start in range(0, len(word), part))


def _fits(text: str, tokenizers: Sequence[Any]) -> bool:
    return all(
        len(tokenizer(text, truncation=False, verbose=False).input_ids)
        <= tokenizer.model_max_length
        for tokenizer in tokenizers
    )
