"""Requests as bytes that no client library would send, and what each of them is answered.

`{key}` stands for a valid API key. A `code` of None means that the HTTP parser itself refused: the
request never reached the application, so it has no request id and no body.
"""

import msgspec

BODY = b'{"character_id":"00000000-0000-4000-8000-000000000000","prompt":"in a garden"}'
"""Well-formed, but of a character that nobody has: no mutation of it can become a debit."""


class Raw(msgspec.Struct, frozen=True):
    """One request and its answer."""

    name: str
    sent: bytes
    status: int
    code: str | None


def get(target: bytes, *, key: bool = False, more: bytes = b"") -> bytes:
    bearer = b"Authorization: Bearer {key}\r\n" if key else b""
    return b"GET " + target + b" HTTP/1.1\r\nHost: x\r\n" + bearer + more + CLOSE


def post(body: bytes, *, more: bytes = b"", sized: bool = True, json: bool = True) -> bytes:
    head = b"POST /v1/images:generate HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n"
    head += b"Content-Type: application/json\r\n" if json else b""
    head += b"Content-Length: %d\r\n" % len(body) if sized else b""
    return head + more + CLOSE + body


CLOSE = b"Connection: close\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"

PARSER: tuple[Raw, ...] = (
    Raw("not http", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, None),
    Raw("no version", b"GET /livez\r\n\r\n", 400, None),
    Raw("version 3", b"GET /livez HTTP/3.0\r\nHost: x\r\n\r\n", 400, None),
    Raw("method with a sign", b"G@T /livez HTTP/1.1\r\nHost: x\r\n\r\n", 400, None),
    Raw("bytes in the path", get(b"/v1/\xff\xfe"), 400, None),
    Raw("bytes in the query", get(b"/v1/characters?limit=\xff"), 400, None),
    Raw("NUL in the path", get(b"/v1/\x00"), 400, None),
    Raw("space in the path", get(b"/v1/ x"), 400, None),
    Raw("NUL in a header", get(b"/livez", more=b"X: a\x00b\r\n"), 400, None),
    Raw("folded header", get(b"/livez", more=b"X: a\r\n b\r\n"), 400, None),
    Raw("space before the colon", get(b"/livez", more=b"X : a\r\n"), 400, None),
    Raw("header without a colon", get(b"/livez", more=b"nonsense\r\n"), 400, None),
    Raw("empty header name", get(b"/livez", more=b": a\r\n"), 400, None),
    Raw("two lengths", post(BODY, more=b"Content-Length: 7\r\n"), 400, None),
    Raw("negative length", post(b"", sized=False, more=b"Content-Length: -1\r\n"), 400, None),
    Raw("signed length", post(b"", sized=False, more=b"Content-Length: +5\r\n"), 400, None),
    Raw("length in words", post(b"", sized=False, more=b"Content-Length: five\r\n"), 400, None),
    Raw(
        "length without end",
        post(b"", sized=False, more=b"Content-Length: 99999999999999999999999\r\n"),
        400,
        None,
    ),
    Raw("coding that is not chunked", post(b"", more=b"Transfer-Encoding: gzip\r\n"), 400, None),
    Raw("path without end", get(b"/" + b"a" * 70_000), 414, None),
    Raw("headers of 500 kB", get(b"/livez", more=b"X: " + b"a" * 500_000 + b"\r\n"), 431, None),
    Raw("150 headers", get(b"/livez", more=b"X: a\r\n" * 150), 431, None),
)
"""What granian's parser refuses by itself, with an empty body."""

