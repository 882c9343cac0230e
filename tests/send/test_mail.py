"""Texts for a mail: plain, in the order of the letter, with line ends that every program knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaarten.compose.message import Message, Part, Pointed, Said, Signed, Told, ToWrite
from kaarten.send.mail import mail_text
from kaarten.text import Text

SIGNED = Signed(Text("Hartelijke groet,"), (Text("Noor"), Text("Buurtteam Oost")))


def text(*parts: Part, enclosed: Told | None = None) -> str:
    return mail_text(Message(Text("Doe je mee?"), parts, enclosed), "Onderwerp").decode()


def test_a_mail_is_its_subject_and_its_parts_with_white_between() -> None:
    parts = (
        Said(Text("Beste ......,")),
        Said(Text("Fijn dat je komt.")),
        Told(((Text("Wanneer"), Text("dinsdag, 13.00\u00a0uur")), (Text("Waar"), Text("......")))),
        Said(Text("Neem mee"), heading=True),
        Pointed((Text("je huiswerk"), Text("een pen"))),
        Said(Text("Wat wil je nog kwijt?"), heading=True),
        ToWrite(3),
        SIGNED,
    )
    assert text(*parts, enclosed=Told(((Text("Bijlage"), Text("de route")),))) == "\r\n".join(
        [
            "Onderwerp: Doe je mee?",
            "",
            "Beste ......,",
            "",
            "Fijn dat je komt.",
            "",
            "Wanneer: dinsdag, 13.00 uur",
            "Waar: ......",
            "",
            "Neem mee",
            "- je huiswerk",
            "- een pen",
            "",
            "Wat wil je nog kwijt?",
            "......",
            "",
            "Hartelijke groet,",
            "",
            "Noor",
            "Buurtteam Oost",
            "",
            "Bijlage: de route",
            "",
        ]
    )


def test_quotes_stay_as_they_were_typed_and_hyphens_become_plain() -> None:
    assert "collega's met 'zorg', Q1-Q4" in text(Said(Text("collega's met 'zorg', Q1\u2011Q4")))


def test_two_headings_stand_over_what_follows_them() -> None:
    assert "Een\r\nTwee\r\nTekst\r\n" in text(Said(Text("Een"), heading=True), Said(Text("Twee"), heading=True), SAID)


def test_a_heading_at_the_end_is_not_lost() -> None:
    assert text(SAID, Said(Text("Slot"), heading=True)).endswith("Tekst\r\n\r\nSlot\r\n")


SAID = Said(Text("Tekst"))
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip).map(Text)
PARTS = st.one_of(
    st.builds(Said, WORDS, st.booleans()),
    st.builds(Told, st.lists(st.tuples(WORDS, WORDS), min_size=1).map(tuple)),
    st.builds(Pointed, st.lists(WORDS, min_size=1).map(tuple)),
    st.builds(Signed, WORDS, st.lists(WORDS, min_size=1).map(tuple)),
)


def words_of(part: Part) -> list[str]:
    match part:
        case Said(said):
            return [said]
        case Told(rows):
            return [word for row in rows for word in row]
        case Pointed(points):
            return [*points]
        case Signed(greeting, lines):
            return [greeting, *lines]
        case ToWrite():
            return []


@given(parts=st.lists(PARTS, max_size=8))
def test_no_word_is_lost_and_none_is_wrapped(parts: list[Part]) -> None:
    made = text(*parts)
    assert "\n" not in made.replace("\r\n", "")
    assert "\r\n\r\n\r\n" not in made
    lines = [" ".join(word.replace("\u2011", "-").split()) for part in parts for word in words_of(part)]
    at = 0
    for line in lines:
        at = made.index(line, at) + len(line)
