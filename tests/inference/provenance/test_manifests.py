"""Manifests in real files: written, read again, and not believed once anything was changed."""

from __future__ import annotations

import io
import json
import socket
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any
from xml.etree import ElementTree

import av
import c2pa
import msgspec
import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from adapters.provenance.certificates import own_credentials, signer_of
from inference.engine import Format, Rendered
from inference.output_checks import decodes_as_promised
from inference.provenance.manifests import (
    CredentialsUnusable,
    Finding,
    ManifestSigner,
    read_manifest,
)
from inference.provenance.marking import MarkFailed
from tests.inference.provenance.files import CREDENTIALS, FORMATS, OURS, drawn, marked

WHEN = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
ALTERED = Finding(found_by="altered_manifest")
NOTHING = Finding(found_by="none")


def pixels(data: bytes, media_type: str) -> np.ndarray[Any, Any]:
    if media_type != "video/mp4":
        return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
    with av.open(io.BytesIO(data), mode="r", format="mp4") as clip:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in clip.decode(video=0)])


def content_place(data: bytes, media_type: str) -> int:
    """A byte of the picture itself."""
    begins = {"image/png": b"IDAT", "image/webp": b"VP8 ", "image/jpeg": b"\xff\xda"}
    return data.rindex(begins.get(media_type, b"mdat")) + 600


@pytest.mark.parametrize("form", FORMATS)
def test_a_marked_file_is_the_same_picture_and_ours(form: Format) -> None:
    """Every pixel as drawn, whole by the checks of outputs, and signed by us at that time."""
    rendered = ManifestSigner(CREDENTIALS, clock=lambda: WHEN)(drawn(form))
    kind = rendered.media_type
    assert (pixels(rendered.data, kind) == pixels(drawn(form).data, kind)).all()
    assert decodes_as_promised(rendered) is None
    found = read_manifest(rendered.data, kind, OURS)
    assert found == Finding(found_by="manifest", issued_at=WHEN)


@pytest.mark.parametrize("form", FORMATS)
def test_a_manifest_says_that_a_model_made_it_and_no_more(form: Format) -> None:
    """One action with the IPTC source type, no thumbnail, nothing about anybody."""
    rendered = marked(form)
    with c2pa.Reader(rendered.media_type, io.BytesIO(rendered.data)) as reader:
        manifest = json.loads(reader.json())
    (only,) = manifest["manifests"].values()
    actions, *bound = only["assertions"]
    (action,) = actions["data"]["actions"]
    assert (action["action"], action["digitalSourceType"]) == ("c2pa.created", TRAINED)
    assert action.keys() == {"action", "digitalSourceType", "when"}
    assert all(assertion["label"].startswith("c2pa.hash.") for assertion in bound)
    assert only["claim_generator_info"][0]["name"] == "Xavira"
    assert len(rendered.data) - len(drawn(form).data) < 8_000


@pytest.mark.parametrize("form", FORMATS)
def test_what_binds_a_manifest_to_its_file_is_stated_by_the_signer(form: Format) -> None:
    """One hash of the content, among the assertions that the claim calls its own."""
    rendered = marked(form)
    with c2pa.Reader(rendered.media_type, io.BytesIO(rendered.data)) as reader:
        manifest = json.loads(reader.detailed_json())
    claim = manifest["manifests"][manifest["active_manifest"]]["claim"]
    binding = "c2pa.hash.bmff.v3" if form == "mp4" else "c2pa.hash.data"
    stated = [each["url"].rpartition("/")[2] for each in claim["created_assertions"]]
    assert sorted(stated) == ["c2pa.actions.v2", binding]
    assert "gathered_assertions" not in claim


@pytest.mark.parametrize("form", FORMATS)
def test_the_source_type_is_in_the_xmp(form: Format) -> None:
    """Where other programs look for it: Pillow for images, the standard box for clips."""
    data = marked(form).data
    if form == "mp4":
        assert bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + b"<?xpacket" in data
        assert TRAINED.encode() in data
        return
    packet: bytes = Image.open(io.BytesIO(data)).info["xmp"]
    (described,) = ElementTree.fromstring(packet).iter(f"{RDF}Description")
    assert described.get(f"{IPTC}DigitalSourceType") == TRAINED


