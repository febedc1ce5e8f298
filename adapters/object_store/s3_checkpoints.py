"""Published checkpoints beside the objects of a bucket: keys with the prefix `checkpoints/`."""

import contextlib
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from adapters.object_store.s3 import MISSING_CODES, bounds
from domain.objects import (
    CHECKPOINT_BYTES_MAX,
    NEWEST_CHECKPOINT,
    StoreUnavailable,
    checkpoint_key,
)

PREFIX = "checkpoints/"
PATIENCE_SECONDS = 2.0
"""A checkpoint is small, sealing waits for the answer, and the next cycle asks anew."""

ATTEMPTS_MAX = 2
MEDIA_TYPE = "text/plain; charset=utf-8"


class S3Checkpoints:
    """The shelf in a bucket; reached as the objects are, but with less patience."""

    def __init__(
        self,
        bucket: str,
        *,
        endpoint_url: str | None,
        region: str,
        access_key: str | None,
        secret_key: str | None,
    ) -> None:
        self._bucket = bucket
        session = boto3.session.Session(
            aws_access_key_id=access_key, aws_secret_access_key=secret_key, region_name=region
        )
        config = bounds(
            endpoint_url,
            connect_seconds=PATIENCE_SECONDS,
            read_seconds=PATIENCE_SECONDS,
            attempts_max=ATTEMPTS_MAX,
        )
        self._client = session.client("s3", endpoint_url=endpoint_url, config=config)

    def publish_checkpoint(self, origin: str, size: int, note: bytes, *, keep: bool) -> None:
        """See CheckpointShelf."""
        if keep:
            self._put(PREFIX + checkpoint_key(origin, size), note)
        self._put(PREFIX + NEWEST_CHECKPOINT, note)

    def newest_checkpoint(self) -> bytes | None:
        """See CheckpointShelf."""
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=PREFIX + NEWEST_CHECKPOINT)
            with contextlib.closing(answer["Body"]) as body:
                note: bytes = body.read(CHECKPOINT_BYTES_MAX)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in MISSING_CODES:
                return None
            raise StoreUnavailable(f"S3 refused with {code}") from error
        except BotoCoreError as error:
            raise StoreUnavailable(f"S3 did not answer: {type(error).__name__}") from error
        return note

    def _put(self, key: str, note: bytes) -> None:
        arguments: dict[str, Any] = {"ContentType": MEDIA_TYPE}
        try:
            self._client.put_object(Bucket=self._bucket, Key=key, Body=note, **arguments)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            raise StoreUnavailable(f"S3 refused with {code}") from error
        except BotoCoreError as error:
            raise StoreUnavailable(f"S3 did not answer: {type(error).__name__}") from error
