"""A side knows its bookmarks."""

from kaarten.geometry import Size
from kaarten.impose.sheets import Side

A4 = Size(210, 297)


def test_a_side_lists_its_bookmarks_from_the_top_down():
    assert Side(A4, ()).bookmarks == ()
    assert Side(A4, (), "Noor", level=1).bookmarks == (("Noor", 1),)
    assert Side(A4, (), "Kaarten", 0, "Noor").bookmarks == (("Kaarten", 0), ("Noor", 1))
