"""What a `_brand.yml` may say, as far as print needs it.

In: the YAML of a brand in the words of brand.yml (brand-yml.posit.co), with what that lacks under `defaults: kaarten:`.
Out: a frozen BrandFile. Leaves alone: short forms (`long_form` writes them out first), files, and colours (`palette`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasGenerator, BeforeValidator, ConfigDict, Field

from kaarten.brand.long_form import long_form
from kaarten.diagnostics import Report
from kaarten.model.base import Model, fault
from kaarten.model.fields import Length
from kaarten.model.validate import validate
from kaarten.source.nodes import Mapping
from kaarten.text import Text

_NAMED_WEIGHTS = {
    name: weight
    for weight, names in {
        100: "thin", 200: "extra-light ultra-light", 300: "light", 400: "normal regular", 500: "medium",
        600: "semi-bold demi-bold", 700: "bold", 800: "extra-bold ultra-bold", 900: "black",
    }.items()
    for name in names.split()
}  # fmt: skip


def _weight(value: object) -> int | None:
    text = str(value).strip().lower()
    if text == "auto" or ".." in text:  # the font itself knows
        return None
    weight = _NAMED_WEIGHTS.get(text) or (int(text) if text.isdecimal() else 0)
    if not 1 <= weight <= 1000:
        raise fault("not-a-weight", value=str(value))
    return weight


Weight = Annotated[int | None, BeforeValidator(_weight)]
"""A weight of type as CSS counts it, or by name; None for what the font itself knows (`auto`, `400..700`)."""
Percent = Annotated[float, Field(ge=0, le=100)]


class _Part(Model):
    """A part of brand.yml: its keys have hyphens."""

    model_config = ConfigDict(alias_generator=AliasGenerator(alias=lambda name: name.replace("_", "-")))


class Name(_Part):
    """The brand's name; `full` is what a reader hears at a logo without words of its own."""

    full: Text | None = None
    short: Text | None = None


class Meta(_Part):
    """Who the brand belongs to."""

    name: Name = Name()


class Variants(_Part):
    """One thing for light paper and one for a dark screen."""

    light: Text | None = None
    dark: Text | None = None


class Colours(_Part):
    """Colours by role; each is a CSS colour or a name in the palette. On paper only `primary` is used by itself."""

    palette: dict[str, Text] = {}
    primary: Variants = Variants()
    secondary: Variants = Variants()
    foreground: Variants = Variants()
    background: Variants = Variants()


class FontPath(_Part):
    """One file of a family, beside `_brand.yml`."""

    path: Text
    weight: Weight = None
    style: Literal["normal", "italic"] = "normal"


class FontSource(_Part):
    """Where a family comes from. Only `file` can be read; the others name what to supply."""

    family: Text
    source: Literal["file", "google", "bunny", "system"] = "file"
    files: tuple[FontPath, ...] = ()


class Setting(_Part):
    """Which family sets a kind of text."""

    family: Text | None = None
    weight: Weight = None


class Typography(_Part):
    """The families, and which of them sets what."""

    fonts: tuple[FontSource, ...] = ()
    base: Setting = Setting()
    headings: Setting = Setting()


class Image(_Part):
    """A picture file beside `_brand.yml`, and its words for who cannot see it."""

    path: Text
    alt: Text | None = None


class ImageVariants(_Part):
    """A picture for light paper and one for a dark screen."""

    light: Image | None = None
    dark: Image | None = None


class Sizes(_Part):
    """The pictures of a logo: `images` gives them names, the sizes put one to use by name or by path."""

    images: dict[str, Image] = {}
    small: ImageVariants | None = None
    medium: ImageVariants | None = None
    large: ImageVariants | None = None


class LogoInRow(_Part):
    """One of several logos side by side. `image` is a name in `logo: images:` or a path."""

    image: Text
    mono: Text | None = None
    alt: Text | None = None
    clear_space: Annotated[float, Field(ge=0, le=2)] | None = None
    minimum_height: Length | None = None


class Kaarten(_Part):
    """What brand.yml lacks: `logos` is the whole row when there is more than one, in order."""

    logos: tuple[LogoInRow, ...] = ()
    logo_mono: Text | None = None
    clear_space: Annotated[float, Field(ge=0, le=2)] = 0.25
    minimum_height: Length = 0.0
    cmyk: dict[str, tuple[Percent, Percent, Percent, Percent]] = {}


class Defaults(_Part):
    """Room for tools; ours is `kaarten`."""

    kaarten: Kaarten = Kaarten()


class BrandFile(_Part):
    """A whole `_brand.yml`."""

    meta: Meta = Meta()
    color: Colours = Colours()
    typography: Typography = Typography()
    logo: Sizes = Sizes()
    defaults: Defaults = Defaults()


def brand_file(node: Mapping, report: Report) -> BrandFile | None:
    """The brand in a `_brand.yml`, or None with every fault of it in the report."""
    return validate(BrandFile, long_form(node, report), report, id="_brand")
