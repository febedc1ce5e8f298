"""What the words of an image request come to, found while PostgreSQL reads its streams.

Nothing of it counts before its turn: a replay, a refusal and a limit come first as ever, and what
was thought of another character or wish is thought again. It is for a request that is alone: where
others wait for the loop, thinking early only keeps them, and whoever is refused costs less.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebDependencies
from adapters.web.openapi.shapes import ImageRequest
from adapters.web.requests.bodies import shaped
from adapters.web.routes.generations.requested import (
    Subject,
    Thought,
    Wish,
    image_subject,
    thought_of,
)
from domain.errors import DomainError
from domain.ids import AccountId, parse_id

TURNS = 3
"""Of the loop, until what is asked of PostgreSQL is on its way there."""


class Forethought:
    """Of one request."""

    def __init__(self, think: Callable[[], Thought | None]) -> None:
        self._think = think
        self._thought: Thought | None = None
        self._turns = 0
        self._next: asyncio.Handle | None = None

    def of(self, wish: Wish, subject: Subject) -> Thought:
        """What was thought, if it was of this; else it is thought now."""
        known = self._thought
        if known is not None and (known.wish, known.subject) == (wish, subject):
            return known
        return thought_of(wish, subject)

    def begin(self) -> None:
        self._next = asyncio.get_running_loop().call_soon(self._turn)

    def stop(self) -> None:
        if self._next is not None:
            self._next.cancel()

    def _turn(self) -> None:
        self._turns += 1
        if self._turns < TURNS:
            self.begin()
        else:
            self._thought = self._think()


class Forethoughts:
    """Of one process, by the number of requests whose streams are being read."""

    def __init__(self) -> None:
        self._reading = 0

    @contextmanager
    def while_reading(self, think: Callable[[], Thought | None]) -> Iterator[Forethought]:
        """Thinks while the block waits, if no other request does."""
        forethought = Forethought(think)
        self._reading += 1
        if self._reading == 1:
            forethought.begin()
        try:
            yield forethought
        finally:
            self._reading -= 1
            forethought.stop()


def image_thought(web: WebDependencies, account_id: AccountId, decoded: Any) -> Thought | None:
    """Of a character as this process remembers it; None where that is not at hand, and for whatever
    will be refused.
    """
    try:
        wish = shaped(decoded, ImageRequest)
        character_id = parse_id(wish.character_id)
        remembered = None if character_id is None else web.remembered(character_id)
        if character_id is None or remembered is None:
            return None
        return thought_of(wish, image_subject(web, {character_id: remembered}, account_id, wish))
    except (DomainError, Problem):
        return None
