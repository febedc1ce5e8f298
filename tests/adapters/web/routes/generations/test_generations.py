"""Reading, canceling and listing generations."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from adapters.queue_places import Place
from adapters.web.app import openapi_json
from domain.handlers import start_generation
from domain.ids import GenerationId
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def test_an_open_generation_says_when_to_look_again(site: Site, customer: Customer) -> None:
    """Retry-After while it is open, progress as far as it is known."""
    character_id = customer.outcome("hold").character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    reply = customer.send("GET", f"/v1/generations/{generation_id}")
    assert (reply.status, reply.header("retry-after")) == (200, "1")
    assert reply.json["progress"] == 0.0
    site.progress[UUID(generation_id)] = 0.5
    assert customer.send("GET", f"/v1/generations/{generation_id}").json["progress"] == 0.5
    site.settle(customer.account_id, generation_id, "complete")
    done = customer.send("GET", f"/v1/generations/{generation_id}")
    assert (done.json["status"], done.header("retry-after")) == ("completed", None)


def test_an_unchanged_generation_is_not_sent_again(site: Site, customer: Customer) -> None:
    """ETag and If-None-Match."""
    character_id = customer.outcome("hold").character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    path = f"/v1/generations/{generation_id}"
    etag = customer.send("GET", path).header("etag") or ""
    assert etag.startswith('"')
    for tags in (etag, f'"other", W/{etag}', "*"):
        unchanged = customer.send("GET", path, headers=[("If-None-Match", tags)])
        assert (unchanged.status, unchanged.body) == (304, b"")
        assert unchanged.header("etag") == etag
    site.settle(customer.account_id, generation_id, "complete")
    changed = customer.send("GET", path, headers=[("If-None-Match", etag)])
    assert changed.status == 200
    assert changed.header("etag") != etag


def test_a_canceled_generation_is_refunded_at_once(customer: Customer) -> None:
    """200 with the canceled generation, and 200 again."""
    character_id = customer.outcome("hold").character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    assert customer.available() == 24
    for _ in range(2):
        reply = customer.send("POST", f"/v1/generations/{generation_id}:cancel")
        assert (reply.status, reply.json["status"]) == (200, "canceled")
        assert reply.json["refunded_credits"] == 1
        assert customer.available() == 25


@pytest.mark.parametrize("outcome", ["complete", "fail", "expire"])
def test_what_ended_otherwise_cannot_be_canceled(customer: Customer, outcome: str) -> None:
    """409 invalid_state."""
    reply = customer.outcome(outcome).image(customer.character())
    generation_id = (reply.header("location") or "").rpartition("/")[2]
    refused = customer.send("POST", f"/v1/generations/{generation_id}:cancel")
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")


def test_canceling_wakes_the_request_that_waits(site: Site, customer: Customer) -> None:
    """It answers 409 generation_canceled."""
    character_id = customer.outcome("hold").character()
    started = customer.image(character_id, key="k", prefer="respond-async").json
    waiting = site.begin(customer.image_task(character_id, key="k", prefer="wait=120"))
    customer.send("POST", f"/v1/generations/{started['generation_id']}:cancel")
    reply = site.end(waiting)
    assert (reply.status, reply.error["code"]) == (409, "generation_canceled")


def test_generations_are_listed_newest_first_in_pages(site: Site, customer: Customer) -> None:
    """A list item is what a read answers."""
    character_id = customer.character()
    ids = [customer.image(character_id).json["generation_id"] for _ in range(5)]
    site.project()
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        page = customer.send("GET", f"/v1/generations?limit=2{cursor}").json
        seen += [generation["generation_id"] for generation in page["data"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert page["next_cursor"] is None
    assert seen == list(reversed(ids))
    assert page["data"][0] == customer.send("GET", f"/v1/generations/{ids[0]}").json


def test_texts_are_told_as_they_were_sent(site: Site, customer: Customer) -> None:
    """Quotes, backslashes, line breaks and wide signs, in an answer, a read and a list."""
    prompt = 'a "quoted" \\ garden,\n\ttea / coffee, \u2028 \u00e9t\u00e9 \U0001f338 </b>'
    sent = {
        "negative_prompt": 'no "rain" \u2603',
        "tags": ['a "b"', "\u6a59"],
        "end_user_ref": "\\\u00fc",
    }
    character_id = customer.character()
    answer = customer.image(character_id, prompt=prompt, **sent).json
    told = {name: answer[name] for name in ("prompt", *sent)}
    assert told == {"prompt": prompt} | sent
    assert [layer["name"] for layer in answer["enhancement"]["layers"]]
    assert customer.send("GET", f"/v1/generations/{answer['generation_id']}").json == answer
    position = answer["ledger_position"]
    site.project()
    listed = customer.send("GET", f"/v1/generations?min_position={position}").json["data"]
    assert listed == [answer]


def test_a_list_can_be_filtered(site: Site, customer: Customer) -> None:
    """By character, kind, status, tag, end user and time."""
    one, other = customer.character(), customer.character()
    first = customer.image(one, tags=["summer", "x"], end_user_ref="anna").json
    second = customer.image(other).json
    tagged, plain = first["generation_id"], second["generation_id"]
    customer.outcome("fail").image(one)
    site.project()

    def found(query: str) -> list[str]:
        data = customer.send("GET", f"/v1/generations?{query}").json["data"]
        return [generation["generation_id"] for generation in data]

    assert found("tag=summer") == [tagged]
    assert found("tag=winter") == []
    assert found(f"character_id={other}") == [plain]
    assert found("status=completed") == [plain, tagged]
    assert found(f"status=completed&character_id={one}&kind=image&tag=x") == [tagged]
    assert found("kind=video") == []
    assert found("end_user_ref=anna") == [tagged]
    assert found("end_user_ref=anna&tag=summer") == [tagged]
    assert found("end_user_ref=anna&tag=winter") == []
    assert found(f"created_before={second['created_at']}") == [tagged]
    assert found(f"created_from={second['created_at']}&status=completed") == [plain]
    assert found("created_from=2100-01-01T00:00:00Z") == []


def test_the_hourly_list_finds_what_ended_late_and_what_failed(
    site: Site, customer: Customer
) -> None:
    """As the page of webhooks says it: from the oldest open order, without `status`, every page."""
    character_id = customer.outcome("hold").character()
    late, failed, known = (
        customer.image(character_id, prefer="respond-async").json for _ in range(3)
    )
    for each, outcome in ((known, "complete"), (failed, "fail"), (late, "complete")):
        site.settle(customer.account_id, each["generation_id"], outcome)
    site.project()
    guide = (Path(__file__).parents[5] / "docs/howto/webhooks.md").read_text()
    net = guide.split("- **Once an hour, for everything**: list `GET ")[1]
    path = net.split("`")[0].replace("2026-11-20T09:55:00Z", late["created_at"])
    found: dict[str, str] = {}
    cursor: str | None = ""
    while cursor is not None:
        page = customer.send("GET", f"{path.replace('limit=100', 'limit=1')}{cursor}").json
        found |= {each["generation_id"]: each["status"] for each in page["data"]}
        cursor = None if page["next_cursor"] is None else f"&cursor={page['next_cursor']}"
    assert (found[late["generation_id"]], found[failed["generation_id"]]) == ("completed", "failed")
    assert len(found) == 3


def test_a_cursor_goes_on_behind_what_came_meanwhile(site: Site, customer: Customer) -> None:
    """New generations shift nothing: a page begins behind the last row that was read."""
    character_id = customer.character()
    ids = [customer.image(character_id, tags=["t"]).json["generation_id"] for _ in range(4)]
    site.project()
    for query in ("", "&tag=t", f"&character_id={character_id}"):
        page = customer.send("GET", f"/v1/generations?limit=2{query}").json
        customer.image(character_id, tags=["t"])
        site.project()
        cursor = page["next_cursor"]
        rest = customer.send("GET", f"/v1/generations?limit=100&cursor={cursor}{query}").json
        listed = [generation["generation_id"] for generation in page["data"] + rest["data"]]
        assert listed[-4:] == list(reversed(ids))
        assert len(set(listed)) == len(listed)


def test_what_is_rendered_takes_what_is_left(site: Site, customer: Customer) -> None:
    """The time of a render shrinks with its progress, and it has no place in the queue any more."""
    generation_id = (
        customer.outcome("hold")
        .image(customer.character(), prefer="respond-async")
        .json["generation_id"]
    )
    site.ledger.append(start_generation(GenerationId(UUID(generation_id)), 1)).result(30)
    site.progress[UUID(generation_id)] = 0.5
    half = customer.send("GET", f"/v1/generations/{generation_id}").json
    latency = site.dependencies().models["anime"].latency["image"]
    assert (half["status"], half["queue_position"]) == ("processing", None)
    assert half["eta"] == {
        "p50_seconds": latency.p50_seconds / 2,
        "p95_seconds": latency.p95_seconds / 2,
    }


def test_a_place_is_told_before_the_dispatcher_knows(site: Site, customer: Customer) -> None:
    """202 says where the work will stand, also while `work` is stopped."""
    site.place, known = None, site.place
    try:
        reply = customer.outcome("hold").image(customer.character(), prefer="respond-async")
    finally:
        site.place = known
    assert reply.json["queue_position"] == 4
    assert reply.json["eta"] == {"p50_seconds": 8.0, "p95_seconds": 11.0}


def test_work_that_was_handed_out_has_no_place_and_an_end(site: Site, customer: Customer) -> None:
    """Already in the 202 where nobody else waits: it is queued until somebody takes it up."""
    site.place, known = Place(position=None, p50_seconds=4.0, p95_seconds=6.0), site.place
    try:
        asked = customer.outcome("hold").image(customer.character(), prefer="respond-async").json
        read = customer.send("GET", f"/v1/generations/{asked['generation_id']}").json
    finally:
        site.place = known
    for told in (asked, read):
        assert (told["status"], told["queue_position"]) == ("queued", None)
        assert told["eta"] == {"p50_seconds": 4.0, "p95_seconds": 6.0}
    schema = json.loads(openapi_json())["components"]["schemas"]["GenerationAnswer"]
    assert "null once it was handed out" in schema["description"]


def test_a_list_tells_what_a_read_tells(site: Site, customer: Customer) -> None:
    """Places and times of what waits too, before the dispatcher knows of it and after; the queue is
    asked once for a page, and not where nothing waits.
    """
    character_id = customer.character()
    done = customer.image(character_id).json["generation_id"]
    customer.outcome("hold")
    ids = [customer.image(character_id, prefer="respond-async").json["generation_id"] for _ in "ab"]
    site.project()

    def both() -> tuple[list[Any], list[Any]]:
        listed = customer.send("GET", "/v1/generations").json["data"]
        every = [*reversed(ids), done]
        return listed, [customer.send("GET", f"/v1/generations/{one}").json for one in every]

    before = site.places_asked
    listed, read = both()
    assert listed == read
    assert [each["queue_position"] for each in listed] == [3, 3, None]
    site.place, known = None, site.place
    try:
        listed, read = both()
    finally:
        site.place = known
    assert listed == read
    assert [each["queue_position"] for each in listed] == [4, 4, None]
    assert site.places_asked == before + 2
    customer.send("GET", "/v1/generations?status=completed")
    assert site.places_asked == before + 2


@pytest.mark.parametrize(
    "query",
    [
        "kind=sound",
        "status=done",
        "character_id=x",
        "created_from=yesterday",
        "created_from=0.5",
        "created_before=1e-5",
        "created_before=2026-01-01T00:00:00",
    ],
)
def test_a_filter_that_means_nothing_is_refused(customer: Customer, query: str) -> None:
    """422, naming the parameter."""
    reply = customer.send("GET", f"/v1/generations?{query}")
    assert (reply.status, reply.error["param"]) == (422, query.partition("=")[0])


def test_a_list_waits_for_a_position(site: Site, customer: Customer) -> None:
    """Read your writes: the position of an answer makes the next list know it."""
    site.project()  # of what other tests recorded, for which nobody would wait
    reply = customer.image(customer.character())
    position = reply.header("xavira-position")
    waiting = site.begin(customer.ask("GET", f"/v1/generations?min_position={position}"))
    site.project()
    listed = site.end(waiting)
    assert listed.header("xavira-position") == position
    (generation,) = listed.json["data"]
    assert generation["generation_id"] == reply.json["generation_id"]


def test_erased_text_is_null_and_the_rest_stays(site: Site, customer: Customer) -> None:
    """Without the account's key the free text is gone."""
    generation_id = customer.image(customer.character()).json["generation_id"]
    vault = site.blind_vault()
    app = site.serve(vault=vault)
    read = customer.send("GET", f"/v1/generations/{generation_id}", app=app).json
    assert (read["prompt"], read["enhancement"], read["tags"]) == (None, None, None)
    assert (read["status"], read["cost_credits"]) == ("completed", 1)
