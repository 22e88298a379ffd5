"""An attacker asks for every day, moment and scope that there is; no two answers differ by fewer people than k."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any
from zlib import crc32

import pytest

from app.rules.differencing import fingerprint, same_as, too_like

POPULATIONS_PER_BATCH = 100
DAYS = 12
CALLS = tuple(product("UAP", range(DAYS)))
"""Everything that can be asked: a municipality or a programme, and a day."""
STATES = ("not_yet_due", "unanswered", "no", "yes")

Seen = frozenset[tuple[int, str, str]]
"""The people of one report: who, in which group, in which state."""


def population(random: Random) -> list[dict[str, Any]]:
    """A few dozen people: where they live, in which programme, since which day, and when their states change."""
    return [
        {
            "number": random.randrange(2**32),
            "municipality": random.choice("UUUA"),
            "programme": random.choice("PPPPPZ"),
            "from": random.choice((0, 0, random.randrange(DAYS))),
            "steps": sorted(random.randrange(2 * DAYS) for _ in STATES[1:]),
        }
        for _ in range(random.choice((18, 30, 45)))
    ]


def report(people: list[dict[str, Any]], scope: str, day: int) -> Seen:
    """Who is in the report about a municipality or a programme as of a day, and how they count in it."""
    return frozenset(
        (one["number"], one["programme"] + one["municipality"], STATES[sum(s <= day for s in one["steps"])])
        for one in people
        if one["from"] <= day and scope in (one["municipality"], one["programme"])
    )


def mark_of(person: tuple[int, str, str]) -> tuple[int, int]:
    return person[0] % 4096, crc32(repr(person).encode())


def people_between(one: Seen, other: Seen) -> int:
    """How many people really count differently in two reports: counted by name, and not by the rule."""
    return len({number for number, _, _ in one ^ other})


@pytest.mark.parametrize("batch", range(10))
def test_no_two_answers_differ_by_one_and_fewer_than_k_people(batch: int) -> None:
    for seed in range(batch * POPULATIONS_PER_BATCH, (batch + 1) * POPULATIONS_PER_BATCH):
        random = Random(seed)  # noqa: S311 -- made-up people, no secrets
        threshold = random.choice((5, 10))
        people = population(random)
        answered: list[Seen] = []
        kept: list[bytes] = []
        for scope, day in random.sample(CALLS, 6):
            seen = report(people, scope, day)
            if len(seen) < threshold:
                continue
            asked = fingerprint(map(mark_of, seen))
            if same_as(asked, kept) is None and too_like(asked, kept, threshold) is not None:
                continue
            apart = [people_between(seen, other) for other in answered]
            assert all(many == 0 or many >= threshold for many in apart), (
                f"population {seed}, {scope} on day {day}: {apart}"
            )
            answered.append(seen)
            kept.append(asked)


def test_without_the_rule_the_attacker_gets_reports_that_differ_by_a_few_people() -> None:
    people = population(Random(1))  # noqa: S311 -- made-up people, no secrets
    reports = [report(people, scope, day) for scope, day in CALLS]
    apart = {people_between(one, other) for one in reports for other in reports}
    assert apart & set(range(1, 10))
