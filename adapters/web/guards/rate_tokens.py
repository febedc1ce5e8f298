"""Takes rate tokens in PostgreSQL, those of many requests in one exchange.

One exchange is under way at a time; what is asked for meanwhile goes with the next. So where the
store does not answer there is one to end, and nothing of it is counted there later.
"""

import asyncio
from functools import partial
from uuid import UUID

import msgspec
import psycopg

from adapters.answered import refuse, resolve
from adapters.postgres.questions import AskedPool

TOGETHER_MAX = 200
"""Tokens of one exchange."""

_TAKE = """
INSERT INTO rate_windows AS held (account_id, policy, window_start, used, claims)
VALUES (%(owner)s, %(policy)s, %(start)s::bigint, 1, %(claims)s::bigint[])
ON CONFLICT (account_id, policy, window_start) DO UPDATE SET
    used = held.used + CASE WHEN held.claims && excluded.claims THEN 0 ELSE 1 END,
    claims = CASE
        WHEN held.claims && excluded.claims THEN held.claims ELSE held.claims || excluded.claims
    END
WHERE held.used < %(limit)s::bigint OR held.claims && excluded.claims
RETURNING used
"""

_FORGET = """
DELETE FROM rate_windows
WHERE account_id = %(owner)s AND policy = %(policy)s AND window_start < %(kept_from)s::bigint
"""


class Token(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One request more in a window, unless `limit` of them were there. Windows before `kept_from`
    are forgotten, if it says one. `claims` is what the request is known by, if it can come again:
    then it is one of those that were there. In order, so that two processes never wait for each
    other.
    """

    owner: UUID
    policy: str
    start: int
    limit: int
    kept_from: int
    claims: list[int]


_Waiting = tuple[Token, "asyncio.Future[int]"]


class Tokens:
    """The store of one book, asked by one process; made and used within one event loop."""

    def __init__(self, pool: AskedPool, *, seconds_max: float) -> None:
        self._questions = pool.writing_questions()
        self._seconds_max = seconds_max
        self._waiting: list[_Waiting] = []
        self._taking: asyncio.Task[None] | None = None

    async def take(self, token: Token) -> int:
        """How many the window has with this one; 0 when it was full. Raises psycopg.Error."""
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting.append((token, answer))
        if self._taking is None:
            self._taking = asyncio.ensure_future(self._take_all())
        return await answer

    async def _take_all(self) -> None:
        try:
            while self._waiting:
                await self._take_together()
        finally:
            self._taking = None

    async def _take_together(self) -> None:
        together = sorted(self._waiting[:TOGETHER_MAX], key=lambda each: each[0])
        del self._waiting[:TOGETHER_MAX]
        asked = [self._put(token, answer) for token, answer in together]
        _, unanswered = await asyncio.wait(asked, timeout=self._seconds_max)
        if unanswered:
            late = psycopg.OperationalError("the store of rate limits took too long")
            behind, self._waiting = self._waiting, []
            for _, answer in behind:
                refuse(answer, late)
            await self._questions.cancel(late)

    def _put(
        self, token: Token, answer: "asyncio.Future[int]"
    ) -> "asyncio.Future[list[tuple[int]]]":
        params = msgspec.structs.asdict(token)
        if token.kept_from:
            self._questions.put(_FORGET, params, tuple).add_done_callback(_forgotten)
        rows = self._questions.put(_TAKE, params, tuple)
        rows.add_done_callback(partial(_pass_on, answer))
        return rows


def _forgotten(done: "asyncio.Future[list[tuple[int]]]") -> None:
    """Takes the error, so that asyncio does not log it; the next minute deletes again."""
    done.exception()


def _pass_on(answer: "asyncio.Future[int]", rows: "asyncio.Future[list[tuple[int]]]") -> None:
    """Whoever has gone away meanwhile took a token for nothing."""
    error = rows.exception()
    if error is not None:
        refuse(answer, error)
    else:
        found = rows.result()
        resolve(answer, found[0][0] if found else 0)
