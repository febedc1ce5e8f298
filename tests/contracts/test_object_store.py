"""What every object store promises: memory, a folder, and a real S3 server."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import boto3
import pytest
from botocore.config import Config

from adapters.devstack.ports import free_port
from adapters.devstack.seaweed import EmbeddedSeaweed
from adapters.memory.objects import MemoryStore
from adapters.object_store.folder import FolderStore
from adapters.object_store.s3 import S3Store
from domain.objects import (
    NewObject,
    ObjectCorrupt,
    ObjectKeyInvalid,
    ObjectMissing,
    ObjectStore,
    StoredObject,
    StoreUnavailable,
    key_of,
    parse_key,
)

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

BUCKET = "outputs"
OWNER = UUID("0b9f3f0a-6c1e-4c53-9a53-3f6c0d9d7a11")
DATA = b"a drawing of a lighthouse"
SHA = "72cf10b7a0fdbe69f691cec13fe5c6366a474fc1ab3b8a07c7d301ed5b8314a8"
ONE_HOUR_SECONDS = 3600.0
THREADS = 4

pytestmark = pytest.mark.processes


@dataclass(frozen=True)
class Case:
    """A store under test, and a way to damage a public object behind its back."""

    store: ObjectStore
    damage: Callable[[str], None]


@pytest.fixture(scope="module")
def s3_client(s3_server: EmbeddedSeaweed) -> S3Client:
    """A plain client of the test's S3 server, where the bucket exists."""
    client = boto3.client(
        "s3",
        endpoint_url=s3_server.url(),
        region_name="us-east-1",
        aws_access_key_id=s3_server.access_key,
        aws_secret_access_key=s3_server.secret_key,
        config=Config(s3={"addressing_style": "path"}),
    )
    client.create_bucket(Bucket=BUCKET)
    return client


def _s3_store(server: EmbeddedSeaweed, *, secret_key: str | None = None) -> S3Store:
    return S3Store(
        BUCKET,
        endpoint_url=server.url(),
        region="us-east-1",
        access_key=server.access_key,
        secret_key=secret_key or server.secret_key,
    )


