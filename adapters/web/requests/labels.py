"""What a customer sorts by (end users and tags) as keyed hashes under the account's data key.

Equal texts of one account have equal labels, so they can be counted and looked up without anything
being unsealed. Without the key nobody can tell, or try out, which text a label stands for.
"""

from adapters.web.dependencies import WebDependencies, with_vault
from domain.generation import GenerationLabeled
from domain.ids import AccountId
from domain.ports import Vault


def end_user_label(vault: Vault, account_id: AccountId, reference: str) -> bytes:
    """Raises Unauthorized once the account's key is gone."""
    return vault.fingerprint(account_id, b"end user " + reference.encode("utf-8"))


def tag_label(vault: Vault, account_id: AccountId, tag: str) -> bytes:
    """Raises Unauthorized once the account's key is gone."""
    return vault.fingerprint(account_id, b"tag " + tag.encode("utf-8"))


async def labeled(
    web: WebDependencies, account_id: AccountId, *, tags: list[str], end_user_ref: str | None
) -> GenerationLabeled | None:
    """The event that sorts a generation; None for one that is not sorted."""
    if not tags and end_user_ref is None:
        return None
    return await with_vault(
        web, account_id, lambda vault: _labeled(vault, account_id, tags, end_user_ref)
    )


def _labeled(
    vault: Vault, account_id: AccountId, tags: list[str], end_user_ref: str | None
) -> GenerationLabeled:
    end_user = None if end_user_ref is None else end_user_label(vault, account_id, end_user_ref)
    return GenerationLabeled(
        end_user=end_user,
        tags=tuple(tag_label(vault, account_id, tag) for tag in dict.fromkeys(tags)),
    )
