"""Questions of many tasks, asked together: those that wait while one is under way share the next.

A question that is alone is asked at once; nothing is ever waited for to make a batch larger.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

TOGETHER_MAX = 64

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Together(Generic[Question, Answer]):
    """`ask` gives one answer for each question, in order; what it raises is raised to all of them.

    Belongs to one loop.
    """

    def __init__(self, ask: Callable[[list[Question]], Awaitable[Sequence[Answer]]]) -> None:
        self._ask = ask
        self._waiting: list[tuple[Question, asyncio.Future[Answer]]] = []
        self._asking: asyncio.Task[None] | None = None

    async def answer(self, question: Question) -> Answer:
        """The answer to one question. Raises whatever asking raises."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, future))
        if self._asking is None:
            self._asking = asyncio.create_task(self._run())
        return await future

    async def _run(self) -> None:
        try:
            while self._waiting:
                asked = self._waiting[:TOGETHER_MAX]
                del self._waiting[:TOGETHER_MAX]
                await self._ask_for(asked)
        finally:
            self._asking = None
            for _, future in self._waiting:
                future.cancel()
            self._waiting.clear()

    async def _ask_for(self, asked: list[tuple[Question, "asyncio.Future[Answer]"]]) -> None:
        """Every future is answered, also when the loop is ending."""
        try:
            answers = await self._ask([question for question, _ in asked])
            assert len(answers) == len(asked), "one answer for each question"
        except BaseException as error:
            for _, future in asked:
                if not future.done():
                    future.set_exception(error) if isinstance(error, Exception) else future.cancel()
            if not isinstance(error, Exception):
                raise
        else:
            for (_, future), answer in zip(asked, answers, strict=True):
                if not future.done():
                    future.set_result(answer)
