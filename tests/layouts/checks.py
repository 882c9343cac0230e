"""What must hold on every face, whatever the words: each check gives its faults and how much it looked at.

In: a Page. Out: a Seen: faults with places in mm, and counts that prove it looked. Leaves alone: figures (`limits`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kaarten.brand.colours import contrast
from kaarten.brand.inks import INK, LINE, PLACE_NUMBER, WHITE
from kaarten.compose.face import Piece
from kaarten.geometry import Rect, Size
from tests.layouts import limits
from tests.layouts.polygons import Point, overlap, rectangle
from tests.pages import Drawing, Fill, Ink, Page, Rule, measure


@dataclass(frozen=True)
class Fault:
    """`check` names the rule, `what` the text or thing, `why` has the figures."""

    check: str
    page: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.check}: {self.page!r}: {self.what} {self.why}"


@dataclass
class Seen:
    """How many things were looked at by each check, and what was wrong."""

    looked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: list[Fault] = field(default_factory=list)

    def __iadd__(self, other: Seen) -> Seen:
        for check, count in other.looked.items():
            self.looked[check] += count
        self.faults += other.faults
        return self


Finding = tuple[str, str]
Check = Callable[[Page, bool], Iterator[Finding | None]]
"""Yields None for each thing that is right and what and why for each that is not; the flag says: a card's back."""


def is_card(size: Size) -> bool:
    return size.width * size.height < 0.9 * 210 * 297


def is_label(size: Size) -> bool:
    return size.width * size.height < limits.LARGEST_LABEL


# ---- edges and overlap


def edge(page: Page, back: bool) -> Iterator[Finding | None]:
    """Text and paint keep off the edges; nothing bleeds, but for outlines that show where labels are on a sheet."""
    least = (limits.BACK_EDGE if back else limits.CARD_EDGE) if is_card(page.size) else limits.SHEET_EDGE
    around = 4.0
    if is_label(page.size):
        least = around = limits.LABEL_EDGE
    drawings = [drawing.bounds for drawing in page.drawings if drawing.kind != "label"]
    sheet = Rect(0, 0, page.size.width, page.size.height)
    for ink in page.texts:
        yield None if sheet.inset(least).contains(ink.bounds) else (_named(ink), f"{_at(ink.bounds)} < {least:g} mm")
    for box in [*(fill.bounds for fill in page.fills), *drawings]:
        yield None if sheet.inset(around).contains(box) else ("paint", f"{_at(box)} < {around:g} mm")


def texts_apart(page: Page, back: bool) -> Iterator[Finding | None]:
    """No two texts share ink."""
    for one, other in combinations(page.texts, 2):
        if not one.bounds.overlaps(other.bounds, limits.TOUCH):
            yield None
            continue
        deep = max(overlap(a, b) for a in one.quads for b in other.quads)
        yield (
            (f"{_named(one)} and {_named(other)}", f"share {deep:.2f} mm at {_at(one.bounds)}")
            if deep > limits.TOUCH
            else None
        )


def drawings_apart(page: Page, back: bool) -> Iterator[Finding | None]:
    """No text runs into an icon, a logo or a pattern."""
    for drawing in page.drawings:
        if drawing.kind in ("outline", "label"):  # the second ring of a place goes round its number
            continue
        box = drawing.bounds
        for ink in page.texts:
            hit = box.overlaps(ink.bounds, limits.TOUCH) and _runs_into(ink, drawing)
            yield (_named(ink), f"runs into {drawing.kind} {_at(box)}") if hit else None


def logos_clear(page: Page, back: bool) -> Iterator[Finding | None]:
    """Nothing stands in the clear space round a logo."""
    others = [*page.texts, *page.fills, *(drawing for drawing in page.drawings if drawing.kind != "logo")]
    for logo in page.logos:
        clear = logo.inset(limits.TOUCH - limits.CLEAR_SPACE * logo.height)
        for other in others:
            near = clear.overlaps(other.bounds) and not (isinstance(other, Fill) and other.bounds.contains(clear))
            yield ("a logo", f"has {_at(other.bounds)} nearer than {_at(clear)}") if near else None


# ---- type


def floor(page: Page, back: bool) -> Iterator[Finding | None]:
    """No text under its floor, and none under 6.5 points."""
    for ink in page.texts:
        least = max(ink.floor, limits.SMALLEST_TYPE)
        right = ink.floor > 0 and ink.size >= least - 1e-6
        yield None if right else (_named(ink), f"{ink.size:.2f} pt, floor {least:.2f}")


