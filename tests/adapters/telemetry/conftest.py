"""One application for all tests of this folder: each keeps connections until the session ends."""

from tests.adapters.web.conftest import customer, served, site

__all__ = ["customer", "served", "site"]
