"""Opening an account, and its balance."""

import asyncio
from datetime import datetime

import msgspec
from litestar import get, post

from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    OpenedAccount,
    SignUp,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import admit
from adapters.web.guards.rate_limits import AddressLimits
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import BalanceAnswer, LotAnswer, SignUpAnswer, SignUpRequest
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.transport.peers import peer_of
from domain.credits import SIGNUP_CREDITS
from domain.generation import GenerationCompleted
from domain.ids import AccountId, LotId
from domain.ledger import (
    Account,
    CreditsDebited,
    CreditsExpired,
    CreditsRefunded,
    CreditsRevoked,
    Lot,
)
from domain.ports import Stream
from projections.query import Query

HASHES_AT_ONCE_MAX = 2
"""A password hash takes 64 MiB and tens of milliseconds of a core."""


class InFlightRow(msgspec.Struct, frozen=True):
    """A lot as the balances projection knows it, and what events since then drew from it and took
    out of it by expiry or repayment; beside the account's credits in flight, and those whose work
    was completed since.
    """

    in_flight: int | None
    lot_id: LotId | None
    remaining: int | None
    drawn: int
    taken: int
    completed: int


UNSEEN_MAX = 200
"""So many events of an account are looked at that the projection has not seen, the newest first."""

_IN_FLIGHT = """
WITH unseen AS MATERIALIZED (
    SELECT topic, fact
    FROM (SELECT coalesce(
        (SELECT position FROM projection_checkpoints WHERE name = 'balances'), 0
    )) AS seen (position)
    CROSS JOIN LATERAL (
        SELECT notification_id, topic, state FROM stored_events
        WHERE seen.position < %(until)s
        AND originator_id = %(account_id)s AND originator_version <= %(version)s
        ORDER BY originator_version DESC LIMIT %(unseen_max)s
    ) AS newest
    CROSS JOIN LATERAL (SELECT convert_from(state, 'UTF8')::json) AS told (fact)
    WHERE topic IN (%(debited)s, %(refunded)s, %(expired)s, %(revoked)s)
    AND notification_id > seen.position
), debited AS (
    SELECT generation_id, amount FROM open_debits
    WHERE account_id = %(account_id)s AND position <= %(until)s
    UNION ALL
    SELECT (fact ->> 'generation_id')::uuid, (fact ->> 'amount')::bigint FROM unseen
    WHERE topic = %(debited)s
), moved AS (
    SELECT (draw ->> 0)::uuid AS lot_id, 0 AS taken,
        CASE topic WHEN %(debited)s THEN 1 ELSE -1 END * (draw ->> 1)::bigint AS drawn
    FROM unseen CROSS JOIN LATERAL json_array_elements(fact -> 'draws') AS draws (draw)
    WHERE topic IN (%(debited)s, %(refunded)s)
    UNION ALL
    SELECT (fact ->> 'lot_id')::uuid, (fact ->> 'amount')::bigint, 0 FROM unseen
    WHERE topic IN (%(expired)s, %(revoked)s)
), lots AS (
    SELECT lot_id, sum(remaining)::bigint AS remaining,
        coalesce(sum(drawn), 0)::bigint AS drawn, coalesce(sum(taken), 0)::bigint AS taken
    FROM (
        SELECT lot_id, remaining, 0 AS drawn, 0 AS taken FROM balance_lots
        WHERE account_id = %(account_id)s
        UNION ALL
        SELECT lot_id, NULL, drawn, taken FROM moved
    ) AS each
    GROUP BY lot_id
)
SELECT balance.in_flight, lot_id, remaining, coalesce(drawn, 0) AS drawn,
    coalesce(taken, 0) AS taken, (
    SELECT coalesce(sum(amount), 0)::bigint FROM debited WHERE EXISTS (
        SELECT FROM stored_events WHERE originator_id = generation_id AND topic = %(completed)s
    )
) AS completed
FROM (SELECT %(account_id)s::uuid) AS asked (account_id)
LEFT JOIN balances AS balance USING (account_id)
LEFT JOIN lots ON true
"""
"""The account's own stream tells of debits and refunds, but of no completion. Where the projection
has seen the account's last event, nothing of its stream is read.
"""


