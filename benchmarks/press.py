"""How fast the press is: ten thousand cards of running Dutch, eight on an A4, tagged, from Faces to PDF bytes.

In: nothing, or `--cards 2000`, `--rounds 9`, `--profile`, `--out FILE`. Out: lines with pages, seconds, peak memory and
file size. Composing is not timed: the Faces are built here by hand, from a vocabulary of about 3,000 words, and what
they leave for Python's garbage collector is cleared away first. Run it as `python -m benchmarks.press`.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import random
import resource
import time
from pathlib import Path

import fontpkg_atkinson_hyperlegible

from kaarten.compose.face import Element, Face, Stretch
from kaarten.geometry import Rect, Size
from kaarten.graphics import Colour, Glyphs, Line, Shape, Stroke
from kaarten.graphics import Path as Outline
from kaarten.impose.sheets import Duplex, Placement, Side
from kaarten.press import Document, press
from kaarten.typeset.fonts import Font, Typeface

_COMMON = """
de het een en van in is dat op te zijn met voor die er aan niet om ook als dan maar bij of uit nog naar heeft wat
hun we je over zo door ze wel kan dit geen want moet al veel meer tot hier wie wij mensen samen goed iemand iets
elkaar buurt thuis vandaag morgen graag vraag hulp tijd week dag huis straat kind ouder zorg werk geld praten
luisteren vertellen leren helpen zoeken vinden kennen weten denken voelen merken kiezen beginnen doen gaan komen
""".split()
_FIRST = """
buurt wijk straat plein jeugd ouder zorg taal leer werk geld huis tuin speel kook fiets wandel praat lees schrijf
reken school bus markt park sport muziek dans kring groep team dag week avond ochtend zomer winter voorjaar najaar
familie mantel vrijwilligers bewoners huurders welkomst kennis spaar klus maaltijd boodschappen vervoers inloop spreek
""".split()
_SECOND = """
plek punt huis tafel kaart boek les uur dag week groep kring team werk plan lijst ronde avond middag ochtend feest
markt tuin bank straat hoek kamer zaal deur raam pad route gids krant brief bord spel lied verhaal vraag antwoord
idee keuze stap doel kans wens zorg hulp taak rol maatje leider wijzer bezoek gesprek overleg moment teken
""".split()

_CARD = Size(99, 69)
_INK = Colour(26, 26, 26)
_ACCENT = Colour(0, 92, 140)
_MM_PER_POINT = 25.4 / 72


def _font(style: str) -> Typeface:
    folder = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
    return Typeface(Font((folder / f"AtkinsonHyperlegible-{style}.ttf").read_bytes()))


def _lines(typeface: Typeface, text: str, size: float, top: float, measure: float) -> tuple[Line, ...]:
    """`text` broken greedily; mm. A stand-in for `typeset`, so that the press is measured alone."""
    lines: list[Line] = []
    space, scale = typeface.first.space, size / 1000 * _MM_PER_POINT
    row, width = typeface.words(text)[:0], 0.0
    for word in [*typeface.words(text), None]:
        advance = (width + space + word.width) * scale if word and row else 0.0
        if row and (word is None or advance > measure):
            y = top + (len(lines) + 1) * size * 1.35 * _MM_PER_POINT
            lines.append(Line(8.0, y, width * scale, tuple(row)))
            row, width = [], 0.0
        if word is not None:
            width += word.width + (space if row else 0.0)
            row.append(word)
    return tuple(lines)


def cards(count: int) -> list[Face]:
    """`count` different cards: a tint, a rule, a heading, and 40 words in a paragraph."""
    regular, bold = _font("Regular"), _font("Bold")
    dice = random.Random(1)
    compounds = [first + second for first in _FIRST for second in _SECOND]
    faces: list[Face] = []
    for number in range(count):
        heading, body = Element("H1"), Element("P")
        words = [dice.choice(_COMMON) if dice.random() < 0.7 else dice.choice(compounds) for _ in range(40)]
        title = dice.choice(compounds).capitalize()
        frame = Stretch(
            None,
            [
                Shape(Outline.rect(Rect(0, 0, _CARD.width, 4)), fill=_ACCENT),
                Shape(Outline.line(8, 18, 91, 18), stroke=Stroke(_ACCENT, 0.75)),
            ],
        )
        head = Stretch(heading, [Glyphs(16, _ACCENT, _lines(bold, title, 16, 7, 83))])
        text = Stretch(body, [Glyphs(11, _INK, _lines(regular, " ".join(words), 11, 19, 76))])
        heading.kids.append(head)
        body.kids.append(text)
        faces.append(Face(f"{title} {number + 1}", _CARD, (frame, head, text), (heading, body)))
    return faces


def sides(faces: list[Face]) -> list[Side]:
    """The cards, eight on an upright A4."""
    paper, slots = Size(210, 297), [(6 + 99 * (slot % 2), 10 + 69 * (slot // 2)) for slot in range(8)]
    return [
        Side(paper, tuple(Placement(face, *slots[slot]) for slot, face in enumerate(faces[first : first + 8])))
        for first in range(0, len(faces), 8)
    ]


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cards", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--profile", action="store_true")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    document = Document(
        "Kaarten", "nl-NL", sides(cards(chosen.cards)), author="Buurtteam Oost", duplex=Duplex.LONG_EDGE
    )
    gc.collect()
    gc.freeze()
    before = _megabytes()
    if chosen.profile:
        profile = cProfile.Profile()
        profile.runcall(press, document)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    seconds: list[tuple[float, float]] = []
    pdf = b""
    for _ in range(chosen.rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        pdf = press(document)
        seconds.append((time.perf_counter() - wall, time.process_time() - cpu))
    walls, cpus = zip(*seconds, strict=True)
    print(f"{len(document.sides)} pages, {chosen.cards} cards, {len(pdf) / 1e6:.2f} MB on disk")
    print(f"first {walls[0]:.3f} s, best {min(walls):.3f} s; processor: first {cpus[0]:.3f} s, best {min(cpus):.3f} s")
    print(f"peak memory {_megabytes():.0f} MB, of which {before:.0f} MB stood before the press began")
    if chosen.out:
        chosen.out.write_bytes(pdf)


if __name__ == "__main__":
    main()
