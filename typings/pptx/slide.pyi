"""What `kaarten.office` calls of `pptx.slide`."""

from collections.abc import Iterator
from typing import IO

from pptx.oxml import Element

class SlideLayout:
    name: str

class _TextFrame:
    text: str

class _Format:
    idx: int

class Holder:
    name: str
    shape_id: int
    has_text_frame: bool
    element: Element
    @property
    def placeholder_format(self) -> _Format: ...
    @property
    def text_frame(self) -> _TextFrame: ...
    def insert_picture(self, image_file: IO[bytes]) -> Holder: ...

class _Shapes:
    element: Element
    @property
    def title(self) -> Holder | None: ...
    def __iter__(self) -> Iterator[Holder]: ...

class _NotesSlide:
    @property
    def notes_placeholder(self) -> Holder: ...

class Slide:
    @property
    def placeholders(self) -> _Shapes: ...
    @property
    def shapes(self) -> _Shapes: ...
    @property
    def notes_slide(self) -> _NotesSlide: ...
