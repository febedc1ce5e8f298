"""`xavira doctor` on set-ups that are broken: one sentence for each, with what to do."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog
from click.testing import CliRunner
from psycopg.conninfo import conninfo_to_dict

from adapters import deployment
from adapters.audit.forks import check_at_start, gate
from adapters.cli.commands import complete_group
from adapters.postgres.connections import connect
from adapters.settings import load_settings
from tests import builders
from tests.adapters.audit.rig import ACCOUNT, SECRET, Rig
from tests.adapters.provenance.authority import Authority

NOBODY = "nats://127.0.0.1:9"


@pytest.fixture
def rig(migrated: str, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(migrated, tmp_path)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody answers at NOBODY, however long one waits. Of this process's logs nothing stays
    configured, and no logger remembers that it was.
    """
    silent = structlog.make_filtering_bound_logger(logging.CRITICAL)
    before = structlog.get_config()
    monkeypatch.setattr("adapters.jetstream.bus.CONNECT_SECONDS_MAX", 0.1)
    monkeypatch.setattr(
        "adapters.cli.doctor.set_up_logs", lambda **_: structlog.configure(wrapper_class=silent)
    )
    yield
    structlog.configure(**before)


def seen(url: str, data: Path, **changes: str) -> dict[str, tuple[bool, str]]:
    """What the doctor saw, by check."""
    environment = {
        "XAVIRA_DATABASE_URL": url,
        "XAVIRA_NATS_URL": NOBODY,
        "XAVIRA_DATA": str(data),
    }
    result = CliRunner().invoke(complete_group(), ["doctor", "--json"], env=environment | changes)
    checks: list[dict[str, Any]] = json.loads(result.output)
    assert result.exit_code == 1, result.output
    return {check["name"]: (check["ok"], check["seen"]) for check in checks}


def test_a_wrong_master_key_a_clock_set_back_and_a_nats_that_is_away(
    rig: Rig, tmp_path: Path
) -> None:
    """Each is its own line; what is well says so."""
    master_key = deployment.master_key(load_settings({"XAVIRA_MASTER_KEY": "11" * 32}))
    wrapped = master_key.wrap(ACCOUNT, b"k" * 32)
    row = (ACCOUNT, wrapped)
    rig.work.execute("INSERT INTO data_keys (account_id, wrapped) VALUES (%s, %s)", row)
    rig.run(builders.opened(ACCOUNT))
    rig.tamper("UPDATE stored_events SET recorded_at = '2040-01-01 12:00:00+00'")
    told = seen(rig.url, tmp_path / "data", XAVIRA_MASTER_KEY="22" * 32)
    assert told["models"][0]
    assert told["nats"] == (
        False,
        "NATS does not answer: start it, or correct XAVIRA_NATS_URL"
        " (no NATS at 127.0.0.1:9 within 0.1 s).",
    )
    assert told["master key"] == (
        False,
        "The master key is not the one that this database was sealed with: put the right one into"
        f" XAVIRA_MASTER_KEY or {tmp_path / 'data' / 'master.key'}, and never a new one.",
    )
    assert told["clock"] == (
        False,
        "The newest event was recorded at 2040-01-01 12:00:00 UTC, which is still to come:"
        " PostgreSQL's clock was set back; have it set by NTP.",
    )


def test_books_without_their_key_store(rig: Rig, tmp_path: Path) -> None:
    """Restored from books.dump alone: told, with a master key and without, as commands tell it."""
    assert seen(rig.url, tmp_path)["master key"] == (True, "nothing is sealed yet")
    rig.work.execute("INSERT INTO accounts (account_id) VALUES (%s)", (ACCOUNT,))
    hashed = "INSERT INTO key_hashes (key_hash, pepper, key_id, account_id, book)"
    rig.work.execute(f"{hashed} VALUES ('x', 1, %s, %s, 'live')", (ACCOUNT, ACCOUNT))
    unfit = "The master key is not the one that this database was sealed with: put the right one"
    ok, told = seen(rig.url, tmp_path)["master key"]
    assert not ok
    assert told.startswith(unfit)
    given = {"XAVIRA_MASTER_KEY": "11" * 32}
    lacks = (
        False,
        "The key store lacks the keys of accounts (1): no text of theirs opens and nothing can be"
        " drawn for them; restore keys.dump, as docs/operations/backup.md says.",
    )
    assert seen(rig.url, tmp_path, **given)["master key"] == lacks
    vault = connect(rig.url, role="xavira_vault")
    vault.execute("INSERT INTO erasures (account_id) VALUES (%s)", (ACCOUNT,))
    vault.close()
    assert seen(rig.url, tmp_path, **given)["master key"] == (True, "nothing is sealed yet")


