"""Take the icons we draw from the npm package @tabler/icons (MIT) into kaarten/data/icons.json.

In: the folder of the unpacked package. Out: one JSON file, name -> steps on the 24 grid, absolute M, L, C and Z only,
so that drawing an icon needs no SVG; and the licence beside it. It takes the icons named below and every `icon:` named
in content/, keeps an icon once taken when the package is another version, and leaves the drawing alone.

    cd /tmp && npm pack @tabler/icons && tar xzf tabler-icons-*.tgz
    python tools/vendor_icons.py /tmp/package
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path as File

import svgelements as svg

ROOT = File(__file__).resolve().parent.parent
DATA = ROOT / "kaarten" / "data"
NAMES = """
    alert-triangle arrow-right backpack bandage bell book brain building-community building-cottage bulb calendar
    cards certificate check clock coffee compass device-laptop flag flip-vertical friends hammer hand-stop
    heart-handshake heartbeat help-circle home-2 horse-toy hourglass-high info-circle language list-check
    list-numbers mail map-pin message-question messages moon-stars package paperclip pencil phone pin presentation
    printer question-mark ruler-2 ruler-measure school scissors shield-half shopping-cart speakerphone star sticker
    sun tag tools users users-group wallet
""".split()


def wanted() -> list[str]:
    """The names above and those that content/ uses."""
    used = (re.findall(r"\bicon:\s*([a-z0-9-]+)", file.read_text()) for file in (ROOT / "content").rglob("*.yaml"))
    return sorted({*NAMES, *(name for names in used for name in names)})


def steps_of(file: File) -> list[list[str | float]]:
    """An icon's outline; the invisible square that holds the grid open is left out."""
    steps: list[list[str | float]] = []
    for element in svg.SVG.parse(str(file), reify=True).elements():
        if isinstance(element, svg.Shape) and element.stroke.value is not None:
            path = svg.Path(element)
            path.approximate_arcs_with_cubics()
            steps.extend(_step(segment) for segment in path)
    return steps


def _step(segment: svg.PathSegment) -> list[str | float]:
    match segment:
        case svg.Move():
            return ["M", *_rounded(segment.end)]
        case svg.Close():
            return ["Z"]
        case svg.Line():
            return ["L", *_rounded(segment.end)]
        case svg.QuadraticBezier():
            first = segment.start + (segment.control - segment.start) * (2 / 3)
            second = segment.end + (segment.control - segment.end) * (2 / 3)
            return ["C", *_rounded(first, second, segment.end)]
        case svg.CubicBezier():
            return ["C", *_rounded(segment.control1, segment.control2, segment.end)]
        case _:
            raise TypeError(f"no step for {segment!r}")


def _rounded(*points: svg.Point) -> list[float]:
    return [round(value, 3) + 0.0 for point in points for value in (point.x, point.y)]


def main(package: File) -> None:
    outline = package / "icons" / "outline"
    missing = [name for name in wanted() if not (outline / f"{name}.svg").is_file()]
    if missing:
        raise SystemExit(f"not in the package: {', '.join(missing)}")
    lines = (f"{json.dumps(name)}: {json.dumps(steps_of(outline / f'{name}.svg'))}" for name in wanted())
    (DATA / "icons.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    version = json.loads((package / "package.json").read_text())["version"]
    licence = (package / "LICENSE").read_text()
    (DATA / "icons-LICENSE.txt").write_text(f"icons.json: outlines from @tabler/icons {version}\n\n{licence}")


if __name__ == "__main__":
    main(File(sys.argv[1]))
