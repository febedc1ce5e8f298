"""What each mail says. One paragraph, one thing to do, no picture and no counter."""

from typing import Literal

import msgspec

Kind = Literal[
    "verify_email", "reset_password", "password_changed", "credits_low", "webhook_disabled"
]

TOKEN_HOURS: dict[Kind, int] = {"verify_email": 72, "reset_password": 1}
"""Mails that carry a token, and how long it is good for."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail tells beside its text; no address and no name.

    `keys` are those of the account in force, or None in mails that an earlier version left; how
    many ended is not told, for a change that was cut off and done again knows only the rest.
    `disabled_endpoints` are those of webhooks that were disabled with them. Of a mail with which a
    password is chosen, `keys` are the live ones that this ends, or None where it ends none.
    """

    available: int = 0
    threshold: int = 0
    keys: int | None = None
    disabled_endpoints: int = 0


def text_of(kind: Kind, facts: Facts, *, link: str) -> tuple[str, str]:
    """(subject, text). `link` is where the token is spent, or the token alone."""
    match kind:
        case "verify_email":
            return "Confirm your address", (
                f"Somebody opened an account with this address. To confirm that it is yours:\n\n"
                f"{link}\n\nIt is good for three days. If it was not you, ignore this mail.\n"
            )
        case "reset_password":
            return "Choose a new password", (
                f"A new password was asked for. To choose it:\n\n{link}\n\n"
                "It is good for one hour and once. If it was not you, nothing has changed.\n"
                f"{_at_stake_told(facts)}"
            )
        case "password_changed":
            return "Your password was changed", (
                "The password of your account was changed and every session was signed out."
                f"{_keys_told(facts)}{_endpoints_told(facts)}"
                " If it was not you, ask for a new password at once.\n"
            )
        case "credits_low":
            return f"{facts.available} credits are left", (
                f"Your balance has fallen to {facts.available} credits; you are told when fewer"
                f" than {facts.threshold} are left. When it is empty, requests are refused with 402"
                " and nothing is charged.\n"
            )
        case "webhook_disabled":
            return "A webhook endpoint was switched off", (
                "One of your webhook endpoints answered 410, or failed for days, and is sent"
                " nothing more. GET /v1/webhook_endpoints says which, and why; once it answers"
                " again, switch it on and replay what it missed.\n"
            )


def _at_stake_told(facts: Facts) -> str:
    if facts.keys is None:
        return ""
    return (
        "\nNobody has confirmed this address yet. So a new password also ends every API key of the"
        f" account, test keys too (live ones in force: {facts.keys}), and switches its webhook"
        " endpoints off; programs that use them stop. To keep keys that are yours, confirm the"
        " address before, with one of them.\n"
    )


def _keys_told(facts: Facts) -> str:
    if facts.keys is None:
        return ""
    if facts.keys == 0:
        return " No API key is in force any more."
    return (
        f" API keys still in force: {facts.keys}. Whoever has one still acts for the account; where"
        " you do not know them all, revoke those, or choose a password again with revoke_keys."
    )


def _endpoints_told(facts: Facts) -> str:
    if not facts.disabled_endpoints:
        return ""
    return (
        f" Webhook endpoints that were switched off: {facts.disabled_endpoints}. Delete those that"
        " you do not know, and switch the others on again."
    )
