"""Materials: words laid over settings, filled in, and checked by the layout that will draw them.

In: one entry of the structure, the words of the same id, the layout's Content model. Out: a Material of the job; None
when it is faulty, and why in the report. Leaves alone: drawing, and how many sheets it takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as ManyOf
from dataclasses import dataclass
from typing import Protocol

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.geometry import Size
from kaarten.model.content import LayoutContent
from kaarten.model.quantity import MOST
from kaarten.model.stock import Paper
from kaarten.model.structure import MaterialEntry
from kaarten.model.validate import text_of, validate, walk
from kaarten.source.nodes import Mapping, Node, Scalar
from kaarten.source.overlay import overlay
from kaarten.tailor.fill import Filler
from kaarten.tailor.job import Material, People
from kaarten.tailor.stock import guess_paper
from kaarten.tailor.words import without_dropped
from kaarten.text import Text, mark_of

TITLE = "title"
SHORT = "-short"
"""Behind the key of a credit: the same in a few words."""


class TailoringLayout(Protocol):
    """What tailor needs of a layout: the model of its content."""

    @property
    def content(self) -> type[LayoutContent]: ...


class Layouts(Protocol):
    """Finds layouts by name; reports unknown-layout at `mark` and gives None when there is none."""

    def get(self, name: str, mark: Mark, report: Report) -> TailoringLayout | None: ...


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the materials of one job. `settings` are the sections `materials` of all layers, lowest first."""

    layouts: Layouts
    filler: Filler
    papers: MappingOf[str, Paper]
    credits: MappingOf[str, Text]
    labels: MappingOf[str, Text]
    people: People
    settings: ManyOf[Mapping]
    report: Report

    def make(self, id: str, entry: MaterialEntry, mark: Mark) -> Material | None:
        """One material. `mark` is that of its id in the structure."""
        layout = self.layouts.get(entry.layout, mark_of(entry.layout), self.report)
        paper = self._paper(entry)
        size = self._size(id, entry, paper, mark) if paper else None
        if paper and size is None:
            return None
        credit_lines = self._credits(entry)
        title, node = self._content(id, entry, mark)
        name = entry.said_in(id)
        content = validate(layout.content, node, self.report, id=name) if layout and node else None
        if paper is None or size is None or title is None or content is None:
            return None
        return Material(
            id=id,
            code=str(entry.code),
            layout=str(entry.layout),
            title=self._titled(title, entry),
            kind=entry.kind,
            meeting=entry.meeting,
            paper=paper,
            size=size,
            sides=entry.sides,
            colour=entry.colour,
            copies=self._copies(id, entry, mark),
            tiled=entry.tiled,
            file=str(entry.file),
            screen=entry.screen,
            deck=str(entry.deck),
            content=content,
            credits=credit_lines,
            credit_short=self._credit_short(entry),
            mark=mark,
        )

    def _copies(self, id: str, entry: MaterialEntry, mark: Mark) -> int:
        """How many are printed. Faults, where the last layer wrote of them: too-many-copies, no-copies-left."""
        number = entry.copies.count(self.people)
        places = [place for node in _mappings(self.settings, id) if (place := walk(node, ("copies",))).path]
        at = places[-1].value if places else mark
        if number > MOST:
            self.report.error("too-many-copies", at, material=id, copies=number, most=MOST)
        if number == 0 and entry.copies.plus < 0:
            self.report.warning("no-copies-left", at, material=id, less=-entry.copies.plus)
        return number

    def _content(self, id: str, entry: MaterialEntry, mark: Mark) -> tuple[Text | None, Mapping | None]:
        """The title, and the words laid over the settings. What either of them dropped is gone from both.

        None after a fault.
        """
        said = entry.said_in(id)
        words = self.filler.words.tree.get(said)
        words = words if isinstance(words, Mapping) else Mapping({}, {}, mark)
        laid = _mappings(self.filler.words.layers, said)
        settings = without_dropped(entry.content, words, laid)
        words = without_dropped(words, settings, _mappings(_mappings(self.settings, id), "content"))
        filled = self.filler.fill(words, said)
        assert isinstance(filled, Mapping)
        title = filled.get(TITLE)
        rest = {key: node for key, node in filled if key != TITLE}
        texts = Mapping(rest, {key: filled.keys[key] for key in rest}, filled.mark)
        if self._clash(settings, texts):
            return None, None
        whole = overlay(settings, texts, self.report)
        node = Mapping(whole.entries, whole.keys, words.mark if words.entries else mark)
        return self._title(said, title, self.filler.words.tree.keys.get(said, mark)), node

    def _title(self, id: str, title: Node | None, mark: Mark) -> Text | None:
        """The title as a text. `mark` is where it would stand."""
        if title is None:
            self.report.error("missing-key", mark, key=TITLE, where=id)
        elif not isinstance(title, Scalar):
            self.report.error("not-a-text", title.mark, key=TITLE)
        elif not title.text.strip():
            self.report.error("missing-value", title.mark, key=TITLE)
        else:
            return text_of(title, f"{id}.{TITLE}")
        return None

    def _titled(self, title: Text, entry: MaterialEntry) -> Text:
        """The title with what tells the material from the one whose words it prints. Fault: unknown-label."""
        if not entry.titled:
            return title
        if entry.titled in self.labels:
            return title.like(f"{title}: {self.labels[entry.titled]}")
        near = guess(entry.titled, self.labels)
        self.report.error("unknown-label", mark_of(entry.titled), label=entry.titled, guess=near)
        return title

    def _clash(self, settings: Mapping, texts: Mapping) -> bool:
        """Whether a setting is one value where the words have keys; each is a not-a-mapping."""
        found = False
        for key, text in texts:
            setting = settings.get(key)
            if isinstance(text, Mapping) and isinstance(setting, Mapping):
                found |= self._clash(setting, text)
            elif (
                isinstance(text, Mapping) and setting is not None and not (isinstance(setting, Scalar) and setting.null)
            ):
                self.report.error("not-a-mapping", setting.mark, key=key, known=list(text.entries))
                found = True
        return found

    def _paper(self, entry: MaterialEntry) -> Paper | None:
        paper = self.papers.get(entry.paper)
        if paper is None:
            near = guess_paper(entry.paper, self.papers)
            known = list(self.papers)
            self.report.error("unknown-paper", mark_of(entry.paper), paper=entry.paper, guess=near, known=known)
        return paper

    def _size(self, id: str, entry: MaterialEntry, paper: Paper, mark: Mark) -> Size | None:
        """The size of a piece: that of the label, else what the material says. None after a fault."""
        if paper.labels is None:
            if entry.size is None:
                self._report_no_size(id, mark)
            return entry.size
        label = paper.labels.size
        if entry.size and not (label.within(entry.size) and entry.size.within(label)):
            said = self._said(id, "size", "paper")
            details = {"id": paper.id, "label": str(label), "size": str(entry.size)}
            self.report.error("size-not-of-label", said[1].mark if said else mark, **details)
            return None
        return label

    def _report_no_size(self, id: str, mark: Mark) -> None:
        """A size that was begun but has no value, or none at all."""
        if said := self._said(id, "size"):
            self.report.error("missing-value", said[0], key="size")
        else:
            self.report.error("missing-key", mark, key="size", where=f"materials.{id}")

    def _said(self, id: str, *keys: str) -> tuple[Mark, Node] | None:
        """What the latest layer that says anything of these keys says of the first of them: where, and the value."""
        for layer in reversed(self.settings):
            own = layer.get(id)
            for key in keys:
                if isinstance(own, Mapping) and key in own.entries:
                    return own.keys[key], own.entries[key]
        return None

    def _credits(self, entry: MaterialEntry) -> tuple[Text, ...]:
        found: list[Text] = []
        for key in entry.credits:
            if key in self.credits:
                found.append(self.credits[key])
            else:
                known = list(self.credits)
                self.report.error("unknown-credit", mark_of(key), credit=key, guess=guess(key, known), known=known)
        return tuple(found)

    def _credit_short(self, entry: MaterialEntry) -> Text:
        """The first credit that has one in a few words, `circle-short` beside `circle`; else that of the method."""
        shorts = (self.credits.get(f"{key}{SHORT}") for key in entry.credits)
        return next(filter(None, shorts), self.labels.get("credit-short", Text("")))


def _mappings(nodes: Iterable[Mapping], key: str) -> list[Mapping]:
    """What stands under a key, where that is a mapping."""
    return [found for node in nodes if isinstance(found := node.get(key), Mapping)]
