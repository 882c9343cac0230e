"""What `kaarten.typeset` calls of uharfbuzz."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum, IntFlag
from typing import NamedTuple

class BufferClusterLevel(IntEnum):
    MONOTONE_CHARACTERS = 1

class OTNameIdPredefined(IntEnum):
    FONT_FAMILY = 1
    POSTSCRIPT_NAME = 6
    TYPOGRAPHIC_FAMILY = 16

class StyleTag:
    WEIGHT: str
    SLANT_ANGLE: str

class SubsetFlags(IntFlag):
    NO_HINTING = 1
    RETAIN_GIDS = 2
    NO_LAYOUT_CLOSURE = 512

class FontExtents(NamedTuple):
    ascender: int
    descender: int
    line_gap: int

class GlyphExtents(NamedTuple):
    x_bearing: int
    y_bearing: int
    width: int
    height: int

class OTVarAxisInfo(NamedTuple):
    tag: str
    min_value: float
    default_value: float
    max_value: float

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Blob:
    data: bytes
    def __init__(self, data: bytes) -> None: ...

class Face:
    blob: Blob
    upem: int
    glyph_count: int
    unicodes: Iterable[int]
    axis_infos: Sequence[OTVarAxisInfo]
    def __init__(self, blob: Blob) -> None: ...
    def get_name(self, name_id: int) -> str | None: ...

class Font:
    face: Face
    def __init__(self, face: Face) -> None: ...
    def set_variations(self, variations: Mapping[str, float]) -> None: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_font_extents(self, direction: str) -> FontExtents: ...
    def get_glyph_extents(self, gid: int) -> GlyphExtents | None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...
    def get_style_value(self, tag: str) -> float: ...
    def draw_glyph_with_pen(self, gid: int, pen: object) -> None: ...

class Buffer:
    cluster_level: BufferClusterLevel
    direction: str
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    def __init__(self) -> None: ...
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

class Set:
    def update(self, *others: Iterable[int]) -> None: ...

class SubsetInput:
    flags: SubsetFlags
    glyph_set: Set
    drop_table_tag_set: Set
    def __init__(self) -> None: ...
    def pin_all_axes_to_default(self, face: Face) -> bool: ...
    def pin_axis_location(self, face: Face, tag: str, value: float) -> bool: ...
    def subset(self, source: Face) -> Face: ...

def shape(font: Font, buffer: Buffer, features: Mapping[str, bool] | None = None) -> None: ...
