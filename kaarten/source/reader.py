"""The only door to yaml: a file becomes Nodes that know where they stand.

In: a file inside a Root. Out: a Mapping in which every scalar is text (`9:30` and `no` stay what was typed), and
Diagnostics for what we refuse: tabs, duplicate keys, anchors, tags, several documents, and anything that makes a file
mean something else than it seems to. Nodes are built straight from the parser's events, bounded in size and depth, for
the C parser crashes when it composes 100,000 brackets. Leaves alone: meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import yaml

from kaarten.diagnostics import Diagnostic, Mark, Report
from kaarten.source.characters import refuse_characters
from kaarten.source.files import Root
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.source.syntax import Problem, Value, explain

LARGEST = 2 * 1024 * 1024
"""Bytes of one file. A pack of 10,000 cards is written in several."""

_SMALL = 64 * 1024
"""Bytes of a file that is remembered."""

DEEPEST = 64
"""Mappings and sequences inside one another. Content needs about ten."""

MOST_FAULTS = 50
"""After so many in one file the rest is not read: nobody mends more at a time."""

Loader = type[yaml.SafeLoader] | type["yaml.CSafeLoader"]

PYTHON_LOADER: Loader = yaml.SafeLoader
FAST_LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C, some ten times faster; absent where PyYAML was built without it."""

_HASH = re.compile(r" #[^\s#]")
_COMMENT_LIKE = re.compile(r"( +)#[^\s#]")
"""A comment with no space after its `#`, as in `colour: #B1362D`: more likely meant as part of the value."""

_READ_DIFFERENTLY = re.compile(r"[|>][0-9+-]*#")
"""What the parser in C takes for the head of a block of text and the one in Python does not."""