def test_the_poster_of_a_clip_is_marked_as_well() -> None:
    """It is a file of its own that is handed out."""
    poster = marked("mp4").poster
    assert poster is not None
    assert read_manifest(poster, "image/png", OURS).found_by == "manifest"


@pytest.mark.parametrize("form", FORMATS)
def test_altered_content_under_our_manifest_is_not_ours(form: Format) -> None:
    """A changed byte of the picture, or another picture with our manifest, is told as altered."""
    data, kind = bytearray(marked(form).data), marked(form).media_type
    data[content_place(bytes(data), kind)] ^= 1
    assert read_manifest(bytes(data), kind, OURS) == ALTERED


@pytest.mark.parametrize("form", FORMATS)
def test_a_changed_statement_is_not_ours(form: Format) -> None:
    """Another source type or another time than the one that was signed."""
    rendered = marked(form)
    changed = rendered.data.replace(b"trainedAlgorithmicMedia", b"digitalCreationMediaXXX")
    assert changed != rendered.data
    assert read_manifest(changed, rendered.media_type, OURS) == ALTERED


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_hidden_in_what_is_not_signed(form: Format) -> None:
    """A pad with something in it, be it another pad, is told as altered; so is another header."""
    data, kind = marked(form).data, marked(form).media_type
    pad = data.rindex(b"\x63pad\x59")
    within = b"c2pa.signature\x00\xd2\x84\x59\x00\x00\xa1\x63pad\x41\x00"
    for place, change in ((pad + 7, b"\x01"), (pad + 900, b"hidden"), (pad + 60, within)):
        changed = data[:place] + change + data[place + len(change) :]
        changed = _with_checksum(changed) if form == "png" else changed
        assert read_manifest(changed, kind, OURS) == ALTERED
    renamed = data[: pad + 1] + b"q" + data[pad + 2 :]
    renamed = _with_checksum(renamed) if form == "png" else renamed
    assert read_manifest(renamed, kind, OURS).found_by != "manifest"


def _with_checksum(data: bytes) -> bytes:
    """A PNG whose manifest has the right checksum again."""
    end = 41 + int.from_bytes(data[33:37])
    return data[:end] + zlib.crc32(data[37:end]).to_bytes(4) + data[end + 4 :]


def test_the_checksum_of_a_manifest_in_a_png_is_looked_at() -> None:
    """It is behind the chunk that the hash of the picture leaves out."""
    data = marked("png").data
    assert _with_checksum(data) == data
    place = 41 + int.from_bytes(data[33:37]) + 1
    changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    assert read_manifest(changed, "image/png", OURS) == ALTERED


