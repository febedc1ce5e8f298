"""Where an error leads: what its code means, told by the API that answered it."""

from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

MEDIA = "https://media.example"


def test_an_error_leads_to_what_its_code_means(site: Site, customer: Customer) -> None:
    """Those of routes, of the framework, and of the edge that no route ever sees."""
    refused = (
        customer.send("GET", "/v1/generations/unknown"),
        site.send("DELETE", "/v1/models"),
        site.send("GET", "/v1/models?key=xav_live_"),
    )
    codes = ["not_found", "method_not_allowed", "invalid_request"]
    assert [reply.error["code"] for reply in refused] == codes
    for reply, code in zip(refused, codes, strict=True):
        assert reply.error["doc_url"] == f"{MEDIA}/v1/errors/{code}"
        told = site.send("GET", reply.error["doc_url"].removeprefix(MEDIA))
        assert (told.status, told.json["code"], told.json["status"]) == (200, code, reply.status)


def test_the_catalogue_is_served(site: Site) -> None:
    """Without a key; a code that there is not is `not_found`."""
    listed = site.send("GET", "/v1/errors")
    assert (listed.status, listed.json["next_cursor"]) == (200, None)
    assert listed.json["data"][0] == {
        "code": "invalid_request",
        "status": 400,
        "retry": "never",
        "message": "The request cannot be read.",
        "when": "Bad JSON, unknown or repeated field, missing field, wrong type, invalid UTF-8, "
        "NUL, nesting too deep, unknown query parameter, or an API key in the URL.",
        "retry_after_seconds": None,
    }
    assert site.send("GET", "/v1/errors/no_such_code").error["code"] == "not_found"
