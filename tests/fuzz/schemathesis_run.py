"""Schemathesis over the served OpenAPI document, all checks, against a whole `xavira up`.

    python -m tests.fuzz.schemathesis_run [--examples 40] [--seed N] [-- OPTION ...]

Ends with a table of answers by operation, and with status 1 when a check failed, when an operation
has less than a fifth of answers 2xx, or when a 5xx was none of the catalogue's.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.fuzz.known import known, put_on_hold
from tests.stack import Customer, Stack, running

ROOT = Path(__file__).parents[2]
CONFIG = Path(__file__).with_name("schemathesis.toml")
SHARE_MIN = 0.2
REQUEST_SECONDS_MAX = 60
CREDITS = 1_000_000
OTHERS = 8
"""Accounts for what one account may do only so often a minute."""


def _canceled(stack: Stack, customer: Customer, character: str) -> str:
    """A generation that was canceled before a consumer, standing still here, could draw it."""
    stack.signal("infer", signal.SIGSTOP)
    pending = str(customer.image(character, prefer="respond-async").json()["generation_id"])
    answer = customer.http.post(f"/v1/generations/{pending}:cancel")
    stack.signal("infer", signal.SIGCONT)
    assert answer.status_code == 200, answer.text
    return pending


def admin_key(stack: Stack, account_id: str) -> str:
    """A key of scope admin, as an operator makes one."""
    made = stack.command("keys", "issue", "--account", account_id, "--scope", "admin", "--json")
    return str(json.loads(made)["api_key"])


PASSES = (
    (1, ("--phases", "examples,coverage,fuzzing,stateful")),
    (5, ("--phases", "fuzzing", "--mode", "positive")),
)
"""Everything, most of it meant to be wrong; then more that is meant to be right (examples by so
many)."""

EXEMPT = {
    "POST /payments/{provider}/webhook": "only what a provider signed is 2xx",
    "GET /o/test/{generation_id}/{file}": "outputs of the test book, which the fuzzer has not",
    "HEAD /o/test/{generation_id}/{file}": "as above",
    "DELETE /v1/account": "only a signed-in holder closes an account",
    "POST /v1/sessions": "only a holder's password signs in",
    "POST /v1/password_resets": "asked for seldom, by address",
    "POST /v1/password_resets:confirm": "only what was mailed confirms",
    "POST /v1/email_verifications:confirm": "as above",
}
"""Operations without the share of 2xx, and why; tests of their own reach them."""


def run(
    url: str, known: dict[str, Any], *, folder: Path, examples: int, seed: int, more: list[str]
) -> tuple[int, Counter[tuple[str, str]]]:
    """(exit status of Schemathesis, answers by operation and status)."""
    counted = folder / "counted.json"
    counted.write_text("{}")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "SCHEMATHESIS_HOOKS": "tests.fuzz.hooks",
        "FUZZ_KNOWN": json.dumps(known),
        "FUZZ_COUNTED": str(counted),
        "FUZZ_SEED": str(seed),
    }
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG), "run"]
    command += [f"{url}/schema", "--url", url, "--checks", "all", "--no-color"]
    command += ["--max-examples", str(examples), "--seed", str(seed), "--continue-on-failure"]
    limit = str(REQUEST_SECONDS_MAX)
    command += ["--request-timeout", limit, "--max-response-time", limit]
    done = subprocess.run([*command, *more], env=environment, cwd=folder, check=False)
    answers = json.loads(counted.read_text())
    return done.returncode, Counter(
        {(label, status): n for label, found in answers.items() for status, n in found.items()}
    )


def weak(counted: Counter[tuple[str, str]]) -> list[str]:
    """Prints the table; the operations whose share of 2xx is too small, and 5xx of ours."""
    found = []
    for label in sorted({label for label, _ in counted}):
        answers = {status: n for (known, status), n in counted.items() if known == label}
        total = sum(answers.values())
        good = sum(n for status, n in answers.items() if status.startswith("2"))
        told = ", ".join(f"{status}: {n}" for status, n in sorted(answers.items()))
        say(f"{label:64} {total:5} {good / total:6.1%}  {told}")
        if good < SHARE_MIN * total and label not in EXEMPT:
            found.append(f"{label}: {good} of {total} are 2xx")
        if answers.get("500"):
            found.append(f"{label}: {answers['500']} x 500")
    say(f"{counted.total()} cases")
    return found


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    parser.add_argument("more", nargs="*", help="options of Schemathesis itself, after --")
    given = parser.parse_args()
    say(f"seed {given.seed}")
    settings = {
        "engine": "sketch",
        "sketch_instant": "true",
        "manual_checkout_url": "https://pay.example",
    }
    with running(**settings) as stack, tempfile.TemporaryDirectory() as folder:
        customer = stack.account(granted=CREDITS, tier="unlimited")
        character = customer.character()
        operator = admin_key(stack, customer.account_id)
        known_values = known(
            customer=customer,
            other=stack.account(granted=100),
            admin=operator,
            spare=[stack.account().key for _ in range(OTHERS)],
            held=[put_on_hold(stack.account(), operator) for _ in range(OTHERS)],
            character=character,
            canceled=_canceled(stack, customer, character),
        )
        statuses, total = [], Counter[tuple[str, str]]()
        for times, more in PASSES:
            status, counted = run(
                stack.url,
                known_values,
                folder=Path(folder),
                examples=given.examples * times,
                seed=given.seed,
                more=[*more, *given.more],
            )
            statuses.append(status)
            total.update(counted)
        found = weak(total)
    for line in found:
        say(f"WEAK {line}")
    return 1 if any(statuses) or found else 0


if __name__ == "__main__":
    sys.exit(main())
