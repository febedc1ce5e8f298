"""The customer's own customers, known by a reference only: who they are to the rule of strikes."""

from adapters.web.dependencies import WebDependencies, WebRequest, with_vault
from adapters.web.guards.auth import Admitted, caller_of
from adapters.web.requests.labels import end_user_label
from domain.enforcement.refusals import Moderation
from domain.errors import EndUserOnHold
from domain.ids import AccountId, ModerationId, moderation_id


async def end_user_of(
    web: WebDependencies, account_id: AccountId, reference: str | None
) -> bytes | None:
    """The keyed hash by which refusals and strikes know this end user; None without a reference."""
    if reference is None:
        return None
    return await with_vault(
        web, account_id, lambda vault: end_user_label(vault, account_id, reference)
    )


def stream_of_strikes(request: WebRequest, decoded: object) -> list[ModerationId]:
    """The stream to read along where the body names an end user; nothing is checked yet."""
    named = isinstance(decoded, dict) and decoded.get("end_user_ref") is not None
    return [moderation_id(caller_of(request).account_id)] if named else []


async def check_end_user(web: WebDependencies, admitted: Admitted, reference: str | None) -> None:
    """Raises EndUserOnHold."""
    if reference is None:
        return
    moderation = admitted.streams[moderation_id(admitted.account_id)].state
    if not isinstance(moderation, Moderation) or not moderation.tally.held:
        return
    if await end_user_of(web, admitted.account_id, reference) in moderation.tally.held:
        raise EndUserOnHold
