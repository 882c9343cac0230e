"""Texts for a mail: a message as plain text, to paste into any mail program.

In: a Message. Out: UTF-8 with CRLF, so that also the oldest Notepad shows it; a line for the subject, then the text.
Paragraphs are not wrapped, for a mail program does that; quotes stand as they were typed; a line to write on is six
dots. Leaves alone: addresses, and sending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kaarten.compose.message import Message, Part, Pointed, Said, Signed, Told, ToWrite
from kaarten.text import TO_WRITE_ON

_POINT = "- "


def mail_text(message: Message, subject: str) -> bytes:
    """The file of one message. `subject` stands before its subject: `Onderwerp`."""
    blocks = [[f"{subject}: {message.subject}"], *_blocks(message.parts)]
    blocks += [*_blocks([message.enclosed])] if message.enclosed else []
    text = "\r\n\r\n".join("\r\n".join(map(_line, block)) for block in blocks)
    return f"{text}\r\n".encode()


def _blocks(parts: Iterable[Part]) -> Iterator[list[str]]:
    """Lines that stand together; what follows a heading stands right under it."""
    heading: list[str] = []
    for part in parts:
        match part:
            case Said(text, heading=True):
                heading = [*heading, text]
                continue
            case Said(text):
                lines: list[str] = [text]
            case Told(rows):
                lines = [f"{name}: {value}" for name, value in rows]
            case Pointed(points):
                lines = [f"{_POINT}{point}" for point in points]
            case ToWrite():
                lines = [TO_WRITE_ON]
            case Signed(greeting, below):
                yield [*heading, greeting]
                heading, lines = [], [*below]
        yield [*heading, *lines]
        heading = []
    if heading:
        yield heading


def _line(text: str) -> str:
    """One line with plain spaces and hyphens: what is typed by hand, and found by searching."""
    return " ".join(text.replace("\N{NON-BREAKING HYPHEN}", "-").split())
