"""Who is asking: a bearer key becomes an account, and the account's own stream says if it may.

A route requires a key unless its own options say otherwise; no path pattern is ever consulted. What
the key-hash row says only authenticates, so it may be cached for ever; the state of key and account
is read fresh with the request's other streams, in one round trip. Scopes come from there as well.
"""

from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import structlog
from litestar.connection import ASGIConnection

from adapters.keys import ParsedKey, parse_key
from adapters.web.books import Books, enter
from adapters.web.dependencies import (
    ListPool,
    WebDependencies,
    WebRequest,
    add_headers,
    dependencies,
    header_values,
    part_of,
    streams_of,
)
from adapters.web.guards.key_uses import KeyUses
from adapters.web.guards.rate_limits import RateLimits, apply_window, count_locally, count_request
from adapters.web.guards.session_directory import Sessions, account_held, is_session
from adapters.web.openapi.operations import Operation
from adapters.web.transport.queries import check_known
from domain import ledger
from domain.errors import InvalidState, TemporarilyUnavailable, Unauthorized
from domain.handlers import Standing
from domain.ids import AccountId, Book, KeyId
from domain.keys.issuing import standing_of
from domain.keys.key import Key, Scope, check_scope
from domain.ledger import Account
from domain.ports import Stream

AUTHORIZATION_CHARACTERS_MAX = 256
KEYS_CACHED_MAX = 10_000
READ_METHODS = frozenset({"GET", "HEAD"})


SESSION_SCOPES: tuple[Scope, ...] = ("generate", "read", "account")
"""What a holder may hand on to a key. Which routes take a session is for each route to say."""


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """The account and key, or the session, that a request came with.

    The id of a session stands where that of a key would: no account has such a key, so no debit
    can ever name it.
    """

    account_id: AccountId
    key_id: KeyId
    book: Book
    session_id: UUID | None = None


class Admitted(msgspec.Struct, frozen=True, kw_only=True):
    """A caller whose key is in force, and the streams that were read along with the account."""

    caller: Caller
    scopes: tuple[str, ...]
    account: Account
    streams: dict[UUID, Stream]

    @property
    def account_id(self) -> AccountId:
        return self.caller.account_id

    @property
    def key(self) -> Key | None:
        """The key that asks; None for a session."""
        return self.account.keys.get(self.caller.key_id)

    @property
    def standing(self) -> Standing:
        """Asked again by decisions about the account."""
        if self.caller.session_id is None:
            return standing_of(self.caller.key_id)
        return _signed_in_standing


class KeyDirectory:
    """Finds callers by the hash of their key. Whose key it is never changes: hits are remembered.

    One directory knows the keys of both books: the row of a key says which book it opens. A key
    that is stored under an older pepper is stored under the newest from its first use on, and never
    under an older one again: of several processes, some may have a newer list than others.
    """

    def __init__(self, lists: ListPool, pepper_version: int) -> None:
        self._lists = lists
        self._pepper_version = pepper_version
        self._known: OrderedDict[bytes, Caller] = OrderedDict()

    async def find(self, key_hash: bytes, older_hashes: Sequence[bytes] = ()) -> Caller | None:
        """Raises TemporarilyUnavailable when the database cannot be asked."""
        caller = self._known.get(key_hash)
        if caller is None:
            caller = await self._read(key_hash, older_hashes)
        if caller is not None:
            self._known[key_hash] = caller
            self._known.move_to_end(key_hash)
            if len(self._known) > KEYS_CACHED_MAX:
                self._known.popitem(last=False)
        return caller

    async def _read(self, key_hash: bytes, older_hashes: Sequence[bytes]) -> Caller | None:
        try:
            async with self._lists.connection() as connection:
                cursor = await connection.execute(
                    "SELECT account_id, key_id, book, key_hash, pepper FROM key_hashes"
                    " WHERE key_hash = ANY(%s)",
                    ([key_hash, *older_hashes],),
                )
                row = await cursor.fetchone()
                if row is not None and row[4] < self._pepper_version:
                    await connection.execute(
                        "UPDATE key_hashes SET key_hash = %s, pepper = %s WHERE key_hash = %s",
                        (key_hash, self._pepper_version, row[3]),
                    )
        except psycopg.OperationalError as error:
            structlog.get_logger("adapters.web").warning("keys are out of reach", error=str(error))
            raise TemporarilyUnavailable from error
        return None if row is None else Caller(account_id=row[0], key_id=row[1], book=row[2])


