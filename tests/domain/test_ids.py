"""Which ids follow from what, and that the others lie in the order of time."""

from uuid import UUID

from domain.ids import AccountId, claimed_id, timed_id

ACCOUNT = AccountId(UUID("7b2f7a54-6c0e-5a55-9a6f-1f0c3f2f8a10"))
OTHER = AccountId(UUID("0d7b0b3a-93b4-5c0f-8d2e-5a7f3f0f6b21"))
TIMED_KEY = "019ab3c4-d5e6-7f01-8203-0405060708ff"
BEFORE = "019ab3c4-d5e5-7fff-bfff-ffffffffffff"


def test_a_key_claims_one_id_of_its_account_and_book() -> None:
    """The id is a function of the three, and of nothing else, in every version of the program."""
    assert str(claimed_id(ACCOUNT, "live", "order-1")) == "60072b69-d397-5d0a-ae39-2b93d8d573ed"
    ids = {
        claimed_id(ACCOUNT, "live", "order-1"),
        claimed_id(ACCOUNT, "live", "order-2"),
        claimed_id(ACCOUNT, "test", "order-1"),
        claimed_id(OTHER, "live", "order-1"),
    }
    assert len(ids) == 4


def test_a_key_with_a_time_lends_it_to_the_id() -> None:
    """What else it claims is still told apart by account, book and every character of the key."""
    claimed = claimed_id(ACCOUNT, "live", TIMED_KEY)
    assert str(claimed) == "019ab3c4-d5e6-88d8-b123-c357deb4192a"
    others = [
        claimed_id(ACCOUNT, "live", TIMED_KEY.upper()),
        claimed_id(ACCOUNT, "live", TIMED_KEY[:-1] + "e"),
        claimed_id(ACCOUNT, "test", TIMED_KEY),
        claimed_id(OTHER, "live", TIMED_KEY),
    ]
    assert len({claimed, *others}) == 5
    assert {str(other)[:15] for other in others} == {"019ab3c4-d5e6-8"}
    assert {other.variant for other in others} == {"specified in RFC 4122"}
    assert claimed_id(ACCOUNT, "live", BEFORE) < claimed


def test_a_key_that_only_looks_like_a_time_lends_none() -> None:
    """A UUID of another version, and one with more around it, are keys like any other."""
    for key in (TIMED_KEY.replace("-7f", "-4f"), TIMED_KEY + "-video", "x" + TIMED_KEY):
        assert claimed_id(ACCOUNT, "live", key).version == 5


def test_an_id_of_a_moment_lies_after_those_before_it() -> None:
    """Time first, then version, variant and 74 bits of chance."""
    timed = timed_id(0x019AB3C4D5E6, 2**74 - 1)
    assert str(timed) == "019ab3c4-d5e6-7fff-bfff-ffffffffffff"
    assert str(timed_id(0x019AB3C4D5E7, 0)) == "019ab3c4-d5e7-7000-8000-000000000000"
    assert timed < timed_id(0x019AB3C4D5E7, 0)
