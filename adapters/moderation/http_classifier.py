"""A classifier behind an HTTP endpoint, as docs/howto/moderation.md describes it.

One POST for a question, no redirects, no retries. Whatever goes wrong (refused, slow, too long,
not understood) is ModerationUnavailable: without its opinion nothing is drawn. Texts are sent to
the configured address and never logged.
"""

import asyncio
from typing import NoReturn

import httpx2
import msgspec
import structlog

from domain.errors import ModerationUnavailable
from domain.moderation.classifying import Opinion, Question, Verdict, verdict_on

ANSWER_BYTES_MAX = 16 * 1024
QUESTIONS_AT_ONCE_MAX = 64
"""Of one process; further ones wait for their turn within their own time."""

_log = structlog.get_logger(__name__)


class HttpClassifier:
    """`seconds_max` bounds a whole question, waiting included. Whoever made it calls `close`."""

    def __init__(self, *, url: str, token: str | None, seconds_max: float) -> None:
        self._url = url
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if token is not None:
            self._headers["Authorization"] = f"Bearer {token}"
        self._seconds_max = seconds_max
        limits = httpx2.Limits(
            max_connections=QUESTIONS_AT_ONCE_MAX, max_keepalive_connections=QUESTIONS_AT_ONCE_MAX
        )
        self._http = httpx2.AsyncClient(
            timeout=seconds_max, limits=limits, follow_redirects=False, trust_env=False
        )

    async def judge(self, question: Question) -> Verdict:
        """Raises ModerationUnavailable."""
        try:
            async with asyncio.timeout(self._seconds_max):
                body = await self._answer(msgspec.json.encode(question))
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, TimeoutError) as error:
            _unavailable(type(error).__name__)
        try:
            return verdict_on(msgspec.json.decode(body, type=Opinion))
        except (msgspec.DecodeError, ModerationUnavailable):
            _unavailable("the answer is not what the protocol allows")

    async def _answer(self, question: bytes) -> bytes:
        """The body of a 200, read piece by piece up to its limit."""
        read = bytearray()
        async with self._http.stream(
            "POST", self._url, content=question, headers=self._headers
        ) as answer:
            if answer.status_code != 200:
                _unavailable(f"status {answer.status_code}")
            async for piece in answer.aiter_raw():
                read += piece
                if len(read) > ANSWER_BYTES_MAX:
                    _unavailable("the answer is too long")
        return bytes(read)

    async def close(self) -> None:
        await self._http.aclose()


def _unavailable(reason: str) -> NoReturn:
    _log.warning("the classifier gives no opinion", reason=reason)
    raise ModerationUnavailable
