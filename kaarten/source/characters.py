r"""Bytes of a file as text, when every character in it is one that a person can see or meant to type.

In: bytes. Out: text with line ends as `\n`, or a Diagnostic. What is refused here would make the two YAML parsers
disagree, an editor count other lines than we do, or a mark point beside its place. Leaves alone: YAML.
"""

from __future__ import annotations

import codecs
import re

from kaarten.diagnostics import Mark, Report

_NOT_TEXT = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # control characters; Word's soft line break is \\x0b
    "\\u2028\\u2029\\ufeff\\ufffe\\uffff]"  # line ends that only some programs honour, and what is no character
)

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


def refuse_characters(data: bytes, file: str, report: Report) -> str | None:
    """The text of a file in UTF-8, with or without a byte order mark; None after a fault.

    Of each kind of fault only the first is reported, with the number of lines or characters that have it: a file
    indented with tabs has one fault, not a hundred.
    """
    text = _decoded(data, file, report)
    if text is None:
        return None
    checks = (_without_control_characters, _without_tabs, _without_directives)
    passed = [check(text, file, report) for check in checks]
    return text if all(passed) else None


def _decoded(data: bytes, file: str, report: Report) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4]:
        report.error("file-is-utf-16", Mark(file))
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode()
        report.error("file-not-utf-8", _mark(_with_plain_line_ends(readable), None, file))
        return None
    return _with_plain_line_ends(text)


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_control_characters(text: str, file: str, report: Report) -> bool:
    found = list(_NOT_TEXT.finditer(text))
    if found:
        mark = _mark(text, found[0].start(), file)
        report.error("control-character", mark, character=f"U+{ord(found[0][0]):04X}", count=len(found))
    return not found


def _without_tabs(text: str, file: str, report: Report) -> bool:
    """Tabs are refused everywhere: between values the two parsers disagree on them, and in print they mean nothing."""
    if "\t" not in text:
        return True
    leading = [match.end() - 1 for match in re.finditer(r"^ *\t", text, re.MULTILINE)]
    if leading:
        report.error("tab-indentation", _mark(text, leading[0], file), count=len(leading))
    else:
        report.error("tab-in-line", _mark(text, text.index("\t"), file), count=text.count("\t"))
    return False


def _without_directives(text: str, file: str, report: Report) -> bool:
    match = _DIRECTIVE.search(text)
    if match:
        report.error("yaml-directive", _mark(text, match.start(), file))
    return match is None


def _mark(text: str, index: int | None, file: str) -> Mark:
    """The place of the character at `index`, or of the one after the text."""
    before = text[:index]
    return Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
