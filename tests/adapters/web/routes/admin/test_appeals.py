"""Strikes put end users and accounts on hold over HTTP; appeals end that, or do not."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from domain.enforcement.refusals import PromptBlocked
from domain.ids import CharacterId, moderation_id
from domain.ports import Command, Decision
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import UNKNOWN, Operator
from tests.adapters.web.site import Site

REFUSED = "a schoolgirl, nude"


def refuse(customer: Customer, times: int, end_user_ref: str | None = None) -> None:
    """So many refused prompts; nothing is charged."""
    character_id = customer.character()
    for _ in range(times):
        named = {} if end_user_ref is None else {"end_user_ref": end_user_ref}
        reply = customer.image(character_id, prompt=REFUSED, **named)
        assert (reply.status, reply.error["code"]) == (422, "moderation_blocked")


def appeal(customer: Customer, *, key: str | None = None, **body: Any) -> Reply:
    headers = [] if key is None else [("Idempotency-Key", key)]
    asked = {"text": "It was a misunderstanding."} | body
    return customer.send("POST", "/v1/appeals", json_body=asked, headers=headers)


def test_an_end_user_is_held_alone_and_released_on_appeal(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """After five refusals its requests are refused, dry ones too; others go on. A granted appeal
    ends it, and the account's holder can ask what became of it.
    """
    character_id = customer.character()
    refuse(customer, 4, "user-1")
    assert customer.image(character_id, end_user_ref="user-1").status == 201
    refuse(customer, 1, "user-1")
    held = customer.image(character_id, end_user_ref="user-1")
    assert (held.status, held.error["code"]) == (403, "end_user_suspended")
    dry = customer.image(character_id, end_user_ref="user-1", dry_run=True)
    assert (dry.status, dry.error["code"]) == (403, "end_user_suspended")
    assert customer.image(character_id, end_user_ref="user-2").status == 201
    assert customer.image(character_id).status == 201
    detail = operator.read(f"accounts/{customer.account_id}").json
    assert detail["strikes"] == {
        "account": 0,
        "end_users_struck": 0,
        "end_users_struck_as_minor": 1,
        "end_users_held": 1,
    }
    made = appeal(customer, end_user_ref="user-1")
    assert (made.status, made.json["status"]) == (201, "open")
    appeal_id = made.json["appeal_id"]
    found = operator.read(f"appeals/{appeal_id}").json
    assert (found["text"], found["end_user_ref"]) == ("It was a misunderstanding.", "user-1")
    decided = operator.act(f"appeals/{appeal_id}/decisions", outcome="granted")
    assert (decided.status, decided.json["act"]) == (201, "appeal_granted")
    assert customer.send("GET", f"/v1/appeals/{appeal_id}").json["status"] == "granted"
    assert customer.image(character_id, end_user_ref="user-1").status == 201
    assert customer.available() == 21


def test_an_operator_reads_what_was_refused(operator: Operator, customer: Customer) -> None:
    """Newest first, with the words as they were sent and who sent them."""
    refuse(customer, 1, "user-1")
    named = customer.send(
        "POST",
        "/v1/characters",
        json_body={"model_id": "anime", "name": "Taylor Swift", "traits": {"age": 26}},
    )
    assert named.status == 422
    path = f"accounts/{customer.account_id}/refusals"
    found = operator.read(path).json["data"]
    assert [(each["stage"], each["category"]) for each in found] == [
        ("character", "real_person"),
        ("prompt", "minor"),
    ]
    assert (found[0]["name"], found[0]["prompt"]) == ("Taylor Swift", None)
    assert (found[1]["prompt"], found[1]["end_user_ref"]) == (REFUSED, "user-1")
    page = operator.read(f"{path}?limit=1").json
    rest = operator.read(f"{path}?limit=1&cursor={page['next_cursor']}").json
    assert page["data"] + rest["data"] == found
    assert rest["next_cursor"] is None


def test_an_operator_releases_an_end_user_without_an_appeal(
    operator: Operator, customer: Customer
) -> None:
    """By the reference that the account sends."""
    refuse(customer, 5, "user-1")
    path = f"accounts/{customer.account_id}/end-user-releases"
    assert operator.act(path, end_user_ref="user-1").json["act"] == "end_user_released"
    assert customer.image(customer.character(), end_user_ref="user-1").status == 201


def test_an_account_on_hold_may_appeal_and_nothing_else(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """A denied appeal changes nothing, a granted one ends the hold."""
    operator.act(f"accounts/{customer.account_id}/suspensions")
    assert customer.send("GET", "/v1/balance").status == 403
    first = appeal(customer).json["appeal_id"]
    assert operator.act(f"appeals/{first}/decisions", outcome="denied").status == 201
    assert customer.send("GET", f"/v1/appeals/{first}").json["status"] == "denied"
    assert customer.send("GET", "/v1/balance").status == 403
    late = operator.act(f"appeals/{first}/decisions", outcome="granted")
    assert (late.status, late.error["code"]) == (409, "invalid_state")
    second = appeal(customer).json["appeal_id"]
    operator.act(f"appeals/{second}/decisions", outcome="granted")
    assert customer.send("GET", "/v1/balance").status == 200


def refused_before(site: Site, customer: Customer, times: int) -> None:
    """So many refusals two hours ago."""
    at = datetime.now(UTC) - timedelta(hours=2)
    stream_id = moderation_id(customer.account_id)
    blocks = [
        PromptBlocked(
            account_id=customer.account_id,
            livemode=True,
            claim=uuid4(),
            kind="image",
            character_id=CharacterId(uuid4()),
            key_id=customer.key_id,
            judge="lexicon",
            category="minor",
            policy_version="policy-2",
            at=at,
            end_user=None,
            sealed=b"sealed",
        )
        for _ in range(times)
    ]
    command = Command(
        streams=(stream_id,), decide=lambda states, now: Decision(events={stream_id: blocks})
    )
    site.ledger.append(command).result(60)


def test_many_strikes_of_nobody_suspend_the_account(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """The twenty-fifth within thirty days, of requests that name no end user."""
    refused_before(site, customer, 5)
    refuse(customer, 19)
    detail = operator.read(f"accounts/{customer.account_id}").json
    assert (detail["status"], detail["strikes"]["account"]) == ("open", 24)
    refuse(customer, 1)
    assert customer.send("GET", "/v1/balance").error["code"] == "account_suspended"
    detail = operator.read(f"accounts/{customer.account_id}").json
    assert (detail["status"], detail["strikes"]["account"]) == ("suspended", 0)


def test_an_appeal_is_made_once(site: Site, customer: Customer) -> None:
    """A repeated key answers the first appeal; another text with it is refused."""
    first = appeal(customer, key="a-1")
    again = appeal(customer, key="a-1")
    assert (again.status, again.json) == (201, first.json)
    assert again.header("idempotent-replayed") == "true"
    assert appeal(customer, key="a-1", text="else").error["code"] == "idempotency_key_reused"
    stranger = site.account()
    path = f"/v1/appeals/{first.json['appeal_id']}"
    assert stranger.send("GET", path).status == 404
    assert customer.send("GET", f"/v1/appeals/{UNKNOWN}").status == 404


def test_appeals_are_limited(site: Site, customer: Customer) -> None:
    """The sixth of a clock minute is refused with when to come again."""
    site.freeze()
    replies = [appeal(customer) for _ in range(6)]
    assert [reply.status for reply in replies] == [201] * 5 + [429]
    assert replies[-1].header("retry-after") == "30"


def test_appeals_are_listed_oldest_first(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """By status, page by page, with whom they are about."""
    made = [
        appeal(customer).json["appeal_id"],
        appeal(customer, end_user_ref="u").json["appeal_id"],
    ]
    operator.act(f"appeals/{made[0]}/decisions", outcome="denied")
    site.project()
    listed: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = operator.read(f"appeals?limit=2{cursor}").json
        listed += page["data"]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    ours = [found for found in listed if found["appeal_id"] in made]
    assert [(found["status"], found["about_end_user"]) for found in ours] == [
        ("denied", False),
        ("open", True),
    ]
    assert made[0] not in [
        found["appeal_id"] for found in operator.read("appeals?status=open&limit=100").json["data"]
    ]
