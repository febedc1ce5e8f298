"""Usage over HTTP."""

import re
import tracemalloc

import pytest

from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def _used(site: Site, customer: Customer) -> str:
    """Three images: two for one end user, one of them refunded, and one for another."""
    character_id = customer.character()
    customer.image(character_id, tags=["summer", "beach"], end_user_ref="anna")
    customer.outcome("fail").image(character_id, tags=["summer"], end_user_ref="anna")
    customer.outcome("complete").image(character_id, end_user_ref="=1+1")
    customer.image(character_id)
    site.project()
    return character_id


def _rows(customer: Customer, query: str) -> dict[str, tuple[int, ...]]:
    data = customer.send("GET", f"/v1/usage?{query}").json["data"]
    return {
        row["value"]: (row["images"], row["completed"], row["refunded"], row["credits_used"])
        for row in data
    }


def test_usage_by_everything(site: Site, customer: Customer) -> None:
    """Each dimension adds up generations and credits, refunds taken off."""
    character_id = _used(site, customer)
    assert _rows(customer, "by=tag") == {"summer": (2, 1, 1, 1), "beach": (1, 1, 0, 1)}
    assert _rows(customer, "by=end_user") == {"anna": (2, 1, 1, 1), "=1+1": (1, 1, 0, 1)}
    assert _rows(customer, "by=character") == {character_id: (4, 3, 1, 3)}
    assert _rows(customer, "by=key") == {str(customer.key_id): (4, 3, 1, 3)}
    assert _rows(customer, "by=model") == {"anime": (4, 3, 1, 3)}
    days = _rows(customer, "")
    assert [re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) is None for day in days] == [False]
    assert list(days.values()) == [(4, 3, 1, 3)]


def test_a_row_has_every_field_of_the_reference(site: Site, customer: Customer) -> None:
    """Counts and credits of the days asked for."""
    _used(site, customer)
    usage = customer.send("GET", "/v1/usage?by=model&from=2020-01-01&to=2020-01-02").json
    assert usage == {
        "by": "model",
        "from": "2020-01-01",
        "to": "2020-01-02",
        "data": [],
        "next_cursor": None,
    }
    (row,) = customer.send("GET", "/v1/usage?by=model").json["data"]
    assert row == {
        "value": "anime",
        "images": 4,
        "videos": 0,
        "completed": 3,
        "refunded": 1,
        "credits_charged": 4,
        "credits_refunded": 1,
        "credits_used": 3,
    }


def test_usage_without_a_limit_holds_the_days_it_tells(site: Site, customer: Customer) -> None:
    """Thirty days are told unasked, so thirty rows are one page; more than a hundred are two."""
    character_id = customer.character()
    for picture in range(11):
        customer.image(character_id, tags=[f"{picture}-{tag}" for tag in range(10)])
        if picture == 2:
            site.project()
            page = customer.send("GET", "/v1/usage?by=tag").json
            assert (len(page["data"]), page["next_cursor"]) == (30, None)
    site.project()
    first = customer.send("GET", "/v1/usage?by=tag").json
    rest = customer.send("GET", f"/v1/usage?by=tag&cursor={first['next_cursor']}").json
    assert (len(first["data"]), len(rest["data"]), rest["next_cursor"]) == (100, 10, None)


def test_pages_of_usage_follow_on_each_other(site: Site, customer: Customer) -> None:
    """The cursor goes on behind the last row."""
    _used(site, customer)
    first = customer.send("GET", "/v1/usage?by=tag&limit=1").json
    rest = customer.send("GET", f"/v1/usage?by=tag&limit=1&cursor={first['next_cursor']}").json
    values = [row["value"] for row in first["data"] + rest["data"]]
    assert sorted(values) == ["beach", "summer"]
    assert rest["next_cursor"] is None


