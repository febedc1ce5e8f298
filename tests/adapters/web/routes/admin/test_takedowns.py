"""Reports from outside, and what an operator makes of them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from adapters.accounts.erasure import erase_report, unfinished
from adapters.web.routes.admin import takedowns
from domain.generation import GenerationCanceled, GenerationTakenDown
from domain.handlers import end_generation
from domain.ids import GenerationId, ReportId
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import UNKNOWN, Operator
from tests.adapters.web.site import ELSEWHERE, Site
from tests.stack import wait_for

STREET = ("203.0.113.30", 40000)


def tell(site: Site, **changes: Any) -> Reply:
    body = {"kind": "takedown", "text": "This is me, remove it."} | changes
    return site.send("POST", "/v1/reports", json_body=body)


def picture(customer: Customer) -> dict[str, Any]:
    """A finished image of the customer."""
    reply = customer.image(customer.character())
    assert reply.status == 201, reply
    found: dict[str, Any] = reply.json
    return found


def shown(site: Site, url: str) -> Reply:
    reply: Reply = site.send("GET", url.removeprefix("https://media.example"))
    return reply


def test_anybody_reports_and_asks_what_became_of_it(site: Site) -> None:
    """A receipt with a clock of 48 hours; nobody else can guess it, and no key is needed."""
    site.freeze()
    reply = tell(site, kind="abuse", contact="me@example.com")
    assert reply.status == 201
    assert reply.header("location") == f"/v1/reports/{reply.json['receipt']}"
    due = datetime(2031, 1, 1, 12, 0, 30, tzinfo=UTC) + timedelta(hours=48)
    assert datetime.fromisoformat(reply.json["due_at"]) == due
    assert (reply.json["status"], reply.json["outcome"]) == ("open", None)
    assert site.send("GET", f"/v1/reports/{reply.json['receipt']}").json == reply.json
    for unknown in (UNKNOWN, "nonsense"):
        assert site.send("GET", f"/v1/reports/{unknown}").status == 404


def test_a_repeated_report_is_the_same_report(site: Site) -> None:
    """With its Idempotency-Key, at once or later, spelled otherwise or in quotes, and when the
    address may report no more; without a key every report is one of its own.
    """
    site.freeze()
    words = {"kind": "abuse", "text": "This is me."}

    def sent(key: str | None, **changes: Any) -> Any:
        headers = [] if key is None else [("Idempotency-Key", key)]
        return site.ask(
            "POST", "/v1/reports", json_body=words | changes, headers=headers, client=STREET
        )

    at_once = site.send_all(sent("r-1") for _ in range(8))
    (receipt,) = {reply.json["receipt"] for reply in at_once}
    assert {reply.status for reply in at_once} == {201}
    assert sum(reply.header("idempotent-replayed") is None for reply in at_once) == 1
    others = site.send_all([sent("r-1", text="It is me."), sent("r-2"), sent(None), sent(None)])
    assert len({receipt, *(reply.json["receipt"] for reply in others)}) == 5
    statuses = [reply.status for reply in site.send_all(sent(None) for _ in range(25))]
    assert 429 in statuses
    again = site.wait(sent('"r-1"', contact=None))
    assert (again.status, again.json["receipt"]) == (201, receipt)
    assert again.header("idempotent-replayed") == "true"
    assert again.header("location") == f"/v1/reports/{receipt}"
    assert site.wait(sent("")).error["code"] == "idempotency_key_invalid"


@pytest.mark.parametrize(
    ("body", "status"),
    [({"kind": "praise"}, 422), ({"text": ""}, 422), ({"text": "x" * 4001}, 422), ({"a": 1}, 400)],
)
def test_a_report_that_says_nothing_is_refused(
    body: dict[str, Any], status: int, site: Site
) -> None:
    """It needs a kind that there is, and words, but not too many."""
    assert tell(site, **body).status == status


def test_one_address_reports_only_so_often(site: Site) -> None:
    """The 21st report of a clock hour is refused with when to come again."""
    site.freeze()
    body = {"kind": "abuse", "text": "again"}
    elsewhere = [
        site.send("POST", "/v1/reports", json_body=body, client=ELSEWHERE) for _ in range(21)
    ]
    assert [reply.status for reply in elsewhere] == [201] * 20 + [429]
    assert elsewhere[-1].header("retry-after") == "3570"


def test_a_report_leads_to_a_takedown(site: Site, operator: Operator, customer: Customer) -> None:
    """The operator sees whose picture it is and what was written; the takedown closes the report,
    the URL answers 410, and no video starts from it any more.
    """
    image = picture(customer)
    receipt = tell(site, url=image["output_url"] + "?from=feed").json["receipt"]
    found = operator.read(f"abuse-reports/{receipt}").json
    assert found["generation_id"] == image["generation_id"]
    assert (found["text"], found["contact"]) == ("This is me, remove it.", None)
    assert 0 < found["seconds_left"] <= 48 * 3600
    assert shown(site, image["output_url"]).status == 200
    done = operator.act(f"generations/{image['generation_id']}/takedowns", report_id=receipt)
    assert (done.status, done.json["act"]) == (201, "output_taken_down")
    assert done.json["about"] == str(customer.account_id)
    gone = shown(site, image["output_url"])
    assert (gone.status, gone.error["code"]) == (410, "output_removed")
    closed = site.send("GET", f"/v1/reports/{receipt}").json
    assert (closed["status"], closed["outcome"]) == ("closed", "removed")
    body = {"source_generation_id": image["generation_id"], "prompt": "waves"}
    video = customer.send("POST", "/v1/videos:generate", json_body=body)
    assert (video.status, video.error["code"]) == (410, "output_removed")
    assert operator.read(f"abuse-reports/{receipt}").json["seconds_left"] is None
    assert customer.available() == 24


def video(customer: Customer, source: dict[str, Any]) -> str:
    """A video that is asked for of this picture."""
    body = {"source_generation_id": source["generation_id"], "prompt": "waves"}
    reply = customer.send("POST", "/v1/videos:generate", json_body=body)
    assert reply.status == 202, reply
    return str(reply.json["generation_id"])


def read(customer: Customer, generation_id: str) -> dict[str, Any]:
    found: dict[str, Any] = customer.send("GET", f"/v1/generations/{generation_id}").json
    return found


def test_what_was_gone_before_a_takedown_is_not_named(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """A video that a hold of the account canceled, one that was taken down by itself, and those of
    an earlier takedown of the same picture.
    """
    image = picture(customer)
    done, alone = video(customer, image), video(customer, image)
    wait_for(lambda: {read(customer, made)["status"] for made in (done, alone)} == {"completed"})
    operator.act(f"generations/{alone}/takedowns")
    held = video(customer.outcome("hold"), image)
    hold = GenerationCanceled(by="operator")
    ending = end_generation(customer.account_id, GenerationId(UUID(held)), hold)
    assert site.ledger.append(ending).result(60).answer is True
    waiting = video(customer, image)
    path = f"generations/{image['generation_id']}/takedowns"
    removed = operator.act(path, key=f"first-{done}")
    assert (removed.json["taken_down"], removed.json["canceled"]) == ([done], [waiting])
    again = operator.act(path, key=f"first-{done}")
    assert (again.json, again.header("idempotent-replayed")) == (removed.json, "true")
    second = operator.act(path, key=f"second-{done}")
    assert (second.json["taken_down"], second.json["canceled"]) == ([], [])


def test_many_videos_are_taken_down_in_several_transactions(
    site: Site, operator: Operator, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those behind the first ones follow the act, by the same actor, and the answer names all."""
    monkeypatch.setattr(takedowns, "DERIVED_TOGETHER_MAX", 1)
    image = picture(customer)
    done = [video(customer, image) for _ in range(2)]
    wait_for(lambda: {read(customer, made)["status"] for made in done} == {"completed"})
    waiting = video(customer.outcome("hold"), image)
    path = f"generations/{image['generation_id']}/takedowns"
    removed = operator.act(path, key=f"many-{waiting}")
    assert (removed.json["taken_down"], removed.json["canceled"]) == (done, [waiting])
    assert [shown(site, read(customer, made)["output_url"]).status for made in done] == [410, 410]
    assert read(customer, waiting)["refunded_credits"] == 5
    events = [each for each in site.ledger.read(0, 100_000) if str(each.stream_id) in done]
    taken = [each for each in events if isinstance(each.event, GenerationTakenDown)]
    assert {each.event for each in taken} == {GenerationTakenDown(actor=f"key:{operator.key_id}")}
    assert len({each.recorded_at for each in taken}) == 2
    assert removed.header("xavira-position") == str(
        max(each.position for each in site.ledger.read(0, 100_000))
    )
    again = operator.act(path, key=f"many-{waiting}")
    assert (again.json, again.header("idempotent-replayed")) == (removed.json, "true")


