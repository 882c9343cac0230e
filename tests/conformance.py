"""Whether a PDF is what we promise: sound, PDF/UA-1, fonts embedded, every mark claimed once and by the right element.

In: PDF bytes. Out: faults, each a short code and a place; `assert_conforms` for tests that expect none. Why our own
structure check beside a validator: no validator sees a mark that two elements claim, a parent tree that contradicts the
structure tree, or a link that stands beside its page. Leaves alone: what the pages say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

import page as validator
import pikepdf

_PAINT = set("S s f F f* B B* b b* sh Do Tj TJ ' \" BI".split()) | {"INLINE IMAGE"}
_ARTIFACT = -1
_PRINT = 4
"""The flags of an annotation: it is printed along. PDF/A wants just this one."""

Claim = tuple[int, int]
"""A page and a mark on it, both from 0."""


def assert_conforms(pdf: bytes) -> None:
    """Fails with every fault that any of the checks finds."""
    assert faults(pdf) == []


def faults(pdf: bytes) -> list[str]:
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            syntax = [f"syntax: {problem}" for problem in opened.check_pdf_syntax()]
            found = [*syntax, *_unembedded(opened), *_Structure(opened).faults(), *_Links(opened).faults()]
    except pikepdf.PdfError as error:
        return [f"unreadable: {error}"]
    return [*found, *_against_ua1(pdf)]


def _against_ua1(pdf: bytes) -> list[str]:
    report = validator.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 80, "the validator looked at nothing"
    return [f"ua1 {failure.rule_id}: {failure.message}" for failure in report.failures]


def _unembedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Fonts that lean on the reader's machine, or that cannot be read aloud."""
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        name = item.get("/BaseFont", "nameless")
        if item.get("/Subtype") == "/Type0":
            if "/ToUnicode" not in item:
                yield f"font-without-unicode {name}"
        elif "/FontFile2" not in item.get("/FontDescriptor", pikepdf.Dictionary()):
            yield f"font-not-embedded {name}"