@pytest.mark.parametrize("form", FORMATS)
def test_no_manifest_or_half_a_file_is_nobodys(form: Format) -> None:
    """Stripped, cut off anywhere, empty, of another kind, or no file at all: nothing is found."""
    rendered, kind = marked(form), marked(form).media_type
    assert read_manifest(drawn(form).data, kind, OURS) == NOTHING
    for cut in (0, 1, 40, 700, 1_500, 3_000, len(rendered.data) // 2):
        assert read_manifest(rendered.data[:cut], kind, OURS).found_by != "manifest"
    assert read_manifest(b"\x00c2pa" * 1_000, kind, OURS) == NOTHING


def test_a_foreign_certificate_is_not_ours() -> None:
    """Of another deployment, with the same names in it: a manifest, but none of ours."""
    foreign = own_credentials(b"\x08" * 32)
    data = ManifestSigner(foreign)(drawn("png")).data
    assert read_manifest(data, "image/png", OURS) == NOTHING
    assert read_manifest(data, "image/png", [*OURS, signer_of(foreign)]).found_by == "manifest"


def test_another_certificate_of_our_issuer_is_not_ours() -> None:
    """An authority issues certificates to others too: the number has to be ours as well."""
    other = msgspec.structs.replace(OURS[0], serial_number="42")
    assert read_manifest(marked("png").data, "image/png", [other]) == NOTHING


def test_what_others_made_of_ours_is_not_ours() -> None:
    """Their manifest speaks for the file, although ours is in it as what it was made from."""
    foreign = own_credentials(b"\x08" * 32)
    info = c2pa.C2paSignerInfo(foreign.algorithm, foreign.chain, foreign.key, None)
    edited = io.BytesIO()
    with c2pa.Builder({"claim_generator_info": [{"name": "editor"}]}) as builder:
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
        source = io.BytesIO(marked("png").data)
        builder.sign(c2pa.Signer.from_info(info), "image/png", source, edited)
    assert b"editor" in edited.getvalue()
    assert read_manifest(edited.getvalue(), "image/png", OURS) == NOTHING


def test_nobody_is_asked_over_the_network() -> None:
    """A file that names a manifest elsewhere gets none: no connection is made."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        elsewhere = f"http://127.0.0.1:{listening.getsockname()[1]}/manifest.c2pa"
        encoded, text = io.BytesIO(), PngInfo()
        packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF[1:-1]}">'
        packet += '<rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/"'
        packet += f' dcterms:provenance="{elsewhere}"/></rdf:RDF></x:xmpmeta>'
        text.add_itxt("XML:com.adobe.xmp", packet)
        Image.new("RGB", (8, 8)).save(encoded, "PNG", pnginfo=text)
        with pytest.raises(c2pa.C2paError, match="must fetch remote manifests"):
            c2pa.Reader("image/png", io.BytesIO(encoded.getvalue()), context=_fetching_nothing())
        assert read_manifest(encoded.getvalue(), "image/png", OURS) == NOTHING
        listening.settimeout(0)
        with pytest.raises(BlockingIOError):
            listening.accept()


def _fetching_nothing() -> c2pa.Context:
    settings = {"verify": {"remote_manifest_fetch": False}}
    return c2pa.Context(settings=c2pa.Settings.from_dict(settings))


def test_only_what_is_drawn_anew_is_signed_anew() -> None:
    """A file that is answered for many requests is marked once; all others differ each time."""
    signer = ManifestSigner(CREDENTIALS)
    again = msgspec.structs.replace(drawn("png"), repeated=True)
    assert signer(again).data is signer(again).data
    assert signer(drawn("png")).data != signer(drawn("png")).data


def test_a_png_that_has_a_manifest_gets_ours_in_its_place() -> None:
    """One manifest to a file: that of another signer goes, ours is believed."""
    foreign = ManifestSigner(own_credentials(b"\x08" * 32))(drawn("png"))
    data = ManifestSigner(CREDENTIALS)(foreign).data
    assert (foreign.data.count(b"caBX"), data.count(b"caBX")) == (1, 1)
    assert read_manifest(data, "image/png", OURS).found_by == "manifest"


def test_the_first_pngs_of_several_threads_are_all_ours() -> None:
    """None takes the size of its manifest from another that found it out meanwhile."""
    together = Barrier(4, timeout=10)

    def clock() -> datetime:
        together.wait()
        return WHEN

    signer = ManifestSigner(CREDENTIALS, clock=clock)
    with ThreadPoolExecutor(4) as threads:
        files = [file.data for file in threads.map(signer, [drawn("png")] * 4)]
    found = {read_manifest(data, "image/png", OURS).found_by for data in files}
    assert found == {"manifest"}


def test_the_hash_in_a_png_leaves_out_its_manifest_and_nothing_else() -> None:
    """From behind the header to the end of the chunk, whatever the size of the certificates."""
    data = marked("png").data
    size = 12 + int.from_bytes(data[33:37])
    assert data[37:41] == b"caBX"
    for place in (20, 33 + size, 33 + size + 8, len(data) - 6):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert read_manifest(changed, "image/png", OURS).found_by != "manifest"


def test_a_file_that_cannot_be_marked_is_not_handed_out() -> None:
    """It counts as a failure of the engine: the work fails and is refunded."""
    broken = Rendered(data=b"\x89PNG", media_type="image/png", width=8, height=8)
    with pytest.raises(MarkFailed, match="takes no digital source type"):
        ManifestSigner(CREDENTIALS)(broken)


def test_credentials_are_tried_when_they_are_taken_and_never_shown() -> None:
    """A key that is none is found at the start; what is printed of one tells nothing."""
    with pytest.raises(CredentialsUnusable):
        ManifestSigner(msgspec.structs.replace(CREDENTIALS, key=b"no key"))
    assert repr(CREDENTIALS) == "Credentials(***)"
