"""Box label: what is in a box or a folder, whose it is, for which meeting, how much and of when (A19).

In: the boxes by id, each with its contents and perhaps a meeting; how many blank ones. Out: a label for each, with
lines for what is not known yet. Leaves alone: what goes into a box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaarten.layout import (
    BODY,
    HINT,
    JOINT,
    LABEL,
    NUMERAL,
    Desk,
    LayoutContent,
    Meeting,
    MeetingId,
    Piece,
    Quantity,
    Rect,
    Size,
    Style,
    Surface,
    Text,
    draw_logos,
    icon,
    logos_width,
    mark_of,
    writing_lines,
)

SMALLEST = Size(95, 57)
EDGE = 4.0
"""mm above and below."""
HEAD = 15.0
"""Height of the row of blocks in mm."""
FOOT = 7.0
"""Height of the fields at the foot."""
LOGO = 7.5
PITCH = 10.0
"""From the line for the contents to those at the foot, in mm."""
CONTENTS = Style(20, 8, floor=14, bold=True)
TEAM = HINT.sized(10, floor=7)


class Box(LayoutContent):
    """Without a `meeting` there is a line to write it on."""

    meeting: MeetingId | None = None
    contents: Text


class Content(LayoutContent):
    boxes: dict[str, Box] = {}
    blank: Quantity
    meeting: Text
    material: Text
    number: Text
    date: Text


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the making: as far as paint goes, and for which meeting it is (None: to be filled in)."""

    desk: Desk
    surface: Surface
    content: Content
    room: Rect
    meeting: Meeting | None = None

    @property
    def middle(self) -> Rect:
        """Between the team's name and the fields."""
        return self.room.inset(0, HEAD + 8.5, 0, FOOT - 0.5)


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """The boxes in order, their contents in one size; then the blank ones."""
    safe = desk.safe_area
    room = safe.inset(1, max(0, EDGE - safe.y))
    boxes = list(content.boxes.values())
    style = desk.surface().one_size([box.contents for box in boxes], CONTENTS, room.width, lines=2)
    for box in boxes:
        label = Label(desk, desk.surface(box.contents), content, room, _meeting(desk, box))
        _head(label)
        _contents(label, box.contents, style)
        _foot(label)
        yield Piece(box.contents, label.surface.face())
    blank = desk.count(content.blank)
    if blank:
        label = Label(desk, desk.surface(), content, room)
        _head(label)
        _field(label, room.inset(0, 0, 0, PITCH), content.material)
        _foot(label)
        yield Piece(desk.material.title, label.surface.face(), copies=blank)


def _meeting(desk: Desk, box: Box) -> Meeting | None:
    if box.meeting is None:
        return None
    if box.meeting not in desk.job.meetings:
        known = ", ".join(desk.job.meetings)
        desk.report.warning("not-in-agenda", mark_of(box.meeting), value=box.meeting, known=known)
    return desk.job.meetings.get(box.meeting)


def _sign(meeting: Meeting) -> str:
    """What stands in the tile: a number, else the first letter of the name."""
    return meeting.id if meeting.id.isdecimal() else meeting.name[:1].upper()


def _head(label: Label) -> None:
    """A tile with the sign of the meeting, a band with its name, the logo on white; under them the team."""
    surface, room, brand = label.surface, label.room, label.surface.brand
    logo_room = Rect(room.right - 38, room.y, 38, HEAD)
    logo = logos_width(surface, LOGO, logo_room, around=4)
    tile = Rect(room.x, room.y, HEAD, HEAD)
    band = Rect(tile.right + JOINT, room.y, room.right - logo - 5 - tile.right - JOINT, HEAD)
    with surface.artifact():
        surface.rect(tile, fill=brand.primary)
        surface.rect(band, fill=brand.tint)
        if not label.meeting:
            icon(surface, "pencil", tile.x + 3, tile.y + 3, HEAD - 6, brand.on_primary)
    if label.meeting:
        style = NUMERAL.sized(30).coloured(brand.on_primary)
        baseline = tile.y + HEAD / 2 + surface.cap_height(style) / 2
        surface.text(tile.middle[0], baseline, _sign(label.meeting), style, tag="Lbl", anchor="middle")
    _band(label, band)
    draw_logos(surface, logo_room, LOGO, right=True, around=4)
    surface.text(room.x, room.y + HEAD + 6.6, label.desk.job.team_name, TEAM, width=room.width)


def _band(label: Label, band: Rect) -> None:
    """For which meeting: its name, or a line to write it on."""
    surface, word = label.surface, label.content.meeting
    x, width = band.x + 3.5, band.width - 6.5
    if label.meeting:
        baseline = band.y + HEAD / 2 + surface.cap_height(LABEL) / 2
        surface.text(x, baseline, label.meeting.name, LABEL, width=width)
        return
    taken = surface.text(x, band.bottom - 4, word, HINT, width=width * 0.75) + 2
    writing_lines(surface, x + taken, band.bottom - 3.4, width - taken, 1)


def _contents(label: Label, contents: Text, style: Style) -> None:
    """Large, in the middle between head and foot."""
    surface, box = label.surface, label.middle
    cap = surface.cap_height(style)
    rest = (surface.line_count(contents, style, box.width) - 1) * style.leading
    y = box.y + (box.height - cap - rest) / 2 + cap
    surface.paragraph(box.x, y, box.width, contents, style, lines=2, tag="H1")


def _foot(label: Label) -> None:
    """How much, to be filled in; and the date, where the meeting has one."""
    left, right = label.room.columns(2, 6)
    _field(label, left, label.content.number)
    _field(label, right, label.content.date, label.meeting.short_date_text if label.meeting else "")


def _field(label: Label, box: Rect, name: Text, value: str = "") -> None:
    """A name and, behind it, what is known, or a line at the foot of the box."""
    surface, baseline = label.surface, box.bottom - 0.6
    taken = surface.text(box.x, baseline, name, HINT, width=box.width / 2) + 3
    if value:
        surface.text(box.x + taken, baseline, value, BODY.sized(11, floor=9).strong, width=box.width - taken)
    else:
        writing_lines(surface, box.x + taken, box.bottom, box.width - taken, 1)
