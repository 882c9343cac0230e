"""Every row of our label stock, measured in printed PDFs against figures that were typed by hand.

In: a team with one material on each sheet of labels, built by the whole pipeline. Out: the outlines on the test sheets
and the labels themselves stand within 0.1 mm of the table. The table is that of the research on print (LibreOffice's
and gLabels' databases), typed here and not read from our YAML. Leaves alone: what is printed on labels (tests/layouts).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kaarten.diagnostics import Report
from kaarten.geometry import POINTS_PER_MM, Rect
from kaarten.model.structure import LabelEntry
from kaarten.pipeline import Order, build, open_pack
from kaarten.tailor.tailor import read_structure

NEAR = 0.1
"""mm"""
SHEET = Rect(0, 0, 210, 297)


@dataclass(frozen=True)
class Row:
    """Width, height, left, top, pitch across and down (mm), columns, rows, as the makers give them."""

    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    columns: int
    rows: int

    @property
    def labels(self) -> list[Rect]:
        return [
            Rect(self.left + column * self.across, self.top + row * self.down, self.width, self.height)
            for row in range(self.rows)
            for column in range(self.columns)
        ]


TABLE = {
    "avery-l7160": Row(63.5, 38.1, 7.20, 15.15, 66.04, 38.1, 3, 7),
    "avery-l7163": Row(99.06, 38.1, 4.67, 15.15, 101.6, 38.1, 2, 7),
    "avery-l7162": Row(99.06, 33.87, 4.67, 13.02, 101.6, 33.87, 2, 8),
    "avery-l7165": Row(99.06, 67.73, 4.67, 13.04, 101.6, 67.73, 2, 4),
    "avery-l7651": Row(38.1, 21.17, 4.67, 10.90, 40.64, 21.17, 5, 13),
    "zweckform-3475": Row(70, 36, 0, 4.43, 70, 36, 3, 8),
    "zweckform-3474": Row(70, 37.1, 0, 0, 70, 37.1, 3, 8),
    "zweckform-3422": Row(70, 35, 0, 8.43, 70, 35, 3, 8),
    "zweckform-3425": Row(105, 57, 0, 5.93, 105, 57, 2, 5),
    "zweckform-3659": Row(97, 42.3, 8.0, 21.53, 97, 42.3, 2, 6),
    "herma-4457": Row(105, 48, 0, 4.50, 105, 48, 2, 6),
    "avery-l4785": Row(80, 50, 17.5, 13.5, 95, 55, 2, 5),
    "avery-l7418": Row(86, 55, 19.0, 38.5, 86, 55, 2, 4),
    "zweckform-4784": Row(63.5, 29.63, 7.21, 15.1, 66.04, 29.63, 3, 9),
    "avery-c32011": Row(85, 54, 15.0, 13.5, 95, 54, 2, 5),
    "avery-c9312": Row(85, 54, 17.0, 31.5, 91, 60, 2, 4),
    "herma-4385": Row(10, 10, 11.1, 16.5, 12.7, 12.7, 15, 21),
    "endisch-6500012x": Row(12, 12, 9, 15, 15, 15, 13, 18),
    "rayfilm-1818k": Row(18, 18, 6, 6.5, 20, 19, 10, 15),
    "herma-4386": Row(20, 20, 16.11, 14.53, 22.54, 22.54, 8, 12),
    "herma-4387": Row(30, 30, 8.65, 19.61, 32.54, 32.54, 6, 8),
    "herma-4476": Row(40, 40, 16, 13.5, 46, 46, 4, 6),
    "herma-4477": Row(60, 60, 8, 18, 67, 67, 3, 4),
}
ROUND = {id for id in TABLE if id.startswith(("herma-43", "herma-447", "endisch", "rayfilm"))}
CORNERS = {"avery-l7160": 1.76, "avery-l7163": 1.76, "avery-l7162": 1.76, "avery-l7651": 1.76, "avery-l4785": 4.0}

NOT_SHIPPED = ("l7780", "lr3709", "3328", "l4728")
"""No database has their geometry."""

TEAM = """\
name: Proefteam
stickers: {priority: 1}
materials:
"""


# ---- the table itself


@pytest.fixture(scope="module")
def shipped(teams: dict[str, Path]) -> dict[str, LabelEntry]:
    """The sheets of labels of the base."""
    report = Report()
    structure, _ = read_structure(open_pack(Order(teams["buurtteam-oost"]), report).layers, report)
    assert structure is not None
    return structure.stock.labels


def test_every_row_of_the_table_is_shipped_and_no_other(shipped: dict[str, LabelEntry]) -> None:
    assert set(shipped) == set(TABLE)
    assert len(TABLE) == 23


@pytest.mark.parametrize("id", TABLE)
def test_labels_lie_on_the_sheet_apart_and_in_its_middle(id: str) -> None:
    labels = TABLE[id].labels
    last = labels[-1]
    assert all(SHEET.contains(label) for label in labels)
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))
    assert labels[0].x == pytest.approx(210 - last.right, abs=0.3)
    assert labels[0].y == pytest.approx(297 - last.bottom, abs=0.3)


def test_shapes_and_corners_are_those_of_the_table(shipped: dict[str, LabelEntry]) -> None:
    assert {id for id, entry in shipped.items() if entry.diameter} == ROUND
    assert {id: entry.corner for id, entry in shipped.items() if entry.corner} == CORNERS


def test_a_letter_is_part_of_the_number(shipped: dict[str, LabelEntry]) -> None:
    """L4784 is another name of L4785, a badge of 80 x 50; 4784 without a letter is a name label of 63.5 x 29.63."""
    names = {name.lower(): id for id, entry in shipped.items() for name in entry.also}
    assert names["avery l4784"] == "avery-l4785"
    assert "zweckform 4784" not in names
    assert shipped["avery-l4785"].size.width != shipped["zweckform-4784"].size.width


def test_nothing_is_shipped_that_nobody_measured(shipped: dict[str, LabelEntry]) -> None:
    names = [*shipped, *(name.lower() for entry in shipped.values() for name in entry.also)]
    assert len(names) > 40
    assert [name for name in names if any(number in name for number in NOT_SHIPPED)] == []


def test_every_sheet_says_where_its_figures_come_from(shipped: dict[str, LabelEntry]) -> None:
    assert [id for id, entry in shipped.items() if "LO" not in entry.source and "gL" not in entry.source] == []


# ---- printed


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of a team with a full sheet of dots on every kind of labels, and their test sheets."""
    folder = tmp_path_factory.mktemp("etiketten") / "proef"
    folder.mkdir()
    (folder / "team.yaml").write_text("name: Proefteam\n")
    others = [id for id in open_pack(Order(folder), Report()).materials if id != "proefvel-etiketten"]
    dropped = "".join(f"  {id}: {{drop: yes}}\n" for id in others)
    own = "".join(
        f"  vel-{id}: {{layout: priority_label, paper: {id}, content: {{strips: {len(row.labels)}, initials: yes}}}}\n"
        for id, row in TABLE.items()
    )
    titles = "".join(f"    vel-{id}: {{title: Vel {id}}}\n" for id in TABLE)
    (folder / "team.yaml").write_text(f"{TEAM}{dropped}{own}words:\n  nl:\n{titles}")
    report = Report()
    finished = build(open_pack(Order(folder, folder / "uit"), report), "nl", report, lambda: None)
    assert not [diagnostic for diagnostic in report if diagnostic.severity != "note"]
    return finished.folder


