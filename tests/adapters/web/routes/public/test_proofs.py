"""Checkpoints and proofs over HTTP, checked the way an outsider would."""

from __future__ import annotations

import base64
import hashlib
import struct
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from adapters.audit.keys import SigningKey
from adapters.audit.sealer import Sealer
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import connect
from adapters.verifier.signatures import is_signed_by
from domain.audit.merkle import is_consistent, root_from_inclusion
from domain.audit.signed_note import parse_note
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

KEY = SigningKey(b"\x11" * 32)


class Seals:
    """The sealer of a site, one cycle at a time."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._connection = connect(site.database_url, role="xavira_work")
        self._sealer = Sealer(self._connection, lambda: KEY, FolderCheckpoints(folder))

    def seal(self) -> None:
        assert self._sealer.seal() is not None

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def seals(site: Site, tmp_path: Path) -> Any:
    """A sealer of this site."""
    made = Seals(site, tmp_path)
    yield made
    made.close()


def _leaf(proof: dict[str, Any]) -> bytes:
    """The leaf, from the documented layout and nothing else."""
    topic, state = proof["topic"].encode(), base64.b64decode(proof["state"])
    head = struct.pack(">BQ", 0, proof["position"]) + UUID(proof["stream_id"]).bytes
    head += struct.pack(">Qq", proof["version"], proof["recorded_at_microseconds"])
    return hashlib.sha256(head + struct.pack(">I", len(topic)) + topic + state).digest()


def test_a_receipt_proves_a_debit(site: Site, customer: Customer, seals: Seals) -> None:
    """The position of an answer leads to an inclusion proof under a signed checkpoint."""
    image = customer.image(customer.character())
    seals.seal()
    entry = image.header("xavira-position")
    proof = customer.send("GET", f"/v1/ledger/entries/{entry}/proof").json
    signed = parse_note(proof["checkpoint"])
    assert is_signed_by(signed, [KEY.public(signed.checkpoint.origin)])
    leaf = _leaf(proof)
    assert base64.b64encode(leaf).decode() == proof["leaf_hash"]
    hashes = [base64.b64decode(each) for each in proof["hashes"]]
    size = signed.checkpoint.size
    root = root_from_inclusion(proof["leaf_index"], size, leaf, hashes)
    assert root == signed.checkpoint.root
    assert proof["leaf_index"] == int(entry or 0) - 1


def test_every_own_entry_can_be_proved_and_no_other(
    site: Site, customer: Customer, seals: Seals
) -> None:
    """Entries of the account and of its generations; everything else is not found."""
    customer.image(customer.character())
    stranger = site.account()
    seals.seal()
    site.project()
    for entry in customer.send("GET", "/v1/ledger").json["data"]:
        path = f"/v1/ledger/entries/{entry['position']}/proof"
        assert customer.send("GET", path).status == 200
        assert stranger.send("GET", path).status == 404
        assert site.send("GET", path).status == 401
    for wrong in ("0", "99999", "1" * 30, "-1", "one", "%00"):
        assert customer.send("GET", f"/v1/ledger/entries/{wrong}/proof").status == 404


def test_an_entry_that_is_not_sealed_yet_is_asked_for_again(
    site: Site, customer: Customer, seals: Seals
) -> None:
    """Within two seconds it will be: the answer says retry."""
    seals.seal()
    entry = customer.image(customer.character()).header("xavira-position")
    reply = customer.send("GET", f"/v1/ledger/entries/{entry}/proof")
    assert (reply.status, reply.error["code"]) == (503, "temporarily_unavailable")


def test_the_checkpoint_is_for_everybody(site: Site, customer: Customer, seals: Seals) -> None:
    """No key, plain text."""
    seals.seal()
    reply = site.send("GET", "/v1/checkpoint")
    assert reply.header("content-type") == "text/plain; charset=utf-8"
    assert parse_note(reply.body.decode()).checkpoint.size == site.ledger.head()


def test_a_newer_checkpoint_is_proved_to_continue_an_older_one(
    site: Site, customer: Customer, seals: Seals
) -> None:
    """Anybody who kept a checkpoint can check that history was not rewritten."""
    seals.seal()
    older = parse_note(site.send("GET", "/v1/checkpoint").body.decode()).checkpoint
    customer.image(customer.character())
    seals.seal()
    path = "/v1/checkpoint/consistency"
    proof = site.send("GET", f"{path}?since={older.size}").json
    newer = parse_note(proof["checkpoint"]).checkpoint
    hashes = [base64.b64decode(each) for each in proof["hashes"]]
    assert older.size < newer.size
    assert is_consistent(older.size, newer.size, older.root, newer.root, hashes)
    assert site.send("GET", f"{path}?since={newer.size + 1}").status == 422
    assert site.send("GET", f"{path}?since=0").status == 422
    assert site.send("GET", path).status == 400
