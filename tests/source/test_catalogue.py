"""Message files of all areas make one catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaarten.diagnostics import KaartenError
from kaarten.source.catalogue import load_catalogue


def test_files_become_one_catalogue(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('one: {en: "1 `{x}`", nl: "een"}\n', "utf-8")
    (tmp_path / "b.yaml").write_text("two: {en: two, nl: twee, hint_en: do, hint_nl: doe}\n", "utf-8")
    assert load_catalogue(tmp_path) == {
        "one": {"en": "1 `{x}`", "nl": "een"},
        "two": {"en": "two", "nl": "twee", "hint_en": "do", "hint_nl": "doe"},
    }


def test_two_texts_for_one_code_are_a_mistake_of_ours(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("one: {en: one}\n", "utf-8")
    with pytest.raises(KaartenError, match="defined-twice"):
        load_catalogue(tmp_path)
