"""Services outside that stand still hold up nobody but those who ask for them."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from domain.credits import Credits
from domain.payments.payment import Order
from domain.payments.pricing import Pack
from tests.adapters.web.site import Site

CALLS = 40
"""More than the threads that a loop has for everything else."""


class Stalled:
    """A payment provider and an object store that answer when they are let go."""

    name = "stalled"

    def __init__(self, objects: Any) -> None:
        self.let_go = threading.Event()
        self._objects = objects

    def __getattr__(self, name: str) -> Any:
        return getattr(self._objects, name)

    def create_checkout(self, order: Order) -> str:
        self.let_go.wait(60)
        return "https://pay.example/buy"

    def get(self, key: str) -> Any:
        self.let_go.wait(60)
        return self._objects.get(key)


@pytest.fixture
def stalled(site: Site) -> Iterator[Stalled]:
    outside = Stalled(site.objects)
    yield outside
    outside.let_go.set()


@pytest.mark.parametrize(("asked", "status"), [("order", 201), ("output", 200)])
def test_a_service_that_stands_still_stops_nothing_else(
    site: Site, stalled: Stalled, asked: str, status: int
) -> None:
    """Forty wait for it, and a key is named meanwhile; then all of the forty are answered."""
    pack = Pack(id="p", name="P", credits=Credits(10), price_minor=100, currency="EUR")
    app = site.serve(
        object_store=stalled,
        providers={"stalled": stalled},
        checkout_provider="stalled",
        packs={"p": pack},
    )
    customer = site.account(tier="unlimited")
    output = customer.image(customer.character()).json["output_url"]
    path = output.removeprefix("https://media.example")

    def ask() -> Any:
        if asked == "output":
            return site.ask("GET", path, app=app)
        return customer.ask("POST", "/v1/checkouts", json_body={"pack": "p"}, app=app)

    waiting = [site.begin(ask()) for _ in range(CALLS)]
    named = customer.send(
        "PATCH", f"/v1/keys/{customer.key_id}", json_body={"name": "mine"}, app=app
    )
    assert (named.status, named.json["name"]) == (200, "mine")
    assert not any(each.done() for each in waiting)
    stalled.let_go.set()
    assert {site.end(each).status for each in waiting} == {status}
