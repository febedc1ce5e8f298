"""The messages of webhooks, as the sender makes them: one schema for each type of event."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from adapters.web.openapi.shapes import CharacterAnswer, GenerationAnswer
from adapters.web.openapi.typed import tell_times
from domain.webhooks.endpoint import EventType
from domain.webhooks.facts import (
    BalanceFacts,
    DisabledEndpointFacts,
    RefundFacts,
    SpentCapFacts,
    TestFacts,
)
from domain.webhooks.messages import Body

SCHEMAS = "#/components/schemas/"
ENVELOPE = "WebhookMessage"

PAYLOADS: Mapping[EventType, type[msgspec.Struct]] = {
    "generation.completed": GenerationAnswer,
    "generation.failed": GenerationAnswer,
    "generation.blocked": GenerationAnswer,
    "generation.canceled": GenerationAnswer,
    "generation.expired": GenerationAnswer,
    "credits.refunded": RefundFacts,
    "credits.low": BalanceFacts,
    "credits.depleted": BalanceFacts,
    "character.ready": CharacterAnswer,
    "character.failed": CharacterAnswer,
    "key.spend_limit_reached": SpentCapFacts,
    "webhook_endpoint.disabled": DisabledEndpointFacts,
    "webhook.test": TestFacts,
}
"""The `data` of each type. A generation or character may have null where `abridged` names it."""
assert PAYLOADS.keys() == set(get_args(EventType)), "an event has no payload"

_HEADERS = {
    "webhook-id": "The same in every retry and replay: do each once.",
    "webhook-timestamp": "Of this attempt, in Unix seconds.",
    "webhook-signature": "`v1,` and base64; several, separated by spaces, while secrets overlap.",
}


def message_schemas() -> dict[str, Any]:
    """The envelope, and a schema for each type of event that says what its `data` is."""
    _, schemas = msgspec.json.schema_components([Body])
    tell_times([Body], schemas)
    envelope = schemas["Body"] | {"title": ENVELOPE}
    return {ENVELOPE: envelope} | {
        _name(event): {
            "title": _name(event),
            "allOf": [
                {"$ref": SCHEMAS + ENVELOPE},
                {
                    "type": "object",
                    "properties": {
                        "type": {"enum": [event]},
                        "data": {"$ref": SCHEMAS + payload.__name__},
                    },
                },
            ],
        }
        for event, payload in PAYLOADS.items()
    }


def webhooks() -> dict[str, Any]:
    """What a receiver is sent, and that any 2xx takes it."""
    return {
        event: {
            "post": {
                "operationId": f"told_{event.replace('.', '_')}",
                "summary": f"`{event}` is told",
                "tags": ["webhooks"],
                "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in _HEADERS],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": SCHEMAS + _name(event)}}},
                },
                "responses": {"2XX": {"description": "Taken"}},
                "security": [],
            }
        }
        for event in PAYLOADS
    }


def header_parameters() -> dict[str, Any]:
    """The headers of every message."""
    return {
        name: {
            "name": name,
            "in": "header",
            "required": True,
            "description": description,
            "schema": {"type": "string"},
        }
        for name, description in _HEADERS.items()
    }


def _name(event: str) -> str:
    """`generation.completed` is `GenerationCompletedMessage`."""
    return "".join(word.title() for word in event.replace(".", "_").split("_")) + "Message"
