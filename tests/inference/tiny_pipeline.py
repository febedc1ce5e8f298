"""Builds a very small SDXL pipeline with random weights, so that real diffusers code can be run.

And IP-Adapters for it, in the layout and with the names of those that are published, and very small
image-to-video pipelines of two families.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from inference.catalogue import DiffusionSettings, ModelEntry, load_catalogue

CAPTIONS = (
    "portrait photograph of a woman with long brown hair in a garden at sunset",
    "a man with short black hair in a city at night, smiling, blurry, low quality",
)
TOKENS_MAX = 48
PLAIN_TOKENS = 4
PLUS_QUERIES = 4
PLUS_WIDTH = 64
PLUS_LAYERS = 4
FACE_WIDTH = 40
PATCH_WIDTH = 48
ADAPTER_GAIN = 6.0
"""Random weights of their usual size would hardly move a picture."""


def drawn_by(settings: DiffusionSettings, model: str = "anime") -> ModelEntry:
    """A model of the catalogue, drawn by the diffusion engine; clips only where it can."""
    card = load_catalogue()[model].card
    if settings.video is None:
        image: Any = {"kinds": ("image",), "price_credits": {"image": 1}}
        card = msgspec.structs.replace(card, latency={"image": card.latency["image"]}, **image)
    return ModelEntry(card=card, engine="diffusion", diffusion=settings)


def build(folder: Path) -> None:
    """Saves the pipeline in the diffusers layout; the same weights every time."""
    import torch
    from diffusers import (
        AutoencoderKL,
        EulerDiscreteScheduler,
        StableDiffusionXLPipeline,
        UNet2DConditionModel,
    )

    torch.manual_seed(7)
    tokenizer = _tokenizer()
    unet = UNet2DConditionModel(
        block_out_channels=(16, 32),
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 1),
        projection_class_embeddings_input_dim=8 * 6 + 32,
        cross_attention_dim=64,
        norm_num_groups=8,
    )
    vae = AutoencoderKL(
        block_out_channels=(8, 16),
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=4,
        norm_num_groups=8,
    )
    first, second = _text_encoders(tokenizer)
    pipe = StableDiffusionXLPipeline(
        vae=vae,
        text_encoder=first,
        text_encoder_2=second,
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=unet,
        scheduler=EulerDiscreteScheduler(),
        add_watermarker=False,
    )
    pipe.save_pretrained(folder, safe_serialization=True)


def _tokenizer() -> Any:
    """A byte-pair tokenizer trained on two captions."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import CLIPTokenizer

    trained = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<|startoftext|>", "<|endoftext|>"],
        end_of_word_suffix="</w>",
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    trained.train_from_iterator(CAPTIONS, trainer)
    pairs = [tuple(pair) for pair in json.loads(trained.to_str())["model"]["merges"]]
    return CLIPTokenizer(
        vocab=trained.get_vocab(),
        merges=pairs,
        bos_token="<|startoftext|>",
        eos_token="<|endoftext|>",
        unk_token="<|endoftext|>",
        pad_token="<|endoftext|>",
        model_max_length=TOKENS_MAX,
    )


def _text_encoders(tokenizer: Any) -> tuple[Any, Any]:
    """The two text encoders of the family, with random weights."""
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        projection_dim=32,
        vocab_size=len(tokenizer),
        max_position_embeddings=TOKENS_MAX,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return CLIPTextModel(config), CLIPTextModelWithProjection(config)


def build_adapter(pipeline: Path, folder: Path, *, plus: bool, seed: int = 11) -> None:
    """Saves an IP-Adapter for the saved pipeline as `adapter.safetensors`, and its encoder."""
    import torch
    from diffusers import UNet2DConditionModel
    from safetensors.torch import save_file
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=PATCH_WIDTH,
        intermediate_size=2 * PATCH_WIDTH,
        num_hidden_layers=3,
        num_attention_heads=4,
        image_size=64,
        patch_size=16,
        projection_dim=FACE_WIDTH,
    )
    CLIPVisionModelWithProjection(config).save_pretrained(folder / "image_encoder")
    unet = UNet2DConditionModel.from_pretrained(pipeline, subfolder="unet")
    weights = _resampler() if plus else _projection()
    crossing = [name for name in unet.attn_processors if name.endswith("attn2.processor")]
    for number, name in enumerate(crossing):
        wide, text = unet.get_submodule(name.removesuffix(".processor")).to_k.weight.shape
        for which in ("to_k_ip", "to_v_ip"):
            key = f"ip_adapter.{2 * number + 1}.{which}.weight"
            weights[key] = ADAPTER_GAIN * torch.randn(wide, text) / text**0.5
    save_file(weights, folder / "adapter.safetensors")


