"""What a fuzzer should know to get anywhere: ids that exist, and bodies that are accepted."""

from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.reports.catalogue import TITLES
from tests.stack import Customer

TRAITS = {"age": 26, "hairLength": "long", "hairColor": "brown"}

SIGN_UP = {"password": "a long enough one", "accept_terms": True, "is_adult": True}
REASON = {"reason": "found by a fuzzer"}
LOTS = 12
OTHERS_RESOLUTION = "1344x768"
"""Of pictures that are there to be taken down. The engine here draws one for each size, and nothing
that is alike passes any more.
"""
URL = "https://hooks.example/kept"
HOOK = {"url": "https://hooks.example/UNIQUE"}
ACT = "POST /admin/v1/accounts/{account_id}"
BODIES: dict[str, list[Any]] = {
    "POST /v1/accounts": [SIGN_UP | {"email": "UNIQUE@example.com"}],
    "POST /v1/characters": [{"model_id": "anime", "name": "Mia", "traits": TRAITS}],
    "POST /v1/images:generate": [{"character_id": "", "prompt": "in a garden"}],
    "POST /v1/videos:generate": [{"source_generation_id": "", "prompt": "turns and smiles"}],
    "POST /v1/checkouts": [{"pack": "starter"}],
    f"{ACT}/top-ups": [{"reference": "UNIQUE", "pack": "starter"}],
    f"{ACT}/grants": [REASON | {"credits": 5}],
    f"{ACT}/tiers": [REASON | {"tier": "scale"}],
    f"{ACT}/revocations": [REASON | {"lot_id": ""}],
    "POST /v1/keys": [{"name": "UNIQUE", "scopes": ["read"]}, {}],
    "PATCH /v1/keys/{key_id}": [{"name": "UNIQUE"}],
    "POST /v1/keys/{key_id}:rotate": [{}, {"overlap_hours": 0}],
    "POST /v1/webhook_endpoints": [HOOK],
    "PATCH /v1/webhook_endpoints/{endpoint_id}": [{"description": "UNIQUE"}, {"enabled": True}],
    "POST /v1/webhook_endpoints/{endpoint_id}:rotate_secret": [{}],
    "POST /v1/webhook_deliveries:replay": [{"endpoint_id": "", "since": ""}],
    "POST /v1/appeals": [{"text": "Please look again."}],
    "POST /v1/provenance:verify image/png": ["\x89PNG\r\n\x1a\n"],
    "POST /v1/provenance:verify image/jpeg": ["\xff\xd8\xff"],
    "POST /v1/provenance:verify": ["0000ftypWEBP, which begins like an mp4 and like a WebP"],
    "POST /v1/reports": [{"kind": "abuse", "text": "See to this, please."}],
}
"""Whole bodies that are accepted, with ids from the pools; UNIQUE is another text each time. One of
a media type's own comes before the one of all.
"""

ALIASES = {
    "POST /v1/webhook_deliveries:replay endpoint_id": "replayed_id",
    "source_generation_id": "source_id",
    "GET /v1/checkpoint/consistency since": "size",
    "GET /admin/v1/accounts email": "asked_email",
    "GET /v1/appeals/{appeal_id} appeal_id": "own_appeal_id",
    "POST /v1/generations/{generation_id}:cancel generation_id": "canceled_id",
    "DELETE /v1/generations/{generation_id}/output generation_id": "image_id",
    "GET /o/{generation_id}/{file} generation_id": "output_id",
    "HEAD /o/{generation_id}/{file} generation_id": "output_id",
    "POST /admin/v1/generations/{generation_id}/takedowns generation_id": "others_id",
    "GET /admin/v1/reports/{name} name": "report_name",
    "GET /o/test/{generation_id}/{file} generation_id": "output_id",
    "HEAD /o/test/{generation_id}/{file} generation_id": "output_id",
}
"""Fields whose useful values are not those of their own name; an operation may come first."""


