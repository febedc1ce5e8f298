"""What a group of API keys may spend in a period, and what it has spent: counting, nothing else.

Keys that were rotated into one another share a group, so a rotation opens no second purse. All four
periods are counted whether or not a cap is set, so a new cap knows what this period has seen.
Periods are those of the UTC calendar; weeks begin on Monday.
"""

from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

CapPeriod = Literal["day", "week", "month", "lifetime"]

DAY = timedelta(days=1)
WEEK_DAYS = 7
LONGEST_MONTH_DAYS = 31


class Cap(msgspec.Struct, frozen=True, gc=False):
    """At most `amount` credits in each `period`."""

    amount: int
    period: CapPeriod


class CapGroup(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Credits spent on `day` (midnight UTC of the newest debit), in its week, its month, and ever.

    What came back is taken off again where its debit still counts.
    """

    cap: Cap | None = None
    day: datetime | None = None
    spent_day: int = 0
    spent_week: int = 0
    spent_month: int = 0
    spent_lifetime: int = 0

    def spent(self, period: CapPeriod, day: datetime) -> int:
        """Credits spent in the period that `day` lies in."""
        if period == "lifetime":
            return self.spent_lifetime
        if self.day is None or start_of(period, self.day) != start_of(period, day):
            return 0
        match period:
            case "day":
                return self.spent_day
            case "week":
                return self.spent_week
            case "month":
                return self.spent_month


UNUSED = CapGroup()


def day_of(group: CapGroup, now: datetime) -> datetime:
    """Midnight UTC of the day that a debit made now counts for.

    Never before the day of an earlier debit: a clock that is behind opens no period again.
    """
    if group.day is not None and now < group.day + DAY:
        return group.day
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def start_of(period: CapPeriod, day: datetime) -> datetime | None:
    """First midnight of the period; a lifetime has none."""
    match period:
        case "day":
            return day
        case "week":
            return day - DAY * day.weekday()
        case "month":
            return day.replace(day=1)
        case "lifetime":
            return None


def end_of(period: CapPeriod, day: datetime) -> datetime | None:
    """First midnight after the period; a lifetime has none."""
    match period:
        case "day":
            return day + DAY
        case "week":
            return day + DAY * (WEEK_DAYS - day.weekday())
        case "month":
            return (day.replace(day=1) + DAY * LONGEST_MONTH_DAYS).replace(day=1)
        case "lifetime":
            return None


def debited(group: CapGroup, day: datetime, amount: int) -> CapGroup:
    """The group after a debit that counts for `day`."""
    if group.day == day:
        before = group.spent_day, group.spent_week, group.spent_month
    else:
        assert group.day is None or group.day < day, (group.day, day)
        before = 0, group.spent("week", day), group.spent("month", day)
    return CapGroup(
        cap=group.cap,
        day=day,
        spent_day=before[0] + amount,
        spent_week=before[1] + amount,
        spent_month=before[2] + amount,
        spent_lifetime=group.spent_lifetime + amount,
    )


def refunded(group: CapGroup, day: datetime, amount: int) -> CapGroup:
    """The group after a debit of `day` came back; counters of later periods stay as they are."""
    assert group.day is not None, group

    def back(period: CapPeriod) -> int:
        assert group.day is not None
        return amount if start_of(period, day) == start_of(period, group.day) else 0

    after = CapGroup(
        cap=group.cap,
        day=group.day,
        spent_day=group.spent_day - back("day"),
        spent_week=group.spent_week - back("week"),
        spent_month=group.spent_month - back("month"),
        spent_lifetime=group.spent_lifetime - amount,
    )
    assert min(after.spent_day, after.spent_week, after.spent_month, after.spent_lifetime) >= 0
    return after
