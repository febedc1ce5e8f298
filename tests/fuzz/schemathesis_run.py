"""Schemathesis over the served OpenAPI document, all checks, against a whole `xavira up`.

    python -m tests.fuzz.schemathesis_run [--examples 40] [--seed N] [--only NAME]

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

from tests.stack import Customer, Stack, running

ROOT = Path(__file__).parents[2]
CONFIG = Path(__file__).with_name("schemathesis.toml")
SHARE_MIN = 0.2
CREDITS = 1_000_000

TRAITS = {"age": 26, "hairLength": "long", "hairColor": "brown"}

SIGN_UP = {"password": "a long enough one", "accept_terms": True, "is_adult": True}
BODIES = {
    "POST /v1/accounts": [SIGN_UP | {"email": "UNIQUE@example.com"}],
    "POST /v1/characters": [{"model_id": "anime", "name": "Mia", "traits": TRAITS}],
    "POST /v1/images:generate": [{"character_id": "", "prompt": "in a garden"}],
    "POST /v1/videos:generate": [{"source_generation_id": "", "prompt": "turns and smiles"}],
    "POST /v1/checkouts": [{"pack": "starter"}],
    "POST /admin/v1/accounts/{account_id}/top-ups": [{"reference": "UNIQUE", "pack": "starter"}],
}
"""Whole bodies that are accepted, with ids from the pools; UNIQUE is another text each time."""

ALIASES = {
    "source_generation_id": "image_id",
    "POST /v1/generations/{generation_id}:cancel generation_id": "canceled_id",
    "DELETE /v1/generations/{generation_id}/output generation_id": "image_id",
    "GET /o/{generation_id}/{file} generation_id": "output_id",
    "HEAD /o/{generation_id}/{file} generation_id": "output_id",
    "GET /v1/generations tag": "tag",
}
"""Fields whose useful values are not those of their own name; an operation may come first."""


def known(stack: Stack, customer: Customer, admin: str) -> dict[str, Any]:
    """Keys, and values that exist: a character, images, an output, a canceled generation."""
    character = customer.character()
    images = [customer.image(character).json() for _ in range(4)]
    shown = images[0]["output_url"].rsplit("/", 2)
    canceled = _canceled(stack, customer, character)
    values: dict[str, list[Any]] = {
        "model_id": ["anime", "realistic-sharp"],
        "traits": [TRAITS, {"age": 44}],
        "prompt": ["in a garden", "smiling, at the sea"],
        "negative_prompt": ["blurry", ""],
        "resolution": [None, "896x1152"],
        "format": [None],
        "seconds": [None, 5],
        "pack": ["starter"],
        "character_id": [character],
        "account_id": [customer.account_id],
        "generation_id": [image["generation_id"] for image in images],
        "image_id": [image["generation_id"] for image in images[1:]],
        "canceled_id": [canceled],
        "output_id": [shown[1]],
        "file": [shown[2]],
        "since": [1, 2],
        "position": [images[0]["ledger_position"]],
        "as_of": ["5", "2030-01-01T00:00:00Z"],
        "min_position": [1],
        "currency": ["EUR"],
        "provider": ["manual"],
        "status": ["completed"],
        "name": [None],
        "tag": ["a"],
        "tags": [[], ["a"]],
        "kind": ["image", "video"],
    }
    keys = {"customer": customer.key, "admin": admin}
    return {"keys": keys, "values": values, "aliases": ALIASES, "bodies": BODIES}


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
    ("--phases", "examples,coverage,fuzzing,stateful"),
    ("--phases", "fuzzing", "--mode", "positive"),
)
"""Everything, most of it meant to be wrong; then as many again that are meant to be right."""


def run(
    stack: Stack, known: dict[str, Any], *, folder: Path, examples: int, seed: int, more: list[str]
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
    command += [f"{stack.url}/schema", "--url", stack.url, "--checks", "all", "--no-color"]
    command += ["--max-examples", str(examples), "--seed", str(seed), "--continue-on-failure"]
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
        if good < SHARE_MIN * total:
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
        known_values = known(stack, customer, admin_key(stack, customer.account_id))
        statuses, total = [], Counter[tuple[str, str]]()
        for more in PASSES:
            status, counted = run(
                stack,
                known_values,
                folder=Path(folder),
                examples=given.examples,
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
