"""Published checkpoints: the folder and the bucket keep the same promises."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import boto3
import pytest
from botocore.config import Config

from adapters.devstack.seaweed import EmbeddedSeaweed
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.object_store.s3_checkpoints import S3Checkpoints
from domain.objects import CheckpointShelf, StoreUnavailable, checkpoint_key

ORIGIN = "xavira-ledger/0123456789ab"


def _bucket(server: EmbeddedSeaweed) -> S3Checkpoints:
    name = f"shelf-{uuid4().hex[:12]}"
    keys = {
        "aws_access_key_id": server.access_key,
        "aws_secret_access_key": server.secret_key,
    }
    config = Config(s3={"addressing_style": "path"})
    client = boto3.client(
        "s3", endpoint_url=server.url(), region_name="us-east-1", config=config, **keys
    )
    client.create_bucket(Bucket=name)
    return S3Checkpoints(
        name,
        endpoint_url=server.url(),
        region="us-east-1",
        access_key=server.access_key,
        secret_key=server.secret_key,
    )


@pytest.fixture(params=["folder", "s3"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> CheckpointShelf:
    """An empty shelf of each kind."""
    if request.param == "folder":
        return FolderCheckpoints(tmp_path / "objects")
    return _bucket(request.getfixturevalue("s3_server"))


def test_the_last_one_published_is_the_newest(shelf: CheckpointShelf) -> None:
    """Nothing at first; then whatever came last, also when it came twice."""
    assert shelf.newest_checkpoint() is None
    shelf.publish_checkpoint(ORIGIN, 5, b"five", keep=True)
    shelf.publish_checkpoint(ORIGIN, 9, b"nine", keep=True)
    shelf.publish_checkpoint(ORIGIN, 9, b"nine", keep=False)
    assert shelf.newest_checkpoint() == b"nine"


def test_a_checkpoint_that_is_kept_has_its_own_name(tmp_path: Path) -> None:
    """Older ones stay where they are, in order of size, in a folder for each origin."""
    shelf = FolderCheckpoints(tmp_path)
    for size in (5, 7, 10):
        shelf.publish_checkpoint(ORIGIN, size, b"%d" % size, keep=size != 7)
    folder = tmp_path / "checkpoints" / checkpoint_key(ORIGIN, 5).split("/")[0]
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == [b"5", b"10"]


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    """A failure of the disk is told as the store's, which the sealer survives."""
    (tmp_path / "checkpoints").write_text("a file in the way")
    with pytest.raises(StoreUnavailable):
        FolderCheckpoints(tmp_path).publish_checkpoint(ORIGIN, 1, b"one", keep=True)
