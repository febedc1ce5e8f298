"""The drawing engine beyond the contract: traits one can see, faults, clips, and no torch."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import av
import msgspec
import numpy as np
import pytest
from PIL import Image

from inference.engine import (
    EngineFailed,
    IdentityRequest,
    RenderCanceled,
    Rendered,
    RenderRequest,
    RequestRefused,
)
from inference.engines.sketch import SketchEngine
from inference.engines.sketching import identity, words
from inference.engines.sketching.blink import find_eyes
from inference.engines.sketching.person import person
from inference.engines.sketching.picture import draw

ROOT = Path(__file__).parents[2]
TRAITS: dict[str, str | int] = {
    "gender": "female",
    "age": 26,
    "ethnicity": "White",
    "skinTone": "light",
    "hairColor": "brown",
    "hairLength": "long",
    "hairStyle": "straight",
    "eyeColor": "green",
    "bodyType": "average",
}
# Where things are in a close-up of 448x576 pixels: the crown, a cheek, and both eyes.
CROWN = (200, 112, 248, 136)
CHEEK = (188, 268, 206, 284)
EYES = (160, 232, 290, 260)


def ask(**changes: object) -> RenderRequest:
    """A close-up in front of a plain background."""
    request = RenderRequest(
        kind="image",
        model_id="realistic-sharp",
        character_id="c1",
        traits=TRAITS,
        prompt="close-up, studio, serious",
        negative_prompt="",
        seed=4,
        width=448,
        height=576,
        format="png",
    )
    return msgspec.structs.replace(request, **changes)


def quiet(place: int, share: float) -> None:
    """A progress that nobody looks at."""


def render(**changes: object) -> Rendered:
    """One finished request."""
    return SketchEngine().render([ask(**changes)], quiet)[0]


def colour(box: tuple[int, int, int, int], **traits: str | int) -> tuple[float, float, float]:
    """The median colour of a box in a close-up of someone with these traits."""
    picture = Image.open(io.BytesIO(render(traits=TRAITS | traits).data)).crop(box)
    red, green, blue = np.median(np.asarray(picture).reshape(-1, 3), axis=0).tolist()
    return red, green, blue


def frames_of(clip: Rendered) -> list[Image.Image]:
    """The decoded frames of a clip."""
    with av.open(io.BytesIO(clip.data)) as container:
        return [frame.to_image() for frame in container.decode(video=0)]


def test_the_colour_of_the_hair_can_be_seen() -> None:
    """The crown has the hue that the trait names."""
    red, _, blue = colour(CROWN, hairColor="red")
    assert red > blue + 60
    red, _, blue = colour(CROWN, hairColor="blue")
    assert blue > red + 60
    assert min(colour(CROWN, hairColor="white")) > 150
    assert max(colour(CROWN, hairColor="black")) < 80
    red, green, blue = colour(CROWN, hairColor="blonde")
    assert red > green > blue + 40
    assert red > 150


def test_the_tone_of_the_skin_can_be_seen() -> None:
    """Each tone is darker than the one before it."""
    tones = ("fair", "light", "medium", "olive", "tan", "brown", "dark")
    brightness = [sum(colour(CHEEK, skinTone=tone)) for tone in tones]
    assert brightness == sorted(brightness, reverse=True)
    assert brightness[0] > 600
    assert brightness[-1] < 350


def test_the_colour_of_the_eyes_can_be_seen() -> None:
    """Blue eyes have blue pixels where brown eyes have none."""

    def bluish(eye: str) -> int:
        picture = render(traits=TRAITS | {"eyeColor": eye}, model_id="anime").data
        pixels = np.asarray(Image.open(io.BytesIO(picture)).crop(EYES), dtype=np.int16)
        return int((pixels[..., 2] > pixels[..., 0] + 40).sum())

    assert bluish("blue") > 150
    assert bluish("brown") == 0


def test_hair_turns_grey_with_age() -> None:
    """At seventy brown hair has lost most of its colour, at thirty none."""
    red, _, blue = colour(CROWN, age=30)
    assert red - blue > 35
    red, _, blue = colour(CROWN, age=70)
    assert red - blue < 25


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        ("gender", "male"),
        ("hairLength", "short"),
        ("hairStyle", "curly"),
        ("hairStyle", "bun"),
        ("bodyType", "plus-size"),
        ("age", 64),
        ("ethnicity", "Asian"),
    ],
)
def test_every_trait_changes_the_picture(trait: str, value: str | int) -> None:
    """With the same face, seed and prompt, each trait alone is visible."""
    face = identity.encode(identity.derive("c1", TRAITS))
    plain = render(identity=face, prompt="half body, studio")
    other = render(identity=face, prompt="half body, studio", traits=TRAITS | {trait: value})
    pair = [np.asarray(Image.open(io.BytesIO(r.data)), dtype=np.int16) for r in (plain, other)]
    assert int((np.abs(pair[0] - pair[1]).max(axis=2) > 12).sum()) > 400


def test_a_wide_body_covers_more_of_the_picture() -> None:
    """The red sweater of a plus-size body has more pixels than that of a slim one."""

    def red_pixels(body: str) -> int:
        rendered = render(prompt="half body, red sweater", traits=TRAITS | {"bodyType": body})
        pixels = np.asarray(Image.open(io.BytesIO(rendered.data)), dtype=np.int16)
        return int((pixels[..., 0] > pixels[..., 1:].max(axis=2) + 60).sum())

    assert red_pixels("plus-size") > red_pixels("slim") * 1.15


@pytest.mark.parametrize("words_of_prompt", ["swimsuit", "lingerie", "unclothed", "bare chest"])
def test_the_trunk_is_always_clothed(words_of_prompt: str) -> None:
    """Whatever the prompt says, waist and hips do not have the colour of skin."""
    for gender in ("female", "male"):
        picture = draw(
            traits=TRAITS | {"gender": gender, "hairLength": "short"},
            identity=identity.derive("c1", TRAITS),
            prompt=f"full body, studio, blue {words_of_prompt}",
            seed=5,
            width=448,
            height=576,
            anime=False,
        )
        skin = np.array([244, 210, 186])
        trunk = np.asarray(picture.crop((204, 185, 244, 260)), dtype=np.int16)
        assert (np.abs(trunk - skin).sum(axis=2) < 60).mean() < 0.02


def test_a_face_comes_from_the_character_alone() -> None:
    """The identity ignores the model; another character has another face."""
    engine = SketchEngine()

    def face(character: str, model: str) -> bytes | None:
        return engine.identify(
            IdentityRequest(model_id=model, character_id=character, traits=TRAITS)
        )

    assert face("c1", "realistic-sharp") == face("c1", "anime")
    assert face("c1", "anime") != face("c2", "anime")
    stored = msgspec.json.decode(face("c1", "anime") or b"")
    assert stored["encoder"] == "sketch-identity-1"


def test_a_stored_identity_and_a_derived_one_give_the_same_picture() -> None:
    """A request before the identity is stored shows the same face as one after."""
    face = SketchEngine().identify(
        IdentityRequest(model_id="realistic-sharp", character_id="c1", traits=TRAITS)
    )
    assert render(identity=face).data == render(identity=None).data


def test_a_face_that_is_lost_is_made_anew() -> None:
    """From the character's id and traits it was made."""
    assert render(identity=b"").data == render(identity=None).data


