"""One migrated database and one served application for all tests of the HTTP edge."""

from collections.abc import Iterator

import pytest

from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


@pytest.fixture(scope="session")
def served(migrated_for_session: str) -> Iterator[Site]:
    """The application; every test brings its own accounts."""
    site = Site(migrated_for_session)
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
