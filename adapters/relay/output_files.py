"""The files of results: published where the stream accepted them, thrown away where it did not."""

from collections.abc import Collection, Sequence
from typing import NamedTuple
from uuid import UUID

import msgspec
import structlog

from adapters.answered import answered
from adapters.relay.store_calls import StoreCalls
from domain.characters.character import Character, IdentityStored
from domain.generation import Generation, GenerationCompleted
from domain.ledger import Account
from domain.objects import ObjectMissing, parse_key
from domain.ports import Ledger

_log = structlog.get_logger(__name__)


class Files(NamedTuple):
    """Keys of a result, and those of them that are accepted."""

    keys: Sequence[str]
    accepted: Collection[str]


class OutputFiles:
    """Looks up what was accepted, and moves it."""

    def __init__(self, ledger: Ledger, calls: StoreCalls) -> None:
        self._ledger = ledger
        self._calls = calls
        self._store = calls.store

    async def accepted(self, work_ids: Sequence[UUID]) -> dict[UUID, set[str]]:
        """What each stream has accepted by now. Raises TemporarilyUnavailable."""
        found = await look_up(self._ledger, work_ids)
        return {work_id: each.accepted for work_id, each in found.items()}

    async def sort_out(self, files: Sequence[Files]) -> list[Exception | None]:
        """Publishes what was accepted, throws the rest away; both harmless to repeat.

        What went wrong with each, if anything did.
        """
        if not files:
            return []
        moved = await self._calls.each(self._move, files)
        if self._store.far:
            await self._take_back(files)
        return moved

    async def _take_back(self, files: Sequence[Files]) -> None:
        """Deletes what its stream accepts no more: on another machine a file is on its way for a
        while, and whoever deleted it meanwhile was there before it came.

        Raises TemporarilyUnavailable, StoreUnavailable.
        """
        published = {key for each in files for key in each.keys if key in each.accepted}
        accepted = await self.accepted(list({parse_key(key).owner for key in published}))
        gone = [key for key in published if key not in accepted[parse_key(key).owner]]
        for error in await self._calls.each(self._store.delete, gone):
            if error is not None:
                raise error

    def _move(self, files: Files) -> None:
        for key in files.keys:
            move = self._store.publish if key in files.accepted else self._store.delete
            try:
                move(key)
            except ObjectMissing:
                _log.error("an accepted object is nowhere", key=key)


class Accepting(msgspec.Struct, frozen=True):
    """Which objects of some work may be seen, and whether another result may still be accepted.

    `late`: it may, although its work has ended: for as long as one may lie on the bus.
    """

    accepted: set[str]
    open: bool
    late: bool = False


async def look_up(ledger: Ledger, work_ids: Sequence[UUID]) -> dict[UUID, Accepting]:
    """Asks the streams of the work, and for faces whether their accounts were erased meanwhile.

    Raises TemporarilyUnavailable.
    """
    if not work_ids:
        return {}
    streams = await answered(ledger.load(work_ids))
    states = {work_id: streams[work_id].state for work_id in work_ids}
    holders = {
        work_id: state.created.account_id
        for work_id, state in states.items()
        if isinstance(state, Character)
    }
    accounts = await answered(ledger.load(set(holders.values()))) if holders else {}
    erased = {
        work_id
        for work_id, account_id in holders.items()
        if isinstance(account := accounts[account_id].state, Account) and account.erased
    }
    return {
        work_id: Accepting(set(), open=False)
        if work_id in erased
        else Accepting(_accepted_keys(state), open=_is_open(state), late=_may_come_late(state))
        for work_id, state in states.items()
    }


def _accepted_keys(state: object) -> set[str]:
    """Keys of objects that the stream has accepted and that may be seen."""
    match state:
        case Generation(
            ending=GenerationCompleted() as ending, output_deleted=False, taken_down=False
        ):
            return {key for key in (ending.output_key, ending.poster_key) if key is not None}
        case Character(identity=IdentityStored() as identity):
            return {identity.object_key}
        case _:
            return set()


def _is_open(state: object) -> bool:
    """Whether a result may still be accepted for this stream."""
    match state:
        case Generation():
            return state.open
        case Character():
            return state.status == "preparing"
        case _:
            return False


def _may_come_late(state: object) -> bool:
    """A face is accepted also after its character failed to get one."""
    return isinstance(state, Character) and state.status == "failed"