@pytest.mark.parametrize("projected", [False, True])
def test_what_was_made_from_a_picture_goes_with_it(
    site: Site, operator: Operator, customer: Customer, *, projected: bool
) -> None:
    """Its videos answer 410, one that is open is canceled and refunded, another picture's stays;
    the answer names them, lists up to date or not, and says the same again.
    """
    image, other = picture(customer), picture(customer)

    done, kept = video(customer, image), video(customer, other)
    wait_for(lambda: {read(customer, made)["status"] for made in (done, kept)} == {"completed"})
    failed = video(customer.outcome("fail"), image)
    wait_for(lambda: read(customer, failed)["status"] == "failed")
    waiting = video(customer.outcome("hold"), image)
    if projected:
        site.project()
    path = f"generations/{image['generation_id']}/takedowns"
    removed = operator.act(path, key=f"takedown-{image['generation_id']}")
    assert removed.status == 201
    assert (removed.json["taken_down"], removed.json["canceled"]) == ([done], [waiting])
    assert shown(site, read(customer, done)["output_url"]).error["code"] == "output_removed"
    assert shown(site, read(customer, kept)["output_url"]).status == 200
    canceled = read(customer, waiting)
    assert (canceled["status"], canceled["refunded_credits"]) == ("canceled", 5)
    assert read(customer, failed)["status"] == "failed"
    assert customer.available() == 25 - 2 * 1 - 2 * 5
    taken = [each for each in site.ledger.read(0, 100_000) if each.stream_id == UUID(done)][-1]
    assert taken.event == GenerationTakenDown(actor=f"key:{operator.key_id}")
    again = operator.act(path, key=f"takedown-{image['generation_id']}")
    assert (again.json, again.header("idempotent-replayed")) == (removed.json, "true")


