"""People: how many groups and tables a number of participants makes.

In: participants, facilitators, domains, stickers. Out: People, by which quantities count. Groups are of four, as at
the flaps and the dialogue cards (materials.md section 0, g2). Leaves alone: how many of a thing each of them gets
(`Quantity`).
"""

from __future__ import annotations

from dataclasses import replace

from kaarten.tailor.job import People, Stickers

GROUP_SIZE = 4
BESIDE_THE_DOMAINS = 1
"""The generic competencies have a sheet and a card of their own."""


def people(participants: int, facilitators: int, domains: int, stickers: Stickers | None = None) -> People:
    """Rounded up: the last group or table may be smaller. Stickers without a name are dots, bought and not printed."""
    groups = -(-participants // GROUP_SIZE)
    general, specific = (
        participants * each for each in ((stickers.general, stickers.specific) if stickers else (0, 0))
    )
    named = bool(stickers and stickers.named)
    return People(
        participants=participants,
        facilitators=facilitators,
        groups=groups,
        extra_groups=max(0, groups - (domains + BESIDE_THE_DOMAINS)),
        tables=groups,
        domains=domains,
        general_stickers=general if named else 0,
        specific_stickers=specific if named else 0,
        general_dots=0 if named else general,
        specific_dots=0 if named else specific,
    )


def one_table(whole: People) -> People:
    """The people at one of the tables, the fullest: what lies on each table is counted by them."""
    participants = -(-whole.participants // max(1, whole.tables))
    return replace(whole, participants=participants, facilitators=0, groups=1, extra_groups=0, tables=1)
