"""The reaction that turns events into webhook deliveries, each once, and keeps the routes.

It follows the log forward only, from a checkpoint that commits together with what it writes, and is
never rebuilt: a rebuild would send everything again. It sends nothing; `adapters.webhook_sender`
does. Rows hold ids and amounts, never what a person wrote.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection
from psycopg.rows import class_row

from domain.event import Event, Recorded
from domain.ids import Book, EndpointId, delivery_id, message_id
from domain.ledger import Account, AccountErased
from domain.registry import State
from domain.webhooks import notices as told
from domain.webhooks.endpoint import (
    Endpoint,
    EndpointCreated,
    EndpointDeleted,
    EndpointDisabled,
    EndpointEnabled,
    EndpointSecretRotated,
    EndpointUpdated,
)
from domain.webhooks.notices import Notice, States
from projections.named_sql import named_sql

CHECKPOINT = "webhooks"

Load = Callable[[Iterable[UUID]], Mapping[UUID, State | None]]
"""Folds streams as they are now, at least as new as the batch that is looked at."""

_CHANGES: tuple[type[Event], ...] = (
    EndpointCreated,
    EndpointUpdated,
    EndpointSecretRotated,
    EndpointDisabled,
    EndpointEnabled,
    EndpointDeleted,
)

_ROUTING: tuple[type[Event], ...] = (*_CHANGES, AccountErased)
"""What changes where notices go."""


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Where an account's notices go. No `event_types` means all of them."""

    endpoint_id: EndpointId
    account_id: UUID
    event_types: list[str] | None
    enabled: bool

    def takes(self, notice: Notice) -> bool:
        if notice.account_id != self.account_id or notice.without == self.endpoint_id:
            return False
        if notice.only is not None:
            return notice.only == self.endpoint_id
        return self.event_types is None or notice.type in self.event_types


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What was read for a batch: the states that say whom its events are to be told to, and the
    accounts with endpoints whose balance or caps moved, with the last event that moved them and the
    threshold that each has named itself, if it has.
    """

    subjects: States
    accounts: Mapping[UUID, Account]
    moved: Mapping[UUID, Recorded]
    low_credits: Mapping[UUID, int | None]


class WebhookReaction:
    """Applies batches on one connection; one process at a time does, the caller sees to it.

    `low_credits` holds for accounts that named no threshold themselves, as it does for mails.
    """

    def __init__(self, connection: Connection[Any], *, book: Book, load: Load, low_credits: int):
        self._connection = connection
        self._book: Book = book
        self._load = load
        self._low_credits = low_credits

    def checkpoint(self) -> int:
        """The position up to which deliveries have been made."""
        row = self._connection.execute(_sql("checkpoint"), {"name": CHECKPOINT}).fetchone()
        return 0 if row is None else int(row[0])

    def apply(self, events: Sequence[Recorded]) -> int:
        """Writes deliveries, routes and checkpoint of a batch; the number of new deliveries.

        States are read before the transaction begins, so that it is short. While nobody is to be
        told anything there is only a checkpoint to move.
        """
        position = {"name": CHECKPOINT, "position": events[-1].position}
        if not self._routed() and not any(isinstance(r.event, _ROUTING) for r in events):
            self._connection.execute(_sql("move_checkpoint"), position)
            return 0
        batch = self._read(events)
        with self._connection.transaction():
            self._connection.execute("SET LOCAL synchronous_commit = off")
            written = sum(self._apply(run, batch) for run in _runs(events))
            written += self._tell_levels(batch)
            self._connection.execute(_sql("move_checkpoint"), position)
        return written

    def _routed(self) -> bool:
        """Whether any account has an endpoint."""
        return self._connection.execute(_sql("any_route")).fetchone() is not None

    def _read(self, events: Sequence[Recorded]) -> Batch:
        """Only what may matter: of accounts, those that have an endpoint."""
        moved = told.moved_accounts(events)
        rows = self._connection.execute(_sql("routed_accounts"), {"account_ids": list(moved)})
        accounts: dict[UUID, int | None] = dict(rows.fetchall())
        changed = {r.stream_id for r in events if isinstance(r.event, _CHANGES)}
        states = self._load(told.subjects_of(events) | accounts.keys() | changed)
        return Batch(
            subjects=states,
            accounts={a: s for a in accounts if isinstance(s := states[a], Account)},
            moved={a: r for a, r in moved.items() if a in accounts},
            low_credits=accounts,
        )

    def _apply(self, run: Sequence[Recorded], batch: Batch) -> int:
        for recorded in run:
            if isinstance(recorded.event, _CHANGES):
                self._change_route(recorded, batch.subjects[recorded.stream_id])
            elif isinstance(recorded.event, AccountErased):
                self._forget_account(recorded.stream_id)
        return self._deliver([n for r in run for n in told.notices_of(r, batch.subjects)])

    def _deliver(self, notices: Sequence[Notice]) -> int:
        """One row for each notice and endpoint; a row that is there already stays as it is."""
        if not notices:
            return 0
        accounts = {"account_ids": list({notice.account_id for notice in notices})}
        with self._connection.cursor(row_factory=class_row(Route)) as cursor:
            routes = cursor.execute(_sql("routes"), accounts).fetchall()
        pairs = [(n, route) for n in notices for route in routes if route.takes(n)]
        if not pairs:
            return 0
        messages = [message_id(self._book, n.position, n.type, n.subject_id) for n, _ in pairs]
        columns = {
            "delivery_ids": [
                delivery_id(message, route.endpoint_id)
                for message, (_, route) in zip(messages, pairs, strict=True)
            ],
            "message_ids": messages,
            "endpoint_ids": [route.endpoint_id for _, route in pairs],
            "enabled": [route.enabled for _, route in pairs],
            "account_ids": [n.account_id for n, _ in pairs],
            "types": [n.type for n, _ in pairs],
            "subject_ids": [n.subject_id for n, _ in pairs],
            "positions": [n.position for n, _ in pairs],
            "sequences": [n.sequence for n, _ in pairs],
            "facts": [n.facts for n, _ in pairs],
            "times": [n.occurred_at for n, _ in pairs],
        }
        return self._connection.execute(_sql("deliver"), columns).rowcount

    def _tell_levels(self, batch: Batch) -> int:
        """Compares accounts as they are now with what they were told last."""
        notices: list[Notice] = []
        for account_id, account in sorted(batch.accounts.items()):
            if account.erased:
                continue
            moved = batch.moved[account_id]
            rows = self._connection.execute(_sql("levels"), {"account_id": account_id})
            before = {row[0]: row[1] for row in rows}
            own = batch.low_credits[account_id]
            low = self._low_credits if own is None else own
            after = told.levels_of(account, moved.recorded_at, low_credits=low)
            notices += told.level_notices(account, moved, before, after, low_credits=low)
            changed = {s: level for s, level in after.items() if before.get(s, "") != level}
            if changed:
                columns = {
                    "account_id": account_id,
                    "subjects": list(changed),
                    "levels": list(changed.values()),
                }
                self._connection.execute(_sql("note_levels"), columns)
        return self._deliver(notices)

    def _change_route(self, recorded: Recorded, state: State | None) -> None:
        """The row becomes what the log says, whatever it was."""
        endpoint = {"endpoint_id": recorded.stream_id}
        self._connection.execute(_sql("lock_route"), endpoint)
        assert isinstance(state, Endpoint), recorded.stream_id
        if state.deleted:
            self._connection.execute(_sql("delete_attempts"), endpoint)
            self._connection.execute(_sql("delete_deliveries"), endpoint)
            self._connection.execute(_sql("delete_secrets"), endpoint)
            self._connection.execute(_sql("delete_route"), endpoint)
            return
        known = {"known": [secret.secret_id for secret in state.secrets]}
        self._connection.execute(_sql("delete_old_secrets"), endpoint | known)
        types = None if state.event_types is None else list(state.event_types)
        columns = endpoint | {
            "account_id": state.created.account_id,
            "position": recorded.position,
            "sealed": state.sealed,
            "event_types": types,
            "secrets": msgspec.json.encode(state.secrets).decode(),
            "enabled": state.disabled is None,
        }
        name = "add_route" if isinstance(recorded.event, EndpointCreated) else "change_route"
        self._connection.execute(_sql(name), columns)
        if state.disabled is not None:
            self._connection.execute(_sql("hold"), endpoint)

    def _forget_account(self, account_id: UUID) -> None:
        """An erased account is told nothing any more, and nothing of it is left here."""
        account = {"account_id": account_id}
        for name in ("attempts", "deliveries", "secrets", "levels", "routes"):
            self._connection.execute(_sql(f"forget_{name}"), account)


def _runs(events: Sequence[Recorded]) -> Iterator[list[Recorded]]:
    """Stretches of events that find the same routes: what changes one begins a stretch."""
    run: list[Recorded] = []
    for recorded in events:
        if run and isinstance(recorded.event, _ROUTING):
            yield run
            run = []
        run.append(recorded)
    if run:
        yield run


def _sql(name: str) -> str:
    return named_sql("webhooks", name)
