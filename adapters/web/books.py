"""The two books of one serve process: the live one from its start, the test one when it is needed.

Whatever a route may touch of a book is one of its parts (`adapters.web.app.parts_of`), and the
guard hands a request the parts of its key's book; so no route can reach the other book, and none
has to ask which it is on. Most processes never see a test key, and hold nothing open for it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

from litestar.connection import ASGIConnection

from adapters.web.dependencies import WebDependencies
from domain.ids import Book

OpenBook = Callable[[], AbstractAsyncContextManager[WebDependencies]]
"""Makes what a book needs, and closes it again at the end of the context."""

PartsOf = Callable[[WebDependencies], Mapping[str, Any]]
"""What each book has its own of, by the names that `dependencies.part_of` finds them under."""


class Books:
    """Owned by the application: `running` for as long as it serves."""

    def __init__(self, live: WebDependencies, open_test: OpenBook, parts_of: PartsOf) -> None:
        self._parts_of = parts_of
        self._parts: dict[Book, Mapping[str, Any]] = {"live": parts_of(live)}
        self._open_test = open_test
        self._opening = asyncio.Lock()
        self._opened = AsyncExitStack()

    def live(self) -> Mapping[str, Any]:
        """The parts of the live book, which are there from the start."""
        return self._parts["live"]

    async def parts(self, book: Book) -> Mapping[str, Any]:
        """The parts of a book, opened at its first use."""
        if book not in self._parts:
            async with self._opening:
                if book not in self._parts:
                    self._parts[book] = await self._test_parts()
        return self._parts[book]

    async def _test_parts(self) -> Mapping[str, Any]:
        web = await self._opened.enter_async_context(self._open_test())
        assert web.book == "test", web.book
        await self._opened.enter_async_context(served(web))
        return self._parts_of(web)

    def begin_stop(self) -> None:
        """The process will stop: requests and streams that wait for something end now."""
        for parts in self._parts.values():
            web: WebDependencies = parts["web"]
            web.settled.begin_stop()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serves the live book, and in the end closes both."""
        async with self._opened:
            await self._opened.enter_async_context(served(self.live()["web"]))
            yield


async def enter(connection: ASGIConnection[Any, Any, Any, Any], book: Book) -> None:
    """Makes this request one about `book`; for the guard, and for routes that need no key."""
    books: Books = connection.app.state["books"]
    connection.scope["state"]["parts"] = await books.parts(book)


@asynccontextmanager
async def served(web: WebDependencies) -> AsyncIterator[None]:
    """A book's pool and its wake-ups.

    The pool opens without waiting: a database that is away makes errors, not a dead process.
    """
    await web.lists.open(wait=False)
    try:
        await web.settled.start()
        yield
    finally:
        await web.settled.stop()
        await web.lists.close()
