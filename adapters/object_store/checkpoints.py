"""Published checkpoints beside the objects: files under `checkpoints/`, or keys with that prefix.

They are not objects: their names say origin and size instead of a hash, and the newest is replaced.
"""

import contextlib
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

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
MEDIA_TYPE = "text/plain; charset=utf-8"


class FolderCheckpoints:
    """The shelf of an installation on one machine, in the folder of its objects."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "checkpoints"

    def publish_checkpoint(self, origin: str, size: int, note: bytes) -> None:
        """See CheckpointShelf."""
        try:
            for name in (checkpoint_key(origin, size), NEWEST_CHECKPOINT):
                self._write(self._folder / name, note)
        except OSError as error:
            raise StoreUnavailable(f"the checkpoint folder failed: {error.strerror}") from error

    def newest_checkpoint(self) -> bytes | None:
        """See CheckpointShelf."""
        try:
            with (self._folder / NEWEST_CHECKPOINT).open("rb") as file:
                return file.read(CHECKPOINT_BYTES_MAX)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnavailable(f"the checkpoint folder failed: {error.strerror}") from error

    def _write(self, path: Path, note: bytes) -> None:
        """Whole and synced under another name first, so that no reader sees half of it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{uuid4().hex}")
        try:
            with partial.open("xb") as file:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class S3Checkpoints:
    """The shelf in a bucket; the same connection settings as for objects."""

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
        self._client = session.client("s3", endpoint_url=endpoint_url, config=bounds(endpoint_url))

    def publish_checkpoint(self, origin: str, size: int, note: bytes) -> None:
        """See CheckpointShelf."""
        for name in (checkpoint_key(origin, size), NEWEST_CHECKPOINT):
            self._put(PREFIX + name, note)

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
