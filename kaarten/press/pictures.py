"""The pictures of a document: each bitmap embedded once, however often it is painted.

In: Bitmaps. Out: the names by which content streams paint them. Why not ReportLab's drawImage: that decodes and
digests the whole bitmap again for every copy. Leaves alone: checking bitmaps (`brand` did), and where they stand.
"""

from __future__ import annotations

from io import BytesIO

from kaarten.graphics import Bitmap
from kaarten.press.reportlab_door import ImageReader, pdfdoc


class Pictures(dict[Bitmap, str]):
    """The bitmaps of one ReportLab document, and the name of each in content streams."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        super().__init__()
        self._document = document

    def __missing__(self, bitmap: Bitmap) -> str:
        """Embed a bitmap; what is transparent in a PNG becomes a mask of its own."""
        name = self[bitmap] = f"Picture-{bitmap.digest}"
        image = pdfdoc.PDFImageXObject(name, ImageReader(BytesIO(bitmap.data)), mask="auto")
        mask = getattr(image, "_smask", None)
        if mask:
            image.smask = self._document.Reference(mask, f"{name}-mask")
        self._document.Reference(image, name)
        return name