def shapes(page: pikepdf.Page, painted: str) -> list[Rect]:
    """The boxes (mm from the top left) of the closed paths that one operator paints, by the page's own matrices.

    Corners are taken from the ends of lines and curves: those of our circles and round corners lie on the outline.
    """
    height = float(page.mediabox[3])
    found: list[Rect] = []
    matrices: list[tuple[float, ...]] = [(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)]
    points: list[tuple[float, float]] = []
    closed = False
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list[Any](instruction.operands)
        if operator == "q":
            matrices.append(matrices[-1])
        elif operator == "Q":
            matrices.pop()
        elif operator == "cm":
            matrices[-1] = times(numbers(operands), matrices[-1])
        elif operator in "mlc":
            points.append(moved(numbers(operands)[-2:], matrices[-1]))
        elif operator == "re":
            x, y, width, tall = numbers(operands)
            points += [moved((x, y), matrices[-1]), moved((x + width, y + tall), matrices[-1])]
            closed = True
        elif operator == "h":
            closed = True
        elif operator in ("S", "f", "B", "n", "f*", "B*", "s", "b"):
            if closed and operator == painted:
                found.append(box(points, height))
            points, closed = [], False
    return found


def numbers(operands: list[Any]) -> tuple[float, ...]:
    return tuple(float(operand) for operand in operands)


def times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix that first does `inner` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    x, y = moved((e, f), outer)
    return (
        a * outer[0] + b * outer[2], a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2], c * outer[1] + d * outer[3], x, y,
    )  # fmt: skip


def moved(point: tuple[float, ...], matrix: tuple[float, ...]) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box(points: list[tuple[float, float]], height: float) -> Rect:
    xs, ys = [x / POINTS_PER_MM for x, _ in points], [(height - y) / POINTS_PER_MM for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def pages(folder: Path, name: str) -> Iterator[pikepdf.Page]:
    (file,) = folder.glob(f"[0-9][0-9]-{name}.pdf")
    with pikepdf.open(file) as pdf:
        yield from pdf.pages


def assert_near(found: list[Rect], wanted: list[Rect]) -> None:
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        for side in ("x", "y", "right", "bottom"):
            assert getattr(one, side) == pytest.approx(getattr(other, side), abs=NEAR), side


def test_test_sheets_show_every_label_where_it_is(printed: Path) -> None:
    seen = 0
    for id, page in zip(TABLE, pages(printed, "proefvel-etiketten"), strict=True):
        assert [float(side) for side in page.mediabox] == pytest.approx([0, 0, 595.28, 841.89], abs=0.01)
        assert_near(shapes(page, "S"), TABLE[id].labels)
        seen += 1
    assert seen == len(TABLE)


@pytest.mark.parametrize("id", TABLE)
def test_what_is_printed_on_a_label_stands_in_its_middle(printed: Path, id: str) -> None:
    """The dot of the layout is as large as the label lets it be, on every label of a full sheet, and on one sheet."""
    (dots,) = [shapes(page, "B") for page in pages(printed, f"vel-{id}")]
    assert len(dots) == len(TABLE[id].labels)
    for dot, label in zip(dots, TABLE[id].labels, strict=True):
        assert dot.middle[1] == pytest.approx(label.middle[1], abs=NEAR)
        assert dot.middle[0] == pytest.approx(label.middle[0], abs=NEAR)
        assert label.contains(dot)
        assert dot.width == pytest.approx(dot.height, abs=NEAR)


def test_a_sheet_that_is_off_by_more_would_be_seen() -> None:
    wanted = TABLE["avery-l7160"].labels
    with pytest.raises(AssertionError):
        assert_near([label.moved(0.11, 0) for label in wanted], wanted)
    with pytest.raises(AssertionError):
        assert_near(wanted[:-1], wanted)
