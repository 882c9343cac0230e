"""Bitmaps in a file: once each, with what is transparent, JPEG as it came."""

from __future__ import annotations

import pikepdf
import pytest

from kaarten.geometry import Rect
from kaarten.graphics import Bitmap, Picture
from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import bitmap, document, element, face, opened, side


def poster(*pictures: Bitmap) -> bytes:
    paint = [Picture(each, Rect(5 + 20 * place, 5, 15, 15)) for place, each in enumerate(pictures)]
    return press(document(side(face("Foto", element("Figure", *paint, alt="Een foto", box=Rect(5, 5, 80, 15))))))


def images(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [item for item in file.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray"), ("P", "/DeviceRGB")])
def test_a_png_keeps_its_size_and_colours(mode: str, space: str) -> None:
    pdf = poster(bitmap(mode))
    with opened(pdf) as file:
        (image,) = images(file)
        assert (image.Width, image.Height, image.ColorSpace) == (2, 2, space)
    assert_conforms(pdf)


def test_what_is_transparent_becomes_a_mask() -> None:
    pdf = poster(bitmap("RGBA"))
    with opened(pdf) as file:
        (masked,) = [image for image in images(file) if "/SMask" in image]
        assert masked.SMask.ColorSpace == "/DeviceGray"
        assert masked.SMask.read_bytes() == bytes([90] * 4)
    assert_conforms(pdf)


def test_a_jpeg_goes_in_as_it_came() -> None:
    jpeg = bitmap(kind="JPEG")
    pdf = poster(jpeg)
    with opened(pdf) as file:
        (image,) = images(file)
        assert image.read_raw_bytes() == jpeg.data
    assert_conforms(pdf)


def test_the_same_bitmap_is_embedded_once() -> None:
    with opened(poster(bitmap(), bitmap(), bitmap("L"))) as file:
        assert len(images(file)) == 2


def test_pages_name_only_the_pictures_they_show() -> None:
    one, two = (face(mode, element("P", Picture(bitmap(mode), Rect(0, 0, 9, 9)))) for mode in ("RGB", "L"))
    with opened(press(document(side(one), side(two, one), side()))) as file:
        named = [sorted(page.obj.Resources.get("/XObject", {}).keys()) for page in file.pages]
    assert named == [["/Picture-png-rgb"], ["/Picture-png-l", "/Picture-png-rgb"], []]
