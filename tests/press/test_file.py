"""Objects to bytes: any reader finds them back, and the same objects give the same bytes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from kaarten.press.file import assemble, flate


def objects(extra: int = 0) -> dict[int, bytes]:
    """A catalogue, an empty page tree, facts, a stream, and as many small dictionaries as asked for."""
    body = {
        1: b"<</Type/Catalog/Pages 2 0 R/Extra 5 0 R>>",
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        3: b"<</Title(proef)>>",
    }
    body[4] = flate(b"0 0 m\nendstream inside", b"/Kind/Test")
    body |= {number: b"<</Number %d/Next %d 0 R>>" % (number, number + 1) for number in range(5, 5 + extra)}
    return body | {5 + extra: b"<</Number %d/Stream 4 0 R>>" % (5 + extra)}


@pytest.mark.parametrize("extra", [0, 1, 194, 195, 196, 700])
def test_every_object_is_found_whatever_their_number(extra: int) -> None:
    with pikepdf.open(BytesIO(assemble(objects(extra), 1, 3))) as file:
        assert file.check_pdf_syntax() == []
        assert str(file.docinfo.Title) == "proef"
        step = file.Root.Extra
        for number in range(5, 5 + extra):
            assert step.Number == number
            step = step.Next
        assert step.Stream.read_bytes() == b"0 0 m\nendstream inside"


def test_all_but_streams_are_packed() -> None:
    data = assemble(objects(700), 1, 3)
    assert data.count(b" 0 obj\n") == 1 + 4 + 1
    assert b"/Catalog" not in data


def test_streams_end_on_a_line_of_their_own() -> None:
    data = assemble(objects(), 1, 3)
    assert data.count(b"\nendstream\nendobj\n") == data.count(b">>stream\n") == 3


def test_the_identity_follows_the_contents() -> None:
    one, other = objects(), objects()
    other[3] = b"<</Title(anders)>>"
    identities = []
    for each in (one, one, other):
        with pikepdf.open(BytesIO(assemble(each, 1, 3))) as file:
            identities.append([bytes(part) for part in file.trailer.ID])
    assert identities[0] == identities[1] != identities[2]
    assert identities[0][0] == identities[0][1]
    assert len(identities[0][0]) == 16


def test_the_order_in_which_objects_came_makes_no_difference() -> None:
    assert assemble(dict(reversed(objects(9).items())), 1, 3) == assemble(objects(9), 1, 3)


def test_objects_apart_are_packed_among_themselves() -> None:
    with pikepdf.open(BytesIO(assemble(objects(9), 1, 3, apart=range(5, 8)))) as file:
        streams = [stream for stream in file.objects if isinstance(stream, pikepdf.Stream)]
        packs = [stream for stream in streams if stream.get("/Type") == "/ObjStm"]
        heads = [[int(number) for number in pack.read_bytes()[: int(pack.First)].split()[::2]] for pack in packs]
    assert [5, 6, 7] in heads
    assert not any(number in range(5, 8) for head in heads if head != [5, 6, 7] for number in head)
