"""A folder with a `_brand.yml` and whatever stands beside it, and what loading it gives."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from kaarten.brand.kit import BrandKit
from kaarten.brand.load import load_brand
from kaarten.diagnostics import Report
from kaarten.source.files import Root
from kaarten.source.reader import parse_yaml

Found = list[tuple[str, int, int]]


class Loaded:
    """The kit, and every Diagnostic as code, line and column."""

    def __init__(self, kit: BrandKit, report: Report) -> None:
        self.kit = kit
        self.report = report
        self.found: Found = [(one.code, one.mark.line, one.mark.column) for one in report]
        self.errors = [one.code for one in report.errors]


Load = Callable[..., Loaded]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """`load(text, {"logo.svg": b"..."})` for a team called Wijkteam Zuid."""

    def loaded(text: str, files: Mapping[str, bytes] | None = None) -> Loaded:
        for name, data in (files or {}).items():
            file = tmp_path / "team" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        report = Report()
        node = parse_yaml(text.encode(), "team/_brand.yml", report)
        return Loaded(load_brand(node, Root(tmp_path), "Wijkteam Zuid", report, beside="team"), report)

    return loaded


@pytest.fixture(scope="session")
def encode() -> Callable[..., bytes]:
    """A picture of one colour as the bytes of a file: `encode("PNG", mode="RGBA", colour=...)`."""

    def encoded(
        kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 200), colour: object = 0, **save: object
    ) -> bytes:
        out = io.BytesIO()
        Image.new(mode, size, colour).save(out, kind, **save)  # pyright: ignore[reportArgumentType]
        return out.getvalue()

    return encoded


@pytest.fixture(scope="session")
def svg() -> Callable[..., bytes]:
    """An SVG on a grid of 40 x 20 round some tags."""

    def drawn(tags: str, root: str = 'viewBox="0 0 40 20"') -> bytes:
        return f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{tags}</svg>'.encode()

    return drawn