async def require_key(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Before every handler; it also chooses the book, for everything that follows, and announces
    the end of a route that has one. A query parameter that the route does not know ends it here.

    It is the hook `before_request`, of which a route could have another instead (a test sees that
    none has): for guards the framework copies the handler at each request.
    Raises Unauthorized, Problem(invalid_request), TemporarilyUnavailable.
    """
    options = connection.route_handler.opt
    operation: Operation = options["operation"]
    if operation.farewell is not None:
        add_headers(connection, operation.farewell.headers())
    if options.get("key") is not False:
        caller = await _caller(connection, operation)
        if caller is None:
            raise Unauthorized
        await enter(connection, caller.book)
        connection.scope["state"]["caller"] = caller
        connection.scope["state"]["account_id"] = str(caller.account_id)
    if connection.scope["query_string"]:
        check_known(connection, operation)


async def _caller(
    connection: ASGIConnection[Any, Any, Any, Any], operation: Operation
) -> Caller | None:
    web: WebDependencies = part_of(connection, "web")
    values = header_values(connection, b"authorization")
    if operation.session and is_session(secret := bearer(values)):
        found = await _sessions(connection).find(secret)
        return None if found is None else _signed_in(*found)
    key = bearer_key(values)
    keys: KeyDirectory = connection.app.state["keys"]
    caller = await keys.find(web.hash_key(key.secret), web.older_hashes(key.secret))
    return None if caller is None or caller.book != key.book else caller


def _sessions(connection: ASGIConnection[Any, Any, Any, Any]) -> Sessions:
    sessions: Sessions = connection.app.state["sessions"]
    return sessions


def _signed_in(session_id: UUID, account_id: AccountId) -> Caller:
    return Caller(
        account_id=account_id, key_id=KeyId(session_id), book="live", session_id=session_id
    )


def _signed_in_standing(account: Account, now: datetime) -> None:
    """Of a holder: no key asks."""
    ledger.check_standing(account)


def bearer_key(values: list[str]) -> ParsedKey:
    """The API key of the one Authorization header. Raises Unauthorized for everything else."""
    key = parse_key(bearer(values))
    if key is None:
        raise Unauthorized
    return key


def bearer(values: list[str]) -> str:
    """What the one Authorization header carries. Raises Unauthorized."""
    if len(values) != 1 or len(values[0]) > AUTHORIZATION_CHARACTERS_MAX:
        raise Unauthorized
    scheme, _, secret = values[0].partition(" ")
    if scheme.lower() != "bearer":
        raise Unauthorized
    return secret.strip(" ")


def caller_of(request: WebRequest) -> Caller:
    """The caller of a route that requires a key."""
    caller: Caller = request.scope["state"]["caller"]
    return caller


async def admit(request: WebRequest, *streams: UUID, only_asks: bool = False) -> Admitted:
    """Reads the account and `streams` as they are now and checks the key and the route's scope.

    A session is looked up once more: its request may have taken its time since its headers came.
    `only_asks` makes a request of another method count as a read. Raises Unauthorized,
    AccountOnHold, InsufficientScope, Problem(rate_limited) for reads and changes, and
    TemporarilyUnavailable.
    """
    web = dependencies(request)
    caller = caller_of(request)
    limits: RateLimits = part_of(request, "rate_limits")
    now = web.clock()
    operation: Operation = request.route_handler.opt["operation"]
    reads = only_asks or request.method in READ_METHODS
    if reads:
        window = limits.local_window(caller.account_id, "read", now)
        if not window.accepted:
            apply_window(request, window, now)
    if caller.book == "test" and not operation.on_hold:
        await _check_holder(request, caller.account_id)
    if caller.session_id is not None:
        await _sessions(request).check(caller.session_id)
    loaded = await streams_of(web, [caller.account_id, *streams])
    account = loaded[caller.account_id].state
    if not isinstance(account, Account):
        raise Unauthorized
    scopes = _scopes(account, caller, operation, now)
    if reads:
        limits.note(caller.account_id, "read", account.tier, now)
    elif operation.changes:
        await count_request(request, caller.account_id, "change", account.tier)
    check_scope(scopes, operation.scope)
    if caller.session_id is None:
        uses: KeyUses = request.app.state["key_uses"]
        uses.note(caller.key_id, now)
    return Admitted(caller=caller, scopes=scopes, account=account, streams=loaded)


def held(request: WebRequest, caller: Caller) -> AbstractAsyncContextManager[None]:
    """Around what makes a key: a session that a reset ends leaves none in force.

    A key that asks is looked at by the decision itself. Raises Unauthorized for a session that was
    ended, TemporarilyUnavailable.
    """
    if caller.session_id is None:
        return nullcontext()
    return _sessions(request).held(caller.session_id, caller.account_id)


@asynccontextmanager
async def held_across(
    request: WebRequest, test: WebDependencies, admitted: Admitted
) -> AsyncIterator[None]:
    """Around what a live key makes in the test book, whose decisions know nothing of it: the key is
    looked at once more, and a reset ends test keys only when what follows is done.

    It is a connection of the test book that holds: with one of the live book's, as many requests as
    that has connections would each wait for another one to look with. Raises Unauthorized,
    AccountOnHold, TemporarilyUnavailable.
    """
    async with account_held(test.lists, admitted.account_id):
        web = dependencies(request)
        account = (await streams_of(web, [admitted.account_id]))[admitted.account_id].state
        assert isinstance(account, Account)
        admitted.standing(account, web.clock())
        yield


def count_replay(request: WebRequest, admitted: Admitted) -> None:
    """A replay asks again for what is there: it counts as a read, and meets no other limit.

    Raises Problem(rate_limited); nothing is charged or lost, the same key is good for another try.
    """
    count_locally(request, admitted.account_id, "read", admitted.account.tier)


def check_live(admitted: Admitted) -> None:
    """What belongs to the holder, and not to a book, is no test key's to change.

    Raises InvalidState.
    """
    if admitted.caller.book == "test":
        raise InvalidState("This takes a live key: a test key changes nothing of the holder's.")


async def _check_holder(request: WebRequest, account_id: AccountId) -> None:
    """A hold is about the holder, and is recorded in the live book alone; it binds test keys too.

    Raises AccountOnHold, Unauthorized.
    """
    books: Books = request.app.state["books"]
    live: WebDependencies = books.live()["web"]
    account = (await streams_of(live, [account_id]))[account_id].state
    if not isinstance(account, Account):
        raise Unauthorized
    ledger.check_standing(account)


def _scopes(
    account: Account, caller: Caller, operation: Operation, now: datetime
) -> tuple[str, ...]:
    """What the caller may do. Raises Unauthorized, AccountOnHold."""
    if caller.session_id is not None:
        ledger.check_standing(account)
        return SESSION_SCOPES
    check = ledger.known_key if operation.on_hold else ledger.check_key
    return check(account, caller.key_id, now).scopes
