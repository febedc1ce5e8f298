"""Objects in one bucket of any S3, under the prefixes `quarantine/` and `public/`.

Every call is bounded in time and tries. S3 knows no move, so publishing copies and then removes;
whatever a crash leaves between the two is finished by publishing again. It makes no bucket and sets
no access rules: the operator opens `public/` (or serves it through the API) and nothing else.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from domain.objects import (
    OBJECT_BYTES_MAX,
    NewObject,
    ObjectCorrupt,
    ObjectKeyInvalid,
    ObjectMissing,
    StoredObject,
    StoreUnavailable,
    checked_object,
    parse_key,
)

QUARANTINE = "quarantine/"
PUBLIC = "public/"
CONNECT_TIMEOUT_SECONDS = 3
READ_TIMEOUT_SECONDS = 15
ATTEMPTS_MAX = 3
CONNECTIONS_MAX = 32
CACHE_CONTROL = "public, max-age=31536000, immutable"
MISSING_CODES = {"NoSuchKey", "NotFound", "404"}


class S3Store:
    """The store in a bucket. Without keys, boto3's own chain finds credentials (a machine's role).

    `endpoint_url` None means AWS; anything else is addressed by path. `prefix` comes before every
    key, so that two stores share a bucket and neither sees what is the other's.
    """

    far = True

    def __init__(
        self,
        bucket: str,
        *,
        endpoint_url: str | None,
        region: str,
        access_key: str | None,
        secret_key: str | None,
        prefix: str = "",
    ) -> None:
        self._bucket = bucket
        self._quarantine = prefix + QUARANTINE
        self._public = prefix + PUBLIC
        session = boto3.session.Session(
            aws_access_key_id=access_key, aws_secret_access_key=secret_key, region_name=region
        )
        self._client = session.client("s3", endpoint_url=endpoint_url, config=bounds(endpoint_url))

    def put_quarantine(self, owner: UUID, data: bytes, *, media_type: str) -> str:
        """See ObjectStore."""
        [key] = self.put_quarantine_all([NewObject(owner, data, media_type)])
        return key

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        """See ObjectStore. One after the other: whoever has many uses several threads."""
        keys = [new.key for new in objects]
        for key, new in zip(keys, objects, strict=True):
            with _translated(key):
                self._client.put_object(
                    Bucket=self._bucket,
                    Key=self._quarantine + key,
                    Body=new.data,
                    ContentType=new.media_type,
                    CacheControl=CACHE_CONTROL,
                )
        return keys

    def publish(self, key: str) -> None:
        """See ObjectStore."""
        parse_key(key)
        try:
            with _translated(key):
                self._client.copy_object(
                    Bucket=self._bucket,
                    Key=self._public + key,
                    CopySource={"Bucket": self._bucket, "Key": self._quarantine + key},
                )
        except ObjectMissing:
            with _translated(key):
                self._client.head_object(Bucket=self._bucket, Key=self._public + key)
            return
        self.discard(key)

    def get(self, key: str) -> StoredObject:
        """See ObjectStore."""
        return self._read(self._public, key)

    def get_quarantine(self, key: str) -> StoredObject:
        """See ObjectStore."""
        return self._read(self._quarantine, key)

    def delete(self, key: str) -> None:
        """See ObjectStore. Quarantine goes first: what is left cannot be published any more."""
        self.discard(key)
        with _translated(key):
            self._client.delete_object(Bucket=self._bucket, Key=self._public + key)

    def discard(self, key: str) -> None:
        """See ObjectStore."""
        parse_key(key)
        with _translated(key):
            self._client.delete_object(Bucket=self._bucket, Key=self._quarantine + key)

    def list_quarantine(self, *, older_than_seconds: float) -> Iterator[str]:
        """See ObjectStore. Age is the store's time-stamp, in seconds, against our clock."""
        newest = datetime.now(UTC) - timedelta(seconds=older_than_seconds)
        pages = self._client.get_paginator("list_objects_v2")
        with _translated(self._quarantine):
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._quarantine):
                for entry in page.get("Contents", []):
                    key = entry["Key"].removeprefix(self._quarantine)
                    with contextlib.suppress(ObjectKeyInvalid):
                        parse_key(key)
                        if entry["LastModified"] <= newest:
                            yield key

    def _read(self, prefix: str, key: str) -> StoredObject:
        parse_key(key)
        with _translated(key):
            answer = self._client.get_object(Bucket=self._bucket, Key=prefix + key)
            with contextlib.closing(answer["Body"]) as body:
                if answer["ContentLength"] > OBJECT_BYTES_MAX:
                    raise ObjectCorrupt(f"{key} is larger than any object")
                data = body.read()
        return checked_object(key, data)


def bounds(
    endpoint_url: str | None,
    *,
    connect_seconds: float = CONNECT_TIMEOUT_SECONDS,
    read_seconds: float = READ_TIMEOUT_SECONDS,
    attempts_max: int = ATTEMPTS_MAX,
) -> Config:
    """Time-outs, tries and addressing of a client of the store."""
    return Config(
        connect_timeout=connect_seconds,
        read_timeout=read_seconds,
        retries={"mode": "standard", "total_max_attempts": attempts_max},
        max_pool_connections=CONNECTIONS_MAX,
        signature_version="s3v4",
        s3={"addressing_style": "auto" if endpoint_url is None else "path"},
        # Stores other than AWS refuse the newer default checksums; the key names a better one.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


@contextlib.contextmanager
def _translated(what: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in MISSING_CODES:
            raise ObjectMissing(what) from error
        raise StoreUnavailable(f"S3 refused with {code}") from error
    except BotoCoreError as error:
        raise StoreUnavailable(f"S3 did not answer: {type(error).__name__}") from error
