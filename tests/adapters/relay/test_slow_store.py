"""An object store that takes requests and does not answer them: what goes on meanwhile."""

import asyncio
from collections.abc import Sequence
from urllib.parse import urlsplit

import boto3
import pytest
from botocore.config import Config

from adapters.devstack.seaweed import EmbeddedSeaweed
from adapters.object_store.s3 import S3Store
from domain.generation import GenerationCompleted, GenerationFailed
from domain.objects import ObjectMissing
from inference.engine import EngineFailed, RenderRequest
from tests.adapters.relay.rig import Rig
from tests.inference.flat_engine import FlatEngine
from tests.valve import Valve

pytestmark = pytest.mark.processes

BUCKET = "outputs"
REGION = "us-east-1"
PICTURES = 80
"""More than the settler takes at a time, and more than there are threads for the store."""

BROKEN_WIDTH = 128


def store_at(server: EmbeddedSeaweed, url: str) -> S3Store:
    return S3Store(
        BUCKET,
        endpoint_url=url,
        region=REGION,
        access_key=server.access_key,
        secret_key=server.secret_key,
    )


def make_bucket(server: EmbeddedSeaweed) -> None:
    boto3.client(
        "s3",
        endpoint_url=server.url(),
        region_name=REGION,
        aws_access_key_id=server.access_key,
        aws_secret_access_key=server.secret_key,
        config=Config(s3={"addressing_style": "path"}),
    ).create_bucket(Bucket=BUCKET)


def breaking(requests: Sequence[RenderRequest]) -> None:
    if any(request.width == BROKEN_WIDTH for request in requests):
        raise EngineFailed("it breaks")


def public(store: S3Store, key: str) -> bool:
    try:
        store.get(key)
    except ObjectMissing:
        return False
    return True


def test_a_store_that_does_not_answer_keeps_no_refund_and_no_new_work_waiting(
    migrated: str, nats_server: str, s3_server: EmbeddedSeaweed
) -> None:
    """The relay's way to the store hangs: what is drawn is recorded all the same, work that comes
    then is handed out, and a failure refunded; once the store answers, every picture is public.
    """
    make_bucket(s3_server)
    near = urlsplit(s3_server.url())
    assert near.hostname is not None
    assert near.port is not None

    async def scenario(valve: Valve) -> None:
        async with Rig(migrated, nats_server) as rig:
            direct = store_at(s3_server, s3_server.url())
            rig.store = store_at(s3_server, f"http://127.0.0.1:{valve.port}")
            async with rig.relaying():
                rig.store = direct
                async with rig.consuming(FlatEngine(batch_max=8, before=breaking), slots=8):
                    account_id, character_id = await rig.customer(extra=PICTURES)
                    valve.shut()
                    pictures = [
                        await rig.request(account_id, character_id) for _ in range(PICTURES)
                    ]
                    keys = []
                    for generation in await rig.ended(*pictures):
                        assert isinstance(generation.ending, GenerationCompleted)
                        keys.append(generation.ending.output_key)
                    before = await rig.available(account_id)
                    broken = await rig.request(account_id, character_id, width=BROKEN_WIDTH)
                    [failed] = await rig.ended(broken)
                    assert isinstance(failed.ending, GenerationFailed)
                    assert await rig.available(account_id) == before
                    assert valve.held.is_set()
                    assert not any(public(direct, key) for key in keys)
                    valve.open()
                    for key in keys:
                        await rig.shown(key)

    with Valve(near.hostname, near.port) as valve:
        asyncio.run(scenario(valve))
