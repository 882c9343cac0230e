"""Pictures: checked by content, on white, without metadata, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from kaarten.brand.inks import INK
from kaarten.brand.raster import RasterFault, greyed, read_raster
from kaarten.graphics import Bitmap

Encode = Callable[..., bytes]


def opened(bitmap: Bitmap) -> Image.Image:
    return Image.open(io.BytesIO(bitmap.data))


def exif() -> Image.Exif:
    notes = Image.Exif()
    notes[0x0112] = 6  # lies on its side
    notes[0x010F] = "SECRETCAMERA"
    return notes


def test_transparency_becomes_white(encode: Encode):
    bitmap = read_raster(encode("PNG", "RGBA", colour=(255, 0, 0, 128)))
    assert opened(bitmap).mode == "RGB"
    assert opened(bitmap).getpixel((0, 0)) == pytest.approx((255, 127, 127), abs=1)
    assert opened(read_raster(encode("PNG", "LA", colour=(0, 0)))).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [("1", 1, 255), ("L", 7, 7), ("I;16", 40000, 156), ("RGB", (1, 2, 3), (1, 2, 3)), ("P", 0, (0, 0, 0))],
)
def test_every_kind_of_png_keeps_its_colour(encode: Encode, mode: str, colour: object, expected: object):
    bitmap = read_raster(encode("PNG", mode, colour=colour))
    assert opened(bitmap).mode in ("L", "RGB")
    assert opened(bitmap).getpixel((0, 0)) == expected


def test_the_same_file_gives_the_same_bytes(encode: Encode):
    data = encode("PNG", "RGBA", colour=(9, 9, 9, 99))
    first = read_raster(data)
    read_raster.cache_clear()
    assert read_raster(data) == first
    assert read_raster(data) is not first
    assert read_raster(data).digest != read_raster(encode("PNG", "RGBA", colour=(9, 99, 8, 99))).digest


def test_a_plain_jpeg_stays_as_it_is(encode: Encode):
    data = encode("JPEG", colour=(200, 10, 10))
    assert read_raster(data).data == data


@pytest.mark.parametrize(
    "save", [{"comment": b"SECRETCAMERA"}, {"progressive": True}, {"icc_profile": b"SECRETCAMERA"}]
)
def test_any_other_jpeg_is_written_anew_without_notes(encode: Encode, save: dict[str, object]):
    data = encode("JPEG", colour=(200, 10, 10), **save)
    bitmap = read_raster(data)
    assert bitmap.data != data
    assert b"SECRETCAMERA" not in bitmap.data
    assert opened(bitmap).format == "JPEG"


def test_a_picture_that_lies_on_its_side_is_stood_up_and_loses_its_exif(encode: Encode):
    data = encode("JPEG", size=(40, 20), exif=exif())
    bitmap = read_raster(data)
    assert (bitmap.width, bitmap.height) == (20, 40)
    assert b"SECRETCAMERA" in data
    assert b"SECRETCAMERA" not in bitmap.data


def test_cmyk_becomes_rgb(encode: Encode):
    bitmap = read_raster(encode("JPEG", "CMYK", colour=(0, 255, 255, 0)))
    assert opened(bitmap).mode == "RGB"
    assert opened(bitmap).getpixel((0, 0)) == pytest.approx((254, 0, 0), abs=4)


def test_a_grey_picture_runs_from_ink_to_white(encode: Encode):
    assert opened(greyed(read_raster(encode("PNG", colour=(0, 0, 0))))).getpixel((0, 0)) == tuple(INK)
    assert opened(greyed(read_raster(encode("PNG", colour=(255, 255, 255))))).getpixel((0, 0)) == (255, 255, 255)


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_half_a_picture_is_broken(encode: Encode, kind: str):
    with pytest.raises(RasterFault) as fault:
        read_raster(cut_off(encode(kind, colour=(9, 99, 199), size=(300, 300))))
    assert fault.value.code == "image-broken"


@pytest.mark.parametrize("size", [(5001, 5000), (12_001, 1), (20_000, 20_000)])
def test_a_bomb_is_told_from_its_header(encode: Encode, size: tuple[int, int]):
    with pytest.raises(RasterFault) as fault:
        read_raster(encode("PNG", "1", size=size))
    assert fault.value.code == "image-too-many-pixels"


@pytest.mark.parametrize("data", [b"", b"BM" + b"\0" * 60, b"%PDF-1.7", b"\0" * 100])
def test_what_is_no_picture(data: bytes):
    with pytest.raises(RasterFault) as fault:
        read_raster(data)
    assert fault.value.code == "image-unknown"


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "WEBP", "BMP"])
def test_other_pictures_are_not_known(encode: Encode, kind: str):
    with pytest.raises(RasterFault) as fault:
        read_raster(encode(kind))
    assert fault.value.code == "image-unknown"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_white_round_a_picture_does_not_count(kind: str):
    page = Image.new("RGB", (100, 60), (252, 252, 252))  # nearly white, as scans and JPEG leave it
    page.paste((200, 30, 30), (16, 8, 80, 40))
    out = io.BytesIO()
    page.save(out, kind)
    assert opened(read_raster(out.getvalue())).size == pytest.approx((64, 32), abs=2)
