"""A brand's colours by name.

In: the colours of a BrandFile; a value is a CSS colour, or the name of a colour in the palette. Out: a Colour for every
name and role, or Diagnostics: a name nobody knows, names that point at each other in a circle. Leaves alone: which of
them can be read on paper (`colours`).
"""

from __future__ import annotations

from kaarten.brand.colours import css_colour
from kaarten.brand.model import Colours
from kaarten.diagnostics import Report
from kaarten.diagnostics.guess import guess
from kaarten.graphics import Colour
from kaarten.text import Text

_LONGEST_CHAIN = 32
"""Names that stand for names; more than this is no brand's doing."""


def palette(colours: Colours, report: Report) -> dict[str, Colour]:
    """Every colour of the palette and every role that was given, by name. A role wins over a colour of its name."""
    return _Palette(colours, report).found


class _Palette:
    def __init__(self, colours: Colours, report: Report) -> None:
        self._names = colours.palette
        self._report = report
        self._circled: set[str] = set()
        self.found: dict[str, Colour] = {}
        for name, text in self._names.items():
            self._resolve(name, text, [name])
        for role in ("primary", "secondary", "foreground", "background"):
            text = getattr(colours, role).light
            if text is not None:
                self._resolve(role, text, [])

    def _resolve(self, name: str, text: Text, chain: list[str]) -> None:
        while text in self._names:
            chain.append(text)
            if text in chain[:-1] or len(chain) > _LONGEST_CHAIN:
                self._circle(chain, text)
                return
            text = self._names[text]
        try:
            self.found[name] = css_colour(text)
        except ValueError:
            self._report.error("colour-unknown", text.mark, value=str(text), guess=guess(text, self._names))

    def _circle(self, chain: list[str], text: Text) -> None:
        """One circle is one fault, however many names lead into it."""
        if self._circled.isdisjoint(chain):
            self._report.error("colour-cycle", text.mark, names=" → ".join(chain))
        self._circled.update(chain)