def test_the_stored_identity_outranks_the_character_id() -> None:
    """The face follows what was stored, not who asks."""
    face = identity.encode(identity.derive("someone else", TRAITS))
    assert render(identity=face).data != render(identity=None).data
    assert render(identity=face, character_id="c9").data == render(identity=face).data


@pytest.mark.parametrize("foreign", [b"\x00\x01", b'{"encoder":"other"}'])
def test_a_face_of_another_encoder_is_made_anew(foreign: bytes) -> None:
    """It is of no use here, and says nothing against the request."""
    assert render(identity=foreign).data == render(identity=None).data


def test_only_the_photographic_model_scores_its_faces() -> None:
    """A drawn face is exact; the drawn model promises no face."""
    assert render(model_id="realistic-sharp").identity_score == 1.0
    assert render(model_id="anime").identity_score is None


def test_the_words_of_a_prompt_are_read() -> None:
    """Framing, posture, place, light, expression and clothes with their colour."""
    brief = words.read("On her knees in the forest at sunset, laughing, dark hair, emerald dress")
    assert (brief.posture, brief.place, brief.light) == ("kneeling", "forest", "sunset")
    assert (brief.expression, brief.garment, brief.colour) == ("laugh", "dress", "emerald")
    assert brief.framing is None


def test_the_colour_of_hair_does_not_colour_the_clothes() -> None:
    """The nearest colour word counts, unless it belongs to hair or eyes."""
    assert words.read("a woman with red hair, sweater").colour is None
    assert words.read("red hair, a soft blue sweater").colour == "blue"


def test_a_clip_has_the_length_and_half_the_size() -> None:
    """Five seconds at 16 frames a second, decodable, with its first frame as poster."""
    clip = render(
        kind="video", format="mp4", seconds=5, width=896, height=1152, source=render().data
    )
    frames = frames_of(clip)
    assert (clip.media_type, clip.width, clip.height) == ("video/mp4", 448, 576)
    assert len(frames) == 80
    assert frames[0].size == (448, 576)
    assert clip.data.find(b"moov") < clip.data.find(b"mdat")
    poster = Image.open(io.BytesIO(clip.poster or b""))
    assert (poster.format, poster.size) == ("PNG", (448, 576))
    moved = np.asarray(frames[-1], dtype=np.int16) - np.asarray(frames[0], dtype=np.int16)
    assert np.abs(moved).mean() > 2


def test_the_same_clip_has_the_same_bytes() -> None:
    """Encoding adds no time and no thread to the result."""
    source = render(format="webp").data
    clips = [render(kind="video", format="mp4", seconds=1, source=source) for _ in range(2)]
    assert clips[0].data == clips[1].data