def test_expired_credits_that_nobody_books(rig: Rig, tmp_path: Path) -> None:
    """Those of the last ten minutes may still be booked; after that it says where to look."""
    data = tmp_path / "data"
    for minutes in (5, 11):
        expired = datetime.now(UTC) - timedelta(minutes=minutes)
        rig.work.execute(
            "INSERT INTO balance_lots"
            " VALUES (gen_random_uuid(), gen_random_uuid(), 'promo', 1, %s, 3, 3, false, 1)",
            (expired,),
        )
        if minutes == 5:
            assert seen(rig.url, data)["expiries"] == (True, "all booked")
    assert seen(rig.url, data)["expiries"] == (
        False,
        "Credits that expired 10 minutes ago or longer are not booked (accounts: 1): look whether"
        " `work` runs, and into its log.",
    )


def test_a_log_that_takes_no_appends(rig: Rig, tmp_path: Path) -> None:
    """An older state came back: told before any role has seen it, and after; commands tell it."""
    end = rig.fill(3).seal().checkpoint.size
    assert seen(rig.url, tmp_path)["appends"] == (True, "the log goes on where it was published")
    rig.tamper("DELETE FROM stored_events WHERE notification_id = %s", end)
    told = seen(rig.url, tmp_path)["appends"]
    origin = rig.newest().checkpoint.origin
    assert told == (
        False,
        f"Appends are refused. A checkpoint over {end} entries of {origin} was published, but the"
        f" log ends at {end - 1}: this is an older state of it. Restore the newer state if there"
        " is any; only if it is lost for good, run `xavira ledger fork`.",
    )
    assert gate(rig.work) is None
    check_at_start(rig.work, rig.shelf)
    assert seen(rig.url, tmp_path)["appends"] == told
    line = f"accounts set-tier --tier scale --account {ACCOUNT}".split()
    refused = CliRunner().invoke(complete_group(), line, env={"XAVIRA_DATABASE_URL": rig.url})
    assert refused.exit_code == 1
    assert "Nothing is recorded: the log disagrees with a published checkpoint." in refused.output


def test_a_signing_key_that_is_not_this_logs(rig: Rig, tmp_path: Path) -> None:
    """A rotation makes such a key too, so it is told and is no fault; what has signed, says so."""
    own, other = {"XAVIRA_AUDIT_KEY": SECRET.hex()}, {"XAVIRA_AUDIT_KEY": "22" * 32}
    assert seen(rig.url, tmp_path, **other)["audit key"] == (True, "can sign")
    rig.fill(1).seal()
    assert seen(rig.url, tmp_path, **own)["audit key"] == (True, "can sign")
    assert seen(rig.url, tmp_path, **other)["audit key"] == (
        True,
        "can sign, but no checkpoint of this log was signed with it: it was rotated since the"
        " newest one, or is another log's key",
    )


def test_a_work_that_is_silent_or_does_not_get_on(rig: Rig, tmp_path: Path) -> None:
    """By its last beat, and by the oldest event that it has not read."""
    assert seen(rig.url, tmp_path)["work"] == (True, "was not there yet")
    rig.fill(1)
    rig.project()
    rig.work.execute("INSERT INTO dispatcher_beats (beat_at) VALUES (now() - interval '50 s')")
    assert seen(rig.url, tmp_path)["work"] == (True, "is there; 0 events behind the log")
    rig.work.execute("UPDATE dispatcher_beats SET beat_at = now() - interval '1 hour'")
    ok, told = seen(rig.url, tmp_path)["work"]
    assert not ok
    assert told.startswith("It was there last 36")
    assert told.endswith(" s ago: look whether `work` runs, and into its log.")
    rig.work.execute("UPDATE dispatcher_beats SET beat_at = now()")
    rig.draw(1)
    rig.tamper("UPDATE stored_events SET recorded_at = recorded_at - interval '1 hour'")
    ok, told = seen(rig.url, tmp_path)["work"]
    assert not ok
    assert told.startswith("It has not read what was recorded 36")
    rig.work.execute(
        "UPDATE projection_checkpoints SET state = 'stopped', error = 'x', error_position = 9"
        " WHERE name = 'balances'"
    )
    assert seen(rig.url, tmp_path)["work"] == (
        False,
        "Stopped at an event that they cannot apply: balances; `xavira projections list` says at"
        " which, the log of `work` why.",
    )


