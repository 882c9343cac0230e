"""The archive: whole, the same every time, and with a name that disks and mails take."""

from __future__ import annotations

import io
import os
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kaarten.finish.archive import archive_name, zipped

FILES = [("01-a.pdf", b"first"), ("bijeenkomst-1.pdf", b"second"), ("leeg.pdf", b"")]


def test_it_gives_back_what_went_in() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == FILES


def test_equal_files_give_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    one = zipped(FILES)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(os, "getpid", lambda: 3)
    assert zipped(FILES) == one
    assert zipped(reversed(FILES)) != one


def test_nothing_of_this_machine_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (0, 0, b"", b"")
            assert entry.compress_type == zipfile.ZIP_STORED


@pytest.mark.parametrize(
    ("team", "language", "part", "name"),
    [
        ("buurtteam-oost", "nl", "", "buurtteam-oost-nl.zip"),
        ("Wijkteam Zuid", "nl-formal", "", "wijkteam-zuid-nl-formal.zip"),
        ("caf\u00e9: 'De Hoek'?", "en", "", "cafe-de-hoek-en.zip"),
        ("\u6771", "nl", "", "team-nl.zip"),
        ("oost", "nl", "meeting-1_cards+flyer", "oost-nl-meeting-1-cards-flyer.zip"),
    ],
)
def test_its_name_tells_what_is_in_it(team: str, language: str, part: str, name: str) -> None:
    assert archive_name(team, language, part) == name


@given(some.text(), some.sampled_from(["nl", "nl-formal"]), some.text(max_size=70))
def test_its_name_is_one_for_every_disk(team: str, language: str, part: str) -> None:
    name = archive_name(team, language, part)
    stem, dot, suffix = name.rpartition(".")
    assert (dot, suffix) == (".", "zip")
    assert stem.isascii()
    assert stem == stem.lower().strip("-")
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert f"-{language}" in stem
