"""Every code that the program reports has its sentences, and every sentence is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from kaarten.source.catalogue import load_catalogue

ROOT = Path(__file__).parents[2]
SOURCES = (ROOT / "kaarten", ROOT / "layouts")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGES = ("en", "nl")


def trees() -> Iterator[ast.AST]:
    for file in sorted(file for folder in SOURCES for file in folder.rglob("*.py")):
        yield ast.parse(file.read_text("utf-8"), str(file))


def constants(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def composed(node: ast.AST) -> set[str]:
    """Patterns of the codes that are put together, such as `f"because-{reason}"`."""
    strings = (part for part in ast.walk(node) if isinstance(part, ast.JoinedStr))
    patterns = {"".join(pattern_part(part) for part in string.values) for string in strings}
    return {pattern for pattern in patterns if re.match(r"[a-z]+\\-", pattern)}


def pattern_part(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"


def reported(call: ast.Call) -> set[str]:
    """The codes that a call such as `report.error("code", …)` or `Diagnostic(severity, "code", …)` can carry.

    A code may be chosen on the spot, `"a" if x else "b"`; one that comes from elsewhere is found as a constant there.
    """
    function = call.func
    if len(call.args) < 2:
        return set()
    if isinstance(function, ast.Attribute) and function.attr.lstrip("_") in ("error", "warning", "note"):
        return chosen(call.args[0])
    if isinstance(function, ast.Name) and function.id == "Diagnostic":
        return chosen(call.args[1])
    return set()


def chosen(argument: ast.expr) -> set[str]:
    if isinstance(argument, ast.IfExp):
        return chosen(argument.body) | chosen(argument.orelse)
    return {argument.value} if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else set()


def codes_in_calls() -> set[str]:
    calls = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {code for call in calls for code in reported(call)}


def test_the_scan_sees_codes() -> None:
    assert {"file-not-found", "duplicate-key", "after-circle"} <= codes_in_calls()
    assert composed(ast.parse('f"because-{reason}", f"{x}-y", f"a{x}"')) == {r"because\-[a-z0-9-]+"}
    call = ast.parse('report.error("a-b" if x else "c", mark, d="e")', mode="eval").body
    assert isinstance(call, ast.Call)
    assert reported(call) == {"a-b", "c"}


def test_every_code_that_is_reported_has_its_sentences() -> None:
    assert codes_in_calls() - set(load_catalogue()) == set()


def test_every_code_in_the_catalogue_is_used() -> None:
    used = {text for tree in trees() for text in constants(tree)}
    patterns = {pattern for tree in trees() for pattern in composed(tree)}
    catalogue = load_catalogue()
    assert len(catalogue) > 40
    unused = set(catalogue) - used
    assert {code for code in unused if not any(re.fullmatch(pattern, code) for pattern in patterns)} == set()


def test_every_code_is_well_formed_and_speaks_both_languages() -> None:
    for code, texts in load_catalogue().items():
        assert CODE.fullmatch(code), code
        assert all(texts.get(language) for language in LANGUAGES), code
        assert bool(texts.get("hint_en")) == bool(texts.get("hint_nl")), code
        assert bool(texts.get("else_en")) == bool(texts.get("else_nl")), code
        assert set(texts) <= {"en", "nl", "hint_en", "hint_nl", "else_en", "else_nl"}, code


def test_both_languages_ask_for_the_same_details() -> None:
    for code, texts in load_catalogue().items():
        for one, other in (("en", "nl"), ("hint_en", "hint_nl"), ("else_en", "else_nl")):
            assert details(texts.get(one, "")) == details(texts.get(other, "")), code


def details(template: str) -> set[str]:
    names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    assert all(name.isidentifier() for name in names), template
    return names
