"""The colours of the house itself: ink, lines and stone, the same under every brand.

In: looks.md section 3 (and section 4 for cut lines, section 5 for the places of stickers). Out: Colours. Leaves alone:
the brand's colours (`load`) and the domains' (content/base/palette.yaml).
"""

from __future__ import annotations

from typing import Final

from kaarten.graphics import Colour

WHITE: Final = Colour(255, 255, 255)
BLACK: Final = Colour(0, 0, 0)

INK: Final = Colour.parse("#1B1F23")
"""Text, boxes, icons; K100 in print."""
INK_2: Final = Colour.parse("#4A5157")
"""Hints and footers."""
LINE: Final = Colour.parse("#8B9298")
"""Writing lines and the circles stickers go in; L* 60."""
HAIR: Final = Colour.parse("#C4C8CB")
"""Dividers."""
STONE: Final = Colour.parse("#F4F2EE")
"""Breaks, the sticker zone, stripes of tables."""
STONE_2: Final = Colour.parse("#E7E4DD")
"""Idle parts of the day strip."""
CUT: Final = Colour.parse("#7D8489")
"""The round dots of a cut line."""
PLACE: Final = Colour.parse("#6B7278")
"""The rings of the places on the sticker poster, and the scissors of a cut line."""
PLACE_NUMBER: Final = Colour.parse("#868D92")
"""The numbers in those places: under 4.5:1, because a sticker covers them."""