def _projection() -> dict[str, Any]:
    """A plain adapter's way from an embedding to four tokens."""
    import torch

    return {
        "image_proj.proj.weight": torch.randn(PLAIN_TOKENS * 64, FACE_WIDTH),
        "image_proj.proj.bias": torch.zeros(PLAIN_TOKENS * 64),
        "image_proj.norm.weight": torch.ones(64),
        "image_proj.norm.bias": torch.zeros(64),
    }


def _resampler() -> dict[str, Any]:
    """A plus adapter's way from patches to tokens."""
    import torch

    def matrix(rows: int, columns: int) -> Any:
        return torch.randn(rows, columns) / columns**0.5

    weights = {
        "latents": torch.randn(1, PLUS_QUERIES, PLUS_WIDTH) / PLUS_WIDTH**0.5,
        "proj_in.weight": matrix(PLUS_WIDTH, PATCH_WIDTH),
        "proj_in.bias": torch.zeros(PLUS_WIDTH),
        "proj_out.weight": matrix(64, PLUS_WIDTH),
        "proj_out.bias": torch.zeros(64),
        "norm_out.weight": torch.ones(64),
        "norm_out.bias": torch.zeros(64),
    }
    for layer in range(PLUS_LAYERS):
        for norm in ("0.norm1", "0.norm2", "1.0"):
            weights[f"layers.{layer}.{norm}.weight"] = torch.ones(PLUS_WIDTH)
            weights[f"layers.{layer}.{norm}.bias"] = torch.zeros(PLUS_WIDTH)
        weights |= {
            f"layers.{layer}.0.to_q.weight": matrix(PLUS_WIDTH, PLUS_WIDTH),
            f"layers.{layer}.0.to_kv.weight": matrix(2 * PLUS_WIDTH, PLUS_WIDTH),
            f"layers.{layer}.0.to_out.weight": matrix(PLUS_WIDTH, PLUS_WIDTH),
            f"layers.{layer}.1.1.weight": matrix(4 * PLUS_WIDTH, PLUS_WIDTH),
            f"layers.{layer}.1.3.weight": matrix(PLUS_WIDTH, 4 * PLUS_WIDTH),
        }
    return {f"image_proj.{name}": value for name, value in weights.items()}


def build_wan(folder: Path) -> None:
    """Saves an image-to-video pipeline of the Wan family, which takes prompts."""
    import torch
    from diffusers import (
        AutoencoderKLWan,
        FlowMatchEulerDiscreteScheduler,
        WanImageToVideoPipeline,
        WanTransformer3DModel,
    )
    from transformers import UMT5Config, UMT5EncoderModel

    torch.manual_seed(13)
    tokenizer = _tokenizer()
    text = UMT5Config(
        vocab_size=len(tokenizer),
        d_model=32,
        d_kv=8,
        d_ff=37,
        num_layers=1,
        num_heads=4,
        pad_token_id=tokenizer.pad_token_id,
    )
    transformer = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=2,
        attention_head_dim=12,
        in_channels=36,
        out_channels=16,
        text_dim=32,
        freq_dim=64,
        ffn_dim=32,
        num_layers=1,
        cross_attn_norm=True,
        qk_norm="rms_norm_across_heads",
        rope_max_seq_len=32,
    )
    vae = AutoencoderKLWan(
        base_dim=3,
        z_dim=16,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
    )
    pipe = WanImageToVideoPipeline(
        tokenizer=tokenizer,
        text_encoder=UMT5EncoderModel(text),
        vae=vae,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        transformer=transformer,
    )
    pipe.save_pretrained(folder, safe_serialization=True)


def build_svd(folder: Path) -> None:
    """Saves a Stable Video Diffusion pipeline, which takes no prompt."""
    import torch
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )
    from transformers import (
        CLIPImageProcessor,
        CLIPVisionConfig,
        CLIPVisionModelWithProjection,
    )

    torch.manual_seed(17)
    unet = UNetSpatioTemporalConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=8,
        in_channels=8,
        out_channels=4,
        down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
        up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
        cross_attention_dim=32,
        num_attention_heads=(2, 4),
        projection_class_embeddings_input_dim=96,
        addition_time_embed_dim=32,
    )
    vae = AutoencoderKLTemporalDecoder(
        block_out_channels=(32, 64),
        down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
        latent_channels=4,
    )
    config = CLIPVisionConfig(
        hidden_size=32,
        projection_dim=32,
        intermediate_size=37,
        num_hidden_layers=1,
        num_attention_heads=4,
        image_size=224,
        patch_size=32,
    )
    pipe = StableVideoDiffusionPipeline(
        vae=vae,
        image_encoder=CLIPVisionModelWithProjection(config),
        unet=unet,
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            prediction_type="v_prediction",
            use_karras_sigmas=True,
        ),
        feature_extractor=CLIPImageProcessor(size=224, crop_size=224),
    )
    pipe.save_pretrained(folder, safe_serialization=True)
