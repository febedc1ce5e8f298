"""Accounts as an operator sees them: a list to filter, and one with its lots, keys and acts."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import get
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import BalanceAnswer
from adapters.web.requests.bodies import queried
from adapters.web.routes.accounts.accounts import balance_of
from adapters.web.routes.admin.acts import ActAnswer, account_named, act_answers
from adapters.web.routes.keys.answers import notes_of
from domain.enforcement.refusals import Moderation
from domain.enforcement.strikes import NOBODY, Tally
from domain.ids import AccountId, moderation_id
from domain.keys import caps
from domain.keys.caps import CapPeriod
from domain.ledger import Account, AccountOpened, LotKind, Tier
from projections.operator_acts import list_acts
from projections.query import Query
from projections.standings import AccountStatus, StandingRow, list_standings, query_standing

ACTS_SHOWN_MAX = 20


class AccountSummary(msgspec.Struct, kw_only=True):
    """One account of the list, which may be a moment behind."""

    account_id: UUID
    status: AccountStatus
    tier: Tier
    livemode: bool
    opened_at: datetime
    changed_at: datetime


class AccountSummaries(msgspec.Struct, kw_only=True):
    data: list[AccountSummary]
    next_cursor: str | None


class AccountsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """`email` finds the one account of an address."""

    status: AccountStatus | None = None
    tier: Tier | None = None
    email: Annotated[str, Meta(max_length=1024)] | None = None


class EveryLot(msgspec.Struct, kw_only=True):
    """A lot, spent, expired or revoked ones too."""

    lot_id: UUID
    kind: LotKind
    priority: int
    granted: int
    remaining: int
    expires_at: datetime | None
    revoked: bool


class EveryKey(msgspec.Struct, kw_only=True):
    """A key; `cap_credits` in each `cap_period`, `spent_credits` in the current one. `prefix` and
    `last4` are how its secret begins and ends.
    """

    key_id: UUID
    name: str | None
    prefix: str
    last4: str
    created_at: datetime | None
    last_used_at: datetime | None
    scopes: tuple[str, ...]
    expires_at: datetime | None
    active: bool
    revoked: bool
    rotated: bool
    cap_credits: int | None
    cap_period: CapPeriod | None
    spent_credits: int | None


class StrikesAnswer(msgspec.Struct, kw_only=True):
    """Strikes that count now: those of nobody in particular, and of how many end users; how many
    end users have a strike as `minor` that counts against the account; how many are on hold.
    """

    account: int
    end_users_struck: int
    end_users_struck_as_minor: int
    end_users_held: int


class AccountDetail(msgspec.Struct, kw_only=True):
    """An account as it is now. `email` is null for one that was erased."""

    account_id: UUID
    status: AccountStatus
    tier: Tier
    livemode: bool
    email: str | None
    opened_at: datetime
    balance: BalanceAnswer
    lots: list[EveryLot]
    keys: list[EveryKey]
    strikes: StrikesAnswer
    acts: list[ActAnswer]


class _Sealed(msgspec.Struct, frozen=True):
    sealed_email: bytes | None


_EMAIL = "SELECT sealed_email FROM accounts WHERE account_id = %(account_id)s"


@get(
    "/admin/v1/accounts",
    opt=documented(
        "List accounts, newest first",
        name="admin_accounts_list_all",
        scope="admin",
        query=AccountsQuery,
        answers={200: AccountSummaries},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, AccountsQuery)
    before = lists.position_of(asked.cursor)
    await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "standings", asked.min_position)
    rows, more = lists.cut(await lists.fetch(web, _query(web, asked, before)), asked.limit)
    answers = [_summary(row) for row in rows if _matches(row, asked)]
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(AccountSummaries(data=answers, next_cursor=next_cursor))


def _query(web: WebDependencies, asked: AccountsQuery, before: int | None) -> Query[StandingRow]:
    """Raises ValidationFailed for what is no e-mail address."""
    if asked.email is not None:
        return query_standing(web.account_of(asked.email))
    return list_standings(
        limit=asked.limit + 1, cursor=before, tier=asked.tier, status=asked.status
    )


def _matches(row: StandingRow, asked: AccountsQuery) -> bool:
    """The other filters hold for an account that was found by its address as well."""
    return asked.tier in (None, row.tier) and asked.status in (None, row.status)


def _summary(row: StandingRow) -> AccountSummary:
    return AccountSummary(
        account_id=row.account_id,
        status=row.status,
        tier=row.tier,
        livemode=row.livemode,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
    )


@get(
    "/admin/v1/accounts/{account_id:str}",
    opt=documented(
        "Read an account with its balance, lots, keys and newest acts",
        name="admin_accounts_read_one",
        headers=("Xavira-Position",),
        scope="admin",
        answers={200: AccountDetail},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    web = dependencies(request)
    admitted, account_id, account = await account_named(request)
    stream = admitted.streams[account_id]
    acts = await lists.fetch(web, list_acts(limit=ACTS_SHOWN_MAX, sealed_for=account_id))
    answer = AccountDetail(
        account_id=account_id,
        status=_status(account),
        tier=account.tier,
        livemode=account.livemode,
        email=await _email(web, account_id),
        opened_at=stream.times[AccountOpened.TOPIC],
        balance=await balance_of(web, AccountId(account_id), stream),
        lots=_lots(account),
        keys=await _keys(web, account_id, account),
        strikes=await _strikes(web, AccountId(account_id)),
        acts=await act_answers(web, acts),
    )
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


def _status(account: Account) -> AccountStatus:
    if account.erased:
        return "erased"
    return "suspended" if account.suspended else "open"


async def _email(web: WebDependencies, account_id: UUID) -> str | None:
    rows: Sequence[_Sealed] = await lists.fetch(
        web, Query(_EMAIL, {"account_id": account_id}, _Sealed)
    )
    if not rows or rows[0].sealed_email is None:
        return None
    opened = await asyncio.to_thread(web.vault.open, account_id, rows[0].sealed_email)
    return None if opened is None else opened.decode()


async def _strikes(web: WebDependencies, account_id: AccountId) -> StrikesAnswer:
    stream_id = moderation_id(account_id)
    state = (await streams_of(web, [stream_id]))[stream_id].state
    tally = state.tally if isinstance(state, Moderation) else Tally()
    now = web.clock()
    struck = [name for name in tally.strikes if name != NOBODY and tally.count(name, now)]
    return StrikesAnswer(
        account=tally.count(NOBODY, now),
        end_users_struck=len(struck),
        end_users_struck_as_minor=tally.count_minors(now),
        end_users_held=len(tally.held),
    )


def _lots(account: Account) -> list[EveryLot]:
    return [
        EveryLot(
            lot_id=lot.lot_id,
            kind=lot.kind,
            priority=lot.priority,
            granted=lot.granted,
            remaining=lot.remaining,
            expires_at=lot.expires_at,
            revoked=lot.revoked,
        )
        for lot in account.lots.values()
    ]


async def _keys(web: WebDependencies, account_id: UUID, account: Account) -> list[EveryKey]:
    keys, now = list(account.keys.values()), web.clock()
    answers = []
    for key, note in zip(keys, await notes_of(web, account_id, keys), strict=True):
        group = account.cap_groups.get(key.cap_group, caps.UNUSED)
        cap = group.cap
        answers.append(
            EveryKey(
                key_id=key.key_id,
                name=note.name,
                prefix=key.prefix,
                last4=key.last4,
                created_at=note.created_at,
                last_used_at=note.last_used_at,
                scopes=key.scopes,
                expires_at=key.expires_at,
                active=key.active(now) and not account.erased,
                revoked=key.revoked,
                rotated=key.rotated,
                cap_credits=None if cap is None else cap.amount,
                cap_period=None if cap is None else cap.period,
                spent_credits=None
                if cap is None
                else group.spent(cap.period, caps.day_of(group, now)),
            )
        )
    return answers