def test_work_that_waits_where_nobody_draws(rig: Rig, tmp_path: Path) -> None:
    """Not what came just now, not where a consumer is, and not an empty pool without one."""
    assert seen(rig.url, tmp_path)["infer"] == (True, "none yet")
    rig.work.execute("INSERT INTO dispatch_pools (pool, consumers) VALUES ('a', 0), ('b', 1)")
    for pool in ("a", "b"):
        rig.work.execute(
            "INSERT INTO dispatch_queue (work_id, account_id, kind, pool, position, enqueued_at)"
            " VALUES (gen_random_uuid(), %s, 'image', %s, 1, now() - interval '50 s')",
            (ACCOUNT, pool),
        )
    assert seen(rig.url, tmp_path)["infer"] == (True, "0 for a, 1 for b")
    rig.work.execute("UPDATE dispatch_queue SET enqueued_at = now() - interval '70 s'")
    assert seen(rig.url, tmp_path)["infer"] == (
        False,
        "Work waits and nobody draws it (pools: a): look whether `infer` runs, and into its log.",
    )


def test_a_postgresql_that_is_away_and_a_folder_that_takes_nothing(tmp_path: Path) -> None:
    """The sentence says what to start or to correct, and where nothing can be written."""
    (tmp_path / "objects").write_text("a file in the way")
    told = seen("postgresql://127.0.0.1:9/x", tmp_path)
    for name in ("database", "master key", "clock", "expiries"):
        ok, sentence = told[name]
        assert not ok
        assert sentence.startswith(
            "PostgreSQL does not answer: start it, or correct XAVIRA_DATABASE_URL ("
        )
    ok, sentence = told["objects"]
    assert not ok
    where = f"the folder `objects` in {tmp_path}"
    assert sentence.startswith(f"Nothing can be written into {where}: let this user write there (")


