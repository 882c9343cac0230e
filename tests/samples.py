"""Samples that tests share: the two default fonts, a calm brand, seven domains, an empty surface."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kaarten.brand import colours
from kaarten.brand.kit import BrandKit, Family
from kaarten.compose.surface import Surface
from kaarten.diagnostics import Mark, Report
from kaarten.geometry import Size
from kaarten.graphics import Colour
from kaarten.tailor.job import Domain
from kaarten.text import Text
from kaarten.typeset.fonts import Font, Typeface

PLUM = Colour.parse("#8A1F4D")

DOMAINS = [
    ("Lichamelijke gezondheid", "#B1362D", "heartbeat", "dots"),
    ("Dagelijks functioneren", "#E68C2F", "home-2", "stripes"),
    ("Inkomen", "#F4CC46", "wallet", "grid"),
    ("Participatie", "#47802F", "users-group", "diagonal"),
    ("Opvoeden en opgroeien", "#7AC5EB", "horse-toy", "waves"),
    ("Veiligheid", "#24366F", "shield-half", "crosses"),
    ("Psychische gezondheid", "#A77EB3", "brain", "rings"),
]


def font(weight: str = "Regular") -> Font:
    files = resources.files("fontpkg_atkinson_hyperlegible") / "files"
    return Font((files / f"AtkinsonHyperlegible-{weight}.ttf").read_bytes())


@cache
def typeface(weight: str = "Regular") -> Typeface:
    return Typeface(font(weight))


def kit(primary: Colour = PLUM) -> BrandKit:
    family = Family(typeface(), typeface("Bold"))
    return BrandKit(
        "Voorbeeld",
        primary,
        colours.ink_on(primary),
        colours.accent(primary),
        colours.block_tint(primary),
        colours.tile_tint(primary),
        family,
        family,
        (),
        (),
    )


def domains(count: int = 7) -> tuple[Domain, ...]:
    names = [DOMAINS[index % len(DOMAINS)] for index in range(count)]
    example = Text("Signalen van geldzorgen en armoede")
    return tuple(
        Domain(f"d{index}", Text(name), Text(name), example, example, Colour.parse(colour), icon, pattern)
        for index, (name, colour, icon, pattern) in enumerate(names)
    )


def surface(report: Report | None = None, size: Size = Size(210, 297)) -> Surface:
    return Surface("Proef", size, kit(), report if report is not None else Report(), "proef, nl")


def text(value: str, line: int = 3, column: int = 7) -> Text:
    return Text(value, Mark("words/nl/proef.yaml", line, column), "proef.text")