APPLICATION: tuple[Raw, ...] = (
    Raw("two keys", get(b"/livez", key=True, more=b"Authorization: x\r\n"), 400, "invalid_request"),
    Raw("no host", b"GET /livez HTTP/1.1\r\n" + CLOSE, 400, "invalid_request"),
    Raw("an empty host", b"GET /livez HTTP/1.1\r\nHost:\r\n" + CLOSE, 400, "invalid_request"),
    Raw("no host in 1.0", b"GET /nothing HTTP/1.0\r\n\r\n", 404, "not_found"),
    Raw("two hosts", get(b"/livez", more=b"Host: y\r\n"), 400, "invalid_request"),
    Raw(
        "two content types",
        post(BODY, more=b"Content-Type: text/plain\r\n"),
        400,
        "invalid_request",
    ),
    Raw(
        "two idempotency keys",
        post(BODY, more=b"Idempotency-Key: a\r\nIdempotency-Key: b\r\n"),
        400,
        "idempotency_key_invalid",
    ),
    Raw(
        "empty idempotency key",
        post(BODY, more=b"Idempotency-Key: \r\n"),
        400,
        "idempotency_key_invalid",
    ),
    Raw(
        "overlong idempotency key",
        post(BODY, more=b"Idempotency-Key: " + b"k" * 256 + b"\r\n"),
        400,
        "idempotency_key_invalid",
    ),
    Raw(
        "bytes in an idempotency key",
        post(BODY, more=b"Idempotency-Key: \xff\xfe\r\n"),
        400,
        "idempotency_key_invalid",
    ),
    Raw(
        "bytes in the key",
        get(b"/v1/balance", more=b"Authorization: Bearer \xff\r\n"),
        401,
        "unauthorized",
    ),
    Raw(
        "another scheme",
        get(b"/v1/balance", more=b"Authorization: Basic eA==\r\n"),
        401,
        "unauthorized",
    ),
    Raw("key in the query", get(b"/v1/balance?key={key}"), 400, "invalid_request"),
    Raw(
        "no key, unfinished body",
        b"POST /v1/characters HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na",
        401,
        "unauthorized",
    ),
    Raw("length and coding", post(b"0\r\n\r\n", more=CHUNKED), 400, "invalid_request"),
    Raw(
        "two codings",
        post(b"0\r\n\r\n", sized=False, more=b"Transfer-Encoding: gzip, chunked\r\n"),
        400,
        "invalid_request",
    ),
    Raw(
        "bad chunk size", post(b"zz\r\nabc\r\n", sized=False, more=CHUNKED), 400, "invalid_request"
    ),
    Raw(
        "chunk extension without end",
        post(b"1;" + b"x" * 90_000, sized=False, more=CHUNKED),
        400,
        "invalid_request",
    ),
    Raw("no content type", post(BODY, json=False), 415, "unsupported_media_type"),
    Raw(
        "compressed", post(BODY, more=b"Content-Encoding: gzip\r\n"), 415, "unsupported_media_type"
    ),
    Raw(
        "declared 11 MB",
        post(b"", sized=False, more=b"Content-Length: 11000000\r\n"),
        413,
        "payload_too_large",
    ),
    Raw(
        "300 kB in chunks",
        post(b"493E0\r\n" + b" " * 300_000 + b"\r\n0\r\n\r\n", sized=False, more=CHUNKED),
        413,
        "payload_too_large",
    ),
    Raw("not UTF-8", post(b'{"prompt":"\xff"}'), 400, "invalid_request"),
    Raw("nested 100,000 deep", post(b"[" * 100_000), 400, "invalid_request"),
    Raw("NaN", post(b'{"seed":NaN}'), 400, "invalid_request"),
    Raw("5,000 digits", post(b'{"seed":' + b"9" * 5_000 + b"}"), 400, "invalid_request"),
    Raw("repeated field", post(b'{"prompt":"a","prompt":"b"}'), 400, "invalid_request"),
    Raw("NUL", post(b'{"prompt":"\\u0000"}'), 400, "invalid_request"),
    Raw("half a surrogate pair", post(b'{"prompt":"\\ud800"}'), 400, "invalid_request"),
    Raw("unknown field", post(BODY[:-1] + b',"tenant_id":"x"}'), 400, "invalid_request"),
    Raw("number as text", post(BODY[:-1] + b',"seed":"1"}'), 400, "invalid_request"),
    Raw("empty body", post(b""), 400, "invalid_request"),
    Raw("cut body", post(BODY[:-5]), 400, "invalid_request"),
    Raw(
        "headers of 40 kB",
        get(b"/livez", more=b"X: " + b"a" * 40_000 + b"\r\n"),
        431,
        "headers_too_large",
    ),
    Raw("path of 40 kB", get(b"/" + b"a" * 40_000), 431, "headers_too_large"),
    Raw("encoded bytes in the path", get(b"/v1/characters/%ff", key=True), 404, "not_found"),
    Raw("encoded NUL in the path", get(b"/v1/characters/%00", key=True), 404, "not_found"),
    Raw("broken escape", get(b"/v1/characters/%zz", key=True), 404, "not_found"),
    Raw("encoded slash, no key", get(b"/v1/characters%2f.."), 401, "unauthorized"),
    Raw("dots", get(b"/livez/../v1/balance"), 404, "not_found"),
    Raw("two slashes, no key", get(b"//v1/balance"), 401, "unauthorized"),
    Raw("open name in a closed place", get(b"/v1/characters/livez"), 401, "unauthorized"),
    Raw("star", get(b"*"), 404, "not_found"),
    Raw("options of everything", b"OPTIONS * HTTP/1.1\r\nHost: x\r\n" + CLOSE, 404, "not_found"),
    Raw(
        "options without a key",
        b"OPTIONS /v1/balance HTTP/1.1\r\nHost: x\r\n" + CLOSE,
        405,
        "method_not_allowed",
    ),
    Raw("connect", b"CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n" + CLOSE, 404, "not_found"),
    Raw("trace", b"TRACE /livez HTTP/1.1\r\nHost: x\r\n" + CLOSE, 405, "method_not_allowed"),
    Raw(
        "method of nobody", b"FOO /livez HTTP/1.1\r\nHost: x\r\n" + CLOSE, 405, "method_not_allowed"
    ),
    Raw(
        "method in small letters",
        b"get /livez HTTP/1.1\r\nHost: x\r\n" + CLOSE,
        405,
        "method_not_allowed",
    ),
    Raw(
        "bytes in the query, encoded",
        get(b"/v1/characters?limit=%ff", key=True),
        400,
        "invalid_request",
    ),
    Raw("odd query", get(b"/v1/characters?a;b=&&=x", key=True), 400, "invalid_request"),
    Raw("unknown character", post(BODY), 404, "not_found"),
)
"""What reaches the application, and is answered in the one shape with a request id."""
