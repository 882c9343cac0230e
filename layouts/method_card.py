"""Method card: one working form for who leads it: what people do, how long and with how many (B07 to B25, C05 to C22).

In: the working forms of the meeting (the job has them), a kicker. Out: a standing card for each, A6 or larger, all with
names and steps in one size. Source: the comps 07 (number tile) and 10. Leaves alone: which form a facilitator chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaarten.layout import (
    HINT,
    INK,
    NAME,
    PAPER_SIZES,
    QUESTION,
    SMALL,
    Desk,
    Face,
    Form,
    LayoutContent,
    Piece,
    Rect,
    Stroke,
    Style,
    Surface,
    Text,
    draw_steps,
    fitted_steps,
    icon,
    numeral_band,
    small_footer,
)

SMALLEST = PAPER_SIZES["A6"]
LEFT, BAND = 8.0, 27.0
STEPS = QUESTION.sized(15, floor=11)
FACT = SMALL.sized(11, floor=9)


class Content(LayoutContent):
    kicker: Text
    moment: Text


def compose(desk: Desk, content: Content) -> Iterator[Piece]:
    """A card for every working form of the material's meeting, in the order of their numbers."""
    meeting = desk.material.meeting
    forms = sorted((each for each in desk.job.forms.values() if each.meeting == meeting), key=lambda each: each.number)
    for form in forms:
        yield Piece(form.name, card(desk, content, form, forms), edge=desk.credit)


def card(desk: Desk, content: Content, form: Form, forms: Sequence[Form]) -> Face:
    """Number and name, the steps, under a rule minutes and people, the hint, the footer."""
    surface = desk.surface(form.name)
    width, height = surface.size.width - 2 * LEFT, surface.size.height
    band = Rect(LEFT, 9, width, BAND)
    name = surface.one_size([each.name for each in forms], NAME.sized(17, floor=12), width - BAND - 7.25, lines=2)
    numeral_band(surface, band, str(form.number), f"{content.kicker}  \u00b7  {content.moment}", form.name, name)
    rule = height - 33.5
    box = Rect(LEFT, band.bottom + 9, width, rule - 7 - band.bottom - 9)
    draw_steps(surface, box, form.text, fitted_steps(surface, [each.text for each in forms], STEPS, box))
    with surface.artifact():
        surface.line(LEFT, rule, LEFT + width, rule, Stroke(surface.brand.accent, 1.5))
    _facts(desk, surface, form, rule + 7)
    if form.hint:
        surface.text(LEFT, rule + 13.6, form.hint, HINT, width=width)
    small_footer(surface, Rect(LEFT, height - 12, width, 5.5), desk.credit_short)
    return surface.face()


def _facts(desk: Desk, surface: Surface, form: Form, y: float) -> None:
    """How long it takes, when that is known, and for how many people it is."""
    x, width = LEFT, surface.size.width - 2 * LEFT
    if form.minutes:
        minutes = f"{form.minutes} {desk.label('minutes')}"
        x += _fact(surface, "hourglass-high", minutes, FACT, x, y, width / 3) + 6
    _fact(surface, "users-group", _people(desk, form), FACT, x, y, LEFT + width - x)


def _fact(surface: Surface, sign: str, text: str, style: Style, x: float, y: float, width: float) -> float:
    with surface.artifact():
        icon(surface, sign, x - 0.4, y - surface.cap_height(style) / 2 - 2.9, 5.8, INK)
    return 7.5 + surface.text(x + 7.5, y, text, style.strong, width=width - 7.5)


def _people(desk: Desk, form: Form) -> Text:
    match form.at_least, form.at_most:
        case None, None:
            return desk.label("people-any")
        case None, most:
            label, limits = desk.label("people-to"), {"most": most}
        case least, None:
            label, limits = desk.label("people-from"), {"least": least}
        case least, most:
            label, limits = desk.label("people-from-to"), {"least": least, "most": most}
    return label.like(label.format(**limits))