def readable(page: Page, back: bool) -> Iterator[Finding | None]:
    """Contrast with the ground: 4.5, or 3 from 18 points (14 bold). Numbers that a sticker covers are let off."""
    for ink in page.texts:
        if ink.colour == PLACE_NUMBER and not ink.read:
            continue
        ground = page.ground(ink)
        found = contrast(ink.colour, ground.colour if ground else WHITE)
        least = 3.0 if ink.size >= (14 if ink.bold else 18) else 4.5
        yield None if found >= least else (_named(ink), f"contrast {found:.2f} < {least:g}")


# ---- blocks and lines


def in_its_block(page: Page, back: bool) -> Iterator[Finding | None]:
    """A text that starts on a filled area ends on it, with room to its sides."""
    for ink in page.texts:
        ground = page.ground(ink)
        if ground is not None:
            why = _cramped(ink, ground)
            yield (_named(ink), why) if why else None


def off_other_blocks(page: Page, back: bool) -> Iterator[Finding | None]:
    """A text lies wholly on or wholly beside any other area, and nothing is painted over it."""
    for ink in page.texts:
        ground = page.ground(ink)
        points = [point for quad in ink.quads for point in _along(quad)]
        for fill in page.fills:
            under = ground is not None and fill.order < ground.order
            if fill is ground or under or not fill.bounds.overlaps(ink.bounds, limits.TOUCH):
                yield None
                continue
            inside = sum(fill.holds(point) for point in points)
            if fill.order > ink.order and inside:
                yield _named(ink), f"is painted over at {_at(fill.bounds)}"
            elif 0 < inside < len(points):
                yield _named(ink), f"lies on the side of an area {_at(fill.bounds)}"
            else:
                yield None


def off_lines(page: Page, back: bool) -> Iterator[Finding | None]:
    """No line goes through a text. Writing lines may touch tails, rules may not."""
    for rule in page.rules:
        for ink in page.texts:
            box = ink.bounds
            if _is_writing_line(rule) and not ink.bent:
                box = Rect(box.x, box.y, box.width, ink.y + limits.UNDER_BASELINE - box.y)
            hit = box.overlaps(_thick(rule), limits.TOUCH) and any(_crosses(rule, quad, box) for quad in ink.quads)
            yield (_named(ink), f"line at {_at(rule.bounds)}") if hit else None


def room_to_write(page: Page, back: bool) -> Iterator[Finding | None]:
    """Writing lines are 9 mm apart, and over each there is white to write in."""
    lines = sorted((rule for rule in page.rules if _is_writing_line(rule)), key=lambda rule: rule.a[1])
    for index, line in enumerate(lines):
        above = [other for other in lines[:index] if _beside(other.bounds, line.bounds) and other.a[1] < line.a[1]]
        gap = min((line.a[1] - other.a[1] for other in above), default=limits.PITCH)
        yield (
            None
            if gap >= limits.PITCH - 0.01
            else ("writing line", f"{gap:.2f} mm under another at {_at(line.bounds)}")
        )
        texts = [ink for ink in page.texts if _beside(ink.bounds, line.bounds) and ink.y < line.a[1]]
        nearest = max(texts, key=lambda ink: ink.y, default=None)
        if nearest is not None:
            room = line.a[1] - nearest.y
            least = limits.ROOM_UNDER_LONG if nearest.lines > 2 else limits.ROOM - 0.01
            yield None if room >= least else (_named(nearest), f"{room:.2f} mm over a writing line")


def tick_boxes(page: Page, back: bool) -> Iterator[Finding | None]:
    """Large enough for a marker, and apart from each other and from text."""
    least = limits.BOX
    if is_card(page.size):
        least = limits.CARD_BOX if page.size.width >= limits.WIDE_CARD else limits.SMALL_CARD_BOX
    boxes = [fill for fill in page.fills if _is_tick_box(fill, page)]
    for box in boxes:
        side = box.bounds.width + box.edge
        yield None if side >= least - 0.01 else ("tick box", f"{side:.2f} mm at {_at(box.bounds)}")
    for one, other in combinations(boxes, 2):
        yield ("tick boxes", f"overlap at {_at(one.bounds)}") if one.bounds.overlaps(other.bounds) else None


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        edge, texts_apart, drawings_apart, logos_clear, floor, readable, in_its_block, off_other_blocks, off_lines,
        room_to_write, tick_boxes,
    )
}  # fmt: skip


def inspect(page: Page, back: bool = False) -> Seen:
    """All checks on one page."""
    seen = Seen()
    for name, check in CHECKS.items():
        for finding in check(page, back):
            seen.looked[name] += 1
            if finding:
                seen.faults.append(Fault(name, page.title, *finding))
    return seen


