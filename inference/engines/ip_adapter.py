"""One face for all pictures of a character: an IP-Adapter beside a diffusers pipeline.

A face is computed once, from a reference portrait, and stored as what the image encoder saw. Every
later picture is drawn with that, never with the portrait. Plain adapters and those of the plus kind
(plus, plus-face) are known; adapters that need a face recogniser are not.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from PIL import Image

from inference.catalogue import AdapterSettings
from inference.engine import RequestRefused

FACE_BYTES_MAX = 8_000_000
"""A face of the plus kind takes 0.7 MB: 257 patches of 1,280 half-precision numbers."""


class Face(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A character's face as bytes of little-endian numbers.

    `condition` is what the adapter draws from, float16 in the given `shape`: [width], or [patches,
    width] for the plus kind. `anchor` is the encoder's embedding of the reference portrait, float32
    of length one: what pictures are compared with.
    """

    encoder: str
    shape: tuple[int, ...]
    condition: bytes
    anchor: bytes


def encode(face: Face) -> bytes:
    """The face as MessagePack, to be stored."""
    return msgspec.msgpack.encode(face)


def decode(data: bytes) -> Face | None:
    """The face in these bytes; None when they are no face of an IP-Adapter."""
    if len(data) > FACE_BYTES_MAX:
        return None
    try:
        face = msgspec.msgpack.decode(data, type=Face)
    except msgspec.DecodeError:
        return None
    whole = len(face.condition) == 2 * int(np.prod(face.shape)) and len(face.anchor) % 4 == 0
    return face if whole else None


class IpAdapter:
    """An adapter and its image encoder, on one pipeline. Not thread-safe, as a pipeline is not.

    `encoder` names adapter and encoder, so that a face is never read by any other; it is empty
    until they are attached.
    """

    def __init__(self, settings: AdapterSettings) -> None:
        self.settings = settings
        self.encoder = ""
        self._pipe: Any = None
        self._of_patches = False
        self._nobody: Any = None
        """What the encoder sees where there is no face: what guidance leads away from."""

    def attach(self, pipe: Any) -> None:
        """Reads the weights into the pipeline.

        Raises OSError, ValueError, RuntimeError, KeyError, AttributeError.

        From here on the pipeline takes the faces of a batch row by row: diffusers itself would
        repeat each for every row and so draw a mixture of all faces of the batch.
        """
        import torch
        from diffusers.models.embeddings import ImageProjection
        from transformers import CLIPVisionModelWithProjection

        source = self.settings.folder or self.settings.repository
        vision: Any = CLIPVisionModelWithProjection
        encoder = vision.from_pretrained(
            source,
            subfolder=self.settings.encoder,
            revision=self.settings.revision,
            dtype=pipe.dtype,
            use_safetensors=True,
            local_files_only=True,
        )
        pipe.register_modules(image_encoder=encoder.to(pipe.device))
        pipe.load_ip_adapter(
            source,
            subfolder=self.settings.subfolder,
            weight_name=self.settings.weights,
            revision=self.settings.revision,
            local_files_only=True,
            low_cpu_mem_usage=False,
        )
        projection = pipe.unet.encoder_hid_proj.image_projection_layers[0]
        self._of_patches = not isinstance(projection, ImageProjection)
        self._pipe = pipe
        size = encoder.config.image_size
        black = torch.zeros((1, 3, size, size), device=pipe.device, dtype=pipe.dtype)
        condition, _ = self._encoded(black)
        self._nobody = condition if self._of_patches else torch.zeros_like(condition)
        self.encoder = self._name()
        pipe.prepare_ip_adapter_image_embeds = _row_by_row

    def detach(self) -> None:
        """Forgets the pipeline, so that its memory can be given back."""
        self._pipe = self._nobody = None

    def fixed(self, portrait: Image.Image) -> Face:
        """The face that a reference portrait shows."""
        condition, embedded = self._encoded(self._pixels([portrait]))
        half = condition[0].to("cpu").numpy().astype("<f2")
        return Face(
            encoder=self.encoder,
            shape=half.shape,
            condition=half.tobytes(),
            anchor=embedded[0].tobytes(),
        )

    def arguments(self, faces: Sequence[Face | None], *, guided: bool) -> dict[str, Any]:
        """What the pipeline is called with to draw a row for each face, all of them or none.

        Without faces the picture is the one that the pipeline draws without any adapter.
        """
        import torch

        known = [face for face in faces if face is not None]
        if len(known) not in (0, len(faces)):
            raise RequestRefused("a batch is of characters with a face, or of such without")
        self._pipe.set_ip_adapter_scale(self.settings.scale if known else 0.0)
        rows = [self._condition(face) for face in known] or [self._nobody] * len(faces)
        rows = [self._nobody] * len(faces) * guided + rows
        return {"ip_adapter_image_embeds": [torch.stack(rows)]}

    def scores(self, pictures: Sequence[Image.Image], faces: Sequence[Face]) -> list[float]:
        """How close each picture comes to the portrait of its face: a cosine, 1 for the same."""
        _, embedded = self._encoded(self._pixels(pictures))
        anchors = [np.frombuffer(face.anchor, "<f4") for face in faces]
        return [
            round(float(anchor @ seen), 4) for anchor, seen in zip(anchors, embedded, strict=True)
        ]

    def _condition(self, face: Face) -> Any:
        import torch

        numbers = np.frombuffer(face.condition, "<f2").reshape((1, *face.shape)).copy()
        return torch.from_numpy(numbers).to(self._pipe.device, self._pipe.dtype)

    def _pixels(self, pictures: Sequence[Image.Image]) -> Any:
        prepared = self._pipe.feature_extractor(list(pictures), return_tensors="pt")
        return prepared.pixel_values.to(self._pipe.device, self._pipe.dtype)

    def _encoded(self, pixels: Any) -> tuple[Any, np.ndarray]:
        """What the adapter takes (a tensor) and embeddings of length one, a row for each picture.

        The plus kind takes the last patches but one, as it was trained.
        """
        import torch

        with torch.no_grad():
            seen = self._pipe.image_encoder(pixels, output_hidden_states=self._of_patches)
            condition = seen.hidden_states[-2] if self._of_patches else seen.image_embeds
            embedded = torch.nn.functional.normalize(seen.image_embeds.float(), dim=-1)
        return condition, embedded.to("cpu").numpy().astype("<f4")

    def _name(self) -> str:
        """The pinned revision, or for files in a folder what they hold."""
        settings = self.settings
        if settings.folder is None:
            return f"{settings.repository}@{settings.revision}/{settings.weights}"
        folder = Path(settings.folder)
        encoder = sorted((folder / settings.encoder).glob("*.safetensors"))
        digest = hashlib.sha256()
        for path in (folder / settings.subfolder / settings.weights, *encoder):
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return f"{settings.weights}@{digest.hexdigest()[:16]}"


def _row_by_row(
    ip_adapter_image: None,
    ip_adapter_image_embeds: list[Any],
    device: Any,
    num_images_per_prompt: int,
    do_classifier_free_guidance: bool,
) -> list[Any]:
    """Takes the place of the pipeline's own method: rows come in their final order already."""
    (rows,) = ip_adapter_image_embeds
    assert rows.shape[0] == num_images_per_prompt * (2 if do_classifier_free_guidance else 1)
    return [rows.to(device)]
