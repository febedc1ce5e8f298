"""How outputs are marked here, and who answers whose a file is."""

import time
from datetime import UTC, datetime

from adapters import deployment
from adapters.provenance.certificates import signer_of, validity_of
from adapters.provenance.reading import FileReader
from adapters.settings import SettingInvalid, Settings
from adapters.telemetry import metrics
from inference.engine import Rendered
from inference.provenance.manifests import (
    PNG,
    Credentials,
    CredentialsUnusable,
    ManifestSigner,
    read_manifest,
)
from inference.provenance.marking import (
    Mark,
    MarkFailed,
    Marks,
    WatermarkInvalid,
    embedding,
    watermark_named,
)

ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550"
    "000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
"""A whole PNG, for a process that draws nothing and need not load what does."""


def marks_of(settings: Settings) -> Marks:
    """Raises SettingInvalid where outputs cannot be marked: none is made then."""
    credentials = deployment.provenance_credentials(settings)
    validity = validity_of(credentials)
    if not validity.not_before <= datetime.now(UTC) < validity.not_after:
        raise SettingInvalid(
            f"XAVIRA_PROVENANCE_CHAIN is valid from {validity.not_before:%Y-%m-%d} until"
            f" {validity.not_after:%Y-%m-%d} only."
        )
    try:
        watermark = embedding(watermark_named(settings.watermark))
        signer = ManifestSigner(credentials)
        _try_out(signer, credentials)
        return Marks(watermark, _counted(signer))
    except (CredentialsUnusable, MarkFailed) as error:
        raise SettingInvalid(f"XAVIRA_PROVENANCE_CHAIN cannot be used: {error}.") from error
    except WatermarkInvalid as error:
        raise SettingInvalid(f"XAVIRA_WATERMARK cannot be used: {error}.") from error


def _try_out(signer: ManifestSigner, credentials: Credentials) -> None:
    """Only a signature shows whether a certificate is one for manifests, and known as ours then.

    Raises CredentialsUnusable, MarkFailed.
    """
    marked = signer(Rendered(data=ONE_PIXEL, media_type=PNG, width=1, height=1))
    if read_manifest(marked.data, PNG, [signer_of(credentials)]).found_by != "manifest":
        raise CredentialsUnusable("what these certificates sign is not accepted as a manifest")


def reader_of(settings: Settings) -> FileReader:
    """Raises SettingInvalid."""
    return FileReader(deployment.provenance_signers(settings), watermark=settings.watermark)


def _counted(mark: Mark) -> Mark:
    def counted(rendered: Rendered) -> Rendered:
        began = time.perf_counter()
        marked = mark(rendered)
        metrics.observe("xavira_provenance_seconds", time.perf_counter() - began)
        return marked

    return counted
