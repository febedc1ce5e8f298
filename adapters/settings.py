"""Every setting: an environment variable `XAVIRA_*` with a documented default, read once at start.

Nothing else in the project reads the environment. Secrets never show in a repr or a log line.
"""

import re
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from urllib.parse import urlsplit

import msgspec
import psycopg
from msgspec import Meta
from psycopg.conninfo import conninfo_to_dict

PREFIX = "XAVIRA_"

CLIENT_VARIABLES = frozenset(
    {"XAVIRA_KEY", "XAVIRA_TEST_KEY", "XAVIRA_URL", "XAVIRA_WEBHOOK_SECRET"}
)
"""What our guides and examples have a client set: it may stand in the shell that runs us as well.
No setting of ours, and read by nobody here.
"""

SECRET_SETTINGS = frozenset(
    {
        "database_url",
        "database_owner_url",
        "nats_url",
        "s3_access_key",
        "s3_secret_key",
        "master_key",
        "key_peppers",
        "smtp_url",
        "signed_http_secret",
        "btcpay_api_key",
        "btcpay_webhook_secret",
        "classifier_token",
        "audit_key",
        "metrics_token",
    }
)


class SettingInvalid(Exception):
    """A setting has a value that cannot be used; the message names the variable."""


def _doc(text: str) -> Any:
    return Meta(description=text)