def test_embedded_servers_that_are_stopped(tmp_path: Path) -> None:
    """They are started by `xavira up`; there is no setting to correct."""
    for name, text in {
        "postgres/superuser.secret": "x",
        "nats/nats.secret": "x",
        "nats/port": "9",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    env = {"XAVIRA_DATA": str(tmp_path)}
    result = CliRunner().invoke(complete_group(), ["doctor", "--json"], env=env)
    told = {check["name"]: check["seen"] for check in json.loads(result.output)}
    assert told["database"].startswith("PostgreSQL does not answer: run `xavira up` (")
    assert told["nats"].startswith("NATS does not answer: run `xavira up` (no NATS at 127.0.0.1:9 ")


def test_certificates_of_manifests_that_expire_or_lack_their_key(rig: Rig, tmp_path: Path) -> None:
    """Our own last until 2056; an operator's are told of in time, and what they lack."""
    ok, own = seen(rig.url, tmp_path)["provenance"]
    assert (ok, own) == (True, "CN=Provenance,O=Xavira until 2056-01-01; 2 known")
    soon = Authority(until=datetime.now(UTC) + timedelta(days=10)).files(tmp_path / "soon")
    chain, key = (str(soon[name]) for name in ("provenance_chain", "provenance_key"))
    told = seen(rig.url, tmp_path, XAVIRA_PROVENANCE_CHAIN=chain, XAVIRA_PROVENANCE_KEY=key)
    until = f"{datetime.now(UTC) + timedelta(days=10):%Y-%m-%d}"
    assert told["provenance"] == (
        False,
        f"The certificates of XAVIRA_PROVENANCE_CHAIN expire on {until}, and nothing is drawn after"
        " that: renew them, and keep the old ones in XAVIRA_PROVENANCE_EARLIER.",
    )
    told = seen(rig.url, tmp_path, XAVIRA_PROVENANCE_CHAIN=chain)
    assert told["provenance"] == (
        False,
        "XAVIRA_PROVENANCE_CHAIN and XAVIRA_PROVENANCE_KEY go together.",
    )


def test_every_setting_that_would_stop_a_role_is_a_line(tmp_path: Path) -> None:
    """Made as the roles make it; what is well, and what nobody set, says so."""
    told = seen("postgresql://127.0.0.1:9/x", tmp_path)
    for name in ("mail", "packs", "payments", "audit key", "classifier", "proxies"):
        assert told[name][0], told[name]
    assert told["output checks"] == (
        True,
        "file whole and as asked for, not alike a picture that was taken down;"
        " missing: apparent age, content",
    )
    assert not (tmp_path / "audit.key").exists()
    wrong = {
        "models": ("XAVIRA_MODELS", "/nope"),
        "mail": ("XAVIRA_SMTP_URL", "foo"),
        "packs": ("XAVIRA_PACKS", "/nope"),
        "payments": ("XAVIRA_SIGNED_HTTP_SECRET", "short"),
        "audit key": ("XAVIRA_AUDIT_KEY", "xyz"),
        "classifier": ("XAVIRA_CLASSIFIER_URL", "foo"),
        "proxies": ("XAVIRA_TRUSTED_PROXIES", "abc"),
    }
    told = seen(
        "postgresql://127.0.0.1:9/x",
        tmp_path,
        XAVIRA_PAYMENT_PROVIDER="signed_http",
        XAVIRA_SIGNED_HTTP_URL="https://pay.example.org",
        **dict(wrong.values()),
    )
    for name, (variable, _) in wrong.items():
        ok, sentence = told[name]
        assert (ok, sentence.startswith(variable)) == (False, True), sentence


def test_a_schema_that_is_older_than_the_program(migrated: str, tmp_path: Path) -> None:
    """The sentence that roles refuse to start with."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("DELETE FROM xavira_ground.migrations WHERE name LIKE '0031_%'")
    assert seen(migrated, tmp_path)["database"] == (
        False,
        "2 migrations are not applied: run `xavira migrate`.",
    )


def test_the_owners_url_is_printed_on_request_alone(tmp_path: Path) -> None:
    """Of a server elsewhere and of the embedded one, and nothing else with it."""
    elsewhere = "postgresql://owner:secret@127.0.0.1:9/x"
    env = {"XAVIRA_DATA": str(tmp_path), "XAVIRA_DATABASE_OWNER_URL": elsewhere}
    told = CliRunner().invoke(complete_group(), ["doctor", "--database-url"], env=env)
    assert (told.exit_code, told.output) == (0, f"{elsewhere}\n")
    quiet = seen("postgresql://127.0.0.1:9/x", tmp_path, XAVIRA_DATABASE_OWNER_URL=elsewhere)
    assert "secret" not in str(quiet)
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "superuser.secret").write_text("of-its-own")
    told = CliRunner().invoke(
        complete_group(), ["doctor", "--database-url"], env={"XAVIRA_DATA": str(tmp_path)}
    )
    assert told.exit_code == 0, told.output
    known = conninfo_to_dict(told.output.strip())
    assert (known["user"], known["password"]) == ("postgres", "of-its-own")


def test_the_doctor_says_the_same_thing_once(tmp_path: Path) -> None:
    """Checks that fail for one reason name it at the first of them."""
    env = {"XAVIRA_DATA": str(tmp_path / "elsewhere")}
    result = CliRunner().invoke(complete_group(), ["doctor"], env=env)
    assert result.exit_code == 1
    assert " ".join(result.output.split()).count("Nothing has been started") == 1


def test_looking_makes_nothing(tmp_path: Path) -> None:
    """No folder, no key and no object where there were none; a file in the way is still told."""
    told = seen("postgresql://127.0.0.1:9/x", tmp_path / "data")
    assert told["objects"] == (True, "made on first use")
    assert told["provenance"][0]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("no folder")
    ok, sentence = seen("postgresql://127.0.0.1:9/x", tmp_path / "file" / "data")["objects"]
    assert not ok
    assert sentence.endswith(f"let this user write into {tmp_path / 'file'}.")