def inspect_pieces(pieces: tuple[Piece, ...]) -> Seen:
    """All checks on all faces of a material, each face once."""
    seen = Seen()
    for face in dict.fromkeys(piece.front for piece in pieces):
        seen += inspect(measure(face))
    for face in dict.fromkeys(piece.back for piece in pieces if piece.back):
        seen += inspect(measure(face), back=is_card(face.size))
    return seen


# ---- how they look


def _cramped(ink: Ink, ground: Fill) -> str | None:
    """Why a text does not stand well on its ground."""
    corners = [corner for quad in ink.quads for corner in quad]
    if not all(ground.holds(corner) for corner in corners):
        return f"{_at(ink.bounds)} leaves its block {_at(ground.bounds)}"
    sign = not ink.read
    if ground.is_rect and not ink.bent:
        box, text = ground.bounds, ink.bounds
        sides, ends = min(text.x - box.x, box.right - text.right), min(text.y - box.y, box.bottom - text.bottom)
        tight = sides < (limits.SIGN_EDGE if sign else limits.BLOCK_EDGE) or ends < (
            limits.SIGN_EDGE if sign else limits.BLOCK_TOP
        )
        return f"{sides:.2f} and {ends:.2f} mm from the sides of its block {_at(box)}" if tight else None
    room = min(ground.clearance(corner) for corner in corners)
    return (
        f"{room:.2f} mm from the sides of its area" if room < (limits.SIGN_EDGE if sign else limits.BLOCK_TOP) else None
    )


def _runs_into(ink: Ink, drawing: Drawing) -> bool:
    if drawing.kind == "pattern":
        return any(drawing.holds(point) for quad in ink.quads for point in _along(quad))
    return any(overlap(rectangle(drawing.bounds), quad) > limits.TOUCH for quad in ink.quads)


def _is_writing_line(rule: Rule) -> bool:
    return rule.level and rule.colour == LINE and rule.width < 0.2


def _is_tick_box(fill: Fill, page: Page) -> bool:
    """A white square with an edge of ink; the sign S is one too, but has its letter in it."""
    box = fill.bounds
    square = fill.is_rect and fill.colour == WHITE and fill.edge_colour == INK and abs(box.width - box.height) < 0.01
    return square and not any(fill.holds(ink.bounds.middle) for ink in page.texts)


def _along(quad: tuple[Point, ...]) -> Iterator[Point]:
    """Points on the sides of a box of ink, at most about 2 mm apart, a hair inside it."""
    (left, top), (right, _), (_, bottom), _ = quad if _is_level(quad) else ((0, 0),) * 4
    if not _is_level(quad):
        yield from quad
        return
    steps = max(1, int((right - left) / 2))
    for step in range(steps + 1):
        x = left + limits.TOUCH + (right - left - 2 * limits.TOUCH) * step / steps
        yield x, top + limits.TOUCH
        yield x, bottom - limits.TOUCH


def _is_level(quad: tuple[Point, ...]) -> bool:
    return abs(quad[0][1] - quad[1][1]) < 1e-9


def _thick(rule: Rule) -> Rect:
    """A line as the box that its ink fills, at least a tenth of a millimetre so that boxes can overlap it."""
    half = max(rule.width, 0.15) / 2
    box = rule.bounds
    return Rect(box.x - half, box.y - half, box.width + 2 * half, box.height + 2 * half)


def _crosses(rule: Rule, quad: tuple[Point, ...], box: Rect) -> bool:
    shape = rectangle(box) if _is_level(quad) else quad
    return overlap(rectangle(_thick(rule)), shape) > limits.TOUCH


def _beside(one: Rect, other: Rect) -> bool:
    """Whether one stands in the column of the other: above or below it."""
    return min(one.right, other.right) - max(one.x, other.x) > 0.5


def _named(ink: Ink) -> str:
    return f"{ink.text[:40]!r}"


def _at(box: Rect) -> str:
    return f"({box.x:.1f}, {box.y:.1f}, {box.right:.1f}, {box.bottom:.1f})"


def assert_every_check_passes(packs: Iterable[tuple[Piece, ...]]) -> None:
    """On a whole pack: each check found something to look at, and nothing wrong."""
    seen = Seen()
    for pieces in packs:
        seen += inspect_pieces(pieces)
    assert set(seen.looked) == set(CHECKS)
    assert min(seen.looked.values()) > 0
    assert not seen.faults, "\n".join(map(str, seen.faults))
