"""Logos in PNG or JPEG: checked, cleaned, ready to embed.

In: bytes of a picture. Out: a Bitmap on white, without metadata and without white round it, the same bytes for the
same file; or a RasterFault. What it is is told from its content, how large from its header, before anything is
decoded. Leaves alone: its colours (no profile is applied) and its resolution.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache

from PIL import Image, ImageChops, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from kaarten.brand.inks import INK
from kaarten.graphics import Bitmap

MOST_PIXELS = 25_000_000
LONGEST_SIDE = 12_000
_FORMATS = ["PNG", "JPEG"]
_HARMLESS = frozenset({"APP0", "APP14"})
"""The segments of a JPEG (JFIF, Adobe) that say nothing about who made it, where, or with what."""
_QUALITY = 95
_WHITE = 250
"""From this grey on a pixel is paper: the noise that JPEG leaves in white is a few shades."""


class RasterFault(Exception):
    """Why a picture cannot be a logo. `code` is one of messages/brand.yaml."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@lru_cache(maxsize=8)  # the teams of an organisation share its logos
def read_raster(data: bytes) -> Bitmap:
    """The picture as a Bitmap. Raises RasterFault: image-unknown, image-too-many-pixels, image-broken."""
    with _mapped():
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
        if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
            raise RasterFault("image-too-many-pixels", width=image.width, height=image.height)
        image.load()
        whole = _on_white(ImageOps.exif_transpose(image))
        seen = _seen(whole)
        if seen.size == whole.size and _plain_jpeg(image):
            return _bitmap(data, image)
        return _encoded(seen, "JPEG" if image.format == "JPEG" else "PNG")


def greyed(bitmap: Bitmap) -> Bitmap:
    """The same picture in shades of ink."""
    with Image.open(io.BytesIO(bitmap.data), formats=_FORMATS) as image:
        return _encoded(ImageOps.colorize(image.convert("L"), black=tuple(INK), white="white"), "PNG")


@contextmanager
def _mapped() -> Generator[None]:
    """Pillow's faults and warnings as RasterFaults."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    except Image.UnidentifiedImageError as unknown:
        raise RasterFault("image-unknown") from unknown
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise RasterFault("image-too-many-pixels", width="", height="") from bomb
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, Warning) as broken:
        raise RasterFault("image-broken") from broken


def _plain_jpeg(image: Image.Image) -> bool:
    """Whether a JPEG can stay as it is: no metadata, one scan, a colour space every printer takes."""
    if not isinstance(image, JpegImageFile) or image.mode not in ("L", "RGB") or "progressive" in image.info:
        return False
    return {name for name, _ in image.applist} <= _HARMLESS


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency: logos stand on white."""
    if image.mode == "I;16":  # 16 bits of grey
        image = Image.frombytes("L", image.size, image.tobytes()[1::2])
    if not image.has_transparency_data:
        return image if image.mode in ("L", "RGB") else image.convert("L" if image.mode == "1" else "RGB")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _seen(image: Image.Image) -> Image.Image:
    """The picture without the white round it: logos stand in line by what is seen of them."""
    box = ImageChops.subtract(Image.new("L", image.size, _WHITE), image.convert("L")).getbbox()
    return image.crop(box) if box else image


def _encoded(image: Image.Image, kind: str) -> Bitmap:
    clean = Image.new(image.mode, image.size)
    clean.paste(image)  # pixels only: no profile, no notes
    out = io.BytesIO()
    options = {"quality": _QUALITY, "subsampling": 0} if kind == "JPEG" else {"compress_level": 9}
    clean.save(out, kind, **options)
    return _bitmap(out.getvalue(), clean)


def _bitmap(data: bytes, image: Image.Image) -> Bitmap:
    return Bitmap(data, image.width, image.height, hashlib.sha256(data).hexdigest()[:16])
