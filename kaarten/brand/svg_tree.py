"""An SVG file as a tree of tags that know their line.

In: bytes. Out: a Tag, or an SvgFault. Read with expat alone, which loads nothing from elsewhere: a DOCTYPE, and with it
every entity, is refused; size and depth are bounded. Leaves alone: what the tags mean (`svg`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_BYTES = 2**20
DEEPEST = 64
_SVG = "http://www.w3.org/2000/svg"


class SvgFault(Exception):
    """Why a file cannot be drawn as paths. `code` is one of messages/brand.yaml; line and column are in the SVG."""

    def __init__(self, code: str, line: int = 0, column: int = 0, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details | {"line": line, "column": column}


@dataclass(slots=True, eq=False)
class Tag:
    """One element. Names are without prefix; `name` is empty for what is not SVG, such as an editor's own notes."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    kids: list[Tag] = field(default_factory=list["Tag"])
    text: str = ""

    def walk(self) -> Iterator[Tag]:
        """This tag and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def fault(self, code: str, **details: object) -> SvgFault:
        """An SvgFault at this tag."""
        return SvgFault(code, self.line, self.column, **{"element": self.name} | details)


def read_tree(data: bytes) -> Tag:
    """The root tag of an SVG. Raises SvgFault: svg-too-large, svg-doctype, svg-too-complex, svg-broken, not-an-svg."""
    if len(data) > MOST_BYTES:
        raise SvgFault("svg-too-large")
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as broken:
        raise SvgFault("svg-broken", broken.lineno, broken.offset + 1) from broken
    except (LookupError, ValueError) as unknown_encoding:
        raise SvgFault("svg-broken") from unknown_encoding
    root = builder.root
    if root is None or root.name != "svg":
        raise SvgFault("not-an-svg")
    return root


class _Builder:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.root: Tag | None = None
        self._open: list[Tag] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        space, _, local = name.rpartition(" ")
        known = local if space in ("", _SVG) else ""
        tag = Tag(known, {key.rpartition(" ")[2]: value for key, value in attributes.items()}, line, column)
        if len(self._open) == DEEPEST:
            raise tag.fault("svg-too-complex")
        if self._open:
            self._open[-1].kids.append(tag)
        else:
            self.root = tag
        self._open.append(tag)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open[-1].name == "style":
            self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise SvgFault("svg-doctype", self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
