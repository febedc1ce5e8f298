"""Waiting for the ledger from a loop, without ever taking a question back."""

import asyncio
from concurrent.futures import Future
from typing import TypeVar

Answer = TypeVar("Answer")


async def answered(future: "Future[Answer]") -> Answer:
    """What the ledger answered. A cancelled waiter leaves the ledger's future alone: its thread
    would break on a future that is not waiting for an answer any more.
    """
    return await asyncio.shield(asyncio.wrap_future(future))
