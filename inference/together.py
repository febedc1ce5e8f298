"""Work of several callers done in one go, one go at a time.

Whoever comes while nothing is done begins at once; what comes meanwhile makes the next go.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class _Go(Generic[Item]):
    def __init__(self, items: Sequence[Item]) -> None:
        self.items = list(items)
        self.over = asyncio.Event()
        self.error: BaseException | None = None


class Together(Generic[Item]):
    """A go is as large as its callers make it; they limit what is under way."""

    def __init__(self, work: Callable[[Sequence[Item]], Awaitable[None]]) -> None:
        self._work = work
        self._turn = asyncio.Lock()
        self._next: _Go[Item] | None = None

    async def do(self, items: Sequence[Item]) -> None:
        """Returns once they are done. Raises what the go raised that they were part of."""
        go = self._next
        if go is None:
            await self._lead(_Go(items))
            return
        go.items.extend(items)
        await go.over.wait()
        if go.error is not None:
            raise go.error

    async def _lead(self, go: _Go[Item]) -> None:
        self._next = go
        try:
            async with self._turn:
                self._next = None
                await self._work(go.items)
        except BaseException as error:
            go.error = error
            raise
        finally:
            if self._next is go:
                self._next = None
            go.over.set()
