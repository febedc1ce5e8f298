"""The methods that a path has, as `Allow` tells them: those of the document, verbs included."""

import pytest

from adapters.web.openapi.methods import Methods

METHODS = Methods(
    {
        "/v1/characters": ["get", "post"],
        "/v1/characters/{character_id}": ["get"],
        "/v1/characters/{character_id}:archive": ["post"],
        "/v1/images:generate": ["post"],
        "/o/{generation_id}/{file}": ["get", "head"],
    }
)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/v1/characters", ["GET", "POST"]),
        ("/v1/characters/x", ["GET"]),
        ("/v1/characters/x:archive", ["POST"]),
        ("/v1/characters/", ["GET", "POST"]),
        ("/v1/characters/x/y", []),
        ("/v1/images:generate", ["POST"]),
        ("/o/a/b.png", ["GET", "HEAD"]),
        ("/", []),
        ("/v1.characters", []),
    ],
)
def test_a_path_has_the_methods_of_the_document(path: str, methods: list[str]) -> None:
    """A verb's own path wins over the id that it stands behind."""
    assert METHODS.of(path) == methods