Port = Annotated[int, Meta(ge=1, le=65535)]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. `docs/reference/settings.md` is generated from this class."""

    data: Annotated[Path, _doc("Folder of everything embedded: databases, objects, secrets.")] = (
        Path("data")
    )
    host: Annotated[str, _doc("Address the API listens on.")] = "127.0.0.1"
    port: Annotated[Port, _doc("Port the API listens on.")] = 8080
    public_url: Annotated[
        str | None, _doc("Base of output URLs; http://{host}:{port} when unset.")
    ] = None
    database_url: Annotated[str | None, _doc("PostgreSQL to use instead of the embedded one.")] = (
        None
    )
    database_owner_url: Annotated[
        str | None,
        _doc("Login that migrates the database and forks the log; database_url when unset."),
    ] = None
    nats_url: Annotated[str | None, _doc("NATS to use instead of the embedded one.")] = None
    s3_bucket: Annotated[str | None, _doc("S3 bucket for outputs; a folder when unset.")] = None
    s3_endpoint_url: Annotated[str | None, _doc("S3 endpoint; AWS when unset.")] = None
    s3_region: Annotated[str, _doc("S3 region.")] = "us-east-1"
    s3_access_key: Annotated[str | None, _doc("S3 access key id.")] = None
    s3_secret_key: Annotated[str | None, _doc("S3 secret access key.")] = None
    master_key: Annotated[
        str | None,
        _doc(
            "64 hex digits that wrap every data key and hash API keys; a file in data when unset."
        ),
    ] = None
    key_peppers: Annotated[
        str,
        _doc(
            "Peppers that API keys are hashed with, newest first: `2:<64 hex digits>,1`, where `1`"
            " is the one derived from the master key. Keys of listed versions work."
        ),
    ] = "1"
    audit_key: Annotated[
        str | None,
        _doc(
            "Ed25519 secret that signs checkpoints: 64 hex digits, or the path of a file with them;"
            " a file in data when unset."
        ),
    ] = None
    provenance_chain: Annotated[
        Path | None,
        _doc(
            "PEM file of your certificates that sign C2PA manifests, the signer's first; those of"
            " this deployment itself when unset. Goes with provenance_key."
        ),
    ] = None
    provenance_key: Annotated[
        Path | None, _doc("PEM file of the private key of the first of those certificates.")
    ] = None
    provenance_earlier: Annotated[
        Path | None,
        _doc("PEM file of chains of yours that signed before: what they signed stays yours."),
    ] = None
    provenance_own: Annotated[
        int,
        Meta(ge=1, le=100),
        _doc(
            "Number of this deployment's own certificates that sign: raise it by one to sign with"
            " new ones. What lower numbers signed stays yours."
        ),
    ] = 1
    provenance_own_since: Annotated[
        int,
        Meta(ge=1, le=100),
        _doc("The lowest of those numbers that is still believed: raise it when a key leaked."),
    ] = 1
    watermark: Annotated[
        str | None,
        _doc("`module:name` of your own invisible watermark; see docs/howto/provenance.md."),
    ] = None
    models: Annotated[Path | None, _doc("Model catalogue (TOML); the built-in one when unset.")] = (
        None
    )
    non_commercial: Annotated[
        bool,
        _doc("Draw with weights whose licence forbids to sell pictures: for evaluation only."),
    ] = False
    packs: Annotated[
        Path | None, _doc("Packs and prices (TOML); the built-in ones when unset.")
    ] = None
    payment_provider: Annotated[
        Literal["manual", "signed_http", "btcpay"], _doc("Who takes the money of a checkout.")
    ] = "manual"
    manual_checkout_url: Annotated[
        str | None, _doc("Page that says how to pay by hand; no checkouts by hand when unset.")
    ] = None
    signed_http_url: Annotated[
        str | None, _doc("Payment page that signed links lead to; see docs/howto/buying.md.")
    ] = None
    signed_http_secret: Annotated[
        str | None, _doc("Shared secret of signed links and messages, 32 characters or more.")
    ] = None
    btcpay_url: Annotated[str | None, _doc("Where the BTCPay Server is.")] = None
    btcpay_store_id: Annotated[
        str | None, _doc("Its store that sells credits, and nothing else.")
    ] = None
    btcpay_api_key: Annotated[
        str | None, _doc("API key that may create and view invoices of the store.")
    ] = None
    btcpay_webhook_secret: Annotated[
        str | None, _doc("Secret of the store's webhook to /payments/btcpay/webhook.")
    ] = None
    classifier_url: Annotated[
        str | None,
        _doc("Judges prompts besides the built-in gate; see docs/howto/moderation.md."),
    ] = None
    classifier_token: Annotated[
        str | None, _doc("Sent to the classifier as `Authorization: Bearer`.")
    ] = None
    classifier_seconds: Annotated[
        float,
        Meta(gt=0, le=30),
        _doc("A classifier that takes longer counts as down: 503 moderation_unavailable."),
    ] = 2.0
    engine: Annotated[
        Literal["catalogue", "sketch"], _doc("`sketch` draws every model with the sketch engine.")
    ] = "catalogue"
    sketch_instant: Annotated[bool, _doc("Sketch engine answers a cached picture.")] = False
    sketch_fault: Annotated[
        Literal["none", "fail_image", "fail_video", "fail_all", "crash"],
        _doc("Makes the sketch engine fail, for tests and drills."),
    ] = "none"
    sketch_delay_seconds: Annotated[
        float, Meta(ge=0, le=600), _doc("Slows the sketch engine down, for tests and drills.")
    ] = 0.0
    pool: Annotated[
        str, _doc("Pool whose models this machine's `infer` draws; the catalogue names pools.")
    ] = "default"
    worker_slots: Annotated[int, Meta(ge=1, le=64), _doc("Renders one consumer runs at once.")] = 1
    ack_wait_seconds: Annotated[
        float,
        Meta(ge=1, le=600),
        _doc(
            "Work of a consumer that died is given to another one after this long; the same for all"
            " processes."
        ),
    ] = 10.0
    render_seconds_max: Annotated[
        float, Meta(gt=0), _doc("A render that takes longer fails with generation_timeout.")
    ] = 600.0
    deadline_seconds: Annotated[
        float, Meta(gt=0), _doc("A generation not started by then expires and is refunded.")
    ] = 3600.0
    wait_seconds: Annotated[
        float, Meta(gt=0, le=120), _doc("How long an image request waits for its image.")
    ] = 60.0
    webhook_allow_private: Annotated[
        bool, _doc("Webhooks may go to http and to private addresses; for development only.")
    ] = False
    low_credits: Annotated[
        int,
        Meta(ge=1),
        _doc("With fewer credits than this an account is told, by webhook and by mail."),
    ] = 10
    signups_per_hour: Annotated[
        int,
        Meta(ge=1),
        _doc("Accounts an address may open per hour; loopback gets 1000 times it."),
    ] = 5
    trusted_proxies: Annotated[
        str,
        _doc("Addresses or networks, separated by commas, whose X-Forwarded-For is believed."),
    ] = ""
    email_verification: Annotated[
        bool, _doc("The free credits of a new account wait until its address is confirmed.")
    ] = False
    smtp_url: Annotated[
        str | None,
        _doc(
            "Server that sends mails: smtp://user:password@host:587 (STARTTLS) or smtps://...;"
            " mails are files in data/mail when unset."
        ),
    ] = None
    mail_from: Annotated[str, _doc("Sender of mails.")] = "xavira@localhost"
    mail_page_url: Annotated[
        str | None,
        _doc(
            "Page of yours that mails link to, with ?verify_email=TOKEN or ?reset_password=TOKEN;"
            " mails carry the token alone when unset."
        ),
    ] = None
    serve_workers: Annotated[int, Meta(ge=1, le=64), _doc("HTTP processes of one `serve`.")] = 1
    serve_processes: Annotated[
        Annotated[int, Meta(ge=1, le=10_000)] | None,
        _doc(
            "HTTP processes of all machines together: each grants that part of a rate limit while"
            " the counters are out of reach. The workers of this machine when unset."
        ),
    ] = None
    metrics_token: Annotated[
        Annotated[str, Meta(min_length=16)] | None,
        _doc("Bearer token for /metrics; when unset, only this machine itself may read it."),
    ] = None
    metrics_port: Annotated[
        Annotated[int, Meta(ge=1, le=65533)] | None,
        _doc(
            "Port of 127.0.0.1 where `work` serves /metrics; `infer` and `sandbox` on the next two."
        ),
    ] = None
    otlp_endpoint: Annotated[
        str | None, _doc("Base URL of an OTLP/HTTP collector; no traces when unset.")
    ] = None
    trace_share: Annotated[
        float, Meta(ge=0, le=1), _doc("Share of the traces that begin here and are kept.")
    ] = 1.0
    log_level: Annotated[Literal["debug", "info", "warning", "error"], _doc("Lowest level.")] = (
        "info"
    )
    log_format: Annotated[Literal["auto", "json", "console"], _doc("auto: console on a tty.")] = (
        "auto"
    )

    def __repr__(self) -> str:
        shown = (
            f"{name}={'***' if name in SECRET_SETTINGS and value else repr(value)}"
            for name, value in msgspec.structs.asdict(self).items()
        )
        return f"Settings({', '.join(shown)})"

    @property
    def base_url(self) -> str:
        """What output URLs start with, without a trailing slash."""
        if self.public_url is not None:
            return self.public_url.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def load_settings(environment: Mapping[str, str]) -> Settings:
    """Reads the settings from an environment. Raises SettingInvalid for a wrong value or name."""
    if environment.get("POSTGRES_ENABLE_DB_FUNCTIONS"):
        raise SettingInvalid(
            "POSTGRES_ENABLE_DB_FUNCTIONS must not be set: readers of the log would miss events."
        )
    names = {field.name for field in msgspec.structs.fields(Settings)}
    values: dict[str, str] = {}
    for variable, value in environment.items():
        if not variable.startswith(PREFIX) or variable in CLIENT_VARIABLES:
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in names:
            raise SettingInvalid(f"{variable} is not a setting of this version.")
        if value != "":
            values[name] = value
    return _converted(values)


def _converted(values: dict[str, str]) -> Settings:
    """Each value alone first, so that the error can name its variable."""
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    converted = {}
    for name, value in values.items():
        try:
            converted[name] = msgspec.convert(
                value, types[name], strict=False, dec_hook=lambda kind, raw: kind(raw)
            )
        except msgspec.ValidationError as error:
            variable = f"{PREFIX}{name.upper()}"
            reason = _wanted(types[name]) if UNREADABLE.search(str(error)) else None
            raise SettingInvalid(f"{variable} cannot be used: {reason or error}.") from error
        for names, usable, like in FORMS:
            if name in names and not usable(value):
                raise SettingInvalid(f"{PREFIX}{name.upper()} cannot be used: it is no {like}.")
    return Settings(**converted)


UNREADABLE = re.compile("^Invalid enum value|, got `")
"""How msgspec begins to tell of a value that is of another type, or none of a few words."""
WANTED: dict[Any, str] = {
    int: "it is no whole number",
    float: "it is no number",
    bool: "it is neither true nor false",
}


def _wanted(kind: Any) -> str | None:
    """What a value of this type has to be, in words; None where there is nothing to say of it."""
    if get_origin(kind) is Literal:
        return f"it is none of {', '.join(map(str, get_args(kind)))}"
    if get_origin(kind) is Annotated:
        return _wanted(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        return next(filter(None, map(_wanted, get_args(kind))), None)
    return WANTED.get(kind)


def _is_database(value: str) -> bool:
    """Whether PostgreSQL's client can read it; what it says of it may hold parts of a password."""
    try:
        ports = str(conninfo_to_dict(value).get("port") or "")
    except psycopg.Error:
        return False
    return all(port == "" or port.isdecimal() for port in ports.split(","))