def test_a_deletion_by_its_owner_leaves_what_was_made_from_it(
    site: Site, customer: Customer
) -> None:
    """The owner deletes each output alone."""
    image = picture(customer)
    body = {"source_generation_id": image["generation_id"], "prompt": "waves"}
    made = customer.send("POST", "/v1/videos:generate", json_body=body).json["generation_id"]

    def video() -> dict[str, Any]:
        found: dict[str, Any] = customer.send("GET", f"/v1/generations/{made}").json
        return found

    wait_for(lambda: video()["status"] == "completed")
    customer.send("DELETE", f"/v1/generations/{image['generation_id']}/output")
    assert shown(site, video()["output_url"]).status == 200


def test_a_replay_of_removed_work_answers_as_ever(operator: Operator, customer: Customer) -> None:
    """The same bytes as before the takedown; only the URL tells."""
    character_id = customer.character()
    first = customer.image(character_id, key="k-1")
    operator.act(f"generations/{first.json['generation_id']}/takedowns")
    again = customer.image(character_id, key="k-1")
    assert (again.status, again.body) == (201, first.body)
    assert shown(operator.site, first.json["output_url"]).status == 410


def test_a_takedown_outlasts_its_owners_deletion(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """A deleted output can still be taken down, and is told as removed from then on."""
    image = picture(customer)
    customer.send("DELETE", f"/v1/generations/{image['generation_id']}/output")
    assert shown(site, image["output_url"]).error["code"] == "output_deleted"
    assert operator.act(f"generations/{image['generation_id']}/takedowns").status == 201
    assert shown(site, image["output_url"]).error["code"] == "output_removed"


def test_only_an_output_can_be_taken_down(operator: Operator, customer: Customer) -> None:
    """Work without output has nothing to remove; an unknown report closes nothing."""
    failed = customer.outcome("fail").image(customer.character())
    reply = operator.act(f"generations/{failed.error['generation_id']}/takedowns")
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")
    image = picture(customer.outcome("complete"))
    path = f"generations/{image['generation_id']}/takedowns"
    assert operator.act(path, report_id=UNKNOWN).status == 404
    assert shown(operator.site, image["output_url"]).status == 200


def test_a_report_is_dismissed(site: Site, operator: Operator) -> None:
    """The reporter is told; the other answer is refused afterwards, the same one is fine."""
    receipt = tell(site, kind="abuse").json["receipt"]
    path = f"abuse-reports/{receipt}/dismissals"
    assert operator.act(path, reason="not ours").json["act"] == "report_dismissed"
    told = site.send("GET", f"/v1/reports/{receipt}").json
    assert (told["status"], told["outcome"]) == ("closed", "dismissed")
    assert operator.act(path).status == 201


def test_the_most_urgent_report_comes_first(site: Site, operator: Operator) -> None:
    """Open ones by age, page by page; an overdue one has less than no time left."""
    receipts = [tell(site, kind="abuse").json["receipt"] for _ in range(3)]
    operator.act(f"abuse-reports/{receipts[1]}/dismissals")
    site.project()
    listed: list[str] = []
    cursor = ""
    while True:
        page = operator.read(f"abuse-reports?status=open&limit=2{cursor}").json
        listed += [report["report_id"] for report in page["data"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert [receipt for receipt in listed if receipt in receipts] == [receipts[0], receipts[2]]
    due_at = datetime.fromisoformat(operator.read(f"abuse-reports/{receipts[0]}").json["due_at"])
    site.now = due_at + timedelta(hours=1)
    assert operator.read(f"abuse-reports/{receipts[0]}").json["seconds_left"] == -3600


def test_a_reports_words_are_sealed(site: Site) -> None:
    """Neither text nor address is readable in the log."""
    receipt = tell(site, text="a secret story", contact="me@example.com").json["receipt"]
    (stored,) = [r for r in site.ledger.read(0, 100_000) if r.stream_id == UUID(receipt)]
    assert b"secret story" not in repr(stored.event).encode()
    assert b"me@example.com" not in repr(stored.event).encode()


def test_a_reports_words_are_erased(site: Site, operator: Operator) -> None:
    """What was written is gone for every process; the outcome stays, and no reason is added."""
    receipt = tell(site, text="a secret story").json["receipt"]
    other = tell(site, text="another story").json["receipt"]
    erase_report(site.database_url, ReportId(UUID(receipt)))
    path = f"abuse-reports/{receipt}"
    wait_for(lambda: operator.read(path).json["text"] is None)
    assert operator.read(path).json["status"] == "open"
    assert operator.read(f"abuse-reports/{other}").json["text"] == "another story"
    refused = operator.act(f"{path}/dismissals")
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert UUID(receipt) not in unfinished(site.database_url)