_IN_TEXT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""What no text may hold, not even written as an escape such as `"\\0"`."""


def read_yaml(root: Root, path: str | Path, report: Report, *, mark: Mark | None = None) -> Mapping:
    """The contents of a YAML file; an empty Mapping when it is empty or after a fault in the report.

    `mark` is where the file was asked for, when a user did; without it a missing file is a fault of its own place.
    """
    file = root.shown(path)
    data = root.read_bytes(path, LARGEST, mark or Mark(file), report)
    return parse_yaml(data or b"", file, report)


def parse_yaml(data: bytes, file: str, report: Report, loader: Loader = FAST_LOADER) -> Mapping:
    """The same for bytes that are already there; `file` is what marks will call them."""
    read = _read_again if len(data) <= _SMALL else _read
    result, said = read(data, file, loader)
    for diagnostic in said:
        report.add(diagnostic)
    return result


def _read(data: bytes, file: str, loader: Loader) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    report = Report()
    return _parsed(data, file, report, loader), tuple(report)


_read_again = lru_cache(maxsize=500)(_read)
"""The same bytes under the same name are read once: a batch of teams stands on one base."""


def _parsed(data: bytes, file: str, report: Report, loader: Loader) -> Mapping:
    text = refuse_characters(data, file, report)
    if text is None:
        return _nothing(file)
    failures: list[_Failure] = []
    for attempt in _attempts(text, loader):
        builder = _Builder(text, file)
        try:
            found = builder.document(attempt)
        except yaml.MarkedYAMLError as error:
            failures.append(_Failure(error, builder))
        else:
            return _passed_on(builder.said(), report, found)
    failure = failures[0] if failures[-1].at_question() else failures[-1]
    failure.explain()
    return _passed_on(failure.builder.said(), report, _nothing(file))


def _attempts(text: str, loader: Loader) -> list[Loader]:
    """The parsers to try in turn: what the one in C refuses, the one in Python explains better, or takes after all."""
    if loader is PYTHON_LOADER or _READ_DIFFERENTLY.search(text):
        return [PYTHON_LOADER]
    return [loader, PYTHON_LOADER]


def _passed_on(found: Report, report: Report, result: Mapping) -> Mapping:
    for diagnostic in found:
        report.add(diagnostic)
    return result


def _nothing(file: str) -> Mapping:
    return Mapping({}, {}, Mark(file))


class _StopError(Exception):
    """Ends the reading of a file; the fault is in the report."""


class _Builder:
    """Builds the nodes of one file from events, by recursion as deep as DEEPEST."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.report = Report()
        self._last: tuple[Mark, yaml.Event] | None = None
        self._refused: Mark | None = None
        self._anchors: dict[str, Mark] = {}
        self._faults = 0
        self._warns_of_comments = _HASH.search(text) is not None
        self._events: Iterator[yaml.Event] = iter(())

    def document(self, loader: Loader) -> Mapping:
        """The one document of the file. Raises yaml.YAMLError where the parser does."""
        parse = cast("Callable[..., Iterator[yaml.Event]]", yaml.parse)  # pyright: ignore[reportUnknownMemberType]
        self._events = parse(self.text, Loader=loader)
        next(self._events)
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            return _nothing(self.file)
        try:
            found = self._root(self._node(next(self._events), 0))
            next(self._events)
            following = next(self._events)
            if isinstance(following, yaml.DocumentStartEvent):
                self._error("several-documents", self.mark(following.start_mark))
        except _StopError:
            return _nothing(self.file)
        return _nothing(self.file) if self._anchors else found

    def said(self) -> Report:
        """All faults; the anchors as one: where one is there are more, and what repeats them needs no word."""
        if self._anchors:
            name, mark = next(iter(self._anchors.items()))
            self.report.error("yaml-anchor", mark, name=name, count=len(self._anchors))
        return self.report

    def last(self) -> Value | None:
        """What was read just before now."""
        if self._last is None:
            return None
        mark, event = self._last
        return Value(mark, self.mark(event.end_mark), refused=mark == self._refused)

    def mark(self, place: yaml.Mark) -> Mark:
        return Mark(self.file, place.line + 1, place.column + 1)

    def _root(self, found: Node) -> Mapping:
        if isinstance(found, Mapping):
            return found
        if isinstance(found, Scalar) and found.null:
            return _nothing(self.file)
        if isinstance(found, Scalar) and (match := re.match(r"[\w-]+:(?=\S)", found.text)):
            self._error("space-after-colon-missing", Mark(self.file, found.mark.line, found.mark.column + match.end()))
        else:
            self._error("root-not-mapping", found.mark)
        return _nothing(self.file)

    def _error(self, code: str, mark: Mark, **details: object) -> None:
        self.report.error(code, mark, **details)
        self._faults += 1
        if self._faults == MOST_FAULTS:
            self.report.error("too-many-faults", mark, count=MOST_FAULTS)
            raise _StopError

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = self.mark(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                self._error("yaml-alias", mark, name=event.anchor)
            return Scalar("", mark, null=True)
        assert isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event, mark)
        if depth >= DEEPEST:
            self.report.error("too-deep", mark, deepest=DEEPEST)
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            found = self._sequence(mark, depth)
        else:
            found = self._mapping(event, mark, depth)
        return found if event.tag is None else Scalar("", mark, null=True)

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark) -> None:
        if event.anchor is not None:
            self._anchors.setdefault(event.anchor, mark)
        if event.tag is not None:
            self._error("yaml-tag", mark, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event, mark)
        text = event.value
        plain = not event.style
        if self._warns_of_comments and plain and (match := _COMMENT_LIKE.match(self.text, event.end_mark.index)):
            hash_at = event.end_mark.column + len(match[1])
            self.report.warning("hash-starts-comment", Mark(self.file, event.end_mark.line + 1, hash_at + 1))
        if event.style == '"' and (match := _IN_TEXT.search(text)):
            self._error("control-character", mark, character=f"U+{ord(match[0]):04X}", count=1)
        self._last = (mark, event)
        return Scalar(text, mark, null=plain and not text)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        self._last = (mark, event)
        return Sequence(tuple(items), mark)

    def _mapping(self, start: yaml.MappingStartEvent, mark: Mark, depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        bare: list[tuple[str, Mark]] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            if isinstance(value, Scalar) and value.null:
                value = Scalar("", key.mark, null=True)  # the parsers place what is not there differently
            if start.flow_style and self._has_no_colon(event):
                bare.append((key.text, key.mark))
            if key.text in entries:
                self._error("duplicate-key", key.mark, key=key.text, first=keys[key.text])
            elif key.text:
                entries[key.text] = value
                keys[key.text] = key.mark
        self._last = (mark, event)
        refused = self._refuse_bare(bare, mark, len(entries)) if bare else None
        return refused or Mapping(entries, keys, mark)

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        """The key as text; "" after a fault, when the entry is left out."""
        node = self._node(event, depth + 1)
        if not isinstance(node, Scalar):
            self._error("key-not-text", node.mark)
        elif not node.text:
            self._error("key-empty", node.mark)
        elif node.text == "<<" and isinstance(event, yaml.ScalarEvent) and not event.style:
            self._error("merge-key", node.mark)
        else:
            return node
        return Scalar("", node.mark)

    def _has_no_colon(self, key: yaml.Event) -> bool:
        end = key.end_mark.index
        following = self.text[end : end + 200].lstrip()[:1]
        return isinstance(key, yaml.ScalarEvent) and following in (",", "}")

    def _refuse_bare(self, bare: list[tuple[str, Mark]], mark: Mark, entries: int) -> Scalar | None:
        """Keys between braces with no colon after them: `{a:1}`, or a `{placeholder}`, which is given back as text."""
        text, place = bare[0]
        if match := re.match(r"[\w-]+:(?=\S)", text):
            self._error("space-after-colon-missing", Mark(self.file, place.line, place.column + match.end()))
        elif entries == 1:
            self._error("placeholder-without-quotes", mark, placeholder=f"{{{text}}}")
            self._refused = mark
            return Scalar(f"{{{text}}}", mark)
        return None


@dataclass(frozen=True, slots=True)
class _Failure:
    """A parser that could not go on, and how far its builder had come."""

    error: yaml.MarkedYAMLError
    builder: _Builder

    def at_question(self) -> bool:
        """Whether it stopped at `[Wie ben je?, …]`, which only the parser in Python refuses: the fault is elsewhere."""
        return (self.error.problem or "").endswith("but got '?'")

    def explain(self) -> None:
        """Report the fault behind the error, unless the value it stumbled over has been refused already."""
        stop = self.error.problem_mark or self.error.context_mark
        start = self.error.context_mark or stop
        last = self.builder.last()
        if stop is None or start is None or (last and last.refused and last.end.line == stop.line + 1):
            return
        mark = self.builder.mark
        lines = self.builder.text.split("\n")
        words = self.error.problem or ""
        problem = Problem(self.error.context or "", words, mark(start), mark(stop), lines, last)
        code, place, details = explain(problem)
        self.builder.report.error(code, place, **details)
