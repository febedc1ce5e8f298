"""Published checkpoints: the folder and the bucket keep the same promises."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import boto3
import pytest
from botocore.config import Config

from adapters.devstack.seaweed import EmbeddedSeaweed
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.object_store.s3_checkpoints import S3Checkpoints
from domain.objects import CheckpointShelf, StoreUnavailable, checkpoint_key
from tests.adapters.audit.rig import Rig
from tests.stack import wait_for
from tests.valve import Valve

ORIGIN = "xavira-ledger/0123456789ab"
WAIT_SECONDS_MAX = 120.0


def _bucket(server: EmbeddedSeaweed, *, url: str | None = None) -> S3Checkpoints:
    """A new one, asked at `url` if that is another way to the server."""
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
        endpoint_url=url or server.url(),
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


def test_a_bucket_that_does_not_answer_delays_publication_only(
    rig: Rig, s3_server: EmbeddedSeaweed
) -> None:
    """Connections open and nothing comes back: each cycle signs all the same, and soon. What could
    not be published is published once the bucket answers, though nothing new was recorded.
    """
    server = urlsplit(s3_server.url())
    assert server.hostname is not None
    assert server.port is not None
    with Valve(server.hostname, server.port) as valve, ThreadPoolExecutor(1) as beside:
        rig.shelf = shelf = _bucket(s3_server, url=f"http://127.0.0.1:{valve.port}")  # type: ignore[assignment]
        rig.restart()
        rig.fill(1).seal()
        valve.shut()

        def two_cycles() -> list[object]:
            return [rig.draw(1).sealer.seal() for _ in range(2)]

        signed = beside.submit(two_cycles).result(WAIT_SECONDS_MAX)
        assert None not in signed
        assert valve.held.is_set()
        valve.open()

        def published() -> bool:
            """What had been given up may arrive now, in any order."""
            assert rig.sealer.seal() is None
            return shelf.newest_checkpoint() == rig.newest().note.encode()

        wait_for(published)
