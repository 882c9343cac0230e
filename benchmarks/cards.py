"""Ten thousand unique cards of running Dutch: kaarten beside Typst, and a thousand beside fpdf2, WeasyPrint and
Paragraph.

    .venv/bin/python -m pip install -e .[bench]
    .venv/bin/python benchmarks/cards.py [--rounds 3] [--only kaarten --only typst]

Every tool gets the same items in memory and gives bytes: a title and a text of 37 words on a card of 105 x 74.25 mm,
eight to an A4. kaarten's are tagged, shaped by HarfBuzz and fitted to their box; Typst's are tagged. Each run is a
process of its own, on one core where the system allows it, tools in turn within a round, because a shared machine
drifts. Time is from items to bytes, imports left out; memory is the peak of the process, imports included.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parent.parent))

CARD, PER_SHEET = (105.0, 74.25), 8
COUNTS = {
    "kaarten": 10_000,
    "typst": 10_000,
    "kaarten-1000": 1000,
    "fpdf2": 1000,
    "weasyprint": 1000,
    "paragraph": 1000,
}

Items = list[tuple[str, str]]


def items(count: int) -> Items:
    """Running Dutch, drawn with a fixed seed from everything the pack itself prints."""
    folder = HERE.parent.parent / "content/base/words/nl"
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))
    words = re.findall(r"(?<![\w{-])[A-Za-zë\u00e0-\u00ff]{2,}(?![\w}:-])", text)
    draw = random.Random(20)
    return [(f"Kaart {number + 1}", " ".join(draw.choices(words, k=37)) + ".") for number in range(count)]


def fonts() -> dict[str, bytes]:
    from importlib import resources

    folder = resources.files("fontpkg_atkinson_hyperlegible") / "files"
    return {weight: (folder / f"AtkinsonHyperlegible-{weight}.ttf").read_bytes() for weight in ("Regular", "Bold")}


def kaarten(cards: Items) -> Callable[[], bytes]:
    from kaarten.brand import colours
    from kaarten.brand.kit import BrandKit, Family
    from kaarten.compose.face import Face
    from kaarten.compose.styles import LABEL, Style
    from kaarten.compose.surface import Surface
    from kaarten.diagnostics import Report
    from kaarten.geometry import Size
    from kaarten.graphics import Colour
    from kaarten.impose.sheets import Duplex, Placement, Side
    from kaarten.press import press
    from kaarten.press.document import Document
    from kaarten.typeset.fonts import Font, Typeface

    data = fonts()
    family = Family(Typeface(Font(data["Regular"])), Typeface(Font(data["Bold"])))
    blue = Colour.parse("#24366F")
    brand = BrandKit("Proef", blue, colours.WHITE, blue, blue, blue, family, family, (), ())
    body = Style(11, 5, floor=9)
    report = Report()

    def face(title: str, text: str) -> Face:
        surface = Surface(title, Size(*CARD), brand, report, "benchmark")
        surface.text(8, 14, title, LABEL, tag="H1", width=CARD[0] - 16)
        surface.paragraph(8, 22, CARD[0] - 16, text, body, lines=9)
        return surface.face()

    def run() -> bytes:
        sides: list[Side] = []
        for first in range(0, len(cards), PER_SHEET):
            placed = [
                Placement(face(*card), (index % 2) * CARD[0], (index // 2) * CARD[1])
                for index, card in enumerate(cards[first : first + PER_SHEET])
            ]
            sides.append(Side(Size(210, 297), tuple(placed)))
        made = press(Document("Proef", "nl-NL", sides, duplex=Duplex.NONE))
        assert not len(report), list(report)[:3]
        return made

    return run


def typst(cards: Items) -> Callable[[], bytes]:
    import tempfile

    import typst as engine

    folder = Path(tempfile.mkdtemp())
    for weight, data in fonts().items():
        (folder / f"{weight}.ttf").write_bytes(data)
    source = """
