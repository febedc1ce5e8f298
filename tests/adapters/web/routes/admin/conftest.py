"""The operator that the tests of the admin API act as."""

import pytest

from tests.adapters.web.routes.admin.operator import Operator, hire
from tests.adapters.web.site import Site


@pytest.fixture
def operator(site: Site) -> Operator:
    """An operator with an admin key."""
    return hire(site)
