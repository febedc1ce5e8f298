"""What a role would refuse to run with, found before any of them begins.

It opens no database, calls no server and makes no secret. An operator's watermark is left to the
role that loads it, because that runs code of somebody else.
"""

import asyncio

from adapters import deployment
from adapters.composition.roles import drawn_here
from adapters.moderation.configured import classifier_of
from adapters.payments.configured import payment_providers
from adapters.payments.packs import load_packs
from adapters.settings import Settings


def check_settings(settings: Settings) -> None:
    """For whoever starts all roles: one that refused later would do so while others take paid
    requests. Raises SettingInvalid.
    """
    drawn_here(settings)
    load_packs(settings.packs)
    payment_providers(settings)
    classifier = classifier_of(settings)
    if classifier is not None:
        asyncio.run(classifier.close())
    if settings.trusted_proxies:
        from adapters.web.transport.peers import parse_networks

        parse_networks(settings.trusted_proxies)
    deployment.mailer(settings)
    if settings.audit_key is not None:
        deployment.audit_key(settings)
    if settings.provenance_chain is not None or settings.provenance_key is not None:
        deployment.provenance_credentials(settings)
    if deployment.has_master_key(settings):
        deployment.provenance_signers(settings)
