"""Which judge this deployment has, made from its settings. Nobody is called here."""

from adapters.moderation.http_classifier import HttpClassifier
from adapters.settings import SettingInvalid, Settings


def classifier_of(settings: Settings) -> HttpClassifier | None:
    """Who judges prompts besides the word gate, if anybody does. Raises SettingInvalid."""
    if settings.classifier_url is None:
        return None
    if not settings.classifier_url.startswith(("https://", "http://")):
        raise SettingInvalid("XAVIRA_CLASSIFIER_URL is an http(s) address.")
    return HttpClassifier(
        url=settings.classifier_url,
        token=settings.classifier_token,
        seconds_max=settings.classifier_seconds,
    )
