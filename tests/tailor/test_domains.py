"""Domains and their places in the palette."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from kaarten.compose.parts.patterns import PATTERNS
from kaarten.model.structure import Pattern
from tests.tailor.small import Pack


def test_domains_keep_their_order_and_take_the_next_free_slot(tmp_path: Path):
    job = Pack(tmp_path).job()
    assert [domain.id for domain in job.domains] == ["health", "daily", "income", "work", "safety"]
    assert [domain.pattern for domain in job.domains] == ["stripes", "dots", "grid", "diagonal", "waves"]
    assert (job.domains[0].colour.hex, job.domains[0].icon) == ("#E68C2F", "home-2")


def test_a_domain_may_have_a_look_of_its_own(tmp_path: Path):
    domain = Pack(tmp_path, 'domains: {daily: {colour: "#102030"}}\n').job().domains
    assert (domain[1].colour.hex, domain[1].icon, domain[4].icon) == ("#102030", "heartbeat", "bell")


def test_the_competencies_have_the_slot_that_is_kept_for_them(tmp_path: Path):
    job = Pack(tmp_path).job()
    assert (job.competencies.id, job.competencies.pattern) == ("competencies", "bricks")
    assert job.competencies.sentence == "Voor iedereen in het wijkteam."
    assert (job.competency_names, job.competency_sentences) == (("Contact maken",), ("Je zoekt mensen op.",))


def test_the_wheel_shows_the_example_that_was_chosen_else_the_first(tmp_path: Path):
    domains = Pack(tmp_path).job().domains
    assert (domains[2].general_example, domains[0].general_example, domains[1].general_example) == (
        "Schulden zien",
        "Pijn zien",
        "",
    )


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("domains: {daily: {slot: orange}}", "slot-taken", 25),
        ("domains: {daily: {slot: teal}}", "slot-taken", 25),
        ("domains: {daily: {slot: orangje}}", "unknown-slot", 25),
        ("domains: {income: {wheel: {general: det}}}", "unknown-example", 37),
        ("domains: {income: {icon: walet}}", "unknown-icon", 26),
        ("palette: {red: {icon: walet}}", "unknown-icon", 23),
        ("domains: {income: {pattern: stippen}}", "not-one-of", 29),
    ],
)
def test_faults(tmp_path: Path, line: str, code: str, column: int):
    pack = Pack(tmp_path, line)
    assert pack.attempt() is None
    assert pack.told() == [(code, f"team.yaml:2:{column}")]


@pytest.mark.parametrize(("id", "guess"), [("incom", "income"), ("garden", "")])
def test_a_new_domain_needs_words(tmp_path: Path, id: str, guess: str):
    pack = Pack(tmp_path, f"domains: {{{id}: {{icon: star}}}}")
    assert pack.attempt() is None
    assert [(d.code, str(d.mark), d.details["guess"]) for d in pack.report] == [
        ("missing-words", "team.yaml:2:11", guess)
    ]


def test_every_pattern_that_may_be_named_can_be_drawn():
    assert set(get_args(Pattern)) == set(PATTERNS)


def test_too_few_domains(tmp_path: Path):
    pack = Pack(tmp_path, "domains: {work: {drop: yes}}")
    assert pack.attempt() is None
    assert [d.code for d in pack.report] == ["wrong-number-of-domains"]


def test_a_palette_that_is_too_small(tmp_path: Path):
    pack = Pack(tmp_path, "domains: {a: {}, b: {}}\nwords: {nl: {domains: {a: {name: A, sentence: A}}}}")
    assert pack.attempt() is None
    assert [(d.code, d.mark.line, d.mark.column) for d in pack.report] == [("no-free-slot", 2, 18)]


def test_a_domain_without_words(tmp_path: Path):
    pack = Pack(tmp_path, "domains: {play: {}}")
    assert pack.attempt() is None
    assert pack.told() == [("missing-words", "team.yaml:2:11")]
