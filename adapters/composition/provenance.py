"""How outputs are marked here, and who answers whose a file is."""

import time
from datetime import UTC, datetime

from adapters import deployment
from adapters.provenance.certificates import validity_of
from adapters.settings import SettingInvalid, Settings
from adapters.telemetry import metrics
from inference.engine import Rendered
from inference.provenance.manifests import CredentialsUnusable, ManifestSigner
from inference.provenance.marking import Mark, Marks, WatermarkInvalid, embedding, watermark_named


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
        return Marks(watermark, _counted(ManifestSigner(credentials)))
    except CredentialsUnusable as error:
        raise SettingInvalid(f"XAVIRA_PROVENANCE_CHAIN cannot be used: {error}.") from error
    except WatermarkInvalid as error:
        raise SettingInvalid(f"XAVIRA_WATERMARK cannot be used: {error}.") from error


def _counted(mark: Mark) -> Mark:
    def counted(rendered: Rendered) -> Rendered:
        began = time.perf_counter()
        marked = mark(rendered)
        metrics.observe("xavira_provenance_seconds", time.perf_counter() - began)
        return marked

    return counted