@post(
    "/v1/accounts",
    opt=documented(
        "Open an account: its first API key and 25 free credits, which may wait for the address",
        name="accounts_open_account",
        headers=("Xavira-Position",),
        body=SignUpRequest,
        answers={201: SignUpAnswer},
        errors=("invalid_state", "rate_limited", "temporarily_unavailable"),
        key=False,
    ),
)
async def open_account(request: WebRequest) -> Answer:
    asked = shaped(await read_json(request), SignUpRequest)
    peer = peer_of(request)
    _check_declared(asked, loopback=peer.local)
    web = dependencies(request)
    limits: AddressLimits = request.app.state["signup_limits"]
    limits.take(peer.host, web.clock())
    wish = SignUp(
        email=asked.email,
        password=asked.password,
        from_loopback=asked.accept_terms is None or asked.is_adult is None,
    )
    hashing: asyncio.Semaphore = request.app.state["hashing"]
    async with hashing:
        opened: OpenedAccount = await asyncio.to_thread(web.open_account, wish)
    request.scope["state"]["account_id"] = str(opened.account_id)
    balance = 0 if web.email_verification else SIGNUP_CREDITS
    answer = SignUpAnswer(account_id=opened.account_id, api_key=opened.api_key, balance=balance)
    return json_answer(answer, status=201, headers={"Xavira-Position": str(opened.position)})


def _check_declared(asked: SignUpRequest, *, loopback: bool) -> None:
    """Left out, a declaration counts as given on this machine itself and nowhere else."""
    for param in ("accept_terms", "is_adult"):
        declared = getattr(asked, param)
        if declared is False or (declared is None and not loopback):
            raise Problem(
                "validation_failed", f"{param} must be true.", param=param, allowed=[True]
            )


@get(
    "/v1/balance",
    opt=documented(
        "The balance",
        name="accounts_read_balance",
        headers=("Xavira-Position",),
        answers={200: BalanceAnswer},
        session=True,
    ),
)
async def read_balance(request: WebRequest) -> Answer:
    admitted = await admit(request)
    stream = admitted.streams[admitted.account_id]
    answer = await balance_of(dependencies(request), admitted.account_id, stream)
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


async def balance_of(web: WebDependencies, account_id: AccountId, stream: Stream) -> BalanceAnswer:
    """What an account holds now. Raises TemporarilyUnavailable."""
    now, account = web.clock(), stream.state
    assert isinstance(account, Account), account_id
    params = {
        "account_id": account_id,
        "until": stream.position,
        "version": stream.version,
        "unseen_max": UNSEEN_MAX,
        "debited": CreditsDebited.TOPIC,
        "refunded": CreditsRefunded.TOPIC,
        "expired": CreditsExpired.TOPIC,
        "revoked": CreditsRevoked.TOPIC,
        "completed": GenerationCompleted.TOPIC,
    }
    projected = await lists.fetch_quick(web, Query(_IN_FLIGHT, params, InFlightRow))
    return BalanceAnswer(
        available=account.available(now),
        in_flight=in_flight(account, projected, now),
        lots=[
            LotAnswer(
                lot_id=lot.lot_id,
                kind=lot.kind,
                remaining=lot.spendable(now),
                expires_at=lot.expires_at,
            )
            for lot in account.lots.values()
            if lot.spendable(now)
        ],
    )


def in_flight(account: Account, projected: list[InFlightRow], now: datetime) -> int:
    """Credits of open work: what the projection counted, and the draws that it has not seen yet,
    less what was completed since.

    So it agrees with the fold beside it even while projections stand still. A lot that lives is
    taken as it is folded; of one that expired or was revoked, only the events tell what was drawn.
    """
    known = {row.lot_id: row for row in projected}
    counted = (projected[0].in_flight or 0) - projected[0].completed
    unseen = sum(_drawn(lot, known.get(lot.lot_id), now) for lot in account.lots.values())
    return max(0, counted + unseen)


def _drawn(lot: Lot, row: InFlightRow | None, now: datetime) -> int:
    """What the projection has not seen of what was drawn from a lot, less what came back."""
    if lot.revoked or (lot.expires_at is not None and lot.expires_at <= now):
        return 0 if row is None else row.drawn
    if row is None:
        return lot.granted - lot.remaining
    before = lot.granted if row.remaining is None else row.remaining
    return before - lot.remaining - row.taken