def test_usage_as_csv(site: Site, customer: Customer) -> None:
    """A spreadsheet takes no text for a formula, whatever an end user is called."""
    _used(site, customer)
    reply = customer.send("GET", "/v1/usage?by=end_user&format=csv")
    assert reply.header("content-type") == "text/csv; charset=utf-8"
    assert reply.header("content-disposition") == 'attachment; filename="usage.csv"'
    lines = reply.body.decode().split("\r\n")
    assert lines[0] == (
        "value,images,videos,completed,refunded,credits_charged,credits_refunded,credits_used"
    )
    assert sorted(lines[1:]) == ["", "'=1+1,1,0,1,0,1,0,1", "anna,2,0,1,1,2,1,1"]


@pytest.mark.parametrize(
    ("tag", "cell"),
    [
        ("a;=1+1", '"a;=1+1"'),
        ("a,=1+1", '"a,=1+1"'),
        ('a"=1', '"a""=1"'),
        ("\t=1", '"\'\t=1"'),
        ("\n=1", '"\'\n=1"'),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("-1", "'-1"),
        ("plain", "plain"),
    ],
)
def test_no_text_begins_a_cell_of_its_own(
    site: Site, customer: Customer, tag: str, cell: str
) -> None:
    """Whichever separator a spreadsheet expects, and however its people write an equals sign."""
    customer.image(customer.character(), tags=[tag])
    site.project()
    reply = customer.send("GET", "/v1/usage?by=tag&format=csv")
    assert reply.body.decode().split("\r\n", 1)[1] == f"{cell},1,0,1,0,1,0,1\r\n"


def test_the_texts_of_many_tags_take_a_bounded_memory(site: Site) -> None:
    """Two hundred tags of twenty long prompts: each prompt is unsealed once, and none is kept."""
    customer = site.account(granted=100)
    character_id = customer.character()
    for number in range(20):
        tags = [f"tag-{number}-{place}" for place in range(10)]
        customer.image(character_id, prompt="garden, " * 500, tags=tags)
    site.project()
    tracemalloc.start()
    try:
        reply = customer.send("GET", "/v1/usage?by=tag&format=csv")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(reply.body.splitlines()) == 1 + 200
    assert peak < 1_500_000


def test_usage_waits_for_a_position(site: Site, customer: Customer) -> None:
    """Read your writes."""
    site.project()  # of what other tests recorded, for which nobody would wait
    position = customer.image(customer.character(), tags=["new"]).header("xavira-position")
    waiting = site.begin(customer.ask("GET", f"/v1/usage?by=tag&min_position={position}"))
    site.project()
    assert [row["value"] for row in site.end(waiting).json["data"]] == ["new"]


def test_the_same_words_of_two_accounts_are_strangers(site: Site, customer: Customer) -> None:
    """Nobody's tag or end user is counted, or named, for somebody else."""
    _used(site, customer)
    other = site.account()
    other.image(other.character(), tags=["summer"], end_user_ref="anna")
    site.project()
    assert _rows(other, "by=tag") == {"summer": (1, 1, 0, 1)}
    assert _rows(other, "by=end_user") == {"anna": (1, 1, 0, 1)}


def test_nothing_is_readable_without_the_key(site: Site, customer: Customer) -> None:
    """Numbers stay, texts are null: labels alone say nothing."""
    _used(site, customer)
    app = site.serve(vault=site.blind_vault())
    data = customer.send("GET", "/v1/usage?by=end_user", app=app).json["data"]
    assert [row["value"] for row in data] == [None, None]
    assert sorted(row["images"] for row in data) == [1, 2]


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("by=colour", "by"),
        ("from=2026-02-30", "from"),
        ("from=2026-01-02&to=2026-01-01", "from"),
        ("from=2020-01-01&to=2026-01-01", "from"),
        ("limit=101", "limit"),
        ("cursor=c5", "cursor"),
    ],
)
def test_a_question_that_means_nothing_is_refused(
    customer: Customer, query: str, param: str
) -> None:
    """422, naming the parameter."""
    reply = customer.send("GET", f"/v1/usage?{query}")
    assert (reply.status, reply.error["param"]) == (422, param)


@pytest.mark.parametrize(
    "query", ["from=0001-01-01&to=0001-01-01", "to=0001-01-02", "to=9999-12-31"]
)
def test_the_first_and_the_last_day_there_are(customer: Customer, query: str) -> None:
    """They are days like others."""
    assert customer.send("GET", f"/v1/usage?{query}").status == 200
