"""A short run of Schemathesis; `python -m tests.fuzz.schemathesis_run` is the long one."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.adapters.web.routes.admin.operator import hire
from tests.adapters.web.serve_process import ServeProcess, served
from tests.fuzz.known import known, put_on_hold
from tests.fuzz.schemathesis_run import run
from tests.stack import Customer

EXAMPLES = 2


@pytest.fixture(scope="module")
def serve(migrated_for_module: str, servers_folder: Path) -> Iterator[ServeProcess]:
    """A real process for the requests."""
    folder = servers_folder / "fuzz"
    folder.mkdir()
    with served(migrated_for_module, folder) as process:
        yield process


def _customer(serve: ServeProcess, *, granted: int = 0, tier: str = "base") -> Customer:
    account = serve.site.account(granted=granted, tier=tier)
    return Customer(serve.url, str(account.account_id), account.secret)


def test_the_api_is_what_its_document_says(serve: ServeProcess, tmp_path: Path, seed: int) -> None:
    """No check fails for any operation, and nothing is our error."""
    customer = _customer(serve, granted=10_000, tier="unlimited")
    character = customer.character()
    serve.site.outcomes[UUID(customer.account_id)] = "hold"
    pending = customer.image(character, prefer="respond-async").json()["generation_id"]
    assert customer.http.post(f"/v1/generations/{pending}:cancel").status_code == 200
    del serve.site.outcomes[UUID(customer.account_id)]
    operator = hire(serve.site).secret
    values = known(
        customer=customer,
        other=_customer(serve, granted=100),
        admin=operator,
        spare=[_customer(serve).key for _ in range(2)],
        held=[put_on_hold(_customer(serve), operator) for _ in range(2)],
        character=character,
        canceled=pending,
    )
    status, answers = run(
        serve.url,
        values,
        folder=tmp_path,
        examples=EXAMPLES,
        seed=seed,
        more=["--phases", "fuzzing", "--no-shrink"],
    )
    assert (status, [label for label, code in answers if code == "500"]) == (0, []), seed
    assert answers.total() >= 100