class _Structure:
    """The three places that must agree: marks in the content, kids of elements, and the parent tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._claims: dict[Claim, list[object]] = {}
        self._found: list[str] = []

    def faults(self) -> list[str]:
        root = self._pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ["untagged"]
        if len(self._pages) != len(self._pdf.pages):
            self._found.append("page-used-twice")
        self._walk(root, None)
        parents, keys = _parents(root), Counter(page.obj.get("/StructParents") for page in self._pdf.pages)
        self._found += [f"key-shared {key}" for key, times in keys.items() if key is not None and times > 1]
        for number, page in enumerate(self._pdf.pages):
            self._compare(number, self._marks(number, page), parents.get(page.obj.get("/StructParents"), []))
        self._found += [f"claimed-twice {claim}" for claim, by in self._claims.items() if len(by) > 1]
        return self._found

    def _walk(self, element: pikepdf.Object, page: pikepdf.Object | None) -> None:
        page = element.get("/Pg", page)
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                continue
            if not isinstance(kid, pikepdf.Dictionary):
                place = self._pages.get(page.objgen, -1) if page is not None else -1
                self._claims.setdefault((place, int(kid)), []).append(element.objgen)
                continue
            if "/P" not in kid or kid.P.objgen != element.objgen:
                self._found.append(f"wrong-parent {kid.get('/S')}")
            self._walk(kid, page)

    def _marks(self, number: int, page: pikepdf.Page) -> list[int]:
        """The marks on a page, while looking for paint outside them and for what is not closed."""
        marks: list[int] = []
        open_marks: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            inside = any(mark is not None for mark in open_marks)
            if operator in ("BMC", "BDC"):
                mark = _mark(list(instruction.operands))
                open_marks.append(mark)
                if mark is not None and inside:
                    self._found.append(f"nested-mark {number}")
                if mark is not None and mark != _ARTIFACT:
                    marks.append(mark)
            elif operator == "EMC" and open_marks:
                open_marks.pop()
            elif operator == "EMC":
                self._found.append(f"unbalanced {number}")
            elif operator in _PAINT and not inside:
                self._found.append(f"unmarked-paint {number} {operator}")
        self._found += [f"unbalanced {number}" for _ in open_marks]
        return marks

    def _compare(self, number: int, marks: list[int], owners: list[object]) -> None:
        found = self._found
        found += [f"mark-used-twice {number} {mark}" for mark, times in Counter(marks).items() if times > 1]
        for mark in set(marks):
            claimed = self._claims.get((number, mark), [None])[0]
            if mark >= len(owners) or claimed != owners[mark]:
                found.append(f"parent-tree-disagrees {number} {mark}")
        claimed_here = {mark for place, mark in self._claims if place == number}
        found += [f"claimed-but-absent {number} {mark}" for mark in sorted(claimed_here - set(marks))]


def _parents(root: pikepdf.Object) -> dict[object, list[object]]:
    """The owners of the marks of each page, by the key of the page; ours is a flat tree."""
    return {key: [one.objgen for one in owner] for key, owner in _owners(root) if isinstance(owner, pikepdf.Array)}


def _owners(root: pikepdf.Object) -> list[tuple[int, pikepdf.Object]]:
    nums = root.ParentTree.Nums
    return [(int(nums[place]), nums[place + 1]) for place in range(0, len(nums), 2)]


class _Links:
    """Annotations: only links, each in one element `Link` that the parent tree names too, on its page, with words."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._claims: dict[object, list[pikepdf.Object]] = {}

    def faults(self) -> Iterator[str]:
        root = self._pdf.Root.get("/StructTreeRoot")
        if root is None:
            return
        self._walk(root)
        owners, keys = dict(_owners(root)), list[int]()
        if list(owners) != sorted(owners):
            yield "parent-tree-out-of-order"
        for number, page in enumerate(self._pdf.pages):
            for link in page.obj.get("/Annots", pikepdf.Array()):
                yield from (f"{code} {number}" for code in self._faults_of(link, page, owners))
                keys.append(int(link.get("/StructParent", -1)))
                self._claims.pop(link.objgen, None)
        yield from (f"link-key-shared {key}" for key, times in Counter(keys).items() if times > 1)
        yield from (f"link-on-no-page {claimed}" for claimed in self._claims)

    def _walk(self, element: pikepdf.Object) -> None:
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                self._claims.setdefault(kid.Obj.objgen, []).append(element)
            elif isinstance(kid, pikepdf.Dictionary):
                self._walk(kid)

    def _faults_of(self, link: pikepdf.Object, page: pikepdf.Page, owners: dict[int, pikepdf.Object]) -> Iterator[str]:
        if link.get("/Subtype") != "/Link" or not str(link.get("/Contents", "")) or link.get("/F") != _PRINT:
            yield "not-a-link-with-words"
        claims = self._claims.get(link.objgen, [])
        if [element.get("/S") for element in claims] != ["/Link"]:
            yield "link-not-claimed-once"
        elif (
            int(link.get("/StructParent", -1)) not in owners
            or owners[int(link.StructParent)].objgen != claims[0].objgen
        ):
            yield "link-parent-disagrees"
        if link.get("/P", page.obj).objgen != page.obj.objgen or page.obj.get("/Tabs") != "/S":
            yield "link-of-another-page"
        left, bottom, right, top = map(float, link.Rect)
        _, _, width, height = map(float, page.mediabox)
        if not (0 <= left < right <= width and 0 <= bottom < top <= height):
            yield "link-beside-its-page"
        if ("/A" in link) == ("/Dest" in link):
            yield "link-to-nowhere"
        elif "/Dest" in link and link.Dest[0].objgen not in [each.obj.objgen for each in self._pdf.pages]:
            yield "link-to-no-page"


def _mark(operands: Sequence[pikepdf.Object]) -> int | None:
    """The number of a mark, _ARTIFACT for what nobody reads, None for what is neither, such as a Span."""
    if operands[0] == "/Artifact":
        return _ARTIFACT
    properties = operands[-1]
    return int(properties.MCID) if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else None
