"""The checks can fail: a good file has no faults, and every way to spoil it is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from kaarten.compose.face import Link
from kaarten.geometry import Rect
from kaarten.impose.sheets import Destination
from kaarten.press import press
from tests.conformance import assert_conforms, faults
from tests.press.faces import card, document, element, face, glyphs, side

Spoil = Callable[[pikepdf.Pdf], None]


@cache
def good() -> bytes:
    leads = Link("#drie", "Drie, bladzijde 2", (Rect(8, 16, 36, 5),))
    contents = face("Inhoud", element("P", element("Link", glyphs("Drie"), link=leads)))
    there = side(card("Drie", "c"), contents)
    return press(
        document(side(card("Een", "a"), card("Twee", "b")), replace(there, destinations=(Destination("drie"),)))
    )


def spoiled(spoil: Spoil) -> list[str]:
    """The faults of a good file after one change."""
    out = BytesIO()
    with pikepdf.open(BytesIO(good())) as pdf:
        spoil(pdf)
        pdf.save(out)
    return faults(out.getvalue())


def content(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes]) -> None:
    page = pdf.pages[0]
    before = page.Contents.read_bytes()
    after = change(before)
    assert before != after
    page.Contents = pikepdf.Stream(pdf, after)


def section(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K.K[0]


def swap_owners(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def claim_twice(pdf: pikepdf.Pdf) -> None:
    section(pdf).K[1].K = section(pdf).K[0].K


def share_key(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.StructParents = 0


def change_parent(pdf: pikepdf.Pdf) -> None:
    section(pdf).K[0].P = pdf.Root.StructTreeRoot


def forget_font(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            del item["/FontFile2"]


def forget_unicode(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0":
            del item["/ToUnicode"]


def lean_on_helvetica(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font.F9 = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )


def untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def mute(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def unpromise(pdf: pikepdf.Pdf) -> None:
    promise = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = pikepdf.Stream(pdf, promise.replace(b"pdfuaid:part", b"pdfuaid:what"))


def figure_without_words(pdf: pikepdf.Pdf) -> None:
    section(pdf).K[0].S = pikepdf.Name.Figure


def link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[1].obj.Annots[0]


def disown_link(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[-1] = section(pdf).K[0]


def untag_link(pdf: pikepdf.Pdf) -> None:
    element = pdf.Root.StructTreeRoot.ParentTree.Nums[-1]
    element.K = pikepdf.Array([element.K[0]])


def remove_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots = pikepdf.Array([])


def copy_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots.append(link(pdf))


def set_link(**values: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for key, value in values.items():
            link(pdf)[f"/{key}"] = value

    return spoil


def silence_link(pdf: pikepdf.Pdf) -> None:
    del link(pdf)["/Contents"]


def lead_nowhere(pdf: pikepdf.Pdf) -> None:
    del link(pdf)["/Dest"]


def lead_to_a_font(pdf: pikepdf.Pdf) -> None:
    link(pdf).Dest[0] = pdf.Root.StructTreeRoot


CHANGES: dict[str, Spoil] = {
    "parent-tree-disagrees": swap_owners,
    "claimed-twice": claim_twice,
    "key-shared": share_key,
    "wrong-parent": change_parent,
    "mark-used-twice": lambda pdf: content(pdf, lambda text: text.replace(b"/MCID 1", b"/MCID 0")),
    "claimed-but-absent": lambda pdf: content(pdf, lambda text: text.replace(b"/MCID 1", b"/MCID 9")),
    "link-parent-disagrees": disown_link,
    "link-not-claimed-once": untag_link,
    "link-on-no-page": remove_link,
    "link-key-shared": copy_link,
    "link-beside-its-page": set_link(Rect=pikepdf.Array([0, 0, 900, 20])),
    "not-a-link-with-words": silence_link,
    "not-a-link-with-words 1": set_link(F=0),
    "link-to-nowhere": lead_nowhere,
    "link-to-no-page": lead_to_a_font,
    "unmarked-paint": lambda pdf: content(pdf, lambda text: text + b"\n0 0 m 9 9 l S"),
    "nested-mark": lambda pdf: content(pdf, lambda text: b"/Artifact BMC\n" + text + b"\nEMC"),
    "unbalanced 0": lambda pdf: content(pdf, lambda text: text.replace(b"EMC", b"", 1)),
    "unbalanced": lambda pdf: content(pdf, lambda text: text + b"\nEMC"),
    "font-not-embedded": lean_on_helvetica,
    "font-without-unicode": forget_unicode,
    "untagged": untag,
    "ua1 PDFUA1-FONT-EMBEDDING": forget_font,
    "ua1 PDFUA1-TEXT-LANGUAGE": mute,
    "ua1 PDFUA1-ID-PART": unpromise,
    "ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT": figure_without_words,
}


def test_a_good_file_has_no_faults() -> None:
    assert_conforms(good())


@pytest.mark.parametrize("code", CHANGES)
def test_a_spoiled_file_is_found_out(code: str) -> None:
    found = spoiled(CHANGES[code])
    assert any(re.match(code, fault) for fault in found), found


def test_saving_alone_spoils_nothing() -> None:
    assert spoiled(lambda pdf: None) == []


def test_a_cut_file_is_found_out() -> None:
    assert any(re.match("syntax|unreadable", fault) for fault in faults(good()[: len(good()) // 2]))


def test_a_damaged_stream_is_found_out() -> None:
    place = good().index(b">>stream\n") + 40
    damaged = good()[:place] + b"????????" + good()[place + 8 :]
    assert any(re.match("syntax|unreadable", fault) for fault in faults(damaged))


def test_a_fault_fails_the_test_that_asks() -> None:
    with pytest.raises(AssertionError):
        assert_conforms(good()[:200])