@pytest.fixture(params=["memory", "folder", "s3"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """Each store in turn."""
    if request.param == "memory":
        memory = MemoryStore()
        return Case(memory, lambda key: memory._public.update({key: b"damaged"}))
    if request.param == "folder":
        root = tmp_path / "objects"
        return Case(FolderStore(root), lambda key: _write(root / "public" / key, b"damaged"))
    client: S3Client = request.getfixturevalue("s3_client")
    server: EmbeddedSeaweed = request.getfixturevalue("s3_server")

    def damage(key: str) -> None:
        client.put_object(Bucket=BUCKET, Key=f"public/{key}", Body=b"damaged")

    return Case(_s3_store(server), damage)


@pytest.fixture
def store(case: Case) -> ObjectStore:
    """The store of the case."""
    return case.store


@pytest.fixture
def key() -> str:
    """A key of the drawing under an owner of the test's own."""
    return key_of(uuid4(), DATA, media_type="image/png")


def _put(store: ObjectStore, key: str) -> None:
    assert store.put_quarantine(parse_key(key).owner, DATA, media_type="image/png") == key


def new_object(key: str) -> NewObject:
    """The drawing under the owner of a key."""
    return NewObject(parse_key(key).owner, DATA, "image/png")


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _mine(store: ObjectStore, key: str, *, older_than_seconds: float) -> list[str]:
    listed = store.list_quarantine(older_than_seconds=older_than_seconds)
    return [found for found in listed if found == key]


def test_a_key_names_owner_content_and_kind() -> None:
    """The key of an object is its owner, the SHA-256 of its bytes and an extension."""
    assert key_of(OWNER, DATA, media_type="video/mp4") == f"{OWNER}/{SHA}.mp4"


def test_a_new_object_is_readable_in_quarantine_only(store: ObjectStore, key: str) -> None:
    """What was stored is read back from quarantine and is not public."""
    _put(store, key)
    assert store.get_quarantine(key) == StoredObject(data=DATA, media_type="image/png", etag=SHA)
    with pytest.raises(ObjectMissing):
        store.get(key)


def test_a_published_object_is_public_and_left_quarantine(store: ObjectStore, key: str) -> None:
    """Publishing moves the object."""
    _put(store, key)
    store.publish(key)
    assert store.get(key) == StoredObject(data=DATA, media_type="image/png", etag=SHA)
    with pytest.raises(ObjectMissing):
        store.get_quarantine(key)


def test_publishing_and_storing_twice_is_fine(store: ObjectStore, key: str) -> None:
    """A second delivery of either step changes nothing."""
    for _ in range(2):
        _put(store, key)
        _put(store, key)
        store.publish(key)
        store.publish(key)
    assert store.get(key).data == DATA


def test_several_objects_are_stored_in_one_go(store: ObjectStore, key: str) -> None:
    """All of them are in quarantine then, also one that was there before."""
    _put(store, key)
    sea = NewObject(OWNER, b"a drawing of the sea", "image/webp")
    again, other = store.put_quarantine_all([new_object(key), sea])
    assert again == key
    assert store.get_quarantine(key).data == DATA
    assert store.get_quarantine(other).data == b"a drawing of the sea"
    assert store.get_quarantine(other).media_type == "image/webp"


def test_what_is_not_kept_is_refused_before_anything_is_stored(
    store: ObjectStore, key: str
) -> None:
    """Of two objects one has a kind that is not kept: neither of them is stored."""
    with pytest.raises(ObjectKeyInvalid):
        store.put_quarantine_all([new_object(key), NewObject(OWNER, DATA, "image/gif")])
    with pytest.raises(ObjectMissing):
        store.get_quarantine(key)


def test_publishing_at_once_from_several_threads_is_fine(store: ObjectStore, key: str) -> None:
    """Two settlers that publish the same object at the same moment both succeed."""
    _put(store, key)
    together, outcomes = Barrier(THREADS), []

    def publish() -> None:
        together.wait()
        store.publish(key)
        outcomes.append("published")

    threads = [Thread(target=publish) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["published"] * THREADS
    assert store.get(key).data == DATA


def test_publishing_nothing_is_refused(store: ObjectStore, key: str) -> None:
    """An object that was never stored cannot be published."""
    with pytest.raises(ObjectMissing):
        store.publish(key)


def test_a_deleted_object_is_gone_everywhere(store: ObjectStore, key: str) -> None:
    """Deletion reaches the public and quarantine, and may come twice."""
    _put(store, key)
    store.publish(key)
    _put(store, key)
    store.delete(key)
    store.delete(key)
    for read in (store.get, store.get_quarantine):
        with pytest.raises(ObjectMissing):
            read(key)


def test_a_discard_spares_the_public(store: ObjectStore, key: str) -> None:
    """Discarding removes from quarantine only, and may come twice."""
    _put(store, key)
    store.publish(key)
    _put(store, key)
    store.discard(key)
    store.discard(key)
    assert store.get(key).data == DATA
    with pytest.raises(ObjectMissing):
        store.get_quarantine(key)


def test_quarantine_is_listed_by_age(store: ObjectStore, key: str) -> None:
    """The janitor sees what is old enough, and nothing that was published."""
    _put(store, key)
    assert _mine(store, key, older_than_seconds=0.0) == [key]
    assert _mine(store, key, older_than_seconds=ONE_HOUR_SECONDS) == []
    store.publish(key)
    assert _mine(store, key, older_than_seconds=0.0) == []


def test_damaged_bytes_are_not_handed_out(case: Case, key: str) -> None:
    """An object whose bytes are not those of its name is reported as corrupt."""
    _put(case.store, key)
    case.store.publish(key)
    case.damage(key)
    with pytest.raises(ObjectCorrupt):
        case.store.get(key)


def test_a_stored_object_is_named_by_its_content(store: ObjectStore) -> None:
    """The store answers under which key it keeps the bytes, and refuses kinds it does not keep."""
    assert store.put_quarantine(OWNER, DATA, media_type="image/png") == f"{OWNER}/{SHA}.png"
    with pytest.raises(ObjectKeyInvalid):
        store.put_quarantine(OWNER, DATA, media_type="image/gif")


@pytest.mark.parametrize(
    "name",
    [
        "../secrets",
        f"{OWNER}/{SHA}.gif",
        f"../{OWNER}/{SHA}.png",
        f"{OWNER}/../{SHA}.png",
        f"{OWNER}/{SHA}.png\n",
        f"{str(OWNER).upper()}/{SHA}.png",
        f"{SHA}.png",
    ],
)
def test_no_call_takes_a_path_for_a_key(store: ObjectStore, name: str) -> None:
    """What is not a key is refused by every call."""
    for call in (store.get, store.get_quarantine, store.publish, store.discard, store.delete):
        with pytest.raises(ObjectKeyInvalid):
            call(name)


def test_a_folder_holds_no_half_written_file(tmp_path: Path, key: str) -> None:
    """A write that fails leaves nothing visible behind and says that the store failed."""
    store = FolderStore(tmp_path)
    (tmp_path / "quarantine").rmdir()
    with pytest.raises(StoreUnavailable):
        _put(store, key)
    assert list((tmp_path / "partial").iterdir()) == []


def test_a_folder_keeps_no_second_name_of_what_it_stored(tmp_path: Path, key: str) -> None:
    """New objects and one that was there before leave nothing among the partial files."""
    store = FolderStore(tmp_path)
    for _ in range(2):
        store.put_quarantine_all([new_object(key)])
    assert [path.name for path in (tmp_path / "quarantine").iterdir()] == [key.replace("/", "_")]
    assert list((tmp_path / "partial").iterdir()) == []


def test_a_folder_forgets_old_partial_files(tmp_path: Path) -> None:
    """What a crashed writer left is removed at the next start once it is an hour old."""
    FolderStore(tmp_path)
    old, fresh = tmp_path / "partial" / "old", tmp_path / "partial" / "fresh"
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    FolderStore(tmp_path)
    assert list((tmp_path / "partial").iterdir()) == [fresh]


def test_a_deleted_object_has_no_second_name_for_long(tmp_path: Path, key: str) -> None:
    """What a writer that was killed between two names left is removed while the store is in use."""
    store = FolderStore(tmp_path)
    _put(store, key)
    left = tmp_path / "partial" / "left"
    os.link(tmp_path / "quarantine" / key.replace("/", "_"), left)
    store.publish(key)
    store.delete(key)
    os.utime(left, (0, 0))
    assert list(store.list_quarantine(older_than_seconds=0.0)) == []
    assert not left.exists()


def test_a_folder_is_left_without_empty_owners(tmp_path: Path, key: str) -> None:
    """Deleting an owner's last object, or publishing none, leaves no folder behind."""
    store = FolderStore(tmp_path)
    _put(store, key)
    store.publish(key)
    store.delete(key)
    with pytest.raises(ObjectMissing):
        store.publish(key)
    assert list((tmp_path / "public").iterdir()) == []


def test_a_publication_that_a_crash_of_the_machine_undid_is_done_again(
    tmp_path: Path, key: str
) -> None:
    """An object that the disk has back in quarantine is read there, listed, and published again."""
    store = FolderStore(tmp_path)
    _put(store, key)
    store.publish(key)
    (tmp_path / "public" / key).rename(tmp_path / "quarantine" / key.replace("/", "_"))
    (tmp_path / "public" / key).parent.rmdir()
    assert store.get_quarantine(key).data == DATA
    assert list(store.list_quarantine(older_than_seconds=0.0)) == [key]
    store.publish(key)
    assert store.get(key).data == DATA


def test_an_interrupted_publication_in_s3_is_finished(
    s3_server: EmbeddedSeaweed, s3_client: S3Client, key: str
) -> None:
    """When a crash left the object in both places, publishing again leaves it public only."""
    store = _s3_store(s3_server)
    _put(store, key)
    s3_client.put_object(Bucket=BUCKET, Key=f"public/{key}", Body=DATA)
    store.publish(key)
    assert store.get(key).data == DATA
    with pytest.raises(ObjectMissing):
        store.get_quarantine(key)


def test_an_s3_that_refuses_us_is_unavailable(s3_server: EmbeddedSeaweed, key: str) -> None:
    """Wrong credentials are a failure of the store, not a missing object."""
    store = _s3_store(s3_server, secret_key="wrong")
    with pytest.raises(StoreUnavailable):
        store.get(key)


def test_an_s3_that_is_not_there_is_unavailable(key: str) -> None:
    """A store that does not answer is reported as such, after a bounded number of tries."""
    store = S3Store(
        BUCKET,
        endpoint_url=f"http://127.0.0.1:{free_port()}",
        region="us-east-1",
        access_key="any",
        secret_key="any",
    )
    for call in (
        partial(store.get, key),
        partial(store.publish, key),
        partial(_put, store, key),
        partial(next, store.list_quarantine(older_than_seconds=0.0)),
    ):
        with pytest.raises(StoreUnavailable):
            call()
