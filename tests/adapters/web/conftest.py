"""One migrated database and one served application for all tests of the HTTP edge."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


@pytest.fixture(scope="session")
def served(migrated_copy: Callable[[], AbstractContextManager[str]]) -> Iterator[Site]:
    """The application; every test brings its own accounts.

    Who imports this fixture has a second one: each needs a database of its own, or the settler of
    the one would end the work of the other.
    """
    with migrated_copy() as database_url:
        site = Site(database_url)
        yield site
        site.close()


@pytest.fixture
def site(served: Site) -> Iterator[Site]:
    """The application, on the real clock again and alone after each test."""
    yield served
    served.now = None
    served.stop_others()


@pytest.fixture
def customer(site: Site) -> Customer:
    """A new account with 25 credits."""
    return site.account()