PLAIN: dict[str, list[Any]] = {
    "model_id": ["anime", "realistic-sharp"],
    "traits": [TRAITS, {"age": 44}],
    "prompt": ["in a garden", "smiling, at the sea"],
    "negative_prompt": ["blurry", ""],
    "resolution": [None, "896x1152"],
    "format": [None],
    "seconds": [None, 5],
    "pack": ["starter"],
    "size": [1, 2],
    "as_of": ["5", "2030-01-01T00:00:00Z"],
    "min_position": [1],
    "currency": ["EUR"],
    "provider": ["manual"],
    "name": [None],
    "tag": ["a"],
    "tags": [[], ["a"]],
}
"""Values by field that need nothing to exist."""

SELDOM = {
    "POST /v1/characters": "others",
    "POST /v1/checkouts": "others",
    "POST /v1/webhook_endpoints": "others",
    "POST /v1/appeals": "held",
}
"""What one account may do only so often, or so many times, and whose keys do it instead."""


def known(
    *,
    customer: Customer,
    other: Customer,
    admin: str,
    spare: list[str],
    held: list[str],
    character: str,
    canceled: str,
) -> dict[str, Any]:
    """Keys, and values that exist. `other` is who operators act upon; `spare` are keys of accounts
    for what one account may do only so often, `held` those of accounts on hold; `canceled` is a
    generation of the character's.
    """
    images = [customer.image(character).json() for _ in range(4)]
    kept = [image["generation_id"] for image in images[:2]]
    shown = images[0]["output_url"].rsplit("/", 2)
    others = other.character()
    keys = [key["key_id"] for key in customer.http.get("/v1/keys").json()["data"]]
    endpoint, *changed = [
        customer.http.post("/v1/webhook_endpoints", json={"url": URL}).json()["endpoint_id"]
        for _ in range(4)
    ]
    values: dict[str, list[Any]] = {
        **PLAIN,
        "character_id": [character],
        "account_id": [other.account_id],
        "others_id": [
            other.image(others, resolution=OTHERS_RESOLUTION).json()["generation_id"]
            for _ in range(3)
        ],
        "lot_id": _granted(other, admin),
        "replayed_id": [endpoint],
        "endpoint_id": changed,
        "since": [(datetime.now(UTC) - timedelta(days=1)).isoformat()],
        "report_name": sorted(TITLES),
        "own_appeal_id": [_appeal(customer) for _ in range(2)],
        "asked_email": ["somebody@example.com"],
        "generation_id": [image["generation_id"] for image in images],
        "source_id": kept,
        "image_id": [image["generation_id"] for image in images[2:]],
        "canceled_id": [canceled],
        "output_id": [shown[1]],
        "file": [shown[2]],
        "position": [images[0]["ledger_position"]],
    }
    return {
        "keys": {
            "customer": customer.key,
            "admin": admin,
            "others": spare,
            "held": held,
        },
        "seldom": SELDOM,
        "fixed": ["account_id", "lot_id", "model_id"],
        "values": values,
        "aliases": ALIASES,
        "bodies": BODIES,
        "protected": [
            customer.account_id,
            character,
            endpoint,
            *kept,
            *keys,
        ],
    }


def _appeal(customer: Customer) -> str:
    """An appeal of somebody's own, which may be read later."""
    answer = customer.http.post("/v1/appeals", json={"text": "Please look again."})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["appeal_id"])


def _granted(other: Customer, admin: str) -> list[str]:
    """Lots of the other account's, to be revoked."""
    for _ in range(LOTS):
        answer = other.http.post(
            f"/admin/v1/accounts/{other.account_id}/grants",
            json=REASON | {"credits": 5},
            headers={"Authorization": f"Bearer {admin}"},
        )
        assert answer.status_code == 201, answer.text
    return [str(lot["lot_id"]) for lot in other.http.get("/v1/balance").json()["lots"]]


def put_on_hold(account: Customer, admin: str) -> str:
    """The key of the account, which may then do nothing but appeal."""
    answer = account.http.post(
        f"/admin/v1/accounts/{account.account_id}/suspensions",
        json=REASON,
        headers={"Authorization": f"Bearer {admin}"},
    )
    assert answer.status_code == 201, answer.text
    return account.key
