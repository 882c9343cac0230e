"""What a file says of itself, twice: in XMP and in its Info."""

from __future__ import annotations

from kaarten.press import press
from tests.conformance import assert_conforms
from tests.press.faces import (
    card,
    document,
    opened,
    side,
)


def test_the_file_says_what_it_is_and_names_no_date() -> None:
    pdf = press(document(side(card("Een", "a")), author="Buurtteam & zo", subject="Één <proef>"))
    with opened(pdf) as file:
        assert {key: str(value) for key, value in file.docinfo.items()} == {
            "/Title": "Kaarten – proef",
            "/Author": "Buurtteam & zo",
            "/Subject": "Één <proef>",
            "/Creator": "kaarten",
            "/Producer": "kaarten",
        }
        with file.open_metadata(set_pikepdf_as_editor=False) as said:
            assert said["dc:title"] == "Kaarten – proef"
            assert said["dc:creator"] == ["Buurtteam & zo"]
            assert said["dc:description"] == "Één <proef>"
            assert said["pdfuaid:part"] == "1"
        assert (str(file.Root.Lang), file.pdf_version) == ("nl-NL", "1.7")
    assert b"Date" not in pdf
    assert_conforms(pdf)


def test_what_is_not_said_is_left_out() -> None:
    with opened(press(document(side(card("Een", "a"))))) as file:
        assert "/Author" not in file.docinfo
        assert b"dc:creator" not in file.Root.Metadata.read_bytes()
