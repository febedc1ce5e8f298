"""Texts hidden in a text: written backwards, in rot13, base64, hex, percent or HTML codes, escapes.

Only what is cheap to see is undone, codes within codes up to ROUNDS_MAX deep. What a text means is
for `gate`, which reads each of these as a text of its own.
"""

import base64
import binascii
import html
import re
from codecs import decode
from collections.abc import Collection, Iterator
from string import hexdigits

from domain.moderation.words import CHUNK_CHARACTERS_MAX, CHUNKS_REMEMBERED_MAX

ROUNDS_MAX = 3
CODE_CHARACTERS_MIN = 8
LETTERS_MIN = 3
_HEX = frozenset(hexdigits)
_EDGES = ".,;:!?()[]{}<>\"'`|"


def hidden_texts(text: str) -> list[str]:
    """Texts that are written in codes inside a text: two for each round at most, so that many
    codes cost no more than one. Together they are no longer than 2 ** ROUNDS_MAX times the text.
    """
    found: list[str] = []
    for _ in range(ROUNDS_MAX):
        plain = _without_codes(text)
        chunks = plain.split()
        spelt = "" if _PLAIN.issuperset(chunks) else " ".join(_spelt(chunks))
        texts = [each for each in (plain, spelt) if each and each != text]
        if not texts:
            break
        found += texts
        text = " ".join(texts)
    return found


def may_reach(text: str) -> bool:
    """Whether a text has signs by which a code may reach over spaces."""
    return "%" in text or "&" in text or "\\" in text


def _is_word(chunk: str) -> bool:
    """Whether a chunk has letters only, as ordinary words have: no capital inside."""
    return chunk.isalpha() and (chunk.islower() or chunk.istitle())


def backwards(text: str) -> str:
    return text[::-1]


def turned(text: str, *, words: Collection[str]) -> str:
    """The text with each word that is none of `words`, but is one backwards, turned round."""
    return " ".join(
        chunk[::-1] if chunk not in words and chunk[::-1] in words else chunk
        for chunk in text.split(" ")
    )


def rotated(text: str) -> str:
    """The text in rot13."""
    return decode(text, "rot13")


def coded(words: Collection[str], *, ordinary: Collection[str]) -> dict[str, str]:
    """Words as they look backwards and in rot13, by how to undo it, `ordinary` ones left out."""
    return {
        spelling: way
        for way, spell in (("backwards", backwards), ("rotated", rotated))
        for word in words
        if (spelling := spell(word)) not in ordinary and spelling not in words
    }


def _without_codes(text: str) -> str:
    if "%" in text:
        text = _unquoted(text)
    if "&" in text:
        text = html.unescape(text)
    return _unescaped(text) if "\\" in text else text


_PLAIN: set[str] = set()
"""Chunks that are known to hide nothing."""


def _spelt(chunks: list[str]) -> Iterator[str]:
    """What chunks spell; remembers which spell nothing, long ones aside."""
    if len(_PLAIN) + len(chunks) > CHUNKS_REMEMBERED_MAX:
        _PLAIN.clear()
    for chunk in chunks:
        if chunk not in _PLAIN:
            may_spell = len(chunk) >= CODE_CHARACTERS_MIN and not _is_word(chunk)
            texts = list(_decoded(chunk.strip(_EDGES))) if may_spell else []
            if not texts and len(chunk) <= CHUNK_CHARACTERS_MAX:
                _PLAIN.add(chunk)
            yield from texts


def _decoded(chunk: str) -> Iterator[str]:
    """What a chunk spells in hex or base64, where that is text; base64 mixes capitals and not."""
    if not chunk.isascii() or _is_word(chunk):
        return
    if len(chunk) % 2 == 0 and _HEX.issuperset(chunk):
        yield from _text(bytes.fromhex(chunk))
    if chunk.islower() or chunk.isupper() or chunk.istitle():
        return
    letters = chunk.rstrip("=").translate(_URL_SAFE)
    try:
        yield from _text(base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True))
    except binascii.Error:
        return


_URL_SAFE = str.maketrans("-_", "+/")


def _text(data: bytes) -> Iterator[str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if text.isprintable() and sum(map(str.isalpha, text)) >= LETTERS_MIN:
        yield text


def _unquoted(text: str) -> str:
    """With `%41` read as a byte of UTF-8; other percent signs stay."""
    readable = text.encode("utf-8", "replace").decode()
    return _QUOTED.sub(_bytes_of, readable)


_QUOTED = re.compile("(?:%[0-9A-Fa-f]{2})+")


def _bytes_of(quoted: re.Match[str]) -> str:
    return bytes.fromhex(quoted[0].replace("%", "")).decode("utf-8", "replace")


def _unescaped(text: str) -> str:
    """With `\\u0041` and `\\x41` read as letters; other backslashes stay."""
    first, *parts = text.split("\\")
    plain = [first]
    for part in parts:
        digits = {"u": 4, "x": 2, "U": 8}.get(part[:1], 0)
        code = part[1 : 1 + digits]
        is_code = digits > 0 and len(code) == digits and _HEX.issuperset(code)
        if is_code and int(code, 16) <= 0x10FFFF:
            plain.append(chr(int(code, 16)) + part[1 + digits :])
        else:
            plain.append("\\" + part)
    return "".join(plain)
