"""What `kaarten.office` calls of python-pptx."""

from collections.abc import Sequence
from typing import IO

from pptx.slide import Slide, SlideLayout

class _Slides(Sequence[Slide]):
    def add_slide(self, slide_layout: SlideLayout) -> Slide: ...
    def __len__(self) -> int: ...
    def __getitem__(self, idx: int) -> Slide: ...  # type: ignore[override]

class _Presentation:
    @property
    def slides(self) -> _Slides: ...
    @property
    def slide_layouts(self) -> Sequence[SlideLayout]: ...
    def save(self, file: IO[bytes]) -> None: ...

def Presentation(pptx: IO[bytes]) -> _Presentation: ...