def test_the_eyes_of_a_drawn_person_are_found_and_others_are_not() -> None:
    """A blink happens only where the eyes certainly are."""
    face = identity.derive("c1", TRAITS)
    who = person(TRAITS, face, anime=False)
    drawn = Image.open(io.BytesIO(render().data))
    found = find_eyes(drawn, who)
    assert found is not None
    assert (round(found.x), round(found.y)) == (224, 372)
    assert find_eyes(drawn.transpose(Image.Transpose.FLIP_TOP_BOTTOM), who) is None
    small = find_eyes(Image.open(io.BytesIO(render(prompt="beach, full body").data)), who)
    assert small is not None
    assert (round(small.scale), round(found.scale)) == (66, 271)
    closed = Image.open(io.BytesIO(render(prompt="close-up, studio, eyes closed").data))
    assert find_eyes(closed, who) is None


@pytest.mark.parametrize("source", [None, b"", b"not an image"])
def test_a_clip_without_a_readable_source_is_refused(source: bytes | None) -> None:
    """The image is the beginning of the clip; nothing is invented for it."""
    with pytest.raises(RequestRefused, match="video"):
        render(kind="video", format="mp4", seconds=1, source=source)


def test_a_clip_can_be_canceled_between_frames() -> None:
    """Progress is reported while frames are written, and what it raises ends the work."""
    seen: list[float] = []

    def cancel(place: int, share: float) -> None:
        seen.append(share)
        if len(seen) == 10:
            raise RenderCanceled

    request = ask(kind="video", format="mp4", seconds=5, source=render().data)
    with pytest.raises(RenderCanceled):
        SketchEngine().render([request], cancel)
    assert len(seen) == 10
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("fault", "image_fails", "video_fails"),
    [("fail_image", True, False), ("fail_video", False, True), ("fail_all", True, True)],
)
def test_faults_fail_what_they_name(fault: str, image_fails: bool, video_fails: bool) -> None:
    """A fault touches the kind of request in its name and no other."""
    engine = SketchEngine(instant=True, fault=fault)
    clip = ask(kind="video", format="mp4", seconds=1, source=render().data)
    for request, fails in ((ask(), image_fails), (clip, video_fails)):
        if fails:
            with pytest.raises(EngineFailed, match=fault):
                engine.render([request], quiet)
        else:
            assert engine.render([request], quiet)[0].data


def test_the_crash_fault_ends_the_process() -> None:
    """No exception handler gets to see a crash."""
    code = (
        "from tests.inference.test_sketch import ask, quiet\n"
        "from inference.engines.sketch import SketchEngine\n"
        "try:\n"
        "    SketchEngine(fault='crash').render([ask()], quiet)\n"
        "finally:\n"
        "    print('still here', flush=True)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=300, check=False
    )
    assert ended.returncode == 70
    assert b"still here" not in ended.stdout


def test_a_delay_reports_progress_and_can_be_canceled() -> None:
    """A configured delay of minutes ends at the first progress that raises."""

    def cancel(place: int, share: float) -> None:
        if share > 0:
            raise RenderCanceled

    with pytest.raises(RenderCanceled):
        SketchEngine(delay_seconds=300).render([ask()], cancel)


def test_instant_pictures_have_the_requested_size_and_format() -> None:
    """Every request of one size and format gets the same cached file."""
    engine = SketchEngine(instant=True)
    first = engine.render([ask(width=300, height=200, format="jpeg")], quiet)[0]
    other = engine.render([ask(width=300, height=200, format="jpeg", seed=9)], quiet)[0]
    picture = Image.open(io.BytesIO(first.data))
    assert (picture.format, picture.size) == ("JPEG", (300, 200))
    assert first.data is other.data


@pytest.mark.parametrize("size", [(256, 1024), (1024, 256), (512, 512)])
def test_any_shape_of_picture_is_filled(size: tuple[int, int]) -> None:
    """No framing leaves a narrow, wide or square picture unpainted."""
    for framing in ("close-up", "half body", "full body", "sitting", "kneeling", "on the floor"):
        rendered = render(width=size[0], height=size[1], prompt=f"{framing}, garden")
        pixels = np.asarray(Image.open(io.BytesIO(rendered.data)))
        assert pixels.shape == (size[1], size[0], 3)
        assert pixels.reshape(-1, 3).std(axis=0).min() > 8


def test_drawing_never_needs_torch() -> None:
    """Catalogue, engine, a picture and a clip work where the heavy libraries are absent."""
    code = (
        "import sys\n"
        "from inference.catalogue import load_catalogue\n"
        "from inference.engines.built import build_engine\n"
        "from tests.inference.test_sketch import ask, quiet\n"
        "engine = build_engine(load_catalogue()['anime'], sketch_instant=False,\n"
        "                      sketch_fault='none', sketch_delay_seconds=0.0)\n"
        "engine.load()\n"
        "image = engine.render([ask()], quiet)[0].data\n"
        "engine.render([ask(kind='video', format='mp4', seconds=1, source=image)], quiet)\n"
        "print(sorted({'torch', 'diffusers', 'transformers'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=300, check=True
    )
    assert done.stdout.strip() == b"[]"