#set document(title: "Proef")
#set page(paper: "a4", margin: 0pt)
#set text(font: "Atkinson Hyperlegible", size: 11pt, lang: "nl")
#show heading: set text(size: 14pt)
#let cards = json(bytes(sys.inputs.cards))
#grid(columns: (105mm, 105mm), rows: 74.25mm, inset: 8mm, ..cards.map(card => [= #card.at(0)
#card.at(1)]))
"""

    def run() -> bytes:
        (folder / "main.typ").write_text(source, encoding="utf-8")
        return engine.compile(
            str(folder / "main.typ"),
            font_paths=[str(folder)],
            ignore_system_fonts=True,
            sys_inputs={"cards": json.dumps(cards)},
            pdf_standards=["ua-1"],
        )

    return run


def fpdf2(cards: Items) -> Callable[[], bytes]:
    from importlib import resources

    from fpdf import FPDF

    folder = resources.files("fontpkg_atkinson_hyperlegible") / "files"

    def run() -> bytes:
        pdf = FPDF(format="A4")
        for weight, style in (("Regular", ""), ("Bold", "B")):
            pdf.add_font("A", style, str(folder / f"AtkinsonHyperlegible-{weight}.ttf"))
        pdf.set_text_shaping(use_shaping_engine=True)
        for index, (title, text) in enumerate(cards):
            if index % PER_SHEET == 0:
                pdf.add_page()
            x, y = 8 + (index % 2) * CARD[0], 8 + (index // 2 % 4) * CARD[1]
            pdf.set_auto_page_break(False)
            pdf.set_font("A", "B", 14)
            pdf.text(x, y + 6, title)
            pdf.set_font("A", "", 11)
            pdf.set_xy(x, y + 10)
            pdf.multi_cell(CARD[0] - 16, 5, text, align="L")
        return bytes(pdf.output())

    return run


def weasyprint(cards: Items) -> Callable[[], bytes]:
    from weasyprint import HTML

    style = """@page{size:A4;margin:0}body{margin:0;font-family:"Atkinson Hyperlegible",sans-serif;font-size:11pt}
    .s{display:grid;grid-template-columns:105mm 105mm;grid-auto-rows:74.25mm;break-after:page}
    article{padding:8mm}h1{font-size:14pt;margin:0}p{margin:0}"""

    def run() -> bytes:
        sheets = [cards[first : first + PER_SHEET] for first in range(0, len(cards), PER_SHEET)]
        body = "".join(
            "<div class=s>"
            + "".join(f"<article><h1>{title}</h1><p>{text}</p></article>" for title, text in sheet)
            + "</div>"
            for sheet in sheets
        )
        html = f"<html lang=nl><head><title>Proef</title><style>{style}</style></head><body>{body}</body></html>"
        return HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")

    return run


def paragraph(cards: Items) -> Callable[[], bytes]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    for weight, data in fonts().items():
        pdfmetrics.registerFont(ttfonts.TTFont(weight, io.BytesIO(data)))
    head = ParagraphStyle("head", fontName="Bold", fontSize=14, leading=17)
    body = ParagraphStyle("body", fontName="Regular", fontSize=11, leading=14)

    def run() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(210 * mm, 297 * mm), invariant=1, pageCompression=1)
        for index, (title, text) in enumerate(cards):
            x, top = (8 + (index % 2) * CARD[0]) * mm, (297 - 8 - (index // 2 % 4) * CARD[1]) * mm
            for style, words in ((head, title), (body, text)):
                block = Paragraph(words, style)
                _, height = block.wrap((CARD[0] - 16) * mm, 200 * mm)
                block.drawOn(canvas, x, top - height)
                top -= height
            if index % PER_SHEET == PER_SHEET - 1:
                canvas.showPage()
        canvas.save()
        return out.getvalue()

    return run


TOOLS = {
    "kaarten": kaarten,
    "typst": typst,
    "kaarten-1000": kaarten,
    "fpdf2": fpdf2,
    "weasyprint": weasyprint,
    "paragraph": paragraph,
}


def child(tool: str) -> None:
    """One run in this process; prints its figures as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    cards = items(COUNTS[tool])
    run = TOOLS[tool](cards)
    wall, cpu = time.perf_counter(), time.process_time()
    pdf = run()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak, "bytes": len(pdf), "pages": pdf_pages(pdf)}))


def pdf_pages(pdf: bytes) -> int:
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def measured(tools: list[str], rounds: int) -> dict[str, list[dict[str, float]]]:
    figures: dict[str, list[dict[str, float]]] = {tool: [] for tool in tools}
    for number in range(rounds):
        for tool in tools:
            made = subprocess.run(
                [sys.executable, str(HERE), "--child", tool], capture_output=True, text=True, check=False
            )
            if made.returncode:
                sys.exit(f"{tool} failed:\n{made.stderr}")
            figures[tool].append(json.loads(made.stdout))
            print(f"round {number + 1}  {tool:13} {figures[tool][-1]['wall']:6.2f} s", file=sys.stderr, flush=True)
    return figures


def rows(figures: dict[str, list[dict[str, float]]]) -> Iterator[str]:
    yield f"{'tool':13} {'cards':>6} {'pages':>6} {'seconds (median, min-max)':>27} {'cpu':>6} {'peak MB':>8} {'MB':>6}"
    for tool, runs in figures.items():
        wall = sorted(run["wall"] for run in runs)
        spread = f"{statistics.median(wall):.2f} ({wall[0]:.2f}-{wall[-1]:.2f})"
        cpu = statistics.median(run["cpu"] for run in runs)
        peak = statistics.median(run["peak"] for run in runs)
        last = runs[-1]
        size = last["bytes"] / 1e6
        yield f"{tool:13} {COUNTS[tool]:>6} {last['pages']:>6} {spread:>27} {cpu:>6.2f} {peak:>8.0f} {size:>6.1f}"
    for ours, other in (
        ("kaarten", "typst"),
        *(("kaarten-1000", name) for name in ("fpdf2", "weasyprint", "paragraph")),
    ):
        if ours in figures and other in figures:
            pairs = zip(figures[ours], figures[other], strict=True)
            faster = statistics.median(b["wall"] / a["wall"] for a, b in pairs)
            best = min(run["wall"] for run in figures[other]) / min(run["wall"] for run in figures[ours])
            memory = statistics.median(run["peak"] for run in figures[ours])
            memory /= statistics.median(run["peak"] for run in figures[other])
            yield (
                f"{ours} against {other}: {faster:.2f} times its speed (median of pairs; best round against best "
                f"{best:.2f}), {memory:.2f} of its memory"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", choices=list(TOOLS))
    parser.add_argument("--child", choices=list(TOOLS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child)
        return
    print("\n".join(rows(measured(given.only or list(TOOLS), given.rounds))))


if __name__ == "__main__":
    main()