def _is_web(value: str) -> bool:
    """Whether it is an http(s) address, of which links can be made."""
    try:
        parts = urlsplit(value)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and parts.scheme in {"http", "https"} and not re.search(r"\s", value)


def _is_nats(value: str) -> bool:
    """Whether each of its addresses, with commas between, says what is spoken there."""
    try:
        parts = [urlsplit(each.strip()) for each in value.split(",")]
        named = all(part.hostname and part.port != 0 for part in parts)
    except ValueError:
        return False
    return named and all(part.scheme in {"nats", "tls", "ws", "wss"} for part in parts)


def _is_sender(value: str) -> bool:
    """Whether a mail's header reads it as one address, with or without a name before it."""
    header = EmailMessage(policy=SMTP)
    try:
        header["From"] = value
        (address,) = header["From"].addresses
    except (ValueError, IndexError):
        return False
    return bool(address.username and address.domain)


FORMS: tuple[tuple[frozenset[str], Callable[[str], bool], str], ...] = (
    (
        frozenset({"database_url", "database_owner_url"}),
        _is_database,
        "address of a database like postgresql://user:password@host:5432/name",
    ),
    (frozenset({"nats_url"}), _is_nats, "address like nats://user:password@host:4222"),
    (
        frozenset({"public_url", "otlp_endpoint", "mail_page_url"}),
        _is_web,
        "http(s) address like https://example.org",
    ),
    (frozenset({"mail_from"}), _is_sender, "mail address like xavira@example.org"),
)
"""Settings that are text of a form; what is no such text is never repeated: it may be secret."""


def environment_of(settings: Settings) -> dict[str, str]:
    """The variables that make `load_settings` return `settings` again, for a child process."""
    defaults = msgspec.structs.asdict(Settings())
    return {
        f"{PREFIX}{name.upper()}": str(value)
        for name, value in msgspec.structs.asdict(settings).items()
        if value != defaults[name]
    }
